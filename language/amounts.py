"""Numbers with what they count: 2.3亿元, 近八成, 65%, 3.2公里, 151户/210户, 60%—65%; parsed once, all arithmetic exact."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from language.number_words import word_end
from language.numerals import CHINESE, DIGITS, POWERS, STARTS, Numeral, read_numeral
from language.units import LONGEST_UNIT, UNITS, Unit, UnitKind

CAP = 4000
_ONE, _TEN, _HUNDRED = Decimal(1), Decimal(10), Decimal(100)


class NumberKind(StrEnum):
    """What a number is a number of."""

    NUMBER = "number"
    PERCENT = "percent"
    PERCENT_RANGE = "percent_range"
    POINTS = "pp"
    MONEY = "money"
    MONEY_RANGE = "money_range"
    QUANTITY = "quantity"
    COUNT = "count"
    PROGRESS = "progress"
    FRACTION = "fraction"
    ORDINAL = "ordinal"


class Op(StrEnum):
    """How the true value stands to the one that was said: 近八成 is less, 过半 is more."""

    EQ = "eq"
    ABOUT = "about"
    LT = "lt"
    GT = "gt"
    LE = "le"
    GE = "ge"


@dataclass(slots=True)
class NumberSpan:
    """A number in a text. `value` is in `unit`, which is what was said under the contract's name for it.

    A range has `low` and `high` and no value; 151户/210户 has `done` and `total`; `parts` are the numbers joined in it.
    Money is in yuan (or the currency named), percent in per cent.
    """

    start: int
    end: int
    text: str
    kind: NumberKind
    value: Decimal | None = None
    unit: str | None = None
    op: Op = Op.EQ
    low: Decimal | None = None
    high: Decimal | None = None
    done: Decimal | None = None
    total: Decimal | None = None
    parts: tuple["NumberSpan", ...] = ()
    numeral: Numeral | None = None

    @property
    def exact(self) -> bool:
        """Whether it states a number at all: 约 and 左右 do, 超过, 近, 不足 and …多 do not."""
        return self.value is not None and self.low is None and self.op in (Op.EQ, Op.ABOUT)

    @property
    def base_unit(self) -> str | None:
        """The unit in which amounts of one kind can be compared: m for 公里, CNY for money."""
        known = UNITS.get(self.unit or "")
        return known.base if known else self.unit

    def in_base(self, value: Decimal | None) -> Decimal | None:
        """A value of this span, in its base unit."""
        known = UNITS.get(self.unit or "")
        return value if value is None or known is None else value * known.factor

    @property
    def yuan(self) -> int | None:
        """The amount in whole yuan; a bare 8000万 may be money too, which only its sentence tells."""
        if self.value is None or self.base_unit not in (None, "CNY") or self.value % 1:
            return None
        return int(self.value)


_START = re.compile(
    rf"[{STARTS}]|(?P<half>[过超近]半(?![天年月日小个])|半数以上)|(?P<tall>米(?=[一二三四五六七八九](?![十百千万亿])))"
)
_FOLD = {0xFF10 + n: 0x30 + n for n in range(10)} | {0xFF05: "%", 0xFF0E: ".", 0xFF0F: "/", 0xFF0B: "+"}
_PERCENT = re.compile(r"[ \u3000]{0,2}(?:[%％﹪]|(?P<points>个?百分点)|(?P<mille>‰))")
_PER_HUNDRED = re.compile(
    r"(?P<unit>[百千])[ \u3000]{0,2}分[ \u3000]{0,2}(?:(?P<whole>百(?![十几]))|之[ \u3000]{0,2}(?P<hundred>百(?![分十]))?)"
)
_PARTS = re.compile(r"(?P<times>[百千万])?[ \u3000]{0,2}分之[ \u3000]{0,2}")
_TENTHS = re.compile(
    rf"成(?![立功果本员套型品都为交绩效])(?P<more>[多余])?(?:(?P<half>半(?![年月天]))|(?P<rest>[{CHINESE}](?![{STARTS}个])))?"
)
_RANGE = re.compile(
    r"(?:[(（]含[)）])?[ \u3000]{0,2}(?:[-~～—–－―]{1,2}|至|到)[ \u3000]{0,2}(?=[0-9.一二三四五六七八九十两])"
)
_SLASH = re.compile(r"[ \u3000]{0,2}/[ \u3000]{0,2}(?=[0-9一二三四五六七八九十])")
_D = "[0-9一二两三四五六七八九]"
_CENTS = re.compile(
    rf"(?P<jiao>{_D})[角毛](?:(?P<fen>{_D})分?)?钱?|(?:零(?=[^0-9]))?(?P<cents>{_D})分钱?|零(?P<hundredths>{_D})(?![{STARTS}])"
    rf"|(?P<tenths>{_D})(?![{STARTS}点])"
)
_AFTER = re.compile(r"(?P<about>左右|上下)|(?P<ge>[及或]?以上)|(?P<le>[及或]?以下|[以之]内)|(?P<gt>[多余](?![少下]))")
_AFTER_STARTS = frozenset("左上及或以之多余")
_BEFORE = re.compile(
    r"(?:(?P<le>不超过?|不多于|不高于|不大于|至多|最多|≤|<=)|(?P<ge>至少|不少于|不低于|不小于|最少|起码|≥|>=)"
    r"|(?P<lt>不足|不到|不满|不及|(?<![最附临靠邻相])近|接近|小于|少于|低于|<)"
    r"|(?P<gt>(?<!不)超过|超出|(?<!不)超|突破|逾|(?<!不)多于|(?<!不)大于|(?<!不)高于|>)|(?P<about>约|大概|大致|约为|差不多))[ \u3000]?\Z"
)
_BEFORE_ENDS = frozenset("过于多≤=少码≥>足到满及近<超出破逾约概致为  \u3000")
_MINUS = re.compile(r"(?:负[ \u3000]?|(?<![0-9A-Za-z\u4e00-\u9fff%％)）.])[-−－][ \u3000]?)\Z")
_CURRENCY = {"¥": "元", "￥": "元", "$": "美元", "＄": "美元", "€": "欧元"}
_CLOSED = frozenset(" \u3000，。；、,.;!！?？)）】」”\"'’\n:：")


def find_numbers(text: str) -> tuple[NumberSpan, ...]:
    """All the numbers of a text, in order, none inside another."""
    said = text[:CAP]
    folded = said if said.isascii() else said.translate(_FOLD)
    found: list[NumberSpan] = []
    place = 0
    while start := _START.search(folded, place):
        span, place = _read(folded, start, place)
        if span is not None:
            span.text = said[span.start : span.end]
            found.append(span)
    return tuple(found)


def _read(text: str, start: re.Match[str], floor: int) -> tuple[NumberSpan | None, int]:
    """One number, joined with the one it is a range or a share with, and the place after it."""
    place = start.start()
    if (end := word_end(text, place)) > place:
        return None, end
    first = _read_amount(text, start)
    if isinstance(first, int):
        return None, first
    _read_sign(text, first, floor)
    _read_before(text, first, floor)
    joined = _join(text, first)
    if joined is first:
        _read_after(text, first)
        _settle_vague(first)
    return joined, joined.end


def _read_amount(text: str, start: re.Match[str]) -> NumberSpan | int:
    """A numeral with its unit, or where to go on looking."""
    place = start.start()
    if start["half"]:
        op = Op.LT if text[place] == "近" else Op.GT
        return NumberSpan(place, start.end(), "", NumberKind.PERCENT, Decimal(50), op=op)
    if start["tall"]:
        return _read_tall(text, place)
    if share := _PER_HUNDRED.match(text, place):
        return _read_per_hundred(text, share)
    if text[place] == "." and (place + 1 >= len(text) or not text[place + 1].isdigit()):
        return place + 1
    numeral = read_numeral(text, place)
    if numeral is None:
        return place + 1
    if parts := _PARTS.match(text, numeral.end):
        return _read_fraction(text, numeral, parts)
    return _measure(text, numeral)


def _read_per_hundred(text: str, share: re.Match[str]) -> NumberSpan | int:
    """百分之六十, 百分百, 千分之三."""
    factor = _ONE if share["unit"] == "百" else _ONE / _TEN
    if share["whole"] or share["hundred"]:
        return NumberSpan(share.start(), share.end(), "", NumberKind.PERCENT, _HUNDRED * factor)
    numeral = read_numeral(text, share.end())
    if numeral is None:
        return share.end()
    return NumberSpan(share.start(), numeral.end, "", NumberKind.PERCENT, numeral.value * factor, numeral=numeral)


def _read_fraction(text: str, whole: Numeral, parts: re.Match[str]) -> NumberSpan | int:
    """三分之二; 五百分之2.2 is no number that anybody reports."""
    numeral = read_numeral(text, parts.end())
    if numeral is None:
        return parts.end()
    if parts["times"] or not whole.value or numeral.value % 1 or whole.value % 1:
        return numeral.end
    return NumberSpan(
        whole.start,
        numeral.end,
        "",
        NumberKind.FRACTION,
        numeral.value / whole.value,
        done=numeral.value,
        total=whole.value,
    )


def _read_tall(text: str, place: int) -> NumberSpan | int:
    """米九: one metre ninety, said of heights."""
    if place and text[place - 1] not in _CLOSED and text[place - 1] not in "高长宽深厚约近":
        return place + 1
    value = _ONE + Decimal(DIGITS[text[place + 1]]) / _TEN
    return NumberSpan(place, place + 2, "", NumberKind.QUANTITY, value, "米")


def _measure(text: str, numeral: Numeral) -> NumberSpan:
    """A numeral with what stands behind it: a per cent sign, 成, 个百分点, a unit."""
    end = numeral.end
    span = NumberSpan(
        numeral.start, end, "", NumberKind.NUMBER, numeral.value, numeral=numeral, low=numeral.low, high=numeral.high
    )
    if numeral.more:
        span.op = Op.GT
    if end >= len(text):
        return span
    if percent := _PERCENT.match(text, end):
        _take_percent(span, percent)
    elif text[end] == "成" and numeral.value <= _TEN and (tenths := _TENTHS.match(text, end)):
        _take_tenths(span, tenths)
    elif (taken := _unit_at(text, end)) is not None:
        _take_unit(text, span, *taken)
    if numeral.start and text[numeral.start - 1] == "第":
        span.kind = NumberKind.ORDINAL
        span.start -= 1
    return span


def _take_percent(span: NumberSpan, percent: re.Match[str]) -> None:
    span.kind = NumberKind.POINTS if percent["points"] else NumberKind.PERCENT
    if percent["mille"]:
        _scale(span, _ONE / _TEN)
    span.end = percent.end()


def _take_tenths(span: NumberSpan, tenths: re.Match[str]) -> None:
    """九成, 七成二, 六成半, 七成多."""
    span.kind = NumberKind.PERCENT
    _scale(span, _TEN)
    if span.value is not None and tenths["half"]:
        span.value += 5
    elif span.value is not None and tenths["rest"]:
        span.value += DIGITS[tenths["rest"]]
    if tenths["more"]:
        span.op = Op.GT
    span.end = tenths.end()


def _scale(span: NumberSpan, factor: Decimal) -> None:
    span.value = None if span.value is None else span.value * factor
    span.low = None if span.low is None else span.low * factor
    span.high = None if span.high is None else span.high * factor


def _unit_at(text: str, place: int) -> tuple[Unit, int] | None:
    """The unit that stands here, the longest that fits, and its end."""
    blanks = 0
    while blanks < 3 and place < len(text) and text[place] in " \u3000":
        place, blanks = place + 1, blanks + 1
    for length in range(min(LONGEST_UNIT, len(text) - place), 0, -1):
        unit = UNITS.get(text[place : place + length])
        if unit is not None and _ends_unit(text, place + length, unit):
            if blanks and unit.kind is UnitKind.COUNT and length == 1 and place - blanks > 0 and unit.name in "号":
                return None
            return unit, place + length
    return None


def _ends_unit(text: str, end: int, unit: Unit) -> bool:
    """Whether a unit really ends here: 3m is metres, 3mm and 3mg are not; 一块蛋糕 is no money."""
    if end >= len(text):
        return True
    after, last = text[end], text[end - 1]
    if last.isascii() and last.isalnum():
        return not (after.isascii() and after.isalnum())
    if last == "块" and unit.kind is UnitKind.MONEY:
        return after in _CLOSED or after in "以左上钱多-~—至到零" or after in DIGITS or after.isdigit()
    return True


def _take_unit(text: str, span: NumberSpan, unit: Unit, end: int) -> None:
    """Give a number its unit; 个 alone counts anything, so it leaves a number a number."""
    span.end, span.unit = end, unit.name
    if unit.kind is UnitKind.TIME or unit.name == "个":
        return
    span.kind = NumberKind(unit.kind.value)
    if unit.kind is UnitKind.MONEY:
        _scale(span, unit.factor)
        span.unit = "元" if unit.base == "CNY" else unit.name
        if unit.factor == _ONE:
            _take_cents(text, span)
    elif unit.kind is UnitKind.QUANTITY:
        _take_unit_tail(text, span, unit)


def _take_cents(text: str, span: NumberSpan) -> None:
    """三块零四, 五元六角, 九十九块九毛九, with the currency said again behind it."""
    if span.value is not None and (cents := _CENTS.match(text, span.end)):
        value = {name: Decimal(DIGITS.get(sign, sign)) for name, sign in cents.groupdict().items() if sign}
        span.value += (value.get("jiao", value.get("tenths", Decimal(0)))) / _TEN
        span.value += (value.get("fen", value.get("cents", value.get("hundredths", Decimal(0))))) / _HUNDRED
        span.end = cents.end()
    for word in ("人民币", "RMB", "钱"):
        if text.startswith(word, span.end):
            span.end += len(word)


def _take_unit_tail(text: str, span: NumberSpan, unit: Unit) -> None:
    """两米半, 三米九, 一米八五, 十四公里半."""
    end = span.end
    if span.value is None or end >= len(text):
        return
    if text[end] == "半" and text[end + 1 : end + 2] not in ("年", "月", "天", "个"):
        span.value += Decimal("0.5")
        span.end += 1
    elif unit.name == "米" and text[end] in DIGITS:
        tail = read_numeral(text, end)
        if tail is not None and tail.value < _HUNDRED and tail.low is None and _unit_at(text, tail.end) is None:
            span.value += tail.value / _TEN ** (tail.end - end)
            span.end = tail.end


def _read_sign(text: str, span: NumberSpan, floor: int) -> None:
    """A minus before the number; a dash that heads a list is none, so it makes no negative count."""
    start = span.start
    if start == floor:
        return
    before = text[start - 1]
    if before in _CURRENCY and span.kind is NumberKind.NUMBER:
        span.kind, span.unit, span.start = NumberKind.MONEY, _CURRENCY[before], start - 1
    elif before in "负-−－ \u3000" and (minus := _MINUS.search(text, max(floor, start - 3), start)):
        dash = minus[0][0] != "负"
        headed = dash and (span.kind in (NumberKind.COUNT, NumberKind.QUANTITY) or span.unit == "个")
        bullet = dash and len(minus[0]) > 1 and span.end < len(text) and text[span.end] not in "\n"
        if not headed and not bullet and span.value is not None:
            span.value, span.start = -span.value, minus.start()
            span.low = span.high = None


def _read_before(text: str, span: NumberSpan, floor: int) -> None:
    """近, 不足, 超过, 至少, 约 before a number."""
    start = span.start
    if start > floor and text[start - 1] in _BEFORE_ENDS:
        before = _BEFORE.search(text, max(floor, start - 5), start)
        if before:
            span.op = _first_op(before)
            span.start = before.start()


def _read_after(text: str, span: NumberSpan) -> None:
    """左右, 以上, 多 behind a number."""
    end = span.end
    while end < len(text) and end - span.end < 2 and text[end] == " ":
        end += 1
    if end < len(text) and text[end] in _AFTER_STARTS and (after := _AFTER.match(text, end)):
        op = _first_op(after)
        if span.op is Op.EQ or op is not Op.ABOUT:
            span.op = op
        span.end = after.end()


def _first_op(match: re.Match[str]) -> Op:
    return Op(str(match.lastgroup))


def _settle_vague(span: NumberSpan) -> None:
    """几十万块 and 三五百块 are ranges; 十余万 keeps the value from which it goes up."""
    if span.low is None or span.numeral is None or span.numeral.more:
        return
    if span.kind is NumberKind.MONEY:
        span.kind, span.value = NumberKind.MONEY_RANGE, None
    elif span.kind is NumberKind.PERCENT:
        span.kind, span.value = NumberKind.PERCENT_RANGE, None


def _join(text: str, first: NumberSpan) -> NumberSpan:
    """60%—65%, 一百二十到一百五十万元, 151户/210户."""
    if first.value is None or first.end >= len(text) or first.kind is NumberKind.ORDINAL:
        return first
    if slash := _SLASH.match(text, first.end):
        return _join_share(text, first, slash.end())
    if first.unit is not None and first.kind is NumberKind.NUMBER and first.unit != "个":
        return first
    if dash := _RANGE.match(text, first.end):
        return _join_range(text, first, dash.end())
    return first


def _second(text: str, place: int) -> NumberSpan | None:
    """The number behind a dash or a stroke."""
    start = _START.match(text, place)
    if start is None:
        return None
    second = _read_amount(text, start)
    return None if isinstance(second, int) or second.value is None else second


def _join_share(text: str, first: NumberSpan, place: int) -> NumberSpan:
    """151户/210户 is progress; 3/4 alone is a fraction."""
    second = _second(text, place)
    if second is None or not second.value or _chained(text, first.start, second.end):
        return first
    unit = second.unit or first.unit
    if second.unit and first.unit and second.unit != first.unit:
        return first
    kind = NumberKind.PROGRESS if unit else NumberKind.FRACTION
    assert first.value is not None
    value = None if unit else first.value / second.value
    return NumberSpan(
        first.start, second.end, "", kind, value, unit, done=first.value, total=second.value, parts=(first, second)
    )


def _chained(text: str, start: int, end: int) -> bool:
    """Whether a third number hangs on: dates and telephone numbers are no shares and no ranges."""
    return (end + 1 < len(text) and text[end] in "/-" and text[end + 1].isdigit()) or (
        start > 1 and text[start - 1] in "/-"
    )


_RANGES = {NumberKind.MONEY: NumberKind.MONEY_RANGE, NumberKind.PERCENT: NumberKind.PERCENT_RANGE}


def _join_range(text: str, first: NumberSpan, place: int) -> NumberSpan:
    """A range takes the unit, and where the first has none, the 万 of its second number."""
    second = _second(text, place)
    if second is None or second.kind is NumberKind.ORDINAL or _chained(text, first.start, second.end):
        return first
    low, high = _lift(text, first, second), second.value
    if (
        low is None
        or high is None
        or low >= high
        or (first.kind is not NumberKind.NUMBER and first.unit != second.unit)
    ):
        return first
    if second.kind is NumberKind.NUMBER and second.unit not in (None, "个"):
        return first
    kind = _RANGES.get(second.kind, second.kind)
    span = NumberSpan(first.start, second.end, "", kind, None, second.unit, low=low, high=high, parts=(first, second))
    _read_after(text, span)
    return span


def _lift(text: str, first: NumberSpan, second: NumberSpan) -> Decimal | None:
    """The first number of a range in the unit of the second: 七千到九千亿, 5-20%, 10~15k元."""
    if first.value is None or first.kind is not NumberKind.NUMBER or second.numeral is None or first.numeral is None:
        return first.value
    if second.kind is NumberKind.PERCENT and text[second.numeral.end : second.numeral.end + 1] == "成":
        return first.value * _TEN
    last = text[second.numeral.end - 1]
    power = POWERS.get(last, 3 if last in "kK" else 0)
    if (power >= 4 or last in "kK") and not text[first.numeral.end - 1] in "万亿萬億":
        return first.value * _TEN**power
    return first.value
