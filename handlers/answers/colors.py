"""Which projects are red, yellow, green; the chart."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from actions.board import take_snapshot
from handlers.answers import status
from handlers.answers.scope import scope_of
from handlers.turn import Turn
from language.asked_ahead import asks_what_turns
from language.dates import Direction, find_dates
from language.requests import compares_with_last_month, compares_with_last_week
from language.understanding import Query, query_with
from language.wording.answers import colors as wording
from language.wording.answers.leaning import shorter as one_by_one
from models.calendar import add_months, at
from models.mailbox import Reply
from models.policy import Policy
from models.standing import NodeStanding, ProjectStanding
from models.vocabulary import Color, Status

MOST_SPOKEN_OF = 3
LOOK_AHEAD = timedelta(days=30)
"""Who asks what is about to turn and says no end means the weeks to come; of a project, whenever that is."""
FAR = timedelta(days=365)


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The counts, and the projects of the colours that were asked for; of few that were named, each one's own."""
    if asks_what_turns(turn.plain):
        return await turning(turn, query)
    if compares_with_last_month(turn.plain):
        return await compared(turn, query, turn.today.replace(day=1))
    if compares_with_last_week(turn.message.text):
        return await compared(turn, query, turn.week.monday)
    scope = await scope_of(turn, query)
    if query.projects and 0 < len(scope.found) <= MOST_SPOKEN_OF:
        cards = [await status.card(each, scope, turn) for each in scope.found.values()]
        return (Reply(one_by_one(cards, scope.today), context={"projects": list(scope.found)}),)
    snapshot = (await take_snapshot(scope.moment, turn.office.policy)).of(list(scope.found) or [""])
    counts = {color: len(snapshot.of_color(color)) for color in wording.COLORS}
    wanted = query.colors or wording.YELLOW_AND_RED
    lines = [
        wording.Line(line.name, line.color, line.node, line.planned, line.holder or line.unit)
        for color in wording.COLORS
        if color in wanted
        for line in snapshot.of_color(color)
    ]
    text = wording.listed(
        scope.label, counts, lines, wanted, snapshot.as_of, turn.today, turn.office.policy.answer_lines
    )
    listed = [line.project for color in wanted for line in snapshot.of_color(color)]
    return (Reply(text, context={"projects": listed if len(listed) <= MOST_SPOKEN_OF else [], "listed": listed}),)


async def rules(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """By what a colour is set."""
    policy = turn.office.policy
    return (Reply(wording.rules(policy.yellow_months, policy.red_months)),)


async def chosen(turn: Turn, query: Query) -> list[str]:
    """The projects of the colours that were asked for."""
    scope = await scope_of(turn, query)
    snapshot = (await take_snapshot(scope.moment, turn.office.policy)).of(list(scope.found) or [""])
    return [line.project for color in query.colors for line in snapshot.of_color(color)]


async def turning(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """What will have another colour by the day that was said, unless it is finished before; soonest first."""
    said = _until(turn, query)
    until = said or turn.today + (FAR if query.projects else LOOK_AHEAD)
    scope = await scope_of(turn, query_with(query, period=None, colors=()))
    snapshot = (await take_snapshot(turn.now, turn.office.policy)).of(list(scope.found) or [""])
    now = {line.project: line.color for line in snapshot.lines}
    wanted = query.colors or wording.YELLOW_AND_RED
    found = [
        wording.Turning(on, standing.project.name, color, node.name, node.planned, scope.unit(node.unit or lead))
        for key, standing in scope.found.items()
        for lead in (standing.project.lead_unit_id,)
        for color in wording.YELLOW_AND_RED
        if color in wanted
        for on, node in list(_turns(standing, color, now.get(key, Color.GREEN), turn.office.policy, turn.today))[:1]
        if on <= until
    ]
    found.sort(key=lambda each: (each.on, each.name))
    text = wording.turning(scope.label, found, wanted, until, turn.today, turn.office.policy.answer_lines)
    names = {standing.project.name: key for key, standing in scope.found.items()}
    return (Reply(text, context={"projects": [names[each.name] for each in found][:MOST_SPOKEN_OF]}),)


def _until(turn: Turn, query: Query) -> date | None:
    """The day until which is asked: what will be lies ahead, so 月底 is the end of this month and not of the last."""
    if query.period and query.period.last >= turn.today:
        return query.period.last
    ahead = [span.resolve(Direction.PLAN) for span in find_dates(turn.plain, turn.now, turn.lexicon.registry.festivals)]
    days = [each.last for each in ahead if each and each.last and each.last >= turn.today]
    return max(days, default=None)


def _turns(
    standing: ProjectStanding, color: Color, now: Color, policy: Policy, today: date
) -> Iterator[tuple[date, NodeStanding]]:
    """The days to come on which an open node gives its project a colour that is worse than today's, soonest first."""
    if standing.status is Status.DONE or wording.COLORS.index(now) <= wording.COLORS.index(color):
        return
    months = policy.red_months if color is Color.RED else policy.yellow_months
    dated = [(add_months(node.planned, months), node) for node in standing.open_nodes() if node.planned]
    yield from sorted((each for each in dated if each[0] > today), key=lambda each: (each[0], each[1].id))


async def compared(turn: Turn, query: Query, since: date) -> tuple[Reply, ...]:
    """What has another colour than before a day began."""
    scope = await scope_of(turn, query_with(query, period=None))
    before = at(since, time()) - timedelta(microseconds=1)
    policy, projects = turn.office.policy, list(scope.found) or [""]
    earlier = (await take_snapshot(before, policy)).of(projects)
    current = (await take_snapshot(turn.now, policy)).of(projects)
    found = [
        move
        for move in current.moves_since(earlier)
        if not query.colors or move.line.color in query.colors or move.before in query.colors
    ]
    moves = [
        wording.Move(move.line.name, move.before, move.line.color, move.line.node, move.line.planned) for move in found
    ]
    wanted = query.colors or wording.COLORS
    counts = [(color, len(earlier.of_color(color)), len(current.of_color(color))) for color in wanted]
    text = wording.compared(scope.label, counts, moves, earlier.as_of, turn.today, policy.answer_lines)
    return (Reply(text, context={"projects": [move.line.project for move in found][:MOST_SPOKEN_OF]}),)
