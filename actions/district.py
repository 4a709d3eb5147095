"""Entering a whole district into an empty store: its units, people, projects and plans."""

from models.people import LIAISON, SUPPORT, Duty, Identity, Person, Unit
from models.project import PlanNode, Project
from models.registry import NodeEntry, Registry


async def enter(registry: Registry) -> None:
    """Enter a registry into a store that holds none."""
    await Unit.bulk_create(
        Unit(id=unit.id, name=unit.name, aliases=list(unit.aliases)) for unit in registry.units.values()
    )
    await Person.bulk_create(
        Person(id=each.id, name=each.name, unit_id=each.unit, role=each.role.value, phone=each.phone)
        for each in registry.people.values()
    )
    await Project.bulk_create(
        Project(
            id=project.id,
            name=project.name,
            aliases=list(project.aliases),
            category=project.category,
            town=project.town,
            lead_unit_id=project.lead_unit,
            leader=project.leader,
            total_yuan=project.total_yuan,
            year_plan_yuan=project.year_plan_yuan,
            position=position,
        )
        for position, project in enumerate(registry.projects.values())
    )
    await PlanNode.bulk_create(_nodes(registry))
    await Duty.bulk_create(_duties(registry))


async def enter_accounts(registry: Registry, platform: str) -> None:
    """Let a platform know every person under their own id, as a simulated one does."""
    await Identity.bulk_create(
        Identity(person_id=person, platform=platform, address=person) for person in registry.people
    )


def _nodes(registry: Registry) -> list[PlanNode]:
    return [
        _node(project.id, position, node)
        for project in registry.projects.values()
        for position, node in enumerate(project.nodes)
    ]


def _node(project: str, position: int, node: NodeEntry) -> PlanNode:
    return PlanNode(
        id=node.id,
        project_id=project,
        name=node.name,
        kind=node.kind.value,
        planned=node.planned,
        unit_id=node.unit,
        position=position,
    )


def _duties(registry: Registry) -> list[Duty]:
    duties = []
    for project in registry.projects.values():
        duties += [Duty(project_id=project.id, kind=SUPPORT, unit_id=unit) for unit in project.support_units]
        if project.liaison:
            duties.append(Duty(project_id=project.id, kind=LIAISON, person_id=project.liaison))
    return duties
