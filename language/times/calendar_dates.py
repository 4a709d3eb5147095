"""Dates in calendar units: a year, a month in it, a part of that; read by small patterns one after the other."""

import re
from datetime import date

from language.late import late
from language.matching import ends_before
from language.numerals import small_number
from language.times.atoms import Atom, Frame, Grain, Part
from language.times.calendar_patterns import (
    BARE_DAY,
    CYCLES,
    DAY,
    HALF,
    LENGTH_AFTER,
    LENGTH_BEFORE,
    MONTH,
    NTH,
    QUARTER,
    SEASON,
    SOME,
    THIRD,
    YEAR,
    YEAR_PART,
    YEAR_WORDS,
)
from language.times.counted import is_counted
from language.times.days import (
    Cycle,
    Days,
    Step,
    days,
    first_units,
    iso_week,
    last_units,
    months,
    nth_day,
    nth_week,
    nth_weekday,
    nth_workday,
    quarters,
    shifted,
    tail,
)
from language.times.festival_dates import read_festival_of
from language.times.moments import When
from language.times.patterns import DOING, WEEKDAYS, S


def read_calendar(frame: Frame, place: int) -> Atom | None:
    """A date that begins with a year, a month, a quarter or a half."""
    year = YEAR.match(frame.text, place)
    if year is None:
        return _within_year(frame, place, place, When(Cycle.YEAR))
    base = _year(frame, year)
    if base is None:
        return None
    if season := SEASON.match(frame.text, year.end()):
        return Atom(place, season.end(), None, Grain.YEAR, vague=True)
    if year["b"]:
        return Atom(place, year.end(), base, Grain.RANGE)
    inner = _within_year(frame, place, skip_of(frame.text, year.end()), base)
    if inner is None and year["a"] and len(year["a"]) == 2 and not _is_short_year(frame, year):
        return None
    return inner or Atom(place, year.end(), base, Grain.YEAR)


def _year(frame: Frame, year: re.Match[str]) -> When | None:
    """The year that is named, or the years from one to another."""
    if word := year["word"]:
        return When(Cycle.YEAR, YEAR_WORDS[word.removesuffix("度").removesuffix("年").removesuffix("一")])
    first = full_year(year["a"], frame.today)
    last = full_year(year["b"], frame.today) if year["b"] else first
    if first is None or last is None or last < first:
        return None
    return When(Cycle.YEAR, container=Days(date(first, 1, 1), date(last, 12, 31)))


def full_year(said: str, today: date) -> int | None:
    """The year that is meant: 24 is 2024, 98 is 1998, 零七 is 2007."""
    year = small_number(said)
    if year is None or len(said) == 4:
        return year if year is not None and 1900 <= year <= 2100 else None
    century = 2000 + year
    return century if century <= today.year + 20 else century - 100


def _is_short_year(frame: Frame, year: re.Match[str]) -> bool:
    """Whether 24年 alone is a year: 30年产权 and 工期10年 are lengths of time."""
    said, start = year["a"], year.start()
    full = full_year(said, frame.today)
    if full is None or (not said.isdigit() and said[0] not in "零〇○一二九八"):
        return False
    if said[0] in "0零〇○":
        return True
    if ends_before(LENGTH_BEFORE, frame.text, start, 4):
        return False
    return not LENGTH_AFTER.match(frame.text, year.end()) and -25 <= full - frame.today.year <= 15


def skip_of(text: str, place: int) -> int:
    """Past blanks and a 的 between the parts of a date."""
    start = place
    while place < len(text) and place - start < 3 and text[place] in " \u3000的":
        place += 1
    return place


def _within_year(frame: Frame, start: int, place: int, year: When) -> Atom | None:
    """What may stand in a year: a month, a quarter, a half, its end, its second week, a festival."""
    text, named = frame.text, not year.recurs
    if (month := MONTH.match(text, place)) and not (named and month["word"]):
        return _read_month(frame, start, month, year)
    if (quarter := QUARTER.match(text, place)) and not (named and quarter["word"] is not None):
        return _read_quarter(start, quarter, year)
    this_year = year if named else When(Cycle.YEAR, 0)
    if half := HALF.match(text, place):
        first = 1 if half["side"] in "上前" else 7
        part = Part.LATE if half["part"] else None
        return Atom(start, half.end(), this_year.into(months(first, first + 5)), Grain.HALF, part=part)
    if (part_said := YEAR_PART.match(text, place)) and (named or part_said[0][0] in "年岁"):
        return _read_year_part(start, part_said, this_year)
    if not named:
        return None
    return read_inside(frame, start, place, year) or read_festival_of(frame, start, place, year)


_YEAR_PARTS: dict[str, tuple[Step, Part | None]] = {
    "late": (months(11, 12), Part.LATE),
    "close": (months(11, 12), Part.LATE),
    "early": (months(1, 2), Part.EARLY),
    "middle": (months(6), Part.MIDDLE),
    "within": (months(1, 12), None),
}


def _read_year_part(start: int, said: re.Match[str], year: When) -> Atom:
    """年底, 年初, 年中, 年内."""
    step, part = _YEAR_PARTS[str(said.lastgroup)]
    return Atom(start, said.end(), year.into(step), Grain.YEAR, part=part, closed=part is None)


def _read_month(frame: Frame, start: int, month: re.Match[str], year: When) -> Atom | None:
    """A month and what stands in it."""
    if word := month["word"]:
        base = When(Cycle.MONTH, relative(word))
    else:
        first, last = small_number(month["a"]), small_number(month["b"] or month["a"])
        if first is not None and first > 12 and first % 11 == 1 and not month["a"].isascii():
            first, last = divmod(first, 10)  # 八九月: August and September
        if first is None or last is None or not 1 <= first <= 12 or not 1 <= last <= 12:
            return None
        base = year.into(months(first, last))
        if first != last:
            return Atom(start, month.end(), base, Grain.RANGE)
    place = skip_of(frame.text, month.end())
    return (
        read_day(frame, start, place, base)
        or read_third(frame, start, place, base)
        or read_inside(frame, start, place, base)
        or _read_bare_day(frame, start, month, base)
        or Atom(start, month.end(), base, Grain.MONTH)
    )


def relative(word: str) -> int:
    """上 is -1, 上上 is -2, 下 is 1, 本 and 这 are 0."""
    return word.count("下") - word.count("上")


def read_day(frame: Frame, start: int, place: int, month: When) -> Atom | None:
    """12日, 10日—12日 in a month; 3号楼 is none, and neither is the 40th."""
    day = DAY.match(frame.text, place)
    if day is None or (day["unit"] == "号" and _names_something(frame.text, day, named_month=place > start)):
        return None
    first, last = small_number(day["a"]), small_number(day["b"] or day["a"])
    if first is None or last is None or not 1 <= first <= 31 or not first <= last <= 31:
        return None
    return Atom(start, day.end(), month.into(days(first, last)), Grain.RANGE if day["b"] else Grain.DAY)


# 18号开工 is a day, 5号换热站 a building: first the verbs that tell a day, then the nouns that are numbered.
_DAY_GOES_ON = late(rf"{DOING}|那天|当天|能|可|要|将|准|再|都|全部|也|还|拟|预计|力争|必须|确保|就|才|已")
_NOUN = (
    r"(?:楼|[线塔墩桩柱梁机池仓库站房厂院井闸坝渠桥炉泵罐棚馆轴缸段门窗路街口栋单标包令图表窑舱洞岛]|地块|台风|文(?:件|$|[，。号])|问题|议题|通知|隧|平台|煤矿|船|盾构|宗地"
    r"|变电|主变|模块|机房|机组|支洞|竖井|斜井|锅炉|汽机|汽轮|盾构|方舱|展厅|罐区|料场|发酵|反应|沉淀|生化|滤池|掌子|车间|方阵|子阵|[牛羊猪鸡圈]?舍|断面|区(?!政府|委|里|长|级|发|住|建|交|水|财|人))"
)
_NUMBERED = late(rf"[^，。；、,;!！?？：:\s前后的]{{0,4}}?{_NOUN}")
_NUMBERED_AT_ONCE = late(_NOUN)
_CHAINED = late(rf"(?:[、和及与至到,，~～\-—]{S}[0-9A-Z]{{1,3}}[#号]?){{1,9}}{S}(?:[#号]{S})?")


def _names_something(text: str, day: re.Match[str], *, named_month: bool) -> bool:
    """Whether N号 is the name of a building, a line, a document: 3号楼, 1号、2号机组, 27号文."""
    end = day.end()
    if _DAY_GOES_ON.match(text, end):
        return False
    if chained := _CHAINED.match(text, end):
        end = chained.end()
    elif named_month:
        return _NUMBERED_AT_ONCE.match(text, end) is not None
    return _NUMBERED.match(text, end) is not None


def _read_bare_day(frame: Frame, start: int, month: re.Match[str], base: When) -> Atom | None:
    """十月31, 6月10完成: a day without 日."""
    end = month.end()
    day = None if frame.text[end - 1] == "份" else BARE_DAY.match(frame.text, end)
    number = day and small_number(day["a"])
    if day is None or number is None or not 1 <= number <= 31 or is_counted(frame.text, day.end()):
        return None
    return Atom(start, day.end(), base.into(days(number)), Grain.DAY)


_THIRDS: dict[str, tuple[Step, Part | None]] = {
    "上旬": (days(1, 10), Part.EARLY),
    "中旬": (days(11, 20), Part.MIDDLE),
    "下旬": (tail(21), Part.LATE),
    "初": (days(1, 10), Part.EARLY),
    "中": (days(11, 20), Part.MIDDLE),
    "底": (tail(25), Part.LATE),
    "末": (tail(25), Part.LATE),
    **dict.fromkeys(("上半月", "前半月"), (days(1, 15), Part.EARLY)),
    **dict.fromkeys(("下半月", "后半月"), (tail(16), Part.LATE)),
}


def read_third(frame: Frame, start: int, place: int, month: When) -> Atom | None:
    """上旬, 月中, 底 of a month; 中上旬 and 中旬至下旬 together."""
    third = THIRD.match(frame.text, place)
    if third is None:
        return None
    said = third[0].removeprefix("月")
    step, part = _THIRDS.get(said) or _several_thirds(said)
    return Atom(start, third.end(), month.into(step), Grain.THIRD, part=part)


def _several_thirds(said: str) -> tuple[Step, Part | None]:
    """From the first third that is named to the last."""
    named = ["上中下".index(sign) for sign in said if sign in "上中下"]
    first, last = min(named), max(named)
    return tail(10 * first + 1) if last == 2 else days(10 * first + 1, 10 * last + 10), None


def read_inside(frame: Frame, start: int, place: int, base: When) -> Atom | None:
    """第二周, 第一个星期一, 最后一天, 前10天 of a year or a month."""
    text = frame.text
    if nth := NTH.match(text, place):
        number = -1 if nth["last"] else 1 if nth["first"] else small_number(nth["n"])
        return None if number is None else _read_nth(start, nth, number, base)
    if some := SOME.match(text, place):
        number = 2 if some["n"] == "两" else small_number(some["n"])
        if number is None:
            return None
        step = (first_units if some["side"] in "前头" else last_units)(number, CYCLES[some["unit"]])
        return Atom(start, some.end(), base.into(step), Grain.RANGE)
    return None


def _read_nth(start: int, nth: re.Match[str], number: int, base: When) -> Atom:
    unit, end = nth["unit"], nth.end()
    if unit == "工作日":
        return Atom(start, end, base.into(nth_workday(number)), Grain.DAY)
    if unit in "天日":
        return Atom(start, end, base.into(nth_day(number)), Grain.DAY)
    if nth["day"] and nth["day"] != "末":
        return Atom(start, end, base.into(nth_weekday(number, WEEKDAYS[nth["day"]])), Grain.DAY)
    of_year = base.cycle is Cycle.YEAR and not base.steps and number > 0
    # The weeks of a year are numbered as the weekly reports number them, those of a month by their Mondays.
    return Atom(start, end, base.into(iso_week(number) if of_year else nth_week(number)), Grain.WEEK)


def _read_quarter(start: int, said: re.Match[str], year: When) -> Atom | None:
    """三季度, 一至三季度, 前三季度, 上季度, 二季度末."""
    grain, part = Grain.QUARTER, _quarter_part(said)
    if (word := said["word"]) is not None:
        base = When(Cycle.QUARTER, relative(word))
    elif upto := said["upto"]:
        grain = Grain.RANGE
        base = (When(Cycle.YEAR, 0) if year.recurs else year).into(quarters(1, 2 if upto in "二两2" else 3))
    else:
        first = small_number((said["a"] or said["c"] or said["q"]).replace("首", "一")) or 1
        last = (small_number(said["b"]) or first) if said["b"] else first
        if last < first:
            return None
        base, grain = year.into(quarters(first, last)), Grain.RANGE if said["b"] else grain
    return Atom(start, said.end(), base.into(_month_of_quarter(part)) if part else base, grain, part=part)


def _quarter_part(said: re.Match[str]) -> Part | None:
    return Part.EARLY if said["early"] else Part.MIDDLE if said["middle"] else Part.LATE if said["late"] else None


def _month_of_quarter(part: Part) -> Step:
    """The first, middle or last month of a quarter."""
    if part is Part.LATE:
        return last_units(1, Cycle.MONTH)
    if part is Part.EARLY:
        return first_units(1, Cycle.MONTH)

    def step(quarter: Days) -> Days | None:
        middle = shifted(quarter.first, 1, Cycle.MONTH)
        return None if middle is None else first_units(1, Cycle.MONTH)(Days(middle, quarter.last))

    return step
