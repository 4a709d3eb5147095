"""Answering a question: topic → function; what a question leaves out is taken from what was spoken of last."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from actions.bulletin import Picture, draw_now
from actions.dialogue import remember_subject
from handlers.answers import (
    colors,
    comparing,
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
from handlers.answers.scope import moment_of
from handlers.turn import Turn
from language.carrying import (
    ASKED,
    asks_of_progress,
    carried,
    changed_in,
    looked_up,
    loosely_named,
    says_more,
    sort_named,
    unknown_town,
)
from language.ledger_questions import (
    asks_about_charge,
    asks_about_promises,
    asks_who_is_on_duty,
    inspects,
    tells_own_report,
)
from language.requests import (
    asks_for_another_trade,
    asks_for_chart,
    asks_for_deadline,
    asks_when_report_is_due,
    asks_who_was_late,
    asks_widely,
    compares_projects,
)
from language.understand import understand
from language.understanding import Ask, Nothing, Query, Understanding, Utterance, query_with
from language.understanding_json import query_from_json, query_to_json
from language.wording import overheard as overheard_wording
from language.wording.answers import help as help_wording
from language.wording.answers import status as status_wording
from models.chat import private_chat
from models.dialogue import last_subject
from models.mailbox import Reply
from models.permission import ABOVE, SEES_BOARD
from models.vocabulary import AskAbout, Aspect, Role, Topic

Answer = Callable[[Turn, Query], Awaitable[tuple[Reply, ...]]]

LEANS = (Topic.STATUS, Topic.PROBLEMS, Topic.NODES, Topic.INVESTMENT, Topic.CONTACT, Topic.HISTORY)
"""Topics that without any filter are asked of what was spoken of last; of everything where nothing was."""


async def _help(turn: Turn, query: Query) -> tuple[Reply, ...]:
    if asks_for_deadline(turn.plain):
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
    Topic.RANKING: comparing.ranking,
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
    place = unknown_town(turn.plain, turn.lexicon)
    if place and not (query.projects or query.units or query.towns or query.categories):
        return (Reply(status_wording.none_found(place)),)
    if turn.chat.is_group and query.projects and not any(turn.chat.covers(each) for each in query.projects):
        return await _elsewhere(turn, query)
    last = await _last(turn)
    if other := _ledger_of(turn, query):
        leans = other is inspections.plan_changes and last and _leans(query) and not asks_widely(turn.plain)
        return await other(turn, query_with(query, projects=tuple(last["projects"])) if leans and last else query)
    if query.aspect in AGAIN and not query.projects and (wide := await _wide_query(turn)):
        return leaning.again(turn, query, await ANSWERS[wide.topic](leaning.roomier(turn), wide))
    if query.aspect is Aspect.WHY and not query.projects and (_chooses(query) or (query.colors and last is None)):
        replies = await leaning.why_many(turn, query)
        asked = query
    elif query.aspect is not None:
        if not query.projects and last is None:
            return (Reply(leaning.nothing_spoken_of()),)
        asked = _of_the_last(query, last)
        replies = await ASPECTS[query.aspect](turn, asked)
    else:
        asked = query
        if last and query.topic in LEANS and _leans(query) and not asks_widely(turn.plain):
            asked = query_with(query, projects=tuple(last.get("projects", ())))
        replies = await ANSWERS[query.topic](turn, asked)
    named = tuple(project for reply in replies for project in reply.context.get("projects", ()))
    await _remember(turn, asked, asked.projects or named, last)
    return replies


async def _elsewhere(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Of projects that are not this group's business the answer goes to the asker alone."""
    alone = await private_chat(turn.message.platform, turn.message.sender_address or "")
    told = await answer(replace(turn, chat=alone), query)
    return (Reply(overheard_wording.not_of_this_group()), *(replace(each, private=True) for each in told))


def _ledger_of(turn: Turn, query: Query) -> Answer | None:
    """The ledger that a question asks about by its own words, whatever topic was read."""
    if asks_about_promises(turn.plain):
        return ledgers.promises
    if asks_who_is_on_duty(turn.plain):
        return ledgers.on_duty
    if query.topic is Topic.STATUS and not query.projects and asks_when_report_is_due(turn.plain):
        return deadline.answer
    if query.topic is Topic.RANKING and asks_who_was_late(turn.plain):
        return missing.answer
    if query.topic is Topic.RANKING and compares_projects(turn.plain):
        return colors.answer
    about_unit = query.topic in (Topic.STATUS, Topic.NODES) and query.units and not query.projects
    if about_unit and asks_about_charge(turn.plain):
        return ledgers.decisions
    kind = inspects(turn.plain)
    if kind == "reported" and tells_own_report(turn.plain) and turn.person is not None and turn.person.unit_id:
        return partial(_own_report, turn.person.unit_id)
    if kind == "reported" and not (query.units or query.projects):
        return None
    return INSPECTIONS.get(kind)


INSPECTIONS: Mapping[str, Answer] = {
    "overview": inspections.overview,
    "stale": inspections.stale,
    "reported": inspections.reported,
    "draft": inspections.draft_history,
    "changes": inspections.plan_changes,
    "differs": inspections.differs,
    "nudged": comparing.nudged,
    "silent": comparing.silent,
}


AGAIN = (Aspect.SHORTER, Aspect.LONGER)
"""What may be wanted of an answer about many projects, too."""


def _of_the_last(query: Query, last: dict[str, Any] | None) -> Query:
    """A question without a subject (怎么还没批), of the projects and procedures that were asked about last."""
    if query.projects or last is None:
        return query
    before = query_from_json(last["query"]) if last.get("query") else query
    kinds = query.node_kinds or (before.node_kinds if query.topic is Topic.PROBLEMS else ())
    return query_with(query, projects=tuple(last.get("projects", ())), node_kinds=kinds)


async def _own_report(unit: str, turn: Turn, query: Query) -> tuple[Reply, ...]:
    """我报的什么: what the speaker's own unit has reported."""
    return await inspections.reported(turn, query_with(query, units=(unit,)))


async def _wide_query(turn: Turn) -> Query | None:
    """What the asker asked last in this chat, if that was about more than the projects spoken of."""
    found = await _subject(turn)
    return query_from_json(found["query"]) if found.get("wide") else None


def _chooses(query: Query) -> bool:
    """Whether a question itself says whose projects it is about: 住建局黄灯项目卡在啥上."""
    return bool(query.units or query.towns or query.categories)


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


async def draw_for(turn: Turn, query: Query) -> tuple[Picture, ...]:
    """The board as of the day that is asked for (5月底的三色图); slow, and no transaction may be open around it."""
    if query.topic is not Topic.COLORS or turn.person is None or not asks_for_chart(turn.plain):
        return ()
    if Role(turn.person.role) not in SEES_BOARD:
        return ()
    return await draw_now(moment_of(turn, query), turn.chat.scope if turn.chat.is_group else [], turn.office.policy)


async def carry(turn: Turn, understood: Understanding) -> Understanding:
    """A question that only changes one thing about the last one (那学校呢, 上周呢), or names its project loosely."""
    if turn.person is None or not isinstance(understood, Query | Nothing | Ask):
        return understood
    if isinstance(understood, Nothing) and asks_for_another_trade(turn.plain):
        return understood
    if isinstance(understood, Ask) and (understood.about is not AskAbout.PROJECT or understood.candidates):
        return understood
    text, people = turn.plain, frozenset(turn.lexicon.registry.people)
    if isinstance(understood, Ask) and unknown_town(text, turn.lexicon):
        return Query(Topic.STATUS)
    what = changed_in(text, people)
    if isinstance(understood, Query):
        last = await _last_query(turn) if what and understood.topic is Topic.STATUS and not understood.aspect else None
        return carried(last, understood) if last and says_more(understood) else understood
    return (what and await _changed(turn, what)) or _loosely(turn, text, what, understood) or understood


async def _changed(turn: Turn, what: str) -> Query | Ask | None:
    """The last question, of what is named now."""
    last = await _last_query(turn)
    projects = loosely_named(what, turn.lexicon)
    if projects:
        if len(projects) > FEW:
            return Ask(AskAbout.PROJECT, projects)
        return carried(last or Query(Topic.STATUS), Query(Topic.STATUS, projects=projects))
    if last is None or last.topic not in ASKED:
        return None
    read = understand(
        Utterance(f"{what}{ASKED[last.topic]}", turn.now, sender=turn.person.id if turn.person else None), turn.lexicon
    )
    if not isinstance(read, Query) or not says_more(read):
        return None
    return carried(last, replace(read, topic=last.topic))


def _loosely(turn: Turn, text: str, what: str | None, understood: Understanding) -> Query | Ask | None:
    """A question whose project is named by a word of its name, or by its sort, read again as about that one."""
    asked = what or asks_of_progress(text, frozenset(turn.lexicon.registry.people)) or looked_up(text)
    projects = loosely_named(asked, turn.lexicon) if asked else ()
    if not projects and isinstance(understood, Ask):
        projects = sort_named(text, turn.lexicon)
    if len(projects) > FEW:
        return Ask(AskAbout.PROJECT, projects)
    if projects:
        read = understand(
            Utterance(text, turn.now, sender=turn.person.id if turn.person else None, about=projects), turn.lexicon
        )
        return replace(read, projects=projects) if isinstance(read, Query) else Query(Topic.STATUS, projects=projects)
    above = turn.person is not None and Role(turn.person.role) in ABOVE
    return Ask(AskAbout.PROJECT) if above and asked and isinstance(understood, Nothing) else None


async def _last_query(turn: Turn) -> Query | None:
    """What the asker asked last in this chat, while that is fresh."""
    found = await _subject(turn)
    if not found.get("query"):
        return None
    last = query_from_json(found["query"])
    return last if last.topic in ASKED else None


FEW = 2
"""So many projects of one loose name are answered for; of more it is asked which."""


async def _last(turn: Turn) -> dict[str, Any] | None:
    """What the asker spoke of last in this chat, while that is fresh; None where it is nothing or too long ago."""
    found = await _subject(turn)
    return found if found.get("projects") else None


async def _subject(turn: Turn) -> dict[str, Any]:
    """What was remembered of the asker's last words in this chat, while that is fresh; empty where there is nothing."""
    fresh = turn.now - timedelta(minutes=turn.office.policy.follow_up_minutes)
    found = await last_subject(turn.chat, turn.person, fresh)
    return found.data if found else {}


async def _remember(turn: Turn, query: Query, named: tuple[str, ...], last: dict[str, Any] | None) -> None:
    """What was asked and answered about is what is spoken of now; the one before stays known for 那个呢."""
    before = (last or {}).get("projects", [])
    data: dict[str, Any] = {"projects": list(named) or before, "topic": [query.topic.value]}
    if query.aspect is None:
        data["query"] = query_to_json(query)
        data["wide"] = not named
    elif last and last.get("query"):
        data["query"] = last["query"]
    if before and named and before != list(named):
        data["before"] = before
    await remember_subject(turn.chat, turn.person, data, turn.now)
