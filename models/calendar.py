"""Weeks, working days and the shift of a weekly day that falls on a holiday; pure, and no clock is asked."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import chinese_calendar

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)


def local(moment: datetime) -> datetime:
    """The moment as a clock in Shanghai shows it."""
    return moment.astimezone(SHANGHAI)


def utc(moment: datetime) -> datetime:
    """The moment in UTC, the only zone the store sees."""
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)


def day_of(moment: datetime) -> date:
    """The day in Shanghai on which a moment lies."""
    return local(moment).date()


def at(day: date, clock: time) -> datetime:
    """The moment at which a clock in Shanghai shows this time on this day."""
    return datetime.combine(day, clock, SHANGHAI)


def add_months(day: date, months: int) -> date:
    """The same day so many calendar months on, clipped to the month's end (31 January + 1 → 28 or 29 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week from Monday to Sunday, named as ISO 8601 names it."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week in which a day lies."""
        iso = day.isocalendar()
        return cls(iso.year, iso.week)

    @classmethod
    def parse(cls, text: str) -> "Week":
        """A week from its name, such as 2026-W24."""
        year, number = text.split("-W")
        return cls(int(year), int(number))

    @property
    def monday(self) -> date:
        """Its first day."""
        return self.days[0]

    @property
    def friday(self) -> date:
        """Its fifth day."""
        return self.days[4]

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.days[6]

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven days."""
        return _days(self.year, self.number)

    @property
    def next(self) -> "Week":
        """The week after."""
        return Week.of(self.monday + 7 * DAY)

    @property
    def previous(self) -> "Week":
        """The week before."""
        return Week.of(self.monday - 7 * DAY)

    @property
    def label(self) -> str:
        """As people write it: 2026年第24周."""
        return f"{self.year}年第{self.number}周"

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02d}"


@lru_cache(maxsize=256)
def _days(year: int, week: int) -> tuple[date, ...]:
    """The days of a week, which every message asks for many times."""
    monday = date.fromisocalendar(year, week, 1)
    return tuple(monday + n * DAY for n in range(7))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked: the office's own table first, then the official calendar, then Monday to Friday.

    New Year, 1 May and National Day are off by law, whether or not a year's calendar is out.
    """

    overrides: Mapping[date, bool] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """Whether people work on this day, make-up weekends included."""
        if day in self.overrides:
            return self.overrides[day]
        official = _official(day)
        return day.weekday() < 5 and (day.month, day.day) not in OFF_BY_LAW if official is None else official

    def is_estimated(self, day: date) -> bool:
        """Whether the answer for this day is only a guess, because the year's calendar is not known."""
        return day not in self.overrides and _official(day) is None

    def next_workday(self, day: date) -> date:
        """The first working day after a day."""
        day += DAY
        while not self.is_workday(day):
            day += DAY
        return day

    def previous_workday(self, day: date) -> date:
        """The last working day before a day."""
        day -= DAY
        while not self.is_workday(day):
            day -= DAY
        return day

    def add_workdays(self, day: date, count: int) -> date:
        """The day so many working days after a day."""
        for _ in range(count):
            day = self.next_workday(day)
        return day

    def workdays_between(self, first: date, last: date) -> int:
        """How many working days lie after one day, up to and with another."""
        return sum(self.is_workday(first + n * DAY) for n in range(1, (last - first).days + 1))

    def workdays(self, week: Week) -> tuple[date, ...]:
        """The working days of a week."""
        return tuple(day for day in week.days if self.is_workday(day))


OFF_BY_LAW = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""(month, day) of the feasts that fall on the same day every year."""


@lru_cache(maxsize=8192)
def _official(day: date) -> bool | None:
    """What the official calendar says of a day; None where the year is not in it."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def next_open(moment: datetime, opens: time, closes: time, calendar: WorkCalendar) -> datetime:
    """The moment itself where people may be disturbed, else when the office next opens."""
    day = day_of(moment)
    if calendar.is_workday(day):
        if local(moment) < at(day, opens):
            return at(day, opens)
        if local(moment) < at(day, closes):
            return moment
    return at(calendar.next_workday(day), opens)
