"""Bringing a registry or a ledger into the store: first what would change, then everything or nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from tortoise.transactions import in_transaction

from models.calendar import utc
from models.change import Change
from models.people import LIAISON, SUPPORT, Duty, Person, Unit
from models.project import APPROVED, PlanChange, PlanNode, Project
from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry, UnitEntry

Entry = UnitEntry | PersonEntry | ProjectEntry | NodeEntry


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that an import changes: a new entry (`field` empty) or one field of a known one."""

    kind: type[Entry]
    id: str
    name: str
    field: str = ""
    old: Any = None
    new: Any = None


def compare(known: Registry, new: Registry) -> list[Edit]:
    """What bringing in `new` would change; what it does not name stays as it is."""
    edits = [edit for id_, unit in new.units.items() for edit in _edits(known.units.get(id_), unit)]
    edits += [edit for id_, person in new.people.items() for edit in _edits(known.people.get(id_), person)]
    for id_, project in new.projects.items():
        before = known.projects.get(id_)
        edits += _edits(before, project)
        nodes = {node.id: node for node in before.nodes} if before else {}
        edits += [edit for node in project.nodes for edit in _edits(nodes.get(node.id), node)]
    return edits


def _edits(before: Entry | None, after: Entry) -> Iterator[Edit]:
    if before is None:
        yield Edit(type(after), after.id, after.name)
        return
    for each in fields(after):
        old, new = getattr(before, each.name), getattr(after, each.name)
        if each.name not in ("id", "nodes") and old != new:
            yield Edit(type(after), after.id, after.name, each.name, old, new)


async def apply(known: Registry, new: Registry, reference: str, now: datetime) -> list[Edit]:
    """Change everything that differs, in one transaction; a second time changes nothing.

    `reference` says where it came from and stands beside every planned date that moved.
    """
    edits = compare(known, new)
    if not edits:
        return edits
    async with in_transaction():
        touched = {(edit.kind, edit.id) for edit in edits}
        for unit in new.units.values():
            if (UnitEntry, unit.id) in touched:
                await Unit.update_or_create({"name": unit.name, "aliases": list(unit.aliases)}, id=unit.id)
        for person in new.people.values():
            if (PersonEntry, person.id) in touched:
                await _put_person(person)
        for position, project in enumerate(new.projects.values()):
            if (ProjectEntry, project.id) in touched:
                await _put_project(project, position, known_before=project.id in known.projects)
            for place, node in enumerate(project.nodes):
                if (NodeEntry, node.id) in touched:
                    await _put_node(project.id, node, place, reference, now)
    return edits


async def _put_person(person: PersonEntry) -> None:
    values: Mapping[str, Any] = {
        "name": person.name,
        "unit_id": person.unit,
        "role": person.role.value,
        "phone": person.phone,
    }
    await Person.update_or_create(dict(values), id=person.id)


async def _put_project(project: ProjectEntry, position: int, known_before: bool) -> None:
    """The project's row and its duties; a known project keeps its place in the plan."""
    values: dict[str, Any] = {
        "name": project.name,
        "aliases": list(project.aliases),
        "category": project.category,
        "town": project.town,
        "lead_unit_id": project.lead_unit,
        "leader": project.leader,
        "total_yuan": project.total_yuan,
        "year_plan_yuan": project.year_plan_yuan,
    }
    if not known_before:
        values["position"] = position
    await Project.update_or_create(values, id=project.id)
    await Duty.filter(project_id=project.id).delete()
    duties = [Duty(project_id=project.id, kind=SUPPORT, unit_id=unit) for unit in project.support_units]
    if project.liaison:
        duties.append(Duty(project_id=project.id, kind=LIAISON, person_id=project.liaison))
    await Duty.bulk_create(duties)


async def _put_node(project: str, node: NodeEntry, place: int, reference: str, now: datetime) -> None:
    """The node's row; a planned date that moves is an approved change, so that past days can be told again."""
    before = await PlanNode.get_or_none(id=node.id)
    values = {"project_id": project, "name": node.name, "kind": node.kind.value, "planned": node.planned}
    await PlanNode.update_or_create({**values, "unit_id": node.unit, "position": place}, id=node.id)
    if before is not None and before.planned != node.planned:
        await _note_move(before, node.planned, reference, now)


async def _note_move(before: PlanNode, new: date | None, reference: str, now: datetime) -> None:
    if new is not None:
        await PlanChange.create(
            node_id=before.id,
            old=before.planned,
            new=new,
            state=APPROVED,
            reference=reference[:200],
            requested_at=utc(now),
            decided_at=utc(now),
        )
    await Change.create(
        project_id=before.project_id,
        node_id=before.id,
        key="planned",
        old=before.planned.isoformat() if before.planned else None,
        new=new.isoformat() if new else None,
        at=utc(now),
    )
