"""Meetings and what they decided, numbered until closed."""

from tortoise import fields
from tortoise.models import Model

from models.people import Person, Unit
from models.project import Project

OPEN = "open"
APPLIED = "applied"
"""Its unit says that it is carried out and asks to close it (申请销号)."""
CLOSED = "closed"
OWN_NUMBERS = 100
"""Up to here meetings bring their own numbers (第24次例会); above are those that we give to meetings without one."""


class Meeting(Model):
    """A meeting, its end starts the timers of notices and minutes."""

    id = fields.IntField(primary_key=True)
    kind = fields.CharField(20)
    serial = fields.IntField(null=True)
    starts_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    place = fields.CharField(120, default="", db_default="")

    class Meta:
        table = "meeting"


class Decision(Model):
    """One decision of a meeting, followed until it is closed.

    `progress` is what was last said of how far it is, or on what ground it is to be closed; who did what and when
    stands in `Change` under `decision/<number>`.
    """

    id = fields.IntField(primary_key=True)
    meeting: fields.ForeignKeyRelation[Meeting] = fields.ForeignKeyField(
        "models.Meeting", related_name="decisions", on_delete=fields.RESTRICT
    )
    meeting_id: int
    serial = fields.IntField()
    text = fields.TextField()
    project: fields.ForeignKeyNullableRelation[Project] = fields.ForeignKeyField(
        "models.Project", related_name="decisions", null=True, on_delete=fields.RESTRICT
    )
    project_id: str | None
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="decisions", null=True, on_delete=fields.RESTRICT
    )
    unit_id: str | None
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="decisions", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None
    due_on = fields.DateField(null=True)
    state = fields.CharField(20, default=OPEN, db_default=OPEN)
    closed_at = fields.DatetimeField(null=True)
    progress = fields.TextField(default="", db_default="")
    progress_at = fields.DatetimeField(null=True)
    applied_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="applied_decisions", null=True, on_delete=fields.RESTRICT
    )
    applied_by_id: str | None

    class Meta:
        table = "decision"
        unique_together = (("meeting_id", "serial"),)

    @property
    def number(self) -> str:
        """As it is written in the ledger, of the meeting's number and its own: 24-03; its meeting must be there."""
        return f"{self.meeting.serial or self.meeting_id:02d}-{self.serial:02d}"
