"""Problems with a number (挂号/销号): opened from a report or by the office, climbing four levels until closed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.calendar import utc
from models.change import Change
from models.mailbox import Inbox
from models.people import Person, Unit
from models.project import PlanNode, Project
from models.store.quick import Look, Select

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


_STOOD_OPEN = '"opened_at" <= $1 AND ("closed_at" IS NULL OR "closed_at" > $1) ORDER BY "id"'
_ALL = Select(Issue, f"WHERE {_STOOD_OPEN}")
_OF = Select(Issue, f'WHERE "project_id" IN ($*) AND {_STOOD_OPEN}')


async def open_issues(moment: datetime, projects: Sequence[str] | None = None) -> list[Issue]:
    """The problems that stood open in the ledger at a moment, of all projects or of these, by their numbers."""
    if projects is None:
        return await _ALL.rows(utc(moment))
    return await _OF.rows(utc(moment), among=projects)


_OPEN_NOW = Select(Issue, 'WHERE "project_id" = $1 AND "state" = $2')


async def open_now(project: str) -> list[Issue]:
    """The problems of a project that are open."""
    return await _OPEN_NOW.rows(project, OPEN)


_LAST = Look(Issue, 'SELECT "serial" FROM "issue" WHERE "year" = $1 ORDER BY "serial" DESC LIMIT 1')


async def last_serial(year: int) -> int:
    """The highest number of a year, nought where there is none."""
    rows = await _LAST.rows(year)
    return int(rows[0]["serial"]) if rows else 0


def said_of(number: str) -> str:
    """The key in `Change` of what was told of an open problem."""
    return f"issue_said/{number}"


async def last_said(numbers: Sequence[str]) -> dict[str, Change]:
    """What was told last of each problem after it was opened, by number."""
    keys = {said_of(number): number for number in numbers}
    rows = await Change.filter(key__in=list(keys)).order_by("id") if keys else []
    return {keys[row.key]: row for row in rows}
