"""What goes out: takes letters from the outbox, the most urgent first, and has them carried, some at a time."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from bot.carrying import AT_ANY_HOUR, Carrier
from bot.clock import Clock
from bot.letters import Desk, Place
from bot.merging import runs
from bot.platforms.base import Platform
from models.inbox_writer import InboxWriter
from models.mailbox import Outbox
from models.policy import Office
from models.vocabulary import Why

logger = logging.getLogger(__name__)

AT_ONCE = 4
LONGEST_SLEEP = 60.0
SHORTEST_SLEEP = 0.02
LOOK_AGAIN = 1.0
"""So many seconds at most nobody looks for what others have written, however much there is to do here."""


class Delivery:
    """The one way out. `jitter` gives numbers from 0 to 1, so that many who wait do not all come back at once."""

    def __init__(
        self,
        platforms: Mapping[str, Platform],
        settings: Office,
        clock: Clock,
        jitter: Callable[[], float],
        writer: InboxWriter | None = None,
    ) -> None:
        self._clock = clock
        self._desk = Desk(clock, writer)
        self._carrier = Carrier(platforms, settings, clock, self._desk, jitter)
        self._something = asyncio.Event()
        self._news = False
        self._look = True
        """Whether there may be something in the outbox that nobody has handed us."""
        self._begun = False
        """Whether a letter was begun: who carries it may put another one, say that a group's address is dead."""
        self._behind = False
        """Whether something may wait behind what is being sent."""
        self._fresh: deque[Outbox] = deque()
        self._sending: set[asyncio.Task[bool]] = set()
        self._loop: asyncio.Task[None] | None = None
        self.silent: Callable[[], str | None] = lambda: None
        """The platform on which this process may not speak just now: a replica that stands by is not connected."""

    def wake(self) -> None:
        """Say that there may be something to send."""
        self._look = self._news = True
        self._something.set()

    def put(self, letters: Iterable[Outbox]) -> None:
        """Letters that have just been committed here, with all that belongs to them: answers need not be looked up."""
        if self._loop is None:
            return
        for letter in letters:
            if Why(letter.why) in AT_ANY_HOUR and letter.not_before <= letter.created_at:
                self._fresh.append(letter)
            else:
                self._look = True
            self._news = True
            self._something.set()

    async def reclaim(self) -> None:
        """Take back at once what a dead process had in hand; only where no other process can be alive."""
        await self._desk.reclaim()

    def start(self) -> None:
        """Begin to deliver."""
        self._loop = asyncio.create_task(self._run(), name="delivery")

    async def stop(self, patience: float = 8.0) -> None:
        """Take no more letters, finish what is being sent."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)
        if self._sending:
            _, unfinished = await asyncio.wait(self._sending, timeout=patience)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)

    async def deliver_due(self) -> int:
        """Send everything that is due now, one after the other; how many letters were looked at."""
        count = 0
        while due := await self._desk.due():
            for candidate, behind in runs(due, self._carrier.crowded, self._carrier.alone.__contains__):
                letter = await self._desk.take(candidate)
                if letter is None:
                    break  # somebody was first, and those behind it wait for them
                count += 1
                if not await self._carrier.deliver(letter, behind) or behind:
                    break  # it may hold up others now, or have left some of those behind it
        return count

    async def next_due(self) -> datetime | None:
        """When something is to be sent that cannot be sent now."""
        return await self._desk.next_due()

    async def _run(self) -> None:
        places = asyncio.Semaphore(AT_ONCE)
        now = asyncio.get_running_loop().time
        looked = now()
        while True:
            self._something.clear()
            try:
                await self._send_fresh(places)
                if self._look or now() - looked > LOOK_AGAIN:
                    self._look, looked, self._begun = False, now(), bool(self._sending)
                    await self._send_what_is_due(places)
                pause = 0.0 if self._something.is_set() else await self._pause_until_due()
                if self._begun:
                    pause = min(pause, LOOK_AGAIN)
            except Exception:
                logger.exception("the outbox could not be read")
                self._look = True
                pause = 5.0
            try:
                async with asyncio.timeout(min(max(pause, SHORTEST_SLEEP), LONGEST_SLEEP)):
                    await self._something.wait()
            except TimeoutError:
                self._look = True

    async def _pause_until_due(self) -> float:
        due = await self._desk.next_due()
        return LONGEST_SLEEP if due is None else (due - self._clock.now()).total_seconds()

    async def _send_fresh(self, places: asyncio.Semaphore) -> None:
        """Begin to send what has just been put; what else there may be at the same place is seen to by the store."""
        self._fresh, fresh = deque(), self._fresh
        for letter in sorted(fresh, key=lambda each: (each.priority, each.id)):
            if (letter.chat_id, letter.person_id) in self._carrier.crowded:
                self._look = True
                continue
            await places.acquire()
            self._begin(places, letter, self._carrier.deliver_fresh(letter, self.silent()), fresh=True)

    async def _send_what_is_due(self, places: asyncio.Semaphore) -> None:
        """Begin to send, one letter to each destination at a time, until something more urgent may have come."""
        self._news = False
        begun: set[Place] = set()
        due = await self._desk.due(silent=self.silent())
        self._behind = self._desk.some_wait
        for candidate, behind in runs(due, self._carrier.crowded, self._carrier.alone.__contains__):
            # Our own lease, where the clock has jumped.
            if candidate.place in begun or candidate.id in self._carrier.in_hand:
                self._behind = True
                continue
            begun.add(candidate.place)
            await places.acquire()
            letter = None
            try:
                if self._news:
                    self._look = True
                    return
                letter = await self._desk.take(candidate)
            finally:
                if letter is None:
                    places.release()
            if letter is not None:
                self._begin(places, letter, self._carrier.deliver(letter, behind))

    def _begin(
        self, places: asyncio.Semaphore, letter: Outbox, work: Coroutine[Any, Any, bool], *, fresh: bool = False
    ) -> None:
        task = asyncio.create_task(work, name=f"letter {letter.id}")
        self._sending.add(task)
        self._begun = True
        task.add_done_callback(self._sending.discard)
        self._carrier.in_hand.add(letter.id)
        task.add_done_callback(partial(self._done, places, letter.id, fresh))

    def _done(self, places: asyncio.Semaphore, letter: int, fresh: bool, task: asyncio.Task[bool]) -> None:
        places.release()
        self._carrier.in_hand.discard(letter)
        if not fresh or self._behind or task.cancelled() or not task.result():
            self._look = True  # the next letter to the same place may go now
            self._something.set()
