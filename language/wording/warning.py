"""The words of a warning before a node turns yellow or red."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language.wording import common
from models.vocabulary import Color

MOST = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A node that turns on a day; `unit` only where the reader needs to be told whose it is."""

    project: str
    node: str
    planned: date | None
    color: Color
    on: date
    unit: str


def turning(lines: Sequence[Line], today: date) -> str:
    """What turns and when, one line a node; nothing is asked."""
    head = f"【节点提示】{len(lines)}个节点如未办结，近日三色将有变化："
    shown = [f"{number}. {_line(line, today)}" for number, line in enumerate(lines[:MOST], 1)]
    if len(lines) > MOST:
        shown.append(f"另{len(lines) - MOST}个：{common.join_few([line.project for line in lines[MOST:]], 6)}。")
    return "\n".join([head, *shown, "已办结的请回一句办结日期。" if not lines[0].unit else ""]).strip()


def _line(line: Line, today: date) -> str:
    planned = f"，计划{common.day(line.planned, today)}" if line.planned else ""
    unit = f"，{line.unit}" if line.unit else ""
    return f"{line.project}—{line.node}{planned}，{common.day(line.on, today)}起为{line.color.label}{unit}"
