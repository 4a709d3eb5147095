"""From the tables to the plain values that reading a message needs."""

from models.people import LIAISON, SUPPORT, Duty, Person, Unit
from models.project import PlanNode, Project
from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry, UnitEntry
from models.vocabulary import NodeKind, Role


async def load_registry() -> Registry:
    """Everything a reader of messages must know, as it stands now: what is active, and projects out of the plan."""
    units = {
        unit.id: UnitEntry(unit.id, unit.name, tuple(unit.aliases))
        for unit in await Unit.filter(active=True).order_by("id")
    }
    people = {
        person.id: PersonEntry(person.id, person.name, person.unit_id, Role(person.role), person.phone)
        for person in await Person.filter(active=True).order_by("id")
    }
    return Registry(units, people, await _projects())


async def _projects() -> dict[str, ProjectEntry]:
    nodes: dict[str, list[NodeEntry]] = {}
    for node in await PlanNode.filter(active=True).order_by("project_id", "position", "id"):
        entry = NodeEntry(node.id, node.name, NodeKind(node.kind), node.planned, node.unit_id)
        nodes.setdefault(node.project_id, []).append(entry)
    liaisons: dict[str, str] = {}
    support: dict[str, list[str]] = {}
    for duty in await Duty.all().order_by("id"):
        if duty.kind == LIAISON and duty.person_id:
            liaisons.setdefault(duty.project_id, duty.person_id)
        elif duty.kind == SUPPORT and duty.unit_id:
            support.setdefault(duty.project_id, []).append(duty.unit_id)
    return {
        project.id: ProjectEntry(
            project.id,
            project.name,
            tuple(project.aliases),
            project.category,
            project.town,
            project.lead_unit_id,
            tuple(support.get(project.id, ())),
            liaisons.get(project.id),
            tuple(nodes.get(project.id, ())),
            project.leader,
            project.total_yuan,
            project.year_plan_yuan,
        )
        for project in await Project.all().order_by("position", "id")
    }
