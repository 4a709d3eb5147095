"""What was asked back, of whom, until when; and what each person spoke of last."""

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model

from models.calendar import utc
from models.chat import Chat
from models.people import Person


class PendingQuestion(Model):
    """A question the bot put to one person, `payload` is what is needed to act on the answer.

    It is answered in the chat in which it was asked, or, where it was put without one, in private.
    """

    id = fields.IntField(primary_key=True)
    chat: fields.ForeignKeyNullableRelation[Chat] = fields.ForeignKeyField(
        "models.Chat", related_name="questions", null=True, on_delete=fields.CASCADE
    )
    chat_id: int | None
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="questions", null=True, on_delete=fields.CASCADE
    )
    person_id: str | None
    kind = fields.CharField(20)
    payload: dict[str, Any] = fields.JSONField(default=dict)
    asked_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    answered_at = fields.DatetimeField(null=True)

    class Meta:
        table = "pending_question"
        indexes = (("chat_id", "person_id", "answered_at"),)


class Subject(Model):
    """What one person last spoke of with the bot in one chat, for questions that lean on it."""

    id = fields.IntField(primary_key=True)
    chat: fields.ForeignKeyRelation[Chat] = fields.ForeignKeyField(
        "models.Chat", related_name="subjects", on_delete=fields.CASCADE
    )
    chat_id: int
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="subjects", null=True, on_delete=fields.CASCADE
    )
    person_id: str | None
    data: dict[str, Any] = fields.JSONField(default=dict)
    at = fields.DatetimeField()

    class Meta:
        table = "subject"
        unique_together = (("chat_id", "person_id"),)


async def open_question(chat: Chat, person: Person | None, now: datetime) -> PendingQuestion | None:
    """The newest question to this person that still waits for an answer and may be answered here."""
    waiting = PendingQuestion.filter(
        person_id=person.id if person else None, answered_at=None, expires_at__gte=utc(now)
    )
    here = Q(chat=chat) if chat.is_group else Q(chat=chat) | Q(chat_id=None)
    return await waiting.filter(here).order_by("-id").first()
