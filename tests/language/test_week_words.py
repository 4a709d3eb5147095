"""What people say around the week's cycle, each with its siblings of other sectors."""

import pytest

from language.due_questions import asks_when_report_is_due
from language.ledger_questions import asks_if_published
from language.office_orders import read_office_orders


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("先等等，民政局那两条我问一下再说", ["hold"]),
        ("先别急，我核一下数", ["hold"]),
        ("等等再发，领导还在看", ["hold"]),
        ("行了，按改过的发出去", ["publish"]),
        ("可以，就按这版发", ["publish"]),
        ("今天突击检查，截止往后挪到下午四点吧", ["move_cutoff"]),
        ("报送时间宽限到下午三点", ["move_cutoff"]),
        ("谁先等等？", []),
    ],
)
def test_the_office_holds_publishes_and_moves_in_other_words(said: str, names: list[str]) -> None:
    assert [order.name.value for order in read_office_orders(said)] == names


@pytest.mark.parametrize("said", ["这周的图怎么还没出", "今天的通报呢", "三色图什么时候发", "周报还没见着"])
def test_who_asks_for_the_bulletin_means_whether_it_is_out(said: str) -> None:
    assert asks_if_published(said)


@pytest.mark.parametrize("said", ["督查通报发了没", "本周三色图", "三色图发群里"])
def test_other_words_about_bulletins_do_not(said: str) -> None:
    assert not asks_if_published(said)


@pytest.mark.parametrize(
    "said", ["这周五放中秋，还报不报？", "那天不上班，材料哪天交？", "节后那周怎么报", "放假那周还用报吗"]
)
def test_who_asks_round_days_off_means_the_deadline(said: str) -> None:
    assert asks_when_report_is_due(said)


@pytest.mark.parametrize("said", ["环评什么时候报批", "国庆前能报批吗", "我周五上报了", "这周要报的材料"])
def test_works_and_papers_have_other_days(said: str) -> None:
    assert not asks_when_report_is_due(said)
