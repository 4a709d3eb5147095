"""The state of all projects as a snapshot that can be kept, compared with another, and drawn again identically."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from documents.color_chart import Board, BoardRow
from models.calendar import Week, day_of
from models.issue import open_issues
from models.people import Unit
from models.policy import Policy
from models.standing import ProjectStanding, standings
from models.vocabulary import UNSPOKEN, Color, ProblemCategory, Scope


@dataclass(frozen=True, slots=True)
class Line:
    """One project of a snapshot; `node` is the node that decides its colour, else the next one that is open.

    `unit` leads the project, `holder` answers for that node.
    """

    project: str
    name: str
    unit: str
    color: Color
    node: str = ""
    planned: date | None = None
    problems: tuple[str, ...] = ()
    percent: float | None = None
    invested_wan: float | None = None
    holder: str = ""

    def to_json(self) -> dict[str, Any]:
        """As it is kept in a draft."""
        return {
            "project": self.project,
            "name": self.name,
            "unit": self.unit,
            "color": self.color.value,
            "node": self.node,
            "planned": self.planned.isoformat() if self.planned else None,
            "problems": list(self.problems),
            "percent": self.percent,
            "invested_wan": self.invested_wan,
            "holder": self.holder,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Back from a draft."""
        planned = date.fromisoformat(data["planned"]) if data["planned"] else None
        return cls(
            data["project"],
            data["name"],
            data["unit"],
            Color(data["color"]),
            data["node"],
            planned,
            tuple(data["problems"]),
            data["percent"],
            data.get("invested_wan"),
            data.get("holder", ""),
        )


@dataclass(frozen=True, slots=True)
class Move:
    """A project whose colour is another than in an earlier snapshot."""

    line: Line
    before: Color


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All projects as they stood on a day, in the order of the plan."""

    as_of: date
    lines: tuple[Line, ...]

    def of(self, scope: Sequence[str]) -> "Snapshot":
        """Only the projects of a group; an empty scope is every project."""
        return Snapshot(self.as_of, tuple(line for line in self.lines if not scope or line.project in scope))

    def of_color(self, color: Color) -> list[Line]:
        """The projects of one colour, the longest overdue first."""
        found = [line for line in self.lines if line.color is color]
        return sorted(found, key=lambda line: line.planned or date.max)

    def moves_since(self, earlier: "Snapshot | None") -> list[Move]:
        """The projects whose colour has changed since an earlier snapshot."""
        before = {line.project: line.color for line in earlier.lines} if earlier else {}
        return [
            Move(line, before[line.project])
            for line in self.lines
            if before.get(line.project, line.color) is not line.color
        ]

    def to_json(self) -> dict[str, Any]:
        """As it is kept in a draft."""
        return {"as_of": self.as_of.isoformat(), "lines": [line.to_json() for line in self.lines]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Back from a draft."""
        return cls(date.fromisoformat(data["as_of"]), tuple(Line.from_json(each) for each in data["lines"]))


async def take_snapshot(moment: datetime, policy: Policy, colors_on: date | None = None) -> Snapshot:
    """How all active projects stood at a moment; `colors_on` where the colours of another day are wanted."""
    today = colors_on or day_of(moment)
    units = {unit.id: unit.name for unit in await Unit.all()}
    problems: dict[str, list[str]] = {}
    for issue in await open_issues(moment):
        shown = [category for category in issue.categories if category != UNSPOKEN]
        problems.setdefault(issue.project_id, []).extend(shown)
    found = await standings(moment)
    return Snapshot(today, tuple(_line(each, units, problems, today, policy) for each in found.values()))


def _line(
    standing: ProjectStanding, units: Mapping[str, str], problems: Mapping[str, list[str]], today: date, policy: Policy
) -> Line:
    color, deciding = standing.color(today, policy)
    shown = deciding or next((node for node in standing.open_nodes() if node.planned), None)
    return Line(
        standing.project.id,
        standing.project.name,
        units.get(standing.project.lead_unit_id or "", ""),
        color,
        shown.name if shown else "",
        shown.planned if shown else None,
        tuple(dict.fromkeys(problems.get(standing.project.id, ()))),
        standing.percent,
        standing.invested_wan(Scope.TOTAL),
        units.get(shown.unit or "", "") if shown else "",
    )


def board_of(snapshot: Snapshot, title: str, months: tuple[int, int], earlier: Snapshot | None = None) -> Board:
    """The picture's data: the same snapshot and months (to yellow, to red) give the same picture."""
    before = {line.project: line.color for line in earlier.lines} if earlier else {}
    rows = [
        BoardRow(
            name=line.name,
            unit=line.unit,
            color=line.color,
            node=line.node,
            planned=line.planned,
            problem="、".join(ProblemCategory(each).label for each in line.problems),
            percent=line.percent,
            changed_from=before.get(line.project),
        )
        for line in snapshot.lines
    ]
    return Board(
        title=title,
        as_of=snapshot.as_of,
        week=Week.of(snapshot.as_of).label,
        rows=rows,
        yellow_months=months[0],
        red_months=months[1],
    )
