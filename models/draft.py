"""What waits for the office's approval before it is published, and everything that was done to it."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.people import Person

WAITING = "waiting"
HELD = "held"
APPROVED = "approved"
PUBLISHED = "published"
SKIPPED = "skipped"
WITHDRAWN = "withdrawn"


class Draft(Model):
    """One draft, `data` is the snapshot from which text, picture and files are produced again identically.

    `publish_at` is when it goes out by itself if nobody holds it, empty where approval is required.
    """

    id = fields.IntField(primary_key=True)
    kind = fields.CharField(20)
    week = fields.CharField(10)
    state = fields.CharField(20, default=WAITING, db_default=WAITING)
    text = fields.TextField()
    data: dict[str, Any] = fields.JSONField(default=dict)
    created_at = fields.DatetimeField()
    publish_at = fields.DatetimeField(null=True)
    decided_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="drafts", null=True, on_delete=fields.RESTRICT
    )
    decided_by_id: str | None
    decided_at = fields.DatetimeField(null=True)
    published_at = fields.DatetimeField(null=True)

    events: fields.ReverseRelation["DraftEvent"]

    class Meta:
        table = "draft"
        unique_together = (("kind", "week"),)


class DraftEvent(Model):
    """One thing done to a draft: by whom, when, and the text before and after."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="events", on_delete=fields.RESTRICT
    )
    draft_id: int
    what = fields.CharField(20)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="draft_events", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None
    at = fields.DatetimeField()
    before = fields.TextField(default="", db_default="")
    after = fields.TextField(default="", db_default="")

    class Meta:
        table = "draft_event"
