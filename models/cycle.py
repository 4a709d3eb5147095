"""When a week's notice, calls, cut-off and publication are; pure functions of the calendar and the office's hours."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.calendar import Week, WorkCalendar, at, local
from models.policy import HolidayMode, WeeklySettings


@dataclass(frozen=True, slots=True)
class Times:
    """The moments of one week's cycle, all in Asia/Shanghai; `shifted` where the cut-off is not on the Friday."""

    week: Week
    notice: datetime
    first_call: datetime
    count: datetime
    cutoff: datetime
    publish: datetime
    shifted: bool
    estimated: bool


def cutoff_day(week: Week, mode: HolidayMode, calendar: WorkCalendar) -> date | None:
    """The day on which a week's report is due; None where the week is joined to the next one."""
    friday = week.friday
    worked = calendar.workdays(week)
    if not worked:
        return None
    if friday in worked:
        return friday
    match mode:
        case HolidayMode.EARLIER:
            before = [day for day in worked if day < friday]
            return before[-1] if before else worked[0]
        case HolidayMode.MERGED:
            return None
        case HolidayMode.LATER | HolidayMode.SECOND_LATER:
            day = calendar.add_workdays(friday, 1 if mode is HolidayMode.LATER else 2)
            return None if day >= _cutoff_after(week, mode, calendar) else day


def _cutoff_after(week: Week, mode: HolidayMode, calendar: WorkCalendar) -> date:
    """The cut-off of the next week that has one of its own."""
    while (day := cutoff_day(week := week.next, mode, calendar)) is None:
        pass
    return day


def times_of(
    week: Week,
    settings: WeeklySettings,
    calendar: WorkCalendar,
    cutoff_at: datetime | None = None,
    publish_at: datetime | None = None,
) -> Times | None:
    """The moments of a week's cycle; None where the week is joined to the next. The last two are the office's own."""
    day = cutoff_day(week, settings.holiday_mode, calendar)
    if day is None:
        return None
    day = local(cutoff_at).date() if cutoff_at else day
    cutoff = local(cutoff_at) if cutoff_at else at(day, settings.cutoff)
    publish = at(day, settings.publish)
    if cutoff_at:
        # A later cut-off leaves the office the same time to look at the draft, but not past the day's last letter to
        # a group: later would be in the quiet hours, and the summary would come after a holiday.
        later = cutoff + (publish - at(day, settings.cutoff))
        publish = max(publish, cutoff, min(later, at(day, settings.supplement)))
    if publish_at:
        publish = max(local(publish_at), cutoff)
    return Times(
        week=week,
        notice=at(calendar.previous_workday(day), settings.notice),
        first_call=at(day, settings.first_call),
        count=at(day, settings.count),
        cutoff=cutoff,
        publish=publish,
        shifted=day != week.friday,
        estimated=calendar.is_estimated(day),
    )


def reporting_week(moment: datetime, settings: WeeklySettings, calendar: WorkCalendar) -> Week:
    """The week for which a report counts that is made at a moment.

    It is the week of the day, or an earlier one while its postponed cut-off is still ahead, or the next where the
    week is joined to it.
    """
    today = local(moment).date()
    week = Week.of(today)
    for earlier in weeks_before(week):
        day = cutoff_day(earlier, settings.holiday_mode, calendar)
        if day is not None and today <= day and local(moment) <= at(day, settings.cutoff):
            return earlier
    while cutoff_day(week, settings.holiday_mode, calendar) is None:
        week = week.next
    return week


def weeks_before(week: Week, weeks: int = 3) -> list[Week]:
    """Some weeks before a week, oldest first; no holiday puts a cut-off off for longer."""
    return [Week.of(week.monday - timedelta(days=7 * back)) for back in range(weeks, 0, -1)]


def weeks_around(moment: datetime, weeks: int = 3) -> list[Week]:
    """The weeks whose cycles may have something due near a moment, oldest first."""
    middle = local(moment).date()
    return [Week.of(middle + timedelta(days=7 * offset)) for offset in range(-weeks, weeks + 1)]
