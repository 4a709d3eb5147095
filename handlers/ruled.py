"""The office's, or a leader's, word on a day in the ledgers: 最多给到20号, 不行，还是4月10号, 延期不批，按原来的办."""

from collections.abc import Sequence
from datetime import date

from actions import later, meeting, plan_change
from actions.to_office import tell_office
from handlers import shown
from handlers.meant import decisions_meant, projects_named
from handlers.turn import Turn
from language.ledger_orders import read_item
from language.ledger_words import hands_over_matter, points_at_matter, stays_open
from language.numerals import small_number
from language.office_orders import read_verdict
from language.problem_charges import gives_to
from language.rulings import Ruling, behind_ordinal, ordinal_in, read_ruling, speaks_of_delay
from language.settling import asks_closing, looked_into, numbers_in, says_finished
from language.wording import common
from language.wording import ledger as wording
from language.wording import office as office_wording
from models.change import Change
from models.mailbox import Reply
from models.meeting import APPLIED, CLOSED, OPEN, Decision
from models.people import Person, Unit
from models.project import PlanChange
from models.vocabulary import Role, Why


async def answer(turn: Turn) -> tuple[Reply, ...] | None:
    """Say what has become of the one day that is meant; None where nothing is ruled, or it cannot be told of what."""
    if turn.person is not None and Role(turn.person.role) is Role.LEADER and asks_closing(turn.plain):
        return await _closed_by_leader(turn, turn.person)
    person, ruling = turn.person, _ruling(turn)
    if person is None or ruling is None:
        return None
    words = turn.plain
    if (nth := await _nth(turn, person)) is not None:
        told = await on(turn, person, nth, behind_ordinal(words), named=True)
        return (Reply(told),) if told else None
    if stays_open(words) and await meeting.waiting():
        return None  # 图上没盖章，退回去: what waits to be closed goes back
    found = await _meant(turn, person, ruling)
    if isinstance(found, PlanChange):
        return await _refused(turn, person, found) if ruling.denies else None
    if found is None:
        return None
    told = await _on_day(turn, person, found, ruling, named=True)
    return (Reply(told),) if told else None


async def _closed_by_leader(turn: Turn, leader: Person) -> tuple[Reply, ...] | None:
    """方案看了，可以，这件事销了吧: what the leader has ordered is closed on his word; the office hears of it."""
    ordered = [each for each in await meeting.ordered_by(leader) if each.state != CLOSED]
    numbers = numbers_in(turn.plain)
    meant = [each for each in ordered if (each.meeting.serial, each.serial) in numbers] if numbers else []
    meant = meant or decisions_meant(turn, ordered)
    if not meant and not projects_named(turn):
        heard = {each.id for each in (await shown.last(turn, leader))[1]}
        meant = [each for each in ordered if each.id in heard] or ordered
    if len(meant) != 1:
        lines = [(each.number, each.text) for each in meant]
        return (Reply(wording.which_to_close(lines)),) if lines else None
    await meeting.close(meant[0], turn.said, leader, turn.message, turn.now)
    told = wording.closed(meant[0].number, meant[0].text)
    note = Reply(f"{told}（{common.title_of(leader)}确认）", why=Why.DECISION)
    await tell_office(f"decision/{meant[0].id}/closed/{turn.message.id}", note, turn.now)
    return (Reply(told),)


async def rules(turn: Turn) -> bool:
    """Whether the words are a ruling on one thing that waits, which no other verdict need look for."""
    person, ruling = turn.person, _ruling(turn)
    found = await _meant(turn, person, ruling) if person is not None and ruling is not None else None
    return found is not None and not (isinstance(found, PlanChange) and read_verdict(turn.plain))


def _ruling(turn: Turn) -> Ruling | None:
    if turn.person is None or Role(turn.person.role) not in (Role.OFFICE, Role.LEADER):
        return None
    words = turn.plain
    if numbers_in(words) or asks_closing(words):
        return None
    return read_ruling(words, turn.now, turn.lexicon)


async def on(turn: Turn, person: Person, decision: Decision, words: str, *, named: bool = False) -> str:
    """What the office's words about a decision do: it stays, is closed, has another day; empty where they only tell."""
    if stays_open(words):
        if decision.state == APPLIED:
            await meeting.give_back(decision, words, person, turn.message, turn.now)
            return wording.returned(decision.number, decision.text, words)
        return ""
    if asks_closing(words):
        ground = words if says_finished(words) or looked_into(words) else ""
        await meeting.close(decision, ground, person, turn.message, turn.now)
        return wording.closed(decision.number, decision.text)
    ruling = read_ruling(words, turn.now, turn.lexicon)
    return await _on_day(turn, person, decision, ruling, named=named) if ruling else ""


async def _on_day(turn: Turn, person: Person, decision: Decision, ruling: Ruling, *, named: bool) -> str:
    asked = next((each for each in await later.waiting() if each.decision.id == decision.id), None)
    if ruling.day is not None and ruling.day != decision.due_on and (ruling.sets or asked is not None or named):
        return await _set(turn, person, decision, ruling.day)
    if ruling.denies or (asked is not None and ruling.day is not None):
        if asked is None:
            return ""
        await meeting.refuse_later(decision, "", person, turn.message, turn.now)
        return wording.later_refused(decision.number, decision.due_on, "", turn.today)
    if ruling.grants and asked is not None and asked.day is not None:
        return await _set(turn, person, decision, asked.day)
    return ""


async def _set(turn: Turn, person: Person, decision: Decision, day: date) -> str:
    item = read_item(turn.plain, turn.now, turn.lexicon)
    if person.is_office and item.unit is not None and gives_to(turn.plain, turn.lexicon):
        await meeting.lead(decision, item, person, turn.message, turn.now)  # 第三条给文旅局，10月10日前
    else:
        await later.set_day(decision, day, person, turn.message, turn.now)
    unit = await Unit.get_or_none(id=decision.unit_id)
    return wording.put_right(decision.number, unit.name if unit else "", day, turn.today)


async def _refused(turn: Turn, person: Person, change: PlanChange) -> tuple[Reply, ...]:
    await plan_change.decide(change, False, "", person, turn.now)
    node = change.node
    told = office_wording.change_decided(
        turn.lexicon.registry, node.project_id, change.node_id, change.new, False, turn.today
    )
    return (Reply(told),)


async def _meant(turn: Turn, person: Person, ruling: Ruling) -> Decision | PlanChange | None:
    """The one thing whose day waits for a word: by what is said of it, else by the days, else the only one."""
    asked = [
        each for each in await later.waiting() if person.is_office or each.decision.meeting.kind == meeting.ASSIGNED
    ]
    requests = await plan_change.waiting() if person.is_office and ruling.denies else []
    if ruling.day is not None and ruling.sets and (unasked := await _unasked(turn, person, asked)):
        return unasked
    if not asked and not requests:
        return None
    spoken = decisions_meant(turn, [each.decision for each in asked])
    named = projects_named(turn)
    moved = [each for each in requests if each.node.project_id in named]
    if spoken and not (moved and not named):
        return spoken[0] if len(spoken) == 1 and not moved else None
    if moved or named:
        return None  # of a plan that is named another reader tells
    both: list[tuple[Decision | PlanChange, tuple[date | None, ...]]] = [
        *((each.decision, (each.decision.due_on, each.day)) for each in asked),
        *((each, (each.old, each.new)) for each in requests),
    ]
    by_day = [each for each, days in both if ruling.day is not None and ruling.day in days]
    if len(by_day) == 1:
        return by_day[0]
    if ruling.day is None and not ruling.denies and turn.chat.is_group:
        return None  # 同意 in a group may as well be said to somebody there
    return both[0][0] if len(both) == 1 else None


async def _unasked(turn: Turn, person: Person, asked: Sequence[later.Asked]) -> Decision | None:
    """再给他们宽限一周: the one open decision of which the words speak, though nobody has asked for another day."""
    if not speaks_of_delay(turn.plain) or hands_over_matter(turn.plain):
        return None
    if person.is_office:
        rows = await Decision.exclude(state=CLOSED).order_by("id").prefetch_related("meeting")
        if turn.lexicon.sure_projects(turn.plain) and not points_at_matter(turn.plain):
            return None  # of a plan that is named another reader tells
    else:
        rows = [each for each in await meeting.ordered_by(person) if each.state != CLOSED]
    waiting = {each.decision.id for each in asked}
    units = {span.candidates[0] for span in turn.lexicon.units(turn.plain) if len(span.candidates) == 1}
    meant = decisions_meant(turn, rows) or [each for each in rows if each.unit_id in units]
    return meant[0] if len(meant) == 1 and meant[0].id not in waiting else None


async def _nth(turn: Turn, person: Person) -> Decision | None:
    """第三件3月25日前要有结果: of what the speaker has entered last."""
    figure = ordinal_in(turn.plain) if person.is_office else ""
    if not figure:
        return None
    entered = (
        await Change.filter(person=person, key__startswith="decision/", new=OPEN, old=None).order_by("-id").first()
    )
    number = small_number(figure)
    if entered is None or number is None or (turn.now - entered.at).days > LATELY_DAYS:
        return None
    serial = int(entered.key.removeprefix("decision/").split("-")[0])
    return (
        await Decision.filter(meeting__serial=serial, serial=number).order_by("-id").prefetch_related("meeting").first()
    )


LATELY_DAYS = 7
