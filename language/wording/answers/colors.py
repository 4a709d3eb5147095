"""Which projects have which colour, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from language.wording import common
from models.vocabulary import Color

COLORS = (Color.RED, Color.YELLOW, Color.GREEN)
YELLOW_AND_RED = (Color.YELLOW, Color.RED)


@dataclass(frozen=True, slots=True)
class Line:
    """One project with its colour and the node that decides it."""

    name: str
    color: Color
    node: str
    planned: date | None
    unit: str


def rules(yellow: int, red: int) -> str:
    """By what a colour is set, in months past the plan day."""
    return (
        f"三色按计划日期计算：节点过了计划日期满{yellow}个月未完成为滞后（黄），满{red}个月为严重滞后（红），其余为正常（绿）。\n"
        "一个项目以超期最久的未完成节点为准；逾期完成的节点记正常并注明；计划日期只按会议批准调整。"
    )


def listed(
    label: str,
    counts: Mapping[Color, int],
    lines: Sequence[Line],
    wanted: Sequence[Color],
    as_of: date,
    today: date,
    most: int,
) -> str:
    """How many, then which: the colours that were asked for."""
    asked = "、".join(f"{color.label}{counts[color]}项" for color in COLORS if color in wanted)
    total = sum(counts.values())
    found = [f"截至{common.day(as_of, today)}，{label}{total}个项目中{asked}。"]
    room = most - 1
    shown = lines if len(lines) <= room else lines[: room - 1]
    found += [_line(number, line, as_of, today) for number, line in enumerate(shown, 1)]
    if len(shown) < len(lines):
        found.append(
            f"另{len(lines) - len(shown)}项：{common.join_few([line.name for line in lines[len(shown) :]], 8)}。"
        )
    return "\n".join(found)


def _line(number: int, line: Line, as_of: date, today: date) -> str:
    if line.color is Color.GREEN or line.planned is None:
        return f"{number}. {line.name}（{line.color.label}）"
    late = (as_of - line.planned).days
    planned = f"{line.node}计划{common.day(line.planned, today)}，已过{late}天"
    return f"{number}. {line.name}（{line.color.label}）：{planned}，{line.unit}"


@dataclass(frozen=True, slots=True)
class Move:
    """A project that has another colour than before, with the node that decides it."""

    name: str
    before: Color
    after: Color
    node: str
    planned: date | None


def compared(
    label: str, counts: Sequence[tuple[Color, int, int]], moves: Sequence[Move], before: date, today: date, most: int
) -> str:
    """How many of each colour then and now, then which have moved and why."""
    told = "、".join(f"{color.label}{now}项（{_more(now - then)}）" for color, then, now in counts)
    week = "上周末（" if (today - before).days == today.isoweekday() else ""
    found = [
        f"{label}与{week}{common.day(before, today)}{'）' if week else ''}相比：{told}。"
        + ("" if moves else "没有项目变色。")
    ]
    room = most - 1
    shown = moves if len(moves) <= room else moves[: room - 1]
    found += [f"{number}. {_moved(move, today)}" for number, move in enumerate(shown, 1)]
    if len(shown) < len(moves):
        rest = [move.name for move in moves[len(shown) :]]
        found.append(f"另{len(rest)}项：{common.join_few(rest, 8)}。")
    return "\n".join(found)


def _more(difference: int) -> str:
    return "持平" if not difference else f"多{difference}项" if difference > 0 else f"少{-difference}项"


def _moved(move: Move, today: date) -> str:
    why = (
        f"，{move.node}计划{common.day(move.planned, today)}" if move.planned and move.after is not Color.GREEN else ""
    )
    return f"{move.name}：{move.before.label}转{move.after.label}{why}"


@dataclass(frozen=True, slots=True)
class Turning:
    """A project that will have another colour on a day, unless its node is finished before."""

    on: date
    name: str
    color: Color
    node: str
    planned: date | None
    unit: str


def turning(label: str, found: Sequence[Turning], wanted: Sequence[Color], until: date, today: date, most: int) -> str:
    """How many turn by a day, then which, when and why."""
    asked = "、".join(
        f"转{color.label}{sum(each.color is color for each in found)}项" for color in COLORS if color in wanted
    )
    head = f"到{common.day(until, today)}，{label}"
    if not found:
        return f"{head}没有项目将转{'或'.join(color.label for color in COLORS if color in wanted)}。"
    room = most - 1
    shown = found if len(found) <= room else found[: room - 1]
    lines = [f"{head}如不办结，将{asked}："]
    for number, each in enumerate(shown, 1):
        planned = f"{each.node}计划{common.day(each.planned, today)}" if each.planned else each.node
        lines.append(
            f"{number}. {each.name}：{common.day(each.on, today)}起为{each.color.label}，{planned}，{each.unit}"
        )
    if len(shown) < len(found):
        rest = [each.name for each in found[len(shown) :]]
        lines.append(f"另{len(rest)}项：{common.join_few(rest, 8)}。")
    return "\n".join(lines)
