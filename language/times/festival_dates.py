"""Dates by festivals: 国庆节, 五一, 圣诞节前一天, 下一个元旦, 节前, 十四五, 腊月二十三; 五一广场 is none."""

import re
from datetime import date

from language.late import late
from language.numerals import small_number
from language.times.atoms import Atom, Frame, Grain
from language.times.days import Cycle, Days, Step, moved, year_of
from language.times.festivals import LONG, NAMES, festival, festival_day, festival_name, public_holidays
from language.times.lunar import lunar_day
from language.times.moments import NearestOf, When
from models.calendar import DAY

_FESTIVAL = late(
    rf"(?P<which>下一?个|上一?个|今年的?|明年的?|去年的?)?(?P<name>{'|'.join(NAMES)}|节(?=前(?!后)))(?:佳节|节日|黄金周)?"
    r"(?:的?(?P<side>前|后)(?P<n>[0-9]{1,2}|[一二三四五六七八九十两]{1,2})[天日]|(?P<eve>前夕|前夜)|(?P<morrow>次日|第二天)|(?P<span>小?长?假?期间|假期|长假|小长假))?"
)
# What makes a festival's name the name of a place.
_PLACE = late(
    r"(?:东|西|南|北|中|新|大)?(?:广场|路|大道|大街|街|村|桥|中学|小学|学校|厂|社区|镇|乡|水库|公园|商|劳动奖|小区|湖|农场|林场|水电|国际(?!劳动|儿童|妇女)|城(?!市|区)|里|河|渠|线|站|矿)"
    r"|[0-9个户栋层座根台处条项套片道亩公吨万千百点]|米|名(?!称)|家"
)
_GREETING = late(r"快乐|愉快|安康|好[！!，,。]?$|大吉|吉祥|祝福|值班|慰问|放假")
_NEEDS_SAYING = frozenset({"十一", "新年", "七一", "八一", "三八", "五四", "小年"})
_NEEDS_RELATION = frozenset({"过年", "十一"})
_RELATION = late(r"前|后|期间|假期|长假|之前|以前|之后|以后|黄金周")
_SAID = late(r"前|后|期间|假期|长假|之前|以前|节|当天|黄金周|之后|以后|建军|建党|$|[，。；、,)）]")
_PLAN = late(r"十(?P<n>[一二三四五六七])五(?:时期|期间|规划)?(?P<end>末|期末|收官)?")
_LUNAR = late(
    r"(?P<month>腊|正|冬)月(?P<day>初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"
)
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def read_festival(frame: Frame, place: int) -> Atom | None:
    """A festival of the nearest year, or of the year that is named."""
    said = _FESTIVAL.match(frame.text, place)
    if said is None:
        return _read_lunar(frame, place)
    if said["name"] == "节":
        return _before_holiday(frame, place, said)
    if not _is_festival(frame.text, said):
        return None
    which = (said["which"] or "")[:1]
    if which and which in "下上":
        return _next_festival(frame, said, ahead=which == "下")
    return _festival_atom(frame, place, said, When(Cycle.YEAR, {"今": 0, "明": 1, "去": -1}.get(which)))


def read_festival_of(frame: Frame, start: int, place: int, year: When) -> Atom | None:
    """明年五一, 2026年春节."""
    said = _FESTIVAL.match(frame.text, place)
    if said is None or said["which"] or said["name"] == "节" or not _is_festival(frame.text, said):
        return None
    return _festival_atom(frame, start, said, year)


def _is_festival(text: str, said: re.Match[str]) -> bool:
    """Whether the name stands for the day: 五一广场 and 十一个 do not."""
    name, end = said["name"], said.end("name")
    if _PLACE.match(text, end) or _GREETING.match(text, end):
        return False
    if name in _NEEDS_RELATION:
        return _RELATION.match(text, end) is not None
    return name not in _NEEDS_SAYING or _SAID.match(text, end) is not None


def _festival_atom(frame: Frame, start: int, said: re.Match[str], year: When) -> Atom:
    name, end = festival_name(said["name"]), said.end()
    when = year.into(festival(name, frame.festivals))
    if offset := _offset(said):
        return Atom(start, end, when.into(moved(offset)), Grain.FESTIVAL, closed=True)
    if said["span"]:
        return Atom(start, end, when.into(_days_off(LONG.get(name, 3))), Grain.FESTIVAL, own_day=True)
    return Atom(start, end, when, Grain.FESTIVAL, own_day=True)


def _offset(said: re.Match[str]) -> int:
    """How many days before or after the festival: 前一天, 后3天, 前夕."""
    if said["side"]:
        count = 2 if said["n"] == "两" else small_number(said["n"]) or 0
        return count if said["side"] == "后" else -count
    return -1 if said["eve"] else 1 if said["morrow"] else 0


def _days_off(count: int) -> Step:
    return lambda day: Days(day.first, day.first + (count - 1) * DAY)


def _next_festival(frame: Frame, said: re.Match[str], *, ahead: bool) -> Atom | None:
    """The festival that comes next, or came last."""
    name, today = festival_name(said["name"]), frame.today
    years = range(today.year, today.year + 3) if ahead else range(today.year, today.year - 3, -1)
    for year in years:
        day = festival_day(name, year, frame.festivals)
        if day and (day > today if ahead else day < today):
            return Atom(said.start(), said.end(), When(container=Days(day, day)), Grain.FESTIVAL, own_day=True)
    return None


def _before_holiday(frame: Frame, place: int, said: re.Match[str]) -> Atom:
    """节前: before the nearest public holiday."""
    years = range(frame.today.year - 1, frame.today.year + 2)
    holidays = tuple(day for year in years for day in public_holidays(year, frame.festivals))
    return Atom(place, said.end(), NearestOf(holidays), Grain.FESTIVAL, own_day=True)


def _read_lunar(frame: Frame, place: int) -> Atom | None:
    """腊月二十三: a day of the lunar calendar."""
    said = _LUNAR.match(frame.text, place)
    number = said and small_number(said["day"].removeprefix("初"))
    if said is None or number is None:
        return None
    month = _LUNAR_MONTHS[said["month"]]

    def step(year: Days) -> Days | None:
        day = lunar_day(year.first.year - (month > 10), month, number or 0)
        return None if day is None else Days(day, day)

    return Atom(place, said.end(), When(Cycle.YEAR, steps=(step,)), Grain.DAY)


def read_plan_years(frame: Frame, place: int) -> Atom | None:
    """十四五: the five years of a national plan; the eleventh began in 2006."""
    plan = _PLAN.match(frame.text, place)
    if plan is None:
        return None
    first = 2001 + 5 * (small_number(plan["n"]) or 1)
    years = year_of(first + 4) if plan["end"] else Days(date(first, 1, 1), date(first + 4, 12, 31))
    return Atom(place, plan.end(), When(container=years), Grain.RANGE)
