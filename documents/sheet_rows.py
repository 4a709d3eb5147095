"""Which rows below a header are projects or nodes, and which are headings, sums, remarks and examples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.sheet_headers import Field, Header, match
from documents.sheet_values import tidy
from documents.workbook_cells import Cell, Sheet

SUM = re.compile(r"^(?:合计|小计|总计|共计|汇总)(?:[:：(（\d]|$)")
REMARK = re.compile(r"^(?:注|备注|说明|填表说明|填报说明|填报人|填表人|制表人?|审核人?|联系人|填报单位|报送单位)[:：]")
NUMBERED = re.compile(r"^(?:第?[一二三四五六七八九十]+[、.．类部章]|[（(][一二三四五六七八九十\d]+[）)])")
NUMERAL = re.compile(r"[（(]?[一二三四五六七八九十]+[）)]?[、.]?")
SECTION_NOISE = re.compile(r"[（(][^（）()]*[）)]|\d+[个项]$")
SECTION_TAIL = re.compile(r"(?:类|类项目|项目|工程)$")
EXAMPLE = re.compile(r"^[（(]?(?:示例|样例|例)[:：）)]")


@dataclass(slots=True)
class Row:
    """One row that says something of a project; `section` is the heading it stands under."""

    number: int
    cells: dict[int, Cell]
    section: str = ""


@dataclass(slots=True)
class RowFilter:
    """Tells the rows that count from the rest, and remembers which examples were passed over."""

    sheet: Sheet
    header: Header
    examples: list[int] = field(default_factory=list)
    _section: str = ""

    def rows(self) -> Iterator[Row]:
        """The rows that count, in order."""
        for number, cells in self._filled().items():
            if self._is_layout(cells) or self._is_heading(number, cells):
                continue
            if self._is_example(cells):
                self.examples.append(number)
                continue
            yield Row(number, cells, self._section)

    def _filled(self) -> dict[int, dict[int, Cell]]:
        """Every row below the header that holds something."""
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(self.sheet.cells.items()):
            if row > self.header.last_row and (cell.kind != "text" or tidy(cell.text)):
                rows.setdefault(row, {})[column] = cell
        return rows

    def _is_layout(self, cells: dict[int, Cell]) -> bool:
        """Whether the row is a sum, a remark, or the header printed again on a new page."""
        texts = [tidy(cell.text) for cell in cells.values()]
        if any(SUM.search(text) for text in texts[:3]) or REMARK.search(texts[0]):
            return True
        printed = {column.number: column.field for column in self.header.columns if not column.node}
        again = [match(tidy(cell.text)) is printed[number] for number, cell in cells.items() if number in printed]
        return len(again) >= 2 and all(again)

    def _is_heading(self, number: int, cells: dict[int, Cell]) -> bool:
        """Whether the row is the heading of a group, such as 一、交通类（5项）; its name is then kept."""
        texts = list(dict.fromkeys(tidy(cell.text) for cell in cells.values()))
        if len(texts) == 2 and NUMERAL.fullmatch(texts[0]):
            heading = texts[1]
        elif len(texts) == 1 and (NUMBERED.search(texts[0]) or self._spans_the_table(number)):
            heading = texts[0]
        else:
            return False
        self._section = SECTION_TAIL.sub("", tidy(SECTION_NOISE.sub("", NUMBERED.sub("", heading))))
        return True

    def _spans_the_table(self, number: int) -> bool:
        """Whether a cell of the row is merged over most of the columns."""
        widths = [right - left + 1 for left, top, right, bottom in self.sheet.merges if top == number == bottom]
        return max(widths, default=0) >= max(2, len(self.header.columns) - 2)

    def _is_example(self, cells: dict[int, Cell]) -> bool:
        """Whether the row is the example of an import template that was left standing."""
        names = [cells[column.number].text for column in self.header.having(Field.NAME) if column.number in cells]
        return any(EXAMPLE.search(tidy(name)) for name in names)
