"""The office says whose a problem is and until when it is to be settled."""

from actions import issue
from handlers.turn import Turn
from language.problem_charges import read_charge
from language.wording import command as command_wording
from language.wording.answers import problems as problem_wording
from models.issue import Issue, open_now
from models.mailbox import Reply
from models.people import Unit
from models.vocabulary import UNSPOKEN


async def answer(turn: Turn) -> tuple[Reply, ...] | None:
    """Charge a unit with the problem that is meant; None where nothing of the sort is ordered."""
    if turn.person is None or not turn.person.is_office:
        return None
    charge = read_charge(turn.plain, turn.now, turn.lexicon)
    if charge is None:
        return None
    known = [await issue.open_one(charge.serial, turn.now)] if charge.serial else await _of_project(turn)
    if not known:
        return None if charge.unit is None else _none_open(turn)
    if len(known) > 1:
        lines = [(each.number, each.categories) for each in known]
        told = command_wording.which_charged(turn.lexicon.registry, known[0].project_id, lines)
        return (Reply(told, private=any(UNSPOKEN in each.categories for each in known)),)
    charged = await issue.charge(known[0], charge.unit, charge.due, turn.person, turn.message, turn.now)
    unit = await Unit.get_or_none(id=charged.unit_id)
    words = command_wording.charged(charged.number, unit.name if unit else "", charged.due_on, turn.today)
    return (Reply(words, private=UNSPOKEN in charged.categories),)


def _none_open(turn: Turn) -> tuple[Reply, ...] | None:
    """That the project that is named has no open problem: to note progress instead would be wrong."""
    named = _named(turn)
    if len(named) != 1:
        return None
    name = turn.lexicon.registry.projects[named[0]].name
    return (Reply(problem_wording.listed(name, (), (), turn.today, turn.office.policy.answer_lines)),)


async def _of_project(turn: Turn) -> list[Issue]:
    """The open problems of the one project that is named."""
    named = _named(turn)
    return await open_now(named[0]) if len(named) == 1 else []


def _named(turn: Turn) -> list[str]:
    return turn.lexicon.sure_projects(turn.plain)
