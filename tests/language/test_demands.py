"""What those in charge demand, greetings and the like are neither questions nor facts."""

import pytest

from language.understand import understand
from language.understanding import Command, Nothing, Query, Reports
from tests.language import linxi


@pytest.mark.parametrize(
    "text",
    [
        "妇幼新院国庆前必须把主体给我立起来，拖一天问责一天",
        "疏港公路必须把施工队伍给我拉进去，不能再等",
        "给全县项目战线的同志们拜年了",
    ],
)
def test_a_demand_asks_nothing(text: str) -> None:
    assert isinstance(understand(linxi.said(text, "zhou"), linxi.lexicon()), Nothing)


@pytest.mark.parametrize("text", ["妇幼新院必须办的手续还差哪些", "疏港公路为什么还没开工，必须说清楚"])
def test_a_question_with_a_demand_is_a_question(text: str) -> None:
    assert isinstance(understand(linxi.said(text, "zhou"), linxi.lexicon()), Query)


def test_who_is_on_duty_is_no_question() -> None:
    assert isinstance(understand(linxi.said("这周末我值班，有事打我电话", "fang"), linxi.lexicon()), Nothing)


def test_what_may_be_sent_to_the_group_is_ordered() -> None:
    assert isinstance(understand(linxi.said("三色图可以发群里了", "bao"), linxi.lexicon()), Command)


def test_who_reports_for_somebody_away_reports() -> None:
    found = understand(linxi.said("秦小波出差，代报：疏港公路、215大修本周都没有变化", "bao"), linxi.lexicon())
    assert isinstance(found, Reports)
    assert {report.project for report in found.reports} == {"q01", "q02"}
