"""How a project stood at a moment: facts folded in the order in which they were said, each value with its source."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from models.calendar import day_of, utc
from models.policy import Policy
from models.project import APPROVED, NodeDates, PlanChange, PlanNode, Project, days_late, node_color, worst
from models.report import Fact
from models.store.quick import Look, Select
from models.vocabulary import Color, NodeKind, Scope, Status


class Said(NamedTuple):
    """One value with where it came from: who, of which unit, when, in which words and message.

    A tuple, for a season has ten thousand of them and they are made anew each time somebody asks how things stand.
    """

    value: Any
    said_at: datetime
    person: str | None
    unit: str | None
    words: str
    message: int | None
    fact: int

    @property
    def day(self) -> date:
        """The day on which it was said."""
        return day_of(self.said_at)


class Statement(NamedTuple):
    """One fact as it is folded: of what, which key, and what was said."""

    project: str
    node: str | None
    key: str
    said: Said


@dataclass(slots=True)
class Standing:
    """What is known of one project or one node: the last value of each key, as `Fact.key` names them."""

    said: dict[str, Said] = field(default_factory=dict)
    last: Said | None = None

    def take(self, key: str, said: Said) -> None:
        """Let one more fact count; they come in the order in which they were said."""
        self.last = said
        if key == "status":
            if said.value == Status.UNCHANGED.value:
                return
            if said.value == Status.DONE.value and self.status is Status.DONE:
                return  # told again: it was finished when it was first told so
            if said.value != Status.DONE.value:
                self.said.pop("done_on", None)  # reopened, or corrected: the old day no longer holds
        self.said[key] = _with_whole(self.said.get(key), said) if key.startswith("quantity/") else said

    @property
    def status(self) -> Status | None:
        """The last status that was stated, other than unchanged."""
        said = self.said.get("status")
        return Status(said.value) if said else None

    @property
    def percent(self) -> float | int | None:
        """The last percent that was stated."""
        said = self.said.get("percent")
        return said.value if said else None

    @property
    def due_on(self) -> date | None:
        """The date that was last promised or expected."""
        said = self.said.get("due_on")
        return date.fromisoformat(said.value) if said else None

    @property
    def finished_on(self) -> date | None:
        """When it was finished: the day that was said, else the day on which it was reported as done."""
        if self.status is not Status.DONE:
            return None
        said = self.said.get("done_on")
        return date.fromisoformat(said.value) if said else self.said["status"].day

    @property
    def finished_is_assumed(self) -> bool:
        """Whether the day of finishing is only the day on which it was reported."""
        return self.status is Status.DONE and "done_on" not in self.said

    def invested(self, scope: Scope, today: date) -> Said | None:
        """The amount last stated for a scope, in 万元; what was said of an earlier year is not this one's."""
        said = self.said.get(f"investment/{scope.value}")
        return said if said and _same_period(scope, said.day, today) else None

    def invested_wan(self, scope: Scope) -> float | int | None:
        """The amount last stated for a scope, in 万元, whenever that was."""
        said = self.said.get(f"investment/{scope.value}")
        return said.value if said else None

    def invested_share(self, scope: Scope, today: date) -> Said | None:
        """The share of a scope's plan last stated, in per cent."""
        said = self.said.get(f"share/{scope.value}")
        return said if said and _same_period(scope, said.day, today) else None

    def quantities(self) -> dict[str, Said]:
        """The counts last stated, by unit."""
        return {
            key.removeprefix("quantity/"): said
            for key, said in self.said.items()
            if key.count("/") == 1 and key.startswith("quantity/")
        }


def _with_whole(before: Said | None, said: Said) -> Said:
    """A count with the whole it was last told to be of, where only so many more are done: 108 of the 120."""
    whole = before.value.get("total") if before else None
    done = said.value.get("done")
    if whole is None or done is None or done > whole or "total" in said.value or "left" in said.value:
        return said
    return said._replace(value={**said.value, "total": whole})


@dataclass(slots=True)
class NodeStanding(Standing):
    """How one plan node stood: its plan as approved by then, and what was reported."""

    id: str = ""
    name: str = ""
    kind: NodeKind = NodeKind.OTHER
    unit: str | None = None
    planned: date | None = None

    def color(self, today: date, policy: Policy) -> Color:
        """The colour of this node on a day."""
        return node_color(self.planned, self.finished_on, today, policy)

    def days_late(self, today: date) -> int:
        """How many days it was, or is, behind its plan."""
        return days_late(self.planned, self.finished_on, today)


@dataclass(slots=True)
class ProjectStanding(Standing):
    """How one project stood, with its nodes in the order of the plan."""

    project: Project = field(default_factory=Project)
    nodes: dict[str, NodeStanding] = field(default_factory=dict)

    def color(self, today: date, policy: Policy) -> tuple[Color, NodeStanding | None]:
        """The colour of the project on a day and the node that decides it; a finished project is green."""
        if self.status is Status.DONE:
            return Color.GREEN, None
        color, node = worst(
            (NodeDates(node.id, node.planned, node.finished_on) for node in self.nodes.values()), today, policy
        )
        return color, self.nodes[node.id] if node else None

    def open_nodes(self) -> list[NodeStanding]:
        """The nodes that are not finished."""
        return [node for node in self.nodes.values() if node.status is not Status.DONE]

    def latest(self) -> Said | None:
        """The newest thing said of the project or any of its nodes."""
        said = [standing.last for standing in (self, *self.nodes.values()) if standing.last]
        return max(said, key=lambda each: (each.said_at, each.fact), default=None)


def fold(
    projects: Sequence[Project],
    nodes: Iterable[PlanNode],
    changes: Iterable[PlanChange],
    statements: Iterable[Statement],
) -> dict[str, ProjectStanding]:
    """Fold facts into standings; pure, so any past moment can be computed again.

    `changes` are those approved since; `statements` come in the order in which they were made.
    """
    since: dict[str, list[PlanChange]] = defaultdict(list)
    for change in changes:
        since[change.node_id].append(change)
    standings = {project.id: ProjectStanding(project=project) for project in projects}
    for node in nodes:
        if node.project_id in standings:
            standings[node.project_id].nodes[node.id] = NodeStanding(
                id=node.id,
                name=node.name,
                kind=NodeKind(node.kind),
                unit=node.unit_id,
                planned=node.planned_before(since[node.id]),
            )
    for project, of, key, said in statements:
        standing = standings.get(project)
        target: Standing | None = standing
        if standing is not None and of is not None:
            target = standing.nodes.get(of)
        if target is not None:
            target.take(key, said)
    return standings


_PROJECTS = Select(Project, 'WHERE "id" IN ($*) ORDER BY "position", "id"')
_ACTIVE = Select(Project, 'WHERE "active" = $1 ORDER BY "position", "id"')
_NODES = Select(PlanNode, 'WHERE "active" = $1 AND "project_id" IN ($*) ORDER BY "position", "id"')
_APPROVED_SINCE = Select(
    PlanChange, 'WHERE "state" = $1 AND "decided_at" > $2 AND "node_id" IN ($*) ORDER BY "decided_at"'
)
_FACTS = Look(
    Fact,
    'SELECT "project_id", "node_id", "key", "value", "said_at", "person_id", "unit_id", "words", "message_id", "id"'
    ' FROM "fact" WHERE "said_at" <= $1 AND "project_id" IN ($*) AND NOT EXISTS'
    ' (SELECT 1 FROM "withdrawal" WHERE "withdrawal"."message_id" = "fact"."message_id" AND "withdrawal"."at" <= $1)'
    ' ORDER BY "said_at", "id"',
)


async def standings(moment: datetime, projects: Sequence[str] | None = None) -> dict[str, ProjectStanding]:
    """How the active projects (or those given) stood at a moment, by id, in the order of the plan."""
    rows = await _ACTIVE.rows(True) if projects is None else await _PROJECTS.rows(among=projects)
    nodes = await _NODES.rows(True, among=[project.id for project in rows])
    changes = await _APPROVED_SINCE.rows(APPROVED, utc(moment), among=[node.id for node in nodes])
    statements = await statements_by(moment, [project.id for project in rows])
    return fold(rows, nodes, changes, statements)


async def statements_by(moment: datetime, projects: Sequence[str]) -> list[Statement]:
    """The facts of these projects that counted at a moment: said by then and not taken back by then, in their order."""
    rows: Iterable[Any] = await _FACTS.rows(utc(moment), among=projects)
    return [
        Statement(project, node, key, Said(json.loads(value), *source)) for project, node, key, value, *source in rows
    ]


def _same_period(scope: Scope, said: date, today: date) -> bool:
    """Whether an amount of a year, quarter, month or week that was said then still speaks of today's."""
    match scope:
        case Scope.TOTAL:
            return True
        case Scope.YEAR:
            return said.year == today.year
        case Scope.QUARTER:
            return (said.year, (said.month - 1) // 3) == (today.year, (today.month - 1) // 3)
        case Scope.MONTH:
            return (said.year, said.month) == (today.year, today.month)
        case Scope.WEEK:
            return said.isocalendar()[:2] == today.isocalendar()[:2]


def by_unit(
    standings_: dict[str, ProjectStanding], spared: Collection[tuple[str, str]] = ()
) -> dict[str, list[ProjectStanding]]:
    """Projects by the unit that leads them or holds one of their open nodes, but for (unit, project) pairs `spared`."""
    owed: dict[str, list[ProjectStanding]] = defaultdict(list)
    for standing in standings_.values():
        for unit in owing_units(standing):
            if (unit, standing.project.id) not in spared:
                owed[unit].append(standing)
    return dict(owed)


def owing_units(standing: ProjectStanding) -> list[str]:
    """The units that owe a report on a project: its lead, and whoever holds a node that is not finished."""
    units = [standing.project.lead_unit_id] + [node.unit for node in standing.open_nodes()]
    return list(dict.fromkeys(unit for unit in units if unit))
