"""Dates counted from today or recurring in weeks and months: 明天, 下周三, 本周末, 18号, 月底."""

from datetime import date

from language.counts.words import counts_this_week
from language.late import late
from language.numerals import small_number
from language.times.atoms import Atom, Frame, Grain
from language.times.calendar_dates import read_day, read_inside, read_third, relative, skip_of
from language.times.days import Cycle, Days, iso_week, weekdays
from language.times.moments import When
from language.times.patterns import N2, WEEK, WEEKDAYS, S
from models.calendar import DAY

_WEEKS = late(
    rf"(?P<word>上{{1,3}}一?个?|下{{1,3}}一?个?|本|这一?个?|当)?{WEEK}"
    rf"(?:(?P<end>周?末)|{WEEK}?(?P<day>[一二三四五六日天](?!{S}[0-9个次回常]))|(?P<within>内(?![审业装墙部外环支网场饰衬页河湖涝])))?"
)
_TODAY = late(
    r"(?P<two>今明|明后|昨今)两?(?P<unit>[天日年])|(?P<big>大{0,3})(?P<side>[前后])[天日](?!性)"
    r"|(?P<day>[今昨明])(?:[天日](?!头条)|儿个?|早|晚|晨|夜)"
)
_DAYS = {"今": 0, "明": 1, "昨": -1}
_WEEK_OF_YEAR = late(rf"第(?P<n>{N2})个?{WEEK}(?![一二三四五六日天])")
_WITHIN = late(r"[之以]?内")
_MONTH_LEFT = late(r"月内")


def read_week(frame: Frame, place: int) -> Atom | None:
    """下周三, 本周, 周末, 周一; 一周 and 周边 are none."""
    said = _WEEKS.match(frame.text, place)
    if said is None or said[0] in ("周", "星期", "礼拜"):
        return None
    word = said["word"]
    base = When(Cycle.WEEK, relative(word) if word else 0 if said["within"] else None)
    if said["end"]:
        return Atom(place, said.end(), base.into(weekdays(5, 6)), Grain.WEEK)
    day = said["day"]
    if day and word and counts_this_week(frame.text, said.start("day")):
        return Atom(place, said.start("day"), base, Grain.WEEK)
    if day:
        return Atom(place, said.end(), base.into(weekdays(WEEKDAYS[day])), Grain.DAY, weekday=True)
    inside = read_inside(frame, place, skip_of(frame.text, said.end()), base)
    return inside or Atom(place, said.end(), base, Grain.WEEK)


def read_today(frame: Frame, place: int) -> Atom | None:
    """今天, 昨日, 大后天, 明后两天."""
    said = _TODAY.match(frame.text, place)
    if said is None:
        return None
    if two := said["two"]:
        if said["unit"] == "年":
            year = frame.today.year + _DAYS[two[0]]
            return Atom(place, said.end(), When(container=Days(date(year, 1, 1), date(year + 1, 12, 31))), Grain.RANGE)
        first = frame.today + _DAYS[two[0]] * DAY
        return Atom(place, said.end(), When(container=Days(first, first + DAY)), Grain.RANGE)
    far = 2 + len(said["big"] or "")
    offset = _DAYS[said["day"]] if said["day"] else far if said["side"] == "后" else -far
    return Atom(place, said.end(), When(Cycle.DAY, offset), Grain.DAY)


def read_day_alone(frame: Frame, place: int) -> Atom | None:
    """29日, 18号: a day of the nearest month that has it; 〔2025〕27号 is none."""
    before = frame.text[place - 1] if place else "\n"
    if before in "第#＃-.月" or (before in "〕]］】)）" and frame.text[place - 2].isdigit()):
        return None
    atom = read_day(frame, place, place, When(Cycle.MONTH))
    if atom is None or _WITHIN.match(frame.text, atom.end):
        return None  # 10日内 is a length of time
    atom.bare_day = True
    return atom


def read_third_alone(frame: Frame, place: int) -> Atom | None:
    """月底, 上旬, 月中, 月内: of the nearest month."""
    if within := _MONTH_LEFT.match(frame.text, place):
        return Atom(place, within.end(), When(Cycle.MONTH, 0), Grain.MONTH, closed=True)
    return read_third(frame, place, place, When(Cycle.MONTH))


def read_week_of_year(frame: Frame, place: int) -> Atom | None:
    """第24周: the week of this year that the weekly reports call so; 第二周 may be of anything."""
    said = _WEEK_OF_YEAR.match(frame.text, place)
    number = said and small_number(said["n"])
    if said is None or number is None or number < 6:
        return None
    return Atom(place, said.end(), When(Cycle.YEAR, 0).into(iso_week(number)), Grain.WEEK)
