"""What is stuck."""

from dataclasses import replace

from handlers import restricted
from handlers.answers import nodes
from handlers.answers.scope import Scope, node_fits, scope_of, within
from handlers.quoting import Quotes, about_people, may_be_named
from handlers.turn import Turn
from language.requests import asked_issue, asks_for_count
from language.understanding import Query, query_with
from language.wording.answers import problems as wording
from models.calendar import day_of
from models.change import Change
from models.issue import OPEN, Issue, last_said
from models.mailbox import Reply
from models.vocabulary import NodeKind, ProblemCategory, Topic


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The open problems of the chosen projects, newest first, with who reported them."""
    if (number := asked_issue(turn.message.text)) and (told := await one(turn, number)):
        return (Reply(told),)
    if turn.chat.is_group and ProblemCategory.STABILITY in query.problem_categories:
        return await restricted.answer(turn)
    scope = await scope_of(turn, query)
    if _of_counts(turn, query, scope):
        return await nodes.answer(turn, query_with(query, topic=Topic.NODES, node_kinds=(NodeKind.ACQUISITION,)))
    if query.node_kinds or query.node_state:
        scope, query = _with_nodes(turn, scope, query), query_with(query, period=None)
        if not scope.found:
            return (Reply(wording.no_such_nodes([kind.label for kind in query.node_kinds])),)
    issues = (
        await Issue.filter(project_id__in=list(scope.found), state=OPEN).order_by("-id").prefetch_related("opened_by")
    )
    said = await last_said([issue.number for issue in issues])
    sources = [issue.message_id for issue in issues] + [row.message_id for row in said.values()]
    quotes, most = await Quotes.of(turn, sources), turn.office.policy.answer_lines
    wanted = {category.value for category in query.problem_categories}
    still = [
        _line(issue, scope, quotes, said.get(issue.number))
        for issue in issues
        if may_be_named(turn, issue.categories) and (not wanted or wanted & set(issue.categories))
    ]
    found = [line for line in still if within(line.opened_on, query.period)]
    names = [standing.project.name for standing in scope.found.values()]
    about = scope.label or (names[0] if len(names) == 1 else "")
    if query.period and not found:
        none = wording.none_of(query.period, about, sorted(wanted), turn.today)
        if not still or not within(turn.today, query.period):
            return (Reply(none),)
        return (Reply(f"{none}\n{wording.from_before(about, sorted(wanted), still, turn.today, most - 1)}"),)
    numbers = {line.number for line in found}
    listed = list(dict.fromkeys(issue.project_id for issue in issues if issue.number in numbers))
    context = {"listed": listed} if len(listed) > 1 else {}
    return (Reply(wording.listed(about, sorted(wanted), found, turn.today, most), context=context),)


def _of_counts(turn: Turn, query: Query, scope: Scope) -> bool:
    """腾退拆了多少户了: how much of it is done stands with the node, and is no problem."""
    if query.problem_categories != (ProblemCategory.ACQUISITION,) or not asks_for_count(turn.plain):
        return False
    found = [node for each in scope.found.values() for node in each.nodes.values()]
    return bool(query.projects) and any(node.kind is NodeKind.ACQUISITION for node in found)


async def one(turn: Turn, number: int) -> str:
    """How the problem with a number stands, of the latest year that has it; nothing that these ears may not hear."""
    issues = Issue.filter(serial=number).order_by("-year").prefetch_related("opened_by")
    issue = await issues.first()
    if issue is None:
        return wording.no_such_number(number)
    if not turn.chat.covers(issue.project_id) or not may_be_named(turn, issue.categories):
        return ""
    scope = await scope_of(turn, Query(Topic.PROBLEMS, projects=(issue.project_id,)))
    said = (await last_said([issue.number])).get(issue.number)
    quotes = await Quotes.of(turn, [issue.message_id, said.message_id if said else None])
    line = _line(issue, scope, quotes, said)
    closed = day_of(issue.closed_at) if issue.closed_at else None
    return wording.one(line, issue.state == OPEN, closed, turn.today)


def _line(issue: Issue, scope: Scope, quotes: Quotes, said: Change | None) -> wording.Line:
    people = about_people(issue.categories)
    return wording.Line(
        number=issue.number,
        project=scope.found[issue.project_id].project.name,
        categories=tuple(issue.categories),
        words=quotes.words(issue.words, issue.message_id, about_people=people),
        needs_help=issue.needs_help,
        opened_on=day_of(issue.opened_at),
        unit=scope.unit(issue.opened_by.unit_id if issue.opened_by else None),
        level=issue.level,
        holder=scope.unit(issue.unit_id),
        due=issue.due_on,
        latest=quotes.words(str(said.new), said.message_id, about_people=people) if said else "",
        latest_on=day_of(said.at) if said else None,
    )


def _with_nodes(turn: Turn, scope: Scope, query: Query) -> Scope:
    """这个月要开工的几个有没有问题: only the projects with such a node; the period that was said is the node's."""
    found = {
        key: standing
        for key, standing in scope.found.items()
        if any(
            (not query.node_kinds or node.kind in query.node_kinds) and node_fits(node, query, turn.today)
            for node in standing.nodes.values()
        )
    }
    return replace(scope, found=found)
