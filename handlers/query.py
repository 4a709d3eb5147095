"""Answering a question: topic → function; what a question leaves out is taken from what was spoken of last."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from actions.dialogue import remember_subject
from handlers.answers import (
    colors,
    contact,
    deadline,
    history,
    inspections,
    investment,
    leaning,
    ledgers,
    missing,
    nodes,
    problems,
    status,
)
from handlers.turn import Turn
from language.ledger_questions import asks_about_promises, asks_who_is_on_duty, inspects
from language.requests import asks_for_deadline
from language.understanding import Query, query_with
from language.wording.answers import help as help_wording
from models.dialogue import last_subject
from models.mailbox import Reply
from models.vocabulary import Aspect, Topic

Answer = Callable[[Turn, Query], Awaitable[tuple[Reply, ...]]]

LEANS = (Topic.STATUS, Topic.PROBLEMS, Topic.NODES, Topic.INVESTMENT, Topic.CONTACT, Topic.HISTORY)
"""Topics that without any filter are asked of what was spoken of last; of everything where nothing was."""


async def _help(turn: Turn, query: Query) -> tuple[Reply, ...]:
    if asks_for_deadline(turn.message.text):
        return await deadline.answer(turn, query)
    return (Reply(help_wording.told()),)


ANSWERS: Mapping[Topic, Answer] = {
    Topic.STATUS: status.answer,
    Topic.COLORS: colors.answer,
    Topic.MISSING: missing.answer,
    Topic.PROBLEMS: problems.answer,
    Topic.NODES: nodes.answer,
    Topic.INVESTMENT: investment.answer,
    Topic.DECISIONS: ledgers.decisions,
    Topic.CONTACT: contact.answer,
    Topic.MEETING: ledgers.meeting,
    Topic.RANKING: ledgers.ranking,
    Topic.HISTORY: history.answer,
    Topic.HELP: _help,
}

ASPECTS: Mapping[Aspect, Answer] = {
    Aspect.WHY: leaning.why,
    Aspect.SOURCE: leaning.source,
    Aspect.NEXT: leaning.following,
    Aspect.SHORTER: leaning.shorter,
    Aspect.LONGER: leaning.longer,
    Aspect.OTHER_ONE: leaning.other_one,
}


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Answer from the store; what is asked of the last subject is asked of it while it is fresh."""
    if other := _ledger_of(turn, query):
        return await other(turn, query)
    last = await _last(turn)
    if query.aspect is not None:
        if not query.projects and last is None:
            return (Reply(leaning.nothing_spoken_of()),)
        asked = query_with(query, projects=query.projects or tuple((last or {}).get("projects", ())))
        replies = await ASPECTS[query.aspect](turn, asked)
    else:
        asked = query
        if last and query.topic in LEANS and _leans(query):
            asked = query_with(query, projects=tuple(last.get("projects", ())))
        replies = await ANSWERS[query.topic](turn, asked)
    named = tuple(project for reply in replies for project in reply.context.get("projects", ()))
    await _remember(turn, query_with(asked, projects=asked.projects or named), last)
    return replies


def _ledger_of(turn: Turn, query: Query) -> Answer | None:
    """The ledger that a question asks about by its own words, whatever topic was read."""
    if asks_about_promises(turn.message.text):
        return ledgers.promises
    if asks_who_is_on_duty(turn.message.text):
        return ledgers.on_duty
    kind = inspects(turn.message.text)
    if kind == "reported" and not (query.units or query.projects):
        return None
    return INSPECTIONS.get(kind)


INSPECTIONS: Mapping[str, Answer] = {
    "overview": inspections.overview,
    "stale": inspections.stale,
    "reported": inspections.reported,
    "draft": inspections.draft_history,
}


def _leans(query: Query) -> bool:
    """Whether a question names nothing that it could be about."""
    return not (
        query.projects
        or query.units
        or query.towns
        or query.categories
        or query.period
        or query.colors
        or query.node_state
    )


async def _last(turn: Turn) -> dict[str, list[str]] | None:
    """What the asker spoke of last in this chat, while that is fresh; None where it is nothing or too long ago."""
    fresh = turn.now - timedelta(minutes=turn.settings.policy.follow_up_minutes)
    found = await last_subject(turn.chat, turn.person, fresh)
    return found.data if found and found.data.get("projects") else None


async def _remember(turn: Turn, query: Query, last: dict[str, list[str]] | None) -> None:
    """What was asked about is what is spoken of now; the one before stays known for 那个呢."""
    if not query.projects:
        return
    before = (last or {}).get("projects", [])
    data = {"projects": list(query.projects), "topic": [query.topic.value]}
    if before and before != list(query.projects):
        data["before"] = before
    await remember_subject(turn.chat, turn.person, data, turn.now)
