"""What comes in: refused if it is secret, kept, then acknowledged, then handled, each chat in its own order."""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import cast

from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from actions.to_office import tell_office
from bot.clock import Clock
from bot.incoming import row_of
from bot.platforms.base import Incoming
from language.secrecy import marks_secret
from language.wording import door as wording
from models.calendar import utc
from models.chat import Chat, private_chat
from models.inbox_writer import InboxWriter, NotKept, mark_saved
from models.mailbox import Inbox, Outbox, Reply
from models.people import person_at
from models.vocabulary import Why

logger = logging.getLogger(__name__)

LONGEST_KEEPING = 4.0
LONGEST_HANDLING = 60.0
TRIES = 3
PAUSES = (0.2, 2.0)
AT_ONCE = 3
"""Chats handled beside each other; more would only make acknowledgements wait for their turn."""
LONGEST_COURTESY = 0.2
MANY, POURING = 8, 0.02
"""So many messages in so many seconds are a flood."""
HOPS = 3
"""Turns of the loop from a message's arrival to its keeping; handling one never gives up its turn by itself."""
SWEEP_EVERY = 15.0
LEFT_BEHIND = timedelta(seconds=60)
"""Another process may be at work on a younger message; an older one has been left behind."""

Handle = Callable[[Inbox], Awaitable[None]]
"""Handles one message in a transaction of its own that also marks it as handled; doing it again changes nothing."""


Place = tuple[str, str]
"""A chat: the platform and its address there."""


class Receiving:
    """The way in. `written` is called when a letter was written here, about a message that was not handled."""

    def __init__(
        self,
        writer: InboxWriter,
        handle: Handle,
        clock: Clock,
        written: Callable[[], None],
        *,
        pauses: tuple[float, ...] = PAUSES,
    ) -> None:
        self._writer = writer
        self._handle = handle
        self._clock = clock
        self._written = written
        self._pauses = pauses
        self._lines: dict[Place, deque[Inbox]] = {}
        self._turns: deque[Place] = deque()
        self._workers: set[asyncio.Task[None]] = set()
        self._in_hand: set[int] = set()
        self._left_behind: set[int] = set()
        self._sweeper: asyncio.Task[None] | None = None
        self._open = False
        self._keeping = 0
        self._nobody_waits = asyncio.Event()
        self._nobody_waits.set()
        self._arrivals: deque[float] = deque(maxlen=MANY)
        self._may_handle = asyncio.Event()
        self._courtesy = asyncio.Lock()
        """Whoever waits for acknowledgements waits alone, so that in a flood no more than one message is handled."""

    async def start(self, *, sweep: bool = True, handling: bool = True) -> None:
        """Open the inbox, take up what was left behind, and begin to receive; `handling` false waits for `handle`."""
        if handling:
            self.handle()
        await self._writer.open()
        await self._take_up(Q())
        self._open = True
        if sweep:
            self._sweeper = asyncio.create_task(self._sweep(), name="sweep")

    def handle(self) -> None:
        """Begin to handle. Until the dictionaries are loaded a message takes long, and dying meanwhile would count."""
        self._may_handle.set()

    async def stop(self, patience: float = 8.0) -> None:
        """Receive no more, finish what is in hand; what is not finished in time is taken up at the next start."""
        self._open = False
        if self._sweeper is not None:
            self._sweeper.cancel()
        await self._writer.close()
        if self._workers:
            _, unfinished = await asyncio.wait(self._workers, timeout=patience)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)

    async def receive(self, incoming: Incoming) -> bool:
        """Keep a message; true once it is on the disk, or was there before, or may not be kept at all."""
        if not self._open:
            return False
        self._arrivals.append(asyncio.get_running_loop().time())
        self._keeping += 1
        self._nobody_waits.clear()
        try:
            async with asyncio.timeout(LONGEST_KEEPING):
                return await self._keep(incoming)
        except (NotKept, TimeoutError) as error:
            logger.error("message %s of %s was not kept: %s", incoming.message_id, incoming.platform, error)
            return False
        finally:
            self._keeping -= 1
            if not self._keeping:
                self._nobody_waits.set()

    async def drain(self) -> None:
        """Wait until everything that was received has been handled."""
        while self._workers:
            await asyncio.gather(*self._workers)

    async def _keep(self, incoming: Incoming) -> bool:
        row = row_of(incoming, self._clock.now())
        if _is_secret(row):
            await self._warn(row)
            return True
        kept = await self._writer.keep(row)
        if kept.fresh:
            self._hand_over(mark_saved(row, kept))
        return True

    async def _warn(self, row: Inbox) -> None:
        """Nothing of a secret is kept: that it happened is logged, and the sender is told privately."""
        logger.warning("a marked message was refused: platform %s, message %s", row.platform, row.message_id)
        person = await person_at(row.platform, row.sender_address)
        chat = None if person else await private_chat(row.platform, row.sender_address or row.chat_address)
        reply = Reply(wording.MARKED, why=Why.RESTRICTED, private=True)
        key = f"secret/{row.platform}/{row.message_id}"[:200]
        await Outbox.put(key, reply, self._clock.now(), person=person, chat=chat)
        self._written()

    def _hand_over(self, row: Inbox) -> None:
        """Put a message at the end of its chat's line; a line that is not empty waits for its turn."""
        if row.id in self._in_hand:
            return
        self._in_hand.add(row.id)
        chat = (row.platform, row.chat_address)
        if chat in self._lines:
            self._lines[chat].append(row)
            return
        self._lines[chat] = deque([row])
        self._turns.append(chat)
        if len(self._workers) < AT_ONCE:
            self._workers.add(asyncio.create_task(self._work(), name="handling"))

    async def _work(self) -> None:
        """Take turns, one message each, as long as any line waits."""
        try:
            await self._may_handle.wait()
            while self._turns:
                await self._let_acknowledge()
                if self._turns:
                    await self._serve(self._turns.popleft())
        finally:  # at once, not when the loop comes round to it: whoever hands over meanwhile counts on us
            self._workers.discard(cast("asyncio.Task[None]", asyncio.current_task()))

    async def _serve(self, chat: Place) -> None:
        """The first message of a chat's line; the line goes to the end of the turns if there are more."""
        line = self._lines[chat]
        try:
            await self._finish(line[0])
        finally:
            self._in_hand.discard(line.popleft().id)
            if line:
                self._turns.append(chat)
            else:
                del self._lines[chat]

    async def _let_acknowledge(self) -> None:
        """Those who wait for their acknowledgement go first, for a moment: the platforms do not wait long."""
        for _ in range(HOPS):
            await asyncio.sleep(0)
        if not (self._keeping or self._pours()):
            return
        async with self._courtesy:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LONGEST_COURTESY):
                    await self._nobody_waits.wait()
                    while self._pours():  # noqa: ASYNC110
                        await asyncio.sleep(POURING)

    def _pours(self) -> bool:
        """Whether messages come in faster than they could be handled: one handled now would hold up many."""
        arrivals = self._arrivals
        return len(arrivals) == MANY and asyncio.get_running_loop().time() - arrivals[0] < POURING

    async def _finish(self, row: Inbox) -> None:
        """Handle a message, again if it fails, and put it aside when it has failed too often."""
        if row.id in self._left_behind and not await self._begin_again(row):
            return
        for attempt in range(row.attempts, TRIES):
            try:
                async with asyncio.timeout(LONGEST_HANDLING):
                    await self._handle(row)
            except Exception as error:
                logger.exception("message %s of %s was not handled", row.id, row.platform)
                if not await self._failed(row, error):
                    return
                await asyncio.sleep(self._pauses[min(attempt, len(self._pauses) - 1)] if self._pauses else 0)
            else:
                return
        self._written()

    async def _begin_again(self, row: Inbox) -> bool:
        """Count a message that was left behind before it is handled: if it kills the process, it must not for ever."""
        self._left_behind.discard(row.id)
        try:
            if row.attempts >= TRIES:
                await self._put_aside(row, "Killed")
                return False
            await Inbox.filter(id=row.id).update(attempts=row.attempts + 1)
        except Exception:
            logger.exception("message %s could not be taken up", row.id)
            return False
        return True

    async def _failed(self, row: Inbox, error: Exception) -> bool:
        """Count a failure; false where not even that can be written: then the sweep takes the message up later."""
        try:
            row.attempts += 1
            await Inbox.filter(id=row.id, handled_at=None).update(attempts=row.attempts)
            if row.attempts >= TRIES:
                await self._put_aside(row, type(error).__name__)
        except Exception:
            logger.exception("the failure of message %s could not be written down", row.id)
            row.attempts -= 1
            return False
        return True

    async def _put_aside(self, row: Inbox, fault: str) -> None:
        """Give a message up, with an apology to the speaker and a line to the office."""
        now = self._clock.now()
        async with in_transaction():
            if not await Inbox.filter(id=row.id, handled_at=None).update(handled_at=utc(now), fault=fault[:40]):
                return
            chat = await Chat.filter(platform=row.platform, address=row.chat_address, kind=row.chat_kind).first()
            if chat is not None:
                await Outbox.put(f"fault/{row.id}", Reply(wording.failed(row.id)), now, chat=chat, answers=row)
            who = row.sender_name or row.sender_address or wording.SOMEBODY
            told = Reply(wording.fault(row.id, row.chat_title or wording.PRIVATE, who), why=Why.OFFICE)
            await tell_office(f"fault/{row.id}", told, now)

    async def _sweep(self) -> None:
        """Now and then take up what was left behind by a failure, or by another process."""
        while True:
            await asyncio.sleep(SWEEP_EVERY)
            try:
                await self._take_up(Q(received_at__lt=utc(self._clock.now() - LEFT_BEHIND)))
            except Exception:
                logger.exception("the sweep failed")

    async def _take_up(self, which: Q) -> None:
        """Hand over messages that were kept and not handled; what has stopped us too often is put aside."""
        for row in await Inbox.filter(which, handled_at=None).order_by("id"):
            if row.id not in self._in_hand:
                self._left_behind.add(row.id)
                self._hand_over(row)


def _is_secret(row: Inbox) -> bool:
    """Whether the words, the quoted words or the name of anything attached carry a mark."""
    words = [row.text, row.quote]
    words += [part for each in row.attachments for part in (each["name"], each["transcript"])]
    return any(marks_secret(each) for each in words if each)
