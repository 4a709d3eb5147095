"""Asking back with one numbered question, and taking the answer: a number, 确认 or 不对."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from actions import alias, dialogue, roster
from actions.not_ours import NOT_OURS
from handlers import not_ours, onboarding, query, report
from handlers.turn import Turn
from language.carrying import looked_up, only_names
from language.deferral import speaks_for_unit
from language.report.numbered import beyond
from language.requests import says_all_unchanged
from language.understand import understand
from language.understanding import Ask, Command, Query, Reports, Utterance
from language.wording import ask as wording
from language.wording import common
from language.wording.answers import status as status_wording
from models.calendar import local
from models.dialogue import PendingQuestion, open_question, waiting_question
from models.mailbox import Inbox, Reply, last_prompt
from models.vocabulary import AskAbout, ChatKind, Role

WHICH_PROJECT = "which_project"
MOST_CHOICES = 4


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
    if not items or not beyond(turn.plain, [item["number"] for item in items]):
        return None
    registry = turn.lexicon.registry
    names = [common.subject(registry, item["project"], item.get("node")) for item in items]
    return (Reply(wording.beyond_list(names)),)


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
    return await _complete(turn, question, candidates[command.number - 1])


async def chosen_by_name(turn: Turn) -> tuple[Reply, ...] | None:
    """就是城北供热: one of the choices by its name; None where nothing was asked or something else is said."""
    named = turn.lexicon.sure_projects(turn.plain, turn.person.id if turn.person else None)
    if len(named) != 1 or not only_names(turn.plain, turn.lexicon):
        return None
    question = await _asked(turn)
    if question is None or question.kind != WHICH_PROJECT or named[0] not in question.payload["candidates"]:
        return None
    return await _complete(turn, question, named[0]) if await dialogue.settle(question, turn.now) else None


async def _complete(turn: Turn, question: PendingQuestion, project: str) -> tuple[Reply, ...]:
    """Understand the earlier message again, now that it is known which project it is about."""
    earlier = await Inbox.get(id=question.payload["message"])
    said = replace(_said(turn, earlier), about=(project,))
    then = replace(turn, message=earlier, now=said.now)
    match understand(said, turn.lexicon):
        case Reports() as reports:
            return await report.take_reports(then, reports)
        case Query() as asked:
            return await query.answer(then, asked)
    return (Reply(wording.which_meaning()),)


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
