"""What a river-mouth district showed: stages of a plant, works that went on again, things told of by turns."""

from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from language.understanding_json import to_json
from models.registry import read_registry
from models.vocabulary import ChatKind

LEXICON = Lexicon(read_registry(Path(__file__).parents[1] / "corpus" / "ai" / "registry.json"))
FRIDAY = "2026-05-15T17:00:00+08:00"
AUTUMN = "2026-10-16T17:00:00+08:00"

CASES = (
    # a stage, or a thing of its own, is not the whole
    (AUTUMN, "tengfei", "分输站土建完，工艺管道在装", [("p11n6", {"status": "in_progress"})]),
    (FRIDAY, "tengfei", "定向钻导向孔打通，正在扩孔", [("p11n5", {"status": "in_progress"})]),
    (AUTUMN, "tengfei", "分输站建完", [("p11n6", {"status": "done"})]),
    # what stood still went on again on a day gone by
    (FRIDAY, "zhuangxiao", "停工4天，周一恢复了", [("p09", {"status": "in_progress"})]),
    (FRIDAY, "zhuangxiao", "停工四天，周一已复工", [("p09", {"status": "in_progress"})]),
    (FRIDAY, "zhuangxiao", "存在问题：塔吊坏了停了4天，周一恢复了", [("p09", {"status": "in_progress"})]),
    (FRIDAY, "zhuangxiao", "停工，下周一恢复", [("p09", {"status": "blocked"})]),
    # of several each its own
    (
        AUTUMN,
        "fanliqun",
        "护坡、放水洞分别完成92%、全部完工",
        [("p12n5", {"percent": 92}), ("p12n6", {"status": "done"})],
    ),
    (
        AUTUMN,
        "fanliqun",
        "水保方案、初步设计分别正在编制、已批复",
        [("p12n2", {"status": "in_progress"}), ("p12n1", {"status": "done"})],
    ),
    # how high it is to be; what was cast before is laid; a bid that nobody took; power from outside
    (
        FRIDAY,
        "zhuangxiao",
        "主体4层，7层封顶，按8月底控制",
        [("p09n3", {"quantities": [{"done": 4, "total": 7, "unit": "层"}]}), ("p09n4", {"due_on": "2026-08-31"})],
    ),
    (FRIDAY, "fanliqun", "护坡预制块铺了6200平", [("p12n5", {"quantities": [{"done": 6200, "unit": "平方米"}]})]),
    (FRIDAY, "zhuangxiao", "净化工程没招出去", [("p09n5", {"problems": ["tender"]})]),
    (
        AUTUMN,
        "tengfei",
        "分输站完成80%，站外电源没接上，影响调试",
        [("p11n6", {"percent": 80, "problems": ["supply"]})],
    ),
    # the day of a step is none of the end; of all else nothing
    (FRIDAY, "shanjie", "施工招标文件挂网了，开标最快5月20号", [("p10n2", {"status": "in_progress"})]),
    (
        FRIDAY,
        "shangbin",
        "西外环：可研还在编，无其他进展",
        [("p08n1", {"status": "in_progress"}), ("p08", {"status": "unchanged"})],
    ),
)


@pytest.mark.parametrize(("now", "sender", "text", "told"), CASES)
def test_told(now: str, sender: str, text: str, told: list[tuple[str, dict[str, object]]]) -> None:
    read = to_json(understand(Utterance(text, datetime.fromisoformat(now), ChatKind.GROUP, sender), LEXICON))
    wanted = [{"project": place[:3]} | ({"node": place} if len(place) > 3 else {}) | facts for place, facts in told]
    assert sorted(read.get("reports", ()), key=str) == sorted(wanted, key=str), read


MOUNTAINS = Lexicon(read_registry(Path(__file__).parents[1] / "corpus" / "aj" / "registry.json"))


@pytest.mark.parametrize(
    ("now", "sender", "text", "told"),
    [
        # the day of a step beside a node is none of the node's
        ("2026-04-10", "moxiao", "设备4月29日开标", [("p01n2", {"status": "in_progress"})]),
        # after what is still to come: the day is of what follows, and the condition has not happened
        ("2026-12-11", "moxiao", "检验验收合格后12月25日试运营", [("p01n8", {"due_on": "2026-12-25"})]),
        ("2026-12-11", "moxiao", "合格后25日试运营不变", [("p01n8", {"due_on": "2026-12-25"})]),
        ("2026-09-24", "feixiang", "环评不是没报，8月就报了", [("p04n3", {"status": "in_progress"})]),
        # a plant without what it is for; what only one paper is waited for is no trouble
        ("2026-09-03", "sanghong", "一期污水站建了六成", [("p02n5", {"percent": 60})]),
        ("2026-03-05", "luoyi", "施工许可就等消防设计审查了", [("p09n2", {"status": "in_progress"})]),
    ],
)
def test_told_in_the_mountains(now: str, sender: str, text: str, told: list[tuple[str, dict[str, object]]]) -> None:
    moment = datetime.fromisoformat(f"{now}T10:00:00+08:00")
    read = to_json(understand(Utterance(text, moment, ChatKind.GROUP, sender), MOUNTAINS))
    wanted = [{"project": place[:3]} | ({"node": place} if len(place) > 3 else {}) | facts for place, facts in told]
    assert sorted(read.get("reports", ()), key=str) == sorted(wanted, key=str), read


@pytest.mark.parametrize("text", ["应急局、农业局的进展还没收到，提醒一下", "应急局和农业局还没报，提醒一下他们"])
def test_units_of_which_nothing_came_are_reminded(text: str) -> None:
    moment = datetime.fromisoformat("2026-02-05T17:42:00+08:00")
    read = to_json(understand(Utterance(text, moment, ChatKind.GROUP, "ganlin"), MOUNTAINS))
    assert read == {"intent": "command", "command": {"name": "remind", "units": ["yjj", "nyj"]}}


def test_an_answer_in_a_pasted_record_is_of_what_was_asked_about() -> None:
    text = "秦霜：东外环怎么样了？\n尚斌：路基清表做了9公里。\n秦霜：西外环呢？\n尚斌：可研市里4月3日批了。"
    moment = datetime.fromisoformat("2026-04-09T17:18:00+08:00")
    read = to_json(understand(Utterance(text, moment, ChatKind.GROUP, "shangbin"), LEXICON))
    assert [each["project"] for each in read["reports"]] == ["p07", "p08"]


def test_what_a_site_is_to_have_ready_asks_nothing() -> None:
    text = "@项目助手 督查组周三去现场，请渔港和冷库两个项目准备台账"
    read = to_json(understand(Utterance(text, datetime.fromisoformat(AUTUMN), ChatKind.GROUP, "niwei"), LEXICON))
    assert read["intent"] == "none"
