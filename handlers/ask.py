"""Asking back with one numbered question, and taking the answer: a number, 确认 or 不对."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from actions import alias, dialogue, roster
from actions.not_ours import NOT_OURS
from handlers import not_ours, onboarding, query, report
from handlers.turn import Turn
from language.all_unchanged import says_all_unchanged
from language.carrying import looked_up, only_names
from language.choosing import behind_denial, chosen_places, may_choose
from language.deferral import speaks_for_unit
from language.report.numbered import OPENS, beyond, runs_beyond
from language.understand import understand
from language.understanding import Ask, Command, PromptItem, Query, Reports, Understanding, Utterance
from language.wording import ask as wording
from language.wording import common
from language.wording.answers import status as status_wording
from models.calendar import local
from models.dialogue import PendingQuestion, lapsed_question, open_question, waiting_question
from models.mailbox import Inbox, Reply, last_prompt
from models.vocabulary import AskAbout, ChatKind, Role

WHICH_PROJECT = "which_project"
MOST_CHOICES = 4
ANSWERED_WITHIN = timedelta(hours=24)
"""Whoever answers later than that is not taken to answer at all."""


async def ask_back(turn: Turn, ask: Ask) -> tuple[Reply, ...]:
    """Put the one question that is open; the answer completes the message that was asked about."""
    registry = turn.lexicon.registry
    if ask.about is AskAbout.MEANING:
        return (Reply(wording.which_meaning()),)
    if says_all_unchanged(turn.plain) and speaks_for_unit(turn.plain):
        return (Reply(wording.nothing_owed()),)  # what is owed has been counted before
    if not ask.candidates and (name := looked_up(turn.plain)):
        return (Reply(status_wording.none_found(name)),)
    candidates = list(ask.candidates) or _likely(turn)
    if not candidates or len(candidates) > MOST_CHOICES:
        return (Reply(wording.which_project_openly(bool(candidates))),)
    if not ask.candidates and len(candidates) == 1 and (reports := _of_own_node(turn, candidates[0])):
        return await report.take_reports(turn, reports)
    payload = {"message": turn.message.id, "candidates": candidates}
    minutes = turn.office.policy.question_minutes
    number = await dialogue.ask(turn.chat, turn.person, WHICH_PROJECT, payload, turn.now, minutes)
    names = [registry.projects[each].name for each in candidates]
    return (Reply(wording.which_project(names), context={"question": number}, buttons=wording.choices(names)),)


def _likely(turn: Turn) -> list[str]:
    """The speaker's own projects, where none was named; else those on which their unit has to report."""
    if turn.person is None:
        return []
    return list(turn.lexicon.own_projects(turn.person.id)) or [
        project.id
        for project in turn.lexicon.registry.projects.values()
        if turn.person.role == Role.LIAISON.value
        and turn.person.unit_id
        and turn.person.unit_id in (project.lead_unit, *(node.unit for node in project.nodes))
    ]


def _of_own_node(turn: Turn, project: str) -> Reports | None:
    """What is told plainly of nodes that the speaker's unit holds in the one project it has any in: 燃气迁改完成."""
    if turn.lexicon.strangers(turn.plain):
        return None
    entry = turn.lexicon.registry.projects[project]
    own = {node.id for node in entry.nodes if turn.person and (node.unit or entry.lead_unit) == turn.person.unit_id}
    read = understand(replace(_said(turn, turn.message), about=(project,)), turn.lexicon)
    return read if isinstance(read, Reports) and all(each.node in own for each in read.reports) else None


async def beyond_list(turn: Turn) -> tuple[Reply, ...] | None:
    """Numbers that stand for nothing in the list somebody was given: nothing is guessed, the list is said again."""
    if turn.person is None or await open_question(turn.chat, turn.person, turn.now):
        return None
    items = await last_prompt(turn.person, turn.now)
    if not items or not _exceeds(turn, items):
        return None
    registry = turn.lexicon.registry
    names = [common.subject(registry, item["project"], item.get("node")) for item in items]
    return (Reply(wording.beyond_list(names)),)


def _exceeds(turn: Turn, items: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an answer by number names more than its list has; what names its projects itself is no such answer."""
    if beyond(turn.plain, [item["number"] for item in items]):
        return True
    if not OPENS.match(turn.plain) or turn.lexicon.sure_projects(turn.plain):
        return False
    return runs_beyond(turn.plain, [PromptItem(each["number"], each["project"], each.get("node")) for each in items])


async def take_choice(turn: Turn, command: Command) -> tuple[Reply, ...]:
    """The number of one of the choices; it completes the earlier message."""
    question = await _asked(turn)
    if question is None or command.number is None:
        return ()
    if question.kind == onboarding.WHICH_GROUP:
        return await onboarding.take_choice(turn, question, command.number)
    if question.kind != WHICH_PROJECT:
        return ()
    candidates = question.payload["candidates"]
    if not 1 <= command.number <= len(candidates):
        return (Reply(wording.no_such_choice(len(candidates))),)
    if not await dialogue.settle(question, turn.now):
        return ()
    return await _complete(turn, question, [candidates[command.number - 1]])


async def chosen_in_words(turn: Turn) -> tuple[Reply, ...] | None:
    """就是城北供热, 两个都是, 都不是: the choices that are meant; None where nothing was asked or else is said."""
    if not may_choose(turn.plain):
        return None
    question = await _asked(turn)
    if question is None:
        return await _too_late(turn)
    if question.kind != WHICH_PROJECT:
        return None
    candidates = question.payload["candidates"]
    named = turn.lexicon.sure_projects(turn.plain, turn.person.id if turn.person else None)
    if len(named) == 1 and only_names(turn.plain, turn.lexicon) and named[0] in candidates:
        return await _complete(turn, question, named) if await dialogue.settle(question, turn.now) else None
    places = chosen_places(turn.plain, [_names_of(turn, each) for each in candidates])
    if places is None or not await dialogue.settle(question, turn.now):
        return None
    chosen = [candidates[place] for place in places] or _meant_instead(turn)
    return await _complete(turn, question, chosen) if chosen else (Reply(wording.dropped()),)


def _names_of(turn: Turn, project: str) -> tuple[str, ...]:
    entry = turn.lexicon.registry.projects[project]
    return (entry.name, *entry.aliases)


def _meant_instead(turn: Turn) -> list[str]:
    """都不是，是消防站: the project that is named after none of the choices was meant."""
    said = behind_denial(turn.plain)
    named = turn.lexicon.sure_projects(said, turn.person.id if turn.person else None) if said else []
    return named if len(named) == 1 and only_names(said, turn.lexicon) else []


async def _too_late(turn: Turn) -> tuple[Reply, ...] | None:
    """An answer to a question that is no longer open is not taken for silence: the matter has to be said again."""
    question = await lapsed_question(turn.chat, turn.person, turn.now, turn.now - ANSWERED_WITHIN)
    if question is None or question.kind != WHICH_PROJECT:
        return None
    if not turn.chat.is_group and turn.person and await last_prompt(turn.person, turn.now):
        return None  # the number may be one of that list
    names = [_names_of(turn, each) for each in question.payload["candidates"]]
    if not chosen_places(turn.plain, names) or not await dialogue.settle(question, turn.now):
        return None
    return (Reply(wording.too_late(local(question.asked_at), turn.today)),)


async def _complete(turn: Turn, question: PendingQuestion, projects: Sequence[str]) -> tuple[Reply, ...]:
    """Understand the earlier message again, now that it is known which projects it is about."""
    earlier = await Inbox.get(id=question.payload["message"])
    read = [_understood_of(turn, earlier, project) for project in projects]
    then = replace(turn, message=earlier, now=local(earlier.sent_at))
    if reported := [each for each in read if isinstance(each, Reports)]:
        reports = tuple(report for each in reported for report in each.reports)
        return await report.take_reports(then, replace(reported[0], reports=reports))
    if asked := [each for each in read if isinstance(each, Query)]:
        return await query.answer(then, replace(asked[0], projects=tuple(projects)))
    return (Reply(wording.which_meaning()),)


def _understood_of(turn: Turn, earlier: Inbox, project: str) -> Understanding:
    return understand(replace(_said(turn, earlier), about=(project,)), turn.lexicon)


def _said(turn: Turn, message: Inbox) -> Utterance:
    return Utterance(
        text=message.text,
        now=local(message.sent_at),
        chat=ChatKind(turn.chat.kind),
        sender=turn.person.id if turn.person else None,
        quote=message.quote,
    )


async def _asked(turn: Turn) -> PendingQuestion | None:
    """What is answered: the question on the card whose button was pressed, else the newest that is open."""
    number = turn.pressed.context.get("question") if turn.pressed else None
    if number is not None:
        return await waiting_question(number, turn.now)
    return await open_question(turn.chat, turn.person, turn.now)


async def take_confirm(turn: Turn, command: Command) -> tuple[Reply, ...]:
    """确认: to whatever the bot asked last; silence where nothing was asked."""
    question = await _asked(turn)
    if question is None or question.kind not in CONFIRMED or not await dialogue.settle(question, turn.now):
        return ()
    return await CONFIRMED[question.kind](turn, question, True)


async def take_reject(turn: Turn, command: Command) -> tuple[Reply, ...]:
    """不对、取消: to whatever the bot asked last; silence where nothing was asked."""
    question = await _asked(turn)
    if question is None or not await dialogue.settle(question, turn.now):
        return ()
    if question.kind in CONFIRMED:
        return await CONFIRMED[question.kind](turn, question, False)
    return (Reply(wording.dropped()),)


async def _decide_identity(turn: Turn, question: PendingQuestion, agreed: bool) -> tuple[Reply, ...]:
    """The office says whether somebody is who they say they are."""
    assert turn.person is not None
    name = await roster.decide_identity(question.payload, agreed, turn.person, turn.now)
    left = await roster.claims_left(turn.person, turn.now)
    return (Reply("\n".join(part for part in (wording.identity_decided(name, agreed), left) if part)),)


async def _decide_alias(turn: Turn, question: PendingQuestion, agreed: bool) -> tuple[Reply, ...]:
    """The office says whether a name that people use means a project."""
    assert turn.person is not None
    name, project, known = await alias.decide(question.payload, agreed, turn.person, turn.now)
    return (Reply(wording.alias_decided(name, project, known)),)


CONFIRMED: Mapping[str, Callable[[Turn, PendingQuestion, bool], Awaitable[tuple[Reply, ...]]]] = {
    roster.IDENTITY: _decide_identity,
    alias.ALIAS: _decide_alias,
    NOT_OURS: not_ours.decide,
}
