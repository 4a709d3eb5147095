from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0005_decision_progress_and_duty_leader")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CallSlot",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(max_length=64)),
                ("number", fields.IntField()),
                ("taken_ms", fields.BigIntField(default=0, db_default=0)),
            ],
            options={
                "table": "call_slot",
                "app": "models",
                "unique_together": (("key", "number"),),
                "pk_attr": "id",
                "table_description": "One of the calls that an address takes in a window of time, `key` tells nothing of the address itself.",
            },
            bases=["Model"],
        ),
    ]
