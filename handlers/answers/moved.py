"""What has moved of late, project by project: what ended first, then what else was reported."""

from collections.abc import Sequence

from handlers.answers import history
from handlers.answers.scope import scope_of
from handlers.quoting import may_be_named
from handlers.turn import Turn
from language.understanding import Query, query_with
from language.wording.answers import moved as wording
from models.calendar import day_of, utc
from models.change import Change
from models.mailbox import Reply
from models.vocabulary import Status, Topic


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """A line a project of what has changed since the period began, or since this week did."""
    scope = await scope_of(turn, query_with(query, topic=Topic.HISTORY))
    if len(scope.found) <= wording.FEW:
        return await history.answer(turn, query)
    first = query.period.first if query.period else turn.week.monday
    last = min(query.period.last if query.period else turn.today, turn.today)
    rows = (
        await Change.filter(project_id__in=list(scope.found), at__lte=utc(turn.now))
        .order_by("at", "id")
        .prefetch_related("node")
    )
    found = [
        wording.Moved(
            row.project_id or "", row.node.name if row.node else "", row.key, row.old, row.new, day_of(row.at)
        )
        for row in rows
        if first <= day_of(row.at) <= last
        and not (row.key == "problems" and not may_be_named(turn, [*(row.old or ()), *(row.new or ())]))
    ]
    names = {key: standing.project.name for key, standing in scope.found.items()}
    by_project = {key: [each for each in found if each.project == key] for key in names}
    moved = sorted((key for key in names if by_project[key]), key=lambda key: not _ended(by_project[key]))
    told = [(names[key], by_project[key]) for key in moved]
    text = wording.told(scope.label, told, len(names), first, turn.today, turn.office.policy.answer_lines)
    return (Reply(text, context={"listed": moved}),)


def _ended(found: Sequence[wording.Moved]) -> bool:
    return any(each.key == "status" and each.new == Status.DONE.value for each in found)
