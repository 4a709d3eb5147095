"""What meetings decided, when the next one is, which promises are open, who is on duty."""

from collections.abc import Sequence

from actions.meeting import ASSIGNED, ordered_by
from actions.meeting_changes import last_called_off
from actions.meeting_timers import last_held, tasks_of_last, topics
from handlers.answers import problems
from handlers.answers.scope import scope_of
from handlers.quoting import may_be_named
from handlers.turn import Turn
from language.discretion import speaks_of_petition
from language.ledger_orders import REFERENCE, may_be_a_day, reference_of
from language.ledger_questions import (
    asks_about_meeting,
    asks_about_orders,
    asks_for_problems,
    asks_what_is_on,
    asks_what_is_overdue,
    names_last_meeting,
    names_meeting,
    speaks_of_own,
)
from language.understanding import Query
from language.wording import common
from language.wording import ledger as ledger_wording
from language.wording import meeting as meeting_wording
from language.wording.answers import ledgers as wording
from models.calendar import day_of, utc
from models.commitment import KEPT, Commitment
from models.commitment import OPEN as PROMISED
from models.issue import open_issues
from models.mailbox import Reply
from models.meeting import Decision, Meeting
from models.people import duty_leader
from models.permission import SEES_RESTRICTED
from models.vocabulary import Role, Topic


async def decisions(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """One decision in full where its number was said; else those that fit, open ones first."""
    held = Decision.filter(meeting__ended_at__lte=utc(turn.now)).order_by("meeting__ended_at", "id")
    rows = await held.prefetch_related("meeting", "unit")
    text = turn.message.text
    if asks_for_problems(text):
        return await problems.answer(turn, Query(Topic.PROBLEMS, projects=query.projects, units=query.units))
    if (found := REFERENCE.search(text)) and (numbers := reference_of(found)):
        named = [row for row in rows if (row.meeting.serial, row.serial) == numbers]
        if named or not may_be_a_day(found):
            told = wording.in_full([_line(row, turn) for row in named], turn.today) if named else wording.no_such()
            return (Reply(told),)
    if asks_about_orders(text):
        rows = [row for row in rows if row.meeting.kind == ASSIGNED] or rows
        if turn.person is not None and turn.person.is_leader and speaks_of_own(text):
            own = {row.id for row in await ordered_by(turn.person)}
            rows = [row for row in rows if row.id in own] or rows
    elif (serial := names_meeting(text)) is not None and any(row.meeting.serial == serial for row in rows):
        rows = [row for row in rows if row.meeting.serial == serial]
    elif names_last_meeting(text) and rows:
        kind = next((each for each in KINDS if each in text), "")
        last = [row.meeting_id for row in rows if kind in row.meeting.kind and row.meeting.kind != ASSIGNED]
        rows = [row for row in rows if last and row.meeting_id == last[-1]]
    if query.projects or query.towns or query.categories:
        scope = await scope_of(turn, query)
        rows = [row for row in rows if row.project_id in scope.found]
    if query.units:
        rows = [row for row in rows if row.unit_id in query.units]
    lines = [_line(row, turn) for row in rows]
    if asks_what_is_overdue(text):
        late = [line for line in lines if line.is_late(turn.today)]
        return (Reply(wording.overdue(lines, late, turn.today, turn.office.policy.answer_lines)),)
    if lines and len(lines) <= FULL:
        return (Reply(wording.in_full(lines, turn.today)),)
    issues = await _issues(turn, query) if not lines and "销号" in text else 0
    return (Reply(wording.decisions(lines, turn.today, turn.office.policy.answer_lines, issues)),)


def in_full(turn: Turn, rows: Sequence[Decision]) -> str:
    """Some decisions with what was last said of each; their meetings and units are fetched."""
    return wording.in_full([_line(row, turn) for row in rows], turn.today)


def listed(turn: Turn, rows: Sequence[Decision]) -> str:
    """How many of some decisions are open, then which; their meetings and units are fetched."""
    return wording.decisions([_line(row, turn) for row in rows], turn.today, turn.office.policy.answer_lines)


async def _issues(turn: Turn, query: Query) -> int:
    """How many problems stand open that may be spoken of here."""
    scope = await scope_of(turn, query)
    return sum(may_be_named(turn, issue.categories) for issue in await open_issues(turn.now, list(scope.found)))


KINDS = ("专题会", "例会", "调度会", "专班会", "推进会", "协调会", "联席会", "现场会", "办公会", "常务会")
FULL = 2
"""So many decisions are told in full, with what was last said of each."""


def _line(row: Decision, turn: Turn) -> wording.DecisionLine:
    cleared = not turn.chat.is_group and turn.person is not None and Role(turn.person.role) in SEES_RESTRICTED
    own = not turn.chat.is_group and turn.person is not None and turn.person.unit_id == row.unit_id
    hidden = not (cleared or own) and speaks_of_petition(f"{row.text}{row.progress}")
    return wording.DecisionLine(
        row.number,
        wording.HIDDEN if hidden else row.text,
        row.unit.name if row.unit else "",
        row.due_on,
        row.state,
        "" if hidden else row.progress,
        day_of(row.progress_at) if row.progress_at else None,
        row.meeting.kind,
    )


async def promises(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Conditional approvals: which are still open, until when, and which were kept."""
    made = Commitment.filter(promised_at__lte=utc(turn.now), state__in=[PROMISED, KEPT]).order_by("due_on", "id")
    rows = await made.prefetch_related("project", "node", "unit")
    lines = [
        wording.PromiseLine(
            row.project.name,
            row.node.name if row.node else "",
            row.unit.name if row.unit else "",
            row.words,
            row.due_on,
            row.state == PROMISED,
        )
        for row in rows
        if turn.chat.covers(row.project_id) and row.project_id in (query.projects or [row.project_id])
    ]
    only_late = asks_what_is_overdue(turn.message.text)
    return (Reply(wording.promises(lines, turn.today, turn.office.policy.answer_lines, only_late=only_late)),)


async def on_duty(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Which leader is on duty today."""
    leader = await duty_leader(turn.today)
    title = common.title_of(leader) if leader else ""
    return (Reply(ledger_wording.on_duty(leader.name if leader else "", title, turn.today)),)


async def meeting(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The next meeting that is known; what was put forward for it; whether the last one's minutes are handed in."""
    match asks_about_meeting(turn.message.text):
        case "topics":
            return (Reply(meeting_wording.topics(await topics(turn.now))),)
        case "tasks":
            found = await tasks_of_last(turn.now, turn.office)
            if found is None:
                return (Reply(meeting_wording.no_minutes()),)
            ended, tasks = found
            return (Reply(meeting_wording.tasks(ended.kind, ended.serial, tasks, turn.today)),)
        case "minutes":
            held = await last_held(turn.now)
            if held is None or held[0].ended_at is None:
                return (Reply(meeting_wording.no_minutes()),)
            last, done = held
            return (Reply(meeting_wording.minutes(last.kind, last.serial, day_of(held[0].ended_at), done, turn.today)),)
    rows = await Meeting.filter(starts_at__gte=utc(turn.now), ended_at=None).order_by("starts_at")
    coming = rows[0] if rows else None
    told = wording.meeting(coming.starts_at if coming else None, coming.place if coming else "", turn.today)
    if len(rows) > 1:
        lines = [(row.kind, row.serial, row.starts_at, row.place) for row in rows if row.starts_at]
        told = meeting_wording.several(lines, turn.today)
    if off := await last_called_off(turn.now):
        told = f"{off}{told}"
    if asks_what_is_on(turn.plain):
        told = f"{told}\n{meeting_wording.topics(await topics(turn.now))}"
    return (Reply(told),)
