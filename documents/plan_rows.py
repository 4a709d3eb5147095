"""A plan as plain values, as it stands in an office's spreadsheet."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from models.vocabulary import NodeKind

KindOf = Callable[[str], NodeKind]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a workbook something stands; the row as Excel counts it, the column by its letters."""

    sheet: str
    row: int
    column: str = ""

    def __str__(self) -> str:
        return f"工作表“{self.sheet}”第{self.row}行" + (f"{self.column}列" if self.column else "")


@dataclass(frozen=True, slots=True)
class CellIssue:
    """A cell that could not be read, and why."""

    place: Place
    reason: str

    def __str__(self) -> str:
        return f"{self.place}：{self.reason}"


@dataclass(frozen=True, slots=True)
class PlanNodeRow:
    """One node of a project's plan; `unit` only where the sheet names one for the node."""

    name: str
    kind: NodeKind
    planned: date | None = None
    unit: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PlanProjectRow:
    """One project; names of units and people as written, money in whole yuan."""

    name: str
    category: str = ""
    town: str = ""
    lead_unit: str = ""
    support_units: tuple[str, ...] = ()
    leader: str = ""
    liaison: str = ""
    phone: str = ""
    owner: str = ""
    total_yuan: int | None = None
    year_yuan: int | None = None
    nodes: tuple[PlanNodeRow, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PlanSheetResult:
    """What a workbook says: projects in its order, every cell that could not be read, and what else is to be known."""

    projects: tuple[PlanProjectRow, ...]
    issues: tuple[CellIssue, ...] = ()
    notes: tuple[str, ...] = ()


def letters(column: int) -> str:
    """The letters of a column as Excel shows them: 1 is A, 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
