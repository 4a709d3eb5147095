"""Which row of a sheet is its header, and what each column means, by the words offices use."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from documents.plan_rows import KindOf, letters
from documents.sheet_values import is_empty, looks_planned, tidy, unit_of
from documents.workbook_cells import Cell, Sheet
from models.vocabulary import NodeKind

SEARCHED_ROWS = 40
MOST_HEADER_ROWS = 4


class Field(Enum):
    """What a column holds; the values are the groups of header_words.toml and the fields of a PlanProjectRow."""

    NAME = "name"
    CATEGORY = "category"
    TOWN = "town"
    LEAD_UNIT = "lead_unit"
    SUPPORT_UNITS = "support_units"
    LEADER = "leader"
    LIAISON = "liaison"
    PHONE = "phone"
    OWNER = "owner"
    TOTAL = "total_yuan"
    YEAR_PLAN = "year_yuan"
    NODE_NAME = "node_name"
    NODE_DATE = "node_date"
    NODE_UNIT = "node_unit"
    SPAN = "span"  # start and end in one cell
    WIDE_NODE = "wide_node"  # the column is a node, the cell its planned day
    SERIAL = "serial"


def _known_headers() -> Mapping[str, Field]:
    """Every known header, blanks removed and width made one, with what it means."""
    groups = tomllib.loads((Path(__file__).parent / "header_words.toml").read_text("utf-8"))
    return {unicodedata.normalize("NFKC", word): Field(group) for group, words in groups.items() for word in words}


EXACT = _known_headers()
# What looks like a plan but is none: what happened, when it was written down, for how long.
NOT_PLANNED = re.compile(
    r"实际|填报|更新|报送时|录入|统计|进展|进度|情况|备注|存在|问题|措施|建设内容|规模|工期|年限|性质|资金来源|"
    r"到位|累计|已完成|是否|批文|文号|下步|下一步|依据|面积|得分|截至"
)
YEAR_MONEY = re.compile(
    r"^(?:20\d\d年?度?|年度|本年度?|今年|当年|全年)(?:计划|目标|完成|预计)*投资(?:计划|目标|额|计划额|目标额)?$"
)
LEADING_YEAR = re.compile(r"^(?:20\d\d年度?|年度|本年度?)(?=.)")
TIME_TAIL = re.compile(r"(?:计划)?(?:完成|办结)?(?:时间|时限|日期|期限|节点)$")
PLAN_HEAD = re.compile(r"^(?:计划|拟|预计|预期|力争|目标|要求)+")
BESIDE = re.compile(r"(?:及|和|与|、|/)(?:联系)?(?:电话|方式|职务|手机号?码?)+$")
CONTAINER = re.compile(r"节点|前期|手续|计划|推进|时序|安排|里程碑|阶段|时间")
MONEY_PARENT = re.compile(r"投资|资金")
LEADS = re.compile(r"牵头|主责")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds; `node` names the plan node where the header does, `unit` the unit of money."""

    number: int
    field: Field
    header: str
    node: str = ""
    unit: str | None = None

    @property
    def letter(self) -> str:
        """Its letters in Excel."""
        return letters(self.number)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its rows, what its columns mean, which were not understood, and the year written above."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]
    ignored: tuple[str, ...] = ()
    year: int | None = None

    def having(self, *wanted: Field) -> list[Column]:
        """The columns that hold one of these."""
        return [column for column in self.columns if column.field in wanted]

    @property
    def is_long(self) -> bool:
        """Whether each row is a node, rather than a whole project."""
        return bool(self.having(Field.NODE_NAME))


def find_header(sheet: Sheet, kind_of: KindOf, year: int) -> Header | None:
    """The header of a sheet's table, or None where there is none."""
    rows = sorted({row for row, _ in sheet.cells})[:SEARCHED_ROWS]
    first = next((row for row in rows if _is_header(_row_texts(sheet, row), kind_of)), None)
    return _HeaderReader(sheet, first, kind_of, year).read() if first else None


def bare(header: str) -> str:
    """A header without blanks, marks and what stands in brackets."""
    narrow = re.sub(r"[\s*:：★▲]", "", unicodedata.normalize("NFKC", header))
    if narrow in EXACT:
        return narrow
    return BESIDE.sub("", re.sub(r"\([^()]*\)", "", narrow))


def match(header: str) -> Field | None:
    """The field that a header names, or None."""
    plain = bare(header)
    if YEAR_MONEY.match(plain):
        return Field.YEAR_PLAN
    return EXACT.get(plain) or EXACT.get(LEADING_YEAR.sub("", plain))


def node_name(header: str) -> str:
    """The node that a header names: 计划开工时间 → 开工."""
    plain = PLAN_HEAD.sub("", LEADING_YEAR.sub("", bare(header)))
    return TIME_TAIL.sub("", plain) or "完成"


class _HeaderReader:
    """Reads one header: its rows, then the meaning of each column from its texts and from what stands below."""

    def __init__(self, sheet: Sheet, first: int, kind_of: KindOf, year: int) -> None:
        self.sheet, self.first, self.kind_of, self.year = sheet, first, kind_of, year
        self.last = _last_header_row(sheet, first)
        self.above = " ".join(cell.text for (row, _), cell in sheet.cells.items() if row < first)
        self.below: dict[int, list[Cell]] = {}
        for (row, column), cell in sheet.cells.items():
            if row > self.last and not is_empty(cell.text):
                self.below.setdefault(column, []).append(cell)

    def read(self) -> Header:
        """The header as a whole."""
        labels = _labels(self.sheet, self.first, self.last)
        columns = _settle([made for number, parts in sorted(labels.items()) if (made := self._column(number, parts))])
        known = {column.number for column in columns}
        ignored = tuple(dict.fromkeys(parts[-1] for number, parts in sorted(labels.items()) if number not in known))
        year = _year_in(self.above) or _year_in(self.sheet.name)
        return Header(self.first, self.last, tuple(columns), ignored, year)

    def _column(self, number: int, parts: list[str]) -> Column | None:
        """What one column means, or None where it is not used."""
        own, parents = parts[-1], parts[:-1]
        found = _named_field(own, parents)
        if found is None and any(NOT_PLANNED.search(bare(part)) for part in parts):
            return None
        parent = next((part for part in reversed(parents) if not self._is_container(part)), "")
        if parent and found in (Field.NODE_DATE, Field.LEAD_UNIT, Field.NODE_UNIT):
            meaning = Field.WIDE_NODE if found is Field.NODE_DATE else Field.NODE_UNIT
            return Column(number, meaning, own, node=node_name(parent))
        if found in (Field.TOTAL, Field.YEAR_PLAN):
            return Column(number, found, own, unit=unit_of(" ".join(reversed(parts))) or unit_of(self.above))
        if found:
            return Column(number, found, own)
        return Column(number, Field.WIDE_NODE, own, node=node_name(own)) if self._is_node(number, parts) else None

    def _is_container(self, header: str) -> bool:
        """Whether a parent header only gathers others (计划节点, 前期手续) and is no node itself."""
        plain = bare(header)
        return match(header) is not None or (
            bool(CONTAINER.search(plain)) and self.kind_of(node_name(plain)) is NodeKind.OTHER
        )

    def _is_node(self, number: int, parts: list[str]) -> bool:
        """Whether a column is a node: by its name (开工时间), or by its kind or parent together with what it holds."""
        if TIME_TAIL.search(bare(parts[-1])):
            return True
        gathered = any(self._is_container(parent) for parent in parts[:-1])
        if not gathered and self.kind_of(bare(parts[-1])) is NodeKind.OTHER:
            return False
        filled = self.below.get(number, [])
        planned = sum(looks_planned(cell, self.year) for cell in filled)
        return planned * 2 >= len(filled) if filled else gathered


def _is_header(texts: Sequence[str], kind_of: KindOf) -> bool:
    """Whether a row names a project column and at least one more, be it a node."""
    fields = {match(text) for text in texts} - {None}
    unnamed = {bare(text) for text in texts if match(text) is None}
    others = [text for text in unnamed if TIME_TAIL.search(text) or kind_of(text) is not NodeKind.OTHER]
    return Field.NAME in fields and len(fields) + len(others) >= 2


def _row_texts(sheet: Sheet, row: int) -> list[str]:
    return [cell.text for (at, _), cell in sheet.cells.items() if at == row]


def _last_header_row(sheet: Sheet, first: int) -> int:
    """A header of several rows is told by its merged cells: downwards over its rows, or sideways over children."""
    last = first
    for left, top, right, bottom in sheet.merges:
        if top != first or (top, left) not in sheet.cells:
            continue
        has_children = right > left and any((bottom + 1, column) in sheet.cells for column in range(left, right + 1))
        last = max(last, bottom + 1 if has_children else bottom)
    return min(last, first + MOST_HEADER_ROWS - 1)


def _labels(sheet: Sheet, first: int, last: int) -> dict[int, list[str]]:
    """For each column the header texts from top to bottom, a parent repeated over its children."""
    texts = {place: cell.text for place, cell in sheet.cells.items() if first <= place[0] <= last}
    for left, top, right, bottom in sheet.merges:
        if (top, left) in texts:
            covered = [(row, column) for row in range(top, min(bottom, last) + 1) for column in range(left, right + 1)]
            texts.update(dict.fromkeys(covered, texts[top, left]))
    labels: dict[int, list[str]] = {}
    for (_, column), text in sorted(texts.items()):
        parts = labels.setdefault(column, [])
        if tidy(text) and tidy(text) not in parts:
            parts.append(tidy(text))
    return {column: parts for column, parts in labels.items() if parts}


def _named_field(own: str, parents: list[str]) -> Field | None:
    """The field named by a header, alone or together with its parent (联络员 over 姓名, 投资 over 2026年计划)."""
    found = match(own)
    if found or not parents:
        return found
    if bare(own) in ("姓名", "名称"):
        return match(parents[-1])
    joined = match(parents[-1] + own)
    return match(own + "投资") if joined is None and MONEY_PARENT.search(bare(parents[-1])) else joined


def _settle(columns: list[Column]) -> list[Column]:
    """Let no two columns claim the same: the second lead answers for nodes, a lone deadline is a node of its own."""
    leads = [column for column in columns if column.field is Field.LEAD_UNIT]
    leader = next((column for column in leads if LEADS.search(column.header)), leads[0] if leads else None)
    has_nodes = any(column.field is Field.NODE_NAME for column in columns)
    seen: set[tuple[Field, str]] = set()
    settled = []
    for column in columns:
        if column.field is Field.LEAD_UNIT and column is not leader:
            column = replace(column, field=Field.NODE_UNIT if has_nodes else Field.SUPPORT_UNITS)
        if column.field is Field.NODE_DATE and not has_nodes:
            column = replace(column, field=Field.WIDE_NODE, node=node_name(column.header))
        if (column.field, column.node) not in seen or column.field is Field.SUPPORT_UNITS:
            settled.append(column)
        seen.add((column.field, column.node))
    return settled


def _year_in(text: str) -> int | None:
    """The year that a title or a sheet's name gives."""
    found = re.search(r"(20\d\d)\s*年", text)
    return int(found[1]) if found else None
