from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0003_lease")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CallCount",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("platform", fields.CharField(max_length=20)),
                ("month", fields.CharField(max_length=7)),
                ("use", fields.CharField(max_length=20)),
                ("count", fields.IntField(default=0, db_default=0)),
            ],
            options={
                "table": "call_count",
                "app": "models",
                "unique_together": (("platform", "month", "use"),),
                "pk_attr": "id",
                "table_description": "Calls of one use (`bot.platforms.dingtalk.quota.Use`) to one platform in one month, such as 2026-06.",
            },
            bases=["Model"],
        ),
    ]
