"""Projects, their plan nodes, and changes of the plan; lateness and colour are pure functions of dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.calendar import add_months
from models.people import Person, Unit
from models.policy import Policy
from models.vocabulary import Color


class Project(Model):
    """A project of the district, `id` is the registry's. Money is in whole yuan."""

    id = fields.CharField(60, primary_key=True)
    name = fields.CharField(200)
    aliases: list[str] = fields.JSONField(default=list)
    category = fields.CharField(40, default="", db_default="")
    town = fields.CharField(60, default="", db_default="")
    lead_unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="led_projects", null=True, on_delete=fields.RESTRICT
    )
    lead_unit_id: str | None
    leader = fields.CharField(60, default="", db_default="")
    total_yuan = fields.BigIntField(null=True)
    year_plan_yuan = fields.BigIntField(null=True)
    tags: list[str] = fields.JSONField(default=list)
    position = fields.IntField(default=0, db_default=0)
    active = fields.BooleanField(default=True, db_default=True)

    nodes: fields.ReverseRelation["PlanNode"]
    duties: fields.ReverseRelation[Any]

    class Meta:
        table = "project"


class PlanNode(Model):
    """A node of a project's plan, `planned` is the approved date as it stands now, `kind` a value of `NodeKind`."""

    id = fields.CharField(60, primary_key=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField(
        "models.Project", related_name="nodes", on_delete=fields.RESTRICT
    )
    project_id: str
    name = fields.CharField(200)
    kind = fields.CharField(40)
    planned = fields.DateField(null=True)
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="nodes", null=True, on_delete=fields.RESTRICT
    )
    unit_id: str | None
    position = fields.IntField(default=0, db_default=0)
    active = fields.BooleanField(default=True, db_default=True)

    changes: fields.ReverseRelation["PlanChange"]

    class Meta:
        table = "plan_node"

    def planned_before(self, changes: Sequence["PlanChange"]) -> date | None:
        """The approved date as it stood before the changes that were approved since, which come in their order."""
        return changes[0].old if changes else self.planned


class AliasProposal(Model):
    """A name that people keep using for a project, learnt only when the office says yes. `uses` counts the messages."""

    id = fields.IntField(primary_key=True)
    alias = fields.CharField(60)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField(
        "models.Project", related_name="alias_proposals", on_delete=fields.RESTRICT
    )
    project_id: str
    uses = fields.IntField(default=0, db_default=0)
    state = fields.CharField(20, default="counting", db_default="counting")
    asked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "alias_proposal"
        unique_together = (("alias", "project_id"),)


REQUESTED = "requested"
APPROVED = "approved"
REJECTED = "rejected"


class PlanChange(Model):
    """A change of a planned date: requested by somebody, decided by the office with a meeting reference."""

    id = fields.IntField(primary_key=True)
    node: fields.ForeignKeyRelation[PlanNode] = fields.ForeignKeyField(
        "models.PlanNode", related_name="changes", on_delete=fields.RESTRICT
    )
    node_id: str
    old = fields.DateField(null=True)
    new = fields.DateField()
    state = fields.CharField(20, default=REQUESTED, db_default=REQUESTED)
    reason = fields.TextField(default="", db_default="")
    reference = fields.CharField(200, default="", db_default="")
    requested_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="requested_changes", null=True, on_delete=fields.RESTRICT
    )
    requested_by_id: str | None
    message: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Inbox", related_name="plan_changes", null=True, on_delete=fields.RESTRICT
    )
    message_id: int | None
    requested_at = fields.DatetimeField()
    decided_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="decided_changes", null=True, on_delete=fields.RESTRICT
    )
    decided_by_id: str | None
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "plan_change"


def node_color(planned: date | None, finished: date | None, today: date, policy: Policy) -> Color:
    """The colour of one node on a day (X05–X07): yellow from one calendar month past the plan, red from three.

    A finished node is green; the boundary day counts; month ends are clipped.
    """
    if planned is None or (finished is not None and finished <= today):
        return Color.GREEN
    if today >= add_months(planned, policy.red_months):
        return Color.RED
    if today >= add_months(planned, policy.yellow_months):
        return Color.YELLOW
    return Color.GREEN


def days_late(planned: date | None, finished: date | None, today: date) -> int:
    """How many days a node is, or was, finished after its plan; 0 when in time or not yet due."""
    if planned is None:
        return 0
    end = finished if finished is not None and finished <= today else today
    return max(0, (end - planned).days)


SEVERITY = {Color.GREEN: 0, Color.YELLOW: 1, Color.RED: 2}


@dataclass(frozen=True, slots=True)
class NodeDates:
    """What the colour of one node depends on."""

    id: str
    planned: date | None
    finished: date | None


def worst(nodes: Iterable[NodeDates], today: date, policy: Policy) -> tuple[Color, NodeDates | None]:
    """The colour of a project and the node that decides it (X08): the worst open node, the latest one among equals."""
    deciding: NodeDates | None = None
    color = Color.GREEN
    for node in nodes:
        own = node_color(node.planned, node.finished, today, policy)
        if SEVERITY[own] > SEVERITY[color] or (own is color is not Color.GREEN and _earlier(node, deciding)):
            color, deciding = own, node
    return color, deciding


def _earlier(node: NodeDates, other: NodeDates | None) -> bool:
    return other is None or (node.planned or date.max) < (other.planned or date.max)
