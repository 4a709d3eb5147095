from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0004_call_counts")]

    initial = False

    operations = [
        ops.CreateModel(
            name="DutyLeader",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="duty_days",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("first_day", fields.DateField()),
                ("last_day", fields.DateField(null=True)),
            ],
            options={
                "table": "duty_leader",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Which leader is on duty for some days, as the office has set it, from then on where `last_day` is empty.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Decision",
            name="applied_by",
            field=fields.ForeignKeyField(
                "models.Person",
                source_field="applied_by_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name="applied_decisions",
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        ops.AddField(
            model_name="Decision",
            name="progress",
            field=fields.TextField(default="", db_default="", unique=False),
        ),
        ops.AddField(
            model_name="Decision",
            name="progress_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
