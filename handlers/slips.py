"""Corrections that name nothing (更正：应为21%; 看错了，还没批): read as of what their sender reported here last."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from actions.report import facts_of, reported_lately, values_of
from handlers.turn import Turn
from language.query_filters import node_kinds_in
from language.requests import asks_about_last_week
from language.slips import (
    TAKEN_BACK,
    corrected_figure,
    corrected_value,
    corrects,
    counts_of,
    denies,
    figures_besides,
    holds_number,
    numbers_besides,
    only_corrects,
    restated,
    speaks_of_earlier_day,
    thing_in,
    told_again,
    told_in_full,
    zeros_too_many,
)
from language.understand import understand
from language.understanding import Ask, Nothing, Report, Reports, Understanding, Utterance
from models.calendar import at
from models.mailbox import Inbox
from models.report import Fact
from models.vocabulary import AskAbout, ChatKind, Status

SLIPS_WITHIN = timedelta(days=7)
"""An older report is corrected with its project's name."""
RESTATED_WITHIN = timedelta(hours=12)
"""A statement, other than a figure, puts right what was said the same day."""

LOOKED_BACK = 12
"""So many messages back a number is looked for that is called wrong."""

Told = Mapping[tuple[str, str | None], Mapping[str, Any]]
"""What a message told: each value by its key, by (project, node)."""


async def mend(turn: Turn, understood: Understanding) -> Understanding:
    """A correction that names nothing (更正：应为21%) is read as of what its sender reported here last."""
    if turn.person is None or not corrects(turn.plain):
        return understood
    figureless = corrected_figure(turn.plain) and isinstance(understood, Reports) and not _figures(understood)
    if isinstance(understood, Reports) and not only_corrects(turn.plain) and not figureless:
        unsaid = denies(restated(turn.plain)) and not any(each.status for each in understood.reports)
        return (unsaid and await _restated(turn)) or await _marked(turn, understood)
    if not isinstance(understood, Nothing | Ask) and not only_corrects(turn.plain) and not figureless:
        return understood
    if zeros := zeros_too_many(turn.plain):
        return await _other_noughts(turn, zeros) or understood
    value = corrected_value(turn.plain)
    if not corrected_figure(turn.plain) and denies(restated(turn.plain)):
        value = ""  # 是砌到顶层了，还没封: what follows says that it is not done
    address, since = turn.message.chat_address, turn.now - SLIPS_WITHIN
    if asks_about_last_week(turn.plain):
        since = min(since, at(turn.week.previous.monday, time()))
    named = set(turn.lexicon.sure_projects(turn.plain, turn.person.id))
    wrong = numbers_besides(turn.plain, value) if value else []
    lately = await reported_lately(turn.person, address, since, turn.now) if value else []
    lately = (wrong and await _told_these(turn, wrong, since)) or lately
    for message in lately:
        fitting: dict[str, list[Report]] = {}
        told, spoken = await facts_of(message), await _spoken_of(turn, message)
        those = {subject for subject, keys in told.items() if any(_tells(keys, each) for each in wrong)}
        those = those if spoken is None else {spoken}
        for subject, keys in told.items():
            if (
                (named and subject[0] not in named)
                or not _may_be_meant(turn, subject)
                or (those and subject not in those)
            ):
                continue
            meant = {
                key: said for key, said in keys.items() if any(_tells({key: said}, each) for each in wrong)
            } or keys
            read = _corrected(turn, subject, told_in_full(value, meant))
            if spoken is not None:
                read = [replace(each, node=subject[1]) for each in read]
            if {key for each in read for key, _ in values_of(each)} & set(meant):
                fitting.setdefault(subject[0], read)
        if len(fitting) > 1:
            fitting = await _of_wrong_value(turn, message, value, fitting) or fitting
        if len(fitting) > 1:
            return Ask(AskAbout.PROJECT, tuple(fitting))
        if fitting:
            return Reports(tuple(next(iter(fitting.values()))), correction=True)
    return await _restated(turn) or understood


async def _told_these(turn: Turn, wrong: Sequence[str], since: datetime) -> list[Inbox]:
    """Where else their sender told a number that is called wrong: 刚才的26.3写错了 of what the group was told."""
    assert turn.person is not None
    everywhere = await reported_lately(turn.person, None, since, turn.now, most=LOOKED_BACK)
    return [message for message in everywhere if any(holds_number(message.text, each) for each in wrong)]


def _tells(values: Mapping[str, Any], number: str) -> bool:
    """Whether a number is one of the values that were told of something."""
    flat = [part for value in values.values() for part in (value.values() if isinstance(value, dict) else (value,))]
    return any(str(each) == number for each in flat)


async def _other_noughts(turn: Turn, too_many: int) -> Reports | None:
    """多写了个0: the one figure of the last report, with as many noughts less or more."""
    assert turn.person is not None
    lately = await reported_lately(turn.person, turn.message.chat_address, turn.now - SLIPS_WITHIN, turn.now)
    facts = list(await Fact.filter(message=lately[0])) if lately else []
    figures = [each for each in facts if each.key == "percent" or each.key.startswith("investment/")]
    if len(figures) != 1:
        return None
    wrong = Decimal(str(figures[0].value))
    right = (wrong / Decimal(10) ** too_many).normalize()
    said = told_again({figures[0].key: f"{right:f}"})
    read = _corrected(turn, (figures[0].project_id, figures[0].node_id), said)
    return Reports(tuple(read), correction=True) if read else None


def _figures(understood: Reports) -> bool:
    """Whether any figure or day was read at all: what is corrected to one and holds none was not read."""
    return any(
        each.percent is not None or each.investments or each.quantities or each.done_on or each.due_on
        for each in understood.reports
    )


async def _marked(turn: Turn, understood: Reports) -> Reports:
    """错了，主体还没封顶: what is told behind such a word of what its sender told the same day corrects that."""
    if understood.correction or turn.person is None or not restated(turn.plain):
        return understood
    subjects = {(each.project, each.node) for each in understood.reports}
    lately = await reported_lately(turn.person, turn.message.chat_address, turn.now - RESTATED_WITHIN, turn.now)
    told = [await facts_of(message) for message in lately]
    return replace(understood, correction=True) if any(subjects & set(each) for each in told) else understood


async def _restated(turn: Turn) -> Reports | None:
    """哎不对，是砌到顶层了，还没封: a statement of what was reported last here, which names no project."""
    said = restated(turn.plain)
    if not said or turn.person is None:
        return None
    named = turn.lexicon.sure_projects(said, turn.person.id)
    since = turn.now - (SLIPS_WITHIN if speaks_of_earlier_day(turn.plain) else RESTATED_WITHIN)
    lately = await reported_lately(turn.person, turn.message.chat_address, since, turn.now)
    every = [await facts_of(message) for message in lately]
    for told in every:  # 说错了，许可证是今天拿的: of the message that told of a permit
        projects = _projects_of(told, named)
        if found := [
            each for project in projects for each in _read_of(turn, said, project) if (project, each.node) in told
        ]:
            return Reports(tuple(found), correction=True)
    for told in every:
        projects = _projects_of(told, named)
        if found := _of_same_kind(turn, said, told, projects):
            return Reports(tuple(found), correction=True)
        done = [each for each in told if told[each].get("status") == Status.DONE.value and each[0] in projects]
        if len(done) == 1 and (denies(said) or TAKEN_BACK.search(said)):
            undone = Report(done[0][0], node=done[0][1], status=Status.IN_PROGRESS, words=turn.message.text.strip())
            return Reports((undone,), correction=True)
    return None


def _projects_of(told: Told, named: Collection[str]) -> list[str]:
    """The projects of which a message told, of those that are named if any are."""
    return list(dict.fromkeys(project for project, _ in told if not named or project in named))


def _read_of(turn: Turn, said: str, project: str) -> list[Report]:
    """What a statement says of a project that it does not name; a node called done by what denies it is none."""
    reports = _told_of(turn, said, project, ChatKind(turn.chat.kind))
    return [] if denies(said) and any(each.status is Status.DONE for each in reports) else reports


def _of_same_kind(turn: Turn, said: str, told: Told, projects: Collection[str]) -> list[Report]:
    """What a statement says (还剩5处) of the one thing of which the same was told; empty where that is not one."""
    fitting = []
    for subject, values in told.items():
        if subject[0] not in projects or not _may_be_meant(turn, subject):
            continue
        read = _corrected(turn, subject, said)
        keys = {key for each in read for key, _ in values_of(each)}
        if keys and keys <= set(values) and not (denies(said) and any(each.status is Status.DONE for each in read)):
            fitting.append(read)
    return fitting[0] if len(fitting) == 1 else []


PAPERS = ("许可", "备案", "核准", "合格", "招标", "批复")
"""What a paper is called without what it is of; only a node that is called so may be meant."""


def _may_be_meant(turn: Turn, subject: tuple[str, str | None]) -> bool:
    """Whether a node is of a sort that the words name, where they name any: 许可证 is none of a design's approval."""
    kinds, papers = set(node_kinds_in(turn.plain)), [each for each in PAPERS if each in turn.plain]
    node = next((each for each in turn.lexicon.registry.projects[subject[0]].nodes if each.id == subject[1]), None)
    if node is None or not (kinds or papers):
        return True
    return node.kind in kinds or any(each in node.name for each in papers)


async def _spoken_of(turn: Turn, message: Inbox) -> tuple[str, str | None] | None:
    """刚才打错，沟槽是1.1公里, behind 沟槽挖了1.4公里，管子下了0.9公里: the one fact whose words hold what is named."""
    facts = await Fact.filter(message=message, key__startswith="quantity/")
    said = thing_in(turn.plain)
    if len({(each.project_id, each.node_id) for each in facts}) < 2 or not said:
        return None
    found = {(each.project_id, each.node_id) for each in facts if counts_of(said, each.value, each.words)}
    return found.pop() if len(found) == 1 else None


async def _of_wrong_value(
    turn: Turn, message: Inbox, value: str, fitting: dict[str, list[Report]]
) -> dict[str, list[Report]]:
    """Of several projects those of which the value that is called wrong was reported (1.35亿应为1.05亿)."""
    told = {(fact.project_id, fact.key, str(fact.value)) for fact in await Fact.filter(message=message)}
    found = {}
    for subject, keys in (await facts_of(message)).items():
        for wrong in figures_besides(turn.plain, value) if subject[0] in fitting else ():
            read = _corrected(turn, subject, told_in_full(wrong, keys))
            if any((subject[0], key, str(was)) in told for each in read for key, was in values_of(each)):
                found[subject[0]] = fitting[subject[0]]
    return found


def _corrected(turn: Turn, subject: tuple[str, str | None], told: str) -> list[Report]:
    """What a correction says of a project or a node of it."""
    project = turn.lexicon.registry.projects[subject[0]]
    node = next((each.name for each in project.nodes if each.id == subject[1]), "")
    return _told_of(turn, f"更正：{project.name}{node}{told}", project.id)


def _told_of(turn: Turn, said: str, project: str, kind: ChatKind = ChatKind.GROUP) -> list[Report]:
    """What words in place of a message's own say of a project."""
    sender = turn.person.id if turn.person else None
    read = understand(Utterance(said, turn.now, kind, sender, about=(project,)), turn.lexicon)
    if not isinstance(read, Reports):
        return []
    own = turn.message.text.strip()  # the source is what was written, not what it was read as
    return [replace(each, words=own) for each in read.reports if each.project == project]
