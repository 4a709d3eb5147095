"""Whole messages of 临溪县 and what is understood of them: the facts, whose they are, and how they are meant."""

from pathlib import Path

import pytest

from language.understand import understand
from language.understanding import Nothing, PromptItem, Reports, Understanding, Utterance
from models.vocabulary import Modality, Status
from tests.language import linxi
from tests.language.telling import Case, read_cases, tell

CASES = Path(__file__).parent / "cases"
REPORTS = [case for name in ("reports", "parts", "county", "steppe") for case in read_cases(CASES / f"{name}.txt")]
PROBLEMS = [
    line.split(" ", 1) for line in (CASES / "problems.txt").read_text("utf-8").splitlines() if not line.startswith("#")
]
ASKED = (
    PromptItem(1, "q11", "q11n3"),  # 数据园 节能审查
    PromptItem(2, "q11", "q11n5"),  # 数据园 施工许可证
    PromptItem(3, "q12", "q12n7"),  # 光伏玻璃 厂房主体
)
REMINDER = "请报以下节点：\n1. 数据园 节能审查\n2. 数据园 施工许可证"


def read(
    text: str, sender: str | None = None, quote: str | None = None, prompt: tuple[PromptItem, ...] = ()
) -> Understanding:
    said = linxi.said(text, sender, prompt=prompt)
    return understand(Utterance(said.text, said.now, said.chat, said.sender, quote, said.prompt), linxi.lexicon())


def told(understanding: Understanding) -> list[str]:
    return tell(understanding, linxi.registry())


@pytest.mark.parametrize("case", REPORTS, ids=lambda case: case.text[:24])
def test_reports(case: Case) -> None:
    assert told(read(case.text, case.sender)) == list(case.told)


@pytest.mark.parametrize(("category", "text"), PROBLEMS, ids=lambda each: each[:16])
def test_problems(category: str, text: str) -> None:
    spans = linxi.lexicon().projects(text)
    liaison = linxi.registry().projects[spans[0].candidates[0]].liaison if spans else None
    found = read(text, liaison)
    reports = found.reports if isinstance(found, Reports) else ()
    assert {each.value for report in reports for each in report.problems} == {category} - {"none"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1没变 2已批 3公示", ["数据园/节能审查 无变化", "数据园/施工许可证 已完成", "光伏玻璃/厂房主体 推进中"]),
        ("1. =\n2. √\n3. 60%", ["数据园/节能审查 无变化", "数据园/施工许可证 已完成", "光伏玻璃/厂房主体 60%"]),
        ("1没变2已批3完成60%", ["数据园/节能审查 无变化", "数据园/施工许可证 已完成", "光伏玻璃/厂房主体 60%"]),
        ("①②没变③9月底完成", ["数据园/节能审查 无变化", "数据园/施工许可证 无变化", "光伏玻璃/厂房主体 至26-09-30"]),
        ("1、2没变 3完成60%", ["数据园/节能审查 无变化", "数据园/施工许可证 无变化", "光伏玻璃/厂房主体 60%"]),
        ("1-3没变", ["数据园/节能审查 无变化", "数据园/施工许可证 无变化", "光伏玻璃/厂房主体 无变化"]),
        ("都没变", ["数据园/节能审查 无变化", "数据园/施工许可证 无变化", "光伏玻璃/厂房主体 无变化"]),
        ("都没变，3完成70%", ["数据园/节能审查 无变化", "数据园/施工许可证 无变化", "光伏玻璃/厂房主体 70%"]),
        ("第2个批了，别的没变", ["数据园/节能审查 无变化", "数据园/施工许可证 已完成", "光伏玻璃/厂房主体 无变化"]),
        ("前两个没变，第三个完成70%", ["数据园/节能审查 无变化", "数据园/施工许可证 无变化", "光伏玻璃/厂房主体 70%"]),
        ("2 昨天拿到了", ["数据园/施工许可证 已完成 于09-15"]),
        ("3缺钢筋，停了", ["光伏玻璃/厂房主体 受阻 问题:施工组织"]),
    ],
)
def test_answers_by_number(text: str, lines: list[str]) -> None:
    assert told(read(text, "lu", prompt=ASKED)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("已批", ["数据园/施工许可证 已完成"]),
        ("9月10号批的", ["数据园/施工许可证 已完成 于09-10"]),
        ("还没", ["数据园/施工许可证 无变化"]),
        ("月底能下来", ["数据园/施工许可证 至26-09-30"]),
        ("卡在消防审查，请协调", ["数据园/施工许可证 受阻 问题:审批手续 求助"]),
        ("收到", []),
    ],
)
def test_answers_to_one_item(text: str, lines: list[str]) -> None:
    assert told(read(text, "lu", prompt=ASKED[1:2])) == lines
    assert told(read(text, "lu", quote="【催报】数据园：施工许可证应于9月10日取得，请回复进展")) == lines


def test_answers_by_number_to_a_quote() -> None:
    assert told(read("1没变 2已批", "lu", quote=REMINDER)) == ["数据园/节能审查 无变化", "数据园/施工许可证 已完成"]


def test_a_number_of_the_site_is_no_item() -> None:
    assert told(read("2号楼封顶了", "tao", prompt=ASKED[:2])) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("妇幼新院施工许可证9月10日批的", Modality.DONE),
        ("妇幼新院力争10月底封顶", Modality.HOPED),
        ("妇幼新院拟于10月底封顶", Modality.PLANNED),
        ("妇幼新院施工许可证容缺办理", Modality.CONDITIONAL),
        ("妇幼新院施工许可证还没办", Modality.NEGATED),
        ("妇幼新院内外装修45%", Modality.STATED),
    ],
)
def test_every_fact_tells_how_it_is_meant(text: str, modality: Modality) -> None:
    found = read(text)
    assert isinstance(found, Reports)
    assert [report.modality for report in found.reports] == [modality]


HOPES = ("力争", "争取", "确保", "有望", "希望", "预计", "拟", "计划", "准备", "打算", "估计", "可能", "目标")
ENDS = ("批下来", "拿到", "完成", "取得", "办结", "办完", "下来")
DAYS = ("月底", "9月底前", "国庆前", "下周", "10月20日", "年内", "")


@pytest.mark.parametrize("hope", HOPES)
def test_a_hope_is_never_done(hope: str) -> None:
    for day in DAYS:
        for end in ENDS:
            found = read(f"妇幼新院施工许可证{hope}{day}{end}")
            reports = found.reports if isinstance(found, Reports) else ()
            assert all(report.status is not Status.DONE and report.done_on is None for report in reports)


@pytest.mark.parametrize("rumour", ["听说", "好像", "据说", "似乎"])
def test_hearsay_is_nothing(rumour: str) -> None:
    assert read(f"{rumour}妇幼新院施工许可证批了") == Nothing()
    assert read(f"妇幼新院施工许可证{rumour}批了") == Nothing()
    assert told(read(f"妇幼新院施工许可证{rumour}批了；装修40%")) == ["妇幼新院/内外装修 40%"]


def test_what_is_taken_back_is_nothing() -> None:
    assert told(read("妇幼新院装修40%，施工许可证批了，核实后再报")) == ["妇幼新院/内外装修 40%"]


def test_a_pasted_record_is_read_by_speaker() -> None:
    record = "群聊的聊天记录\n\n顾婷 9/16 09:12\n东湖水库主体工程32%\n\n叶青 9/16 09:15\n二期没听说\n陶春 9/16 09:20\n主体封顶了"
    assert told(read(record, "bao")) == ["东湖水库/主体工程 32%", "一中扩建/主体封顶 已完成"]


def test_the_source_is_kept() -> None:
    found = read("妇幼新院施工许可证9月10日批的，装修45%，玻璃没到货")
    assert isinstance(found, Reports)
    words = {report.node: report.words for report in found.reports}
    assert words["q09n3"] == "施工许可证9月10日批的"
    assert words["q09n6"] == "装修45%，玻璃没到货"
