"""What must be known to understand a sentence, as plain values; read from the registry form (JSON)."""

import json
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


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """A project with its plan."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    category: str = ""
    town: str = ""
    lead_unit: str | None = None
    support_units: tuple[str, ...] = ()
    liaison: str | None = None
    nodes: tuple[NodeEntry, ...] = ()


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
    festivals = {
        int(year): {name: date.fromisoformat(day) for name, day in days.items()}
        for year, days in data.get("festivals", {}).items()
    }
    return Registry(units, people, projects, festivals)


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
