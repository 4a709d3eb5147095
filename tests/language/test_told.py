"""What a liaison tells of their works though nothing of it is kept; and what is none of that."""

from decimal import Decimal

import pytest

from language.increments import split_counts
from language.promises import makes_promise
from language.understand import understand
from language.understanding import Ask, Nothing, PromptItem, Quantity, Reports
from models.vocabulary import AskAbout
from tests.language.linxi import lexicon, said


@pytest.mark.parametrize(
    ("sender", "text", "told"),
    [
        ("tao", "一中扩建1号楼外架已经拆完", ("q08",)),
        ("qin", "疏港公路K3+200至K5+800沥青面层摊铺完毕", ("q01",)),
        ("ding", "桥头变专家评审会定于9月22日下午召开", ("q13",)),
        ("fang", "人防手续走容缺，承诺9月30日前补齐", ("q09",)),
        ("fang", "收到，下午报", ()),
        ("fang", "明天上午去妇幼新院现场，八点半大院门口集合", ()),
        ("gu", "东湖水库的老刘在吗", ()),
        ("bao", "一中扩建1号楼外架已经拆完", ()),
    ],
)
def test_of_whose_works_something_is_told(sender: str, text: str, told: tuple[str, ...]) -> None:
    assert understand(said(text, sender), lexicon()) == Nothing(told)


@pytest.mark.parametrize("text", ["我们局四个项目均无变化", "我局三个项目都没变化，还在等市局批复"])
def test_a_number_of_projects_that_is_not_the_senders_is_asked_about(text: str) -> None:
    """叶青 has four projects and 秦小波 four; three are nobody's."""
    found = understand(said(text, "ye"), lexicon())
    assert isinstance(found, Reports) if "四个" in text else found == Ask(AskAbout.PROJECT)


def test_what_is_built_is_not_granted_by_a_bare_word() -> None:
    asked = (PromptItem(1, "q09", "q09n5"),)
    assert understand(said("批下来了", "fang", prompt=asked), lexicon()) == Ask(AskAbout.MEANING)
    granted = understand(said("批下来了", "fang", prompt=(PromptItem(1, "q09", "q09n3"),)), lexicon())
    assert isinstance(granted, Reports)
    assert [(each.node, each.status and each.status.value) for each in granted.reports] == [("q09n3", "done")]


def test_an_alias_ending_in_stretch_is_a_name_beside_another_projects_works() -> None:
    found = understand(said("疏港公路路基工程完成60%；215大修无变化", "qin"), lexicon())
    assert isinstance(found, Reports)
    assert {each.project for each in found.reports} == {"q01", "q02"}


@pytest.mark.parametrize(
    ("words", "counts", "parts"),
    [
        ("本周铺280米，累计1.9公里", (("280", "米"), ("1.9", "公里")), ["米"]),
        ("今天打完最后一根，1180根全部完成", (("1180", "根"),), []),
        ("本周新完成征收3.2亩", (("3.2", "亩"),), ["亩"]),
    ],
)
def test_the_word_of_a_period_holds_up_to_the_next_stop(
    words: str, counts: tuple[tuple[str, str], ...], parts: list[str]
) -> None:
    _, of_a_part = split_counts(tuple(Quantity(unit, done=Decimal(value)) for value, unit in counts), words)
    assert [each.unit for each in of_a_part] == parts


def test_a_promise_of_papers_is_made_where_they_are_to_come() -> None:
    assert makes_promise("人防审批走容缺，承诺6月30日补齐")
    assert makes_promise("人防审批走容缺"), "the day is asked for"
    assert not makes_promise("人防审批想走容缺")
    assert not makes_promise("6月30日前补齐资料")


@pytest.mark.parametrize(
    "text",
    [
        "妇幼新院门口又堵车了",
        "一中扩建附近今天限行",
        "东湖水库周边下大雨了",
        "明天去疏港公路现场看看",
        "茶产业园车坏了",
    ],
)
def test_what_only_bears_the_name_or_lies_beside_it_is_silence(text: str) -> None:
    assert understand(said(text, "zhou"), lexicon()) == Nothing()


def test_how_many_there_are_is_not_how_many_are_done() -> None:
    found = understand(said("老城排水第一批12个小区，完工4个，在施工6个", "ye"), lexicon())
    assert isinstance(found, Reports)
    assert [int(each.done or 0) for report in found.reports for each in report.quantities] == [4]


@pytest.mark.parametrize("text", ["用地预审组件已完成，拟报市局", "用地预审9月4日报批，还没批下来"])
def test_papers_that_are_handed_in_grant_nothing(text: str) -> None:
    found = understand(said(f"疏港公路{text}", "qin"), lexicon())
    assert isinstance(found, Reports)
    assert [(each.node, each.status and each.status.value, each.done_on) for each in found.reports] == [
        ("q01n2", "in_progress", None)
    ]
