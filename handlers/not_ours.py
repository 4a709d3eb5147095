"""不涉及我局: passed on to the office, which says whether it is so."""

from actions import not_ours
from handlers.turn import Turn
from language.not_ours import numbers_in, says_not_ours
from language.wording import not_ours as wording
from models.cycle import reporting_week
from models.dialogue import PendingQuestion
from models.mailbox import Reply, last_prompt
from models.vocabulary import Role
from models.weekly import week_state


async def answer(turn: Turn) -> tuple[Reply, ...] | None:
    """Pass on what a liaison says is none of his unit's business; None where nobody says so."""
    person = turn.person
    if person is None or person.unit_id is None or person.role != Role.LIAISON.value:
        return None
    if not says_not_ours(turn.message.text, turn.lexicon.people_names):
        return None
    known = turn.lexicon.registry.projects
    meant = await _meant(turn)
    if not meant:
        owed = await _owed(turn)
        if len(owed) != 1:
            names = [known[each].name for each in owed]
            return (Reply(wording.which(names) if names else wording.nothing_asked(), private=True),)
        meant = owed
    fresh = await not_ours.propose(meant, person, turn.message, turn.now)
    told = wording.passed_on([known[each].name for each in fresh]) if fresh else wording.waits()
    return (Reply(told, private=True),)


async def _meant(turn: Turn) -> list[str]:
    """The projects that are named, or meant by the numbers of the last list."""
    named = turn.lexicon.sure_projects(turn.message.text, turn.person.id if turn.person else None)
    if named or turn.person is None:
        return named
    numbers = numbers_in(turn.message.text)
    items = await last_prompt(turn.person, turn.now) if numbers else ()
    return list(dict.fromkeys(each["project"] for each in items if each["number"] in numbers))


async def _owed(turn: Turn) -> list[str]:
    """What is asked of the speaker's unit this week, or has been."""
    office = turn.office
    week = reporting_week(turn.now, office.weekly, office.calendar)
    state = await week_state(week, turn.now, office.weekly, office.calendar)
    unit = turn.person.unit_id if turn.person else None
    return [each for each in state.owed.get(unit or "", ()) if each in turn.lexicon.registry.projects]


async def decide(turn: Turn, question: PendingQuestion, agreed: bool) -> tuple[Reply, ...]:
    """The office says whether it is so."""
    assert turn.person is not None
    office = turn.office
    unit, project, stands = await not_ours.decide(question.payload, agreed, turn.person, turn.message, office, turn.now)
    told = wording.decided(unit, project, stands)
    following = await not_ours.still_waiting(turn.person, turn.now)
    if following is None:
        return (Reply(told),)
    registry, (of, about) = turn.lexicon.registry, following
    names = (registry.units[of].name, registry.projects[about].name)
    return (Reply(f"{told}\n{wording.still_waiting(*names)}"),)
