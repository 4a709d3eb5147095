"""Who has reported in a week, who is late and who is missing; the week's cut-off as the office may have moved it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from models.calendar import Week, WorkCalendar, at, utc
from models.cycle import Times, times_of
from models.exemption import AGREED, pairs_in
from models.job_run import Cycle
from models.policy import WeeklySettings
from models.report import WeeklyReport, Withdrawal
from models.standing import ProjectStanding, by_unit, standings
from models.store.quick import Select

MOMENT = timedelta(seconds=1)
_CYCLE = Select(Cycle, 'WHERE "week" = $1')


async def cycle_times(week: Week, settings: WeeklySettings, calendar: WorkCalendar) -> Times | None:
    """The moments of a week's cycle with the office's own changes; None where there is no report this week."""
    changed = await _CYCLE.first(str(week))
    if changed and changed.skipped:
        return None
    return _times(week, settings, calendar, changed)


def _times(week: Week, settings: WeeklySettings, calendar: WorkCalendar, changed: Cycle | None) -> Times | None:
    if changed is None:
        return times_of(week, settings, calendar)
    return times_of(week, settings, calendar, changed.cutoff_at, changed.publish_at)


async def times_of_weeks(weeks: Sequence[Week], settings: WeeklySettings, calendar: WorkCalendar) -> list[Times]:
    """The moments of some weeks' cycles with the office's own changes; weeks without a report left out."""
    known = Cycle.filter(week__gte=str(min(weeks)), week__lte=str(max(weeks)))
    changed = {row.week: row for row in await known}
    found = []
    for week in weeks:
        own = changed.get(str(week))
        times = None if own and own.skipped else _times(week, settings, calendar, own)
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
    at that moment, or, where it has passed, at the cut-off: what was finished later was owed all the same. What comes
    before the next notice is late for a unit that had not reported, whatever week it says it is for.
    """
    cutoff = await cutoff_of(week, settings, calendar)
    owing = await _owing(week, now, cutoff, scope)
    rows = await _reports_for(week, now, settings, calendar, owing)
    rows = [row for row in rows if not scope or row.project_id in scope]
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


async def _owing(
    week: Week, now: datetime, cutoff: datetime | None, scope: Sequence[str] | None = None
) -> dict[str, list[ProjectStanding]]:
    """What each unit owes a report on."""
    spared = await pairs_in(AGREED, min(now, at(week.next.monday, time())))
    return by_unit(await standings(min(now, cutoff) if cutoff else now, scope or None), spared)


async def reports_for(
    week: Week, now: datetime, settings: WeeklySettings, calendar: WorkCalendar
) -> list[WeeklyReport]:
    """The reports that count for a week at a moment, in the order in which they were made."""
    cutoff = await cutoff_of(week, settings, calendar)
    return await _reports_for(week, now, settings, calendar, await _owing(week, now, cutoff))


async def _reports_for(
    week: Week, now: datetime, settings: WeeklySettings, calendar: WorkCalendar, owing: dict[str, list[ProjectStanding]]
) -> list[WeeklyReport]:
    rows = await _counting(week, now)
    return rows + [row for row in await _made_up(week, now, settings, calendar) if _is_owed(row, rows, owing)]


async def _counting(week: Week, now: datetime) -> list[WeeklyReport]:
    """The reports of a week that count at a moment, in the order in which they were made."""
    withdrawn = {each.message_id for each in await Withdrawal.filter(at__lte=utc(now)).only("id", "message_id")}
    rows = await WeeklyReport.filter(week=str(week), said_at__lte=utc(now)).order_by("said_at", "id")
    return [row for row in rows if row.message_id not in withdrawn]


async def _made_up(week: Week, now: datetime, settings: WeeklySettings, calendar: WorkCalendar) -> list[WeeklyReport]:
    """The reports of the week after, until its own notice; for this week they are late."""
    if now < at(week.next.monday, time()):
        return []
    times = await cycle_times(week.next, settings, calendar)
    rows = await _counting(week.next, min(now, times.notice - MOMENT) if times else now)
    for row in rows:
        row.on_time = False
    return rows


def _is_owed(row: WeeklyReport, rows: list[WeeklyReport], owing: dict[str, list[ProjectStanding]]) -> bool:
    """Whether a unit owed a report on a project, and had made none."""
    owed = any(standing.project.id == row.project_id for standing in owing.get(row.unit_id, ()))
    return owed and not any((each.unit_id, each.project_id) == (row.unit_id, row.project_id) for each in rows)


def _in_time(unit: str, rows: list[WeeklyReport], owing: list[ProjectStanding]) -> bool:
    """Whether everything a unit owes had been reported by the cut-off."""
    in_time = {row.project_id for row in rows if row.unit_id == unit and row.on_time}
    owed = {standing.project.id for standing in owing}
    return owed <= in_time if owed else bool(in_time)
