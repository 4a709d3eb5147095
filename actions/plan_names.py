"""From a spreadsheet's names to the registry's ids: what is known keeps its id, what is new gets a readable one."""

import os
from collections.abc import Container, Iterable
from dataclasses import replace

from documents.plan_rows import PlanNodeRow, PlanProjectRow
from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry, UnitEntry
from models.vocabulary import Role


def registry_from_rows(rows: Iterable[PlanProjectRow], known: Registry) -> Registry:
    """What a ledger says, in the registry's form; only what it names, and only what a ledger can know."""
    naming = _Naming(known)
    projects = {entry.id: entry for entry in (naming.project(row) for row in rows)}
    return Registry(naming.units, naming.people, projects)


class _Naming:
    """The ids of one import."""

    def __init__(self, known: Registry) -> None:
        self.known = known
        self.units: dict[str, UnitEntry] = {}
        self.people: dict[str, PersonEntry] = {}
        self._units = {name: unit for unit in known.units.values() for name in (unit.name, *unit.aliases)}
        self._projects = {name: each for each in known.projects.values() for name in (each.name, *each.aliases)}
        self._taken: set[str] = {*known.units, *known.people, *known.projects}
        self._nodes: set[str] = {node.id for each in known.projects.values() for node in each.nodes}

    def unit(self, name: str) -> str | None:
        """The unit of a name or alias; a new one where there is none."""
        if not name:
            return None
        entry = self._units.get(name)
        if entry is None:
            entry = UnitEntry(self._new_id(name), name)
            self._units[name] = entry
        self.units[entry.id] = entry
        return entry.id

    def person(self, name: str, unit: str | None, phone: str) -> str | None:
        """The person of a name in a unit; a new liaison where there is none."""
        if not name:
            return None
        everybody = {**self.known.people, **self.people}.values()
        entry = next((each for each in everybody if each.name == name and each.unit == unit), None)
        if entry is None:
            entry = PersonEntry(self._new_id(name), name, unit, Role.LIAISON, phone or None)
        elif phone and entry.phone != phone:
            entry = replace(entry, phone=phone)
        self.people[entry.id] = entry
        return entry.id

    def project(self, row: PlanProjectRow) -> ProjectEntry:
        """One project; what its row leaves out stays as it is known."""
        before = self._projects.get(row.name) or ProjectEntry(self._new_id(row.name), row.name)
        lead = self.unit(row.lead_unit) or before.lead_unit
        support = tuple(unit for unit in map(self.unit, row.support_units) if unit)
        return replace(
            before,
            category=row.category or before.category,
            town=row.town or before.town,
            lead_unit=lead,
            support_units=support or before.support_units,
            liaison=self.person(row.liaison, lead, row.phone) or before.liaison,
            leader=row.leader or before.leader,
            total_yuan=row.total_yuan if row.total_yuan is not None else before.total_yuan,
            year_plan_yuan=row.year_yuan if row.year_yuan is not None else before.year_plan_yuan,
            nodes=self._all_nodes(before, row.nodes, lead),
        )

    def _all_nodes(self, before: ProjectEntry, rows: Iterable[PlanNodeRow], lead: str | None) -> tuple[NodeEntry, ...]:
        """The known nodes with what the ledger says of them, then the new ones."""
        nodes = {node.name: node for node in before.nodes}
        for row in rows:
            known = nodes.get(row.name)
            unit = self.unit(row.unit) or (known.unit if known else lead)
            if known is not None:
                nodes[row.name] = replace(known, planned=row.planned or known.planned, unit=unit)
            else:
                id_ = _free(f"{before.id}n{len(nodes) + 1}", self._nodes)
                self._nodes.add(id_)
                nodes[row.name] = NodeEntry(id_, row.name, row.kind, row.planned, unit)
        return tuple(nodes.values())

    def _new_id(self, name: str) -> str:
        """The initials of a name's pinyin, with a number where they are taken: 区水务局 → qswj."""
        # Loaded when it is needed, and without its phrases, which take a quarter of a second and 40 MB.
        os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
        from pypinyin import Style, lazy_pinyin

        initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore")).lower()[:20] or "x"
        id_ = _free(initials, self._taken)
        self._taken.add(id_)
        return id_


def _free(wanted: str, taken: Container[str]) -> str:
    """The id itself, or the first with a number behind it that is free."""
    candidate, number = wanted, 2
    while candidate in taken:
        candidate, number = f"{wanted}{number}", number + 1
    return candidate
