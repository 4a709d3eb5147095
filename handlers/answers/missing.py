"""Who has not reported this week."""

from handlers.answers.scope import scope_of
from handlers.turn import Turn
from language.ledger_questions import asks_who_has_reported
from language.requests import asks_who_was_late
from language.understanding import Query, query_with
from language.wording.answers import missing as wording
from models.calendar import Week
from models.cycle import reporting_week
from models.mailbox import Reply
from models.people import Unit
from models.permission import SEES_MISSING
from models.vocabulary import Role
from models.weekly import week_state


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The names for the office, leaders and inspectors; everybody else hears of their own unit and the numbers."""
    office = turn.office
    week = Week.of(query.period.last) if query.period else reporting_week(turn.now, office.weekly, office.calendar)
    scope = turn.chat.scope if turn.chat.is_group else None
    state = await week_state(week, turn.now, office.weekly, office.calendar, scope)
    units = {unit.id: unit.name for unit in await Unit.all()}
    asked = [unit for unit in query.units if unit in units]
    own = turn.person.unit_id if turn.person else None
    may_hear_all = turn.person is not None and Role(turn.person.role) in SEES_MISSING
    if asked and asked != [own] and may_hear_all:
        return (
            Reply(wording.of_units([(units[unit], unit in state.missing, unit in state.late) for unit in asked], week)),
        )
    if query.projects or query.towns or query.categories:
        chosen = await scope_of(turn, query_with(query, units=(), period=None))
        owing = [
            (standing.project.name, [units[unit] for unit in state.missing if key in state.owed.get(unit, ())])
            for key, standing in chosen.found.items()
        ]
        return (Reply(wording.of_projects(chosen.label, owing, week, office.policy.answer_lines)),)
    if asks_who_was_late(turn.message.text) and may_hear_all:
        return (Reply(wording.late(week, [units[unit] for unit in state.late], state.cutoff, turn.now)),)
    if asks_who_has_reported(turn.plain) and may_hear_all and not asked:
        told = [units[unit] for unit in (*state.reported, *state.late)]
        every = len(told) + len(state.missing)
        return (Reply(wording.reported(week, every, told, [units[unit] for unit in state.missing])),)
    total = len(state.reported) + len(state.late) + len(state.missing)
    if may_hear_all and not asked:
        names = [units[unit] for unit in state.missing]
        late = [units[unit] for unit in state.late]
        return (Reply(wording.names(week, total, names, late, state.cutoff, turn.now)),)
    projects = turn.lexicon.registry.projects
    owed = [projects[each].name for each in state.owed.get(own or "", ()) if each in projects]
    return (Reply(wording.own(week, total, len(state.missing), own in state.missing, owed, state.cutoff)),)
