"""Answers in words to a numbered question."""

import pytest

from language.choosing import behind_denial, chosen_places

NAMES = (("云溪数据中心一期", "数据中心一期"), ("云溪数据中心二期",), ("东沙海水淡化厂", "淡化厂"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("2", (1,)),
        ("是一期", (0,)),
        ("我说的是二期那个", (1,)),
        ("哦，淡化的", (2,)),
        ("海淡", (2,)),
        ("1和3", (0, 2)),
        ("1、2", (0, 1)),
        ("一期跟二期", (0, 1)),
        ("三个都是", (0, 1, 2)),
        ("都是", (0, 1, 2)),
        ("三个都停了", (0, 1, 2)),
        ("都不是", ()),
        ("不是这几个", ()),
        ("都不是，是殡仪馆", ()),
        ("两个都是", None),  # of three
        ("9", None),
        ("数据中心", None),
        ("一期是吗", None),
        ("今天开会", None),
        ("收到", None),
        ("不是停工", None),
    ],
)
def test_an_answer_in_words_tells_the_choices(text: str, places: tuple[int, ...] | None) -> None:
    assert chosen_places(text, NAMES) == places


def test_what_was_meant_instead_stands_behind_the_denial() -> None:
    assert behind_denial("都不是，是殡仪馆") == "是殡仪馆"
    assert behind_denial("殡仪馆") == ""
