"""不涉及我局: passed on to the office, which says whether it is so."""

import re
from collections.abc import Sequence

from actions import not_ours
from handlers.report import take_reports
from handlers.turn import Turn
from language.not_ours import numbers_in, says_not_ours
from language.understanding import Reports, Understanding
from language.vocabulary_words import node_kinds_in
from language.wording import not_ours as wording
from models.cycle import reporting_week
from models.dialogue import PendingQuestion
from models.mailbox import Reply, last_prompt
from models.vocabulary import Role
from models.weekly import week_state


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """Pass on what a liaison says is none of his unit's business; None where nobody says so.

    What is told of other projects beside it is recorded as ever.
    """
    person = turn.person
    if person is None or person.unit_id is None or person.role != Role.LIAISON.value:
        return None
    if not says_not_ours(turn.message.text, turn.lexicon.people_names):
        return None
    known = turn.lexicon.registry.projects
    meant = await _meant(turn)
    if others := _seen_to_by_others(turn, meant or await _owed(turn)):
        if "，" in turn.plain or "；" in turn.plain or "\n" in turn.plain:
            return None  # what else is said is read as ever
        units = turn.lexicon.registry.units
        return (Reply(wording.not_asked([units[each].name for each in others if each in units]), private=True),)
    if not meant:
        owed = await _owed(turn)
        if len(owed) != 1:
            names = [known[each].name for each in owed]
            return (Reply(wording.which(names) if names else wording.nothing_asked(), private=True),)
        meant = owed
    fresh = await not_ours.propose(meant, person, turn.message, turn.now)
    told = wording.passed_on([known[each].name for each in fresh]) if fresh else wording.waits()
    besides = _besides(understood, meant)
    recorded = await take_reports(turn, besides) if besides else ()
    return (*recorded, Reply(told, private=True))


def _besides(understood: Understanding, meant: Sequence[str]) -> Reports | None:
    """What a message tells of projects that are none of those."""
    if not isinstance(understood, Reports):
        return None
    others = tuple(each for each in understood.reports if each.project not in meant)
    return Reports(others, told=tuple(each for each in understood.told if each not in meant)) if others else None


def _seen_to_by_others(turn: Turn, projects: Sequence[str]) -> list[str]:
    """环评不归我们管: the units that see to what is named, where it is none of the speaker's nodes."""
    clause = next((each for each in re.split("[，,；;。\n]", turn.plain) if says_not_ours(each)), "")
    kinds = node_kinds_in(clause)
    assert turn.person is not None
    found: list[str] = []
    for project in (turn.lexicon.registry.projects[each] for each in projects):
        for node in project.nodes:
            if node.kind in kinds:
                found.append(node.unit or project.lead_unit or "")
    return [] if turn.person.unit_id in found else list(dict.fromkeys(found))


async def _meant(turn: Turn) -> list[str]:
    """The projects that are named, or meant by the numbers of the last list."""
    sender = turn.person.id if turn.person else None
    named = turn.lexicon.sure_projects(turn.message.text, sender)
    if named and named != (near := _nearest(turn, sender)):
        named = near
    if named or turn.person is None:
        return named
    numbers = numbers_in(turn.message.text)
    items = await last_prompt(turn.person, turn.now) if numbers else ()
    return list(dict.fromkeys(each["project"] for each in items if each["number"] in numbers))


def _nearest(turn: Turn, sender: str | None) -> list[str]:
    """Of a message that tells something else beside it, the projects of its own clause or those named before."""
    said, names = turn.message.text, turn.lexicon.projects(turn.message.text, sender)
    clause = next((each for each in re.split("[，,；;。\n]", said) if says_not_ours(each)), "")
    start = said.find(clause)
    for low, high in ((start, start + len(clause)), (0, start)):
        found = [name.candidates for name in names if low <= name.start < high]
        if found:
            return list(found[-1]) if len(found[-1]) == 1 else []
    return []


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
