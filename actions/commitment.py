"""Promises behind conditional approvals (容缺、告知承诺): made by a report, kept by a later one."""

from datetime import date, datetime

from tortoise.queryset import QuerySet

from language.understanding import Report
from models.calendar import utc
from models.commitment import KEPT, OPEN, WITHDRAWN, Commitment, keep
from models.mailbox import Inbox
from models.people import Person
from models.project import PlanNode
from models.vocabulary import Status


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
        if due:
            open_one.due_on = due
            await open_one.save(update_fields=["due_on"])
        return []
    node = await PlanNode.get_or_none(id=report.node) if report.node else None
    made = await Commitment.create(
        project_id=report.project,
        node_id=report.node,
        unit_id=promiser or (node.unit_id if node else None) or person.unit_id,
        words=report.words,
        due_on=due,
        person=person,
        message=message,
        promised_at=utc(now),
    )
    return [made]


async def withdraw_from(message: Inbox, now: datetime) -> None:
    """A promise whose message was taken back was never made, one whose keeping was taken back is open again."""
    await Commitment.filter(kept_by=message, state=KEPT).update(state=OPEN, closed_at=None, kept_by_id=None)
    await Commitment.filter(message=message, state=OPEN).update(state=WITHDRAWN, closed_at=utc(now))


def _open_of(report: Report) -> QuerySet[Commitment]:
    return Commitment.filter(project_id=report.project, node_id=report.node, state=OPEN)
