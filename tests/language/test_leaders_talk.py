"""What leaders say beside plain questions: doubts, hearsay, rules, the first few of a kind, who must move and since when."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from language import doubts
from language.foremost import HIGHEST, LOWEST, OVERDUE, TIGHT, foremost_asked
from language.mentioned import asked_words, sentence_with
from language.names import Lexicon
from language.names.nearly import nearly_named
from language.query import read_query
from language.understanding import Query, Utterance
from models.registry import ProjectEntry, Registry
from models.vocabulary import Aspect

NOW = datetime(2026, 7, 17, 15, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    "text", ["不对吧，我昨天去看了还在绑钢筋", "我看未必，还有三户没搬", "跟我现场看的不一样", "我记得没那么早办下来"]
)
def test_doubts(text: str) -> None:
    assert doubts.doubts(text)


@pytest.mark.parametrize("text", ["谁能改计划", "延期要走什么程序", "计划日期能改吗", "谁能批延期", "节点日期谁说了算"])
def test_who_may_change_a_plan(text: str) -> None:
    assert doubts.asks_who_may_change(text)


@pytest.mark.parametrize("text", ["计划改了没有", "谁改了计划", "哪些项目延期了", "改到几号了"])
def test_what_was_changed_is_no_question_of_rules(text: str) -> None:
    assert not doubts.asks_who_may_change(text)


@pytest.mark.parametrize("text", ["有没有虚报的", "有没有报假数的", "有没有糊弄事的", "这里头有水分没有"])
def test_asks_if_true(text: str) -> None:
    assert doubts.asks_if_true(text)


@pytest.mark.parametrize("text", ["国补到账没有", "专项债拨了没", "土地出让金交了没有", "工程款结清了吗"])
def test_asks_if_paid(text: str) -> None:
    assert doubts.asks_if_paid(text)


@pytest.mark.parametrize(
    ("text", "by", "many"),
    [
        ("超期最久的是哪一项", OVERDUE, 1),
        ("工期最紧的三个", TIGHT, 3),
        ("接下来最赶的几项是什么", TIGHT, 3),
        ("投资完成最低的是哪个项目", LOWEST, 1),
        ("投得最多的两个", HIGHEST, 2),
    ],
)
def test_the_first_few(text: str, by: str, many: int) -> None:
    found = foremost_asked(text)
    assert found is not None
    assert (found.by, found.many) == (by, many)


@pytest.mark.parametrize("text", ["哪个单位最拖拉", "谁拖得最久", "报送最慢的是哪家"])
def test_units_are_not_compared(text: str) -> None:
    assert foremost_asked(text) is None


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("啥时候说的", Aspect.SOURCE),
        ("该谁动", Aspect.HOLDER),
        ("谁批的", Aspect.HOLDER),
        ("函归谁出", Aspect.HOLDER),
        ("当初计划是哪天", Aspect.WHEN),
        ("他们承诺啥时候", Aspect.WHEN),
        ("从什么时候开始的", Aspect.SINCE),
        ("什么时候停的", Aspect.SINCE),
    ],
)
def test_what_leans_on_the_last_subject(text: str, aspect: Aspect) -> None:
    read = read_query(text, Utterance(text, NOW), Lexicon(Registry()))
    assert isinstance(read, Query)
    assert read.aspect is aspect


def test_a_name_with_one_wrong_character() -> None:
    registry = Registry(
        projects={
            "p1": ProjectEntry("p1", "区体育中心游泳馆"),
            "p2": ProjectEntry("p2", "东港码头扩建工程"),
            "p3": ProjectEntry("p3", "西山小学迁建"),
        }
    )
    assert (nearly_named("用泳馆施工许可办了没", registry) or ("", "", ""))[2] == "p1"
    assert (nearly_named("东港马头咋样", registry) or ("", "", ""))[2] == "p2"
    assert nearly_named("东山小学怎么样了", registry) is None  # another school, and no slip
    assert nearly_named("石桥水库咋样了", registry) is None


def test_the_word_that_is_asked_for() -> None:
    assert "中标" in asked_words("游泳馆谁中标了", ["游泳馆"])
    assert asked_words("游泳馆怎么样了", ["游泳馆"]) == []
    assert sentence_with("6月30号定标了，中标的是省三建。许可7月办", "中标") == "6月30号定标了，中标的是省三建"
