"""哪几个项目今年完不成: what by plan or by what was told will not be ready by a day, and what is already behind."""

from datetime import date

from handlers.answers.scope import scope_of
from handlers.turn import Turn
from language.dates import Direction, find_dates
from language.understanding import Query, query_with
from language.wording.answers import unfinished as wording
from models.mailbox import Reply
from models.standing import NodeStanding, ProjectStanding
from models.vocabulary import Status


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The projects that are told to be late, those of which a node is overdue, those that are planned for later."""
    until = _until(turn)
    scope = await scope_of(turn, query_with(query, period=None, colors=(), node_kinds=(), node_state=None))
    told, behind, later = [], [], []
    for standing in scope.found.values():
        last = _last(standing)
        if standing.status is Status.DONE or last is None or last.planned is None:
            continue
        expected = _expected_late(standing, until)
        overdue = _overdue(standing, turn.today)
        if last.planned > until:
            later.append(wording.Line(standing.project.name, last.name, last.planned))
        elif expected:
            told.append(wording.Line(standing.project.name, expected.name, expected.due_on or until))
        elif overdue and overdue.planned:
            unit = scope.unit(overdue.unit or standing.project.lead_unit_id)
            behind.append(wording.Line(standing.project.name, overdue.name, overdue.planned, unit))
    behind.sort(key=lambda line: line.day)
    text = wording.told(scope.label, until, told, behind, later, turn.today, turn.office.policy.answer_lines)
    return (Reply(text),)


def _until(turn: Turn) -> date:
    """The last day of the time that is named, the end of this year where none is."""
    found = [span.resolve(Direction.PLAN) for span in find_dates(turn.plain, turn.now, turn.lexicon.registry.festivals)]
    days = [each.last for each in found if each and each.last and each.last >= turn.today]
    return max(days, default=date(turn.today.year, 12, 31))


def _last(standing: ProjectStanding) -> NodeStanding | None:
    dated = [node for node in standing.open_nodes() if node.planned]
    return max(dated, key=lambda node: node.planned or date.min, default=None)


def _expected_late(standing: ProjectStanding, until: date) -> NodeStanding | None:
    """The open node that its unit expects to be ready only after the day."""
    late = [node for node in standing.open_nodes() if node.due_on and node.due_on > until]
    return max(late, key=lambda node: node.due_on or until, default=None)


def _overdue(standing: ProjectStanding, today: date) -> NodeStanding | None:
    dated = [node for node in standing.open_nodes() if node.planned and node.planned < today]
    return min(dated, key=lambda node: node.planned or today, default=None)
