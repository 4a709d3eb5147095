"""The office says whose a problem is and until when it is to be settled."""

from dataclasses import replace
from datetime import date

from actions import issue, meeting
from handlers.meant import decisions_meant, issues_meant
from handlers.turn import Turn
from language.ledger_orders import read_item
from language.ledger_words import hands_over_matter
from language.problem_charges import opens_problem, read_charge
from language.troubles_over import clauses_of
from language.understanding import Reports, Understanding
from language.wording import command as command_wording
from language.wording import ledger as ledger_wording
from language.wording.answers import problems as problem_wording
from models.issue import Issue, open_issues, open_now
from models.mailbox import Reply
from models.meeting import OPEN, Decision
from models.people import Person, Unit
from models.vocabulary import UNSPOKEN, ProblemCategory


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """Charge a unit with the problem that is meant; None where nothing of the sort is ordered."""
    if turn.person is None or not turn.person.is_office:
        return None
    charge = read_charge(turn.plain, turn.now, turn.lexicon)
    if charge is None:
        return await _by_words(turn, turn.person)
    known = [await issue.open_one(charge.serial, turn.now)] if charge.serial else await _of_project(turn)
    if opens_problem(turn.plain) and not charge.serial and len(named := _named(turn)) == 1:
        made = await issue.open_issue(named[0], _sorts(turn, understood), turn.person, turn.message, turn.now)
        opened = command_wording.opened_issue(made.number, turn.lexicon.registry, made.project_id, made.categories)
        (said,) = await _charge(turn, turn.person, made, charge.unit, charge.due)
        return (replace(said, text=f"{opened}\n{said.text}"),)
    if not known:
        return None if charge.unit is None else _none_open(turn)
    if len(known) > 1:
        lines = [(each.number, each.categories) for each in known]
        told = command_wording.which_charged(turn.lexicon.registry, known[0].project_id, lines)
        return (Reply(told, private=any(UNSPOKEN in each.categories for each in known)),)
    return await _charge(turn, turn.person, known[0], charge.unit, charge.due)


def _sorts(turn: Turn, understood: Understanding) -> list[ProblemCategory]:
    """What sort of problem the office tells of."""
    read = [sort for each in understood.reports for sort in each.problems] if isinstance(understood, Reports) else []
    spoken = [sort for clause in clauses_of(turn.plain) for sort in clause.topics]
    # Of people it must be said: a village that is only named quarrels with nobody.
    calm = [sort for sort in spoken if sort.value != UNSPOKEN]
    return list(dict.fromkeys(read or calm)) or [ProblemCategory.OTHER]


async def _charge(turn: Turn, person: Person, known: Issue, unit_id: str | None, due: date | None) -> tuple[Reply, ...]:
    charged = await issue.charge(known, unit_id, due, person, turn.message, turn.now)
    unit = await Unit.get_or_none(id=charged.unit_id)
    words = command_wording.charged(charged.number, unit.name if unit else "", charged.due_on, turn.today)
    return (Reply(words, private=UNSPOKEN in charged.categories),)


async def _by_words(turn: Turn, person: Person) -> tuple[Reply, ...] | None:
    """渔船的事改由农业农村局负责，月底前办结: the one problem or decision of which the words speak goes to a unit."""
    if not hands_over_matter(turn.plain):
        return None
    item = read_item(turn.plain, turn.now, turn.lexicon)
    if item.unit is None:
        return None
    known = await issues_meant(turn, await open_issues(turn.now))
    rows = await Decision.filter(state=OPEN).order_by("id").prefetch_related("meeting")
    decided = decisions_meant(turn, rows)
    if len(known) == 1 and not decided:
        return await _charge(turn, person, known[0], item.unit, item.due)
    if len(decided) == 1 and not known:
        await meeting.lead(decided[0], item, person, turn.message, turn.now)
        unit = await Unit.get_or_none(id=item.unit)
        words = ledger_wording.put_right(decided[0].number, unit.name if unit else "", decided[0].due_on, turn.today)
        return (Reply(words),)
    return None


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
