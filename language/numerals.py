"""Numerals as Chinese writes them: 1,100万, 十五点八万, 7万5千4百, 三五百, 二十几万, 一千多万; exact and linear."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from language.late import late

DIGITS = {
    **{sign: value for value, sign in enumerate("零一二三四五六七八九")},
    **{sign: value for value, sign in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "○": 0,
    "两": 2,
    "兩": 2,
    "貳": 2,
    "參": 3,
    "陸": 6,
}
POWERS = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
POWERS |= {"个亿": 8, "k": 3, "K": 3}
MOST_PIECES, MOST_FIGURES, LARGEST = 40, 20, Decimal(10) ** 18  # beyond these it is no number, and all below is exact
MYRIAD, HUNDRED_MILLION, NO_POWER = 4, 8, 99
CHINESE = "".join(DIGITS)
STARTS = f"0-9.{CHINESE}十拾百佰千仟万萬亿億几数"

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])|[0-9]{1,20}(?![0-9]))(?:\.[0-9]{1,20})?|(?<![0-9.])\.[0-9]{1,20}"
# 千 and 百 that belong to what follows them are no powers: 110千伏, 10万千瓦, 3千米, 百分之三.
_POWER = r"[十拾万萬亿億]|个亿|[百佰](?![ \u3000]{0,2}分|帕)|[千仟](?![瓦伏米克卡帕赫安乏])|[kK](?=[元块])"
_TOKEN = late(
    rf"(?P<blank>[ \u3000]{{0,2}})(?:(?P<arabic>{ARABIC})|(?P<digits>[{CHINESE}]{{1,17}})|(?P<power>{_POWER})"
    r"|(?P<few>几(?=[ ]?[十百千万亿])|(?<=[十拾百零])几|(?<![总件台户套根栋层座])数(?=[ ]?[十百千万亿]))"
    r"|(?P<many>多(?!少)|余(?![下额款])|来(?=[个台户根米吨公万岁天名人亩座]))"
    r"|(?P<point>[点點](?=[ ]?[0-9零〇一二三四五六七八九叁])))"
)
# Most numbers are figures with at most one 万 or 亿 behind them, or a single character; they need no grammar.
_PLAIN = late(
    rf"(?>(?P<figures>{ARABIC})(?P<power>[万亿](?![0-9{CHINESE}]))?)"
    r"(?![ \u3000]{0,2}(?:[十拾百佰千仟万萬亿億kK几多余来点點]|个亿)|[ \u3000]{1,2}[0-9]{1,4}[ ]?[千百十])"
)
_RUN = late(
    rf"[{CHINESE}十拾百佰千仟万萬亿億]{{2,16}}+(?![0-9几多余来点點个瓦伏米克卡帕赫安乏分 \u3000]|[{CHINESE}十百千万亿])"
)
_CARRY_ON = frozenset(f"{CHINESE}十拾百佰千仟万萬亿億几多余来点點个 \u3000")
# Alone these make no number, only words: 万, 陆地, 收拾, 放肆, 队伍.
_NEVER_ALONE = frozenset("肆伍陆陸拾佰仟百千万萬亿億〇○")
_SINGLE = {sign: Decimal(value) for sign, value in DIGITS.items() if sign not in _NEVER_ALONE} | {"十": Decimal(10)}
_ROUND = late(
    r"(?P<times>[百千])?(?P<power>[万亿])(?=[元块户人平米吨亩])|(?P<alone>[百千])(?=[余多]?[户人名吨米亩公台栋家])"
)
_ROUNDED = frozenset("上近超过逾约达")
_ZERO, _ONE, _TEN = Decimal(0), Decimal(1), Decimal(10)


class Numeral(NamedTuple):
    """A number in a text; `low` and `high` bound a vague one (几十万, 三五百, 五百多), `more` marks 多 and 余."""

    start: int
    end: int
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    more: bool = False


class _Token(NamedTuple):
    """A piece of a numeral with its value at the least and at the most."""

    kind: str
    low: Decimal
    high: Decimal


def read_numeral(text: str, start: int) -> Numeral | None:
    """The number that begins at a place of the text, or None; it takes as much as makes one number."""
    if start >= len(text):
        return None
    if plain := _PLAIN.match(text, start):
        figures, power = plain.groups()
        figures = figures.replace(",", "")
        if len(figures) > MOST_FIGURES:
            return None
        value = Decimal(figures)
        return Numeral(start, plain.end(), value * _TEN ** POWERS[power] if power else value)
    if (single := _SINGLE.get(text[start])) is not None and text[start + 1 : start + 2] not in _CARRY_ON:
        return Numeral(start, start + 1, single)
    if run := _RUN.match(text, start):
        read = _read_run(run[0])
        return None if read is None else read._replace(start=start, end=start + read.end)
    return _read_grammar(text, start)


@lru_cache(maxsize=4096)
def _read_run(run: str) -> Numeral | None:
    """The number at the beginning of characters that are numerals only."""
    return _read_grammar(run, 0)


def _read_grammar(text: str, start: int) -> Numeral | None:
    """The number that begins here, piece by piece."""
    tokens, end = _tokens(text, start)
    if not tokens or (_is_lone(tokens) and all(sign in _NEVER_ALONE for sign in text[start:end])):
        return None
    low = _add_up((kind, least) for kind, least, _ in tokens)
    high = _add_up((kind, most) for kind, _, most in tokens)
    if high > LARGEST:
        return None
    more = any(token.kind == "many" for token in tokens)
    if low == high:
        return Numeral(start, end, low, more=more)
    return Numeral(start, end, low, low, high, more)


def read_round_power(text: str, start: int) -> Numeral | None:
    """百万 and 千 where a word before them makes a number of them: 上百万元, 近千户."""
    if not start or text[start - 1] not in _ROUNDED:
        return None
    rounded = _ROUND.match(text, start)
    if rounded is None:
        return None
    power = sum(POWERS[sign] for sign in rounded.groups() if sign)
    return Numeral(start, rounded.end(), _TEN**power)


@lru_cache(maxsize=4096)
def small_number(text: str) -> int | None:
    """The whole number that a short text is (12, 十二, 二零二六, 廿三), or None."""
    if text.isascii() and text.isdigit():
        return int(text)
    if text in ("元", "正"):  # 元月, 正月
        return 1
    text = text.replace("廿", "二十").replace("卅", "三十")
    if all(sign in DIGITS for sign in text):
        return int("".join(str(DIGITS[sign]) for sign in text))
    numeral = read_numeral(text, 0)
    if numeral is None or numeral.end != len(text) or numeral.low is not None:
        return None
    return int(numeral.value) if numeral.value == int(numeral.value) else None


def _tokens(text: str, start: int) -> tuple[list[_Token], int]:
    """The pieces of one numeral, and where it ends."""
    tokens: list[_Token] = []
    grammar = _Grammar()
    before = place = start
    while len(tokens) < MOST_PIECES and (match := _TOKEN.match(text, place)):
        token = grammar.take(match)
        if token is None:
            if tokens and tokens[-1].kind == "tail" and match.lastgroup == "power":
                return tokens[:-1], before  # 3万2万 is two numbers
            break
        tokens.append(token)
        before, place = place, match.end()
    return tokens, place


def _is_lone(tokens: list[_Token]) -> bool:
    """Whether nothing is counted: 百万 and 陆, but not 伍拾万."""
    return len(tokens) == 1 or all(token.kind == "power" for token in tokens)


class _Grammar:
    """Which piece may follow which, so that 五十千 ends after 五十, and 3 5 is two numbers."""

    def __init__(self) -> None:
        self.last = ""
        self.power = NO_POWER  # within a section powers fall: 千, 百, 十
        self.closed = NO_POWER  # the last 万 or 亿
        self.closing = False  # 亿 has been said, so only one more 万 may come
        self.open = False  # something stands before the next 万 or 亿
        self.pointed = False

    def take(self, match: re.Match[str]) -> _Token | None:
        """The piece, if it carries the number on."""
        kind = str(match.lastgroup)
        if match["blank"] and not self._spans_blank(match, kind):
            return None
        token: _Token | None = getattr(self, f"_{kind}")(match[kind])
        if token is not None:
            self.last = token.kind
            self.open = self.open or token.kind not in ("power", "many", "zero")
        return token

    def _spans_blank(self, match: re.Match[str], kind: str) -> bool:
        """Whether a blank may stand here inside one number: 7万 5千, 十点 五, but not 3万 5栋."""
        if kind in ("power", "point") or self.last == "point":
            return bool(self.last)
        after = match.string[match.end() : match.end() + 2].lstrip()
        return self.last == "power" and (not after or after[0] in POWERS)

    def _arabic(self, sign: str) -> _Token | None:
        if self.last == "point":
            return _exactly("fraction", Decimal(f"0.{sign.replace(',', '').replace('.', '')}"))
        value = Decimal(sign.replace(",", ""))
        if self.last == "power":
            return _exactly("tail" if len(sign) == 1 else "digits", value)
        return _exactly("digits", value) if self.last in ("", "zero") else None

    def _digits(self, sign: str) -> _Token | None:
        figures = "".join(str(DIGITS[each]) for each in sign)
        if self.last == "point":
            return _exactly("fraction", Decimal(f"0.{figures}"))
        if self.last not in ("", "power"):
            return None
        if self.last and not figures.strip("0"):
            return _exactly("zero", _ZERO)
        kind = "tail" if self.last and figures[0] != "0" else "digits"  # 一千三 is 1300, 一千零三 is 1003
        if _is_approximate(figures):
            return _Token(kind, Decimal(figures[0]), Decimal(figures[1]))
        return _exactly(kind, Decimal(figures))

    def _few(self, _: str) -> _Token | None:
        if self.last not in ("", "power", "zero"):
            return None
        return _Token("digits", _ZERO if self.last else _ONE, _TEN)

    def _many(self, _: str) -> _Token | None:
        return _Token("many", _ZERO, _ONE) if self.last in ("power", "digits") else None

    def _point(self, _: str) -> _Token | None:
        if self.last not in ("digits", "tail", "power") or self.pointed:
            return None
        self.pointed = True
        return _exactly("point", _ZERO)

    def _power(self, sign: str) -> _Token | None:
        power = POWERS[sign]
        if power < MYRIAD:
            if power >= self.power or self.last == "many":
                return None
            self.power, self.open = power, True
            return _exactly("power", Decimal(power))
        if not self.open and not (power == HUNDRED_MILLION and self.closed == MYRIAD and self.last == "power"):
            return None
        if power == self.closed or (power == HUNDRED_MILLION and self.closing):
            return None  # 1亿1亿 is two numbers
        self.closing = self.closing or power == HUNDRED_MILLION
        self.power, self.closed, self.open = NO_POWER, power, False
        return _exactly("power", Decimal(power))


def _exactly(kind: str, value: Decimal) -> _Token:
    return _Token(kind, value, value)


def _is_approximate(figures: str) -> bool:
    """Whether two figures beside each other mean from the one to the other: 三五, 七八, 两三."""
    return len(figures) == 2 and "0" not in figures and (int(figures[1]) - int(figures[0]) == 1 or figures == "35")


class _Sum:
    """What has been added up so far."""

    def __init__(self) -> None:
        self.closed = _ZERO  # closed by 亿 and 万
        self.section = _ZERO  # closed by 千, 百 and 十
        self.current: Decimal | None = None
        self.power = 0
        self.step = _ONE  # the worth of the last place that was named, which 多 goes beyond

    def digits(self, value: Decimal) -> None:
        self.current = value
        exponent = value.normalize().as_tuple().exponent
        self.step = _TEN ** int(exponent) if value else _ONE

    def fraction(self, value: Decimal) -> None:
        if self.section or self.current is not None or self.power < MYRIAD:
            value += self.section + (self.current or _ZERO)
            self.section = _ZERO
        self.current = value

    def raise_to(self, power: int) -> None:
        """Close what stands before a power: 三百, 五百万, 二十一万亿."""
        factor = _TEN**power
        if power < MYRIAD:
            self.section += (_ONE if self.current is None else self.current) * factor
            self.step = factor if self.current is None else self.step * factor
        elif power == MYRIAD:
            self.closed += (self.section + (self.current or _ZERO)) * factor
            self.step *= factor
        else:
            self.closed = (self.closed + self.section + (self.current or _ZERO)) * factor
            self.step *= factor
        if power >= MYRIAD:
            self.section = _ZERO
        self.current, self.power = None, power

    def more(self, times: Decimal) -> None:
        """Go beyond the last place: 五百多 reaches up to 600."""
        self.section += times * self.step

    @property
    def total(self) -> Decimal:
        """Everything together."""
        return self.closed + self.section + (self.current or _ZERO)


def _add_up(pieces: Iterable[tuple[str, Decimal]]) -> Decimal:
    """Add up the pieces of a numeral."""
    total, kind = _Sum(), ""
    for kind, value in pieces:
        if kind == "power":
            total.raise_to(int(value))
        elif kind == "many":
            total.more(value)
        elif kind == "fraction":
            total.fraction(value)
        elif kind in ("digits", "tail"):
            total.digits(value)
    if kind == "tail" and total.power > 1 and total.current is not None:
        total.current *= _TEN ** (total.power - 1)
    return total.total
