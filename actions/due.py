"""What falls due in the ledgers: promises behind conditional approvals, and what meetings decided; in private."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from actions.calls import answerable
from actions.to_office import tell_office
from language.settling import says_finished
from language.wording import due as wording
from models.calendar import at, day_of, utc
from models.change import Change
from models.commitment import OPEN as PROMISED
from models.commitment import Commitment
from models.issue import OPEN as STANDING
from models.issue import Issue
from models.mailbox import Outbox, Reply
from models.meeting import OPEN, Decision
from models.people import Person, Unit
from models.policy import Office
from models.vocabulary import UNSPOKEN, Why

DUE = "due/"
PROMISE_DAYS = (30, 7, 1)
DECISION_DAYS = (3,)
OVERDUE = -1


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is to be done by a day; `stage` is how many days ahead it is told, or OVERDUE."""

    key: str
    what: str
    unit: str | None
    project: str | None
    on: date
    stage: int
    why: Why
    told_done: bool = False
    """Whether its unit has said that it is carried out: only the office, which is to look at it, hears of it then."""


async def remind(office: Office, now: datetime) -> None:
    """Tell the units what falls due, once a stage, and the office what is overdue; call it on working days."""
    told = {(row.key, row.new) for row in await Change.filter(key__startswith=DUE)}
    fresh = []
    async for each in _due(day_of(now), office):
        mark = (each.key, f"{each.stage}/{each.on.isoformat()}")
        if mark not in told:
            fresh.append(each)
            await Change.create(project_id=each.project, key=mark[0], new=mark[1], at=utc(now))
    if fresh:
        await _tell(fresh, now)
    await _ask_monthly(office, now)


ENTRY_DAY = 25
"""Of each month, or the working day before: until then every open decision has been heard of (S4-14, X23)."""


async def _ask_monthly(office: Office, now: datetime) -> None:
    """Ask each unit for the open decisions of which nothing was heard this month, and for no others."""
    today = day_of(now)
    entry = today.replace(day=ENTRY_DAY)
    if today != (entry if office.calendar.is_workday(entry) else office.calendar.previous_workday(entry)):
        return
    first, people = at(today.replace(day=1), time()), await answerable(today)
    silent: dict[str, tuple[Person, list[Decision]]] = {}
    for each in await Decision.filter(state=OPEN).order_by("meeting_id", "serial").prefetch_related("meeting"):
        heard = each.progress_at or each.meeting.ended_at
        liaison = people.on_behalf(each.unit_id, each.project_id or "") if each.unit_id else None
        if liaison is not None and not liaison.is_office and heard is not None and heard < first:
            silent.setdefault(liaison.id, (liaison, []))[1].append(each)
    units = {unit.id: unit.name for unit in await Unit.all()}
    for person, mine in silent.values():
        lines = [wording.decision(each.number, each.text) for each in mine]
        text = wording.monthly(units.get(person.unit_id or "", ""), lines, mine[0].number)
        key = f"due/month/{today:%Y-%m}/{person.id}"
        await Outbox.put(key, Reply(text, why=Why.DECISION), now, person=person)


async def _due(today: date, office: Office) -> AsyncIterator[Due]:
    """Every stage that is reached."""
    promises = Commitment.filter(state=PROMISED, due_on__not_isnull=True, project__active=True).order_by("due_on", "id")
    for promise in await promises.prefetch_related("project", "node"):
        key, what = f"{DUE}promise/{promise.id}", wording.promise(promise.subject)
        for on, stage in _stages(promise.due_on, PROMISE_DAYS, day_of(promise.promised_at), today, office):
            yield Due(key, what, promise.unit_id, promise.project_id, on, stage, Why.COMMITMENT)
    problems = Issue.filter(state=STANDING, due_on__not_isnull=True, project__active=True).order_by("due_on", "id")
    for issue in await problems.prefetch_related("project"):
        key, what = f"{DUE}issue/{issue.id}", wording.problem(issue.number, issue.project.name)
        why = Why.RESTRICTED if UNSPOKEN in issue.categories else Why.DECISION
        for on, stage in _stages(issue.due_on, DECISION_DAYS, day_of(issue.opened_at), today, office):
            yield Due(key, what, issue.unit_id, issue.project_id, on, stage, why)
    decisions = Decision.filter(state=OPEN, due_on__not_isnull=True).order_by("due_on", "id")
    for decision in await decisions.prefetch_related("meeting"):
        decided = day_of(decision.meeting.ended_at) if decision.meeting.ended_at else today
        key, what = f"{DUE}decision/{decision.id}", wording.decision(decision.number, decision.text)
        done = says_finished(decision.progress)
        what = wording.told_done(what) if done else what
        for on, stage in _stages(decision.due_on, DECISION_DAYS, decided, today, office):
            yield Due(key, what, decision.unit_id, decision.project_id, on, stage, Why.DECISION, done)


def _stages(
    on: date | None, days: tuple[int, ...], since: date, today: date, office: Office
) -> Iterator[tuple[date, int]]:
    """The stage that is reached today, or on days off before the next working day; only the nearest.

    What was nearer already when it was promised, on `since`, is not told again the next day.
    """
    if on is None:
        return
    if on < today:
        yield on, OVERDUE
        return
    horizon = office.calendar.next_workday(today)
    reached = [stage for stage in days if since < on - timedelta(days=stage) < horizon]
    if reached:
        yield on, min(reached)


async def _tell(fresh: list[Due], now: datetime) -> None:
    today, people = day_of(now), await answerable(day_of(now))
    units = {unit.id: unit.name for unit in await Unit.all()}
    letters: dict[tuple[str, Why], tuple[Person, list[Due]]] = {}
    for each in fresh:
        liaison = people.on_behalf(each.unit, each.project or "") if each.unit and not each.told_done else None
        if liaison is not None and not liaison.is_office:
            letters.setdefault((liaison.id, each.why), (liaison, []))[1].append(each)
    for (person_id, why), (person, mine) in letters.items():
        lines = [wording.line(each.what, each.on, today) for each in mine]
        reply = Reply(wording.to_unit(units.get(person.unit_id or "", ""), lines), why=why)
        await Outbox.put(f"due/{why.value}/{today}/{person_id}", reply, now, person=person)
    late = [each for each in fresh if each.stage == OVERDUE]
    if late:
        lines = [wording.line(each.what, each.on, today, units.get(each.unit or "", "")) for each in late]
        await tell_office(f"due/office/{today}", Reply(wording.to_office(lines), why=Why.OFFICE), now)
