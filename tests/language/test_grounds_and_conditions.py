"""What a paper, a rumour, a meeting or a day that will be kept says of works: nothing of their end."""

from datetime import datetime

import pytest

from language.names import Lexicon
from language.requests import decided_by
from language.understand import understand
from language.understanding import Reports, Utterance
from models.registry import registry_from_json

NOW = datetime.fromisoformat("2026-06-16T09:00:00+08:00")
LEXICON = Lexicon(
    registry_from_json(
        {
            "units": [{"id": "slj", "name": "区水利局", "aliases": ["水利局"]}],
            "people": [{"id": "wubo", "name": "吴波", "unit": "slj", "role": "liaison"}],
            "projects": [
                {
                    "id": "p1",
                    "name": "云溪河综合治理工程",
                    "aliases": ["云溪河"],
                    "lead_unit": "slj",
                    "liaison": "wubo",
                    "nodes": [
                        {"id": "n1", "name": "水土保持方案批复", "kind": "water_soil", "planned": "2026-05-15"},
                        {"id": "n2", "name": "施工许可证", "kind": "construction_permit", "planned": "2026-06-10"},
                        {"id": "n3", "name": "专项债资金到位", "kind": "financing", "planned": "2026-06-20"},
                        {"id": "n4", "name": "开工", "kind": "start", "planned": "2026-06-30"},
                        {"id": "n5", "name": "首台机组并网", "kind": "operation", "planned": "2026-09-30"},
                    ],
                }
            ],
        }
    )
)


def _told(text: str) -> dict[str | None, dict[str, str]]:
    """What is told of each node: its state and its days."""
    read = understand(Utterance(text, NOW, sender="wubo"), LEXICON)
    reports = read.reports if isinstance(read, Reports) else ()
    return {
        each.node: {
            key: str(value)
            for key, value in (
                ("status", each.status.value if each.status else ""),
                ("done", each.done_on or ""),
                ("due", each.due_on or ""),
            )
            if value
        }
        for each in reports
    }


@pytest.mark.parametrize(
    "text",
    [
        "云溪河批文下来才能开工",
        "云溪河开工得看批文下来",
        "云溪河开工取决于批文",
        "云溪河开工还得靠批文",
        "云溪河拿到批文才能开工",
        "云溪河并网批下来了还没并",
        "听水利局说云溪河开工了",
        "听工地上讲云溪河开工了",
        "听说，云溪河开工了",
        "听业主说，云溪河施工许可证批了",
        "云溪河专项债额度下来了，钱还没到账",
        "云溪河专项债指标已下达",
    ],
)
def test_nothing_has_ended(text: str) -> None:
    assert "done" not in {each.get("status") for each in _told(text).values()}


@pytest.mark.parametrize(
    ("text", "node", "day"),
    [
        ("云溪河6月8日开工了，批文也下来了", "n4", "2026-06-08"),
        ("云溪河批文下来了，6月10日正式开工", "n4", "2026-06-10"),
        ("云溪河专项债6月10日到账", "n3", "2026-06-10"),
        ("云溪河水保方案批了，文号云水保〔2026〕12号，6月12日", "n1", "2026-06-12"),
        ("云溪河水保方案拿到批复了，6.8的文", "n1", "2026-06-08"),
        ("云溪河施工许可证和水保方案都批了，水保方案6月4号，施工许可证6月7号", "n1", "2026-06-04"),
        ("云溪河施工许可证和水保方案都批了，水保方案6月4号，施工许可证6月7号", "n2", "2026-06-07"),
        ("云溪河水保方案那个手续六月四号批下来了", "n1", "2026-06-04"),
        ("听取汇报后，云溪河水保方案6月4日批了", "n1", "2026-06-04"),
    ],
)
def test_it_ended_on_a_day(text: str, node: str, day: str) -> None:
    assert _told(text)[node] == {"status": "done", "done": day}


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("云溪河施工许可证节点按6月15日调度会第3项改到7月15日", "6月15日调度会第3项"),
        ("云溪河施工许可证改为7月15日（6月15日调度会定的）", "6月15日调度会"),
        ("云溪河施工许可证节点改为7月15日，6月15日调度会定的", "6月15日调度会"),
        ("6月15日调度会已定，云溪河施工许可证改到7月15日", "6月15日调度会"),
        ("云溪河施工许可证按6月12日指挥部会议纪要调到7月15日", "6月12日指挥部会议纪要"),
        ("经6月10日第3次例会研究同意，云溪河施工许可证延期到7月15日", "6月10日第3次例会"),
    ],
)
def test_the_meeting_that_moved_a_day_is_no_day_of_the_works(text: str, ground: str) -> None:
    assert _told(text) == {"n2": {"due": "2026-07-15"}}
    assert decided_by(text) == ground


@pytest.mark.parametrize("text", ["调度会改到7月15日", "例会推迟到下周三", "会议室改到三楼"])
def test_a_meeting_that_moves_is_no_report(text: str) -> None:
    assert _told(text) == {}


@pytest.mark.parametrize("text", ["云溪河并网申请延期到10月底", "云溪河首台机组并网，设备没到，申请推迟至10月底"])
def test_a_later_day_that_is_applied_for(text: str) -> None:
    assert _told(text)["n5"]["due"] == "2026-10-31"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("云溪河完工4个，未开工2个", {(None, False), ("n4", True)}),
        ("云溪河完工4个，在施工6个，未开工2个", {(None, False)}),
    ],
)
def test_who_has_not_begun_is_left(text: str, counts: set[tuple[str | None, bool]]) -> None:
    read = understand(Utterance(text, NOW, sender="wubo"), LEXICON)
    assert isinstance(read, Reports)
    assert {(each.node, bool(every.left)) for each in read.reports for every in each.quantities} == counts


@pytest.mark.parametrize(
    ("text", "troubled"),
    [
        ("云溪河缺资金，6月25日开工没问题", True),
        ("云溪河资金没问题，6月25日开工", False),
        ("云溪河之前缺资金，现在没问题了", False),
    ],
)
def test_a_day_that_will_be_kept_solves_no_problem(text: str, troubled: bool) -> None:
    read = understand(Utterance(text, NOW, sender="wubo"), LEXICON)
    problems = [each.problems for each in read.reports if each.problems] if isinstance(read, Reports) else []
    assert bool(problems) is troubled
