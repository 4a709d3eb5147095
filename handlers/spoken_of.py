"""What is spoken of in a chat: what a question that leaves out its subject leans on, and what is remembered for it."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from datetime import timedelta
from typing import Any

from actions.dialogue import remember_subject
from handlers.turn import Turn
from language.carrying import ASKED
from language.normalize import normalize
from language.query_filters import node_kinds_in
from language.understanding import Query
from language.understanding_json import query_from_json, query_to_json
from models.dialogue import last_subject, spoken_of_here
from models.vocabulary import Topic

OTHERS = "others"
"""Marks what others spoke of: only a question that cannot stand alone (卡在哪了) leans on that."""
FEW = 2
"""So many projects of one loose name are answered for; of more it is asked which."""


async def spoken_of(turn: Turn) -> dict[str, Any]:
    """What the asker last spoke of here while that is fresh, else what others in the group did; empty for nothing."""
    if quoted := _quoted(turn):
        return quoted
    fresh = turn.now - timedelta(minutes=turn.office.policy.follow_up_minutes)
    if found := await last_subject(turn.chat, turn.person, fresh):
        return found.data
    others = await spoken_of_here(turn.chat, fresh) if turn.chat.is_group else None
    return {"projects": others.data["projects"], OTHERS: True} if others and others.data.get("projects") else {}


async def last_query(turn: Turn) -> Query | None:
    """What the asker asked last in this chat, while that is fresh."""
    found = await spoken_of(turn)
    if not found.get("query"):
        return None
    last = query_from_json(found["query"])
    return last if last.topic in ASKED else None


def _quoted(turn: Turn) -> dict[str, Any]:
    """What the quoted message is about, where it names few projects: that is what a question beside it leans on."""
    quote = normalize(turn.message.quote or "")
    named = [span.candidates for span in turn.lexicon.projects(quote, turn.person.id if turn.person else None)]
    projects = tuple(dict.fromkeys(each for candidates in named for each in candidates))
    if not 0 < len(projects) <= FEW:
        return {}
    kinds = node_kinds_in(quote)
    asked = Query(Topic.NODES if kinds else Topic.STATUS, projects=projects, node_kinds=kinds)
    return {"projects": list(projects), "query": query_to_json(asked), "words": ""}


def as_asked(turn: Turn, words: str) -> Turn:
    """The same turn with the words of the question that it leans on."""
    message = copy(turn.message)
    message.text = words
    return replace(turn, message=message)


async def remember(
    turn: Turn,
    query: Query,
    named: tuple[str, ...],
    last: dict[str, Any] | None,
    listed: Sequence[str] = (),
    order: Sequence[str] = (),
) -> None:
    """What was asked and answered about is what is spoken of now; the one before stays known for 那个呢.

    `listed` is all that the answer told of, too many to lean on but with 都 or 这几个; `order` what each line of it is
    about.
    """
    before = (last or {}).get("projects", [])
    data: dict[str, Any] = {"projects": list(named) or before, "topic": [query.topic.value]}
    if query.aspect is None:
        data["query"] = query_to_json(query)
        data |= {"wide": not named, "words": turn.message.text}
    elif last and last.get("query"):
        data |= {"query": last["query"], "words": last.get("words", "")}
    if listed:
        data["listed"] = list(listed)
    if order:
        data["order"] = list(order)
    if before and named and before != list(named):
        data["before"] = before
    await remember_subject(turn.chat, turn.person, data, turn.now)


async def remember_ledger(turn: Turn, query: Query, last: dict[str, Any] | None, order: Sequence[str] = ()) -> None:
    """A question about a ledger can be leant on (哪天到期); what was spoken of before it stays so."""
    data = {"projects": (last or {}).get("projects", []), "topic": [query.topic.value], "wide": True}
    data |= {"query": query_to_json(query), "words": turn.message.text}
    if order:
        data["order"] = list(order)
    await remember_subject(turn.chat, turn.person, data, turn.now)
