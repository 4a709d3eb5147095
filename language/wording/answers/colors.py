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
