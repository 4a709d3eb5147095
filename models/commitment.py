"""Conditional approvals (容缺、告知承诺): what was promised, until when, kept or not."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.calendar import day_of, utc
from models.mailbox import Inbox
from models.people import Person, Unit
from models.project import PlanNode, Project
from models.store.quick import Update

OPEN = "open"
KEPT = "kept"
WITHDRAWN = "withdrawn"


class Commitment(Model):
    """One promise to hand in later what a conditional approval lacked."""

    id = fields.IntField(primary_key=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField(
        "models.Project", related_name="commitments", on_delete=fields.RESTRICT
    )
    project_id: str
    node: fields.ForeignKeyNullableRelation[PlanNode] = fields.ForeignKeyField(
        "models.PlanNode", related_name="commitments", null=True, on_delete=fields.RESTRICT
    )
    node_id: str | None
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="commitments", null=True, on_delete=fields.RESTRICT
    )
    unit_id: str | None
    words = fields.TextField(default="", db_default="")
    due_on = fields.DateField(null=True)
    state = fields.CharField(20, default=OPEN, db_default=OPEN)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="commitments", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None
    message: fields.ForeignKeyNullableRelation[Inbox] = fields.ForeignKeyField(
        "models.Inbox", related_name="commitments", null=True, on_delete=fields.RESTRICT
    )
    message_id: int | None
    promised_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)
    kept_by: fields.ForeignKeyNullableRelation[Inbox] = fields.ForeignKeyField(
        "models.Inbox", related_name="kept_commitments", null=True, on_delete=fields.RESTRICT
    )
    kept_by_id: int | None

    class Meta:
        table = "commitment"

    @property
    def subject(self) -> str:
        """What it is of, as a letter names it: its project and, where it is of one, its node; both are fetched."""
        return f"{self.project.name}，{self.node.name}" if self.node else self.project.name


_KEEP = Update(
    Commitment,
    'UPDATE "commitment" SET "state" = $1, "closed_at" = $2, "kept_by_id" = $3'
    ' WHERE "project_id" = $4 AND COALESCE("node_id", \'\') = $5 AND "state" = $6',
)


async def overdue(now: datetime) -> list[Commitment]:
    """The promises that are still to be kept and whose day has passed, the longest ago first."""
    late = Commitment.filter(state=OPEN, due_on__lt=day_of(now)).order_by("due_on", "id")
    return await late.prefetch_related("node")


async def keep(project: str, node: str | None, message: Inbox, now: datetime) -> None:
    """Let the open promises of a project, or of one of its nodes, be kept by a message."""
    await _KEEP.run(KEPT, utc(now), message.id, project, node or "", OPEN)
