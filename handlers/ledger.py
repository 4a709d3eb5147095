"""Orders and words about what meetings decided, and about who is on duty."""

from dataclasses import replace
from datetime import date, time, timedelta

from actions import alert, meeting
from handlers import noted, ruled
from handlers.report import take_reports
from handlers.turn import Turn
from language.clock_words import find_clock
from language.dates import Direction, find_dates
from language.demands import points_back, read_demand, read_topic
from language.ledger_orders import Item, read_item, read_items, read_meeting
from language.meeting_orders import topics_in
from language.office_orders import MORE, OfficeOrder, OfficeOrderName
from language.problem_charges import gives_to
from language.requests import asks_to_postpone
from language.settling import ground_in
from language.wording import common
from language.wording import ledger as wording
from models.calendar import at
from models.dialogue import last_subject
from models.meeting import CLOSED, Decision
from models.people import Person, Unit
from models.permission import ABOVE
from models.refusal import NoSuchDecision, Unfinished
from models.vocabulary import Role

MORNING = time(9)


async def register_decisions(turn: Turn, order: OfficeOrder) -> str:
    """What a meeting decided, one by one under its numbers."""
    if order.subject == MORE:
        return await _one_more(turn, order)
    named = read_meeting(order.words, turn.now, turn.lexicon)
    if named is None:
        raise Unfinished("是哪次会议议定的")
    items = read_items(named.rest, turn.now, turn.lexicon)
    if not items:
        raise Unfinished("议定了哪些事项")
    held = await meeting.meeting_of(named, turn.now)
    made = await meeting.register(held, items, _speaker(turn), turn.message, turn.now)
    return wording.registered(held.kind, held.serial, await _lines(made), turn.today)


async def goes_on(turn: Turn) -> bool:
    """Whether 还有一条 follows a decision that the speaker has just entered."""
    return await meeting.just_entered(_speaker(turn), turn.now) is not None


async def _one_more(turn: Turn, order: OfficeOrder) -> str:
    held = await meeting.just_entered(_speaker(turn), turn.now)
    items = read_items(order.words, turn.now, turn.lexicon)
    if held is None or not items:
        raise Unfinished("议定了哪些事项")
    made = await meeting.register(held, items, _speaker(turn), turn.message, turn.now)
    return wording.registered(held.kind, held.serial, await _lines(made), turn.today)


def wanted_by(turn: Turn, text: str) -> tuple[OfficeOrder, ...]:
    """What a leader tells a unit to do, or wants on an agenda, in his own words; nobody else's words are read so.

    Plain orders (让, 责成) of the office and the inspectors too: the office's count, the inspectors' are refused.
    """
    role = Role(_speaker(turn).role)
    if role not in ABOVE:
        return ()
    demand = read_demand(text, turn.lexicon)
    if demand is not None and (demand.plain or role is Role.LEADER):
        return (OfficeOrder(OfficeOrderName.ASSIGN, words=demand.words),)
    topic = read_topic(text, turn.lexicon.people_names) if role is not Role.SUPERVISOR else None
    return (OfficeOrder(OfficeOrderName.PROPOSE_TOPIC, words=topic),) if topic else ()


async def assign(turn: Turn, order: OfficeOrder) -> str:
    """What a leader wants done outside of any meeting, of the project that is spoken of where it names none."""
    if points_back(order.words) and (kept := await meeting.ordered_today(_speaker(turn), turn.now)):
        return wording.kept(await _lines(kept), turn.today)
    item = read_item(order.words.strip(" 。；"), turn.now, turn.lexicon)
    demand = read_demand(order.words, turn.lexicon)
    if demand is not None:
        item = replace(item, unit=demand.unit, person=demand.person)
    if item.project is None and (spoken := await _spoken_of(turn)) and _concerns(turn, spoken, item.unit):
        item = replace(item, project=spoken, text=f"{turn.lexicon.registry.projects[spoken].name}：{item.text}")
    held = await meeting.assigned(turn.now)
    made = await meeting.register(held, [item], _speaker(turn), turn.message, turn.now)
    await meeting.tell_office_of_order(made, _speaker(turn), turn.now)
    return wording.ordered(await _lines(made), turn.today)


def _concerns(turn: Turn, project: str, unit: str | None) -> bool:
    """Whether a unit has to do with a project: what another one is told to do is about something else."""
    entry = turn.lexicon.registry.projects[project]
    return unit in (None, entry.lead_unit, *entry.support_units, *(node.unit for node in entry.nodes))


async def propose_topic(turn: Turn, order: OfficeOrder) -> str:
    """What is to be put on the next agenda; 这个 is what is spoken of."""
    words = order.words.strip()
    if words in ("这", "这个", "这件", "它", "此", "该事项", "这事", "这件事", "这个事", "这项"):
        spoken = await _spoken_of(turn)
        if spoken is None:
            raise Unfinished("列入议题的是哪个项目、什么事")
        words = turn.lexicon.registry.projects[spoken].name
    await meeting.propose_topic(words, _speaker(turn), turn.message, turn.now)
    return wording.topic_proposed(words)


async def _spoken_of(turn: Turn) -> str | None:
    """The one project that the speaker spoke of last here, while that is fresh."""
    fresh = turn.now - timedelta(minutes=turn.office.policy.follow_up_minutes)
    found = await last_subject(turn.chat, turn.person, fresh)
    projects = found.data.get("projects", []) if found else []
    return projects[0] if len(projects) == 1 else None


async def register_meeting(turn: Turn, order: OfficeOrder) -> str:
    """A meeting that is to come: its day, its hour, its place."""
    named = read_meeting(order.words, turn.now, turn.lexicon)
    spans = find_dates(order.words, turn.now, turn.lexicon.registry.festivals)
    days = [day for span in spans if (day := span.deadline()) is not None]
    if named is None or not days:
        raise Unfinished("会议名称和日期")
    starts = at(days[0], find_clock(order.words) or MORNING)
    parts = [part.strip() for part in order.words.replace("，", ",").split(",")]
    places = [part for part in parts[1:] if part.endswith(("室", "楼", "厅", "中心", "现场", "部"))]
    place = next((part for part in places if part.startswith("地点")), places[0] if places else "")
    place = place.removeprefix("地点").lstrip("在：: ")
    await meeting.announce_meeting(named, starts, place)
    for topic in topics_in(order.words):
        await meeting.propose_topic(topic, _speaker(turn), turn.message, turn.now)
    return wording.meeting_noted(named.name, named.serial, starts, place, turn.today)


async def close_decision(turn: Turn, order: OfficeOrder) -> str:
    """The office closes it."""
    decision = await _decision(order)
    await meeting.close(decision, order.words, _speaker(turn), turn.message, turn.now)
    return wording.closed(decision.number, decision.text)


async def return_decision(turn: Turn, order: OfficeOrder) -> str:
    """The office gives a request to close it back."""
    decision = await _decision(order)
    await meeting.give_back(decision, order.words, _speaker(turn), turn.message, turn.now)
    return wording.returned(decision.number, decision.text, order.words)


async def refuse_later(turn: Turn, order: OfficeOrder) -> str:
    """The office refuses a unit the later day it asked for."""
    decision = await _decision(order)
    await meeting.refuse_later(decision, order.words, _speaker(turn), turn.message, turn.now)
    return wording.later_refused(decision.number, decision.due_on, order.words, turn.today)


async def apply_closing(turn: Turn, order: OfficeOrder) -> str:
    """A unit asks to close it."""
    decision = await _decision(order)
    await meeting.apply_closing(decision, ground_in(order.words), _speaker(turn), turn.message, turn.now)
    return await _with_ended(turn, decision, order.words, wording.asked_to_close(decision.number))


async def _with_ended(turn: Turn, decision: Decision, words: str, told: str) -> str:
    """What is told done of the works beside a decision's number is recorded as ever."""
    ended = None if _speaker(turn).is_office else noted.ended_in(turn, decision, words)
    replies = await take_reports(turn, ended) if ended else ()
    return "\n".join([*(reply.text for reply in replies), told])


async def note_progress(turn: Turn, order: OfficeOrder) -> str:
    """How far it is; from the office, words that only name who leads it or until when put that right.

    A unit that wants a later day is passed on to the office: it is no progress that a day is hoped for.
    """
    item = read_item(order.words, turn.now, turn.lexicon)
    if made := await _added(turn, order, item):
        return wording.registered(made[0].meeting.kind, made[0].meeting.serial, await _lines(made), turn.today)
    decision = await _decision(order)
    leads = item.unit and gives_to(order.words, turn.lexicon)
    if (
        _speaker(turn).is_office
        and not leads
        and (ruled_so := await ruled.on(turn, _speaker(turn), decision, order.words))
    ):
        return ruled_so
    later = item.due is not None and asks_to_postpone(order.words)
    if _speaker(turn).is_office and (leads or later):
        await meeting.lead(decision, item, _speaker(turn), turn.message, turn.now)
        unit = await Unit.get_or_none(id=decision.unit_id)
        return wording.put_right(decision.number, unit.name if unit else "", decision.due_on, turn.today)
    if not _speaker(turn).is_office and (not later or decision.due_on is not None):
        told = await noted.note(turn, _speaker(turn), decision, order.words)
        return await _with_ended(turn, decision, order.words, told)
    await meeting.note_progress(decision, order.words, _speaker(turn), turn.message, turn.now)
    if later and item.due is not None:
        await meeting.ask_later(decision, order.words, item.due, _speaker(turn), turn.message, turn.now)
        return wording.later_asked(decision.number, item.due, turn.today)
    return wording.noted(decision.number)


async def _added(turn: Turn, order: OfficeOrder, item: Item) -> list[Decision]:
    """What the office enters under the number that follows a meeting's last (24-04 …，水利局负责，月底前)."""
    last = await _follows(turn, order, item)
    return await meeting.register(last.meeting, [item], _speaker(turn), turn.message, turn.now) if last else []


async def _follows(turn: Turn, order: OfficeOrder, item: Item) -> Decision | None:
    """The last decision of its meeting, where the office gives the number after it to something that has a unit."""
    if not _speaker(turn).is_office or item.unit is None or order.number is None:
        return None
    last = await meeting.last_of(order.number)
    return last if last is not None and order.item == last.serial + 1 else None


async def set_duty(turn: Turn, order: OfficeOrder) -> str:
    """Which leader is told of danger, for some days or from now on."""
    when, who = order.words.split("\n", 1)
    leader = await alert.find_leader(who)
    first, last = turn.today, None
    for span in find_dates(when, turn.now, turn.lexicon.registry.festivals):
        days = span.resolve(Direction.PLAN)
        if days is not None:
            first, last = days.first or turn.today, days.last
            break
    await alert.set_duty(leader, max(first, turn.today), last, _speaker(turn), turn.message, turn.now)
    return wording.duty_set(common.title_of(leader), leader.name, max(first, turn.today), last, turn.today)


async def is_own(turn: Turn, order: OfficeOrder) -> bool:
    """Whether an order's number is that of an open decision that the speaker's unit, or the office, may speak to."""
    person = _speaker(turn)
    try:
        decision = await _decision(order)
    except NoSuchDecision:
        return bool(await _follows(turn, order, read_item(order.words, turn.now, turn.lexicon)))
    return decision.state != CLOSED and (person.is_office or decision.unit_id in (None, person.unit_id))


async def _decision(order: OfficeOrder) -> Decision:
    return await meeting.decision_of(order.number or 0, order.item or 0)


async def _lines(made: list[Decision]) -> list[tuple[str, str, str, date | None]]:
    units = {unit.id: unit.name for unit in await Unit.all()}
    return [(each.number, each.text, units.get(each.unit_id or "", ""), each.due_on) for each in made]


def _speaker(turn: Turn) -> Person:
    assert turn.person is not None  # routing reads orders only from people who are known
    return turn.person
