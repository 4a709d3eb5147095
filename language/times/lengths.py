"""Lengths of time: 20天, 半个月, 两年半; 20天内, 三天后 and 近三年 lie on the calendar."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from language.late import late
from language.numerals import read_numeral
from language.times.atoms import Atom, Duration, Frame, Grain, LengthUnit
from language.times.days import Cycle, Days, shifted
from language.times.moments import When
from language.times.patterns import WEEK, S
from models.calendar import WorkCalendar

LONGEST_WORKDAYS = 250  # a year of them; nobody counts further

_ROLLING = late(
    r"(?P<back>最近|(?<![附最])近|过去|此前|(?<![提目之以年月日])前)|(?P<ahead>未来|今后|接下来|将来|之后|后面|(?<!推)往后(?!推|延|挪|拖|顺|移)|(?<![延推往顺拖押靠滞落错])后|再过)"
)
_LENGTH = late(
    rf"{S}的?{S}(?P<n>[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?(?:{S}[-~～—到至]{S}(?P<upto>[0-9]{{1,3}}))?|半|[零一二三四五六七八九十百两几]{{1,6}})"
    rf"(?P<more>多|来|余)?{S}(?P<of>个)?(?:多|来)?(?P<half>半)?(?P<unit>工作日|日历天|天|日|{WEEK}|月(?![0-9上中下底末初份])|季度|年|小时)(?P<half2>半(?!年|月|天))?(?:的?时间)?"
)
_END = late(
    rf"{S}(?:左右)?(?:(?P<within>[之以]?内)(?!部|外|容)|(?P<after>[之以]?后)(?!期|续)|(?P<before>[之以]?前)(?!期))"
)
_UNITS = {
    "工作日": LengthUnit.WORKDAY,
    "日历天": LengthUnit.DAY,
    "天": LengthUnit.DAY,
    "日": LengthUnit.DAY,
    "周": LengthUnit.WEEK,
    "星期": LengthUnit.WEEK,
    "礼拜": LengthUnit.WEEK,
    "月": LengthUnit.MONTH,
    "季度": LengthUnit.QUARTER,
    "年": LengthUnit.YEAR,
    "小时": LengthUnit.HOUR,
}
_HALF = Decimal("0.5")
_FROM = late(rf"{S}(?:假期|长假|放假|收假|当[天日])?(?:结束)?(?:[之以过]?后|之?日?起)(?:的|第)?")
_FROM_SIGNS = frozenset(" \u3000假长放收当结之以过后日起")
_AFTER_WHAT = late(r"[\u4e00-\u9fff]后$")
_AFTER_NOW = late(r"(?:会|通知|交办单?|督办单|函|今|此|[以之]|往|然)后$")
"""Behind these what comes after is counted from today: 会后3天内, 接到通知后3个工作日内."""
MOST = {"年": 200, "周": 60}
"""白鹤220周一投运: more of them are no length, but a number at the end of a name."""


def read_length(frame: Frame, place: int) -> Atom | None:
    """A length of time, with what lays it on the calendar."""
    rolling = _ROLLING.match(frame.text, place)
    said = _LENGTH.match(frame.text, rolling.end() if rolling else place)
    end = said and _END.match(frame.text, said.end())
    duration = said and _duration(said, free=bool(rolling or end))
    if said is None or duration is None:
        return None
    if rolling and _after_event(frame.text, rolling):
        return Atom(place, end.end() if end else said.end(), None, Grain.LENGTH, duration, closed=True)
    if rolling:
        within = end.end() if end and not end["after"] else said.end()
        moment = _stretch(frame.today, duration, back=bool(rolling["back"]))
        return Atom(place, within, moment, Grain.LENGTH, duration, closed=True)
    if end is None:
        return Atom(place, said.end(), None, Grain.LENGTH, duration, closed=True)
    if end["within"]:
        moment = _stretch(frame.today, duration, back=False)
        return Atom(place, end.end(), moment, Grain.LENGTH, duration, closed=True)
    day = days_on(frame.today, duration, back=bool(end["before"]))
    moment = None if day is None else When(container=Days(day, day))
    return Atom(place, end.end(), moment, Grain.DAY, duration, closed=True)


def _after_event(text: str, rolling: re.Match[str]) -> bool:
    """批复后10个工作日内 begins on a day that nobody knows: a length, no date."""
    said = text[max(rolling.end() - 6, 0) : rolling.end()]
    return rolling[0] == "后" and _AFTER_WHAT.search(said) is not None and _AFTER_NOW.search(said) is None


@dataclass(frozen=True, slots=True)
class Onward:
    """The day so long after the last of some days."""

    duration: Duration

    def __call__(self, days: Days) -> Days | None:
        """That day, alone."""
        day = days_on(days.last, self.duration)
        return None if day is None else Days(day, day)


def counted_on(frame: Frame, atom: Atom) -> Atom:
    """元旦后5个工作日内, 自3月10日起15天内: so long after a day, not after today.

    Of a festival only workdays are counted: whether 春节后10天 are those of the holiday is known to nobody.
    """
    text, end = frame.text, atom.end
    if end >= len(text) or text[end] not in _FROM_SIGNS or not isinstance(atom.moment, When) or atom.closed:
        return atom
    since = _FROM.match(text, end) if atom.grain in (Grain.DAY, Grain.FESTIVAL) else None
    said = since and _LENGTH.match(text, since.end())
    duration = said and _duration(said, free=True)
    if said is None or duration is None:
        return atom
    within = _END.match(text, said.end())
    if within and not within["within"]:
        return atom
    stop = within.end() if within else said.end()
    if atom.grain is Grain.FESTIVAL and duration.unit is not LengthUnit.WORKDAY:
        return Atom(atom.start, stop, None, Grain.LENGTH, duration, closed=True)
    return Atom(atom.start, stop, atom.moment.into(Onward(duration)), Grain.DAY, duration, closed=True)


def _duration(said: re.Match[str], *, free: bool) -> Duration | None:
    """The length that was said; 三月 and 12日 are none, but 近三月 and 90日 are. `free`: it is laid on the calendar."""
    number, unit = said["n"], said["unit"]
    if unit == "月" and not said["of"] and not free and number != "半":
        return None
    value = _value(number, said["upto"])
    if value is None or value > MOST.get(unit, value) or (unit == "日" and value <= 31 and not free):
        return None
    if said["half"] or said["half2"]:
        value += _HALF
    return Duration(value, _UNITS[unit])


def _value(number: str, upto: str | None) -> Decimal | None:
    """The number of units; of a vague one the most: 两三天, 3-5个工作日."""
    if number == "半":
        return _HALF
    if upto:
        return Decimal(upto)
    numeral = read_numeral(number, 0)
    if numeral is None or numeral.end != len(number):
        return None
    return numeral.high if numeral.high is not None else numeral.value


def _stretch(today: date, duration: Duration, *, back: bool) -> When | None:
    """So long up to today, or from today on."""
    other = days_on(today, duration, back=back)
    return None if other is None else When(container=Days(min(today, other), max(today, other)))


def days_on(today: date, duration: Duration, *, back: bool = False) -> date | None:
    """The day so long after today; months are calendar months, half a month is fifteen days."""
    sign, value, whole = -1 if back else 1, duration.value, int(duration.value)
    match duration.unit:
        case LengthUnit.HOUR:
            return shifted(today, sign * int(value / 24), Cycle.DAY)
        case LengthUnit.DAY:
            return shifted(today, sign * whole, Cycle.DAY)
        case LengthUnit.WEEK:
            return shifted(today, sign * int(value * 7), Cycle.DAY)
        case LengthUnit.WORKDAY:
            return _workdays_on(today, sign * whole)
        case LengthUnit.MONTH:
            return _months_on(today, value, sign)
        case LengthUnit.QUARTER:
            return _months_on(today, value * 3, sign)
        case LengthUnit.YEAR:
            return _months_on(today, value * 12, sign)


def _months_on(today: date, value: Decimal, sign: int) -> date | None:
    whole = int(value)
    day = shifted(today, sign * whole, Cycle.MONTH)
    return day and shifted(day, sign * int((value - whole) * 30), Cycle.DAY)


@lru_cache(maxsize=256)
def _workdays_on(today: date, count: int) -> date | None:
    if abs(count) > LONGEST_WORKDAYS:
        return None
    workdays, day = WorkCalendar(), today
    for _ in range(abs(count)):
        day = workdays.next_workday(day) if count > 0 else workdays.previous_workday(day)
    return day
