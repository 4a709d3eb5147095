"""How things have moved, in words: what was, what is, when and by whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from language.wording import common
from models.calendar import day_of
from models.vocabulary import Color

FEW = 3
COLORS = (Color.GREEN, Color.YELLOW, Color.RED)
TOLD = ("status", "percent", "done_on", "due_on", "planned", "problems")


@dataclass(frozen=True, slots=True)
class Line:
    """One change; wire values."""

    project: str
    node: str
    key: str
    old: Any
    new: Any
    at: datetime
    who: str


def moved(names: Sequence[str], lines: Sequence[Line], first: date, today: date, most: int) -> str:
    """The changes since a day, the newest last."""
    about = "、".join(names)
    told = [line for line in lines if _is_told(line) and day_of(line.at) >= first]
    if not told:
        return f"{about}{common.day(first, today)}以来没有变化记录。" if about else "没有变化记录。"
    shown = told[-(most - 1) :]
    head = (
        f"{about}{common.day(first, today)}以来变化{len(told)}次"
        + (f"，最近{len(shown)}次" if len(shown) < len(told) else "")
        + "："
    )
    return "\n".join([head, *(f"{_day(line, today)} {_change(line, len(names) > 1, today)}" for line in shown)])


def colors(label: str, counts: Sequence[tuple[date, Mapping[Color, int]]], today: date) -> str:
    """How many projects had each colour, week by week."""
    lines = [f"{label}近{len(counts) - 1}周三色变化："]
    for day, by_color in counts:
        lines.append(f"{common.day(day, today)}：" + "、".join(f"{color.label}{by_color[color]}" for color in COLORS))
    return "\n".join(lines)


def _is_told(line: Line) -> bool:
    return line.key.partition("/")[0] in (*TOLD, "quantity", "investment", "share", "issue")


def _day(line: Line, today: date) -> str:
    return f"{common.day(day_of(line.at), today)}{common.clock(line.at)}"


def _plan(value: Any, today: date) -> str:
    return common.day(date.fromisoformat(value), today) if value else "无"


def _change(line: Line, named: bool, today: date) -> str:
    """One change in words: 环评批复：推进中 → 已完成（区生态环境局）."""
    what = line.node or (line.project if named else "")
    if line.key.startswith("issue/"):
        value = f"问题{line.key.removeprefix('issue/')}{'销号' if line.new == 'closed' else '挂号'}"
    elif line.key == "planned":
        value = f"计划日期{_plan(line.old, today)} → {_plan(line.new, today)}"
    elif line.new is None:
        value = f"撤回“{common.value(line.key, line.old, today)}”"
    else:
        before = f"{common.value(line.key, line.old, today)} → " if line.old is not None else ""
        value = before + common.value(line.key, line.new, today)
    return "".join([f"{what}：" if what else "", value, f"（{line.who}）" if line.who else ""])
