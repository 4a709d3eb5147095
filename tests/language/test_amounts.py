"""Numbers in messages: what they count, how exactly they were said, and that nothing is off by a rounding."""

import random
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.amounts import NumberKind, NumberSpan, Op, find_numbers
from language.numerals import read_numeral, small_number

UNHURRIED = settings(deadline=None)  # a busy machine is no fault of the reader


def one(text: str) -> NumberSpan:
    spans = find_numbers(text)
    assert len(spans) == 1, spans
    return spans[0]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("投资2.3亿元", NumberKind.MONEY, "230000000", "元"),
        ("缺口860万元", NumberKind.MONEY, "8600000", "元"),
        ("三千二百万元", NumberKind.MONEY, "32000000", "元"),
        ("十五点八万元", NumberKind.MONEY, "158000", "元"),
        ("壹佰贰拾万元整", NumberKind.MONEY, "1200000", "元"),
        ("￥3,000", NumberKind.MONEY, "3000", "元"),
        ("三块零四", NumberKind.MONEY, "3.04", "元"),
        ("1元5角5分", NumberKind.MONEY, "1.55", "元"),
        ("1.5亿美元", NumberKind.MONEY, "150000000", "美元"),
        ("0.86亿", NumberKind.NUMBER, "86000000", None),
        ("1,100万", NumberKind.NUMBER, "11000000", None),
        ("2.3个亿", NumberKind.NUMBER, "230000000", None),
        ("12亿3400万", NumberKind.NUMBER, "1234000000", None),
        ("3万5", NumberKind.NUMBER, "35000", None),
        ("完成65%", NumberKind.PERCENT, "65", None),
        ("百分之九十六点六", NumberKind.PERCENT, "96.6", None),
        ("七成二", NumberKind.PERCENT, "72", None),
        ("六成半", NumberKind.PERCENT, "65", None),
        ("八点五成", NumberKind.PERCENT, "85", None),
        ("百分百", NumberKind.PERCENT, "100", None),
        ("提高4.8个百分点", NumberKind.POINTS, "4.8", None),
        ("提高6个点", NumberKind.POINTS, "6", None),
        ("铺设12.4km", NumberKind.QUANTITY, "12.4", "公里"),
        ("十四公里半", NumberKind.QUANTITY, "14.5", "公里"),
        ("一百二十米", NumberKind.QUANTITY, "120", "米"),
        ("三米九", NumberKind.QUANTITY, "3.9", "米"),
        ("6万2千平", NumberKind.QUANTITY, "62000", "平方米"),
        ("3.8万㎡", NumberKind.QUANTITY, "38000", "平方米"),
        ("土方3.2万方", NumberKind.QUANTITY, "32000", "立方米"),
        ("征地682.5亩", NumberKind.QUANTITY, "682.5", "亩"),
        ("一百一十千伏", NumberKind.QUANTITY, "110", "千伏"),
        ("10万千瓦", NumberKind.QUANTITY, "100000", "千瓦"),
        ("吊装1260t", NumberKind.QUANTITY, "1260", "吨"),
        ("桩基1.2万根", NumberKind.COUNT, "12000", "根"),
        ("签约三百一十二户", NumberKind.COUNT, "312", "户"),
        ("还剩两仓", NumberKind.COUNT, "2", "仓"),
        ("打井一百二十眼", NumberKind.COUNT, "120", "眼"),
        ("完工36个", NumberKind.NUMBER, "36", "个"),
        ("第24次例会", NumberKind.ORDINAL, "24", "次"),
        ("三分之二", NumberKind.FRACTION, None, None),
        ("１２．５公里", NumberKind.QUANTITY, "12.5", "公里"),
        ("共 90 根", NumberKind.COUNT, "90", "根"),
    ],
)
def test_numbers_with_what_they_count(text: str, kind: NumberKind, value: str | None, unit: str | None) -> None:
    span = one(text)
    assert (span.kind, span.unit) == (kind, unit)
    assert value is None or span.value == Decimal(value)
    assert span.exact


@pytest.mark.parametrize(
    ("text", "op", "value"),
    [
        ("约40万元", Op.ABOUT, "400000"),
        ("3公里左右", Op.ABOUT, "3"),
        ("近八成", Op.LT, "80"),
        ("不足三成", Op.LT, "30"),
        ("接近90%", Op.LT, "90"),
        ("过半", Op.GT, "50"),
        ("过六成", Op.GT, "60"),
        ("超过60%", Op.GT, "60"),
        ("六成多", Op.GT, "60"),
        ("200多吨", Op.GT, "200"),
        ("一百多台", Op.GT, "100"),
        ("2000余万元", Op.GT, "20000000"),
        ("上百万元", Op.GE, "1000000"),
        ("至少5栋", Op.GE, "5"),
        ("80%以上", Op.GE, "80"),
        ("不超过5万元", Op.LE, "50000"),
        ("5万元以内", Op.LE, "50000"),
        ("签约312户", Op.EQ, "312"),
        ("最近3处", Op.EQ, "3"),
        ("附近5户", Op.EQ, "5"),
    ],
)
def test_how_exactly_a_number_was_said(text: str, op: Op, value: str) -> None:
    span = one(text)
    assert (span.op, span.value) == (op, Decimal(value))
    assert span.exact is (op in (Op.EQ, Op.ABOUT))


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("60%—65%", NumberKind.PERCENT_RANGE, "60", "65"),
        ("5-20%", NumberKind.PERCENT_RANGE, "5", "20"),
        ("六到七成", NumberKind.PERCENT_RANGE, "60", "70"),
        ("七八成", NumberKind.PERCENT_RANGE, "70", "80"),
        ("百分之三十到四十", NumberKind.PERCENT_RANGE, "30", "40"),
        ("5—8万元", NumberKind.MONEY_RANGE, "50000", "80000"),
        ("七千到九千亿元", NumberKind.MONEY_RANGE, "700000000000", "900000000000"),
        ("10~15k元", NumberKind.MONEY_RANGE, "10000", "15000"),
        ("几十万元", NumberKind.MONEY_RANGE, "100000", "1000000"),
        ("三五百块", NumberKind.MONEY_RANGE, "300", "500"),
        ("3～5公里", NumberKind.QUANTITY, "3", "5"),
        ("5-8层", NumberKind.COUNT, "5", "8"),
        ("十几台", NumberKind.COUNT, "10", "20"),
        ("三五户", NumberKind.COUNT, "3", "5"),
    ],
)
def test_ranges_state_no_single_number(text: str, kind: NumberKind, low: str, high: str) -> None:
    span = one(text)
    assert (span.kind, span.low, span.high) == (kind, Decimal(low), Decimal(high))
    assert not span.exact


@pytest.mark.parametrize(
    ("text", "done", "total", "unit"),
    [
        ("签约151户/210户", "151", "210", "户"),
        ("吊装 46/120 根", "46", "120", "根"),
        ("安装88兆瓦/100兆瓦", "88", "100", "兆瓦"),
        ("8.6 / 42 公里", "8.6", "42", "公里"),
        ("箱梁12联/18联", "12", "18", "联"),
    ],
)
def test_done_and_total_said_with_a_stroke(text: str, done: str, total: str, unit: str) -> None:
    span = one(text)
    assert (span.kind, span.done, span.total, span.unit) == (NumberKind.PROGRESS, Decimal(done), Decimal(total), unit)
    assert [part.value for part in span.parts] == [Decimal(done), Decimal(total)]


@pytest.mark.parametrize(
    "text",
    [
        "一致同意",
        "统一部署",
        "进一步推进",
        "三通一平",
        "第三方检测",
        "万达广场",
        "四川",
        "九江路",
        "五一广场",
        "十分重视",
        "千方百计",
        "收拾现场",
        "陆续进场",
        "几乎停了",
        "K3+200至K5+800",
        "滨环审〔2025〕27号",
        "A3、A4栋",
        "X305大修",
        "DN800管道",
        "周三",
        "星期一",
        "万",
        "五百分之2.2",
        "百分之",
    ],
)
def test_words_that_only_look_like_numbers(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize("text", ["沙河220环评", "北营110基础", "城东35项目", "110平整场地", "三环路", "2期"])
def test_a_sign_that_begins_a_word_is_no_unit(text: str) -> None:
    span = one(text)
    assert (span.kind, span.unit) == (NumberKind.NUMBER, None)


def test_a_dash_that_heads_a_list_is_no_minus() -> None:
    assert one("- 5栋封顶").value == 5
    assert one("-5栋封顶").value == 5
    assert one("-3.9%").value == Decimal("-3.9")
    assert one("负3.9%").value == Decimal("-3.9")


def test_several_numbers_in_one_sentence() -> None:
    spans = find_numbers("本周完成260万，累计2.26亿元，占年度计划67.8%；桩基38根，剩余90根，签约约312户")
    assert [(span.value, span.unit, span.kind) for span in spans] == [
        (Decimal(2600000), None, NumberKind.NUMBER),
        (Decimal(226000000), "元", NumberKind.MONEY),
        (Decimal("67.8"), None, NumberKind.PERCENT),
        (Decimal(38), "根", NumberKind.COUNT),
        (Decimal(90), "根", NumberKind.COUNT),
        (Decimal(312), "户", NumberKind.COUNT),
    ]


def test_a_number_cut_off_at_the_end() -> None:
    for text in ("占三分之", "占百分之", "三又", "约", "共3/", "60%—", "第", "三米", "二分之一又"):
        find_numbers(text)


def test_signing_is_not_about() -> None:
    assert one("签约312户").op is Op.EQ
    assert one("节约312吨").op is Op.EQ


def test_amounts_are_compared_in_base_units() -> None:
    metres = one("2公分")
    assert (metres.in_base(metres.value), metres.base_unit) == (Decimal("0.02"), "m")
    money = one("1.2万元")
    assert (money.yuan, money.base_unit) == (12000, "CNY")
    assert one("0.1234567亿元").yuan == 12345670
    assert one("五斤").in_base(Decimal(5)) == Decimal("2.5")


def chinese(number: int) -> str:
    """Write a number in Chinese, by another rule than the reader's: section by section of four figures."""
    if number == 0:
        return "零"
    sections, text = [], ""
    while number:
        number, section = divmod(number, 10000)
        sections.append(section)
    for place in reversed(range(len(sections))):
        section = sections[place]
        if section == 0:
            text = text.rstrip("零") + "零"
            continue
        figures = f"{section:04d}"
        part = "".join(
            "零" if figure == "0" else "零一二三四五六七八九"[int(figure)] + power
            for figure, power in zip(figures, ("千", "百", "十", ""), strict=True)
        )
        while "零零" in part:
            part = part.replace("零零", "零")
        part = part.rstrip("零") if text else part.strip("零")
        text = (text.rstrip("零") if part.startswith("零") else text) + part + ("", "万", "亿")[place]
    text = text.rstrip("零")
    return text.removeprefix("一") if text.startswith("一十") else text


@UNHURRIED
@given(st.integers(1, 10**11))
def test_chinese_numerals_are_read_back(number: int) -> None:
    said = chinese(number)
    numeral = read_numeral(said, 0)
    assert numeral
    assert (numeral.value, numeral.end) == (Decimal(number), len(said))


@UNHURRIED
@given(st.integers(0, 10**12), st.integers(0, 10**6 - 1))
def test_figures_are_read_back_with_and_without_commas(whole: int, part: int) -> None:
    wanted = Decimal(f"{whole}.{part}")
    for said in (f"{whole}.{part}", f"{whole:,}.{part}"):
        numeral = read_numeral(said, 0)
        assert numeral
        assert (numeral.value, numeral.end) == (wanted, len(said))


@UNHURRIED
@given(st.integers(0, 10**7), st.sampled_from(["万", "亿"]))
def test_money_is_exact_to_the_yuan(hundredths: int, power: str) -> None:
    said = f"{hundredths // 100}.{hundredths % 100:02d}{power}元"
    assert one(said).yuan == hundredths * {"万": 100, "亿": 1_000_000}[power]


@UNHURRIED
@given(st.integers(1, 9999))
def test_small_numbers(number: int) -> None:
    assert small_number(str(number)) == small_number(chinese(number)) == number
    assert small_number("".join("〇一二三四五六七八九"[int(figure)] for figure in str(number))) == number


SIGNS = "0123456789零〇一二三四五六七八九十百千万亿两几多余半点成分之%％/-—~至到,.，。（）() \u3000第个户栋亩公里米元块角约近过超不足左右以上K+０１．／負负￥"


def test_no_text_breaks_it() -> None:
    chance = random.Random(12)
    for _ in range(400):
        signs = SIGNS if chance.random() < 0.5 else chance.sample(SIGNS, 8)
        text = "".join(chance.choices(signs, k=chance.choice((20, 300, 4000))))
        spans = find_numbers(text)
        for span, after in pairwise(spans):
            assert span.end <= after.start
        for span in spans:
            assert text[span.start : span.end] == span.text
            assert span.yuan is None or isinstance(span.yuan, int)
            span.in_base(span.value)
