"""Later days that units ask for what meetings decided: which still wait for a word, and the word."""

from dataclasses import dataclass
from datetime import date, datetime

from actions import meeting
from language.ledger_orders import Item
from models.change import Change
from models.mailbox import Inbox, Outbox
from models.meeting import CLOSED, Decision
from models.people import Person
from models.permission import ABOVE
from models.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Asked:
    """A decision for which a later day is wanted, and that day."""

    decision: Decision
    day: date | None


async def waiting() -> list[Asked]:
    """What has been asked for and not been answered since, the newest first."""
    found: dict[int, Asked] = {}
    for letter in await Outbox.filter(key__startswith="decision/", key__contains="/later/").order_by("-id"):
        number = int(letter.key.split("/")[1])
        if number in found:
            continue
        decision = await Decision.get_or_none(id=number).prefetch_related("meeting")
        if decision is None or decision.state == CLOSED or await _answered(decision, letter.created_at):
            continue
        day = letter.context.get(meeting.DAY)
        found[number] = Asked(decision, date.fromisoformat(day) if day else None)
    return list(found.values())


async def _answered(decision: Decision, since: datetime) -> bool:
    """Whether somebody above has spoken of it since."""
    told = Change.filter(key=f"decision/{decision.number}", at__gte=since).prefetch_related("person")
    return any(each.person is not None and Role(each.person.role) in ABOVE for each in await told)


async def set_day(decision: Decision, day: date, person: Person, message: Inbox, now: datetime) -> None:
    """It is to be carried out by another day; its unit is told."""
    await meeting.lead(decision, Item("", None, None, day), person, message, now)
