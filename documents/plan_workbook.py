"""The office's spreadsheet, read: projects and plan nodes as plain values, and every cell that could not be read."""

from datetime import date
from pathlib import Path

from documents.plan_gathered import Gathered
from documents.plan_rows import KindOf, PlanSheetResult
from documents.sheet_headers import Field, Header, find_header
from documents.sheet_reader import SheetReader, spans
from documents.workbook_cells import Sheet, read_cells


def read_workbook(source: Path | bytes, kind_of: KindOf, today: date) -> PlanSheetResult:
    """Read a ledger; raises WorkbookRefused with a sentence. Takes up to seconds: not for the event loop.

    `kind_of` tells a node's kind from its name; `today` gives the year where neither cell nor sheet names one.
    """
    gathered = Gathered(kind_of)
    sheets = [
        sheet for sheet in read_cells(source if isinstance(source, bytes) else source.read_bytes()) if sheet.cells
    ]
    if not sheets:
        gathered.notes.append("表格是空的，没有读到内容。")
    for sheet in sheets:
        _take(gathered, sheet, today.year)
    return gathered.result()


def _take(gathered: Gathered, sheet: Sheet, year: int) -> None:
    """Read one sheet, or note why it was not read."""
    where = f"工作表“{sheet.name}”"
    if not sheet.visible:
        gathered.notes.append(f"{where}是隐藏的，没有读；需要导入请先取消隐藏。")
        return
    header = find_header(sheet, gathered.kind_of, year)
    if header is None:
        if not sheet.name.endswith("说明"):
            gathered.notes.append(f"{where}没有找到表头（至少要有“项目名称”和另外一列），没有读。")
        return
    gathered.notes += [where + note for note in _notes(sheet, header)]
    SheetReader(gathered, sheet, header, year).read()


def _notes(sheet: Sheet, header: Header) -> list[str]:
    """What the office should know of a sheet that is read."""
    notes = []
    filled = {row for row, _ in sheet.cells if row > header.last_row}
    if rows := [row for row in sheet.hidden_rows if row in filled]:
        notes.append(f"有{len(rows)}行是隐藏的（第{spans(rows)}行），也读入了。")
    if letters := [column.letter for column in header.columns if column.number in sheet.hidden_columns]:
        notes.append(f"的{'、'.join(letters)}列是隐藏的，也读入了。")
    if header.ignored:
        notes.append(f"没有用到的列：{'、'.join(header.ignored)}。")
    if sheet.outside:
        notes.append(f"在很远的行列还有{sheet.outside}个单元格有内容，没有读。")
    if header.is_long and not header.having(Field.NODE_DATE):
        notes.append("没有“完成时限”一列，节点没有计划日期。")
    return notes
