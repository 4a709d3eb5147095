"""How something has moved over past weeks."""

from datetime import timedelta

from actions.board import take_snapshot
from handlers.answers import colors
from handlers.answers.scope import scope_of
from handlers.quoting import may_be_named
from handlers.turn import Turn
from language.requests import compares_with_last_week
from language.understanding import Query
from language.wording import common
from language.wording.answers import history as wording
from models.calendar import utc
from models.change import Change
from models.mailbox import Reply

WEEKS = 4


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The changes of a few projects with who reported them, or how the colours of many have moved."""
    scope = await scope_of(turn, query)
    first = query.period.first if query.period else turn.today - timedelta(weeks=WEEKS)
    names = {key: standing.project.name for key, standing in scope.found.items()}
    if len(names) > wording.FEW and compares_with_last_week(turn.message.text):
        return await colors.compared(turn, query, turn.week.monday)
    if len(names) > wording.FEW:
        return await _colors(turn, list(names), scope.label)
    rows = (
        await Change.filter(project_id__in=list(names), at__lte=utc(turn.now))
        .order_by("at", "id")
        .prefetch_related("node", "person__unit")
    )
    lines = [
        wording.Line(
            names[row.project_id or ""],
            row.node.name if row.node else "",
            row.key,
            row.old,
            row.new,
            row.at,
            common.named_speaker(row.person.unit.name if row.person.unit else "", row.person) if row.person else "",
        )
        for row in rows
        if not (row.key == "problems" and not may_be_named(turn, [*(row.old or ()), *(row.new or ())]))
    ]
    return (Reply(wording.moved(list(names.values()), lines, first, turn.today, turn.office.policy.answer_lines)),)


async def _colors(turn: Turn, projects: list[str], label: str) -> tuple[Reply, ...]:
    counts = []
    for weeks in range(WEEKS, -1, -1):
        moment = turn.now - timedelta(weeks=weeks)
        snapshot = (await take_snapshot(moment, turn.office.policy)).of(projects)
        counts.append((snapshot.as_of, {color: len(snapshot.of_color(color)) for color in wording.COLORS}))
    return (Reply(wording.colors(label, counts, turn.today)),)
