"""The one question that a report may leave; none needs an answer where all is as was said."""

from collections.abc import Sequence
from datetime import date

from language.wording import common


def backwards(
    subject: str, before: str, said_on: date | None, now: str, today: date, *, colleague: bool = False
) -> str:
    """A value went back: which is right; `colleague` where another of the same unit gave the one before."""
    day = f"{common.day(said_on, today)}" if said_on else "上次"
    if colleague:
        return f"{subject}：您单位另一位联络员{day}报的是“{before}”，这次是“{now}”，方便时核对一下；无误不用回。"
    return f"{subject}：{day}报的是“{before}”，这次是“{now}”，请看是否写错；无误不用回。"


def empty() -> str:
    """Nothing was told of how far it is."""
    return "请补充一句：具体办到哪一步？没有新情况不必回复。"


def unchanged(projects: Sequence[str], weeks: int) -> str:
    """Nothing has moved for some weeks: why."""
    return (
        f"{common.join_few(list(projects))}已连续{weeks}周无变化，方便时请补一句卡在哪里、需哪家协调；没有则不必回复。"
    )
