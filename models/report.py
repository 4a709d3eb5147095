"""Weekly reports and the facts in them: append-only, each bound to the message, person and moment it came from."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.mailbox import Inbox
from models.people import Person, Unit
from models.project import PlanNode, Project
from models.store.fields import JsonValue


class Fact(Model):
    """One value that one message stated, never changed, never erased.

    `key` is a key of the contract's REPORT, but money is `investment/<scope>` and `share/<scope>`, a running count
    `quantity/<unit>`, and what was counted of one week or one part `quantity/<unit>/part`: never to be added up.
    `value` is the wire value, `words` the clause as said, `said_at` when it was said, by which the order is told.
    """

    id = fields.IntField(primary_key=True)
    message: fields.ForeignKeyNullableRelation[Inbox] = fields.ForeignKeyField(
        "models.Inbox", related_name="facts", null=True, on_delete=fields.RESTRICT
    )
    message_id: int | None
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="facts", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="facts", null=True, on_delete=fields.RESTRICT
    )
    unit_id: str | None
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField(
        "models.Project", related_name="facts", on_delete=fields.RESTRICT
    )
    project_id: str
    node: fields.ForeignKeyNullableRelation[PlanNode] = fields.ForeignKeyField(
        "models.PlanNode", related_name="facts", null=True, on_delete=fields.RESTRICT
    )
    node_id: str | None
    key = fields.CharField(60)
    value: Any = JsonValue()
    words = fields.TextField(default="", db_default="")
    correction = fields.BooleanField(default=False, db_default=False)
    said_at = fields.DatetimeField()
    recorded_at = fields.DatetimeField()

    class Meta:
        table = "fact"
        indexes = (("project_id", "said_at"), ("message_id",))


class Withdrawal(Model):
    """A message taken back: from `at` on, its facts no longer count, they stay readable."""

    id = fields.IntField(primary_key=True)
    message: fields.ForeignKeyRelation[Inbox] = fields.ForeignKeyField(
        "models.Inbox", related_name="withdrawals", on_delete=fields.RESTRICT
    )
    message_id: int
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="withdrawals", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None
    at = fields.DatetimeField()

    class Meta:
        table = "withdrawal"
        unique_together = (("message_id",),)


class WeeklyReport(Model):
    """That a unit reported on a project in a week: one row a (message, unit, project).

    `on_time` is false for what came after the cut-off, `proxy` says that a colleague of another unit sent it.
    """

    id = fields.IntField(primary_key=True)
    week = fields.CharField(10)
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="weekly_reports", on_delete=fields.RESTRICT
    )
    unit_id: str
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField(
        "models.Project", related_name="weekly_reports", on_delete=fields.RESTRICT
    )
    project_id: str
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="weekly_reports", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None
    message: fields.ForeignKeyNullableRelation[Inbox] = fields.ForeignKeyField(
        "models.Inbox", related_name="weekly_reports", null=True, on_delete=fields.RESTRICT
    )
    message_id: int | None
    said_at = fields.DatetimeField()
    on_time = fields.BooleanField(default=True, db_default=True)
    proxy = fields.BooleanField(default=False, db_default=False)

    class Meta:
        table = "weekly_report"
        unique_together = (("message_id", "unit_id", "project_id"),)
        indexes = (("week", "unit_id"),)
