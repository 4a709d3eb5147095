"""Stretches of days and the steps into them: the year, its third quarter, the last ten days of its sixth month."""

import calendar
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from models.calendar import DAY, Week, WorkCalendar, add_months


class Cycle(StrEnum):
    """A calendar unit that comes again and again."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Days(NamedTuple):
    """A stretch of days, both ends inside it."""

    first: date
    last: date


Step = Callable[[Days], Days | None]
"""From a stretch to a part of it; None where it has no such part (30 February)."""


def unit_around(day: date, cycle: Cycle, turn: int) -> Days | None:
    """The unit in which a day lies, or the one so many turns on; None beyond the calendar's ends."""
    try:
        match cycle:
            case Cycle.DAY:
                return Days(day + turn * DAY, day + turn * DAY)
            case Cycle.WEEK:
                monday = Week.of(day).monday + 7 * turn * DAY
                return Days(monday, monday + 6 * DAY)
            case Cycle.MONTH:
                return month_of(add_months(day.replace(day=1), turn))
            case Cycle.QUARTER:
                first = add_months(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), 3 * turn)
                return Days(first, month_of(add_months(first, 2)).last)
            case Cycle.YEAR:
                return year_of(day.year + turn)
    except (OverflowError, ValueError):
        return None


@lru_cache(maxsize=64)
def year_of(year: int) -> Days:
    """A calendar year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


@lru_cache(maxsize=512)
def month_of(day: date) -> Days:
    """The month in which a day lies."""
    return Days(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def months(first: int, last: int | None = None) -> Step:
    """From one month of the year to another; 11月至2月 runs into the next year."""
    last = first if last is None else last

    def step(year: Days) -> Days | None:
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return None
        end = date(year.first.year + (last < first), last, 1)
        return Days(date(year.first.year, first, 1), month_of(end).last)

    return step


def days(first: int, last: int | None = None) -> Step:
    """From one day of the month to another; None where the month is too short."""
    last = first if last is None else last

    def step(month: Days) -> Days | None:
        if not 1 <= first <= last <= month.last.day:
            return None
        return Days(month.first.replace(day=first), month.first.replace(day=last))

    return step


def tail(first: int) -> Step:
    """From a day of the month to its end."""
    return lambda month: Days(month.first.replace(day=first), month.last)


def quarters(first: int, last: int | None = None) -> Step:
    """From one quarter of the year to another."""
    return months(3 * first - 2, 3 * (first if last is None else last))


def nth_week(number: int) -> Step:
    """The week that begins on the n-th Monday of a stretch; -1 is the last."""

    def step(stretch: Days) -> Days | None:
        monday = _nth_weekday(stretch, 0, number)
        return None if monday is None else Days(monday, monday + 6 * DAY)

    return step


def iso_week(number: int) -> Step:
    """The week of the year as the weekly reports number it (ISO 8601)."""

    def step(year: Days) -> Days | None:
        try:
            week = Week(year.first.year, number)
            return Days(week.monday, week.sunday)
        except ValueError:
            return None

    return step


def nth_workday(number: int) -> Step:
    """The n-th working day of a stretch; -1 is the last."""

    def step(stretch: Days) -> Days | None:
        workdays = WorkCalendar()
        day = (
            workdays.next_workday(stretch.first - DAY) if number > 0 else workdays.previous_workday(stretch.last + DAY)
        )
        day = workdays.add_workdays(day, number - 1) if number > 1 else day
        return Days(day, day) if stretch.first <= day <= stretch.last else None

    return step


def nth_weekday(number: int, weekday: int) -> Step:
    """The n-th Monday (0) to Sunday (6) of a stretch."""

    def step(stretch: Days) -> Days | None:
        day = _nth_weekday(stretch, weekday, number)
        return None if day is None else Days(day, day)

    return step


def _nth_weekday(stretch: Days, weekday: int, number: int) -> date | None:
    if number == -1:
        return stretch.last - (stretch.last.weekday() - weekday) % 7 * DAY
    day = stretch.first + ((weekday - stretch.first.weekday()) % 7 + 7 * (number - 1)) * DAY
    return day if number > 0 and day <= stretch.last else None


def weekdays(first: int, last: int | None = None) -> Step:
    """From one day of the week to another, Monday is 0."""
    last = first if last is None else last
    return lambda week: Days(week.first + first * DAY, week.first + last * DAY)


def first_units(count: int, cycle: Cycle) -> Step:
    """The first days, weeks, months or quarters of a stretch."""

    def step(stretch: Days) -> Days | None:
        end = shifted(stretch.first, count, cycle)
        return None if end is None or count < 1 else Days(stretch.first, min(end - DAY, stretch.last))

    return step


def last_units(count: int, cycle: Cycle) -> Step:
    """The last days, weeks, months or quarters of a stretch."""

    def step(stretch: Days) -> Days | None:
        start = shifted(stretch.last + DAY, -count, cycle)
        return None if start is None or count < 1 else Days(max(start, stretch.first), stretch.last)

    return step


def nth_day(number: int) -> Step:
    """The n-th day of a stretch; -1 is the last."""

    def step(stretch: Days) -> Days | None:
        day = stretch.last if number == -1 else stretch.first + (number - 1) * DAY
        return Days(day, day) if stretch.first <= day <= stretch.last else None

    return step


def moved(offset: int) -> Step:
    """A stretch moved by whole days: the day before a festival."""
    return lambda stretch: Days(stretch.first + offset * DAY, stretch.last + offset * DAY)


def shifted(day: date, count: int, cycle: Cycle) -> date | None:
    """The day so many units on; months are calendar months. None beyond the calendar's ends."""
    try:
        match cycle:
            case Cycle.DAY:
                return day + count * DAY
            case Cycle.WEEK:
                return day + 7 * count * DAY
            case _:
                return add_months(day, count * {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.YEAR: 12}[cycle])
    except (OverflowError, ValueError):
        return None
