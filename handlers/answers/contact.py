"""Who answers for a project or a unit; telephone numbers only in private, and only to those who may have them."""

from datetime import date

from handlers.answers.scope import scope_of
from handlers.turn import Turn
from language.particulars import particular_asked
from language.requests import asks_for_number, asks_who_handles
from language.understanding import Query
from language.wording import overheard
from language.wording.answers import contact as wording
from models.mailbox import Reply
from models.people import LIAISON, Duty, Person, followed_for_good, liaisons_by_unit
from models.permission import SEES_PHONES
from models.vocabulary import Role, Why


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The liaisons of the units or projects that were named; numbers follow privately."""
    lines = await _of_people(turn)
    if lines and query.projects and not asks_for_number(turn.plain):
        asked = [line.person for line in lines]
        known = await _of_projects(turn, query)
        is_so = any(line.person in asked for line in known)
        return (Reply(f"{wording.whether(asked, is_so=is_so)}{wording.told(known)}"),)
    if not lines:
        lines = (
            await _of_units(query, turn.today)
            if query.units and not query.projects
            else await _of_projects(turn, query)
        )
    if not lines:
        return (Reply(wording.unknown()),)
    held = await _held_elsewhere(turn, query) if asks_who_handles(turn.plain) else ""
    if (what := particular_asked(turn.plain)) and not asks_for_number(turn.plain):
        return (Reply(f"{overheard.not_kept_here(what)}\n{wording.told(lines)}"),)
    may_see = turn.person is not None and Role(turn.person.role) in SEES_PHONES
    with_number = [line for line in lines if line.phone]
    if may_see and not with_number and asks_for_number(turn.message.text):
        return (Reply(wording.no_numbers(lines)),)
    if not may_see or not with_number:
        return (Reply(wording.told(lines) + held),)
    private = Reply(
        wording.numbers(with_number) + held, why=Why.RESTRICTED if turn.chat.is_group else Why.REPLY, private=True
    )
    return (Reply(wording.told(lines, sent=True) + held), private) if turn.chat.is_group else (private,)


async def _of_projects(turn: Turn, query: Query) -> list[wording.Line]:
    scope = await scope_of(turn, query)
    if len(scope.found) > turn.office.policy.answer_lines and not query.projects:
        return []
    duties = (
        await Duty.filter(project_id__in=list(scope.found), kind=LIAISON)
        .order_by("id")
        .prefetch_related("person__unit")
    )
    people = {duty.project_id: duty.person for duty in duties if duty.person}
    return [
        _line(
            standing.project.name, scope.unit(standing.project.lead_unit_id), people.get(key), standing.project.leader
        )
        for key, standing in scope.found.items()
    ]


async def _held_elsewhere(turn: Turn, query: Query) -> str:
    """The late nodes of one project that another unit than its lead handles: 哪个单位在办 asks for that unit."""
    scope = await scope_of(turn, query)
    if len(scope.found) != 1:
        return ""
    standing = next(iter(scope.found.values()))
    nodes = [
        (node.name, scope.unit(node.unit))
        for node in standing.open_nodes()
        if node.unit not in (None, standing.project.lead_unit_id) and node.planned and node.planned < turn.today
    ]
    return wording.handled(nodes)


async def _of_people(turn: Turn) -> list[wording.Line]:
    """The people whom the question names."""
    named = [span.candidates[0] for span in turn.lexicon.people(turn.message.text) if len(span.candidates) == 1]
    people = await Person.filter(id__in=named, active=True).order_by("id").prefetch_related("unit")
    return [_line("", person.unit.name if person.unit else "", person, "") for person in people]


async def _of_units(query: Query, today: date) -> list[wording.Line]:
    liaisons, followed = await liaisons_by_unit(), await followed_for_good(today)
    found = []
    for unit in query.units:
        for person in (each for each in liaisons.get(unit, []) if each.id not in followed):
            await person.fetch_related("unit")
            found.append(_line("", person.unit.name if person.unit else "", person, ""))
    return found


def _line(project: str, unit: str, person: Person | None, leader: str) -> wording.Line:
    own = person.unit.name if person and person.unit else unit
    return wording.Line(
        project, unit, person.name if person else "", own, (person.phone or "") if person else "", leader
    )
