"""Pasted chat records, quoted messages and 接龙."""

import pytest

from language.normalize import normalize
from language.pasted import read_relay, relay_rest, split_quote, split_record

PEOPLE = frozenset({"沈立新", "高洁", "童小满"})


def split(text: str) -> list[tuple[str | None, str]]:
    return [(said.speaker, said.text) for said in split_record(normalize(text, PEOPLE), PEOPLE)]


@pytest.mark.parametrize(
    "text",
    [
        "沈立新 6-12 09:05\n白溪路环评批了\n高洁 6-12 09:07\n青石桥还剩3户\n今天再谈",
        "沈立新 2026/6/12 9:05:33\n白溪路环评批了\n高洁 2026/6/12 9:07:10\n青石桥还剩3户\n今天再谈",
        "2026-06-12 09:05:33 沈立新\n白溪路环评批了\n2026-06-12 09:07:10 高洁\n青石桥还剩3户\n今天再谈",
        "区水利局-沈立新 昨天 09:05\n白溪路环评批了\n高洁（住建局） 昨天 09:07\n青石桥还剩3户\n今天再谈",
        "[聊天记录]\n沈立新：白溪路环评批了\n高洁：青石桥还剩3户\n今天再谈",
        "群聊的聊天记录\n\n—————  2026-06-12  —————\n\n沈立新  09:05\n\n白溪路环评批了\n\n高洁  09:07\n\n青石桥还剩3户\n今天再谈",
    ],
)
def test_each_speaker_of_a_record_keeps_their_words(text: str) -> None:
    assert split(text) == [("沈立新", "白溪路环评批了"), ("高洁", "青石桥还剩3户\n今天再谈")]


def test_a_record_may_begin_with_the_senders_own_word() -> None:
    said = split("转发给你看看\n沈立新 09:05\n环评批了\n高洁 09:06\n收到")
    assert said == [(None, "转发给你看看"), ("沈立新", "环评批了"), ("高洁", "收到")]


def test_strangers_speak_in_a_record_too() -> None:
    assert split("小刘 09:05\n收到\n老王 09:06\n完成60%") == [("小刘", "收到"), ("老王", "完成60%")]


@pytest.mark.parametrize(
    "text",
    [
        "白溪一期：冬季停工，2月底复工\n白溪二期：备案资料已提交",
        "项目：青石桥\n进展：底板浇完\n问题：商砼限供",
        "方案：已过会\n施工：未开始\n计划：7月开工",
        "6月12日 9:05 现场会\n参加单位见附件",
        "环评批了",
    ],
)
def test_an_ordinary_message_stays_one_piece(text: str) -> None:
    assert split(text) == [(None, normalize(text))]


def test_a_quoted_message_is_not_said_again() -> None:
    assert split_quote("「沈立新：请报环评进展」\n- - - - - - -\n已批") == ("沈立新：请报环评进展", "已批")
    assert split_quote(">沈立新 请报环评进展\n已批") == ("沈立新 请报环评进展", "已批")
    assert split_quote("环评已批") == (None, "环评已批")
    assert split("「高洁：请报环评进展」\n- - - - - - -\n已批") == [(None, "已批")]


def test_a_relay_has_one_line_for_each_person() -> None:
    text = "#接龙 6月第3周\n1. 沈立新 白溪路 路基1.5公里\n2. 高洁：青石桥封顶\n3. 燃气管网：立管2310户"
    assert split(text) == [
        ("沈立新", "白溪路 路基1.5公里"),
        ("高洁", "青石桥封顶"),
        (None, "燃气管网：立管2310户"),
    ]


def test_a_relay_on_one_line_is_one_too() -> None:
    relay = read_relay("接龙 1. 住建局 青石桥 已开工 2. 交通局 白溪路 90% 3. 水利局 泵站 无变化")
    assert relay is not None
    assert [said.text for said in relay] == ["住建局 青石桥 已开工", "交通局 白溪路 90%", "水利局 泵站 无变化"]


def test_only_the_new_lines_of_a_relay_count() -> None:
    first = "#接龙\n1. 沈立新 白溪路 90%"
    second = "#接龙\n1. 沈立新 白溪路  90%\n2. 高洁 青石桥 封顶"
    assert relay_rest(second, [first]) == "#接龙\n2. 高洁 青石桥 封顶"
    assert relay_rest("接龙 1. 沈立新 白溪路 90% 2. 高洁 青石桥 封顶", [first]) == "接龙 \n2. 高洁 青石桥 封顶"


def test_a_line_that_two_have_said_is_new_the_second_time() -> None:
    assert relay_rest("#接龙\n1. 无变化\n2. 无变化", ["#接龙\n1. 无变化"]) == "#接龙\n2. 无变化"


def test_a_list_that_continues_no_relay_stays_whole() -> None:
    listed = "1. 白溪路 90%\n2. 青石桥 封顶"
    assert relay_rest(listed, [listed]) == listed
    assert relay_rest(listed, ["接龙\n1. 白溪路 90%"]) == "2. 青石桥 封顶"


@pytest.mark.parametrize(
    "flood", ["-" * 4000, "「" + "-" * 3999, "\n" * 4000, "接龙" + "1. " * 1300, "沈立新：" * 1000, "> " * 2000]
)
def test_floods_are_taken_apart(flood: str) -> None:
    assert all(said.text in flood for said in split_record(flood, PEOPLE))
