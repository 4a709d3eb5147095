"""The first few of the works by how late they are, how soon they fall due, or how much was invested."""

from dataclasses import replace

from handlers.answers import investment, nodes
from handlers.answers.scope import Scope, scope_of
from handlers.turn import Turn
from language.foremost import HIGHEST, LOWEST, OVERDUE, Foremost, foremost_asked
from language.understanding import Query, query_with
from language.wording.answers import foremost as wording
from models.mailbox import Reply
from models.standing import NodeStanding, ProjectStanding
from models.vocabulary import Topic


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """As many as were asked for, none of them a judgement of who is to blame."""
    asked = foremost_asked(turn.plain)
    assert asked is not None  # query.answer looks first
    plain = query_with(query, period=None, node_state=None, node_kinds=(), colors=())
    scope = await scope_of(turn, plain)
    if asked.by in (LOWEST, HIGHEST):
        return _invested(scope, asked, await investment.lines(turn, replace(plain, topic=Topic.INVESTMENT)))
    found = [(each, node) for each in scope.found.values() for node in each.open_nodes() if node.planned]
    late = asked.by == OVERDUE
    fits = [(each, node) for each, node in found if _is_late(node, scope) == late]
    fits.sort(key=lambda pair: (pair[1].planned or scope.today, pair[1].id))
    if not asked.of_nodes:
        fits = list({each.project.id: (each, node) for each, node in reversed(fits)}.values())
        fits.sort(key=lambda pair: (pair[1].planned or scope.today, pair[1].id))
    lines = [nodes.line(each, node, scope) for each, node in fits[: asked.many]]
    names: list[ProjectStanding] = [each for each, _ in fits[: asked.many]]
    listed = list(dict.fromkeys(each.project.id for each in names))
    text = wording.nodes(late, asked.of_nodes, lines, len(fits), scope.today)
    return (Reply(text, context={"projects": listed} if len(listed) == 1 else {"listed": listed}),)


def _is_late(node: NodeStanding, scope: Scope) -> bool:
    return node.planned is not None and node.planned < scope.today


def _invested(scope: Scope, asked: Foremost, lines: list[wording.Invested]) -> tuple[Reply, ...]:
    """By the share of the plan where that was told, else by the amount; who told of neither is counted apart."""
    return (Reply(wording.invested(asked.by == LOWEST, asked.many, lines, scope.today)),)
