"""The days of festivals: the office's own table first, then fixed dates, then the rules of the calendar."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import chinese_calendar

from language.times.days import Days, Step, nth_weekday
from language.times.lunar import lunar_day, new_years_eve

Festivals = Mapping[int, Mapping[str, date]]
"""Year → the festival's name → its own day; as the registry holds it."""

_FIXED = {
    "元旦": (1, 1),
    "情人节": (2, 14),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "消费者权益日": (3, 15),
    "愚人节": (4, 1),
    "劳动节": (5, 1),
    "青年节": (5, 4),
    "护士节": (5, 12),
    "儿童节": (6, 1),
    "环境日": (6, 5),
    "建党节": (7, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "国庆节": (10, 1),
    "万圣节": (11, 1),
    "记者节": (11, 8),
    "双十一": (11, 11),
    "宪法日": (12, 4),
    "双十二": (12, 12),
    "平安夜": (12, 24),
    "圣诞节": (12, 25),
}
_WEEKDAYS = {"母亲节": (5, 6, 2), "父亲节": (6, 6, 3), "感恩节": (11, 3, 4)}
_LUNAR = {
    "春节": (1, 1),
    "元宵节": (1, 15),
    "端午节": (5, 5),
    "七夕": (7, 7),
    "中元节": (7, 15),
    "中秋节": (8, 15),
    "重阳节": (9, 9),
}
# The last month of a lunar year lies in the next year of the calendar.
_LUNAR_DECEMBER = {"腊八节": 8, "小年": 23}
_OTHER_NAMES = {
    "元旦": "元旦节 新年",
    "春节": "大年初一 正月初一 过年 年关 农历年",
    "除夕": "大年三十 年三十",
    "元宵节": "元宵 正月十五",
    "妇女节": "三八 三八节 三八妇女节 国际妇女节",
    "清明节": "清明",
    "劳动节": "五一 五一节 五一劳动节 五一国际劳动节 国际劳动节",
    "青年节": "五四 五四青年节",
    "儿童节": "六一 六一节 六一儿童节 国际儿童节 六一国际儿童节",
    "环境日": "世界环境日",
    "端午节": "端午",
    "建党节": "七一 七一建党节 党的生日",
    "七夕": "七夕节",
    "建军节": "八一 八一建军节",
    "中秋节": "中秋",
    "国庆节": "十一 国庆 十一国庆节",
    "重阳节": "重阳",
    "双十一": "光棍节",
    "宪法日": "国家宪法日",
    "圣诞节": "圣诞",
    "腊八节": "腊八",
}
_ALIASES = {other: name for name, others in _OTHER_NAMES.items() for other in others.split()}
PUBLIC = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
NAMES = tuple(
    sorted({*_FIXED, *_WEEKDAYS, *_LUNAR, *_LUNAR_DECEMBER, *_ALIASES, "除夕", "清明节"}, key=len, reverse=True)
)
LONG = {"国庆节": 7, "春节": 7}
"""How many days people mean by 期间; three for the others."""


def festival_name(said: str) -> str:
    """The one name of a festival: 五一 is 劳动节."""
    return _ALIASES.get(said, said)


def festival_day(name: str, year: int, table: Festivals) -> date | None:
    """The festival's own day in a year; None where nobody knows it."""
    own = table.get(year)
    if own and (entered := own.get(name) or own.get(name.removesuffix("节"))) is not None:
        return entered
    return _day_by_rule(name, year)


@lru_cache(maxsize=1024)
def _day_by_rule(name: str, year: int) -> date | None:
    if fixed := _FIXED.get(name):
        return date(year, *fixed)
    if rule := _WEEKDAYS.get(name):
        month, weekday, number = rule
        found = nth_weekday(number, weekday)(Days(date(year, month, 1), date(year, month, 30)))
        return found.first if found else None
    if lunar := _LUNAR.get(name):
        return lunar_day(year, *lunar)
    if day := _LUNAR_DECEMBER.get(name):
        return lunar_day(year - 1, 12, day)
    if name == "除夕":
        return new_years_eve(year)
    if name == "清明节":
        terms = chinese_calendar.get_solar_terms(date(year, 4, 3), date(year, 4, 7))
        return terms[0][0] if terms else None
    return None


def festival(name: str, table: Festivals) -> Step:
    """The step from a year to the festival's own day in it."""

    def step(year: Days) -> Days | None:
        day = festival_day(name, year.first.year, table)
        return None if day is None else Days(day, day)

    return step


def public_holidays(year: int, table: Festivals) -> list[date]:
    """The own days of a year's public holidays, in order."""
    return sorted(day for name in PUBLIC if (day := festival_day(name, year, table)))
