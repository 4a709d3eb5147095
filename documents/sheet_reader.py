"""One sheet, read row by row below its header."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from documents.plan_gathered import Draft, Gathered
from documents.plan_rows import CellIssue, Place, PlanNodeRow
from documents.sheet_headers import Column, Field, Header
from documents.sheet_rows import Row, RowFilter
from documents.sheet_values import (
    CellProblem,
    Planned,
    is_empty,
    read_names,
    read_planned,
    read_span,
    read_text,
    read_yuan,
    same_name,
    split_phone,
)
from documents.workbook_cells import Cell, Sheet

Value = TypeVar("Value")

# As long as the store keeps them.
MOST_LETTERS = {
    Field.NAME: 200,
    Field.CATEGORY: 40,
    Field.TOWN: 60,
    Field.LEAD_UNIT: 120,
    Field.SUPPORT_UNITS: 120,
    Field.LEADER: 60,
    Field.LIAISON: 60,
    Field.PHONE: 40,
    Field.OWNER: 120,
    Field.NODE_NAME: 200,
    Field.NODE_UNIT: 120,
}
PLAIN = (Field.CATEGORY, Field.TOWN, Field.LEADER, Field.OWNER)
START, END = "开工", "竣工"


class SheetReader:
    """Reads the rows below one header into the what the workbook says."""

    def __init__(self, gathered: Gathered, sheet: Sheet, header: Header, year: int) -> None:
        self.gathered, self.sheet, self.header = gathered, sheet, header
        self.year = header.year or year
        self.row = Row(0, {})
        self.draft: Draft | None = None
        self.guessed = 0

    def read(self) -> None:
        """Read every row that counts."""
        wanted = RowFilter(self.sheet, self.header)
        for self.row in wanted.rows():
            self._take_row()
        if wanted.examples:
            self._tell(f"第{spans(wanted.examples)}行是示例，没有读入。")
        if self.guessed:
            self._tell(f"有{self.guessed}个日期没有写年份，按{self.year}年读。")

    def _tell(self, words: str) -> None:
        self.gathered.notes.append(f"工作表“{self.sheet.name}”{words}")

    def _take_row(self) -> None:
        """Let one row count: a project, or one more node of the project above."""
        column = self.header.having(Field.NAME)[0]
        name = self._text(column)
        if name:
            self.draft = self.gathered.project(name, self._place())
        elif self.draft is None or column.number in self.row.cells or not self._is_node_row():
            self._complain_of_no_name(column)
            return
        if self.draft is not None:
            self._take_fields(self.draft)
            self._take_nodes(self.draft)

    def _is_node_row(self) -> bool:
        """Whether a row without a name is one more node: in a long table whose names were not merged."""
        return any(column.number in self.row.cells for column in self.header.having(Field.NODE_NAME))

    def _complain_of_no_name(self, column: Column) -> None:
        """A row that says something of nothing; a name that could not be read has been told already."""
        cell = self.row.cells.get(column.number)
        used = {each.number for each in self.header.columns if each.field is not Field.SERIAL}
        if (cell is None or is_empty(cell.text)) and used & self.row.cells.keys():
            self._issue(column, "这一行有内容，但没有项目名称，没有读")

    def _take_fields(self, draft: Draft) -> None:
        """What the row says of the project itself."""
        for column in self.header.having(*PLAIN):
            self._put(draft, column.field, self._text(column), column)
        for column in self.header.having(Field.TOTAL, Field.YEAR_PLAN):
            unit = column.unit
            self._put(draft, column.field, self._read(column, lambda cell, unit=unit: read_yuan(cell, unit)), column)  # type: ignore[misc]
        for column in self.header.having(Field.LEAD_UNIT):
            lead, *others = self._names(column) or ("",)
            if not (self.header.is_long and Field.LEAD_UNIT.value in draft.values):
                self._put(draft, Field.LEAD_UNIT, lead, column)
                self._support(draft, others)
        for column in self.header.having(Field.SUPPORT_UNITS):
            self._support(draft, self._names(column))
        self._take_person(draft)
        if self.row.section and not self.header.having(Field.CATEGORY):
            draft.values.setdefault(Field.CATEGORY.value, self.row.section)

    def _support(self, draft: Draft, units: list[str]) -> None:
        """Add units that help; several rows of a project may each name some."""
        known = draft.values.get(Field.SUPPORT_UNITS.value, ())
        lead = draft.values.get(Field.LEAD_UNIT.value)
        draft.values[Field.SUPPORT_UNITS.value] = tuple(dict.fromkeys((*known, *(u for u in units if u != lead))))

    def _take_person(self, draft: Draft) -> None:
        """The liaison, with the telephone number wherever it stands."""
        for column in self.header.having(Field.LIAISON):
            names = self._names(column)
            people = [split_phone(name) for name in names]
            named = [name for name, _ in people if name]
            self._put(draft, Field.LIAISON, named[0] if named else "", column)
            self._put(draft, Field.PHONE, next((phone for _, phone in people if phone), ""), column)
            if len(named) > 1:
                self._tell(f"第{self.row.number}行写了{len(named)}位联络员，只取第一位{named[0]}。")
        for column in self.header.having(Field.PHONE):
            self._put(draft, Field.PHONE, self._text(column), column)

    def _take_nodes(self, draft: Draft) -> None:
        """The nodes of the row: one in a long table, one a column in a wide one."""
        for column in self.header.having(Field.NODE_NAME):
            if name := self._text(column):
                self._add(draft, name, self._own_date(), self._own_unit(draft), column)
        for column in self.header.having(Field.WIDE_NODE):
            day = self._planned(column)
            # What names no day (已完成) still says that there is such a node.
            if day or self._text(column):
                self._add(draft, column.node, day, self._unit_for(column.node), column)
        for column in self.header.having(Field.SPAN):
            span = self._read(column, lambda cell: read_span(cell, self.year)) or ()
            for name, planned in zip((START, END), span, strict=False):
                self._add(draft, name, planned.day, "", column)

    def _own_date(self) -> date | None:
        """The planned day of a long table's row."""
        return next((self._planned(column) for column in self.header.having(Field.NODE_DATE)), None)

    def _own_unit(self, draft: Draft) -> str:
        """The unit of a long table's node: its own column, or a lead other than the project's."""
        for column in self.header.having(Field.NODE_UNIT):
            if not column.node:
                return self._text(column)
        lead = next((names[0] for column in self.header.having(Field.LEAD_UNIT) if (names := self._names(column))), "")
        return lead if lead != draft.values.get(Field.LEAD_UNIT.value) else ""

    def _unit_for(self, node: str) -> str:
        """The unit of a wide table's node, where a column beside it says."""
        return next((self._text(column) for column in self.header.having(Field.NODE_UNIT) if column.node == node), "")

    def _add(self, draft: Draft, name: str, planned: date | None, unit: str, column: Column) -> None:
        """Add a node, unless the project has it already; two days for one node are told."""
        known = draft.nodes.get(same_name(name))
        if known is None:
            made = PlanNodeRow(name, self.gathered.kind_of(name), planned, unit, self._place(column))
            draft.nodes[same_name(name)] = made
        elif planned and known.planned and planned != known.planned:
            self._issue(
                column, f"“{draft.name}”的“{name}”已有计划日期{known.planned}（{known.place}），这里是{planned}"
            )

    def _planned(self, column: Column) -> date | None:
        """The planned day in a column of this row."""
        planned: Planned | None = self._read(column, lambda cell: read_planned(cell, self.year))
        self.guessed += bool(planned and planned.guessed_year)
        return planned.day if planned else None

    def _text(self, column: Column) -> str:
        most = MOST_LETTERS.get(column.field, 200)
        return self._read(column, lambda cell: read_text(cell, most, f"“{column.header}”")) or ""

    def _names(self, column: Column) -> list[str]:
        most = MOST_LETTERS.get(column.field, 200)
        return list(self._read(column, lambda cell: read_names(cell, most, f"“{column.header}”")) or ())

    def _read(self, column: Column, reader: Callable[[Cell], Value]) -> Value | None:
        """What a reader makes of this row's cell in a column; what it cannot read is written down."""
        cell = self.row.cells.get(column.number)
        if cell is None:
            return None
        try:
            return reader(cell)
        except CellProblem as problem:
            if (self.row.number, column.number) not in self.sheet.repeated:
                self._issue(column, str(problem))
            return None

    def _put(self, draft: Draft, what: Field, value: str | int | None, column: Column) -> None:
        """Let the first word count; another one for the same thing is written down."""
        if value is None or value == "":
            return
        known = draft.values.setdefault(what.value, value)
        first = draft.places.setdefault(what.value, self._place(column))
        if known != value:
            self._issue(column, f"“{draft.name}”的{column.header}与{first}写的不一致，以先写的为准")

    def _issue(self, column: Column, reason: str) -> None:
        self.gathered.issues.append(CellIssue(self._place(column), reason))

    def _place(self, column: Column | None = None) -> Place:
        return Place(self.sheet.name, self.row.number, column.letter if column else "")


def spans(rows: Sequence[int]) -> str:
    """Row numbers as people write them: 3—5、9."""
    found: list[list[int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    return "、".join(str(start) if start == end else f"{start}—{end}" for start, end in found)
