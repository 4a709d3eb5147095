"""A meeting that was announced is held at another time or not at all; who was told of it hears so."""

from datetime import date, datetime, time

from actions.meeting_timers import TIMED
from language.wording import meeting as wording
from models.calendar import Week, at, day_of, local, utc
from models.change import Change
from models.mailbox import Inbox, Outbox, Reply
from models.meeting import Meeting
from models.people import Person
from models.vocabulary import Why

OFF = "/off"


async def coming(kind: str, day: date | None, now: datetime) -> list[Meeting]:
    """The meetings that are to come, of a sort and on a day where these were said."""
    rows = await Meeting.filter(starts_at__gt=utc(now), ended_at=None).order_by("starts_at")
    there = [each for each in rows if day is None or _day(each) == day]
    return [each for each in there if kind in wording.name(each.kind, None)] or (there if day else [])


async def move(
    meeting: Meeting, day: date | None, clock: time | None, person: Person, message: Inbox, now: datetime
) -> str:
    """Hold it on another day, at another hour, or both."""
    old = local(_starts(meeting))
    new = at(day or old.date(), clock or old.timetz().replace(tzinfo=None))
    meeting.starts_at = utc(new)
    await meeting.save(update_fields=["starts_at"])
    key = f"{TIMED}{meeting.id}/moved"
    await Change.create(key=key, old=old.isoformat(), new=new.isoformat(), person=person, message=message, at=utc(now))
    text = wording.moved(meeting.kind, meeting.serial, old, new, day_of(now))
    await _tell_those_told(meeting, text, person, message, now)
    return text


async def call_off(meeting: Meeting, person: Person, message: Inbox, now: datetime) -> str:
    """It is not held."""
    old = local(_starts(meeting))
    meeting.starts_at = None
    await meeting.save(update_fields=["starts_at"])
    key = f"{TIMED}{meeting.id}{OFF}"
    await Change.create(key=key, old=old.isoformat(), new=meeting.kind, person=person, message=message, at=utc(now))
    text = wording.called_off(meeting.kind, meeting.serial, old, day_of(now))
    await _tell_those_told(meeting, text, person, message, now)
    return text


async def skip_regular(kind: str, day: date | None, person: Person, message: Inbox, now: datetime) -> str:
    """The regular meeting of this week is not held, of which no day was announced."""
    last = day or Week.of(day_of(now)).sunday
    key = f"{TIMED}week/{last.isoformat()}{OFF}"
    await Change.create(
        key=key, old=at(last, time(23)).isoformat(), new=kind, person=person, message=message, at=utc(now)
    )
    return wording.week_off(kind)


async def last_called_off(now: datetime) -> str:
    """That a meeting which would be to come was called off; empty where none was."""
    for row in await Change.filter(key__startswith=TIMED, key__endswith=OFF, at__lte=utc(now)).order_by("-id"):
        old = datetime.fromisoformat(str(row.old))
        if "/week/" in row.key and Week.of(day_of(old)) == Week.of(day_of(now)):
            return wording.week_off(str(row.new))
        if day_of(old) >= day_of(now) and "/week/" not in row.key:
            return wording.called_off(str(row.new), None, old, day_of(now))
    return ""


async def _tell_those_told(meeting: Meeting, text: str, person: Person, message: Inbox, now: datetime) -> None:
    """Whoever had the word on the day before hears that it is otherwise."""
    letters = await Outbox.filter(key__startswith=f"{TIMED}{meeting.id}/tomorrow/").only("id", "person_id")
    for one in sorted({letter.person_id for letter in letters if letter.person_id} - {person.id}):
        reply = Reply(wording.otherwise(text), why=Why.MEETING)
        key = f"{TIMED}{meeting.id}/otherwise/{message.id}/{one}"
        await Outbox.put(key, reply, now, person=await Person.get(id=one))


def _starts(meeting: Meeting) -> datetime:
    assert meeting.starts_at is not None  # only what is to come is changed
    return meeting.starts_at


def _day(meeting: Meeting) -> date:
    return day_of(_starts(meeting))
