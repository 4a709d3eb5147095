"""What a workbook says, gathered while its sheets are read."""

from dataclasses import dataclass, field
from typing import Any

from documents.plan_rows import CellIssue, KindOf, Place, PlanNodeRow, PlanProjectRow, PlanSheetResult
from documents.sheet_values import same_name


@dataclass(slots=True)
class Draft:
    """A project while its rows are being read; `values` by the names of PlanProjectRow's fields."""

    name: str
    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    nodes: dict[str, PlanNodeRow] = field(default_factory=dict)

    def made(self) -> PlanProjectRow:
        """The project as a value."""
        return PlanProjectRow(name=self.name, nodes=tuple(self.nodes.values()), place=self.place, **self.values)


@dataclass(slots=True)
class Gathered:
    """Projects by name, cells that could not be read, and what else is to be told."""

    kind_of: KindOf
    projects: dict[str, Draft] = field(default_factory=dict)
    issues: list[CellIssue] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def project(self, name: str, place: Place) -> Draft:
        """The project of that name, known from above or new."""
        return self.projects.setdefault(same_name(name), Draft(name, place))

    def result(self) -> PlanSheetResult:
        """What was gathered, each thing once."""
        projects = tuple(draft.made() for draft in self.projects.values())
        return PlanSheetResult(projects, tuple(dict.fromkeys(self.issues)), tuple(dict.fromkeys(self.notes)))
