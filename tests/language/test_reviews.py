"""Nodes that are a review by their name: passing it is their end; for a permit it is a step."""

from datetime import date, datetime

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from language.understanding_json import to_json
from models.calendar import SHANGHAI
from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry, UnitEntry
from models.vocabulary import ChatKind, NodeKind, Role

NOW = datetime(2026, 6, 11, 16, 30, tzinfo=SHANGHAI)
EXPERTS = ("实施方案评审", "可研评估", "方案论证", "环评技术评审", "概算评审", "水保方案评审")
OFFICES = ("初步设计审查", "施工图审查", "规划方案审查", "消防审查")
PASSED_BY_EXPERTS = "通过评审 评审通过 评审已通过 过了评审会 专家评审通过 论证通过 上会通过 过会了 昨天通过专家评审"
PASSED_BY_OFFICE = "通过审查 审查通过了 审查已通过"
NOT_YET = "评审没过 没通过评审 正在评审 上会了 初审通过 评审会开过了 争取月底通过评审 预计6月20日通过评审 下周评审"


def _status(node: str, kind: NodeKind, said: str) -> tuple[str | None, str | None]:
    entry = NodeEntry("n1", node, kind, date(2026, 12, 18), "u1")
    project = ProjectEntry("p1", "白石沟矿坑修复工程", ("白石沟",), "水利", "白石镇", "u1", (), "a", nodes=(entry,))
    registry = Registry(
        {"u1": UnitEntry("u1", "区水利局", ())}, {"a": PersonEntry("a", "王一", "u1", Role.LIAISON)}, {"p1": project}
    )
    paper = node
    for tail in ("技术评审", "评审", "审查", "评估", "论证", "批复"):
        paper = paper.removesuffix(tail)
    read = understand(Utterance(f"白石沟{paper}{said}", NOW, ChatKind.GROUP, "a"), Lexicon(registry))
    reports = [each for each in to_json(read).get("reports", []) if each.get("node") == "n1"]
    return (reports[0].get("status"), reports[0].get("done_on")) if reports else (None, None)


@pytest.mark.parametrize("node", EXPERTS)
def test_a_review_by_experts_ends_when_it_is_passed(node: str) -> None:
    for said in PASSED_BY_EXPERTS.split():
        assert _status(node, NodeKind.INDUSTRY_REVIEW, said)[0] == "done", said
    assert _status(node, NodeKind.INDUSTRY_REVIEW, "5月15日通过评审") == ("done", "2026-05-15")


@pytest.mark.parametrize("node", OFFICES)
def test_a_review_by_an_office_ends_when_the_office_has_passed_it(node: str) -> None:
    for said in PASSED_BY_OFFICE.split():
        assert _status(node, NodeKind.INDUSTRY_REVIEW, said)[0] == "done", said


@pytest.mark.parametrize("node", [*EXPERTS, *OFFICES])
def test_what_is_not_passed_has_not_ended(node: str) -> None:
    for said in NOT_YET.split():
        assert _status(node, NodeKind.INDUSTRY_REVIEW, said)[0] != "done", said


def test_for_a_permit_passing_the_experts_is_a_step() -> None:
    for said in PASSED_BY_EXPERTS.split():
        assert _status("初步设计批复", NodeKind.PRELIMINARY_DESIGN, said)[0] != "done", said
