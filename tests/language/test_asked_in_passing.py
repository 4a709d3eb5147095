"""What is asked beside a report, beside a plan that was heard of, and of the projects of a town by its bare name."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from language.understanding_json import to_json
from models.registry import read_registry

HERE = Path(__file__).parent
NOW = datetime.fromisoformat("2026-06-08T10:00:00+08:00")


@cache
def lexicon() -> Lexicon:
    return Lexicon(read_registry(HERE.parent / "conversations" / "leaning.json"))


def read(sender: str, text: str) -> dict[str, object]:
    told = to_json(understand(Utterance(text, NOW, sender=sender), lexicon()))
    return json.loads(json.dumps(told, ensure_ascii=False))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("北延施工许可材料报上去了，住建啥时候能批？", "report"),
        ("北延施工许可材料交上去了，什么时候能批下来", "report"),
        ("北延施工许可资料递进去了，几时能下来？", "report"),
        ("北延施工许可报上去了没", "query"),
        ("北延施工许可什么时候报上去的", "query"),
        ("北延施工许可材料是哪天交上去的", "query"),
    ],
)
def test_what_was_handed_in_is_a_report_though_it_ends_with_a_question(text: str, intent: str) -> None:
    assert read("sun", text)["intent"] == intent


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("二水厂怎么才三成，计划不是11月底完工吗", {"topic": "status", "projects": ["a02"]}),
        ("二水厂什么情况，原计划不是6月底完工吗", {"topic": "status", "projects": ["a02"]}),
        ("北延和二水厂哪个投得多", {"topic": "investment", "projects": ["a01", "a02"]}),
        ("哪个项目投得最多", {"topic": "investment"}),
        ("梅溪的项目怎么样了", {"topic": "status", "towns": ["梅溪乡"]}),
        ("柳河那几个怎么样了", {"topic": "status", "towns": ["柳河镇"]}),
        ("龙潭那边的项目怎么样了", {"topic": "status", "towns": ["龙潭镇"]}),
        ("龙潭水库怎么样了", {"topic": "status", "projects": ["a07"]}),
        ("梅溪乡的项目怎么样了", {"topic": "status", "towns": ["梅溪乡"]}),
    ],
)
def test_what_is_asked(text: str, query: dict[str, object]) -> None:
    assert read("chen", text) == {"intent": "query", "query": query}


@pytest.mark.parametrize("text", ["梅溪今天赶集", "龙潭鱼真不错"])
def test_a_town_in_talk_asks_nothing(text: str) -> None:
    assert read("sun", text) == {"intent": "none"}
