"""Answers by number whose words begin with a number of their own."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from language.understand import understand
from language.understanding import Nothing, PromptItem, Report, Reports, Utterance
from models.vocabulary import ChatKind, Status
from tests.language import wishes

NOW = datetime.fromisoformat(wishes.NOW)
ITEMS = (PromptItem(1, "w0", "w0n0"), PromptItem(2, "w1", "w1n0"), PromptItem(3, "w2", "w2n1"))
DONE = Report("w1", "w1n0", Status.DONE, done_on=date(2026, 11, 10))
STILL = Report("w0", "w0n0", Status.UNCHANGED)


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("1、无变化；2、11月10日批复；3、60%", (STILL, DONE, Report("w2", "w2n1", percent=Decimal(60)))),
        ("1.没变 2.11月10日批复", (STILL, DONE)),
        ("2、11月10日批复；1、没变", (STILL, DONE)),
        ("1、2没变", (STILL, Report("w1", "w1n0", Status.UNCHANGED))),
    ],
)
def test_days_and_shares_behind_a_number_are_no_numbers_of_items(text: str, reports: tuple[Report, ...]) -> None:
    found = understand(Utterance(text, NOW, ChatKind.SINGLE, "lian", None, ITEMS), wishes.lexicon())
    assert isinstance(found, Reports)
    assert found.reports == reports


@pytest.mark.parametrize("text", ["接龙\n1. 张三 已填\n2. 李四 已填", "#接龙 体检\n1、王五 已预约\n2、赵六 已预约"])
def test_a_chain_of_something_else_is_no_report(text: str) -> None:
    assert understand(Utterance(text, NOW, ChatKind.GROUP, "lian"), wishes.lexicon()) == Nothing()


UNCHANGED = Report("w1", "w1n0", Status.UNCHANGED)


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("1 = 2 =", (STILL, UNCHANGED)),
        ("1 √", (Report("w0", "w0n0", Status.DONE),)),
        ("1 = 2 = 3 = 4 =", (STILL, UNCHANGED, Report("w2", "w2n1", Status.UNCHANGED))),
        ("1没变，2没变，3没变，4没变", (STILL, UNCHANGED, Report("w2", "w2n1", Status.UNCHANGED))),
    ],
)
def test_signs_are_answers_and_a_number_too_many_loses_none(text: str, reports: tuple[Report, ...]) -> None:
    found = understand(Utterance(text, NOW, ChatKind.SINGLE, "lian", None, ITEMS), wishes.lexicon())
    assert isinstance(found, Reports)
    assert [(each.project, each.node, each.status) for each in found.reports] == [
        (each.project, each.node, each.status) for each in reports
    ]


@pytest.mark.parametrize("text", ["1 =", "√", "1 √ 2 ="])
def test_signs_that_answer_nothing_say_nothing(text: str) -> None:
    assert understand(Utterance(text, NOW, ChatKind.SINGLE, "lian"), wishes.lexicon()) == Nothing()
