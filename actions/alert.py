"""Safety alerts: at once, privately, to everyone of the office and to the leaders."""

from datetime import datetime

from language.wording import alert as wording
from models.mailbox import Inbox, Outbox, Reply
from models.people import Person, Unit
from models.vocabulary import Role, Why


async def raise_alert(message: Inbox, words: str, sender: Person, now: datetime) -> None:
    """Pass a message that tells of danger to those who must know; once each, quiet hours or not."""
    unit = await Unit.get_or_none(id=sender.unit_id)
    text = wording.danger(unit.name if unit else "", sender.name, words, now)
    told = await Person.filter(role__in=[Role.OFFICE.value, Role.LEADER.value], active=True).order_by("id")
    for person in told:
        if person.id != sender.id:
            key = f"alert/{message.platform}/{message.id}/{person.id}"
            await Outbox.put(key, Reply(text, why=Why.ALERT), now, person=person)
