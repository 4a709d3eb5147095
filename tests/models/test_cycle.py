"""The weekly calendar held against an oracle written on its own, for every week of 2018–2026 in all four modes."""

from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta, timezone

import chinese_calendar
import pytest

from models.calendar import Week, WorkCalendar
from models.cycle import cutoff_day, reporting_week, times_of
from models.policy import HolidayMode, WeeklySettings

CALENDAR = WorkCalendar()
BEIJING = timezone(timedelta(hours=8))
FIRST_MONDAY, LAST_MONDAY = date(2018, 1, 1), date(2026, 12, 21)
MONDAYS = [FIRST_MONDAY + timedelta(days=7 * n) for n in range((LAST_MONDAY - FIRST_MONDAY).days // 7 + 1)]


def _worked() -> list[date]:
    """Every working day of the State Council's notices in one sorted list, with plain weekdays behind its end."""
    days = [date(2017, 12, 1) + timedelta(days=n) for n in range(365 * 9 + 60)]
    new_year = date(2027, 1, 1)  # a holiday by law, whatever the notice of 2027 will add
    return [day for day in days if (day.year > 2026 and day.weekday() < 5 and day != new_year) or _official(day)]


def _official(day: date) -> bool:
    return day.year <= 2026 and bool(chinese_calendar.is_workday(day))


WORKED = _worked()


def oracle(mode: HolidayMode) -> dict[date, date]:
    """Monday → cut-off for the weeks that have one: a list of working days and positions in it, nothing else."""
    natural: dict[date, date | None] = {}
    for monday in [*MONDAYS, *(MONDAYS[-1] + timedelta(days=7 * n) for n in range(1, 5))]:
        friday = monday + timedelta(days=4)
        week = WORKED[bisect_left(WORKED, monday) : bisect_right(WORKED, monday + timedelta(days=6))]
        behind = bisect_right(WORKED, friday)
        if not week or friday in week:
            natural[monday] = friday if week else None
        elif mode is HolidayMode.EARLIER:
            natural[monday] = max((day for day in week if day < friday), default=week[0])
        elif mode is HolidayMode.MERGED:
            natural[monday] = None
        else:
            natural[monday] = WORKED[behind + (mode is HolidayMode.SECOND_LATER)]
    # From the back: a report that would be due no earlier than the one after it is joined to that one.
    latest = date.max
    for monday in sorted(natural, reverse=True):
        day = natural[monday]
        if day is not None and day >= latest:
            natural[monday] = None
        latest = natural[monday] or latest
    return {monday: day for monday, day in natural.items() if day is not None}


@pytest.mark.parametrize("mode", HolidayMode)
def test_every_week_is_due_when_the_oracle_says(mode: HolidayMode) -> None:
    expected = oracle(mode)
    for monday in MONDAYS:
        assert cutoff_day(Week.of(monday), mode, CALENDAR) == expected.get(monday), (mode, monday)


@pytest.mark.parametrize("mode", HolidayMode)
def test_everything_of_a_week_falls_on_working_days_in_order(mode: HolidayMode) -> None:
    settings = WeeklySettings(holiday_mode=mode)
    before: datetime | None = None
    for monday in MONDAYS:
        times = times_of(Week.of(monday), settings, CALENDAR)
        if times is None:
            continue
        moments = [times.notice, times.first_call, times.count, times.cutoff, times.publish]
        assert moments == sorted(moments)
        assert all(_official(moment.date()) for moment in moments if moment.year <= 2026), monday
        assert not any(_official(day) for day in _between(times.notice.date(), times.cutoff.date())), monday
        assert before is None or before < times.cutoff
        assert not times.estimated
        before = times.cutoff


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(1, (last - first).days)]


@pytest.mark.parametrize("mode", HolidayMode)
def test_every_day_reports_for_the_week_that_is_next_due_or_just_was(mode: HolidayMode) -> None:
    """A report counts for the cut-off of its own calendar week, a later one of an earlier week, or the next there is."""
    expected = oracle(mode)
    settings = WeeklySettings(holiday_mode=mode)
    for monday in MONDAYS[3:-4]:
        for number in range(7):
            moment = datetime.combine(monday + timedelta(days=number), datetime.min.time(), BEIJING).replace(hour=8)
            postponed = [each for each in expected if each < monday and expected[each] >= moment.date()]
            own = min(postponed, default=None) or min(each for each in expected if each >= monday)
            assert reporting_week(moment, settings, CALENDAR).monday == own, (mode, moment)


def test_known_holidays_by_name() -> None:
    """A few that everybody remembers, so that the oracle and the product cannot be wrong together."""
    earlier, second = HolidayMode.EARLIER, HolidayMode.SECOND_LATER
    dragon_boat = Week.of(date(2026, 6, 19))
    assert cutoff_day(dragon_boat, earlier, CALENDAR) == date(2026, 6, 18)
    assert cutoff_day(dragon_boat, HolidayMode.LATER, CALENDAR) == date(2026, 6, 22)
    assert cutoff_day(dragon_boat, second, CALENDAR) == date(2026, 6, 23)
    assert cutoff_day(dragon_boat, HolidayMode.MERGED, CALENDAR) is None
    assert cutoff_day(Week.of(date(2025, 10, 3)), earlier, CALENDAR) == date(2025, 9, 30)
    assert cutoff_day(Week.of(date(2026, 2, 20)), earlier, CALENDAR) is None  # not one working day
    assert cutoff_day(Week.of(date(2025, 1, 31)), earlier, CALENDAR) == date(2025, 1, 27)
    assert times_of(Week.of(date(2025, 1, 31)), WeeklySettings(), CALENDAR).notice.date() == date(2025, 1, 26)


def test_a_year_without_calendar_is_a_guess_until_the_office_says_otherwise() -> None:
    week = Week.of(date(2027, 3, 5))
    assert times_of(week, WeeklySettings(), CALENDAR).estimated
    known = WorkCalendar({week.friday: False, week.friday - timedelta(days=1): True})
    times = times_of(week, WeeklySettings(), known)
    assert times.cutoff.date() == week.friday - timedelta(days=1)
    assert times.shifted
    assert not times.estimated


@pytest.mark.parametrize("holiday", [date(2027, 1, 1), date(2032, 10, 1), date(2032, 5, 1), date(2031, 5, 2)])
def test_a_holiday_by_law_is_one_before_the_year_s_calendar_is_out(holiday: date) -> None:
    assert not CALENDAR.is_workday(holiday)
    assert CALENDAR.is_estimated(holiday)


def test_friday_on_new_year_s_day_is_due_before() -> None:
    assert cutoff_day(Week.of(date(2027, 1, 1)), HolidayMode.EARLIER, CALENDAR) == date(2026, 12, 31)
