"""Questions that lean on the last subject: who must move, until when it was to be done, since when it stands still."""

from dataclasses import replace
from datetime import date

from handlers.answers import ledgers
from handlers.answers import nodes as node_answers
from handlers.answers.leaning import nothing_spoken_of
from handlers.answers.scope import Scope, scope_of
from handlers.quoting import Quotes, about_people, may_be_named
from handlers.turn import Turn
from language.understanding import Query
from language.wording.answers import holders as wording
from models.calendar import day_of, utc
from models.issue import Issue, open_issues
from models.mailbox import Reply
from models.meeting import CLOSED, Decision
from models.standing import NodeStanding, ProjectStanding

MOST_NODES = 2


async def holder(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """该谁动, 谁批的: whose the node is, what its problem says of others, and what a meeting charged whom with."""
    scope = await scope_of(turn, query)
    lines: list[str] = [] if scope.found else [nothing_spoken_of()]
    for standing in scope.found.values():
        name = standing.project.name
        for node in _meant(standing, query, scope):
            unit = scope.unit(node.unit or standing.project.lead_unit_id)
            lines.append(wording.handled(name, node.name, unit, node.planned, node.finished_on, scope.today))
        lines += await _problems(turn, standing, scope, query)
    lines += await _decided(turn, list(scope.found))
    return (Reply("\n".join(lines[: turn.office.policy.answer_lines])),)


async def when(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """当初计划是哪天, 他们说什么时候能办完: the planned day and the one that was told, of what was asked about."""
    scope = await scope_of(turn, query)
    found = [node.id for each in scope.found.values() for node in _meant(each, query, scope)]
    if len(scope.found) != 1 or not found:
        return await node_answers.answer(turn, replace(query, aspect=None))
    told = node_answers.of_nodes(scope, found, turn)
    decided = await _decided(turn, list(scope.found)) if not query.node_kinds else []
    return (replace(told[0], text="\n".join([told[0].text, *decided])),)


async def since(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """什么时候停的, 拖多久了: when its problems were told of, in which words, and what has been late since when."""
    scope = await scope_of(turn, query)
    lines: list[str] = [] if scope.found else [nothing_spoken_of()]
    for standing in scope.found.values():
        told = await _problems(turn, standing, scope, query)
        late = [node for node in _meant(standing, query, scope) if _is_late(node, scope.today)]
        told += [wording.late(standing.project.name, node.name, node.planned, scope.today) for node in late]
        lines += told or [wording.nothing_stands(standing.project.name)]
    return (Reply("\n".join(lines[: turn.office.policy.answer_lines])),)


def _meant(standing: ProjectStanding, query: Query, scope: Scope) -> list[NodeStanding]:
    """The nodes of the kinds that were asked about; else those that are late, or the next one."""
    of_kind = [node for node in standing.nodes.values() if node.kind in query.node_kinds]
    if of_kind:
        return of_kind
    dated = sorted(
        (node for node in standing.open_nodes() if node.planned),
        key=lambda node: (node.planned or scope.today, node.id),
    )
    return [node for node in dated if _is_late(node, scope.today)][:MOST_NODES] or dated[:1]


def _is_late(node: NodeStanding, today: date) -> bool:
    return node.finished_on is None and node.planned is not None and node.planned < today


async def _problems(turn: Turn, standing: ProjectStanding, scope: Scope, query: Query) -> list[str]:
    """The open problems of a project that may be spoken of here, with their day and words."""
    rows = await open_issues(scope.moment, [standing.project.id])
    there = [row for row in rows if may_be_named(turn, row.categories)]
    quotes = await Quotes.of(turn, [row.message_id for row in there])
    return [_problem(row, standing, quotes, scope) for row in there]


def _problem(row: Issue, standing: ProjectStanding, quotes: Quotes, scope: Scope) -> str:
    words = quotes.words(row.words, row.message_id, about_people=about_people(row.categories))
    opened = day_of(row.opened_at)
    return wording.problem(
        standing.project.name, row.number, row.categories, words, opened, scope.unit(row.unit_id), scope.today
    )


async def _decided(turn: Turn, projects: list[str]) -> list[str]:
    """What meetings have decided about the projects and is not closed."""
    held = Decision.filter(project_id__in=projects, meeting__ended_at__lte=utc(turn.now)).exclude(state=CLOSED)
    rows = await held.order_by("id").prefetch_related("meeting", "unit")
    return ledgers.in_full(turn, rows).split("\n") if rows else []
