"""What the clock missed while the process was down: not sent late, but told to the office in one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from actions.to_office import tell_office
from language.wording import office as wording
from models.calendar import next_open
from models.mailbox import Reply
from models.policy import Office
from models.vocabulary import Why


@dataclass(frozen=True, slots=True)
class Missed:
    """One thing that was due while nobody was there to do it."""

    label: str
    due: datetime


async def tell_missed(missed: Sequence[Missed], office: Office, now: datetime) -> None:
    """One line to everyone of the office, when it is open."""
    text = wording.missed([(each.label, each.due) for each in missed], now)
    opens = next_open(now, office.policy.quiet_until, office.policy.quiet_from, office.calendar)
    key = f"missed/{missed[0].due:%Y%m%d%H%M}/{len(missed)}"
    await tell_office(key, Reply(text, why=Why.OFFICE), now, not_before=opens)
