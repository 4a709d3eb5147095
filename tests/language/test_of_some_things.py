"""What is said of some things of the works tells nothing of the whole: parts accepted, pieces not yet made."""

from datetime import datetime

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Reports, Utterance
from models.registry import registry_from_json
from models.vocabulary import Status

PLAN = (
    ("集散中心", "凤鸣古镇游客集散中心", ("竣工验收:acceptance",)),
    ("渔港", "凤鸣湾渔港升级改造工程", ("防波堤加固:structure", "竣工验收:acceptance")),
    ("雨污分流", "南岸片区雨污分流改造", ("主管道敷设:utilities",)),
    ("粮库", "岚河区中心粮库迁建工程", ("平房仓主体完工:structure",)),
)
LEXICON = Lexicon(
    registry_from_json(
        {
            "units": [{"id": "u", "name": "区发展和改革局", "aliases": ["发改局"]}],
            "people": [{"id": alias, "name": f"王{alias[0]}", "unit": "u", "role": "liaison"} for alias, _, _ in PLAN],
            "projects": [
                {
                    "id": alias,
                    "name": name,
                    "aliases": [alias],
                    "liaison": alias,
                    "nodes": [
                        {"id": f"{alias}{node}", "name": node.partition(":")[0], "kind": node.partition(":")[2]}
                        | {"planned": "2026-12-28"}
                        for node in nodes
                    ],
                }
                for alias, name, nodes in PLAN
            ],
        }
    )
)
NOW = datetime.fromisoformat("2026-11-13T10:00:00+08:00")


def _read(text: str) -> Reports | None:
    sender = next(alias for alias, _, _ in PLAN if alias in text)
    read = understand(Utterance(text, NOW, sender=sender), LEXICON)
    return read if isinstance(read, Reports) else None


@pytest.mark.parametrize(
    "text",
    [
        "集散中心消防已验收",
        "集散中心电梯昨天验收合格",
        "集散中心人防、档案都验收完了",
        "集散中心环保已经验收了",
        "渔港防波堤已验收",
    ],
)
def test_a_part_that_was_accepted_is_not_the_whole(text: str) -> None:
    read = _read(text)
    assert read is None or all(each.status is not Status.DONE for each in read.reports)


@pytest.mark.parametrize("text", ["集散中心已验收", "集散中心昨天验收通过", "渔港11月10日验收合格"])
def test_the_whole_is_accepted_where_nothing_else_is_named(text: str) -> None:
    read = _read(text)
    assert read is not None
    assert [each.status for each in read.reports] == [Status.DONE]


@pytest.mark.parametrize(
    ("text", "done", "left", "total"),
    [
        ("雨污分流12个检查井没砌，其余都好了", None, 12, None),
        ("粮库3个仓没封顶", None, 3, None),
        ("雨污分流：3个路口没开挖", None, None, None),
        ("雨污分流今天铺到4.2公里了，总共是6公里", "4.2", None, 6),
        ("雨污分流今天铺了0.2公里，一共4.4公里", "0.2", None, None),
    ],
)
def test_pieces_that_are_not_made_are_none_that_are(
    text: str, done: str | None, left: int | None, total: int | None
) -> None:
    read = _read(text)
    told = [each for report in read.reports for each in report.quantities] if read else []
    first = told[0] if told else None
    assert (str(first.done) if first and first.done is not None else None) == done
    assert (first.left if first else None) == left
    assert (first.total if first else None) == total


def test_what_announces_a_list_says_nothing_of_its_items() -> None:
    text = "手头两个项目报一下：集散中心竣工验收排在下周；粮库主体干到70%"
    read = understand(Utterance(text, NOW, sender="粮库"), LEXICON)
    assert isinstance(read, Reports)
    assert [(each.project, str(each.percent)) for each in read.reports if each.percent is not None] == [("粮库", "70")]


@pytest.mark.parametrize("text", ["上周漏了没报，粮库主体干到76%", "上周五该报的忘了，粮库主体干到76%"])
def test_a_report_that_was_forgotten_is_no_trouble_of_the_works(text: str) -> None:
    read = _read(text)
    assert read is not None
    assert [(str(each.percent), list(each.problems)) for each in read.reports] == [("76", [])]
