"""Which node a piece of work belongs to, asked of one project at a time."""

from datetime import date

import pytest

from language.belonging import cued, elsewhere, holder, holds, is_all_of, owner_of_work
from language.tables.works import Stage
from models.registry import NodeEntry, ProjectEntry
from models.vocabulary import NodeKind

KINDS = {
    "基础": NodeKind.FOUNDATION,
    "结构": NodeKind.STRUCTURE,
    "安装": NodeKind.INSTALLATION,
    "办证": NodeKind.CONSTRUCTION_PERMIT,
}


def project(*nodes: str) -> ProjectEntry:
    """A project of nodes told as name:sort."""
    parts = [each.split(":") for each in nodes]
    plan = tuple(NodeEntry(f"n{n}", name, KINDS[sort], date(2026, 12, 31), "u") for n, (name, sort) in enumerate(parts))
    return ProjectEntry("p", "东湖片区项目", (), "城建", "城关镇", "u", (), "w", plan)


WHARF = project("码头桩基:基础", "码头上部结构:结构", "防波堤:结构", "装船机安装:安装", "施工许可证:办证")
HOSPITAL = project("基坑支护:基础", "主体结构:结构", "幕墙:安装", "室内装修:安装", "机电安装:安装")
LINE = project("变电站土建:结构", "铁塔组立:安装", "导线架设:安装")
TWO_PLANTS = project("一号厂房:结构", "二号厂房:结构")


@pytest.mark.parametrize(
    ("plan", "work", "stage", "node"),
    [
        (WHARF, "现浇横梁", Stage.FRAME, "码头上部结构"),
        (WHARF, "钢管桩", Stage.PILES, "码头桩基"),
        (WHARF, "扭王字块", Stage.FRAME, "防波堤"),
        (WHARF, "化粪池", Stage.OUTSIDE, None),
        (HOSPITAL, "冠梁", Stage.EARTH, "基坑支护"),
        (HOSPITAL, "单元板块", Stage.FITTING, "幕墙"),
        (HOSPITAL, "吊顶", Stage.FITTING, "室内装修"),
        (HOSPITAL, "风机盘管", Stage.FITTING, "机电安装"),
        (HOSPITAL, "路缘石", Stage.OUTSIDE, None),
        (LINE, "导地线", Stage.FITTING, "导线架设"),
        (LINE, "抱杆", Stage.FRAME, "铁塔组立"),
        (TWO_PLANTS, "框架", Stage.FRAME, None),
    ],
)
def test_holder(plan: ProjectEntry, work: str, stage: Stage, node: str | None) -> None:
    found = owner_of_work(plan, work, stage)
    assert (found.name if found else None) == node


def test_one_that_is_spoken_of_keeps_its_works() -> None:
    breakwater = WHARF.nodes[2]
    assert owner_of_work(WHARF, "胸墙", Stage.FRAME, breakwater, held=True) is breakwater
    assert owner_of_work(WHARF, "靠船构件", Stage.FRAME, breakwater, held=True) is WHARF.nodes[1]


def test_a_thing_of_another_node_leaves_the_one_spoken_of() -> None:
    building = LINE.nodes[0]
    assert owner_of_work(LINE, "主变基础", Stage.FOOTING, building, held=True) is building
    assert owner_of_work(LINE, "铁塔基础", Stage.FOOTING, building, held=True) is not building


def test_permits_hold_no_works() -> None:
    assert holder(project("施工许可证:办证"), "承台", Stage.FOOTING) is None


def test_a_footing_is_not_what_stands_on_it() -> None:
    plan = project("支架基础:基础", "组件安装:安装")
    assert holder(plan, "支架", Stage.FRAME) is None
    assert holds(plan.nodes[0], Stage.PILES, "灌注桩")


def test_measures_of_the_whole() -> None:
    dredging = project("港池疏浚:结构").nodes[0]
    assert is_all_of(dredging, "挖方")
    assert not is_all_of(HOSPITAL.nodes[1], "顶板")


def test_verbs_tell_the_stage() -> None:
    plan = project("主变基础:基础", "主变安装:安装")
    assert cued(plan.nodes[1], "已就位")
    assert not cued(plan.nodes[1], "养护中")
    assert cued(plan.nodes[0], "养护中")


def test_elsewhere() -> None:
    assert elsewhere(WHARF, "扭王字块", [WHARF.nodes[1]])
    assert not elsewhere(WHARF, "扭王字块", [WHARF.nodes[2]])
    assert not elsewhere(WHARF, "化粪池", [WHARF.nodes[2]])
