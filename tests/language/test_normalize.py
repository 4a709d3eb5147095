"""One form for what people type: width, punctuation, unseen characters, spaces, mentions."""

import random
import sys

import pytest

from language.normalize import LONGEST, normalize

PEOPLE = frozenset({"沈立新", "高洁", "欧阳雪"})


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("＠项目助手　白溪１１０千伏６月３０日已开工", "白溪110千伏6月30日已开工"),
        ("钢柱吊装 46/120 根，完成 28％", "钢柱吊装 46/120根，完成 28%"),
        ("机械 4 台 ，人员 60 人 ， 正常", "机械 4台，人员 60人，正常"),
        ("①外墙 ②管网，共3200㎡，✅", "①外墙 ②管网，共3200㎡，✅"),
        ("1️⃣ 白溪路 2️⃣ 青石桥", "① 白溪路 ② 青石桥"),
        ("问题:资金;措施:无!", "问题：资金；措施：无！"),
        ("投资1,100万,9：05开会,比例3:7", "投资1,100万，9:05开会，比例3:7"),
        ("(1)桩基(钻孔)", "（1）桩基（钻孔）"),
        ("第一行\r\n 第二行\r第三行", "第一行\n第二行\n第三行"),
        ("白\u200b溪\u202e路\ufeff环\u00ad评", "白溪路环评"),
        ("⼯程⾯积2.5万㎡", "工程面积2.5万㎡"),
        ("a\ud800b\x00c", "abc"),
        ("5~8层，12—15日", "5~8层，12—15日"),
    ],
)
def test_one_form(typed: str, read: str) -> None:
    assert normalize(typed) == read


def test_the_number_of_a_line_stays_apart_from_its_text() -> None:
    assert normalize("1 高洁 白溪路 5 个\n2 沈立新 青石桥 3 公里") == "1 高洁 白溪路 5个\n2 沈立新 青石桥 3公里"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("@项目助手 环评批了", "环评批了"),
        ("@项目助手环评批了", "环评批了"),
        ("@小青 环评批了", "环评批了"),
        ("@青岚项目通，环评批了", "环评批了"),
        ("环评批了 @调度机器人", "环评批了"),
        ("@小青@项目助手 你好", "你好"),
        ("@项目助手", ""),
        ("@沈立新 你那边批了没", "@沈立新 你那边批了没"),
        ("@项目助手 @高洁 表格重发", "@高洁 表格重发"),
        ("@高洁表格重发", "@高洁表格重发"),
        ("@王科 受理了没", "@王科 受理了没"),
        ("@所有人 明天开会", "@所有人 明天开会"),
    ],
)
def test_only_the_bots_mention_goes(typed: str, read: str) -> None:
    assert normalize(typed, PEOPLE) == read


def test_a_bot_of_any_name_is_known_by_it() -> None:
    assert normalize("@石榴环评批了", PEOPLE, frozenset({"石榴"})) == "环评批了"


def test_text_is_capped_before_anything_looks_at_it() -> None:
    assert len(normalize("啊" * 100_000)) == LONGEST


def test_what_is_normal_stays_so() -> None:
    for text in ("白溪路：基础完成65%；青石桥封顶。", "1、征地剩3户\n2、资金缺口860万", "（一）进展（二）问题"):
        assert normalize(normalize(text)) == normalize(text) == text


def test_hostile_text_is_read_and_left_without_unseen_characters() -> None:
    rng = random.Random(4)
    floods = ("@" * 9000, " " * 9000, "\n" * 9000, "@助手" * 3000, "(" * 9000, "9 " * 4500, "\u202e1" * 4500)
    typed = [*floods, *("".join(chr(rng.randrange(sys.maxunicode)) for _ in range(4000)) for _ in range(40))]
    for text in typed:
        read = normalize(text, PEOPLE)
        assert not set(read) & set("\u200b\u202e\u2066\ufeff\x00")
        read.encode("utf-8")
