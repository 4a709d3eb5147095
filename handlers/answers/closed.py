"""What has been closed in some time: problems, decisions, or both."""

from datetime import date

from handlers.answers import ledgers, problems
from handlers.quoting import may_be_named
from handlers.turn import Turn
from language.closed_questions import asks_what_stands, asks_what_was_closed, of_which_ledgers, period_of
from language.discretion import speaks_of_petition
from language.understanding import Period, Query
from language.wording.answers import closed as wording
from models.calendar import day_of
from models.issue import CLOSED as ISSUE_CLOSED
from models.issue import Issue
from models.mailbox import Reply
from models.meeting import CLOSED, Decision
from models.permission import ABOVE
from models.vocabulary import Role, Topic


async def answer(turn: Turn) -> tuple[Reply, ...] | None:
    """List what was closed; None where that is not asked, or not by those above."""
    if turn.person is None or Role(turn.person.role) not in ABOVE:
        return None
    if asks_what_stands(turn.plain) and not turn.lexicon.sure_projects(turn.plain):
        return await _standing(turn)
    if not asks_what_was_closed(turn.plain):
        return None
    period = period_of(turn.plain, turn.now, turn.lexicon) or Period(date(turn.today.year, 1, 1), turn.today)
    period = Period(period.first, min(period.last, turn.today))
    named = turn.lexicon.sure_projects(turn.plain)
    problems, decisions = of_which_ledgers(turn.plain)
    gone = await _problems(turn, period, named) if problems else None
    decided = await _decisions(turn, period, named) if decisions else None
    return (Reply(wording.closed(period, gone, decided, turn.today, turn.office.policy.answer_lines)),)


async def _standing(turn: Turn) -> tuple[Reply, ...]:
    """What is still open: decisions first, where there are any, then problems."""
    rows = await Decision.exclude(state=CLOSED).order_by("id").prefetch_related("meeting", "unit")
    decided = ledgers.listed(turn, rows) if rows else ""
    told = await problems.answer(turn, Query(Topic.PROBLEMS))
    return (Reply("\n".join(part for part in (decided, *(each.text for each in told)) if part)),)


async def _problems(turn: Turn, period: Period, named: list[str]) -> list[wording.Line]:
    rows = await Issue.filter(state=ISSUE_CLOSED).order_by("closed_at", "id").prefetch_related("project")
    return [
        wording.problem(row.number, row.project.name, row.categories, day_of(row.closed_at))
        for row in rows
        if row.closed_at is not None
        and period.first <= day_of(row.closed_at) <= period.last
        and row.project_id in (named or (row.project_id,))
        and turn.chat.covers(row.project_id)
        and may_be_named(turn, row.categories)
    ]


async def _decisions(turn: Turn, period: Period, named: list[str]) -> list[wording.Line]:
    rows = await Decision.filter(state=CLOSED).order_by("closed_at", "id").prefetch_related("meeting", "unit")
    return [
        wording.decision(row.number, row.text, row.unit.name if row.unit else "", day_of(row.closed_at))
        for row in rows
        if row.closed_at is not None
        and period.first <= day_of(row.closed_at) <= period.last
        and row.project_id in (named or (row.project_id,))
        and not (turn.chat.is_group and speaks_of_petition(row.text))
    ]
