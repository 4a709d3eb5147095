"""Ledgers as offices keep them, read from real files."""

import asyncio
import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet import _reader

from documents import workbook_cells, workbook_child
from documents.plan_rows import PlanNodeRow, PlanProjectRow, PlanSheetResult, letters
from documents.plan_workbook import read_workbook
from documents.plan_writer import blank_template, write_plan
from models.vocabulary import NodeKind
from tests.documents.ledgers import kind_of, ledger, saved

TODAY = date(2026, 6, 12)


def read(data: bytes) -> PlanSheetResult:
    """Read a ledger without a process for its cells: that process has tests of its own, and takes a second a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_reader, "WorkSheetParser", _reader.WorkSheetParser)  # the child replaces it for good
        patch.setattr(workbook_cells, "_run", cells_read_here)
        return read_workbook(data, kind_of, TODAY)


def cells_read_here(data: bytes) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in workbook_child.lines(data))


def read_apart(data: bytes) -> PlanSheetResult:
    return read_workbook(data, kind_of, TODAY)


def days(project: PlanProjectRow) -> dict[str, str | None]:
    return {node.name: node.planned.isoformat() if node.planned else None for node in project.nodes}


WIDE = [
    ["武清区2026年重点建设项目推进计划表"],
    ["填报单位：区发改局", None, None, None, "单位：万元"],
    [
        "序号",
        "项目名称",
        "责任单位",
        None,
        "包联领导",
        "联络员及电话",
        "投资",
        None,
        "计划节点",
        None,
        None,
        None,
        "存在问题",
    ],
    [None, None, "牵头", "配合", None, None, "总投资", "2026年计划", "立项", "环评批复", "开工时间", "竣工时间", None],
    ["一", "交通类（2项）"],
    [
        1,
        "北站路配套\n道路工程",
        "区住建委",
        "区规资局、区城管委",
        "王副区长",
        "张伟 13800000000",
        23000,
        "0.8亿元",
        "已完成",
        date(2026, 3, 31),
        "2026.6",
        "2027年12月底",
        "青苗补偿",
    ],
    [2, "京滨大道综合管廊二期", "开发区管委会", "", "李主任", "李强", 2.5, 5000, "/", "6月底", 46300, "2027年", ""],
    ["二", "民生类（1项）"],
    [
        3,
        "第二人民医院迁建",
        "区卫健委",
        "区住建委",
        "",
        "王芳",
        "约12亿",
        "3亿元",
        "2026年2月30日",
        "长期",
        "2026年二季度",
        "#REF!",
        "",
    ],
    ["合计", None, None, None, None, None, 999_999],
    ["注：以上数据截至5月底"],
]
WIDE_MERGES = ("A1:M1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "G3:H3", "I3:L3", "M3:M4")


def show_yi(sheet: Any) -> None:
    sheet["G7"].number_format = '0.0"亿元"'


@pytest.fixture(scope="module")
def wide() -> PlanSheetResult:
    return read(ledger(WIDE, WIDE_MERGES, "台账", show_yi))


def test_a_wide_ledger_gives_a_project_a_row(wide: PlanSheetResult) -> None:
    road, gallery, hospital = wide.projects
    assert road == PlanProjectRow(
        name="北站路配套道路工程",
        category="交通",
        lead_unit="区住建委",
        support_units=("区规资局", "区城管委"),
        leader="王副区长",
        liaison="张伟",
        phone="13800000000",
        total_yuan=230_000_000,
        year_yuan=80_000_000,
        nodes=(
            PlanNodeRow("立项", NodeKind.PROJECT_APPROVAL),
            PlanNodeRow("环评批复", NodeKind.ENVIRONMENTAL_ASSESSMENT, date(2026, 3, 31)),
            PlanNodeRow("开工", NodeKind.START, date(2026, 6, 30)),
            PlanNodeRow("竣工", NodeKind.COMPLETION, date(2027, 12, 31)),
        ),
    )
    assert (gallery.total_yuan, gallery.year_yuan, gallery.category) == (250_000_000, 50_000_000, "交通")
    assert days(gallery) == {"环评批复": "2026-06-30", "开工": "2026-10-05", "竣工": "2027-12-31"}
    assert (hospital.category, hospital.total_yuan, hospital.year_yuan) == ("民生", 1_200_000_000, 300_000_000)
    assert hospital.support_units == ("区住建委",)


def test_every_unreadable_cell_is_told_with_its_place(wide: PlanSheetResult) -> None:
    assert [str(issue) for issue in wide.issues] == [
        "工作表“台账”第6行I列：写的是“已完成”，没有计划日期",
        "工作表“台账”第9行I列：没有2026年2月30日这一天",
        "工作表“台账”第9行J列：“长期”没有确定的日期",
        "工作表“台账”第9行L列：公式出错，显示为 #REF!",
    ]
    assert "工作表“台账”没有用到的列：存在问题。" in wide.notes
    assert "工作表“台账”有1个日期没有写年份，按2026年读。" in wide.notes


def test_a_task_list_of_the_quarter_gives_a_node_a_row() -> None:
    rows = [
        ["2026年第二季度工作任务单"],
        ["序号", "重点工作事项", "具体任务目标", "主责部门", "配合部门", "相关协调推动组", "完成时限"],
        [1, "北站路", "取得环评批复", "区住建委", "区生态环境局", "交通组", "5月底"],
        [None, None, "取得施工许可", "区住建委", "区行政审批局", "交通组", "6月30日前"],
        [None, None, "征地拆迁", "杨村街道", "", "交通组", "2026年6月中旬"],
        [2, "南湾泵站", "水保批复", "区水务局", None, "水务组", "2026/7/15"],
        [None, None, "进场", "区水务局", None, "水务组", "待定"],
    ]
    result = read(ledger(rows, ("A1:G1", "A3:A5", "B3:B5"), "二季度"))
    road, pump = result.projects
    assert days(road) == {"取得环评批复": "2026-05-31", "取得施工许可": "2026-06-30", "征地拆迁": "2026-06-20"}
    assert (road.lead_unit, road.support_units) == ("区住建委", ("区生态环境局", "区行政审批局"))
    assert [node.unit for node in road.nodes] == ["", "", "杨村街道"]
    assert days(pump) == {"水保批复": "2026-07-15", "进场": None}  # B7 is empty and not merged: still the pump
    assert [str(issue.place) for issue in result.issues] == ["工作表“二季度”第7行G列"]


def test_nodes_beside_each_other_with_their_own_units() -> None:
    rows = [
        ["序号", "工程名称", "属地", "环评", None, None, "施工许可手续", None, "计划开竣工时间", "总投资（亿元）"],
        [None, None, None, "计划完成时间", "责任单位", "完成情况", "计划完成时间", "责任单位", None, None],
        [
            1,
            "南湾泵站",
            "大黄堡镇",
            date(2026, 6, 30),
            "区生态环境局",
            "已批",
            "8月",
            "区行政审批局",
            "2026.3-2027.12",
            2.3,
        ],
    ]
    merges = ("A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:H1", "I1:I2", "J1:J2")
    (pump,) = read(ledger(rows, merges)).projects
    assert (pump.town, pump.total_yuan) == ("大黄堡镇", 230_000_000)
    assert days(pump) == {
        "环评": "2026-06-30",
        "施工许可手续": "2026-08-31",
        "开工": "2026-03-31",
        "竣工": "2027-12-31",
    }
    assert [node.unit for node in pump.nodes] == ["区生态环境局", "区行政审批局", "", ""]


@pytest.mark.parametrize(
    ("header", "attribute"),
    [
        *[(word, "lead_unit") for word in ("责任单位", "牵头单位", "主责部门", "牵头部门", "行业主管部门")],
        *[(word, "leader") for word in ("牵头领导", "包联领导", "分管领导", "区级领导")],
        *[(word, "liaison") for word in ("联络员", "联系人", "项目负责人")],
        *[(word, "town") for word in ("属地", "镇街", "所在镇街", "建设地点")],
        *[(word, "category") for word in ("行业", "类别", "项目类别", "所属 行业*")],
        *[(word, "owner") for word in ("建设单位", "项目业主", "实施主体")],
    ],
)
@pytest.mark.parametrize("name", ["项目名称"])
def test_header_words_of_offices(header: str, attribute: str, name: str) -> None:
    (project,) = read(ledger([[name, header], ["北站路", "某某"]])).projects
    assert getattr(project, attribute) == "某某"


@pytest.mark.parametrize(
    "name", ["工程名称", "项目", "重点项目名称", "重点工作事项", "项 目 名 称", "项目（工程）名称", "项目\n名称"]
)
def test_header_words_for_the_project(name: str) -> None:
    (project,) = read(ledger([["序号", name, "责任单位"], [1, "北站路", "区住建委"]])).projects
    assert (project.name, project.lead_unit) == ("北站路", "区住建委")


@pytest.mark.parametrize(
    "header",
    [
        "年度计划投资（万元）",
        "2026年计划投资(万元)",
        "本年度投资计划（万元）",
        "2026年度投资（万元）",
        "今年计划投资\n（万元）",
    ],
)
def test_the_years_money_is_not_the_total(header: str) -> None:
    (project,) = read(ledger([["项目名称", "总投资（亿元）", header], ["北站路", 2.3, 1200]])).projects
    assert (project.total_yuan, project.year_yuan) == (230_000_000, 12_000_000)


def test_money_without_a_unit_is_asked_about() -> None:
    result = read(ledger([["项目名称", "总投资"], ["北站路", 2300], ["南站路", "2300万"]]))
    assert [project.total_yuan for project in result.projects] == [None, 23_000_000]
    assert "没有写单位" in str(result.issues[0])


def test_what_is_not_planned_is_no_node() -> None:
    rows = [
        ["项目名称", "实际开工时间", "更新时间", "建设年限", "资金来源", "环评办理情况", "计划开工时间"],
        ["北站路", "2026-05-20", "2026-06-01", "2026-2027", "专项债", "已批", "2026-05-31"],
    ]
    result = read(ledger(rows))
    assert days(result.projects[0]) == {"开工": "2026-05-31"}
    assert result.notes == ("工作表“Sheet1”没有用到的列：实际开工时间、更新时间、建设年限、资金来源、环评办理情况。",)


def test_a_column_named_after_a_procedure_is_a_node_when_it_holds_dates() -> None:
    rows = [
        ["项目名称", "环评", "施工许可", "资金"],
        ["北站路", "2026年5月", "/", "专项债"],
        ["南站路", "6月底", "2026.8", "自筹"],
    ]
    result = read(ledger(rows))
    assert days(result.projects[0]) == {"环评": "2026-05-31"}
    assert days(result.projects[1]) == {"环评": "2026-06-30", "施工许可": "2026-08-31"}
    assert result.issues == ()


def test_months_that_excel_made_days_of_mean_the_whole_month() -> None:
    def formats(sheet: Any) -> None:
        sheet["B2"].number_format = 'yyyy"年"m"月"'
        sheet["C2"].number_format = "yyyy/m/d"

    rows = [["项目名称", "开工时间", "竣工时间"], ["北站路", date(2026, 6, 1), date(2026, 7, 1)]]
    assert days(read(ledger(rows, change=formats)).projects[0]) == {"开工": "2026-06-30", "竣工": "2026-07-01"}


def test_the_year_of_the_title_is_meant_where_a_cell_names_none() -> None:
    rows = [["2027年重点项目计划"], ["项目名称", "开工时间"], ["北站路", "6月底"]]
    assert days(read(ledger(rows, ("A1:B1",))).projects[0]) == {"开工": "2027-06-30"}
    assert days(read(ledger(rows[1:], title="2025年台账")).projects[0]) == {"开工": "2025-06-30"}
    assert days(read(ledger(rows[1:])).projects[0]) == {"开工": "2026-06-30"}


def test_several_sheets_tell_of_one_project() -> None:
    book = openpyxl.Workbook()
    book.active.title = "台账"
    for row in (["项目名称", "责任单位"], ["北站路（一期）", "区住建委"]):
        book.active.append(row)
    other = book.create_sheet("节点")
    for row in (["项目名称", "节点名称", "完成时限"], ["北站路(一期) ", "环评", "6月底"], ["南站路", "环评", "7月底"]):
        other.append(row)
    again = book.create_sheet("变更")
    for row in (["项目名称", "责任单位", "环评时间"], ["北站路（一期）", "区城管委", "8月底"]):
        again.append(row)
    result = read(saved(book))
    assert [project.name for project in result.projects] == ["北站路（一期）", "南站路"]
    assert result.projects[0].lead_unit == "区住建委"
    assert days(result.projects[0]) == {"环评": "2026-06-30"}
    assert [str(issue.place) for issue in result.issues] == ["工作表“变更”第2行B列", "工作表“变更”第2行C列"]


def test_hidden_rows_columns_and_sheets_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["项目名称", "责任单位"], ["甲路", "甲局"], ["乙路", "乙局"], ["丙路", "丙局"], ["丁路", "丁局"]):
        sheet.append(row)
    for number in (2, 3, 5):
        sheet.row_dimensions[number].hidden = True
    sheet.column_dimensions["B"].hidden = True
    old = book.create_sheet("旧版")
    old.append(["项目名称", "责任单位"])
    old.append(["戊路", "戊局"])
    old.sheet_state = "hidden"
    result = read(saved(book))
    assert [project.lead_unit for project in result.projects] == ["甲局", "乙局", "丙局", "丁局"]
    assert result.notes == (
        "工作表“Sheet”有3行是隐藏的（第2—3、5行），也读入了。",
        "工作表“Sheet”的B列是隐藏的，也读入了。",
        "工作表“旧版”是隐藏的，没有读；需要导入请先取消隐藏。",
    )


def test_formulas_give_their_computed_value_or_are_told(tmp_path: Path) -> None:
    path = tmp_path / "计划.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["项目名称", "总投资（万元）", "责任单位"])
        sheet.write(1, 0, "北站路")
        sheet.write_formula(1, 1, "=1000*2", None, 2000)
        sheet.write_formula(1, 2, '=IF(1,"","")', None, "")
    (project,) = read_workbook(path, kind_of, TODAY).projects
    assert (project.total_yuan, project.lead_unit) == (20_000_000, "")
    result = read(ledger([["项目名称", "总投资（万元）"], ["北站路", "=1000*2"]]))
    assert result.projects[0].total_yuan is None
    assert "打开保存一次" in str(result.issues[0])


def test_rows_that_are_no_projects_are_passed_over_and_lost_names_told() -> None:
    rows = [
        ["项目名称", "责任单位", "开工时间"],
        ["一、交通类"],
        ["北站路", "区住建委", "6月底"],
        ["小计", "1项"],
        ["项目名称", "责任单位", "开工时间"],
        ["示例：某某路", "某局", "6月底"],
        [None, "区水务局", "7月底"],
        ["填表人：张三"],
        ["#N/A", "区水务局", "8月底"],
    ]
    result = read(ledger(rows))
    assert [(project.name, project.category) for project in result.projects] == [("北站路", "交通")]
    assert [str(issue) for issue in result.issues] == [
        "工作表“Sheet1”第7行A列：这一行有内容，但没有项目名称，没有读",
        "工作表“Sheet1”第9行A列：公式出错，显示为 #N/A",
    ]
    assert "工作表“Sheet1”第6行是示例，没有读入。" in result.notes


def test_a_bad_merged_cell_is_told_once() -> None:
    rows = [
        ["项目名称", "节点名称", "完成时限"],
        ["北站路", "环评", "待定"],
        [None, "施工许可", None],
        [None, "开工", None],
    ]
    result = read(ledger(rows, ("A2:A4", "C2:C4")))
    assert len(result.issues) == 1
    assert len(result.projects[0].nodes) == 3


def test_a_sheet_without_a_header_is_told() -> None:
    result = read(ledger([["随便写的"], ["北站路", "进展顺利"]]))
    assert result.projects == ()
    assert "没有找到表头" in result.notes[0]


def test_an_empty_workbook_is_told() -> None:
    assert read(ledger([])).notes == ("表格是空的，没有读到内容。",)


def test_too_long_a_name_is_told_and_not_cut() -> None:
    result = read(ledger([["项目名称", "责任单位"], ["长" * 201, "区住建委"], ["北站路", "局" * 121]]))
    assert [(project.name, project.lead_unit) for project in result.projects] == [("北站路", "")]
    assert [issue.place.row for issue in result.issues] == [2, 3]


def test_two_far_cells_are_told_and_not_walked_to() -> None:
    def far(sheet: Any) -> None:
        sheet["XFD1048576"] = "远"

    result = read(ledger([["项目名称", "责任单位"], ["北站路", "区住建委"]], change=far))
    assert [project.name for project in result.projects] == ["北站路"]
    assert any("很远的行列" in note for note in result.notes)


def test_the_blank_form_is_accepted_and_its_example_is_not_imported() -> None:
    form = blank_template(2026)
    result = read(form)
    assert result.projects == ()
    assert result.issues == ()
    book = openpyxl.load_workbook(BytesIO(form))
    book["项目台账"].append(["北站路", "交通", "杨村街道", "区住建委"])
    book["计划节点"].append(["北站路", "环评", "区生态环境局", "2026年6月底"])
    (project,) = read(saved(book)).projects
    assert (project.name, project.category, project.town, project.lead_unit) == (
        "北站路",
        "交通",
        "杨村街道",
        "区住建委",
    )
    assert project.nodes == (PlanNodeRow("环评", NodeKind.ENVIRONMENTAL_ASSESSMENT, date(2026, 6, 30), "区生态环境局"),)


WORDS = st.text("北站路工程区住建委员会杨村街道武清㙓𠮷堃ABC19（）·—=+-@'\"#&<>", min_size=1, max_size=12)
NAMES = WORDS.map(lambda word: f"{word[0] if word[0] in '=+@' else ''}项{word}")
NODES = st.builds(
    lambda name, day, unit: PlanNodeRow(name, kind_of(name), day, unit),
    NAMES,
    st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.just("") | NAMES,
)
PROJECTS = st.builds(
    PlanProjectRow,
    name=NAMES,
    category=st.just("") | NAMES,
    town=st.just("") | NAMES,
    lead_unit=st.just("") | NAMES,
    support_units=st.lists(NAMES.filter(lambda name: name[0] == "项"), max_size=3, unique=True).map(tuple),
    leader=st.just("") | NAMES,
    liaison=st.sampled_from(["", "张伟", "欧阳小堃"]),
    phone=st.sampled_from(["", "13800000000", "022-82123456"]),
    owner=st.just("") | NAMES,
    total_yuan=st.none() | st.integers(0, 10**13),
    year_yuan=st.none() | st.integers(0, 10**13),
    nodes=st.lists(NODES, max_size=4, unique_by=lambda node: node.name).map(tuple),
)


def distinct(projects: list[PlanProjectRow]) -> list[PlanProjectRow]:
    """Projects that no unit helps and leads at once: the lead is not written again among those who help."""
    return [project for project in projects if project.lead_unit not in project.support_units]


@settings(max_examples=40, deadline=None)
@given(st.lists(PROJECTS, max_size=12, unique_by=lambda project: project.name).map(distinct))
def test_what_is_written_is_read_back_the_same(projects: list[PlanProjectRow]) -> None:
    result = read(write_plan(projects))
    assert result.projects == tuple(projects)
    assert result.issues == ()


def test_a_large_plan_is_read_while_the_loop_turns() -> None:
    nodes = tuple(PlanNodeRow(name, kind_of(name), TODAY, "区生态环境局") for name in ("立项", "环评", "开工", "竣工"))
    projects = tuple(
        PlanProjectRow(f"第{number}号路", "交通", lead_unit="区住建委", nodes=nodes) for number in range(1500)
    )
    data = write_plan(projects)

    async def read_beside_a_ticker() -> tuple[PlanSheetResult, int]:
        reading, turns = asyncio.create_task(asyncio.to_thread(read_apart, data)), 0
        while not reading.done():
            await asyncio.sleep(0.005)
            turns += 1
        return reading.result(), turns

    result, turns = asyncio.run(read_beside_a_ticker())
    assert result.projects == projects
    assert turns > 3


def test_columns_have_excels_letters() -> None:
    assert [letters(number) for number in (1, 26, 27, 52, 53, 702, 703, 16384)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
        "XFD",
    ]
