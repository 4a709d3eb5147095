"""What was asked back and what was spoken of last, kept as rows so that a restart forgets nothing."""

from datetime import datetime, timedelta
from typing import Any

from models.calendar import utc
from models.chat import Chat
from models.dialogue import PendingQuestion, Subject
from models.people import Person
from models.store.quick import insert

_ONE_EACH = '("chat_id", "person_id") DO UPDATE SET "data" = excluded."data", "at" = excluded."at"'


async def remember_subject(chat: Chat, person: Person | None, data: dict[str, Any], now: datetime) -> None:
    """Remember what a person just spoke of here, for questions that lean on it."""
    if person is not None:
        row = {"chat_id": chat.id, "person_id": person.id, "data": data, "at": utc(now)}
        await insert(Subject, [row], conflict=_ONE_EACH)


async def ask(
    chat: Chat | None,
    person: Person | None,
    kind: str,
    payload: dict[str, Any],
    now: datetime,
    minutes: int,
    *,
    beside: bool = False,
) -> int:
    """Put a question to a person; an older one there that still waits is dropped, unless they wait beside each other.

    Gives its number, so that the letter that asks it can carry it.
    """
    if not beside:
        await PendingQuestion.filter(
            chat_id=chat.id if chat else None, person_id=person.id if person else None, answered_at=None
        ).update(answered_at=utc(now))
    question = await PendingQuestion.create(
        chat=chat,
        person=person,
        kind=kind,
        payload=payload,
        asked_at=utc(now),
        expires_at=utc(now + timedelta(minutes=minutes)),
    )
    return question.id


async def waiting_for(kind: str, person: Person, now: datetime) -> list[PendingQuestion]:
    """The questions of a kind that still wait for a person, the newest first, which is answered next."""
    waiting = PendingQuestion.filter(kind=kind, person_id=person.id, answered_at=None, expires_at__gte=utc(now))
    return await waiting.order_by("-id")


async def settle(question: PendingQuestion, now: datetime) -> bool:
    """Mark a question as answered; false where somebody was first."""
    return bool(await PendingQuestion.filter(id=question.id, answered_at=None).update(answered_at=utc(now)))
