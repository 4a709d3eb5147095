"""When the weekly report is due, in words."""

from datetime import date

from language.wording import common
from models.calendar import Week, day_of
from models.cycle import Times


def due(week: Week, times: Times, today: date) -> str:
    """The cut-off, and why it is not on the Friday."""
    moved = ""
    if times.shifted:
        word = "提前" if day_of(times.cutoff) < week.friday else "顺延"
        moved = f"{common.day_with_weekday(week.friday, today)}放假，周报{word}："
    return f"{moved}{week.label}周报{_when(times, today)}截止，截止后报的按迟报登记。{_guess(times)}"


def joined(week: Week, into: Times, today: date) -> str:
    """That a week has no report of its own."""
    return f"{week.label}放假，周报并入{into.week.label}，{_when(into, today)}截止。{_guess(into)}"


def called_off(week: Week) -> str:
    """That the office has called a week's report off."""
    return f"{week.label}周报免报。"


def _when(times: Times, today: date) -> str:
    return f"{common.day_with_weekday(day_of(times.cutoff), today)}{common.clock(times.cutoff)}"


def _guess(times: Times) -> str:
    return "放假安排尚未公布，暂按预估。" if times.estimated else ""
