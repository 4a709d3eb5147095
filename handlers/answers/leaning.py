"""Questions that lean on the last subject: why that colour, on what ground, what comes next, shorter, longer."""

from dataclasses import replace

from handlers.answers import status
from handlers.answers.scope import scope_of
from handlers.turn import Turn
from language.understanding import Query
from language.wording.answers import leaning as wording
from models.mailbox import Inbox, Reply

nothing_spoken_of = wording.nothing_spoken_of


async def why(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The rule and the node that decide a colour."""
    scope = await scope_of(turn, query)
    policy = turn.settings.policy
    lines = []
    for standing in scope.found.values():
        color, node = standing.color(scope.today, policy)
        months = policy.red_months if color.value == "red" else policy.yellow_months
        named = (node.name, node.planned, scope.unit(node.unit or standing.project.lead_unit_id)) if node else None
        lines.append(wording.why(standing.project.name, color, named, months, scope.today))
    return (Reply("\n".join(lines[: policy.answer_lines])),)


async def source(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Unit, time and words of the newest report behind what was said."""
    scope = await scope_of(turn, query)
    lines = []
    for standing in scope.found.values():
        said = standing.latest()
        message = await Inbox.get_or_none(id=said.message) if said and said.message else None
        words = said.words or (message.text if message else "") if said else ""
        unit, said_at = (scope.unit(said.unit), said.said_at) if said else ("", None)
        lines.append(wording.source(standing.project.name, unit, said_at, words, turn.today))
    return (Reply("\n".join(lines[: turn.settings.policy.answer_lines])),)


async def following(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The open node that is planned next."""
    scope = await scope_of(turn, query)
    lines = []
    for standing in scope.found.values():
        dated = sorted(
            (node for node in standing.open_nodes() if node.planned),
            key=lambda node: (node.planned or scope.today, node.id),
        )
        node = dated[0] if dated else None
        named = (node.name, node.planned, scope.unit(node.unit or standing.project.lead_unit_id)) if node else None
        lines.append(wording.following(standing.project.name, named, scope.today))
    return (Reply("\n".join(lines[: turn.settings.policy.answer_lines])),)


async def shorter(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The conclusion alone."""
    scope = await scope_of(turn, query)
    cards = [await status.card(each, scope, turn) for each in scope.found.values()]
    return (Reply(wording.shorter(cards, scope.today)),)


async def longer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Everything that is known; in a group the full length goes to the asker alone."""
    scope = await scope_of(turn, query)
    cards = [await status.card(each, scope, turn) for each in scope.found.values()]
    full = wording.longer(cards, scope.today)
    if turn.chat.is_group and full.count("\n") >= turn.settings.policy.answer_lines:
        return (Reply(wording.sent_privately()), Reply(full, private=True))
    return (Reply(full),)


async def other_one(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The same question of what was named: a status where nothing else was asked."""
    return await status.answer(turn, replace(query, aspect=None))
