"""Numbers with what they count: 2.3亿元, 近八成, 65%, 3.2公里, 151户/210户, 60%—65%; all arithmetic is exact."""

from decimal import Decimal

from language.counts.kinds import NumberKind, Op
from language.counts.measures import START, TEN, read_amount
from language.counts.span import NumberSpan
from language.counts.words import word_end
from language.late import late
from language.matching import ends_before
from language.normalize import LONGEST
from language.numerals import POWERS

__all__ = ["NumberKind", "NumberSpan", "Op", "find_numbers"]

MOST_PLACES = 700  # where a number might begin; a report of 4,000 characters has half as many, a flood of digits more

_WIDE = late("[０-９％．／＋]")
_NARROW = {0xFF10 + n: 0x30 + n for n in range(10)} | {0xFF05: "%", 0xFF0E: ".", 0xFF0F: "/", 0xFF0B: "+"}
_RANGE = late(
    r"(?:[(（]含[)）])?[ \u3000]{0,2}(?:[-~～—–－―]{1,2}|至|到)[ \u3000]{0,2}(?=[0-9.一二三四五六七八九十两百])"
)
_FROM = late(r"(?<!自)[由从](?:上[周期月次]的?|原来的?|之前的?|此前的?|[周月]初的?|报的|说的)?$")
"""Before the first of two numbers: the second is what it has come to."""
_SLASH = late(r"[ \u3000]{0,2}/[ \u3000]{0,2}(?=[0-9一二三四五六七八九十])")
_JOINTS = frozenset("(（ \u3000-~～—–－―至到/")
_AFTER = late(
    r"[ ]{0,2}(?:(?P<about>左右|上下|的?(?:样子|光景))|(?P<ge>[及或]?以上)|(?P<le>[及或]?以下|[以之]内)"
    r"|(?P<gt>多(?!少)|余(?![下额款])|出头|开外))"
)
_AFTER_SIGNS = frozenset(" 左上及或以之多余出开的样光")
_BEFORE = late(
    r"(?:(?P<le>不超过?|不多于|不高于|不大于|至多|最多|≤|<=)|(?P<ge>至少|不少于|不低于|不小于|最少|起码|≥|>=|上(?=[百千万]))"
    r"|(?P<lt>不足|不到|不满|不及|(?<![最附临靠邻相])近|接近|小于|少于|低于|<)"
    r"|(?P<gt>(?<!不)超过|超出|(?<!不)超|突破|逾|(?<!不)多于|(?<!不)大于|(?<!不)高于|>)"
    r"|(?P<about>(?<![签合预节制契条履])大?约|大概|大致|约为|差不多))[ \u3000]?(?=\S)"
    r"|(?P<over>过)(?=[0-9一二三四五六七八九]{1,3}(?:\.[0-9]{1,3})?[成%％])"
)
_BEFORE_OPS = {**{op.value: op for op in Op}, "over": Op.GT}
_BEFORE_SIGNS = frozenset("过于多≤=少码≥>足到满及近<超出破逾约概致为上 \u3000")
_LONGEST_BEFORE = 5
_MINUS = late(r"负[ \u3000]?|(?<![0-9A-Za-z\u4e00-\u9fff%％)）.])[-−－][ \u3000]?")
_BREAKS = frozenset(".。 0123456789")
_BROKEN = late(
    r"(?<=[0-9][.。])[0-9]+|(?<=[0-9])[0-9]+"
    r"|(?<=[\u4e00-\u9fff][0-9] )(?<![标段区期线号座栋楼组层项站变][0-9] )[0-9](?![0-9.])"
)
"""What follows a second point (65.5.5), a full stop typed for a point (6。5), a gap (6 5%) or more digits than
anything has is a piece of no number."""
_CURRENCIES = {"¥": "元", "￥": "元", "$": "美元", "＄": "美元", "€": "欧元"}


def find_numbers(text: str) -> tuple[NumberSpan, ...]:
    """All the numbers of a text, in order, none inside another."""
    said = text[:LONGEST]
    narrow = said.translate(_NARROW) if _WIDE.search(said) else said
    found: list[NumberSpan] = []
    place = 0
    for _ in range(MOST_PLACES):
        start = START.search(narrow, place)
        if start is None:
            break
        at = start.start()
        if (end := word_end(narrow, at)) > at:
            place = end
            continue
        if at and narrow[at - 1] in _BREAKS and (broken := _BROKEN.match(narrow, at)):
            place = broken.end()
            continue
        amount = read_amount(narrow, start)
        if isinstance(amount, int):
            place = amount
            continue
        span = _whole(narrow, amount, place)
        for part in span.parts:
            part.text = said[part.start : part.end]
        span.text = said[span.start : span.end]
        place = span.end
        found.append(span)
    return tuple(found)


def _whole(text: str, first: NumberSpan, floor: int) -> NumberSpan:
    """A number with the words before and behind it, joined with the one it is a range or a share with."""
    if first.start > floor:
        sign = text[first.start - 1]
        if sign in _CURRENCIES and first.kind is NumberKind.NUMBER:
            first.kind, first.unit, first.start = NumberKind.MONEY, _CURRENCIES[sign], first.start - 1
        elif sign in "负-−－ \u3000":
            _take_sign(text, first, floor)
        if first.start > floor and text[first.start - 1] in _BEFORE_SIGNS:
            _take_before(text, first, floor)
    if first.end < len(text):
        if text[first.end] in _JOINTS and (joined := _join(text, first)) is not None:
            return joined
        _take_after(text, first)
    _settle_vague(first)
    return first


def _take_sign(text: str, span: NumberSpan, floor: int) -> None:
    """A minus before the number; a dash that heads a list is none, so it makes no negative count."""
    minus = ends_before(_MINUS, text, span.start, 2, floor)
    if minus is None or span.value is None:
        return
    dash = minus[0][0] != "负"
    counts = span.kind in (NumberKind.COUNT, NumberKind.QUANTITY) or (
        span.unit is not None and span.kind is NumberKind.NUMBER
    )
    heads = dash and len(minus[0]) > 1 and span.end < len(text) and text[span.end] != "\n"
    if not (dash and counts) and not heads:
        span.value, span.start = -span.value, minus.start()
        span.low = span.high = None


def _take_before(text: str, span: NumberSpan, floor: int) -> None:
    """近, 不足, 超过, 至少, 约 before a number."""
    before = ends_before(_BEFORE, text, span.start, _LONGEST_BEFORE, floor)
    if before is not None:
        span.op, span.start = _BEFORE_OPS[str(before.lastgroup)], before.start()


def _take_after(text: str, span: NumberSpan) -> None:
    """左右, 以上, 多 behind a number."""
    if span.end < len(text) and text[span.end] in _AFTER_SIGNS and (after := _AFTER.match(text, span.end)):
        span.op, span.end = Op(str(after.lastgroup)), after.end()


def _settle_vague(span: NumberSpan) -> None:
    """几十万块 and 三四成 are ranges; 十余万 keeps the value from which it goes up."""
    if span.low is None or span.numeral is None or span.numeral.more:
        return
    if (ranged := _RANGES.get(span.kind)) is not None:
        span.kind, span.value = ranged, None


def _join(text: str, first: NumberSpan) -> NumberSpan | None:
    """60%—65%, 一百二十到一百五十万元, 151户/210户."""
    if first.value is None or first.kind is NumberKind.ORDINAL:
        return None
    if slash := _SLASH.match(text, first.end):
        return _join_share(text, first, slash.end())
    if first.kind is NumberKind.NUMBER and first.unit not in (None, "个"):
        return None  # 24日—26日 is for the reader of dates
    if _FROM.search(text, max(0, first.start - 8), first.start):
        return None  # 由上周的60到65%
    if dash := _RANGE.match(text, first.end):
        return _join_range(text, first, dash.end())
    return None


def _second(text: str, first: NumberSpan, place: int) -> NumberSpan | None:
    """The number behind a dash or a stroke; dates and telephone numbers go on after it, so they are no pairs."""
    start = START.match(text, place)
    second = None if start is None else read_amount(text, start)
    if not isinstance(second, NumberSpan) or second.value is None:
        return None
    end = second.end
    chained = end + 1 < len(text) and text[end] in "/-" and text[end + 1].isdigit()
    return None if chained or (first.start and text[first.start - 1] in "/-") else second


def _join_share(text: str, first: NumberSpan, place: int) -> NumberSpan | None:
    """151户/210户 is progress; 3/4 alone is a fraction."""
    second = _second(text, first, place)
    if (
        second is None
        or not second.value
        or first.value is None
        or (second.unit and first.unit not in (None, second.unit))
    ):
        return None
    unit = second.unit or first.unit
    if unit == "千伏":
        return None  # 110/35千伏 is a substation's two voltages
    span = NumberSpan(first.start, second.end, "", NumberKind.PROGRESS, None, unit, first.op)
    if unit is None:
        span.kind, span.value = NumberKind.FRACTION, first.value / second.value
    span.done, span.total, span.parts = first.value, second.value, (first, second)
    _take_after(text, span)
    return span


_RANGES = {NumberKind.MONEY: NumberKind.MONEY_RANGE, NumberKind.PERCENT: NumberKind.PERCENT_RANGE}


def _join_range(text: str, first: NumberSpan, place: int) -> NumberSpan | None:
    """A range takes its unit, and where the first has none its 万, from the second number."""
    second = _second(text, first, place)
    if second is None or second.kind is NumberKind.ORDINAL:
        return None
    if first.kind is NumberKind.PERCENT and second.kind is NumberKind.NUMBER and text[first.start] == "百":
        second.kind = NumberKind.PERCENT  # 百分之三十到四十
    if second.kind is NumberKind.NUMBER and second.unit not in (None, "个"):
        return None
    if first.kind is not NumberKind.NUMBER and (first.unit, first.kind) != (second.unit, second.kind):
        return None
    low, high = _lifted(text, first, second), second.value
    if low is None or high is None or low >= high:
        return None
    span = NumberSpan(first.start, second.end, "", _RANGES.get(second.kind, second.kind), None, second.unit, first.op)
    span.low, span.high, span.parts = low, high, (first, second)
    _take_after(text, span)
    return span


def _lifted(text: str, first: NumberSpan, second: NumberSpan) -> Decimal | None:
    """The first number of a range in the measure of the second: 七千到九千亿, 六到七成, 10~15k元."""
    if first.value is None or first.kind is not NumberKind.NUMBER or second.numeral is None or first.numeral is None:
        return first.value
    end = second.numeral.end
    if second.kind is NumberKind.PERCENT and text[end : end + 1] == "成":
        return first.value * TEN
    last = text[end - 1]
    if last in "万亿萬億kK" and text[first.numeral.end - 1] not in "万亿萬億":
        return first.value * TEN ** POWERS[last]
    return first.value
