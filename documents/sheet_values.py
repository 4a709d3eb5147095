"""What a cell of a ledger says: a planned day, an amount of money, names; what cannot be told is told why."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from documents.workbook_cells import Cell

EMPTY_WORDS = frozenset({"", "/", "\\", "-", "--", "—", "——", "无", "暂无", "不涉及", "不需要", "不需办理", "/无", "×"})
DONE_WORDS = re.compile(r"^(均|全部|手续)?(已|√|✓|✔|完成$|办结$|取得$)")
NO_DATE_WORDS = re.compile(r"长期|持续|全年推进|常态|按.*推进|待定|未定|另行|视情况|滚动")
EXCEL_DAY_ZERO = date(1899, 12, 30)
SERIALS = range(36_526, 73_051)  # 2000 to 2099
YEARS = range(2000, 2100)

NOISE = re.compile(
    r"计划|预计|预期|力争|争取|确保|拟定?|目标|约|左右|之前|以前|前|完成|办结|取得|达到|开工|竣工|为|于|在|[:,,。;;、]"
)
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
NUMERALS = re.compile(r"[〇○零一二三四五六七八九十]+")
DIGITS = {char: str(number % 10) for number, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}

PART = r"(?P<part>月?底|月?末|上旬|中旬|下旬|月?初|月?中|内)?"
YEAR = r"(?:(?P<y>\d{4}|\d{2}(?=年))(?:年度?|[./-])?)?"
DAY_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})(?:年|[./-])(?P<m>\d{1,2})(?:月|[./-])(?P<d>\d{1,2})[日号]?",
        r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)",
        r"(?P<y>\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?",
        r"(?P<m>\d{1,2})(?:月|[./-])(?P<d>\d{1,2})[日号]?",
    )
)
MONTH_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<y>\d{{4}})(?:年|[./-])(?P<m>\d{{1,2}})(?:月份?)?{PART}",
        rf"(?P<y>20\d\d)(?P<m>\d\d)(?:月份?)?{PART}",
        rf"(?P<y>\d\d)年(?P<m>\d{{1,2}})月份?{PART}",
        rf"(?P<m>\d{{1,2}})月份?{PART}",
    )
)
QUARTER_FORM = re.compile(rf"{YEAR}(?:第?(?P<q>[1-4])季度?|[Qq](?P<q2>[1-4]))(?:底|末|内)?")
HALF_FORM = re.compile(rf"{YEAR}(?P<half>上|下)半年(?:底|末|内)?")
YEAR_FORM = re.compile(r"(?P<y>\d{4}|\d\d(?=年))?年?度?(?P<end>年?[底末]|年内|年中|内)?")
RANGE = re.compile(r"(?P<start>.+?)(?:至|到|~|—+|–|-)(?P<end>.+)")

UNITS = {"亿元": 10**8, "亿": 10**8, "万元": 10**4, "万": 10**4, "千元": 10**3, "元": 1}
AMOUNT = re.compile(r"(\d+(?:\.\d+)?)(亿元|亿|万元|万|千元|元)?")
MOST_YUAN = 10**13
PHONE = re.compile(r"(?<!\d)(1\d{10}|(?:0\d{2,3}-?)?\d{7,8})(?!\d)")
SEPARATORS = re.compile(r"[、,，;；/\n\r]+|\s{2,}")


class CellProblem(ValueError):
    """A cell that cannot be read; the message is the Chinese reason."""


class Planned(NamedTuple):
    """A planned day; `guessed_year` where the cell named no year."""

    day: date
    guessed_year: bool = False


@lru_cache(maxsize=1024)  # a row's cells are looked at several times, and units repeat down the sheet
def tidy(text: str) -> str:
    """Text as it is meant: blanks at the ends, line breaks and blanks between Chinese characters are layout."""
    shown = "".join(
        char for char in text if char in "\n\t\r" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co")
    )
    return re.sub(r"(?<=[^!-~\s])\s+|\s+(?=[^!-~\s])", "", re.sub(r"\s+", " ", shown)).strip()


def is_empty(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return tidy(text) in EMPTY_WORDS


def same_name(text: str) -> str:
    """What two ways of writing one name have in common."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).casefold()


def read_planned(cell: Cell, year: int) -> Planned | None:
    """The planned day in a cell, the end of the period where only a month or quarter is named; None where blank.

    `year` is meant where none is written.
    """
    _refuse_broken(cell)
    match cell.value:
        case date() as day:
            return Planned(_sensible(_month_end(day.year, day.month) if cell.kind == "month" else day))
        case int() | float() as number:
            return _from_number(number, cell.shown_as, year)
    if is_empty(cell.text):
        return None
    return _from_text(cell.text, year)


def read_span(cell: Cell, year: int) -> tuple[Planned, ...]:
    """Start and end in a cell such as 2026.3-2027.12; nothing where blank."""
    _refuse_broken(cell)
    if is_empty(cell.text):
        return ()
    match = RANGE.fullmatch(_plain(cell.text)) if cell.kind == "text" else None
    if match:
        start = _parse(match["start"], year)
        end = _parse(match["end"], start.day.year if start else year)
        if start and end:
            return start, end
    raise CellProblem(f"“{_quoted(cell)}”不是起止时间，应如“2026年3月-2027年12月”")


def looks_planned(cell: Cell, year: int) -> bool:
    """Whether a cell holds a planned day, or says that the node is done."""
    try:
        return read_planned(cell, year) is not None
    except CellProblem:
        return cell.kind == "text" and bool(DONE_WORDS.search(tidy(cell.text)))


def read_yuan(cell: Cell, unit: str | None) -> int | None:
    """An amount in whole yuan; `unit` is that of the column, a unit in the cell comes first. None where blank."""
    _refuse_broken(cell)
    if isinstance(cell.value, date):
        raise CellProblem(f"“{_quoted(cell)}”是日期，不是金额")
    if isinstance(cell.value, int | float):
        return _yuan(Decimal(repr(cell.value)), _unit_in(cell.shown_as) or unit, _quoted(cell))
    if is_empty(cell.text):
        return None
    plain = re.sub(r"[\s,约共计人民币]|合计|余$", "", BRACKETS.sub("", unicodedata.normalize("NFKC", cell.text)))
    parts = AMOUNT.findall(plain)
    if not parts or "".join(number + named for number, named in parts) != plain:
        raise CellProblem(f"“{_quoted(cell)}”不是一个金额")
    if len(parts) > 1 and not all(named for _, named in parts):
        raise CellProblem(f"“{_quoted(cell)}”不是一个金额")
    return sum(_yuan(Decimal(number), named or unit, _quoted(cell)) for number, named in parts)


def unit_of(header: str) -> str | None:
    """The unit of money named in a header or in the lines above it."""
    match = re.search(r"亿元|万元|千元|(?<=[(（:：])\s*元|(?<=单位)\s*元", header)
    return match[0].strip() if match else None


def read_text(cell: Cell, most: int, what: str) -> str:
    """A name or a few words; empty where blank."""
    _refuse_broken(cell)
    text = cell.value.isoformat() if isinstance(cell.value, date) else cell.text
    if isinstance(cell.value, float) and cell.value.is_integer():
        text = str(int(cell.value))
    if is_empty(text):
        return ""
    if len(tidy(text)) > most:
        raise CellProblem(f"{what}有{len(tidy(text))}个字，超过{most}字")
    return tidy(text)


def read_names(cell: Cell, most: int, what: str) -> tuple[str, ...]:
    """Several names in one cell, in order, each once."""
    _refuse_broken(cell)
    if is_empty(cell.text):
        return ()
    parts = [read_text(Cell("text", part), most, what) for part in SEPARATORS.split(cell.text)]
    return tuple(dict.fromkeys(part for part in parts if part))


def split_phone(text: str) -> tuple[str, str]:
    """A person's name and the telephone number written beside it."""
    match = PHONE.search(text)
    if not match:
        return text, ""
    rest = text[: match.start()] + text[match.end() :]
    return tidy(re.sub(r"[\s:：,，()（）/、-]+|电话|手机", " ", rest)), match[1]


def _refuse_broken(cell: Cell) -> None:
    if cell.kind == "error":
        raise CellProblem(f"公式出错，显示为 {cell.text}")
    if cell.kind == "formula":
        raise CellProblem("公式没有算出的值，请用 Excel 或 WPS 打开保存一次")


def _from_number(number: int | float, shown_as: str, year: int) -> Planned:
    """A day from a number that Excel did not take for one: a serial, 20260630, 2026.6 or 6.15."""
    if number == int(number):
        whole = int(number)
        return Planned(EXCEL_DAY_ZERO + timedelta(whole)) if whole in SERIALS else _from_text(str(whole), year)
    if int(number) in SERIALS:
        return Planned(EXCEL_DAY_ZERO + timedelta(int(number)))
    decimals = re.fullmatch(r"0\.(0+)", shown_as)
    text = f"{number:.{len(decimals[1])}f}" if decimals else repr(number)
    # 2026.10 typed as a number is stored as 2026.1, and 6.30 as 6.3: nobody can tell them apart any more.
    if not decimals and re.fullmatch(r"\d{4}\.1|\d{1,2}\.[123]", text):
        raise CellProblem(f"“{text}”按数字存的，分不清是“{text}”还是“{text}0”，请写成“年月日”")
    return _from_text(text, year)


def _from_text(text: str, year: int) -> Planned:
    """A day from words; raises CellProblem with the reason."""
    plain = _plain(text)
    planned = _parse(plain, year)
    if planned is None and (match := RANGE.fullmatch(plain)):
        start = _parse(match["start"], year)
        planned = _parse(match["end"], start.day.year) if start else None
        if planned and start and planned.guessed_year:
            planned = Planned(planned.day, start.guessed_year)
    if planned is None:
        raise CellProblem(_why_not(tidy(text)))
    return planned


def _why_not(text: str) -> str:
    shown = text[:20] + ("…" if len(text) > 20 else "")
    if DONE_WORDS.search(text):
        return f"写的是“{shown}”，没有计划日期"
    if NO_DATE_WORDS.search(text):
        return f"“{shown}”没有确定的日期"
    return f"“{shown}”不是日期，应如“2026年6月30日”或“2026年6月底”"


def _plain(text: str) -> str:
    """The bare date of a text: one width, Arabic figures, without brackets and the words around it."""
    narrow = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("--", "-")
    bare = NOISE.sub("", NUMERALS.sub(_arabic, BRACKETS.sub("", narrow)))
    return re.sub(r"(?<=日)\d{1,2}(?:[时点](?:\d{1,2}分?)?)$", "", bare)


def _arabic(match: re.Match[str]) -> str:
    """A Chinese numeral as figures: 二〇二六, 十一, 三十."""
    text = match[0]
    if "十" not in text:
        return "".join(DIGITS[char] for char in text)
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return text
    return str(int(DIGITS.get(tens, "1")) * 10 + int(DIGITS.get(ones, "0")))


def _parse(plain: str, year: int) -> Planned | None:
    """The day that a bare date names, or None."""
    plain = re.sub(r"^(今年|本年度?|当年)", f"{year}年", re.sub(r"^明年", f"{year + 1}年", plain))
    readers: tuple[tuple[tuple[re.Pattern[str], ...], Callable[[re.Match[str], int], date]], ...] = (
        (DAY_FORMS, _day),
        (MONTH_FORMS, _month),
        ((QUARTER_FORM,), lambda match, y: _month_end(y, 3 * int(match["q"] or match["q2"]))),
        ((HALF_FORM,), lambda match, y: _month_end(y, 6 if match["half"] == "上" else 12)),
    )
    for forms, read in readers:
        for form in forms:
            if match := form.fullmatch(plain):
                return _dated(match, read, year)
    match = YEAR_FORM.fullmatch(plain)
    if match and (match["y"] or match["end"]):
        return _dated(match, lambda found, y: _month_end(y, 6 if found["end"] == "年中" else 12), year)
    return None


def _dated(match: re.Match[str], read: Callable[[re.Match[str], int], date], year: int) -> Planned:
    """A form that fits, with its own year or the one that is meant."""
    named = match.groupdict().get("y")
    meant = year if not named else int(named) + (2000 if len(named) == 2 else 0)
    return Planned(_sensible(read(match, meant)), not named)


def _day(match: re.Match[str], year: int) -> date:
    try:
        return date(year, int(match["m"]), int(match["d"]))
    except ValueError as error:
        raise CellProblem(f"没有{year}年{int(match['m'])}月{int(match['d'])}日这一天") from error


def _month(match: re.Match[str], year: int) -> date:
    """The last day of the month, or of the part of it that is named."""
    month, part = int(match["m"]), match["part"] or ""
    if not 1 <= month <= 12:
        raise CellProblem(f"没有{month}月")
    if part in ("上旬", "初", "月初"):
        return date(year, month, 10)
    if part in ("中旬", "中", "月中"):
        return date(year, month, 20)
    return _month_end(year, month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _sensible(day: date) -> date:
    """The day, unless no plan can mean it."""
    if day.year not in YEARS:
        raise CellProblem(f"{day.year}年不像计划日期，请核对")
    return day


def _yuan(amount: Decimal, unit: str | None, shown: str) -> int:
    if unit is None:
        raise CellProblem(f"“{shown}”没有写单位，分不清是万元还是亿元")
    yuan = int((amount * UNITS[unit]).to_integral_value())
    if yuan < 0:
        raise CellProblem(f"“{shown}”是负数")
    if yuan > MOST_YUAN:
        raise CellProblem(f"“{shown}”{unit}太大，请核对单位")
    return yuan


def _unit_in(shown_as: str) -> str | None:
    """The unit that a number format writes behind the number."""
    match = re.search(r"亿元|亿|万元|万|千元", shown_as)
    return match[0] if match else None


def _quoted(cell: Cell) -> str:
    text = tidy(cell.text)
    return text[:20] + ("…" if len(text) > 20 else "")
