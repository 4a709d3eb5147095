"""Answering a question: topic → function; what a question leaves out is taken from what was spoken of last."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from actions.bulletin import Picture, draw_now
from handlers import in_order
from handlers.answers import (
    colors,
    comparing,
    contact,
    deadline,
    foremost,
    history,
    holders,
    inspections,
    investment,
    leaning,
    ledgers,
    mentioned,
    missing,
    moved,
    nodes,
    problems,
    status,
    unfinished,
)
from handlers.answers.scope import moment_of
from handlers.spoken_of import OTHERS, as_asked, remember, remember_ledger, spoken_of
from handlers.turn import Turn
from language.asked_ahead import asks_what_fails
from language.carrying import (
    unknown_town,
)
from language.due_questions import asks_for_deadline, asks_when_report_is_due
from language.elsewhere import wants_monthly
from language.foremost import foremost_asked
from language.ledger_questions import (
    asks_about_charge,
    asks_about_promises,
    asks_if_published,
    asks_who_is_on_duty,
    inspects,
    tells_own_report,
)
from language.moved_questions import asks_what_moved
from language.query_filters import colors_in
from language.requests import (
    adds_up,
    asks_for_another_trade,
    asks_for_chart,
    asks_for_count,
    asks_for_number,
    asks_for_rules,
    asks_of_one,
    asks_of_those,
    asks_when_it_turns,
    asks_who_was_late,
    asks_widely,
    compares_projects,
    compares_with_last_month,
    speaks_of_nodes,
)
from language.understanding import Query, query_with
from language.understanding_json import query_from_json
from language.wording import office as office_wording
from language.wording import overheard as overheard_wording
from language.wording.answers import help as help_wording
from language.wording.answers import status as status_wording
from models.chat import private_chat
from models.mailbox import Reply
from models.permission import SEES_BOARD
from models.vocabulary import Aspect, Role, Topic

Answer = Callable[[Turn, Query], Awaitable[tuple[Reply, ...]]]

LEANS = (Topic.STATUS, Topic.PROBLEMS, Topic.NODES, Topic.INVESTMENT, Topic.CONTACT, Topic.HISTORY)
"""Topics that without any filter are asked of what was spoken of last; of everything where nothing was."""

OF_WORKS = (Topic.STATUS, Topic.NODES, Topic.PROBLEMS, Topic.COLORS)
"""What a question which works will not be ready may be taken for."""
BESIDE_WORKS = (Topic.CONTACT, Topic.INVESTMENT)
OF_CYCLE = (Topic.STATUS, Topic.HELP, Topic.MISSING)
"""What a question about the cycle itself may be taken for."""


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
    Aspect.DETAIL: leaning.other_one,
    Aspect.WHEN: holders.when,
    Aspect.SINCE: holders.since,
    Aspect.HOLDER: holders.holder,
}
KEEPS_KINDS = (Aspect.WHEN, Aspect.SINCE, Aspect.HOLDER)
"""Sides that are wanted of the very nodes that were asked about last."""


async def answer(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Answer from the store; what is asked of the last subject is asked of it while it is fresh."""
    place = unknown_town(turn.plain, turn.lexicon)
    if place and not (query.projects or query.units or query.towns or query.categories):
        return (Reply(status_wording.none_found(place)),)
    if turn.chat.is_group and query.projects and not any(turn.chat.covers(each) for each in query.projects):
        return await _elsewhere(turn, query)
    if asks_for_another_trade(turn.plain) and not query.projects:
        return (Reply(overheard_wording.another_trade()),)
    if query.topic is Topic.STATUS and not query.projects and wants_monthly(turn.plain):
        return (Reply(office_wording.ELSEWHERE["monthly"]),)
    if asks_when_it_turns(turn.plain) and (query.projects or _leans(query_with(query, colors=()))):
        query = Query(Topic.COLORS, projects=query.projects, aspect=Aspect.WHY)
    if query.topic is Topic.HISTORY and compares_with_last_month(turn.plain) and (hues := colors_in(turn.plain)):
        query = query_with(query, topic=Topic.COLORS, colors=hues)  # 红灯比上个月多了几个
    subject = await spoken_of(turn)
    if subject.get("listed") and _leans(query) and asks_of_those(turn.plain):
        query = query_with(query, projects=tuple(subject["listed"]))
    last = subject if subject.get("projects") else None
    of_one = asks_of_one(turn.plain)
    if subject.get(OTHERS) and not (query.aspect or of_one or query.topic is Topic.CONTACT):
        last = None
    if other := _ledger_of(turn, query):
        leans = other is inspections.plan_changes and _leans(query) and not asks_widely(turn.plain)
        of_own = turn.lexicon.own_projects(turn.person.id) if turn.person else ()
        about = of_own or tuple((last or {}).get("projects", ()))
        await remember_ledger(turn, query, last)  # before the answer, whose own questions lean on it
        told = await other(turn, query_with(query, projects=about) if leans and about else query)
        order = in_order.told_in_order(turn, told)
        if alone := tuple(each for reply in told for each in reply.context.get("projects", ())):
            await remember(turn, query, alone, last, (), order)
        elif order:
            await remember_ledger(turn, query, last, order)
        return told
    if _of_what_was_decided(turn, query, subject):
        return await answer(as_asked(turn, subject["words"]), query_from_json(subject["query"]))
    if query.aspect is Aspect.SOURCE and not query.projects and subject.get("wide") and subject.get("query"):
        told = await answer(as_asked(turn, subject["words"]), query_from_json(subject["query"]))
        return (replace(told[0], text=f"{leaning.by_the_records(turn)}\n{told[0].text}"), *told[1:])
    if query.aspect in REPEATS and not query.projects and _repeatable(query, subject):
        before = query_from_json(subject["query"])
        if adds_up(turn.plain):
            before, words = query_with(before, projects=()), f"{subject['words']}{turn.message.text}"
        else:
            words = subject["words"]
        told = await answer(leaning.roomier(as_asked(turn, words)), before)
        return leaning.again(turn, query, told)
    if query.aspect is Aspect.WHY and not query.projects and (_chooses(query) or (query.colors and last is None)):
        replies = await leaning.why_many(turn, query)
        asked = query
    elif (
        query.aspect is Aspect.WHY
        and query.topic is Topic.PROBLEMS
        and not query.projects
        and (asks_widely(turn.plain) or (asks_of_those(turn.plain) and last is None))
    ):
        asked = query_with(query, aspect=None)  # 都卡在哪儿了，挨个说
        replies = await ANSWERS[query.topic](turn, asked)
    elif query.aspect is not None:
        if not query.projects and last is None:
            return (Reply(leaning.nothing_spoken_of()),)
        asked = _of_the_last(query, last)
        replies = await ASPECTS[query.aspect](turn, asked)
    else:
        asked = query
        goes_on_widely = subject.get("wide") and query.topic in OF_ALL and not of_one
        if (
            query.topic in LEANS
            and _leans(query, of_one)
            and not (goes_on_widely or turn.without or asks_widely(turn.plain))
        ):
            if last is None and of_one and not query.node_kinds:
                return (Reply(leaning.nothing_spoken_of()),)
            asked = query_with(query, projects=tuple((last or {}).get("projects", ())))
            asked = query_with(asked, period=None) if of_one else asked
            asked = query_with(asked, projects=_with_such(turn, asked))
        if asked.topic is Topic.NODES and asked == Query(Topic.NODES) and not speaks_of_nodes(turn.plain):
            return (Reply(help_wording.not_understood()),)  # 月报什么时候能出 is about none of our nodes
        topic = Topic.STATUS if _counts_works(turn, asked) else query.topic
        replies = await _with_mention(turn, asked, await ANSWERS[topic](turn, asked))
    named = tuple(project for reply in replies for project in reply.context.get("projects", ()))
    listed = [project for reply in replies for project in reply.context.get("listed", ())]
    order = in_order.told_in_order(turn, replies) or subject.get("order", ())  # 头一个 stays that of the list before
    await remember(turn, asked, asked.projects or named, last, listed, order)
    return replies


def _with_such(turn: Turn, query: Query) -> tuple[str, ...]:
    """可研等谁 behind talk of works that have none: the asker's own projects with such a node, or all, are meant."""
    known = turn.lexicon.registry.projects
    if not (query.node_kinds and query.projects) or query.topic is not Topic.NODES:
        return query.projects
    if any(node.kind in query.node_kinds for each in query.projects for node in known[each].nodes):
        return query.projects
    own = turn.lexicon.own_projects(turn.person.id) if turn.person else ()
    return tuple(each for each in own if any(node.kind in query.node_kinds for node in known[each].nodes))


def _counts_works(turn: Turn, query: Query) -> bool:
    """还差多少公里: how much of one project is done or left is told with how it stands, and by no list of nodes."""
    alone = query.topic is Topic.NODES and len(query.projects) == 1 and not (query.node_kinds or query.period)
    return alone and asks_for_count(turn.plain)


async def _with_mention(turn: Turn, query: Query, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """The answer about one project, and where it was said what the question asks for by a word of no plan."""
    if len(query.projects) != 1 or len(replies) != 1 or query.topic not in (*OF_WORKS, *BESIDE_WORKS):
        return replies
    said = await mentioned.beside(turn, query.projects[0], replies[0].text)
    return (replace(replies[0], text=f"{replies[0].text}\n{said}"),) if said else replies


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
    if asks_if_published(turn.plain):
        return inspections.publication
    if query.topic in OF_WORKS and not query.projects and asks_what_fails(turn.plain):
        return unfinished.answer
    if query.topic in OF_CYCLE and not query.projects and asks_when_report_is_due(turn.plain):
        return deadline.answer
    if asks_for_rules(turn.plain) and not (query.projects or query.units or query.towns):
        return colors.rules
    if query.topic is Topic.RANKING and asks_who_was_late(turn.plain):
        return missing.answer
    if query.topic is Topic.RANKING and compares_projects(turn.plain):
        return colors.answer
    about_unit = query.topic in (Topic.STATUS, Topic.NODES) and query.units and not query.projects
    if about_unit and asks_about_charge(turn.plain):
        return ledgers.decisions
    if not query.projects and query.topic in MOVED and asks_what_moved(turn.plain):
        return moved.answer
    if foremost_asked(turn.plain) and not query.projects and query.topic is not Topic.MISSING:
        return foremost.answer
    kind = inspects(turn.plain)
    if kind == "reported" and tells_own_report(turn.plain) and turn.person is not None and turn.person.unit_id:
        return partial(_own_report, turn.person.unit_id)
    if kind == "reported" and not (query.units or query.projects):
        return None
    return INSPECTIONS.get(kind)


MOVED = (Topic.STATUS, Topic.HISTORY, Topic.NODES, Topic.COLORS)
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


OF_ALL = frozenset({Topic.PROBLEMS, Topic.INVESTMENT})
"""What is asked right behind a question about all, and names nothing, is about all again."""
REPEATS = (Aspect.SHORTER, Aspect.LONGER, Aspect.DETAIL)
"""What may be wanted of an answer about many projects, too: the last question is answered once more."""


def _of_what_was_decided(turn: Turn, query: Query, subject: dict[str, Any]) -> bool:
    """Whether 谁牵头的, 该谁办 is asked right behind what a meeting decided: each line of that names its unit."""
    asks_who = query.aspect is Aspect.HOLDER or (query.topic is Topic.CONTACT and not asks_for_number(turn.plain))
    behind = subject.get("topic") == [Topic.DECISIONS.value] and bool(subject.get("query"))
    return asks_who and behind and _leans(query)


def _repeatable(query: Query, subject: dict[str, Any]) -> bool:
    """Whether the last question can be asked again: shorter and longer that about many, for a detail any."""
    if not subject.get("query"):
        return False
    told = query_from_json(subject["query"]).topic is not Topic.CONTACT
    return bool(subject.get("wide")) or (told and query.aspect is Aspect.DETAIL)


def _of_the_last(query: Query, last: dict[str, Any] | None) -> Query:
    """A question without a subject (怎么还没批), of the projects and procedures that were asked about last."""
    if query.projects or last is None:
        return query
    before = query_from_json(last["query"]) if last.get("query") else query
    keeps = query.topic is Topic.PROBLEMS or query.aspect in KEEPS_KINDS
    kinds = query.node_kinds or (before.node_kinds if keeps else ())
    return query_with(query, projects=tuple(last.get("projects", ())), node_kinds=kinds)


async def _own_report(unit: str, turn: Turn, query: Query) -> tuple[Reply, ...]:
    """我报的什么: what the speaker's own unit has reported."""
    return await inspections.reported(turn, query_with(query, units=(unit,)))


def _chooses(query: Query) -> bool:
    """Whether a question itself says whose projects it is about: 住建局黄灯项目卡在啥上."""
    return bool(query.units or query.towns or query.categories)


def _leans(query: Query, of_one: bool = False) -> bool:
    """Whether a question names nothing that it could be about; one about a single thing says no more by its state."""
    return not (
        query.projects
        or query.units
        or query.towns
        or query.categories
        or (query.period and query.topic is not Topic.HISTORY and not of_one)
        or query.colors
        or (query.node_state and not of_one)
    )


async def draw_for(turn: Turn, query: Query) -> tuple[Picture, ...]:
    """The board as of the day that is asked for (5月底的三色图); slow, and no transaction may be open around it."""
    if query.topic is not Topic.COLORS or turn.person is None or not asks_for_chart(turn.plain):
        return ()
    if Role(turn.person.role) not in SEES_BOARD:
        return ()
    return await draw_now(moment_of(turn, query), turn.chat.scope if turn.chat.is_group else [], turn.office.policy)
