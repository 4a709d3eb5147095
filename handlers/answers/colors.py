"""Which projects are red, yellow, green; the chart."""

from actions.board import take_snapshot
from handlers.answers.scope import scope_of
from handlers.turn import Turn
from language.understanding import Query
from language.wording.answers import colors as wording
from models.mailbox import Reply


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The counts, and the projects of the colours that were asked for."""
    scope = await scope_of(turn, query)
    snapshot = (await take_snapshot(scope.moment, turn.settings.policy)).of(list(scope.found) or [""])
    counts = {color: len(snapshot.of_color(color)) for color in wording.COLORS}
    wanted = query.colors or wording.YELLOW_AND_RED
    lines = [
        wording.Line(line.name, line.color, line.node, line.planned, line.unit)
        for color in wording.COLORS
        if color in wanted
        for line in snapshot.of_color(color)
    ]
    text = wording.listed(
        scope.label, counts, lines, wanted, snapshot.as_of, turn.today, turn.settings.policy.answer_lines
    )
    return (Reply(text),)
