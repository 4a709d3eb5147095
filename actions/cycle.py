"""What the office changes about one week's cycle, and what liaisons ask of it: a later cut-off, no report, patience."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from actions import reminder
from models.calendar import Week, at, day_of, utc
from models.change import Change
from models.cycle import Times
from models.job_run import Cycle, Deferral
from models.mailbox import Inbox
from models.people import Absence, Person
from models.refusal import TooLate


async def move_cutoff(times: Times, clock: time, person: Person, now: datetime, day: date | None = None) -> datetime:
    """Another hour for this week's cut-off, on its own day or another of the week; only while it is ahead."""
    moved = at(day or day_of(times.cutoff), clock)
    if times.cutoff <= now or moved <= now:
        raise TooLate
    await _set(times.week, person, now, cutoff_at=utc(moved))
    return moved


async def move_publication(times: Times, clock: time, person: Person, now: datetime) -> datetime:
    """Another hour for this week's bulletin, behind its cut-off; only while it is ahead."""
    moved = at(day_of(times.publish), clock)
    if times.publish <= now or moved <= now or moved < times.cutoff:
        raise TooLate
    await _set(times.week, person, now, publish_at=utc(moved))
    return moved


async def skip_week(times: Times, reason: str, person: Person, now: datetime) -> None:
    """No report this week; only while the cut-off is ahead."""
    if times.cutoff <= now:
        raise TooLate
    await _set(times.week, person, now, skipped=True, reason=reason)


async def keep_week(times: Times, person: Person, now: datetime) -> None:
    """A week that was let off is reported after all; only while its cut-off is ahead."""
    if times.cutoff <= now:
        raise TooLate
    await _set(times.week, person, now, skipped=False, reason="")


async def _set(week: Week, person: Person, now: datetime, **values: object) -> None:
    await Cycle.update_or_create(values, week=str(week))
    told = {key: value.isoformat() if isinstance(value, datetime) else value for key, value in values.items()}
    await Change.create(key=f"cycle/{week}", new=told, person=person, at=utc(now))


async def defer(
    times: Times, person: Person, until: datetime, message: Inbox, now: datetime, whole_unit: bool = False
) -> None:
    """Let the nudges of this week wait until the hour somebody named, for themselves or for the whole unit."""
    await Deferral.create(
        week=str(times.week),
        person_id=reminder.EVERYBODY if whole_unit else person.id,
        unit_id=person.unit_id or "",
        until=utc(until),
        message_id=message.id,
        at=utc(now),
    )
    await reminder.spare_person(times.week, person, now)


async def pause_nudges(
    times: Times, person: Person, message: Inbox, now: datetime, units: Sequence[str] = (), today_only: bool = False
) -> None:
    """Nobody, or none of some units, is nudged any more in this cycle or today, until the office orders it."""
    until = at(day_of(now) + timedelta(days=1), time(0)) if today_only else times.cutoff
    for unit in units or ("",):
        await Deferral.create(
            week=str(times.week),
            person_id=reminder.OFFICE_PAUSED,
            unit_id=unit,
            until=utc(until),
            message_id=message.id,
            at=utc(now),
        )
        await reminder.spare_units(times.week, unit, now)
    paused = f"nudges paused: {', '.join(units)}" if units else "nudges paused"
    await Change.create(key=f"cycle/{times.week}", new=paused, person=person, at=utc(now))


async def resume_nudges(times: Times, units: Sequence[str] = ()) -> None:
    """An order to nudge ends a pause: of the units that were named, or every one."""
    paused = Deferral.filter(week=str(times.week), person_id=reminder.OFFICE_PAUSED)
    await (paused.filter(unit_id__in=["", *units]) if units else paused).delete()


async def note_absence(person: Person, substitute: Person | None, first: date, last: date) -> Absence:
    """Ask somebody else while a person is away; without a substitute the unit's other liaison, if there is one."""
    return await Absence.create(person=person, substitute=substitute, first_day=first, last_day=last)


async def end_absence(person: Person, now: datetime) -> bool:
    """Whoever is back is asked again from today on; false where they were not away."""
    today = day_of(now)
    running = Absence.filter(person=person, first_day__lte=today, last_day__gte=today)
    if not await running.exists():
        return False
    await running.filter(first_day=today).delete()
    await running.filter(first_day__lt=today).update(last_day=today - timedelta(days=1))
    return True


async def colleague(person: Person, said: str) -> Person | None:
    """The one colleague of the same unit whom a name means: 周凯, 小周, 老周; None where none or several fit."""
    surname = said[1:2] if said[:1] in ("小", "老") else ""
    found = await Person.filter(unit_id=person.unit_id, active=True).exclude(id=person.id).order_by("id")
    found = [each for each in found if not each.is_leader]  # a leader is never asked in place of a liaison
    fitting = [each for each in found if _means(said, surname, each.name)]
    return fitting[0] if len(fitting) == 1 else None


def means(said: str, name: str) -> bool:
    """Whether a word for a colleague fits the name of one."""
    return _means(said, said[1:2] if said[:1] in ("小", "老") else "", name)


def _means(said: str, surname: str, name: str) -> bool:
    """Whether a word for a colleague fits a name: 小周, 老周, 周凯, 周凯同志, 周科."""
    if surname and len(said) == 2:
        return name.startswith(surname)
    return (
        said == name
        or said.removesuffix("同志") == name
        or (len(said) >= 2 and said[1:] in _TITLES and name[0] == said[0])
    )


_TITLES = {"科", "科长", "主任", "股长", "工", "姐", "哥", "师傅"}
