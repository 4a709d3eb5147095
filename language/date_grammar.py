"""One date in a text: a year, a month in it, a part of that; read by small patterns one after the other."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from language import date_words as words
from language.days import (
    Cycle,
    Days,
    Step,
    days,
    first_units,
    iso_week,
    last_units,
    months,
    moved,
    nth_day,
    nth_week,
    nth_weekday,
    quarters,
    shifted,
    tail,
    weekdays,
    year_of,
)
from language.festivals import Festivals, festival, festival_day, festival_name, public_holidays
from language.moments import Moment, NearestOf, When
from language.numerals import small_number
from models.calendar import DAY, WorkCalendar

LONGEST_WORKDAYS = 750


class Grain(StrEnum):
    """How fine a date is."""

    DAY = "day"
    WEEK = "week"
    THIRD = "third"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FESTIVAL = "festival"
    RANGE = "range"
    LENGTH = "length"


class LengthUnit(StrEnum):
    """In what a length of time is counted."""

    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: 20天, 半个月, 两年半, 5个工作日."""

    value: Decimal
    unit: LengthUnit


class Part(StrEnum):
    """Which part of a unit was named."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


@dataclass(slots=True)
class Atom:
    """One date as it was read; `moment` is None for a mere length of time."""

    start: int
    end: int
    moment: Moment | None
    grain: Grain
    duration: Duration | None = None
    part: Part | None = None
    closed: bool = False
    """It says its own end (三天内, 节前): no 前 or 后 belongs to it any more."""
    bare_day: bool = False
    weekday: bool = False
    eve: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The text being read, the day on which it was written, and the festivals known."""

    text: str
    today: date
    festivals: Festivals


# ---- years, months, days -------------------------------------------------------------------------


def full_year(said: str, today: date) -> int | None:
    """The year that is meant: 24 is 2024, 98 is 1998, 零七 is 2007."""
    year = small_number(said)
    if year is None or len(said) == 4:
        return year if year is not None and 1900 <= year <= 2100 else None
    century = 2000 + year
    return century if century <= today.year + 20 else century - 100


_YEAR_WORDS = {
    "大后": 3,
    "后": 2,
    "明": 1,
    "来": 1,
    "下": 1,
    "今": 0,
    "本": 0,
    "当": 0,
    "去": -1,
    "上": -1,
    "前": -2,
    "大前": -3,
}


def read_calendar(frame: Frame, place: int) -> Atom | None:
    """A date that begins with a year, a month, a quarter or a day."""
    year = words.YEAR.match(frame.text, place)
    if year is None:
        return _within_year(frame, place, place, When(Cycle.YEAR))
    base = _year(frame, year)
    if base is None:
        return None
    after = _skip(frame.text, year.end())
    inner = None if year["b"] else _within_year(frame, place, after, base)
    if inner is not None:
        return inner
    if year["a"] and not year["b"] and len(year["a"]) == 2 and not _is_short_year(frame, year):
        return None
    return Atom(place, year.end(), base, Grain.RANGE if year["b"] else Grain.YEAR)


def _year(frame: Frame, year: re.Match[str]) -> When | None:
    if word := year["word"]:
        key = word.removesuffix("度").removesuffix("年").removesuffix("一")
        return When(Cycle.YEAR, _YEAR_WORDS[key])
    first = full_year(year["a"], frame.today)
    last = full_year(year["b"], frame.today) if year["b"] else first
    if first is None or last is None or last < first:
        return None
    return When(Cycle.YEAR, container=Days(date(first, 1, 1), date(last, 12, 31)))


_LENGTH_BEFORE = re.compile(
    r"(?:工期|期限|年限|周期|质保|租期|合同期|建设期|历时|超过|达|近|约|用了?|共|满|了|每|第)[为是：:]?[ ]?\Z"
)


def _is_short_year(frame: Frame, year: re.Match[str]) -> bool:
    """Whether 24年 is a year: 30年产权 and 工期10年 are lengths of time."""
    said = year["a"]
    full = full_year(said, frame.today)
    if full is None or not said.isdigit() and said[0] not in "零〇○一二九八":
        return False
    if said[0] in "0零〇○":
        return True
    before = _LENGTH_BEFORE.search(frame.text, max(0, year.start() - 5), year.start())
    after = frame.text[year.end() : year.end() + 1]
    return before is None and after not in ("期", "内", "间", "多", "半", "来") and -25 <= full - frame.today.year <= 15


def _skip(text: str, place: int) -> int:
    """Past blanks and a 的 between the parts of a date."""
    for _ in range(3):
        if place < len(text) and text[place] in " \u3000的":
            place += 1
    return place


def _within_year(frame: Frame, start: int, place: int, year: When) -> Atom | None:
    """What may stand in a year: a month, a quarter, a half, its end, its second week, a festival."""
    text = frame.text
    named = not year.recurs
    if month := words.MONTH.match(text, place):
        if not (named and month["word"]):
            return _read_month(frame, start, month, year)
    if (quarter := words.QUARTER.match(text, place)) and not (named and quarter["word"]):
        return _read_quarter(start, quarter, year)
    this_year = year if named else When(Cycle.YEAR, 0)
    if half := words.HALF.match(text, place):
        first = 1 if half["side"] in "上前" else 7
        part = Part.LATE if half["part"] else None
        return Atom(start, half.end(), _into(this_year, months(first, first + 5)), Grain.HALF, part=part)
    if (part := words.YEAR_PART.match(text, place)) and (named or part[0][0] == "年"):
        return _read_year_part(start, part, this_year)
    if named:
        return _read_inside(frame, start, place, year) or _read_festival_of(frame, start, place, year)
    return None


def _into(when: When, *steps: Step) -> When:
    return When(when.cycle, when.offset, when.container, when.steps + steps)


_YEAR_PARTS = {"底": (11, 12), "末": (11, 12), "终": (11, 12), "初": (1, 2), "中": (6, 6), "内": (1, 12)}


def _read_year_part(start: int, part: re.Match[str], year: When) -> Atom:
    sign = part[0][-1]
    label = {"初": Part.EARLY, "中": Part.MIDDLE, "内": None}.get(sign, Part.LATE)
    return Atom(start, part.end(), _into(year, months(*_YEAR_PARTS[sign])), Grain.YEAR, part=label, closed=sign == "内")


def _read_month(frame: Frame, start: int, month: re.Match[str], year: When) -> Atom | None:
    """A month and what stands in it."""
    if word := month["word"]:
        base = When(Cycle.MONTH, _relative(word))
    else:
        first, last = small_number(month["a"]), small_number(month["b"] or month["a"])
        if first is None or last is None or not 1 <= first <= 12 or not 1 <= last <= 12:
            return None
        base = _into(year, months(first, last))
    if month["b"] if not month["word"] else False:
        return Atom(start, month.end(), base, Grain.RANGE)
    place = _skip(frame.text, month.end())
    return (
        _read_day(frame, start, place, base)
        or _read_third(frame, start, place, base)
        or _read_inside(frame, start, place, base)
        or _read_bare_day(frame, start, month, base)
        or Atom(start, month.end(), base, Grain.MONTH)
    )


def _relative(word: str) -> int:
    """上 is -1, 上上 is -2, 下 is 1, 本 and 这 are 0."""
    return word.count("下") - word.count("上")


def _read_day(frame: Frame, start: int, place: int, month: When) -> Atom | None:
    """12日, 10日—12日 in a month; None for 3号楼, and for days that no month has."""
    day = words.DAY.match(frame.text, place)
    if day is None or words.CHAINED.match(frame.text, day.end()):
        return None
    first, last = small_number(day["a"]), small_number(day["b"] or day["a"])
    if first is None or last is None or not 1 <= first <= 31 or not first <= last <= 31:
        return None
    return Atom(start, day.end(), _into(month, days(first, last)), Grain.RANGE if day["b"] else Grain.DAY)


def _read_bare_day(frame: Frame, start: int, month: re.Match[str], base: When) -> Atom | None:
    """十月31, 6月10完成: a day without 日."""
    if frame.text[month.end() - 1] == "份":
        return None
    day = words.BARE_DAY.match(frame.text, month.end())
    number = day and small_number(day["a"])
    if day is None or number is None or not 1 <= number <= 31:
        return None
    return Atom(start, day.end(), _into(base, days(number)), Grain.DAY)


_THIRDS: dict[str, tuple[Step, Part]] = {
    "上旬": (days(1, 10), Part.EARLY),
    "中旬": (days(11, 20), Part.MIDDLE),
    "下旬": (tail(21), Part.LATE),
    "初": (days(1, 10), Part.EARLY),
    "中": (days(11, 20), Part.MIDDLE),
    "底": (tail(25), Part.LATE),
    "末": (tail(25), Part.LATE),
    "上半月": (days(1, 15), Part.EARLY),
    "前半月": (days(1, 15), Part.EARLY),
    "下半月": (tail(16), Part.LATE),
    "后半月": (tail(16), Part.LATE),
}


def _read_third(frame: Frame, start: int, place: int, month: When) -> Atom | None:
    """上旬, 月中, 底 of a month; 上中旬 together."""
    third = words.THIRD.match(frame.text, place)
    if third is None:
        return None
    said = third[0]
    if said.count("旬") > 1:
        step: Step = days(1, 20) if said.startswith("上") and "中" in said else tail(11)
        return Atom(start, third.end(), _into(month, step), Grain.THIRD)
    step, part = _THIRDS[said if said in _THIRDS else said.removeprefix("月")]
    return Atom(start, third.end(), _into(month, step), Grain.THIRD, part=part)


_CYCLES = {
    "天": Cycle.DAY,
    "日": Cycle.DAY,
    "周": Cycle.WEEK,
    "星期": Cycle.WEEK,
    "礼拜": Cycle.WEEK,
    "月": Cycle.MONTH,
    "季度": Cycle.QUARTER,
}


def _read_inside(frame: Frame, start: int, place: int, base: When) -> Atom | None:
    """第二周, 第一个星期一, 最后一天, 前10天 of a year or a month."""
    text = frame.text
    if nth := words.NTH.match(text, place):
        number = -1 if nth["last"] else 1 if nth["first"] else small_number(nth["n"])
        if number is None:
            return None
        if nth["unit"] in ("天", "日"):
            return Atom(start, nth.end(), _into(base, nth_day(number)), Grain.DAY)
        if nth["day"] and nth["day"] != "末":
            return Atom(start, nth.end(), _into(base, nth_weekday(number, words.WEEKDAY[nth["day"]])), Grain.DAY)
        in_year = base.cycle is Cycle.YEAR and not base.steps and number > 0
        return Atom(start, nth.end(), _into(base, iso_week(number) if in_year else nth_week(number)), Grain.WEEK)
    if some := words.FIRST_UNITS.match(text, place):
        number = 2 if some["n"] == "两" else small_number(some["n"])
        if number is None:
            return None
        step = (first_units if some["side"] in "前头" else last_units)(number, _CYCLES[some["unit"]])
        return Atom(start, some.end(), _into(base, step), Grain.RANGE)
    return None


def _read_quarter(start: int, quarter: re.Match[str], year: When) -> Atom | None:
    """三季度, 一至三季度, 前三季度, 上季度, 二季度末."""
    base: When
    if quarter["word"]:
        base = When(Cycle.QUARTER, _relative(quarter["word"]))
        pick = _third_of_quarter(quarter["part"])
        steps = (pick,) if pick else ()
        return Atom(start, quarter.end(), _into(base, *steps), Grain.QUARTER, part=_part(quarter["part"]))
    if quarter["upto"]:
        last = 2 if quarter["upto"] in "二两2" else 3
        return Atom(
            start,
            quarter.end(),
            _into(year if not year.recurs else When(Cycle.YEAR, 0), quarters(1, last)),
            Grain.RANGE,
        )
    said = (quarter["a"] or quarter["c"] or quarter["q"]).replace("首", "一")
    first = small_number(said) or 0
    last = small_number(quarter["b"]) if quarter["b"] else first
    if last is None or last < first:
        return None
    base = _into(year, quarters(first, last))
    pick = _third_of_quarter(quarter["part"])
    return Atom(
        start,
        quarter.end(),
        _into(base, pick) if pick else base,
        Grain.RANGE if quarter["b"] else Grain.QUARTER,
        part=_part(quarter["part"]),
    )


def _third_of_quarter(sign: str | None) -> Step | None:
    """The first, middle or last month of a quarter."""
    if sign is None:
        return None
    if sign in "末底":
        return last_units(1, Cycle.MONTH)
    if sign == "初":
        return first_units(1, Cycle.MONTH)
    return lambda quarter: first_units(1, Cycle.MONTH)(
        Days(shifted(quarter.first, 1, Cycle.MONTH) or quarter.first, quarter.last)
    )


def _part(sign: str | None) -> Part | None:
    return None if sign is None else {"初": Part.EARLY, "中": Part.MIDDLE}.get(sign, Part.LATE)


def _read_festival_of(frame: Frame, start: int, place: int, year: When) -> Atom | None:
    """明年五一, 2026年春节."""
    said = words.FESTIVAL.match(frame.text, place)
    if said is None or said["next"] or said["name"] == "节":
        return None
    return _festival_atom(frame, start, said, year)


# ---- everything else -----------------------------------------------------------------------------


def read_day_only(frame: Frame, place: int) -> Atom | None:
    """29日, 18号: a day of the nearest month that has it."""
    before = frame.text[place - 1] if place else ""
    if before and before in "第〕]］】)）#＃-.、和及与" and before != "、":
        return None
    atom = _read_day(frame, place, place, When(Cycle.MONTH))
    if atom is not None:
        atom.bare_day = True
    return atom


def read_third_only(frame: Frame, place: int) -> Atom | None:
    """月底, 上旬, 月中: of the nearest month."""
    return _read_third(frame, place, place, When(Cycle.MONTH))


def read_week(frame: Frame, place: int) -> Atom | None:
    """下周三, 本周, 周末, 周一; 一周 and 周边 are none."""
    week = words.WEEKS.match(frame.text, place)
    if week is None:
        return None
    weekend = bool(week["end"] or week["end2"])
    if not week["word"] and not week["day"] and not weekend:
        return None
    base = When(Cycle.WEEK, _relative(week["word"]) if week["word"] else None)
    if weekend:
        return Atom(place, week.end(), _into(base, weekdays(5, 6)), Grain.WEEK)
    if week["day"]:
        return Atom(place, week.end(), _into(base, weekdays(words.WEEKDAY[week["day"]])), Grain.DAY, weekday=True)
    return Atom(place, week.end(), base, Grain.WEEK)


_DAYS = {"今": 0, "当": 0, "明": 1, "昨": -1}


def read_today(frame: Frame, place: int) -> Atom | None:
    """今天, 昨日, 大后天, 明后两天."""
    said = words.TODAY.match(frame.text, place)
    if said is None:
        return None
    if many := said["many"]:
        first = {"今": 0, "明": 1, "昨": -1}[many[0]]
        moment = When(container=Days(frame.today + first * DAY, frame.today + (first + 1) * DAY))
        return Atom(place, said.end(), moment, Grain.RANGE)
    if said["side"]:
        offset = (2 + len(said["big"])) * (1 if said["side"] == "后" else -1)
    else:
        offset = _DAYS[said["day"]]
    return Atom(place, said.end(), When(Cycle.DAY, offset), Grain.DAY)


def read_plan_years(frame: Frame, place: int) -> Atom | None:
    """十四五: the five years of a national plan; the eleventh began in 2006."""
    plan = words.PLAN.match(frame.text, place)
    if plan is None:
        return None
    first = 2006 + 5 * ((small_number(plan["n"]) or 1) - 1)
    span = year_of(first + 4) if plan["end"] else Days(date(first, 1, 1), date(first + 4, 12, 31))
    return Atom(place, plan.end(), When(container=span), Grain.RANGE)


def read_festival(frame: Frame, place: int) -> Atom | None:
    """国庆节, 五一, 圣诞节前一天, 下一个元旦, 节前; 五一广场 is none."""
    said = words.FESTIVAL.match(frame.text, place)
    if said is None:
        return None
    name = said["name"]
    if name == "节":
        return _before_holiday(frame, place, said)
    if words.NAMED_AFTER.match(frame.text, said.end()):
        return None
    if name in ("十一", "过年") and not re.match(
        r"前|期间|假期|长假|之前|以前|后|黄金周", frame.text[said.start("name") + 2 :]
    ):
        return None
    word = said["next"] or ""
    if word[:1] in ("下", "上"):
        return _next_festival(frame, said, ahead=word[0] == "下")
    offset = {"今": 0, "明": 1, "去": -1}.get(word[:1])
    return _festival_atom(frame, place, said, When(Cycle.YEAR, offset))


def _festival_atom(frame: Frame, start: int, said: re.Match[str], year: When) -> Atom:
    name = festival_name(said["name"])
    when = _into(year, festival(name, frame.festivals))
    if said["eve"]:
        return Atom(start, said.end(), _into(when, moved(-1)), Grain.FESTIVAL, closed=True)
    if said["morrow"]:
        return Atom(start, said.end(), _into(when, moved(1)), Grain.FESTIVAL, closed=True)
    if said["span"]:
        length = 6 if name in ("国庆节", "春节") else 2
        return Atom(
            start, said.end(), _into(when, lambda day: Days(day.first, day.first + length * DAY)), Grain.FESTIVAL
        )
    return Atom(start, said.end(), when, Grain.FESTIVAL, eve=True)


def _next_festival(frame: Frame, said: re.Match[str], *, ahead: bool) -> Atom | None:
    """The festival that comes next, or came last."""
    name, today = festival_name(said["name"]), frame.today
    for year in range(today.year, today.year + 3) if ahead else range(today.year, today.year - 3, -1):
        day = festival_day(name, year, frame.festivals)
        if day and (day > today if ahead else day < today):
            return Atom(said.start(), said.end(), When(container=Days(day, day)), Grain.FESTIVAL, eve=True)
    return None


def _before_holiday(frame: Frame, place: int, said: re.Match[str]) -> Atom:
    """节前: before the nearest public holiday."""
    years = range(frame.today.year - 1, frame.today.year + 2)
    holidays = tuple(day for year in years for day in public_holidays(year, frame.festivals))
    return Atom(place, said.end(), NearestOf(holidays), Grain.FESTIVAL, eve=True)


# ---- lengths of time -----------------------------------------------------------------------------

_LENGTH_UNITS = {
    "工作日": LengthUnit.WORKDAY, "天": LengthUnit.DAY, "日": LengthUnit.DAY, "日历天": LengthUnit.DAY, "周": LengthUnit.WEEK,
    "星期": LengthUnit.WEEK, "礼拜": LengthUnit.WEEK, "月": LengthUnit.MONTH, "季度": LengthUnit.QUARTER, "年": LengthUnit.YEAR,
    "小时": LengthUnit.HOUR,
}  # fmt: skip


def read_length(frame: Frame, place: int) -> Atom | None:
    """20天, 半个月, 两年半 are lengths; 20天内, 三天后, 近三年 lie on the calendar."""
    rolling = words.ROLLING.match(frame.text, place)
    said = words.LENGTH.match(frame.text, rolling.end() if rolling else place)
    duration = said and _duration(said, rolling=bool(rolling))
    if said is None or duration is None:
        return None
    if rolling:
        moment = _rolling(frame.today, duration, back=bool(rolling["back"]))
        inside = words.LENGTH_END.match(frame.text, said.end())
        end = inside.end() if inside and (inside["within"] or inside["before"]) else said.end()
        return Atom(place, end, moment, Grain.LENGTH, duration, closed=True)
    end = words.LENGTH_END.match(frame.text, said.end())
    if end is None:
        return Atom(place, said.end(), None, Grain.LENGTH, duration, closed=True)
    if end["within"]:
        return Atom(place, end.end(), _rolling(frame.today, duration, back=False), Grain.LENGTH, duration, closed=True)
    return Atom(
        place, end.end(), _point(frame.today, duration, back=bool(end["before"])), Grain.DAY, duration, closed=True
    )


def _duration(said: re.Match[str], *, rolling: bool) -> Duration | None:
    """The length that was said; 三月 and 12日 are none, but 近三月 and 90日 are."""
    number, unit = said["n"], said["unit"]
    if unit == "月" and not said["of"] and not rolling and number != "半":
        return None
    if number == "半":
        value = Decimal("0.5")
    elif "." in number:
        value = Decimal(number)
    else:
        whole = 2 if number == "两" else small_number(number)
        if whole is None:
            return None
        value = Decimal(whole)
    if unit == "年" and (len(number) == 4 or value > 200):
        return None
    if unit == "日" and value <= 31 and not rolling and not words.LENGTH_END.match(said.string, said.end()):
        return None
    if said["half"] or said["half2"]:
        value += Decimal("0.5")
    return Duration(value, _LENGTH_UNITS[unit])


def _rolling(today: date, duration: Duration, *, back: bool) -> When | None:
    """So long up to today, or from today on."""
    other = days_on(today, duration, back=back)
    if other is None:
        return None
    return When(container=Days(min(today, other), max(today, other)))


def _point(today: date, duration: Duration, *, back: bool) -> When | None:
    """The day so long ago or ahead."""
    day = days_on(today, duration, back=back)
    return None if day is None else When(container=Days(day, day))


def days_on(today: date, duration: Duration, *, back: bool = False) -> date | None:
    """The day so long after today; months are calendar months, half a month is fifteen days."""
    sign = -1 if back else 1
    value, whole = duration.value, int(duration.value)
    match duration.unit:
        case LengthUnit.HOUR:
            return today + sign * int(value / 24) * DAY
        case LengthUnit.DAY:
            return shifted(today, sign * whole, Cycle.DAY)
        case LengthUnit.WEEK:
            return shifted(today, sign * int(value * 7), Cycle.DAY)
        case LengthUnit.WORKDAY:
            return _workdays_on(today, sign * whole)
        case _:
            return _months_on(today, value * {LengthUnit.MONTH: 1, LengthUnit.QUARTER: 3}.get(duration.unit, 12), sign)


def _months_on(today: date, value: Decimal, sign: int) -> date | None:
    whole = int(value)
    day = shifted(today, sign * whole, Cycle.MONTH)
    return day and shifted(day, sign * int((value - whole) * 30), Cycle.DAY)


def _workdays_on(today: date, count: int) -> date | None:
    if abs(count) > LONGEST_WORKDAYS:
        return None
    calendar, day = WorkCalendar(), today
    for _ in range(abs(count)):
        day = calendar.next_workday(day) if count > 0 else calendar.previous_workday(day)
    return day


# ---- dates in figures ----------------------------------------------------------------------------


def read_figures(frame: Frame, place: int) -> Atom | None:
    """2019/04/19, 20240307, 2008.03, 6.18, 12/1, a bare 2018."""
    text = frame.text
    if place and (text[place - 1].isascii() and text[place - 1].isalnum() or text[place - 1] in ".-/+〔[［【￥¥#＃"):
        if not (text[place - 1] == "-" and place > 1 and not text[place - 2].isdigit()):
            return None
    if said := words.DATE3.match(text, place):
        return _date_of(frame, said)
    if said := words.YEAR_MONTH.match(text, place):
        when = When(Cycle.YEAR, container=year_of(int(said["y"])), steps=(months(int(said["m"])),))
        return Atom(place, said.end(), when, Grain.MONTH)
    if (said := words.MONTH_DAY.match(text, place)) and _is_month_day(text, said):
        end = said.end() + (text[said.end() : said.end() + 1] in ("日", "号"))
        return Atom(place, end, When(Cycle.YEAR, steps=(months(int(said["m"])), days(int(said["d"])))), Grain.DAY)
    if (said := words.BARE_YEAR.match(text, place)) and _stands_alone(text, place, said.end()):
        return Atom(place, said.end(), When(Cycle.YEAR, container=year_of(int(said[0]))), Grain.YEAR)
    return None


def _date_of(frame: Frame, said: re.Match[str]) -> Atom | None:
    """The day that three figures name; None where there is no such day."""
    group = said.groupdict()
    year = group["y"] or group["y8"]
    number = int(year) if year else full_year(group["y2"], frame.today)
    month, day = int(group["m"] or group["m8"] or group["m2"]), int(group["d"] or group["d8"] or group["d2"])
    try:
        found = date(number or 0, month, day)
    except ValueError:
        return Atom(said.start(), said.end(), None, Grain.DAY)
    end = said.end() + (frame.text[said.end() : said.end() + 1] in ("日", "号"))
    return Atom(said.start(), end, When(container=Days(found, found)), Grain.DAY)


_BORDER = frozenset("，。；、,;!！?？:：()（）【】「」\"'“”‘’ \u3000\n\t")
_MONTH_DAY_BEFORE = re.compile(r"(?:于|在|至|到|自|从|定|计划|预计|拟|是|[^0-9]月|初步)\Z")


def _is_month_day(text: str, said: re.Match[str]) -> bool:
    """Whether 6.18 is a date; 容积率2.5 is none, so something must say so."""
    start, end = said.span()
    if words.MONTH_DAY_CUE.match(text, end):
        return start == 0 or text[start - 1] in _BORDER or not text[start - 1].isascii()
    alone = (start == 0 or text[start - 1] in _BORDER) and (end == len(text) or text[end] in _BORDER)
    if said["s"] == "/":
        return alone and not (end < len(text) and words.MONTH_DAY.match(text, end + 1))
    if said["s"] in "·・":
        return alone
    return (alone and start == 0 and end == len(text.rstrip())) or _MONTH_DAY_BEFORE.search(
        text, max(0, start - 3), start
    ) is not None


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = start == 0 or text[start - 1] in _BORDER or text[start - 1] in "从自至到-—~"
    after = end == len(text) or text[end] in _BORDER or re.match(words.TO, text[end : end + 4]) is not None
    counted = re.match(r"[ \u3000]{1,2}[户栋层座根台处基亩公里千万亿百套件项条次米吨方人]", text[end : end + 3])
    return before and after and counted is None
