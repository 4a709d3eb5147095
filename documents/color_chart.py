"""The three-colour board: what is green, yellow and red, as pictures for a phone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from documents.canvas import Canvas, Page, default_canvas, printable
from models.calendar import add_months
from models.vocabulary import Color

ROWS_A_PAGE = 24
LINES_A_PAGE = 110  # about 4,500 pixels: a phone scrolls it, and every platform takes it
WORST_FIRST = (Color.RED, Color.YELLOW, Color.GREEN)
MOST_NAME, MOST_NODE, MOST_UNIT, MOST_PROBLEM, MOST_TITLE = 120, 40, 40, 60, 40


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One project; `node` is the open node that decides its colour, or the next one where nothing is late."""

    name: str
    unit: str
    color: Color
    node: str = ""
    planned: date | None = None
    problem: str = ""
    percent: float | None = None
    changed_from: Color | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the picture says; counts are those of the rows unless more projects are counted than shown."""

    title: str
    as_of: date
    week: str
    rows: Sequence[BoardRow]
    counts: Mapping[Color, int] | None = None
    yellow_months: int = 1
    red_months: int = 3

    def count(self) -> dict[Color, int]:
        """How many projects have each colour, worst first."""
        counted = Counter(row.color for row in self.rows) if self.counts is None else self.counts
        return {color: counted.get(color, 0) for color in WORST_FIRST}


def draw_color_chart(board: Board, canvas: Canvas | None = None) -> tuple[Page, ...]:
    """Draw the board; same board, same bytes. Takes long and may be called from any thread."""
    drawn = (canvas or default_canvas()).draw("color_chart.typ", _data(board))
    return tuple(Page(_name(board, number, len(drawn)), *page) for number, page in enumerate(drawn, 1))


def lateness(planned: date, today: date) -> str:
    """How long a date is past, as an office says it: 超期2个月13天; empty where it is not past."""
    if planned >= today:
        return ""
    months = (today.year - planned.year) * 12 + today.month - planned.month
    if add_months(planned, months) > today:
        months -= 1
    days = (today - add_months(planned, months)).days
    return "超期" + (f"{months}个月" if months else "") + (f"{days}天" if days else "")


def _name(board: Board, number: int, pages: int) -> str:
    suffix = f"-{number}" if pages > 1 else ""
    return f"三色图-{board.as_of}{suffix}.png"


def _data(board: Board) -> dict[str, Any]:
    """The board as the template takes it: only strings and numbers."""
    rows = sorted(board.rows, key=lambda row: (WORST_FIRST.index(row.color), row.planned or date.max))
    numbered = [_row(row, number, board.as_of) for number, row in enumerate(rows, 1)]
    changes = Counter((row.changed_from, row.color) for row in rows if row.changed_from not in (None, row.color))
    return {
        "title": printable(board.title, MOST_TITLE),
        "as_of": f"{board.as_of.year}年{board.as_of.month}月{board.as_of.day}日",
        "week": printable(board.week, MOST_TITLE),
        "counts": board.count(),
        "shown": len(rows),
        "changes": [{"from": old, "to": new, "count": count} for (old, new), count in sorted(changes.items())],
        "labels": {color: color.label for color in Color},
        "yellow_months": board.yellow_months,
        "red_months": board.red_months,
        "pages": _paged(numbered),
    }


def _row(row: BoardRow, number: int, today: date) -> dict[str, Any]:
    return {
        "number": number,
        "name": printable(row.name, MOST_NAME),
        "unit": printable(row.unit, MOST_UNIT),
        "color": row.color,
        "node": printable(row.node, MOST_NODE),
        "planned": _day(row.planned, today),
        "late": lateness(row.planned, today) if row.planned else "",
        "problem": printable(row.problem, MOST_PROBLEM),
        "percent": None if row.percent is None else f"{round(row.percent, 1):g}%",
        "changed_from": row.changed_from if row.changed_from != row.color else None,
    }


def _day(day: date | None, today: date) -> str:
    """A plan date, with its year only where it is another year."""
    if day is None:
        return ""
    return (f"{day.year}年" if day.year != today.year else "") + f"{day.month}月{day.day}日"


def _paged(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Rows cut into pages of about equal height; an empty board has one page."""
    heights = [_lines(row) for row in rows]
    pages = max(1, ceil(len(rows) / ROWS_A_PAGE), ceil(sum(heights) / LINES_A_PAGE))
    cut: list[list[dict[str, Any]]] = [[] for _ in range(pages)]
    share, filled = sum(heights) / pages, 0.0
    for row, height in zip(rows, heights, strict=True):
        cut[min(pages - 1, int((filled + height / 2) / share))].append(row)
        filled += height
    return cut


def _lines(row: dict[str, Any]) -> int:
    """About how many lines of text a row is high (the columns hold 11, 8 and 9 characters a line)."""
    name = ceil(len(row["name"]) / 11) + ceil(len(row["unit"]) / 13)
    node = ceil(len(row["node"]) / 8) + bool(row["planned"]) + bool(row["late"])
    return max(name, node, ceil(len(row["problem"]) / 9), 2)
