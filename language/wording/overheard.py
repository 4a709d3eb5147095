"""Short private words to a liaison who asks for patience or is away."""

from datetime import date, datetime

from language.wording import common


def patience(until: datetime, cutoff: datetime) -> str:
    """That no nudge comes before then."""
    late = f"本周{common.clock(cutoff)}截止，之后报的按迟报登记。" if until > cutoff else ""
    return f"好的，{common.clock(until)}前不再提醒。{late}"


def away(first: date, last: date, substitute: str, today: date) -> str:
    """Who is asked instead."""
    return f"已记下：{common.day(first, today)}至{common.day(last, today)}由{substitute}代为对接。"


def who_stands_in(said: str) -> str:
    """That it is not clear who stands in."""
    return f"没有对上“{said}”是哪位同事，请写明代为对接人的姓名。"
