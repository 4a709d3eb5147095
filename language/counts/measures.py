"""One number with what stands behind it: a per cent sign, 成, 个百分点, 分之, a unit, 角 and 分."""

import re
from decimal import Decimal

from language.counts.kinds import NumberKind, Op
from language.counts.span import NumberSpan
from language.counts.units import COUNTED_THINGS, UNITS_BY_FIRST_SIGN, WORDS_OF_UNITS, Unit
from language.late import late
from language.numerals import CHINESE, DIGITS, POWERS, STARTS, Numeral, read_numeral, read_round_power

ZERO, ONE, TEN, HUNDRED = Decimal(0), Decimal(1), Decimal(10), Decimal(100)
HALF = Decimal("0.5")
CLOSED = frozenset(" \u3000，。；、,.;!！?？)）】」”\"'’\n:：")

_HALF_WORDS = r"(?P<half>[过超近]半(?![天年月日小个])|大半(?![天年月日个])|一大半|一多半|一半|半数以上|半数)"
_STARTS_ALL = f"{STARTS}过超近大半米一上达约逾"
START = late(
    rf"(?=[{_STARTS_ALL}])(?:{_HALF_WORDS}|(?P<number>[{STARTS}])|(?P<tall>米(?=[一二三四五六七八九](?![十百千万亿]))))"
)
_PERCENT = late(r"[ \u3000]{0,2}(?:[%％﹪]|(?P<points>个?百分点|个点(?![位名半]))|(?P<mille>‰))")
_PERCENT_SIGNS = frozenset(" \u3000%％﹪个百‰")
_PER_HUNDRED = late(
    r"(?P<unit>[百千万])[ \u3000]{0,2}分[ \u3000]{0,2}"
    r"(?:(?P<whole>百(?![十几]))|之[ \u3000]{0,2}(?P<hundred>百(?![分十]))?)"
)
_PARTS = late(r"(?P<times>[百千万])?[ \u3000]{0,2}分之[ \u3000]{0,2}")
_TENTHS = late(
    rf"成(?![立功果本员套型品都为交绩效])(?P<more>[多余])?"
    rf"(?:(?P<half>半(?![年月天]))|(?P<rest>[{CHINESE}](?![{STARTS}个])))?"
)
_D = "[0-9一二两三四五六七八九]"
_CENTS = late(
    rf"(?P<tens>{_D})[角毛](?:(?P<ones>{_D})分?)?|零?(?P<cents>{_D})分|零(?P<hundredths>{_D})(?![{STARTS}])"
    rf"|(?P<tenths>[一二两三四五六七八九])(?![{STARTS}点])"
)
_CENT_TAIL = late(rf"[一二三四五六七八九](?![{STARTS}])")
_SAID_AGAIN = ("人民币", "RMB", "钱")
_HALVES = {"过": Op.GT, "超": Op.GT, "近": Op.LT, "大": Op.GT}


def read_amount(text: str, start: re.Match[str]) -> NumberSpan | int:
    """The number that begins where START matched, or the place where to go on looking."""
    place = start.start()
    if start["number"] is None:
        return _read_half(start) if start["half"] else _read_tall(text, place)
    if text[place] in "百千万" and (share := _PER_HUNDRED.match(text, place)):
        return _read_per_hundred(text, share)
    numeral = read_numeral(text, place) or read_round_power(text, place)
    if numeral is None:
        return place + 1
    end = numeral.end
    if text.find("分", end, end + 4) >= 0 and (parts := _PARTS.match(text, end)):
        return _read_fraction(text, numeral, parts)
    if text.startswith("又", end) and (mixed := _read_mixed(text, numeral)) is not None:
        return mixed
    return _measure(text, numeral)


def _read_half(start: re.Match[str]) -> NumberSpan:
    """过半 is more than fifty per cent, 一半 is a half."""
    word = start["half"]
    if word in ("一半", "半数"):
        return NumberSpan(start.start(), start.end(), "", NumberKind.FRACTION, HALF)
    op = Op.GE if word == "半数以上" else _HALVES.get(word[0], Op.GT)
    return NumberSpan(start.start(), start.end(), "", NumberKind.PERCENT, Decimal(50), op=op)


def _read_tall(text: str, place: int) -> NumberSpan | int:
    """米九: one metre ninety, said of heights."""
    if place and text[place - 1] not in CLOSED and text[place - 1] not in "高长宽深厚约近":
        return place + 1
    value = ONE + Decimal(DIGITS[text[place + 1]]) / TEN
    return NumberSpan(place, place + 2, "", NumberKind.QUANTITY, value, "米")


def _read_per_hundred(text: str, share: re.Match[str]) -> NumberSpan | int:
    """百分之六十, 百分百; 千分之三 and 万分之一 are fractions."""
    if share["whole"] or share["hundred"]:
        return NumberSpan(share.start(), share.end(), "", NumberKind.PERCENT, HUNDRED)
    numeral = read_numeral(text, share.end())
    if numeral is None:
        return share.end()
    span = NumberSpan(share.start(), numeral.end, "", NumberKind.PERCENT, numeral.value, numeral=numeral)
    span.low, span.high = numeral.low, numeral.high
    if share["unit"] != "百":
        span.kind = NumberKind.FRACTION
        span.scale(TEN ** -POWERS[share["unit"]])
    return span


def _read_fraction(text: str, whole: Numeral, parts: re.Match[str]) -> NumberSpan | int:
    """三分之二; 五百分之2.2 is no number that anybody reports."""
    numeral = read_numeral(text, parts.end())
    if numeral is None:
        return parts.end()
    if parts["times"] or not whole.value or numeral.value % 1 or whole.value % 1:
        return numeral.end
    value = numeral.value / whole.value
    return NumberSpan(
        whole.start, numeral.end, "", NumberKind.FRACTION, value, done=numeral.value, total=whole.value, numeral=numeral
    )


def _read_mixed(text: str, whole: Numeral) -> NumberSpan | None:
    """五又三分之二."""
    below = read_numeral(text, whole.end + 1) if whole.end + 1 < len(text) else None
    parts = below and _PARTS.match(text, below.end)
    span = _read_fraction(text, below, parts) if below and parts else None
    if not isinstance(span, NumberSpan) or span.value is None:
        return None
    span.start, span.value = whole.start, whole.value + span.value
    return span


def _measure(text: str, numeral: Numeral) -> NumberSpan:
    """A numeral with its unit."""
    start, end = numeral.start, numeral.end
    span = NumberSpan(start, end, "", NumberKind.NUMBER, numeral.value, numeral=numeral)
    if numeral.low is not None or numeral.more:
        span.low, span.high = numeral.low, numeral.high
        span.op = Op.GT if numeral.more else Op.EQ
    if end < len(text):
        sign = text[end]
        percent = _PERCENT.match(text, end) if sign in _PERCENT_SIGNS else None
        if percent and not _counts_spots(text, start, percent):
            _take_percent(span, percent)
        elif sign == "成" and numeral.value <= TEN and (tenths := _TENTHS.match(text, end)):
            _take_tenths(span, tenths)
        elif (found := unit_at(text, end)) is not None:
            _take_unit(text, span, *found)
    if start and text[start - 1] == "第":
        span.kind, span.start = NumberKind.ORDINAL, start - 1
    return span


_RISES = late(r"[提增上涨降升高低快慢欠超落回差][^，。；\d]{0,3}$")


def _counts_spots(text: str, start: int, percent: re.Match[str]) -> bool:
    """确认86个点 counts places; 提高3个点 are points of a percentage."""
    return percent["points"] == "个点" and _RISES.search(text, max(0, start - 6), start) is None


def _take_percent(span: NumberSpan, percent: re.Match[str]) -> None:
    span.kind = NumberKind.POINTS if percent["points"] else NumberKind.PERCENT
    if percent["mille"]:
        span.scale(ONE / TEN)
    span.end = percent.end()


def _take_tenths(span: NumberSpan, tenths: re.Match[str]) -> None:
    """九成, 七成二, 六成半, 七成多."""
    span.kind, span.end = NumberKind.PERCENT, tenths.end()
    span.scale(TEN)
    if span.value is not None and tenths["half"]:
        span.value += 5
    elif span.value is not None and tenths["rest"]:
        span.value += DIGITS[tenths["rest"]]
    if tenths["more"]:
        span.op = Op.GT


def unit_at(text: str, place: int) -> tuple[Unit, int] | None:
    """The unit that stands here, the longest that fits, and its end."""
    start = place
    while place < len(text) and place - start < 3 and text[place] in " \u3000":
        place += 1
    if place >= len(text) or (place > start and text[place] in "年月日号"):
        return None  # 两千七百万 月底前
    for said, unit in UNITS_BY_FIRST_SIGN.get(text[place], ()):
        end = place + len(said)
        if text.startswith(said, place) and _ends_unit(text, end, said, unit):
            return unit, end
    return None


ALL_BUT = tuple("，,、都均全其已")
"""Behind 除2户外: it is no 户外."""


def _ends_unit(text: str, end: int, said: str, unit: Unit) -> bool:
    """Whether a unit really ends here: 3m is metres, 3mm and 3mg are not; 一块蛋糕 is no money."""
    if end >= len(text):
        return True
    after, last = text[end], said[-1]
    if said == "个月" and after in "底初末":
        return False  # 剩60个月底前钻完
    left_out = after == "外" and text[end + 1 : end + 2] in ALL_BUT
    if (
        len(said) == 1
        and after in WORDS_OF_UNITS.get(said, "")
        and not left_out
        and not text.startswith(COUNTED_THINGS, end)
    ):
        return False
    if last.isascii() and last.isalnum():
        return not (after.isascii() and (after.isalpha() if len(said) > 1 else after.isalnum()))
    if last == "块" and unit.kind is NumberKind.MONEY:
        return after in CLOSED or after in "/以左上钱多余-~—至到零人R" or after in DIGITS or after.isdigit()
    return True


def _take_unit(text: str, span: NumberSpan, unit: Unit, end: int) -> None:
    """Give a number its unit; 个 and times leave it a number."""
    span.end, span.unit = end, unit.name
    span.kind = unit.kind
    if unit.kind is NumberKind.MONEY:
        _take_money(text, span, unit)
    elif unit.kind is NumberKind.QUANTITY and end < len(text):
        _take_unit_tail(text, span, unit)
    elif unit.kind is NumberKind.COUNT and span.value is not None and span.value < TEN and _AND_A_HALF.match(text, end):
        span.value, span.end = span.value + HALF, end + 1  # 1条半


def _take_money(text: str, span: NumberSpan, unit: Unit) -> None:
    """元 and 块 with the 角 and 分 behind them, in yuan."""
    if unit.factor != ONE:
        span.scale(unit.factor)
        span.unit = "元"
        if span.value is not None and (tail := _CENT_TAIL.match(text, span.end)):
            span.value += Decimal(DIGITS[tail[0]]) / HUNDRED
            span.end = tail.end()
    elif span.value is not None and text[span.end - 1] in "元块圆" and (cents := _CENTS.match(text, span.end)):
        said = {name: Decimal(DIGITS.get(sign, sign)) for name, sign in cents.groupdict().items() if sign}
        span.value += said.get("tens", said.get("tenths", ZERO)) / TEN
        span.value += said.get("ones", said.get("cents", said.get("hundredths", ZERO))) / HUNDRED
        span.end = cents.end()
    for word in _SAID_AGAIN:
        if text.startswith(word, span.end):
            span.end += len(word)


_AND_A_HALF = late("半(?![年月天个以])")
_TAIL_ENDS = frozenset("，。；、！,; 了的吧呢）\n")


def _ends_in_tenths(text: str, start: int, end: int) -> bool:
    """三公里二: a last digit that is spoken after the unit, and nothing more."""
    spoken = text[start] in f"{CHINESE}十百" and text[end] in DIGITS
    return spoken and (end + 1 == len(text) or text[end + 1] in _TAIL_ENDS)


def _take_unit_tail(text: str, span: NumberSpan, unit: Unit) -> None:
    """两米半, 三米九, 一米八五, 十四公里半."""
    end = span.end
    if span.value is None:
        return
    if text[end] == "半" and text[end + 1 : end + 2] not in ("年", "月", "天", "个"):
        span.value += HALF
        span.end += 1
    elif unit.name in ("公里", "吨") and _ends_in_tenths(text, span.start, end):
        span.value += Decimal(DIGITS[text[end]]) / TEN
        span.end += 1
    elif unit.name == "米" and text[end] in DIGITS:
        tail = read_numeral(text, end)
        if tail is not None and tail.value < HUNDRED and tail.low is None and unit_at(text, tail.end) is None:
            span.value += tail.value / TEN ** (tail.end - end)
            span.end = tail.end
