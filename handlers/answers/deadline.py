"""When the weekly report is due, and whether a holiday moves it."""

from datetime import date

from handlers.turn import Turn
from language.dates import find_dates
from language.due_questions import asks_about_next_week, asks_about_week_after_holiday
from language.understanding import Query
from language.wording.answers import deadline as wording
from models.calendar import DAY, Week, WorkCalendar
from models.cycle import cutoff_day, reporting_week
from models.mailbox import Reply
from models.weekly import cycle_times


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The cut-off of the week that is asked about, or of the one its report is joined to."""
    office = turn.office
    week = reporting_week(turn.now, office.weekly, office.calendar)
    if asks_about_next_week(turn.message.text):
        week = turn.week.next
    elif asks_about_week_after_holiday(turn.plain):
        week = _after_days_off(turn.today, office.calendar)
    else:
        # 国庆那周: the next one, whatever the question was taken for.
        spans = find_dates(turn.message.text, turn.now, turn.lexicon.registry.festivals)
        days = [day for span in spans if (day := span.deadline()) is not None]
        week = max([week, *(Week.of(day) for day in days)])
    times = await cycle_times(week, office.weekly, office.calendar)
    if times is not None:
        return (Reply(wording.due(week, times, turn.today)),)
    if cutoff_day(week, office.weekly.holiday_mode, office.calendar) is not None:
        return (Reply(wording.called_off(week)),)
    into = week.next
    while (times := await cycle_times(into, office.weekly, office.calendar)) is None:
        into = into.next
    return (Reply(wording.joined(week, times, turn.today)),)


def _after_days_off(today: date, calendar: WorkCalendar) -> Week:
    """The week in which work is taken up again after the next days off that a weekend alone does not make."""
    day, off = today, False
    for _ in range(60):
        off = off or (day.weekday() < 5 and not calendar.is_workday(day))
        if off and calendar.is_workday(day):
            return Week.of(day)
        day += DAY
    return Week.of(today).next
