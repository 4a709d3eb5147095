"""What was asked back, of whom, until when; and what each person spoke of last."""

from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.calendar import utc
from models.chat import Chat
from models.people import Person
from models.store.quick import Select


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


_OPEN = Select(
    PendingQuestion, 'WHERE "person_id" = $1 AND "answered_at" IS NULL AND "expires_at" >= $2 ORDER BY "id" DESC'
)


async def open_question(chat: Chat, person: Person | None, now: datetime) -> PendingQuestion | None:
    """The newest question to this person that still waits for an answer and may be answered here."""
    if person is None:
        return None
    here = (chat.id,) if chat.is_group else (chat.id, None)
    return next((each for each in await _OPEN.rows(person.id, utc(now)) if each.chat_id in here), None)


_LAPSED = Select(
    PendingQuestion,
    'WHERE "person_id" = $1 AND "answered_at" IS NULL AND "expires_at" < $2 AND "asked_at" >= $3 ORDER BY "id" DESC',
)


async def lapsed_question(chat: Chat, person: Person | None, now: datetime, since: datetime) -> PendingQuestion | None:
    """The newest question put to this person here, not before a moment, that nobody answered in time."""
    if person is None:
        return None
    return next((each for each in await _LAPSED.rows(person.id, utc(now), utc(since)) if each.chat_id == chat.id), None)


async def waiting_question(number: int, now: datetime) -> PendingQuestion | None:
    """A question by its number, while it still waits for an answer."""
    return await PendingQuestion.get_or_none(id=number, answered_at=None, expires_at__gte=utc(now))


_FRESH = Select(Subject, 'WHERE "chat_id" = $1 AND "person_id" = $2 AND "at" >= $3')


_SPOKEN_HERE = Select(Subject, 'WHERE "chat_id" = $1 AND "at" >= $2 ORDER BY "at" DESC, "id" DESC')


async def spoken_of_here(chat: Chat, since: datetime) -> Subject | None:
    """What anybody last spoke of in a chat, if that was not before a moment."""
    return await _SPOKEN_HERE.first(chat.id, utc(since))


async def last_subject(chat: Chat, person: Person | None, since: datetime) -> Subject | None:
    """What a person last spoke of here, if that was not before a moment."""
    return await _FRESH.first(chat.id, person.id, utc(since)) if person else None
