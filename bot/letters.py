"""The outbox as the delivery sees it: taking a letter so that only one process has it, and writing down its fate."""

import os
import socket
from datetime import datetime, timedelta
from uuid import uuid4

from tortoise.expressions import Q

from bot.clock import Clock
from language.wording import door as wording
from models.calendar import utc
from models.mailbox import Outbox
from models.people import Person, person_at

LEASE = timedelta(seconds=20)
SENDING = "+"
"""Ends `taken_by` from the moment the parcel is handed over: whoever dies after that may have sent it."""
MOST_LOOKED_AT = 500

WAITING = Q(delivered_at=None, given_up_at=None)
_LIGHT = ("id", "chat_id", "person_id", "priority", "not_before", "lease_until", "taken_by")


class Desk:
    """One process at the outbox. A letter that waits for another try has a lease that nobody holds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._me = f"{socket.gethostname()[:30]}/{os.getpid()}/{uuid4().hex[:8]}"

    async def take(self) -> Outbox | None:
        """The most urgent letter that is due and is nobody's; letters to one place keep their order."""
        now = self._clock.now()
        due = Outbox.filter(WAITING, not_before__lte=utc(now)).order_by("priority", "id").limit(MOST_LOOKED_AT)
        blocked: set[tuple[int | None, str | None]] = set()
        for letter in await due.only(*_LIGHT):
            place = (letter.chat_id, letter.person_id)
            if letter.lease_until is not None and letter.lease_until > now:
                blocked.add(place)
            elif place not in blocked and await self._won(letter, now):
                # Read before the lease was written, so that `taken_by` tells who had it last.
                taken = await Outbox.get(id=letter.id).select_related("chat", "person", "answers")
                taken.taken_by = letter.taken_by
                return taken
        return None

    async def _won(self, letter: Outbox, now: datetime) -> bool:
        """Take it with a conditional update; that somebody was first is ordinary."""
        free = Q(lease_until=None) | Q(lease_until__lte=utc(now))
        mine = Outbox.filter(WAITING, free, id=letter.id, taken_by=letter.taken_by)
        return bool(await mine.update(taken_by=self._me, lease_until=utc(now + LEASE)))

    async def reclaim(self) -> None:
        """End the leases of whoever had letters before us."""
        await Outbox.filter(WAITING).exclude(taken_by=None).update(lease_until=utc(self._clock.now()))

    async def next_due(self) -> datetime | None:
        """When a letter that cannot go now can; one that waits behind another has no moment of its own."""
        now = self._clock.now()
        rows = await Outbox.filter(WAITING).values_list("not_before", "lease_until")
        moments = (max(moment for moment in row if moment is not None) for row in rows)
        return min((moment for moment in moments if moment > now), default=None)

    async def sending(self, letter: Outbox) -> None:
        """Write down that the parcel is being handed over, which counts as a try."""
        letter.attempts += 1
        await self._write(letter, attempts=letter.attempts, taken_by=self._me + SENDING)

    async def renew(self, letter: Outbox) -> None:
        """Keep the letter for some more time."""
        await self._write(letter, lease_until=utc(self._clock.now() + LEASE))

    async def delivered(self, letter: Outbox, receipt: str, note: str) -> None:
        """It has arrived, as far as the platform says."""
        now = utc(self._clock.now())
        await self._write(
            letter, delivered_at=now, receipt=receipt[:200] or None, trouble=note[:300] or None, **_NOBODYS
        )

    async def hold(self, letter: Outbox, until: datetime) -> None:
        """Not before a moment, and no try is lost by it."""
        await self._write(letter, not_before=utc(until), **_NOBODYS)

    async def wait(self, letter: Outbox, pause: timedelta, reason: str) -> None:
        """Another try, some time later."""
        await self._write(letter, taken_by=None, lease_until=utc(self._clock.now() + pause), trouble=reason[:300])

    async def doubt(self, letter: Outbox, pause: timedelta | None, reason: str) -> None:
        """It may have arrived; `pause` where it is sent again all the same."""
        until = None if pause is None else utc(self._clock.now() + pause)
        letter.uncertain = True
        await self._write(letter, uncertain=True, taken_by=None, lease_until=until, trouble=reason[:300])

    async def give_up(self, letter: Outbox, reason: str) -> None:
        """It will not be sent any more."""
        await self._write(letter, given_up_at=utc(self._clock.now()), trouble=reason[:300], **_NOBODYS)

    async def asker(self, letter: Outbox) -> Person | None:
        """Who said what this letter answers."""
        asked = letter.answers
        return await person_at(asked.platform, asked.sender_address) if asked else None

    def destination(self, letter: Outbox) -> str:
        """The people's name for where a letter goes."""
        if letter.person is not None:
            return letter.person.name
        if letter.chat is None:
            return wording.SOMEBODY
        return letter.chat.name or (wording.GROUP if letter.chat.is_group else wording.SOMEBODY)

    async def _write(self, letter: Outbox, **values: object) -> None:
        # Never save(): it would write back everything that was read before (`taken_by` among it).
        await Outbox.filter(id=letter.id).update(**values)


_NOBODYS: dict[str, None] = {"taken_by": None, "lease_until": None}
