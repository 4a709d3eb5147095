"""Promises behind conditional approvals (容缺、告知承诺): made by a report, kept by a later one."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from tortoise.queryset import QuerySet

from actions.calls import answerable_for
from actions.to_office import tell_office
from language.promises import same_paper
from language.understanding import Report
from language.wording import due as wording
from models.calendar import day_of, utc
from models.change import Change
from models.commitment import KEPT, OPEN, WITHDRAWN, Commitment, keep
from models.mailbox import Inbox, Outbox, Reply
from models.people import Person, Unit
from models.policy import Office
from models.project import PlanNode
from models.vocabulary import Status, Why


async def follow_report(
    message: Inbox, person: Person, report: Report, promised: date | None, now: datetime, promiser: str | None = None
) -> list[Commitment]:
    """Open a promise where a report says conditional, close the open ones where it says done; those made anew.

    `promised` is the day until which the missing papers are to come, where the message names one; `promiser` is the
    unit that is said to hand them in, else it is the holder of the node.
    """
    if report.status is Status.DONE:
        await keep(report.project, report.node, message, now)
        return []
    if report.status is not Status.CONDITIONAL:
        return []
    due = promised or report.due_on
    open_one = await _open_of(report).first()
    if open_one:
        if due and open_one.due_on and due > open_one.due_on and not person.is_office:
            await ask_later(open_one, due, person, message, now)
        elif due:
            open_one.due_on = due
            await open_one.save(update_fields=["due_on"])
        return []
    node = await PlanNode.get_or_none(id=report.node) if report.node else None
    unit = promiser or (node.unit_id if node else None) or person.unit_id
    return [await _make(report, unit, due, person, message, now)]


async def of_paper(report: Report, due: date | None, person: Person, message: Inbox, now: datetime) -> Commitment:
    """Open a promise for a paper that is no node of the plan; one it has already gets the new day."""
    for known in await open_of(report.project):
        if known.node_id is None and same_paper(known.words, report.words):
            known.due_on = due or known.due_on
            await known.save(update_fields=["due_on"])
            return known
    return await _make(report, person.unit_id, due, person, message, now)


async def _make(
    report: Report, unit: str | None, due: date | None, person: Person, message: Inbox, now: datetime
) -> Commitment:
    return await Commitment.create(
        project_id=report.project,
        node_id=report.node,
        unit_id=unit,
        words=report.words,
        due_on=due,
        person=person,
        message=message,
        promised_at=utc(now),
    )


async def open_of(project: str) -> list[Commitment]:
    """The promises of a project that are still to be kept, the first due first."""
    found = Commitment.filter(project_id=project, state=OPEN).order_by("due_on", "id")
    return await found.prefetch_related("project", "node", "unit", "message")


async def open_ones() -> list[Commitment]:
    """All promises that are still to be kept, the first due first."""
    found = Commitment.filter(state=OPEN).order_by("due_on", "id")
    return await found.prefetch_related("project", "node", "unit")


async def of_unit(unit: str) -> list[Commitment]:
    """The promises of a unit that are still to be kept."""
    found = Commitment.filter(unit_id=unit, state=OPEN).order_by("due_on", "id")
    return await found.prefetch_related("project", "node", "unit", "message")


async def settle(promise: Commitment, message: Inbox, now: datetime) -> None:
    """What was lacking has been handed in."""
    await Commitment.filter(id=promise.id, state=OPEN).update(state=KEPT, closed_at=utc(now), kept_by_id=message.id)


async def ask_later(promise: Commitment, due: date, person: Person, message: Inbox, now: datetime) -> None:
    """A later day is a request (S3-07): the promised one stays, and the office hears of it."""
    await promise.fetch_related("project", "node", "unit")
    assert promise.due_on is not None
    await Change.create(
        project_id=promise.project_id,
        node_id=promise.node_id,
        key=f"promise/{promise.id}",
        old=promise.due_on.isoformat(),
        new=due.isoformat(),
        person=person,
        message=message,
        at=utc(now),
    )
    unit = await Unit.get_or_none(id=person.unit_id)
    text = wording.later_asked(promise.subject, promise.due_on, due, unit.name if unit else "", day_of(now))
    await tell_office(f"promise/{promise.id}/{message.id}", Reply(text, why=Why.COMMITMENT), now)


async def put_off(promise: Commitment, due: date, person: Person, message: Inbox, now: datetime) -> None:
    """The office consents to a later day; who holds the promise hears of it."""
    await promise.fetch_related("project", "node", "unit")
    before = promise.due_on
    last = await Change.filter(key=f"promise/{promise.id}").order_by("-id").prefetch_related("person").first()
    asker = last.person if last else None
    await set_day(promise, due)
    await Change.create(
        project_id=promise.project_id,
        node_id=promise.node_id,
        key=f"promise/{promise.id}",
        old=before.isoformat() if before else None,
        new=due.isoformat(),
        person=person,
        message=message,
        at=utc(now),
    )
    whom = await answerable_for(promise.unit_id, promise.project_id, now)
    told = {each.id: each for each in (whom, asker) if each is not None and each.id != person.id}
    for each in told.values():
        reply = Reply(wording.put_off(promise.subject, due, day_of(now)), why=Why.COMMITMENT)
        await Outbox.put(f"promise/{promise.id}/put_off/{message.id}/{each.id}", reply, now, person=each)


async def refuse_later(promise: Commitment, person: Person, message: Inbox, now: datetime) -> None:
    """The office does not consent to a later day; who asked for it hears of it."""
    await promise.fetch_related("project", "node", "unit")
    last = await Change.filter(key=f"promise/{promise.id}").order_by("-id").prefetch_related("person").first()
    if last is None or last.person is None or last.person.id == person.id:
        return
    reply = Reply(wording.later_refused(promise.subject, promise.due_on, day_of(now)), why=Why.COMMITMENT)
    await Outbox.put(f"promise/{promise.id}/refused/{message.id}", reply, now, person=last.person)


async def without_day(person: Person, now: datetime, office: Office) -> Commitment | None:
    """The promise that somebody has told of just now, and for which no day was named."""
    since = utc(now - timedelta(minutes=office.policy.question_minutes))
    found = Commitment.filter(person=person, state=OPEN, due_on=None, promised_at__gte=since).order_by("-id")
    return await found.prefetch_related("project", "node", "unit", "message").first()


async def told_by(person: Person, since: datetime, projects: Sequence[str]) -> list[Commitment]:
    """The open promises that somebody has told of lately, of the projects that are named where any are."""
    made = Commitment.filter(person=person, state=OPEN, promised_at__gte=utc(since))
    rows = made.filter(project_id__in=list(projects)) if projects else made
    return await rows.order_by("-id").prefetch_related("project", "node", "unit", "message")


async def set_day(promise: Commitment, due: date) -> None:
    """Until when it is to be kept."""
    promise.due_on = due
    await Commitment.filter(id=promise.id).update(due_on=due)


async def withdraw_from(message: Inbox, now: datetime) -> None:
    """A promise whose message was taken back was never made, one whose keeping was taken back is open again."""
    await Commitment.filter(kept_by=message, state=KEPT).update(state=OPEN, closed_at=None, kept_by_id=None)
    await Commitment.filter(message=message, state=OPEN).update(state=WITHDRAWN, closed_at=utc(now))


def _open_of(report: Report) -> QuerySet[Commitment]:
    return Commitment.filter(project_id=report.project, node_id=report.node, state=OPEN)
