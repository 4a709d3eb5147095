"""The plan as the office changes it by the chat: a node more, another name or unit for one, one dropped, a project."""

from collections.abc import Sequence
from datetime import date, datetime

from actions.to_office import tell_office
from language.wording import plan_edits as wording
from models.calendar import utc
from models.change import Change
from models.mailbox import Inbox, Reply
from models.people import LIAISON, SUPPORT, Duty, Person
from models.project import PlanNode, Project
from models.vocabulary import NodeKind, Why


async def add_node(
    project: Project, name: str, kind: NodeKind, planned: date, unit: str | None, person: Person, now: datetime
) -> PlanNode:
    """One more node behind those that are planned before it."""
    known = await PlanNode.filter(project_id=project.id).order_by("position", "id")
    taken = {each.id for each in known}
    number = len(known) + 1
    while f"{project.id}n{number}" in taken:
        number += 1
    before = [each for each in known if each.planned is None or each.planned <= planned]
    node = await PlanNode.create(
        id=f"{project.id}n{number}",
        project_id=project.id,
        name=name,
        kind=kind.value,
        planned=planned,
        unit_id=unit or project.lead_unit_id,
        position=before[-1].position if before else 0,
    )
    await Change.create(project_id=project.id, node_id=node.id, key="node", new=name, person=person, at=utc(now))
    return node


async def rename_node(node: PlanNode, name: str, person: Person, now: datetime) -> None:
    """A node is called otherwise from now on."""
    await _change(node, "name", node.name, name, person, now, name=name)


async def give_node(node: PlanNode, unit: str, person: Person, now: datetime) -> None:
    """Another unit answers for a node from now on."""
    await _change(node, "unit", node.unit_id, unit, person, now, unit_id=unit)


async def drop_node(node: PlanNode, person: Person, now: datetime) -> None:
    """A node is no more in the plan; what was reported of it stays."""
    await _change(node, "active", True, False, person, now, active=False)


async def _change(
    node: PlanNode, key: str, old: object, new: object, person: Person, now: datetime, **values: object
) -> None:
    await PlanNode.filter(id=node.id).update(**values)
    await Change.create(
        project_id=node.project_id, node_id=node.id, key=f"node/{key}", old=old, new=new, person=person, at=utc(now)
    )


async def give_project(project: Project, unit: str, person: Person, now: datetime) -> None:
    """Another unit leads a project from now on; nodes that were the former's go with it."""
    old = project.lead_unit_id
    await Project.filter(id=project.id).update(lead_unit_id=unit)
    await PlanNode.filter(project_id=project.id, unit_id=old, active=True).update(unit_id=unit)
    await Change.create(project_id=project.id, key="lead_unit", old=old, new=unit, person=person, at=utc(now))


async def set_project_liaison(project: Project, new: Person, person: Person, now: datetime) -> str | None:
    """Somebody of the roster is asked about one project from now on; who was before, if anybody."""
    duty = await Duty.get_or_none(project_id=project.id, kind=LIAISON)
    old = duty.person_id if duty else None
    if duty is None:
        await Duty.create(project_id=project.id, kind=LIAISON, person_id=new.id)
    else:
        await Duty.filter(id=duty.id).update(person_id=new.id)
    await Change.create(project_id=project.id, key="project_liaison", old=old, new=new.id, person=person, at=utc(now))
    return old


async def add_project(
    name: str,
    lead: str,
    support: Sequence[str],
    town: str,
    category: str,
    liaison: str | None,
    person: Person,
    now: datetime,
) -> Project:
    """One more project at the end of the plan, without nodes."""
    last = await Project.all().order_by("-position").first()
    taken = {each.id for each in await Project.all()}
    number = len(taken) + 1
    while f"new{number}" in taken:
        number += 1
    project = await Project.create(
        id=f"new{number}",
        name=name,
        aliases=[],
        category=category,
        town=town,
        lead_unit_id=lead,
        position=last.position + 1 if last else 0,
    )
    duties = [Duty(project_id=project.id, kind=SUPPORT, unit_id=unit) for unit in support]
    if liaison:
        duties.append(Duty(project_id=project.id, kind=LIAISON, person_id=liaison))
    await Duty.bulk_create(duties)
    await Change.create(project_id=project.id, key="project", new=name, person=person, at=utc(now))
    return project


async def pass_on(message: Inbox, words: str, person: Person, unit: str, now: datetime) -> None:
    """The office hears what a unit wants changed in the plan, which is not changed by that."""
    text = wording.wanted(unit, person.name, words[:80])
    await tell_office(f"plan_wanted/{message.id}", Reply(text, why=Why.OFFICE), now)
