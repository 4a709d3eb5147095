"""The outbox as the delivery sees it: taking a letter so that only one process has it, and writing down its fate."""

import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from bot.clock import Clock
from language.wording import door as wording
from models.calendar import utc
from models.inbox_writer import InboxWriter
from models.mailbox import Outbox, whole_letter
from models.people import Person, person_at
from models.store.light import light_transaction
from models.store.quick import Look, Update

LEASE = timedelta(seconds=20)
SENDING = "+"
"""Ends `taken_by` from the moment the parcel is handed over: whoever dies after that may have sent it."""
MOST_LOOKED_AT = 500

WAITING = Q(delivered_at=None, given_up_at=None)
Place = tuple[int | None, str | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A letter that may be taken, as it was when the outbox was looked at."""

    id: int
    place: Place
    taken_by: str | None
    why: str = ""
    kind: str = ""


_COLUMNS = '"id", "chat_id", "person_id", "lease_until", "taken_by", "why", "kind"'
_WAITS = '"delivered_at" IS NULL AND "given_up_at" IS NULL AND "not_before" <= $1'
_FIRST = 'ORDER BY "priority", "id" LIMIT $2'
_DUE = Look(Outbox, f'SELECT {_COLUMNS} FROM "outbox" WHERE {_WAITS} {_FIRST}')  # noqa: S608
_DUE_ELSEWHERE = Look(
    Outbox,
    f'SELECT {_COLUMNS} FROM "outbox" WHERE {_WAITS}'  # noqa: S608
    ' AND NOT EXISTS (SELECT 1 FROM "chat" WHERE "chat"."id" = "outbox"."chat_id" AND "chat"."platform" = $3)'
    ' AND NOT EXISTS (SELECT 1 FROM "identity" WHERE "identity"."person_id" = "outbox"."person_id"'
    f' AND "identity"."platform" = $3) {_FIRST}',
)
"""What certainly goes by another platform: somebody who is on both is left to whoever may speak on both."""
_LATER, _AGAIN = (
    Look(
        Outbox,
        f'SELECT "{moment}" AS "moment" FROM "outbox" WHERE "delivered_at" IS NULL AND "given_up_at" IS NULL'  # noqa: S608
        f' AND "{moment}" > $1 ORDER BY "{moment}" LIMIT 1',
    )
    for moment in ("not_before", "lease_until")
)
_TAKE = Update(
    Outbox,
    'UPDATE "outbox" SET "taken_by" = $1, "lease_until" = $2 WHERE "id" = $3 AND "delivered_at" IS NULL'
    ' AND "given_up_at" IS NULL AND ("lease_until" IS NULL OR "lease_until" <= $4) AND COALESCE("taken_by", \'\') = $5',
)
_SENDING = 'UPDATE "outbox" SET "attempts" = $1, "taken_by" = $2 WHERE "id" = $3'
_SENDING_BESIDE = Update(Outbox, _SENDING)
_TAKE_AND_SEND = (
    'UPDATE "outbox" SET "taken_by" = $1, "lease_until" = $2, "attempts" = "attempts" + 1 WHERE "id" = $3'
    ' AND "delivered_at" IS NULL AND "given_up_at" IS NULL AND "taken_by" IS NULL AND "lease_until" IS NULL'
    ' AND NOT EXISTS (SELECT 1 FROM "outbox" AS "before" WHERE "before"."delivered_at" IS NULL'
    ' AND "before"."given_up_at" IS NULL AND "before"."not_before" <= $4 AND "before"."id" < $3'
    # The columns bare would lead the engine through everything that was ever said there.
    ' AND COALESCE("before"."chat_id", 0) = $5 AND COALESCE("before"."person_id", \'\') = $6)'
)
"""Only where nothing that was put before waits for the same place."""
_DELIVERED = Update(
    Outbox,
    'UPDATE "outbox" SET "delivered_at" = $1, "receipt" = $2, "trouble" = $3, "taken_by" = NULL, "lease_until" = NULL'
    ' WHERE "id" = $4',
)


class Desk:
    """One process at the outbox. A letter that waits for another try has a lease that nobody holds."""

    def __init__(self, clock: Clock, writer: InboxWriter | None = None) -> None:
        self._clock = clock
        self._writer = writer
        self.some_wait = False
        """Whether the last look found letters that wait behind another one."""
        self._me = f"{socket.gethostname()[:30]}/{os.getpid()}/{uuid4().hex[:8]}"

    async def due(self, *, silent: str | None = None) -> list[Candidate]:
        """The letters that may go now, the most urgent first; none that is behind one which waits for another try.

        `silent` is a platform on which this process may not speak just now.
        """
        now = self._clock.now()
        asked = (utc(now), MOST_LOOKED_AT)
        rows = await (_DUE_ELSEWHERE.rows(*asked, silent) if silent else _DUE.rows(*asked))
        waiting: set[Place] = set()
        found = []
        self.some_wait = False
        for row in rows:
            place = (row["chat_id"], row["person_id"])
            lease = row["lease_until"]
            if lease is not None and lease > now:
                waiting.add(place)
            elif place not in waiting:
                found.append(Candidate(row["id"], place, row["taken_by"], row["why"], row["kind"]))
            else:
                self.some_wait = True
        return found

    async def take(self, candidate: Candidate) -> Outbox | None:
        """Take a letter with a conditional update; that somebody was first is ordinary. `taken_by` tells who had it.

        What somebody may have sent stays marked so until it is settled: we may die before that, too.
        """
        now = self._clock.now()
        before = candidate.taken_by or ""
        mine = self._me + SENDING if before.endswith(SENDING) else self._me
        async with light_transaction():
            if not await _TAKE.run(mine, utc(now + LEASE), candidate.id, utc(now), before):
                return None
            letter = await whole_letter(candidate.id)
        if letter is not None:
            letter.taken_by = candidate.taken_by
        return letter

    async def reclaim(self) -> None:
        """End the leases of whoever had letters before us."""
        await Outbox.filter(WAITING).exclude(taken_by=None).update(lease_until=utc(self._clock.now()))

    async def next_due(self) -> datetime | None:
        """When a letter that cannot go now can; one that waits behind another has no moment of its own."""
        now = utc(self._clock.now())
        rows = [*await _LATER.rows(now), *await _AGAIN.rows(now)]
        return min((row["moment"] for row in rows), default=None)

    async def sending(self, letters: Sequence[Outbox]) -> None:
        """Write down that these are being handed over in one parcel, which counts as a try of each.

        On the disk when this returns, and with it the message that is answered and all that was recorded for it.
        """
        for letter in letters:
            letter.attempts += 1
        if len(letters) == 1:
            values = (letters[0].attempts, self._me + SENDING, letters[0].id)
            if self._writer is not None and self._writer.is_open:
                await self._writer.change(_SENDING, *values)
            else:
                await _SENDING_BESIDE.run(*values)
            return
        async with in_transaction():
            for letter in letters:
                await _SENDING_BESIDE.run(letter.attempts, self._me + SENDING, letter.id)

    async def take_and_send(self, letter: Outbox) -> bool:
        """Take a letter that has just been put and write down, as `sending` does, that it is being handed over.

        False where that cannot be done in one step: somebody was first, or another one has to go before it.
        """
        if self._writer is None or not self._writer.is_open:
            return False
        now = self._clock.now()
        place = (letter.chat_id or 0, letter.person_id or "")
        values = (self._me + SENDING, utc(now + LEASE), letter.id, utc(now), *place)
        if not await self._writer.change(_TAKE_AND_SEND, *values):
            return False
        letter.attempts += 1
        return True

    async def renew(self, letters: Sequence[Outbox]) -> None:
        """Keep the letters for some more time."""
        ids = [letter.id for letter in letters]
        await Outbox.filter(id__in=ids).update(lease_until=utc(self._clock.now() + LEASE))

    async def delivered(self, letters: Sequence[Outbox], receipt: str, note: str) -> None:
        """They have arrived in one parcel, as far as the platform says: all of them or none."""
        now = utc(self._clock.now())
        async with light_transaction():
            for letter in letters:
                await _DELIVERED.run(now, receipt[:200] or None, note[:300] or None, letter.id)

    async def put_back(self, letter: Outbox, *, tried: bool = True) -> None:
        """Leave a letter to be taken again at once; not `tried` where the try said nothing about this letter."""
        await self._write(letter, attempts=letter.attempts - (not tried), **_NOBODYS)

    async def hold(self, letter: Outbox, until: datetime) -> None:
        """Not before a moment, and no try is lost by it."""
        await self._write(letter, not_before=utc(until), **_NOBODYS)

    async def wait(self, letter: Outbox, pause: timedelta, reason: str) -> None:
        """Another try, some time later."""
        until = utc(self._clock.now() + pause)
        await self._write(letter, taken_by=None, lease_until=until, trouble=reason[:300], attempts=letter.attempts)

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


_NOBODYS: dict[str, Any] = {"taken_by": None, "lease_until": None}
