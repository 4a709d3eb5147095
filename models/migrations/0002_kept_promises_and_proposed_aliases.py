from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0001_initial")]

    initial = False

    operations = [
        ops.CreateModel(
            name="AliasProposal",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("alias", fields.CharField(max_length=60)),
                (
                    "project",
                    fields.ForeignKeyField(
                        "models.Project",
                        source_field="project_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="alias_proposals",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("uses", fields.IntField(default=0, db_default=0)),
                ("state", fields.CharField(default="counting", db_default="counting", max_length=20)),
                ("asked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "alias_proposal",
                "app": "models",
                "unique_together": (("alias", "project_id"),),
                "pk_attr": "id",
                "table_description": "A name that people keep using for a project, learnt only when the office says yes. `uses` counts the messages.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Commitment",
            name="kept_by",
            field=fields.ForeignKeyField(
                "models.Inbox",
                source_field="kept_by_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name="kept_commitments",
                on_delete=OnDelete.RESTRICT,
            ),
        ),
    ]
