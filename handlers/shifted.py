"""往后推十天, 再宽限一周: the words with the day that is meant, of the one node, decision or promise they are about."""

from datetime import date

from actions import commitment, meeting
from handlers.meant import decisions_meant
from handlers.spoken_of import as_asked
from handlers.turn import Turn
from language.plan_edits import node_meant
from language.promises import speaks_of_lack, speaks_of_promise
from language.same_matter import names_around, same_matter
from language.settling import numbers_in
from language.shifts import is_for_whole, read_shift, to_day
from models.meeting import CLOSED, Decision
from models.people import Person
from models.refusal import NoSuchDecision, Unfinished
from models.vocabulary import Role


async def named(turn: Turn) -> Turn:
    """The turn with a day in place of so many days; as it is where nothing is shifted or it is not known from when."""
    person = turn.person
    shift = read_shift(turn.plain) if person is not None and person.role != Role.SUPERVISOR.value else None
    if person is None or shift is None:
        return turn
    old = await _day(turn, person)
    new = shift.from_day(old) if old else None
    return as_asked(turn, to_day(turn.plain, shift, new)) if new else turn


async def _day(turn: Turn, person: Person) -> date | None:
    """The day that is to be shifted."""
    if decision := await _decision(turn, person):
        return decision.due_on
    projects = turn.lexicon.sure_projects(turn.plain, person.id)
    if len(projects) == 1 and (speaks_of_promise(turn.plain) or speaks_of_lack(turn.plain)):
        found = await commitment.open_of(projects[0])
        names = tuple(names_around(projects[0], turn.lexicon))
        about = [each for each in found if same_matter(each.words, turn.plain, names)]
        found = found if len(found) == 1 else about
        return found[0].due_on if len(found) == 1 else None
    if len(projects) == 1 and (node := node_meant(turn.plain, projects[0], turn.lexicon)) is not None:
        return node.planned
    if len(projects) == 1 and person.is_office and is_for_whole(turn.plain):
        raise Unfinished("是哪个节点、依据哪次会议")
    return None


async def _decision(turn: Turn, person: Person) -> Decision | None:
    """The open decision that is named, or of which the words speak, where the speaker may speak to it."""
    for number in numbers_in(turn.plain):
        try:
            return await meeting.decision_of(*number)
        except NoSuchDecision:
            return None
    if person.role == Role.LEADER.value:
        rows = [each for each in await meeting.ordered_by(person) if each.state != CLOSED]
    elif person.is_office and not turn.lexicon.sure_projects(turn.plain, person.id):
        rows = await Decision.exclude(state=CLOSED).order_by("id").prefetch_related("meeting")
    else:
        return None
    meant = decisions_meant(turn, rows) or await _of_unit(turn, rows)
    return meant[0] if len(meant) == 1 else None


async def _of_unit(turn: Turn, rows: list[Decision]) -> list[Decision]:
    """住建那件: those of the unit that is named."""
    units = {span.candidates[0] for span in turn.lexicon.units(turn.plain) if len(span.candidates) == 1}
    return [each for each in rows if each.unit_id in units]
