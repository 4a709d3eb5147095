"""How projects are getting on."""

from collections.abc import Collection
from datetime import date

from handlers.answers import nodes
from handlers.answers.scope import Scope, scope_of
from handlers.quoting import may_be_named
from handlers.turn import Turn
from language.asked_nodes import asks_how_much, nodes_asked
from language.requests import asks_how_many
from language.understanding import Query
from language.wording import common
from language.wording.answers import status as wording
from models.issue import open_issues
from models.mailbox import Reply
from models.standing import NodeStanding, ProjectStanding
from models.vocabulary import Color
from models.vocabulary import Scope as Span

FULL = 2
"""So many projects are told one by one in full; of more only those that are not green."""


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """One project in full, or many by colour."""
    scope = await scope_of(turn, query)
    policy = turn.office.policy
    if not scope.found:
        return (Reply(wording.none_found(scope.label)),)
    asked = nodes_asked(turn.plain, next(iter(scope.found)), turn.lexicon) if len(scope.found) == 1 else ()
    if asked and asks_how_much(turn.plain):
        return nodes.of_nodes(scope, asked, turn)
    if len(scope.found) <= FULL:
        cards = [await card(each, scope, turn, asked) for each in scope.found.values()]
        counted = scope.label and asks_how_many(turn.plain)
        head = wording.how_many(scope.label, len(cards)) if counted else ""
        return (Reply(head + wording.in_full(cards, scope.today, policy.answer_lines - bool(counted))),)
    lines = [await card(each, scope, turn) for each in scope.found.values()]
    named = bool(scope.label)
    text = wording.many(scope.label, lines, scope.today, policy.answer_lines, turn.today, named=named)
    late = [key for key, standing in scope.found.items() if standing.color(scope.today, policy)[0] is not Color.GREEN]
    return (Reply(text, context={"listed": late}),)


async def card(standing: ProjectStanding, scope: Scope, turn: Turn, asked: Collection[str] = ()) -> wording.Card:
    """Everything that a status answer may say of one project, the nodes that were asked about before the others."""
    color, deciding = standing.color(scope.today, turn.office.policy)
    latest = standing.latest()
    issues = await open_issues(scope.moment, [standing.project.id])
    following = deciding or _next(standing)
    return wording.Card(
        name=standing.project.name,
        color=color,
        status=standing.status,
        percent=standing.said.get("percent"),
        invested=standing.invested(Span.TOTAL, scope.today),
        invested_year=standing.invested(Span.YEAR, scope.today),
        quantities=standing.quantities(),
        done=sum(node.finished_on is not None for node in standing.nodes.values()),
        nodes=len(standing.nodes),
        deciding=_node(deciding, scope) if deciding else None,
        following=_node(following, scope) if following and following is not deciding else None,
        recent=[_node(node, scope) for node in _recent(standing, asked)],
        problems=[(issue.number, tuple(issue.categories)) for issue in issues if may_be_named(turn, issue.categories)],
        latest=latest,
        latest_unit=scope.unit(latest.unit) if latest else "",
        unit_names=scope.units,
    )


def _next(standing: ProjectStanding) -> NodeStanding | None:
    """The open node with the earliest plan date."""
    dated = [node for node in standing.open_nodes() if node.planned]
    return min(dated, key=lambda node: node.planned or date.max, default=None)


def _recent(standing: ProjectStanding, asked: Collection[str]) -> list[NodeStanding]:
    """Two nodes: those that were asked about, then those that were spoken of last, newest first."""
    spoken = [node for node in standing.nodes.values() if node.last]
    spoken.sort(key=lambda node: (node.last.said_at, node.last.fact) if node.last else (), reverse=True)
    wanted = [node for node in standing.nodes.values() if node.id in asked]
    return [*wanted, *(node for node in spoken if node.id not in asked)][: max(2, len(wanted))]


def _node(node: NodeStanding, scope: Scope) -> wording.Node:
    return wording.Node(
        node.name,
        node.planned,
        node.status,
        node.finished_on,
        node.due_on,
        node.percent,
        scope.unit(node.unit),
        [common.count(said.value) for said in node.quantities().values()],
    )
