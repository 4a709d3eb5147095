"""The one question that a report may leave; none needs an answer where all is as was said."""

from collections.abc import Sequence
from datetime import date

from language.contradictions import Clash, Contradiction
from language.wording import common
from models.vocabulary import Status


def backwards(
    subject: str, before: str, said_on: date | None, now: str, today: date, *, colleague: bool = False
) -> str:
    """A value went back: which is right; `colleague` where another of the same unit gave the one before."""
    day = f"{common.day(said_on, today)}" if said_on else "上次"
    if colleague:
        return f"{subject}：您单位另一位联络员{day}报的是“{before}”，这次是“{now}”，方便时核对一下；无误不用回。"
    return f"{subject}：{day}报的是“{before}”，这次是“{now}”，请看是否写错；无误不用回。"


def together(doubts: Sequence[str]) -> str:
    """Several doubts about one message, or one that is against itself, in one question."""
    return f"请核对：{'；'.join(doubts)}。无误不用回。"


def against_itself(subject: str, found: Contradiction) -> str:
    """What does not agree in one report."""
    return f"{subject}：{_clash(found)}"


def against_last(subject: str, before: str, said_on: date | None, now: str, today: date) -> str:
    """What went back, as one of several doubts."""
    return f"{subject}：{common.day(said_on, today) if said_on else '上次'}报的是“{before}”，这次是“{now}”"


def _clash(found: Contradiction) -> str:
    if found.clash in (Clash.MONEY_SHARE, Clash.PERIODS):
        told = [common.money(float(each / 10000)) for each in found.figures[:2]]
    else:
        told = [f"{common.large(float(each))}{found.unit}" for each in found.figures]
    match found.clash:
        case Clash.SUM:
            done, left = found.figures[:2]
            return f"{told[0]}加剩余{told[1]}是{common.large(float(done + left))}{found.unit}，不是{told[2]}"
        case Clash.BEYOND:
            return f"已完成{told[0]}，多于总数{told[1]}"
        case Clash.PERIODS:
            narrow, wide = found.scopes
            return f"{narrow.label}投资{told[0]}多于{wide.label}投资{told[1]}"
        case Clash.OVER:
            return f"“{found.words}”超过了100%"
        case Clash.UNFINISHED:
            return f"既是“{Status.DONE.label}”，又是“完成{common.percent(float(found.figures[0]))}”"
        case Clash.AHEAD:
            month, day = (int(each) for each in found.figures)
            return f"说是“{Status.DONE.label}”，但{month}月{day}日还没有到"
        case Clash.DENIED:
            return "既说已办成，又说还没有"
    part, whole, share = found.figures
    real = common.percent(float(round(part / whole * 100, 1)))
    return f"{told[0]}是{told[1]}的{real}，报的是{common.percent(float(share))}"


def empty() -> str:
    """Nothing was told of how far it is."""
    return "请补充一句：具体办到哪一步？没有新情况不必回复。"


def unchanged(projects: Sequence[str], weeks: int) -> str:
    """Nothing has moved for some weeks: why."""
    return (
        f"{common.join_few(list(projects))}已连续{weeks}周无变化，方便时请补一句卡在哪里、需哪家协调；没有则不必回复。"
    )
