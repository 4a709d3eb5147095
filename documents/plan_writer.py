"""Spreadsheets that leave the office: any ledger, the plan in the form that can be read back, a blank form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from documents.plan_rows import PlanProjectRow
from models.vocabulary import Color

Value = str | int | float | Decimal | date | Color | None

PAINT = {Color.RED: ("#C8281F", "#FFFFFF"), Color.YELLOW: ("#F7BF1C", "#3B2A00"), Color.GREEN: ("#2A8A48", "#FFFFFF")}
MOST_TEXT = 32_000  # Excel refuses a file with longer cells
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WAN = 10_000
# Nobody's clock: the same rows must give the same bytes.
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  # the format knows no zones
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": 'yyyy"年"m"月"d"日"',
}


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its name, a title above (may be empty), columns as header and width in characters, and rows."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Value]]
    title: str = ""


PROJECT_COLUMNS = (
    ("项目名称", 36),
    ("行业类别", 12),
    ("属地", 14),
    ("牵头单位", 20),
    ("配合单位", 28),
    ("牵头领导", 14),
    ("联络员", 10),
    ("联系电话", 15),
    ("建设单位", 26),
    ("总投资（万元）", 16),
    ("年度计划投资（万元）", 22),
)
NODE_COLUMNS = (("项目名称", 36), ("节点名称", 30), ("节点责任单位", 22), ("完成时限", 18))
HELP = (
    ("“项目台账”一行填一个项目，“计划节点”一行填一个节点；两张表用项目名称对应，名称要写得一样。",),
    ("完成时限写到日，如 2026年6月30日；只写到月（2026年6月）或季度（2026年二季度），按当月、当季最后一天算。",),
    ("投资填数字，单位看表头；也可以在格里写明单位，如 2.3亿元。没有的留空。",),
    ("配合单位有几家的，用顿号隔开。节点由牵头单位自己办的，节点责任单位可以留空。",),
    ("以“示例：”开头的行不会导入，可以留着，也可以删去。表头可以增列，认不出的列会告诉您。",),
)


def write_workbook(tables: Sequence[Table]) -> bytes:
    """A spreadsheet of these tables; text always stays text, whatever it begins with."""
    import xlsxwriter  # not for every start

    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"created": CREATED})
        formats = _Formats(book)
        for table in tables:
            _write(book.add_worksheet(table.name[:31]), table, formats)
    return out.getvalue()


def write_plan(projects: Sequence[PlanProjectRow]) -> bytes:
    """The plan as an office keeps it; `read_workbook` reads the same back."""
    nodes = [(project.name, node.name, node.unit, node.planned) for project in projects for node in project.nodes]
    ledger = Table("项目台账", PROJECT_COLUMNS, [_project_row(project) for project in projects])
    return write_workbook([ledger, Table("计划节点", NODE_COLUMNS, nodes)])


def blank_template(year: int) -> bytes:
    """The form an office fills in to import its plan, with an example that is never imported."""
    name = "示例：北站配套道路工程"
    example = PlanProjectRow(
        name,
        "交通",
        "杨村街道",
        "区住房城乡建设委",
        ("区发展改革局", "区城市管理委"),
        "张某某",
        "李某某",
        "13800000000",
        "某某建设有限公司",
        230_000_000,
        80_000_000,
    )
    nodes = (
        (name, "环境影响评价批复", "区生态环境局", date(year, 3, 31)),
        (name, "施工许可", "", date(year, 6, 30)),
        (name, "开工", "", date(year, 9, 30)),
    )
    return write_workbook(
        [
            Table("项目台账", PROJECT_COLUMNS, [_project_row(example)]),
            Table("计划节点", NODE_COLUMNS, nodes),
            Table("填写说明", (("填写说明", 100),), HELP),
        ]
    )


def _project_row(project: PlanProjectRow) -> tuple[Value, ...]:
    return (
        project.name,
        project.category,
        project.town,
        project.lead_unit,
        "、".join(project.support_units),
        project.leader,
        project.liaison,
        project.phone,
        project.owner,
        _wan(project.total_yuan),
        _wan(project.year_yuan),
    )


def _wan(yuan: int | None) -> Decimal | None:
    return None if yuan is None else Decimal(yuan) / WAN


class _Formats:
    """The looks of cells, each made once a book."""

    def __init__(self, book: Any) -> None:
        base = {"font_name": "宋体", "font_size": 11, "border": 1, "border_color": "#BFC7D1", "valign": "vcenter"}
        add = book.add_format
        self.title = add({"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"})
        self.head = add({**base, "bold": True, "bg_color": "#E4EAF2", "align": "center", "text_wrap": True})
        self.text = add({**base, "text_wrap": True})
        # Excel's own guard: the text stays text even when somebody edits the cell.
        self.guarded = add({**base, "text_wrap": True, "quote_prefix": True})
        self.whole = add({**base, "num_format": "#,##0"})
        self.decimal = add({**base, "num_format": "#,##0.00##"})
        self.day = add({**base, "num_format": 'yyyy"年"m"月"d"日"', "align": "left"})
        self.colors = {
            color: add({**base, "bg_color": back, "font_color": front, "bold": True, "align": "center"})
            for color, (back, front) in PAINT.items()
        }


def _write(sheet: Any, table: Table, formats: _Formats) -> None:
    """Fill one sheet: title, header, rows; the header stays in sight and is repeated in print."""
    top = 0
    if table.title:
        if len(table.columns) > 1:
            sheet.merge_range(0, 0, 0, len(table.columns) - 1, "", formats.title)
        sheet.write_string(0, 0, _clean(table.title), formats.title)
        sheet.set_row(0, 30)
        top = 1
    for column, (header, width) in enumerate(table.columns):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, header, formats.head)
    for row, values in enumerate(table.rows, top + 1):
        for column, value in enumerate(values):
            _write_cell(sheet, row, column, value, formats)
    sheet.freeze_panes(top + 1, 1)
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if table.rows:
        sheet.autofilter(top, 0, top + len(table.rows), len(table.columns) - 1)


def _write_cell(sheet: Any, row: int, column: int, value: Value, formats: _Formats) -> None:
    """Write one value by its kind, never letting the library guess what a text means."""
    match value:
        case None | "":
            sheet.write_blank(row, column, None, formats.text)
        case Color():
            sheet.write_string(row, column, value.label, formats.colors[value])
        case str():
            text = _clean(value)
            sheet.write_string(row, column, text, formats.guarded if text.startswith(FORMULA_STARTS) else formats.text)
        case date():
            sheet.write_datetime(row, column, value, formats.day)
        case _:
            whole = value == int(value)
            sheet.write_number(row, column, float(value), formats.whole if whole else formats.decimal)


def _clean(text: str) -> str:
    """Text that a spreadsheet can hold."""
    kept = "".join(char for char in text if char in "\n\t" or (char >= " " and not "\ud800" <= char <= "\udfff"))
    return kept.replace("\ufffe", "").replace("\uffff", "")[:MOST_TEXT]
