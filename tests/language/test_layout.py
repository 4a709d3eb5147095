"""What dresses a message and says nothing: Word's blanks, items that run on in one line, lines broken behind a comma."""

import pytest

from language.layout import laid_out
from language.normalize import normalize


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("防洪墙干到 1.7 公里了，总长 4.3，前天下雨", "防洪墙干到1.7公里了，总长4.3，前天下雨"),
        (
            "东渠方案批了， 3 月 20 号 ，招标没动；西渠 3 月 12 日 定标",
            "东渠方案批了，3月20号，招标没动；西渠3月12日定标",
        ),
        ("青礁110 4 月 15 日开工", "青礁110 4月15日开工"),
        ("物流园 B 区主体过半", "物流园B区主体过半"),
        ("征地剩11亩.本年投资4200万元．", "征地剩11亩。本年投资4200万元。"),
        ("投资1.2亿元，长3.5公里", "投资1.2亿元，长3.5公里"),
        ("造林栽了1.8万棵…正在收尾……", "造林栽了1.8万棵，正在收尾"),
        ("路面5~8层，12—15日", "路面5~8层，12—15日"),
        ("“东渠”封了顶，**西渠**没动🌹~", "东渠封了顶，西渠没动"),
        ("验收过了，✅", "验收过了，✅"),
        ("东渠衬砌2公里 / 西渠没动", "东渠衬砌2公里；西渠没动"),
        ("渠道完成，\n5.2公里，\n闸门在装", "渠道完成，5.2公里，闸门在装"),
        ("东渠：在砌，\n西渠：没动，\n1、闸门，\n2、泵房", "东渠：在砌，\n西渠：没动，\n1. 闸门，\n2. 泵房"),
    ],
)
def test_what_parts_nothing_goes(typed: str, read: str) -> None:
    assert laid_out(normalize(typed)) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("①东渠在砌②西渠没动 ③闸门到货", "①东渠在砌\n②西渠没动\n③闸门到货"),
        ("1、证卡住了，请协调2、7月31日取得许可", "1. 证卡住了，请协调\n2. 7月31日取得许可"),
        ("一、一期在砌\n二、二期没动", "1. 一期在砌\n2. 二期没动"),
        ("第一，一期在砌；第二，二期没动", "1. 一期在砌；\n2. 二期没动"),
        ("1：东渠3处\n2：2号楼封顶", "1. 东渠3处\n2. 2号楼封顶"),
        ("完成1、2号楼，3、4号楼没动", "完成1、2号楼，3、4号楼没动"),
        ("东渠：1、2号闸门装好，3、4号没到货", "东渠：1、2号闸门装好，3、4号没到货"),
        ("5、6号泊位在打桩", "5、6号泊位在打桩"),
        ("①②没变③9月底完成", "①②没变③9月底完成"),
    ],
)
def test_counted_items_stand_in_lines_of_their_own(typed: str, read: str) -> None:
    assert laid_out(normalize(typed)) == read


def test_blanks_part_the_clauses_of_what_has_no_other_marks() -> None:
    for text in ("井打了3眼 管道5公里 年底通水", "1 高洁 东渠5个\n2 沈立新 西渠3公里", "9月3日开标 10月20日进场"):
        assert laid_out(text) == text
