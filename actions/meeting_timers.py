"""What is to be done after a meeting, by working days from its end (S4-05, S4-11, S4-12, X02), and the day before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from actions.calls import answerable
from actions.meeting import ASSIGNED, TOPIC
from actions.to_office import tell_office
from language.wording import meeting as wording
from models.calendar import WorkCalendar, at, day_of, utc
from models.change import Change
from models.chat import bound_groups
from models.mailbox import Inbox, Outbox, Reply
from models.meeting import OPEN, Decision, Meeting
from models.people import Person, Unit
from models.policy import Office
from models.refusal import NoMeeting
from models.vocabulary import Why

TIMED = "meeting/"
MINUTES, CALL, LISTED = "minutes", "call", "listed"
ISSUED = "issued"
DAYS = {MINUTES: 1, CALL: 1, LISTED: 3}
"""Within how many working days after the end each is to be done."""
LOOKS_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that is to be done after a meeting, and by which day."""

    what: str
    by: date
    done: bool


async def begin(meeting: Meeting, office: Office, now: datetime, speaker: Person | None = None) -> str:
    """Start the timers of a meeting that has ended; the office, but who said so, hears what is to be done by when."""
    await Change.create(key=_key(meeting, "ended"), new=meeting.kind, at=utc(now))
    text = wording.after(meeting.kind, meeting.serial, day_of(now), await _lines(meeting, office.calendar), day_of(now))
    reply = Reply(text, why=Why.MEETING)
    await tell_office(_key(meeting, "ended"), reply, now, but=speaker.id if speaker else None)
    return text


async def remind(office: Office, now: datetime) -> None:
    """Tell the office what falls due today or is overdue, once a day; and whom tomorrow's meeting concerns."""
    today = day_of(now)
    for meeting in await _timed(now):
        tasks = [each for each in await _lines(meeting, office.calendar) if not each.done]
        reach = office.calendar.next_workday(today)
        asked = [each for each in tasks if each.by <= (reach if each.what == LISTED else today)]
        if asked and today <= office.calendar.add_workdays(day_of(_ended(meeting)), max(DAYS.values())):
            text = wording.due(meeting.kind, meeting.serial, asked, today)
            await tell_office(_key(meeting, f"due/{today}"), Reply(text, why=Why.MEETING), now)
    await _announce(office, now)


async def _announce(office: Office, now: datetime) -> None:
    """On the working day before a meeting: to the office, and to the units whose decisions are open."""
    today = day_of(now)
    until = at(office.calendar.next_workday(today) + timedelta(days=1), datetime.min.time())
    coming = Meeting.filter(starts_at__gt=utc(now), starts_at__lt=utc(until), ended_at=None)
    for meeting in await coming.order_by("starts_at"):
        assert meeting.starts_at is not None
        if day_of(meeting.starts_at) == today:
            continue
        head = wording.Coming(meeting.kind, meeting.serial, meeting.starts_at, meeting.place)
        mine = await _open_decisions(now)
        units = {unit.id: unit.name for unit in await Unit.all()}
        for person, lines in mine.values():
            text = wording.tomorrow_to_unit(head, units.get(person.unit_id or "", ""), lines, today)
            key = _key(meeting, f"tomorrow/{day_of(meeting.starts_at)}/{person.id}")
            await Outbox.put(key, Reply(text, why=Why.MEETING), now, person=person)
        total = sum(len(lines) for _, lines in mine.values())
        text = wording.tomorrow_to_office(head, total, await topics(now), today)
        await tell_office(_key(meeting, f"tomorrow/{day_of(meeting.starts_at)}"), Reply(text, why=Why.MEETING), now)


async def _open_decisions(now: datetime) -> dict[str, tuple[Person, list[str]]]:
    """The open decisions of each liaison who answers for them."""
    people = await answerable(day_of(now))
    found: dict[str, tuple[Person, list[str]]] = {}
    for each in await Decision.filter(state=OPEN).order_by("id").prefetch_related("meeting"):
        person = people.on_behalf(each.unit_id, each.project_id or "") if each.unit_id else None
        if person is not None and not person.is_office:
            found.setdefault(person.id, (person, []))[1].append(wording.decision(each.number, each.text))
    return found


async def mark(what: str, serial: int | None, person: Person, message: Inbox, now: datetime) -> Meeting:
    """Note that something that was to be done after the last meeting, or that of a number, is done."""
    meetings = [each for each in await _timed(now) if serial is None or each.serial in (serial, None)]
    if not meetings:
        raise NoMeeting
    for each in (MINUTES, ISSUED) if what == ISSUED else (what,):  # what is issued has been handed in
        await Change.create(key=_key(meetings[-1], each), new="done", person=person, message=message, at=utc(now))
    return meetings[-1]


async def call_for_topics(
    serial: int | None, person: Person, message: Inbox, office: Office, now: datetime
) -> tuple[int, date]:
    """Post the call for topics to the groups; to how many, and until when topics are taken."""
    meeting = await mark(CALL, None, person, message, now)
    today = day_of(now)
    listed = office.calendar.add_workdays(day_of(_ended(meeting)), DAYS[LISTED])
    until = max(listed, office.calendar.next_workday(today))
    groups = await bound_groups()
    text = wording.call(serial, until, day_of(now))
    for group in groups:
        await Outbox.put(_key(meeting, f"call/{message.id}/{group.id}"), Reply(text, why=Why.MEETING), now, chat=group)
    return len(groups), until


async def topics(now: datetime) -> list[str]:
    """What has been put forward for the next meeting since the last one."""
    held = await Meeting.filter(ended_at__lte=utc(now), kind__not=ASSIGNED).order_by("-ended_at").first()
    rows = Change.filter(key=TOPIC, at__lte=utc(now)).order_by("id")
    if held is not None and held.ended_at is not None:
        rows = rows.filter(at__gt=held.ended_at)
    return [str(row.new) for row in await rows]


async def tasks_of_last(now: datetime, office: Office) -> tuple[Meeting, Sequence[Task]] | None:
    """What is to be done after the last meeting whose end is known."""
    meetings = await _timed(now)
    return (meetings[-1], await _lines(meetings[-1], office.calendar)) if meetings else None


async def last_held(now: datetime) -> tuple[Meeting, str] | None:
    """The last meeting whose end is known, and how far its minutes are: issued, handed in, or nothing known."""
    meetings = await _timed(now)
    if not meetings:
        return None
    known = {row.key for row in await Change.filter(key__startswith=_key(meetings[-1], ""))}
    state = next((each for each in (ISSUED, MINUTES) if _key(meetings[-1], each) in known), "")
    return meetings[-1], state


async def _timed(now: datetime) -> list[Meeting]:
    """The meetings whose timers were started lately, the oldest first."""
    rows = await Change.filter(key__startswith=TIMED, key__endswith="/ended", at__gte=utc(now - LOOKS_BACK))
    numbers = [int(row.key.split("/")[1]) for row in rows]
    return await Meeting.filter(id__in=numbers or [0], ended_at__lte=utc(now)).order_by("ended_at", "id")


async def _lines(meeting: Meeting, calendar: WorkCalendar) -> Sequence[Task]:
    done = {row.key for row in await Change.filter(key__startswith=_key(meeting, ""))}
    ended = day_of(_ended(meeting))
    return [Task(what, calendar.add_workdays(ended, days), _key(meeting, what) in done) for what, days in DAYS.items()]


def _ended(meeting: Meeting) -> datetime:
    assert meeting.ended_at is not None  # only meetings that have ended have timers
    return meeting.ended_at


def _key(meeting: Meeting, what: str) -> str:
    return f"{TIMED}{meeting.id}/{what}"
