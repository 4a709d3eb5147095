"""Gathers what one segment says: of whom, how much, and what may be wrong with it."""

from collections.abc import Sequence

from language.facts import Judgement
from language.hearing import BLANK, Heard, hear
from language.problems import problems_of
from language.report.aim import Aim
from language.report.figures import Setting
from language.report.lexing import Lexed
from language.report.measures import measure
from language.report.memory import Memory
from language.report.saying import Saying
from language.report.segments import Segment
from language.report.target import target_of
from language.report.tokens import Kind, Token
from language.structure import Clause
from language.tables.headings import Role
from models.registry import ProjectEntry
from models.vocabulary import Status


def gathered(
    lexed: Lexed,
    memory: Memory,
    clause: Clause,
    segment: Segment,
    judgement: Judgement,
    projects: Sequence[ProjectEntry],
) -> Saying:
    """One segment with all that is read from it, given what was said before."""
    text = lexed.text[segment.start : segment.end]
    aim = Aim(
        lexed.text,
        segment,
        clause,
        judgement,
        memory.target,
        memory.excepted,
        projects,
        memory.deferred,
        memory.left_over,
        memory.told_beside,
    )
    telltale = lexed.has_telltale(segment.start, segment.end)
    plain = _without_names(lexed, segment)
    things = _without_names(lexed, segment, things=True) if Kind.NODE in segment.kinds else plain
    heard = hear(text, plain, telltale, things, segment.of_works)
    troubled = _troubled(clause, judgement, heard)
    setting = Setting(
        planned=(judgement.planned and judgement.status is None) or judgement.doubtful,
        invests=clause.role is Role.INVESTMENT,
        due_from=_due_from(judgement, segment.tokens),
        others=judgement.of_the_rest and not judgement.done_on,
        troubled=troubled,
    )
    measures = measure(lexed, segment, memory.topic, setting)
    target = target_of(aim)
    target.part = target.part or (memory.all_but and judgement.status is Status.DONE)
    return Saying(clause, segment, text, judgement, target, measures, heard, troubled)


def _without_names(lexed: Lexed, segment: Segment, things: bool = False) -> str:
    """Its text without the names of its nodes, and of projects that stand in it: 石梯滑坡 is no slide."""
    text = segment.without_nodes(lexed.text[segment.start : segment.end], things)
    for span in lexed.projects:
        if segment.start <= span.start and span.end <= segment.end:
            low, high = span.start - segment.start, span.end - segment.start
            text = text[:low] + BLANK * (high - low) + text[high:]
    return text


def _troubled(clause: Clause, judgement: Judgement, heard: Heard) -> bool:
    if judgement.status is Status.BLOCKED or heard.solved or clause.role in (Role.PROBLEM, Role.HELP):
        return True
    return bool(problems_of(heard, heard.weighty).categories)


def _due_from(judgement: Judgement, tokens: Sequence[Token]) -> int | None:
    """Where the day to come stands, if the segment names one."""
    if judgement.due_on is None:
        return judgement.future_from
    return next((token.end for token in tokens if token.kind is Kind.DATE), None)
