"""Questions about what has moved of late, what a matter is called that is to be closed, and works called by their sort."""

from datetime import datetime
from pathlib import Path

import pytest

from language.moved_questions import asks_what_moved
from language.names import Lexicon
from language.settling import called
from language.understand import understand
from language.understanding import Query, Utterance
from models.calendar import SHANGHAI
from models.registry import read_registry
from models.vocabulary import ChatKind

LEXICON = Lexicon(read_registry(Path(__file__).parents[2] / "bot" / "sample" / "district.json"))
NOW = datetime(2026, 6, 11, 16, 30, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    "text", ["本周有什么进展", "这周都有啥动静", "和上周比哪些动了", "最近有什么新突破", "今天有什么新进展"]
)
def test_it_is_asked_what_moved(text: str) -> None:
    assert asks_what_moved(text)


@pytest.mark.parametrize(
    "text", ["和上周比有什么变化", "大桥有什么进展", "红灯比上周多了几个", "本周谁没报", "本周进展已报"]
)
def test_it_is_asked_something_else(text: str) -> None:
    assert not asks_what_moved(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("财政那件办完了，销掉", "财政"),
        ("资规那条销了吧", "资规"),
        ("那个可以销了", ""),
        ("好，销了", ""),
        ("第二条销了", ""),
    ],
)
def test_what_a_matter_is_called(text: str, name: str) -> None:
    assert called(text) == name


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("冷链哪天开工来着", "p18"),
        ("矿坑几号开工", "p24"),
        ("绿道到哪一步了", "p21"),
        ("矿坑怎么样了", "p24"),
    ],
)
def test_works_that_only_one_project_is_of_name_it(text: str, project: str) -> None:
    read = understand(Utterance(text, NOW, ChatKind.SINGLE, "guminghui"), LEXICON)
    assert isinstance(read, Query)
    assert read.projects == (project,)
