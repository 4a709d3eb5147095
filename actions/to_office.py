"""Letters to everyone of the office, privately: any of them may act on one, and each hears a thing once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from actions import dialogue
from language.wording.roster import NO, YES
from models.mailbox import Outbox, Reply
from models.people import office_people
from models.vocabulary import Why


async def tell_office(
    key: str, reply: Reply, now: datetime, *, but: str | None = None, not_before: datetime | None = None
) -> None:
    """Put a letter to each of the office, but not to the person of this id; `key` is one for all of them."""
    for person in await office_people():
        if person.id != but:
            await Outbox.put(f"{key}/{person.id}", reply, now, person=person, not_before=not_before)


async def ask_office(key: str, text: str, kind: str, payload: Mapping[str, Any], now: datetime, minutes: int) -> None:
    """Put a question that is answered with yes or no to each of the office, beside whatever else waits for them."""
    for person in await office_people():
        question = await dialogue.ask(None, person, kind, dict(payload), now, minutes, beside=True)
        reply = Reply(text, why=Why.OFFICE, context={"question": question}, buttons=(YES, NO))
        await Outbox.put(f"{key}/{person.id}", reply, now, person=person)
