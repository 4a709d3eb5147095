"""What meetings decided, when the next one is; how units report is not compared in a group."""

from handlers.answers.scope import scope_of
from handlers.turn import Turn
from language.understanding import Query
from language.wording.answers import ledgers as wording
from models.calendar import Week, utc
from models.job_run import JobRun
from models.mailbox import Reply
from models.meeting import OPEN, Decision, Meeting
from models.people import Unit
from models.permission import SEES_COMPARISON
from models.vocabulary import Role, Why
from models.weekly import week_state

WEEKS = 4


async def decisions(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The decisions that fit, open ones first."""
    rows = (
        await Decision.filter(meeting__ended_at__lte=utc(turn.now)).order_by("id").prefetch_related("meeting", "unit")
    )
    if query.projects or query.towns or query.categories:
        scope = await scope_of(turn, query)
        rows = [row for row in rows if row.project_id in scope.found]
    if query.units:
        rows = [row for row in rows if row.unit_id in query.units]
    lines = [
        wording.DecisionLine(
            f"{row.meeting.serial or ''}-{row.serial:02d}",
            row.text,
            row.unit.name if row.unit else "",
            row.due_on,
            row.state == OPEN,
        )
        for row in rows
    ]
    return (Reply(wording.decisions(lines, turn.today, turn.settings.policy.answer_lines)),)


async def meeting(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The next meeting that is known."""
    coming = await Meeting.filter(starts_at__gte=utc(turn.now), ended_at=None).order_by("starts_at").first()
    return (Reply(wording.meeting(coming.starts_at if coming else None, coming.place if coming else "", turn.today)),)


async def ranking(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """No comparison of units in a group; the facts of past weeks privately to those who may have them."""
    if turn.person is None or Role(turn.person.role) not in SEES_COMPARISON:
        return (Reply(wording.not_compared(sent=False)),)
    names = {unit.id: unit.name for unit in await Unit.all()}
    weeks, week = [], Week.of(turn.today)
    for _ in range(WEEKS):
        week = week.previous
        if not await JobRun.filter(job=f"cutoff/{week}").exists():
            continue  # nobody was asked in that week
        state = await week_state(week, turn.now, turn.settings.weekly, turn.settings.calendar)
        weeks.append((week, [names[unit] for unit in state.late], [names[unit] for unit in state.missing]))
    facts = Reply(wording.reporting(weeks[::-1]), why=Why.RESTRICTED if turn.chat.is_group else Why.REPLY, private=True)
    return (Reply(wording.not_compared(sent=True)), facts) if turn.chat.is_group else (facts,)
