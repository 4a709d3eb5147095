from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0002_kept_promises_and_proposed_aliases")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Lease",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("name", fields.CharField(max_length=40)),
                ("holder", fields.CharField(default="", db_default="", max_length=80)),
                ("beat", fields.IntField(default=0, db_default=0)),
            ],
            options={
                "table": "lease",
                "app": "models",
                "unique_together": (("name",),),
                "pk_attr": "id",
                "table_description": "One task, its holder, and a beat that the holder moves on, who sees it stand still long enough may take it.",
            },
            bases=["Model"],
        ),
    ]
