"""What must be known to understand a sentence, as plain values; read from the registry form (JSON)."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from models.vocabulary import NodeKind, Role


class RegistryError(ValueError):
    """The registry is not of its form; the message says where and why, in Chinese."""


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit that reports."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person the bot knows."""

    id: str
    name: str
    unit: str | None
    role: Role
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class NodeEntry:
    """A plan node of a project; `planned` is the approved date, `unit` who answers for it."""

    id: str
    name: str
    kind: NodeKind
    planned: date | None
    unit: str | None = None

    def __hash__(self) -> int:
        """By the id alone: plans are looked up by their nodes many times a message."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """A project with its plan; money in whole yuan."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    category: str = ""
    town: str = ""
    lead_unit: str | None = None
    support_units: tuple[str, ...] = ()
    liaison: str | None = None
    nodes: tuple[NodeEntry, ...] = ()
    leader: str = ""
    total_yuan: int | None = None
    year_plan_yuan: int | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """Units, people, projects and the festivals of each year (name → the festival's own day)."""

    units: Mapping[str, UnitEntry] = field(default_factory=dict)
    people: Mapping[str, PersonEntry] = field(default_factory=dict)
    projects: Mapping[str, ProjectEntry] = field(default_factory=dict)
    festivals: Mapping[int, Mapping[str, date]] = field(default_factory=dict)


def read_registry(path: Path) -> Registry:
    """Read a registry file; raises RegistryError with the place of the first mistake."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}：读不出来（{error}）") from error
    except json.JSONDecodeError as error:
        raise RegistryError(f"{path}：第{error.lineno}行不是合规的 JSON") from error
    return registry_from_json(data)


def registry_from_json(data: Any) -> Registry:
    """Build a Registry from the registry form; raises RegistryError with the place of the first mistake."""
    if not isinstance(data, Mapping):
        raise RegistryError("登记表应是一个对象，含 units、people、projects")
    units = _each(data, "units", _unit)
    people = _each(data, "people", _person)
    projects = _each(data, "projects", _project)
    registry = Registry(units, people, projects, _festivals(data.get("festivals", {})))
    _check_references(registry)
    return registry


def _festivals(data: Any) -> dict[int, dict[str, date]]:
    try:
        return {int(year): {name: date.fromisoformat(day) for name, day in days.items()} for year, days in data.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise RegistryError(f"festivals：{error}") from error


def _check_references(registry: Registry) -> None:
    """Whoever is named must be there; a node's id belongs to one project."""
    nodes: set[str] = set()
    for person in registry.people.values():
        _known(person.unit, registry.units, f"people {person.id} 的 unit")
    for project in registry.projects.values():
        _known(project.lead_unit, registry.units, f"projects {project.id} 的 lead_unit")
        _known(project.liaison, registry.people, f"projects {project.id} 的 liaison")
        for unit in project.support_units:
            _known(unit, registry.units, f"projects {project.id} 的 support_units")
        for node in project.nodes:
            _known(node.unit, registry.units, f"projects {project.id} 节点 {node.id} 的 unit")
            if node.id in nodes:
                raise RegistryError(f"projects {project.id}：节点编号 {node.id} 重复")
            nodes.add(node.id)


def _known(id_: str | None, entries: Mapping[str, Any], where: str) -> None:
    if id_ is not None and id_ not in entries:
        raise RegistryError(f"{where}：没有编号为 {id_} 的条目")


def _each(data: Mapping[str, Any], key: str, build: Any) -> dict[str, Any]:
    """Build every entry of a list by id, in order."""
    built: dict[str, Any] = {}
    for place, entry in enumerate(data.get(key, ())):
        try:
            made = build(entry)
        except KeyError as error:
            raise RegistryError(f"{key}[{place}]：缺少 {error.args[0]}") from error
        except (ValueError, TypeError, AttributeError) as error:
            raise RegistryError(f"{key}[{place}]：{error}") from error
        if made.id in built:
            raise RegistryError(f"{key}[{place}]：编号 {made.id} 重复")
        built[made.id] = made
    return built


def _unit(entry: Mapping[str, Any]) -> UnitEntry:
    return UnitEntry(entry["id"], entry["name"], tuple(entry.get("aliases", ())))


def _person(entry: Mapping[str, Any]) -> PersonEntry:
    return PersonEntry(
        entry["id"], entry["name"], entry.get("unit"), Role(entry.get("role", "liaison")), entry.get("phone")
    )


def _project(entry: Mapping[str, Any]) -> ProjectEntry:
    return ProjectEntry(
        entry["id"],
        entry["name"],
        tuple(entry.get("aliases", ())),
        entry.get("category", ""),
        entry.get("town", ""),
        entry.get("lead_unit"),
        tuple(entry.get("support_units", ())),
        entry.get("liaison"),
        tuple(_node(node) for node in entry.get("nodes", ())),
        entry.get("leader", ""),
        entry.get("total_yuan"),
        entry.get("year_plan_yuan"),
    )


def _node(entry: Mapping[str, Any]) -> NodeEntry:
    planned = entry.get("planned")
    return NodeEntry(
        entry["id"],
        entry["name"],
        NodeKind(entry.get("kind", "other")),
        date.fromisoformat(planned) if planned else None,
        entry.get("unit"),
    )


def dangling(registry: Registry) -> list[str]:
    """Ids that are named and that nobody has, one line each."""
    units, people = registry.units, registry.people
    named: list[tuple[str, str | None, Mapping[str, object]]]
    named = [(f"people {each.id} 的 unit", each.unit, units) for each in people.values()]
    for project in registry.projects.values():
        named.append((f"projects {project.id} 的 lead_unit", project.lead_unit, units))
        named.append((f"projects {project.id} 的 liaison", project.liaison, people))
        named += [(f"projects {project.id} 的 support_units", unit, units) for unit in project.support_units]
        named += [(f"nodes {node.id} 的 unit", node.unit, units) for node in project.nodes]
    loose = [f"{where}：没有 {name}" for where, name, known in named if name is not None and name not in known]
    nodes = Counter(node.id for project in registry.projects.values() for node in project.nodes)
    return loose + [f"nodes：编号 {node} 重复" for node, count in nodes.items() if count > 1]
