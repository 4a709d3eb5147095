"""Meetings and what they decided: numbered (挂号), followed, closed by another than who asked for it (销号)."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from actions.calls import answerable, answerable_for
from actions.to_office import tell_office
from language.ledger_orders import Item, MeetingName
from language.same_matter import concerns_node
from language.settling import says_finished
from language.wording import common
from language.wording import ledger as wording
from models.calendar import at, day_of, utc
from models.change import Change
from models.mailbox import Inbox, Outbox, Reply
from models.meeting import APPLIED, CLOSED, OPEN, OWN_NUMBERS, Decision, Meeting
from models.people import Person, Unit
from models.project import PlanNode
from models.refusal import NoEvidence, NoSuchDecision, NoSuchRequest, OwnRequest
from models.report import Fact
from models.vocabulary import NodeKind, Role, Status, Why

JUST_HELD = timedelta(days=7)
"""A meeting whose end was noted so lately is the one whose decisions are entered now."""

ASSIGNED = "领导交办"
LONGEST_KIND = 20
NAMELESS = ("会", "会议")
"""会上定了三件: of a meeting that is called nothing more."""


async def note_meeting(kind: str, ended: bool, now: datetime) -> Meeting:
    """Note that a meeting has begun, or has ended."""
    moment = utc(now)
    return await Meeting.create(
        kind=kind[:LONGEST_KIND], starts_at=None if ended else moment, ended_at=moment if ended else None
    )


async def meeting_over(named: MeetingName, now: datetime) -> Meeting:
    """A meeting that has just ended: the one that was announced for today, else a new one."""
    coming = Meeting.filter(ended_at=None, starts_at__lte=utc(now), starts_at__gte=utc(now - JUST_HELD))
    for meeting in await coming.order_by("-starts_at"):
        if named.serial in (None, meeting.serial):
            meeting.ended_at = utc(now)
            await meeting.save(update_fields=["ended_at"])
            return meeting
    return await Meeting.create(kind=named.name[:LONGEST_KIND], serial=named.serial, ended_at=utc(now))


async def announce_meeting(named: MeetingName, starts_at: datetime, place: str) -> Meeting:
    """A meeting that is to come."""
    return await Meeting.create(kind=named.name, serial=named.serial, starts_at=utc(starts_at), place=place[:120])


async def meeting_of(named: MeetingName, now: datetime) -> Meeting:
    """The meeting whose decisions are entered: known by its number, just held, or new."""
    if named.serial is not None:
        known = await Meeting.filter(serial=named.serial).order_by("-id")
        for meeting in known:
            if meeting.kind == named.name or (meeting.ended_at is None and meeting.starts_at is not None):
                return await _ended(meeting, named, now)
    held = Meeting.filter(serial=None, ended_at__gte=utc(now - JUST_HELD), ended_at__lte=utc(now), decisions=None)
    just = await held.order_by("-ended_at").first()
    if just is not None:
        just.kind = just.kind if named.name in NAMELESS else named.name
        just.serial = named.serial or await _next_serial()
        await just.save(update_fields=["kind", "serial"])
        return just
    serial = named.serial or await _next_serial()
    return await Meeting.create(kind=named.name, serial=serial, ended_at=_moment(named.day, now))


async def _ended(meeting: Meeting, named: MeetingName, now: datetime) -> Meeting:
    if meeting.ended_at is None:
        await Meeting.filter(id=meeting.id).update(ended_at=_moment(named.day, now))
    return meeting


def _moment(day: date | None, now: datetime) -> datetime:
    """The end of a day that has passed, or now."""
    return utc(min(now, at(day, now.timetz().replace(tzinfo=None))) if day and day <= day_of(now) else now)


async def _next_serial() -> int:
    """A number for a meeting that has none of its own: above those that meetings are given, and no day of a year."""
    last = await Meeting.filter(serial__gt=OWN_NUMBERS).order_by("-serial").first()
    return (last.serial or OWN_NUMBERS) + 1 if last else OWN_NUMBERS + 1


async def assigned(now: datetime) -> Meeting:
    """What leaders assign outside of meetings stands under one heading a year."""
    for meeting in await Meeting.filter(kind=ASSIGNED).order_by("-id"):
        if meeting.ended_at is not None and day_of(meeting.ended_at).year == day_of(now).year:
            return meeting
    return await Meeting.create(kind=ASSIGNED, serial=await _next_serial(), ended_at=utc(now))


async def ordered_today(leader: Person, now: datetime) -> list[Decision]:
    """What a leader has ordered outside of meetings today."""
    noted = await Change.filter(person=leader, key__startswith="decision/", at__gte=utc(at(day_of(now), time())))
    numbers = {row.key.partition("/")[2] for row in noted if row.old is None and row.new == OPEN}
    open_ones = await Decision.filter(meeting__kind=ASSIGNED, state=OPEN).order_by("id").prefetch_related("meeting")
    return [each for each in open_ones if each.number in numbers]


GOES_ON = timedelta(hours=1)
"""So long after one decision was entered 还有一条 means another of the same meeting."""


async def just_entered(person: Person, now: datetime) -> Meeting | None:
    """The meeting of which somebody has entered a decision a moment ago."""
    noted = Change.filter(person=person, key__startswith="decision/", at__gte=utc(now - GOES_ON), at__lte=utc(now))
    numbers = [row.key.partition("/")[2] for row in await noted.order_by("-id") if row.old is None and row.new == OPEN]
    lately = await Decision.all().order_by("-id").limit(20).prefetch_related("meeting")
    return next((each.meeting for each in lately if numbers and each.number == numbers[0]), None)


async def ordered_by(leader: Person) -> list[Decision]:
    """What a leader has ordered outside of meetings, or the office has noted as his order."""
    noted = await Change.filter(person=leader, key__startswith="decision/", old=None)
    numbers = {row.key.partition("/")[2] for row in noted}
    rows = await Decision.filter(meeting__kind=ASSIGNED).order_by("id").prefetch_related("meeting", "unit")
    called = re.compile(rf"{leader.name[0]}(?:副?[区县市镇]长|书记|主任|指挥长|局长|部长)|{leader.name}")
    return [each for each in rows if each.number in numbers or called.search(each.text)]


async def register(
    meeting: Meeting, items: Sequence[Item], person: Person, message: Inbox, now: datetime
) -> list[Decision]:
    """Enter what was decided under its numbers; what stands there already is not entered again."""
    same = await Decision.filter(meeting__serial=meeting.serial).order_by("-serial")
    serial = same[0].serial if same else 0
    known = {(each.meeting_id, each.text) for each in same}
    made = []
    for item in items:
        if (meeting.id, item.text) in known:
            continue
        serial += 1
        decision = await Decision.create(
            meeting=meeting,
            serial=serial,
            text=item.text,
            project_id=item.project,
            unit_id=item.unit,
            person_id=item.person,
            due_on=item.due,
        )
        await _note(decision, None, OPEN, person, message, now)
        made.append(decision)
    await _tell_units(made, now)
    return made


async def _tell_units(made: Sequence[Decision], now: datetime) -> None:
    """Each unit hears of its own share, in one letter to whom it concerns there."""
    people = await answerable(day_of(now))
    told: dict[str, tuple[Person, list[Decision]]] = {}
    for decision in made:
        named = await Person.get_or_none(id=decision.person_id, role=Role.LIAISON.value) if decision.person_id else None
        whom = named or (people.on_behalf(decision.unit_id, decision.project_id or "") if decision.unit_id else None)
        if whom is not None:
            told.setdefault(whom.id, (whom, []))[1].append(decision)
    for person, mine in told.values():
        lines = [(each.number, each.text, each.due_on) for each in mine]
        unit = await Unit.get_or_none(id=person.unit_id)
        by_leader = mine[0].meeting.kind == ASSIGNED
        text = wording.assigned(unit.name if unit else "", lines, day_of(now), by_leader=by_leader)
        await Outbox.put(f"decision/{mine[0].id}/{person.id}", Reply(text, why=Why.DECISION), now, person=person)


async def tell_office_of_order(made: Sequence[Decision], leader: Person, now: datetime) -> None:
    """The office hears what a leader has ordered; what it ordered itself it knows."""
    if leader.is_office:
        return
    units = {unit.id: unit.name for unit in await Unit.all()}
    for decision in made:
        unit, today = units.get(decision.unit_id or "", ""), day_of(now)
        who = common.speaker(units.get(leader.unit_id or "", ""), leader)
        text = wording.ordered_to_office(decision.number, who, decision.text, unit, decision.due_on, today)
        await tell_office(f"decision/{decision.id}/ordered", Reply(text, why=Why.DECISION), now)


TOPIC = "topic"


async def propose_topic(words: str, person: Person, message: Inbox, now: datetime) -> None:
    """Note what somebody wants on the next agenda, and tell the office."""
    await Change.create(key=TOPIC, new=words, person=person, message=message, at=utc(now))
    unit = await Unit.get_or_none(id=person.unit_id)
    text = wording.topic_to_office(words, common.speaker(unit.name if unit else "", person))
    await tell_office(f"topic/{message.id}", Reply(text, why=Why.MEETING), now, but=person.id)


async def wish_topic(words: str, tried: bool, person: Person, message: Inbox, now: datetime) -> int:
    """What a unit wants on the next agenda; what nobody has dealt with before is parked until that is told (S4-07)."""
    noted = words if tried else f"{words}{wording.PARKED}"
    row = await Change.create(key=TOPIC, new=noted, person=person, message=message, at=utc(now))
    unit = await Unit.get_or_none(id=person.unit_id)
    text = wording.topic_to_office(noted, common.speaker(unit.name if unit else "", person), wished=True)
    await tell_office(f"topic/{message.id}", Reply(text, why=Why.MEETING), now)
    return row.id


async def topic_tried(topic: int, words: str, person: Person, message: Inbox, now: datetime) -> str:
    """By whom a topic was dealt with before, and to what end: it is parked no longer."""
    row = await Change.get(id=topic)
    told = f"{str(row.new).removesuffix(wording.PARKED)}（前期：{words}）"
    await Change.filter(id=topic).update(new=told)
    unit = await Unit.get_or_none(id=person.unit_id)
    text = wording.topic_to_office(told, common.speaker(unit.name if unit else "", person), wished=True)
    await tell_office(f"topic/{message.id}", Reply(text, why=Why.MEETING), now)
    return told


async def decision_of(meeting: int, item: int) -> Decision:
    """The decision of a number such as 24-03; raises NoSuchDecision."""
    query = Decision.filter(serial=item, meeting__serial=meeting).order_by("-id").prefetch_related("meeting", "unit")
    found = await query.first()
    if found is None:
        raise NoSuchDecision(f"{meeting:02d}-{item:02d}")
    return found


async def waiting() -> list[Decision]:
    """The decisions whose units have asked to close them."""
    return await Decision.filter(state=APPLIED).order_by("id").prefetch_related("meeting")


async def last_of(serial: int) -> Decision | None:
    """The last decision that was entered of the meeting of a number."""
    found = Decision.filter(meeting__serial=serial).order_by("-meeting_id", "-serial")
    return await found.prefetch_related("meeting").first()


async def note_progress(decision: Decision, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """How far it is, in the words of whoever says so."""
    await _say(decision, words, now)
    await _note(decision, decision.state, decision.state, person, message, now)
    await _tell_leader(decision, words, person, message, now)


async def _tell_leader(decision: Decision, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """A leader who has ordered something hears what the unit says to it."""
    if decision.meeting.kind != ASSIGNED:
        return
    ordered = await Change.filter(key=f"decision/{decision.number}").order_by("id").prefetch_related("person").first()
    leader = ordered.person if ordered else None
    if leader is not None and leader.is_leader and leader.id != person.id:
        unit = await Unit.get_or_none(id=person.unit_id)
        text = wording.heard(decision.number, decision.text, common.speaker(unit.name if unit else "", person), words)
        key = f"decision/{decision.id}/heard/{message.id}"
        await Outbox.put(key, Reply(text, why=Why.DECISION), now, person=leader)


async def ask_later(decision: Decision, words: str, day: date, person: Person, message: Inbox, now: datetime) -> None:
    """Tell the office that a unit wants a later day for a decision; only the office puts it off."""
    unit = await Unit.get_or_none(id=person.unit_id)
    who = common.speaker(unit.name if unit else "", person)
    text = wording.wants_later(decision.number, decision.text, who, words, day, day_of(now))
    reply = Reply(text, why=Why.DECISION, context={ASKER: person.id, DAY: day.isoformat()})
    await tell_office(f"{_asked_later(decision)}{message.id}", reply, now, but=person.id)


ASKER, DAY = "asker", "day"


def _asked_later(decision: Decision) -> str:
    return f"decision/{decision.id}/later/"


async def refuse_later(decision: Decision, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """The day stays: who asked for a later one last is told."""
    letters = Outbox.filter(key__startswith=_asked_later(decision)).order_by("-id").only("id", "context")
    asked = await letters.first()
    if asked is None:
        raise NoSuchRequest
    await _note(decision, decision.state, decision.state, person, message, now)
    asker = await Person.get(id=asked.context[ASKER])
    text = wording.later_refused(decision.number, decision.due_on, words, day_of(now))
    await Outbox.put(f"decision/{decision.id}/refused/{message.id}", Reply(text, why=Why.DECISION), now, person=asker)


async def lead(decision: Decision, item: Item, person: Person, message: Inbox, now: datetime) -> None:
    """Who leads it and until when, as the office has put right."""
    anew = item.unit is not None and item.unit != decision.unit_id
    decision.unit_id = item.unit or decision.unit_id
    decision.due_on = item.due or decision.due_on
    await decision.save(update_fields=["unit_id", "due_on"])
    await _note(decision, decision.state, decision.state, person, message, now)
    unit = await Unit.get_or_none(id=decision.unit_id)
    whom = await answerable_for(unit.id if unit else None, decision.project_id, now)
    if unit is not None and whom is not None and whom.id != person.id:
        text = wording.put_right(decision.number, unit.name, decision.due_on, day_of(now))
        if anew:  # who never heard of it must hear what it is
            line = (decision.number, decision.text, decision.due_on)
            text = wording.assigned(unit.name, [line], day_of(now))
        key = f"decision/{decision.id}/put_right/{message.id}"
        await Outbox.put(key, Reply(text, why=Why.DECISION), now, person=whom)


async def apply_closing(decision: Decision, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """Its unit says that it is carried out and on what ground; the office is told and decides."""
    if not words:
        raise NoEvidence(decision.number)
    before = decision.state
    await Decision.filter(id=decision.id).update(state=APPLIED, applied_by_id=person.id)
    await _say(decision, words, now)
    await _note(decision, before, APPLIED, person, message, now)
    await _tell_leader(decision, words, person, message, now)
    unit = await Unit.get_or_none(id=person.unit_id)
    text = wording.applied(decision.number, decision.text, unit.name if unit else person.name, words)
    key = f"decision/{decision.id}/applied/{message.id}"
    await tell_office(key, Reply(text, why=Why.DECISION), now, but=person.id)


async def close(decision: Decision, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """Close it (销号): on its unit's request and never by who asked, or with the office's own ground."""
    if decision.state == CLOSED:
        raise NoSuchDecision(decision.number, closed=True)
    if decision.applied_by_id == person.id:
        raise OwnRequest(decision.number)
    if decision.state != APPLIED and not words and not await _told_done(decision, person):
        raise NoEvidence(decision.number)
    before = decision.state
    await Decision.filter(id=decision.id).update(state=CLOSED, closed_at=utc(now))
    if words:
        await _say(decision, words, now)
    await _note(decision, before, CLOSED, person, message, now)
    await _tell_applicant(decision, wording.closed(decision.number, decision.text), message, now)


async def _told_done(decision: Decision, closer: Person) -> bool:
    """Whether its unit has said, and not who closes it, that it is carried out."""
    if await _works_done(decision, closer):
        return True
    if not says_finished(decision.progress):
        return False
    last = await Change.filter(key=f"decision/{decision.number}").order_by("-id").first()
    return last is not None and last.person_id != closer.id


async def _works_done(decision: Decision, closer: Person) -> bool:
    """Whether a node of the sort that was decided about has been reported done, by another than who closes it."""
    for node in await PlanNode.filter(project_id=decision.project_id) if decision.project_id else ():
        if not concerns_node(decision.text, node.name, NodeKind(node.kind)):
            continue
        told = await Fact.filter(node_id=node.id, key="status").order_by("-said_at", "-id").first()
        if told is not None and told.value == Status.DONE.value and told.person_id != closer.id:
            return True
    return False


async def was_returned(decision: Decision) -> bool:
    """Whether the office gave its last request to close it back."""
    last = await Change.filter(key=f"decision/{decision.number}", old=APPLIED).order_by("-id").first()
    return decision.state == OPEN and last is not None and last.new == OPEN


async def dispute(decision: Decision, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """Its unit says that it is not for it to do: the office hears of it at once and decides."""
    await note_progress(decision, words, person, message, now)
    unit = await Unit.get_or_none(id=person.unit_id)
    text = wording.disputed(decision.number, decision.text, common.speaker(unit.name if unit else "", person), words)
    key = f"decision/{decision.id}/disputed/{message.id}"
    await tell_office(key, Reply(text, why=Why.DECISION), now, but=person.id)


async def give_back(decision: Decision, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """It is not carried out, or not shown to be (退回): open again, and who asked is told why."""
    if decision.state != APPLIED:
        raise NoSuchDecision(decision.number, closed=decision.state == CLOSED)
    await Decision.filter(id=decision.id).update(state=OPEN)
    await _note(decision, APPLIED, OPEN, person, message, now)
    await _tell_applicant(decision, wording.returned(decision.number, decision.text, words), message, now)
    await Decision.filter(id=decision.id).update(applied_by_id=None)


async def _tell_applicant(decision: Decision, text: str, message: Inbox, now: datetime) -> None:
    if decision.applied_by_id:
        person = await Person.get(id=decision.applied_by_id)
        key = f"decision/{decision.id}/decided/{message.id}"
        await Outbox.put(key, Reply(text, why=Why.DECISION), now, person=person)


async def _say(decision: Decision, words: str, now: datetime) -> None:
    await Decision.filter(id=decision.id).update(progress=words, progress_at=utc(now))


async def _note(decision: Decision, old: str | None, new: str, person: Person, message: Inbox, now: datetime) -> None:
    await Change.create(
        project_id=decision.project_id,
        key=f"decision/{decision.number}",
        old=old,
        new=new,
        person=person,
        message=message,
        at=utc(now),
    )
