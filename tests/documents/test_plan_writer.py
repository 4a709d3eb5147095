"""Spreadsheets that leave the office, looked at with another library."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from documents.plan_rows import PlanNodeRow, PlanProjectRow
from documents.plan_writer import Table, blank_template, write_plan, write_workbook
from models.vocabulary import Color, NodeKind

DANGEROUS = [
    "=1+1",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "http://example.com",
    "{=1}",
    "007",
    "1e5",
    "TRUE",
]


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))


def test_text_stays_text_whatever_it_begins_with() -> None:
    data = write_workbook([Table("问题清单", (("问题", 20),), [(text,) for text in DANGEROUS])])
    sheet = opened(data)["问题清单"]
    for row, text in enumerate(DANGEROUS, 2):
        cell = sheet.cell(row, 1)
        assert (cell.value, cell.data_type) == (text, "s")
        assert cell.hyperlink is None
        assert cell.quotePrefix is (text[0] in "=+-@\t")
    with ZipFile(BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_values_keep_their_kind() -> None:
    values = ("北站路", 3, 2.5, Decimal("1.2345"), date(2026, 6, 30), None, Color.RED, Color.YELLOW, "")
    table = Table("台账", [(str(n), 9) for n in range(len(values))], [values], title="武清区6月台账")
    sheet = opened(write_workbook([table]))["台账"]
    assert sheet["A1"].value == "武清区6月台账"
    assert "A1:I1" in {str(part) for part in sheet.merged_cells.ranges}
    found = [cell.value for cell in sheet[3]]
    assert found == ["北站路", 3, 2.5, 1.2345, datetime(2026, 6, 30), None, "严重滞后", "滞后", None]  # noqa: DTZ001
    assert [sheet.cell(3, column).fill.fgColor.rgb for column in (7, 8)] == ["FFC8281F", "FFF7BF1C"]
    assert sheet["E3"].number_format == 'yyyy"年"m"月"d"日"'
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref == "A2:I3"


def test_the_same_rows_give_the_same_bytes() -> None:
    project = PlanProjectRow(
        "北站路", nodes=(PlanNodeRow("环评", NodeKind.ENVIRONMENTAL_ASSESSMENT, date(2026, 6, 30)),)
    )
    assert write_plan([project]) == write_plan([project])
    assert blank_template(2026) == blank_template(2026)


@pytest.mark.parametrize("text", ["a\x00b", "\ud800x", "\x0b", "长" * 40_000, "\uffff", "第一行\n第二行"])
def test_no_text_can_break_the_file(text: str) -> None:
    sheet = opened(write_workbook([Table("x", (("问题", 20),), [(text,)])]))["x"]
    kept = sheet["A2"].value or ""
    assert len(kept) <= 32_000
    assert set(kept) <= set(text)
    if "行" in text:
        assert kept == text


def test_money_is_shown_in_ten_thousands_of_yuan() -> None:
    project = PlanProjectRow("北站路", total_yuan=230_000_000, year_yuan=12_345)
    row = [cell.value for cell in opened(write_plan([project]))["项目台账"][2]]
    assert row[-2:] == [23000, 1.2345]


def test_the_blank_form_explains_itself() -> None:
    book = opened(blank_template(2026))
    assert book.sheetnames == ["项目台账", "计划节点", "填写说明"]
    headers = [cell.value for cell in book["项目台账"][1]]
    assert {"项目名称", "牵头单位", "配合单位", "牵头领导", "联络员", "总投资（万元）"} <= set(headers)
    assert [cell.value for cell in book["计划节点"][1]] == ["项目名称", "节点名称", "节点责任单位", "完成时限"]
    assert book["项目台账"]["A2"].value.startswith("示例：")


def test_nothing_to_write_is_still_a_workbook() -> None:
    assert opened(write_plan([])).sheetnames == ["项目台账", "计划节点"]
