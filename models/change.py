"""What changed: old value, new value, by which message; what undo, audit and "who said so" need."""

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.calendar import utc
from models.mailbox import Inbox
from models.people import Person
from models.project import PlanNode, Project
from models.store.fields import JsonValue
from models.store.quick import Select


class Change(Model):
    """One value that became another, `key` as in `Fact`, or `withdrawn`, `planned`, `color`, `issue`, …"""

    id = fields.IntField(primary_key=True)
    project: fields.ForeignKeyNullableRelation[Project] = fields.ForeignKeyField(
        "models.Project", related_name="changes", null=True, on_delete=fields.RESTRICT
    )
    project_id: str | None
    node: fields.ForeignKeyNullableRelation[PlanNode] = fields.ForeignKeyField(
        "models.PlanNode", related_name="audit", null=True, on_delete=fields.RESTRICT
    )
    node_id: str | None
    key = fields.CharField(60)
    old: Any = JsonValue(null=True)
    new: Any = JsonValue(null=True)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="changes", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None
    message: fields.ForeignKeyNullableRelation[Inbox] = fields.ForeignKeyField(
        "models.Inbox", related_name="changes", null=True, on_delete=fields.RESTRICT
    )
    message_id: int | None
    at = fields.DatetimeField()

    class Meta:
        table = "change"
        indexes = (("project_id", "at"),)


_NOTED = Select(Change, 'WHERE "project_id" = $1 AND "at" >= $2 AND COALESCE("node_id", \'\') = $3 AND "key" = $4')


async def changes_under(project: str, node: str | None, key: str, since: datetime) -> list[Change]:
    """What was written down under a key of a project, or of one of its nodes, since a moment."""
    return await _NOTED.rows(project, utc(since), node or "", key)
