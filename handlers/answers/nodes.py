"""Plan nodes and procedures: which fall due, which are done or not."""

from collections.abc import Collection
from datetime import date

from handlers.answers import ledgered
from handlers.answers.scope import Scope, node_fits, scope_of
from handlers.turn import Turn
from language.asked_nodes import asks_for_unfinished
from language.requests import asks_for_count, asks_if_in_time
from language.understanding import Query, query_with
from language.wording import common
from language.wording.answers import nodes as wording
from models.mailbox import Reply
from models.standing import NodeStanding, ProjectStanding
from models.vocabulary import NodeKind, NodeState, Topic


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The nodes that fit the question; where none of the kind is in the plan, that."""
    if query.node_state is NodeState.DUE and asks_for_unfinished(turn.plain):
        query = query_with(query, node_state=NodeState.OPEN)  # 这个月到期的还有哪些没完成
    scope = await scope_of(turn, query)
    of_kind = [
        (standing, node)
        for standing in scope.found.values()
        for node in standing.nodes.values()
        if not query.node_kinds or node.kind in query.node_kinds
    ]
    found = [
        line(standing, node, scope)
        for standing, node in of_kind
        if (query.topic is Topic.STATUS or node_fits(node, query, turn.today))
        and (not query.units or (node.unit or standing.project.lead_unit_id) in query.units)
    ]
    if not found and query.projects and _stood_then(turn, query):
        # How a node stood on a day, not which nodes fell due on it.
        return await answer(turn, query_with(query, topic=Topic.STATUS, node_state=None))
    if not found and query.projects and query.node_state is NodeState.OPEN and of_kind:
        found = [line(standing, node, scope) for standing, node in of_kind]  # 听说环评没批下来？ It was: that is told
    if not found and len(query.projects) == 1 and query.node_kinds and query.period and query.node_state is None:
        found = [line(standing, node, scope) for standing, node in of_kind]  # 能改到8月开工吗: its plan tells
    names = [standing.project.name for standing in scope.found.values()]
    kinds = [kind.label for kind in query.node_kinds]
    about = scope.label or (names[0] if len(names) == 1 else "")
    if query.node_kinds and not of_kind:
        if NodeKind.FINANCING in query.node_kinds and (funds := await ledgered.funding(turn, scope)):
            return (Reply(funds),)
        about = about or (common.join_few(names) if query.projects else "")
        only = next(iter(scope.found.values())) if len(scope.found) == 1 else None
        last = _last_planned(only) if only and LAST_KINDS & set(query.node_kinds) else None
        end = line(only, last, scope) if only and last else None
        return (Reply(wording.not_planned(about, kinds, end, turn.today)),)
    if asks_if_in_time(turn.message.text) and len(found) == 1:
        return (Reply(wording.in_time(found[0], turn.today)),)
    if asks_if_in_time(turn.message.text) and len(query.projects) == 1 and found:
        return (Reply(wording.all_in_time(about, found, turn.today)),)
    state = query.node_state
    most = turn.office.policy.answer_lines
    # Where nothing was reported of a node itself, the ledgers may still know of it.
    holders = set() if any(each.said_on for each in found) else {standing.project.id for standing, _ in of_kind}
    beside = await ledgered.beside(turn, holders.pop(), query.node_kinds) if len(holders) == 1 else []
    told = [wording.listed(about, kinds, state, found, turn.today, most, query.period), *beside]
    if state is NodeState.DONE and query.period and not query.units and query.period.first <= turn.today:
        left = [node_line for node_line in _left_open(of_kind, query, scope) if node_line not in found]
        told += [wording.left_open(left, turn.today)] if left else []
    return (Reply("\n".join(told)),)


def _left_open(of_kind: list[tuple[ProjectStanding, NodeStanding]], query: Query, scope: Scope) -> list[wording.Line]:
    """6月完工的有哪些: what was planned for that time and is not done, beside what is."""
    still = query_with(query, node_state=NodeState.OPEN)
    return [line(standing, node, scope) for standing, node in of_kind if node_fits(node, still, scope.today)]


def of_nodes(scope: Scope, asked: Collection[str], turn: Turn) -> tuple[Reply, ...]:
    """Some nodes of the one project that was found, each with what was last said of it."""
    standing = next(iter(scope.found.values()))
    lines = [line(standing, node, scope) for node in standing.nodes.values() if node.id in asked]
    most = turn.office.policy.answer_lines
    return (Reply(wording.listed(standing.project.name, (), None, lines, turn.today, most)),)


LAST_KINDS = frozenset({NodeKind.COMPLETION, NodeKind.ACCEPTANCE, NodeKind.OPERATION, NodeKind.TOPPING_OUT})
"""Where a plan has no such node, its last one tells most of when the works will be ready."""


def _last_planned(standing: ProjectStanding) -> NodeStanding | None:
    dated = [node for node in standing.nodes.values() if node.planned]
    return max(dated, key=lambda node: node.planned or date.min, default=None)


def _stood_then(turn: Turn, query: Query) -> bool:
    """Whether it is asked how a node stood on a day gone by, or how much was counted by the end of a time."""
    period = query.period
    if period is None or query.topic is not Topic.NODES or period.last >= turn.today:
        return False
    return period.first == period.last or asks_for_count(turn.plain)


def line(standing: ProjectStanding, node: NodeStanding, scope: Scope) -> wording.Line:
    """One node with what was last said of it."""
    # That it is done was said by whoever said so, not by who spoke of it last.
    last = node.said["status"] if node.finished_on else node.last
    return wording.Line(
        project=standing.project.name,
        node=node.name,
        planned=node.planned,
        status=node.status,
        finished_on=node.finished_on,
        assumed=node.finished_is_assumed,
        due_on=node.due_on,
        percent=node.percent,
        unit=scope.unit(node.unit or standing.project.lead_unit_id),
        said_on=last.day if last else None,
        said_by=scope.unit(last.unit) if last else "",
        counts=[common.count(said.value) for said in node.quantities().values()],
    )
