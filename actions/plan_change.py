"""Changes of planned dates: a liaison's is a request, only the office with a meeting's reference decides (X09)."""

from datetime import date, datetime

from language.requests import asks_to_postpone
from language.understanding import Report
from models.calendar import utc
from models.change import Change
from models.mailbox import Inbox
from models.people import Person
from models.project import APPROVED, REJECTED, REQUESTED, PlanChange, PlanNode
from models.refusal import NoReference


async def request_from_report(message: Inbox, person: Person, report: Report, now: datetime) -> list[PlanChange]:
    """Note a report that puts a node off as a request; the planned date, and so the colour, stay as they are."""
    if report.node is None or report.due_on is None or not asks_to_postpone(report.words):
        return []
    node = await PlanNode.get(id=report.node)
    if node.planned is None or report.due_on == node.planned:
        return []
    pending = PlanChange.filter(node=node, new=report.due_on, state=REQUESTED)
    if await pending.exists():
        return []
    change = await PlanChange.create(
        node=node,
        old=node.planned,
        new=report.due_on,
        reason=report.words,
        requested_by=person,
        message=message,
        requested_at=utc(now),
    )
    return [change]


async def decide(change: PlanChange, approve: bool, reference: str, person: Person, now: datetime) -> PlanChange:
    """Approve or reject a requested change; approving needs the meeting that decided it and moves the plan."""
    if approve and not reference.strip():
        raise NoReference
    change.state = APPROVED if approve else REJECTED
    change.reference = reference
    change.decided_by = person
    change.decided_at = utc(now)
    await change.save(update_fields=["state", "reference", "decided_by_id", "decided_at"])
    if approve:
        await _move(change.node_id, change.new, person, now)
    return change


async def change_plan(
    node: PlanNode, new: date, reference: str, person: Person, message: Inbox, now: datetime
) -> PlanChange:
    """The office moves a planned date, with the meeting that decided it."""
    change = await PlanChange.create(
        node=node, old=node.planned, new=new, requested_by=person, message=message, requested_at=utc(now)
    )
    return await decide(change, True, reference, person, now)


async def withdraw_from(message: Inbox, now: datetime) -> None:
    """A request whose message was taken back is no longer one."""
    await PlanChange.filter(message=message, state=REQUESTED).update(state=REJECTED, decided_at=utc(now))


async def _move(node_id: str, new: date, person: Person, now: datetime) -> None:
    """Set the approved date and write down what it was."""
    node = await PlanNode.get(id=node_id)
    old, node.planned = node.planned, new
    await node.save(update_fields=["planned"])
    await Change.create(
        project_id=node.project_id,
        node_id=node.id,
        key="planned",
        old=old.isoformat() if old else None,
        new=new.isoformat(),
        person=person,
        at=utc(now),
    )
