"""Who has reported in a week, who is late and who is missing; the week's cut-off as the office may have moved it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from models.calendar import Week, WorkCalendar, at, utc
from models.cycle import Times, times_of
from models.exemption import AGREED, pairs_in
from models.job_run import Cycle
from models.policy import WeeklySettings
from models.report import WeeklyReport, Withdrawal
from models.standing import ProjectStanding, by_unit, standings
from models.store.quick import Select

_CYCLE = Select(Cycle, 'WHERE "week" = $1')


async def cycle_times(week: Week, settings: WeeklySettings, calendar: WorkCalendar) -> Times | None:
    """The moments of a week's cycle with the office's own changes; None where there is no report this week."""
    changed = await _CYCLE.first(str(week))
    if changed and changed.skipped:
        return None
    return times_of(week, settings, calendar, changed.cutoff_at if changed else None)


async def times_of_weeks(weeks: Sequence[Week], settings: WeeklySettings, calendar: WorkCalendar) -> list[Times]:
    """The moments of some weeks' cycles with the office's own changes; weeks without a report left out."""
    known = Cycle.filter(week__gte=str(min(weeks)), week__lte=str(max(weeks)))
    changed = {row.week: row for row in await known}
    found = []
    for week in weeks:
        own = changed.get(str(week))
        times = None if own and own.skipped else times_of(week, settings, calendar, own.cutoff_at if own else None)
        if times is not None:
            found.append(times)
    return found


async def cutoff_of(week: Week, settings: WeeklySettings, calendar: WorkCalendar) -> datetime | None:
    """When a week's reports are due; None where there is no report this week."""
    times = await cycle_times(week, settings, calendar)
    return times.cutoff if times else None


@dataclass(frozen=True, slots=True)
class WeekState:
    """How a week's reports stand: unit ids, each in the order of the ids; `late` reported after the cut-off.

    `owed` names for each missing unit the projects on which it has yet to report.
    """

    week: Week
    cutoff: datetime | None
    reported: tuple[str, ...]
    late: tuple[str, ...]
    missing: tuple[str, ...]
    owed: dict[str, tuple[str, ...]]


async def week_state(
    week: Week,
    now: datetime,
    settings: WeeklySettings,
    calendar: WorkCalendar,
    scope: Sequence[str] | None = None,
) -> WeekState:
    """How a week's reports stand at a moment, on all projects or on those of a group.

    A unit is complete when it has reported on every project that it leads or holds an open node of, as things stood
    at that moment, or, where it has passed, at the cut-off: what was finished later was owed all the same.
    """
    cutoff = await cutoff_of(week, settings, calendar)
    spared = await pairs_in(AGREED, min(now, at(week.next.monday, time())))
    owing = by_unit(await standings(min(now, cutoff) if cutoff else now, scope or None), spared)
    rows = [row for row in await _counting(week, now) if not scope or row.project_id in scope]
    reported, late, missing, owed = [], [], [], {}
    for unit in sorted({*owing, *(row.unit_id for row in rows)}):
        done = {row.project_id for row in rows if row.unit_id == unit}
        left = [standing.project.id for standing in owing.get(unit, ()) if standing.project.id not in done]
        if left:
            missing.append(unit)
            owed[unit] = tuple(left)
        elif _in_time(unit, rows, owing.get(unit, [])):
            reported.append(unit)
        else:
            late.append(unit)
    return WeekState(week, cutoff, tuple(reported), tuple(late), tuple(missing), owed)


async def _counting(week: Week, now: datetime) -> list[WeeklyReport]:
    """The reports of a week that count at a moment, in the order in which they were made."""
    withdrawn = {each.message_id for each in await Withdrawal.filter(at__lte=utc(now)).only("id", "message_id")}
    rows = await WeeklyReport.filter(week=str(week), said_at__lte=utc(now)).order_by("said_at", "id")
    return [row for row in rows if row.message_id not in withdrawn]


def _in_time(unit: str, rows: list[WeeklyReport], owing: list[ProjectStanding]) -> bool:
    """Whether everything a unit owes had been reported by the cut-off."""
    in_time = {row.project_id for row in rows if row.unit_id == unit and row.on_time}
    owed = {standing.project.id for standing in owing}
    return owed <= in_time if owed else bool(in_time)
