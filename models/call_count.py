"""How often each platform was called in each month, over all processes: the platforms' budgets are monthly."""

from collections.abc import Mapping

from tortoise import fields
from tortoise.models import Model

from models.store.quick import insert


class CallCount(Model):
    """Calls of one use (`bot.platforms.dingtalk.quota.Use`) to one platform in one month, such as 2026-06."""

    id = fields.IntField(primary_key=True)
    platform = fields.CharField(20)
    month = fields.CharField(7)
    use = fields.CharField(20)
    count = fields.IntField(default=0, db_default=0)

    class Meta:
        table = "call_count"
        unique_together = (("platform", "month", "use"),)


_ADD = '("platform", "month", "use") DO UPDATE SET "count" = "call_count"."count" + excluded."count"'


async def add_calls(platform: str, month: str, counts: Mapping[str, int]) -> None:
    """Add what one process has counted."""
    rows = [{"platform": platform, "month": month, "use": use, "count": count} for use, count in sorted(counts.items())]
    await insert(CallCount, rows, conflict=_ADD)


async def calls_of(platform: str, month: str) -> dict[str, int]:
    """What all processes have counted in a month."""
    return {row.use: row.count for row in await CallCount.filter(platform=platform, month=month)}
