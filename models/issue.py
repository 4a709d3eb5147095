"""Problems with a number (挂号/销号): opened from a report or by the office, climbing four levels until closed."""

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model

from models.calendar import utc
from models.mailbox import Inbox
from models.people import Person, Unit
from models.project import PlanNode, Project

OPEN = "open"
CLOSED = "closed"
WITHDRAWN = "withdrawn"


class Issue(Model):
    """A problem in the ledger, `serial` counts within `year`, `categories` are values of `ProblemCategory`."""

    id = fields.IntField(primary_key=True)
    year = fields.IntField()
    serial = fields.IntField()
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField(
        "models.Project", related_name="issues", on_delete=fields.RESTRICT
    )
    project_id: str
    node: fields.ForeignKeyNullableRelation[PlanNode] = fields.ForeignKeyField(
        "models.PlanNode", related_name="issues", null=True, on_delete=fields.RESTRICT
    )
    node_id: str | None
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="issues", null=True, on_delete=fields.RESTRICT
    )
    unit_id: str | None
    categories: list[str] = fields.JSONField(default=list)
    words = fields.TextField(default="", db_default="")
    needs_help = fields.BooleanField(default=False, db_default=False)
    level = fields.IntField(default=1, db_default=1)
    state = fields.CharField(20, default=OPEN, db_default=OPEN)
    due_on = fields.DateField(null=True)
    opened_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="opened_issues", null=True, on_delete=fields.RESTRICT
    )
    opened_by_id: str | None
    message: fields.ForeignKeyNullableRelation[Inbox] = fields.ForeignKeyField(
        "models.Inbox", related_name="issues", null=True, on_delete=fields.RESTRICT
    )
    message_id: int | None
    opened_at = fields.DatetimeField()
    closed_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="closed_issues", null=True, on_delete=fields.RESTRICT
    )
    closed_by_id: str | None
    closed_at = fields.DatetimeField(null=True)
    closing_words = fields.TextField(default="", db_default="")

    events: fields.ReverseRelation[Any]

    class Meta:
        table = "issue"
        unique_together = (("year", "serial"),)
        indexes = (("project_id", "state"),)

    @property
    def number(self) -> str:
        """As it is written in the ledger: 2026-017."""
        return f"{self.year}-{self.serial:03d}"


async def open_issues(moment: datetime) -> list[Issue]:
    """The problems that stood open in the ledger at a moment, in the order of their numbers."""
    still = Q(closed_at=None) | Q(closed_at__gt=utc(moment))
    return await Issue.filter(still, opened_at__lte=utc(moment)).order_by("id")
