"""Changes of planned dates: a liaison's is a request, only the office with a meeting's reference decides (X09)."""

from collections.abc import Sequence
from datetime import date, datetime

from actions.calls import answerable_for
from actions.to_office import tell_office
from language.promises import puts_off
from language.requests import asks_to_postpone, slips
from language.understanding import Report
from language.wording import office as wording
from models.calendar import day_of, utc
from models.change import Change
from models.mailbox import Inbox, Outbox, Reply
from models.people import Person, Unit
from models.project import APPROVED, REJECTED, REQUESTED, PlanChange, PlanNode, Project
from models.refusal import NoReference, NoSuchRequest
from models.vocabulary import NodeKind, Why


async def request_from_report(
    message: Inbox, person: Person, report: Report, now: datetime, reference: str = "", proxied: bool = False
) -> list[PlanChange]:
    """Note a report that puts a node off as a request; the planned date, and so the colour, stay as they are.

    Only the office's own word, with the meeting that decided it as `reference`, moves the plan at once.
    """
    if report.node is None or report.due_on is None:
        return []
    asked = asks_to_postpone(report.words)
    if not asked and (person.is_office or not slips(report.words)):
        return []
    node = await PlanNode.get(id=report.node)
    if node.planned is None or report.due_on == node.planned or not (asked or report.due_on > node.planned):
        return []
    if report.due_on < node.planned and puts_off(report.words):
        return []  # what is to come later than some other day, and still before the node's, moves no plan
    pending = PlanChange.filter(node=node, new=report.due_on, state=REQUESTED)
    if person.is_office and not proxied:
        if not reference:
            raise NoReference
        waiting = await pending.first()
        if waiting is None:
            return [await change_plan(node, report.due_on, reference, person, message, now)]
        return [await decide(waiting, True, reference, person, now)]
    if await pending.exists():
        return []
    # Who asks for another day than before asks for the one before no more.
    earlier = PlanChange.filter(node=node, requested_by=person, state=REQUESTED)
    await earlier.update(state=REJECTED, decided_at=utc(now))
    change = await PlanChange.create(
        node=node,
        old=node.planned,
        new=report.due_on,
        reason=report.words,
        requested_by=person,
        message=message,
        requested_at=utc(now),
    )
    await _tell_office(change, node, person, now)
    return [change]


async def _tell_office(change: PlanChange, node: PlanNode, person: Person, now: datetime) -> None:
    """The request, privately to everyone of the office: any of them may decide with the meeting's reference."""
    project = await Project.get(id=node.project_id)
    unit = await Unit.get_or_none(id=person.unit_id)
    assert node.planned is not None
    text = wording.change_requested(
        change.id,
        f"{project.name}，{node.name}",
        node.planned,
        change.new,
        unit.name if unit else person.name,
        day_of(now),
    )
    await tell_office(f"plan_change/{change.id}", Reply(text, why=Why.OFFICE), now, but=person.id)


async def pending(number: int) -> PlanChange:
    """The request of a number that waits for a decision; raises NoSuchRequest."""
    change = await PlanChange.get_or_none(id=number, state=REQUESTED).prefetch_related("node")
    if change is None:
        raise NoSuchRequest(number)
    return change


async def waiting() -> list[PlanChange]:
    """All requests that wait for a decision, the oldest first."""
    return await PlanChange.filter(state=REQUESTED).order_by("id").prefetch_related("node")


async def pending_about(projects: Sequence[str], kinds: Sequence[NodeKind]) -> PlanChange:
    """The newest request about a node of some projects that waits for a decision; raises NoSuchRequest.

    Where several nodes wait, only those of a sort that was named count, and they must be one.
    """
    found = PlanChange.filter(state=REQUESTED, node__project_id__in=list(projects)).order_by("-id")
    waiting = await found.prefetch_related("node")
    if len({change.node_id for change in waiting}) > 1:
        waiting = [change for change in waiting if change.node.kind in kinds]
    if len({change.node_id for change in waiting}) != 1:
        raise NoSuchRequest
    return waiting[0]


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
        await _answer_others(change, person, now)
    if change.requested_by_id and change.requested_by_id != person.id:
        await _tell_requester(change, approve, now)
    return change


async def _tell_requester(change: PlanChange, approved: bool, now: datetime) -> None:
    """What became of a request, privately to who made it."""
    node = await PlanNode.get(id=change.node_id).prefetch_related("project")
    requester = await Person.get(id=change.requested_by_id)
    text = wording.request_decided(
        f"{node.project.name}，{node.name}", change.new, approved, change.reference, day_of(now)
    )
    await Outbox.put(f"plan_change/{change.id}/decided/{now:%Y%m%d%H%M}", Reply(text), now, person=requester)


async def _answer_others(decided: PlanChange, person: Person, now: datetime) -> None:
    """Other requests for a node whose date has been settled are answered by it; who made them hears the new date."""
    node = await PlanNode.get(id=decided.node_id).prefetch_related("project")
    told = {decided.requested_by_id, person.id}
    for other in await PlanChange.filter(node_id=node.id, state=REQUESTED).order_by("id"):
        other.state, other.reference, other.decided_at = REJECTED, decided.reference, utc(now)
        other.decided_by = person
        await other.save(update_fields=["state", "reference", "decided_by_id", "decided_at"])
        asker = await Person.get_or_none(id=other.requested_by_id)
        unit = await Unit.get_or_none(id=asker.unit_id) if asker else None
        if asker is None or unit is None or asker.id in told or decided.old is None:
            continue
        told.add(asker.id)
        subject = f"{node.project.name}，{node.name}"
        text = wording.plan_moved(unit.name, subject, decided.old, decided.new, decided.reference, day_of(now))
        await Outbox.put(f"plan_change/{other.id}/decided", Reply(text, why=Why.DECISION), now, person=asker)


async def change_plan(
    node: PlanNode, new: date, reference: str, person: Person, message: Inbox, now: datetime
) -> PlanChange:
    """The office moves a planned date, with the meeting that decided it."""
    change = await PlanChange.create(
        node=node,
        old=node.planned,
        new=new,
        reason=message.text,
        requested_by=person,
        message=message,
        requested_at=utc(now),
    )
    decided = await decide(change, True, reference, person, now)
    await _tell_holder(change, node, now)
    return decided


async def _tell_holder(change: PlanChange, node: PlanNode, now: datetime, *, back: bool = False) -> None:
    """The unit whose node has another planned date hears of it, and that it has its old one again."""
    project = await Project.get(id=node.project_id)
    unit = await Unit.get_or_none(id=node.unit_id or project.lead_unit_id)
    liaison = await answerable_for(unit.id if unit else None, project.id, now)
    if unit is None or liaison is None or change.old is None:
        return
    subject = f"{project.name}，{node.name}"
    if back:
        text = wording.plan_moved_back(unit.name, subject, change.old, day_of(now))
        await Outbox.put(f"plan_change/{change.id}/back", Reply(text, why=Why.DECISION), now, person=liaison)
        return
    # Whoever asked for another date has been told of this one.
    waiting = PlanChange.filter(node_id=node.id, requested_by_id=liaison.id, decided_at=change.decided_at)
    if await waiting.exclude(id=change.id).exists():
        return
    text = wording.plan_moved(unit.name, subject, change.old, change.new, change.reference, day_of(now))
    await Outbox.put(f"plan_change/{change.id}/moved", Reply(text, why=Why.DECISION), now, person=liaison)


async def withdraw(change: PlanChange, person: Person, message: Inbox, now: datetime) -> str:
    """Who asked for another day asks for it no more; the office is told. What node it was about, in words."""
    await PlanChange.filter(id=change.id).update(state=REJECTED, decided_at=utc(now))
    node = await PlanNode.get(id=change.node_id).prefetch_related("project")
    unit = await Unit.get_or_none(id=person.unit_id)
    subject = f"{node.project.name}，{node.name}"
    text = wording.request_withdrawn(
        change.id, subject, unit.name if unit else person.name, change.new, node.planned, day_of(now)
    )
    await tell_office(f"plan_change/{change.id}/withdrawn", Reply(text, why=Why.OFFICE), now, but=person.id)
    return subject


async def in_force(project: str) -> list[PlanChange]:
    """The last change of each node of a project by which its planned date stands as it is."""
    rows = PlanChange.filter(node__project_id=project, state=APPROVED, old__not_isnull=True).order_by("-id")
    last: dict[str, PlanChange] = {}
    for each in await rows.prefetch_related("node"):
        last.setdefault(each.node_id, each)
    return [each for each in last.values() if each.node.planned == each.new]


async def move_back(number: int, person: Person, now: datetime) -> PlanChange:
    """A change that was granted is taken back: the date is what it was, and who holds the node hears of it."""
    change = await PlanChange.get_or_none(id=number, state=APPROVED).prefetch_related("node")
    if change is None or change.old is None:
        raise NoSuchRequest(number)
    await _move(change.node_id, change.old, person, now)
    await PlanChange.filter(id=change.id).update(state=REJECTED, decided_at=utc(now), decided_by_id=person.id)
    await _tell_holder(change, change.node, now, back=True)
    return change


async def withdraw_from(message: Inbox, now: datetime) -> None:
    """A request whose message was taken back is no longer one; a date that the office has moved so goes back."""
    await PlanChange.filter(message=message, state=REQUESTED).update(state=REJECTED, decided_at=utc(now))
    for change in await PlanChange.filter(message=message, state=APPROVED).prefetch_related("node", "decided_by"):
        if (
            change.decided_by is None
            or not change.decided_by.is_office
            or change.requested_by_id != change.decided_by_id
        ):
            continue
        node = await PlanNode.get(id=change.node_id)
        if change.old is None or node.planned != change.new:
            continue
        await _move(node.id, change.old, change.decided_by, now)
        await PlanChange.filter(id=change.id).update(state=REJECTED, decided_at=utc(now))
        answered = PlanChange.filter(node_id=node.id, state=REJECTED, decided_at=change.decided_at).exclude(
            id=change.id
        )
        await answered.update(state=REQUESTED, reference="", decided_at=None, decided_by_id=None)
        await _tell_holder(change, node, now, back=True)


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
