"""What goes out: takes letters from the outbox, has a last look, sends, tries again, gives up and shows it."""

import asyncio
import contextlib
import hashlib
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from tortoise.transactions import in_transaction

from bot.clock import Clock
from bot.letters import SENDING, Desk, Place
from bot.parcels import Addressed, address
from bot.platforms.base import DeliveryError, Platform, Sent
from handlers.turn import Settings
from language.discretion import allowed
from language.wording import door as wording
from models.calendar import day_of, next_open
from models.mailbox import Outbox, Reply
from models.people import office_people
from models.vocabulary import LetterKind, Why

logger = logging.getLogger(__name__)

AT_ONCE = 4
HEARTBEAT = 5.0
PATIENCE = {LetterKind.IMAGE: 120.0, LetterKind.FILE: 120.0}
LONGEST_SEND = 30.0
LONGEST_SLEEP = 60.0
SHORTEST_SLEEP = 0.02
TRIES = 5
TOLD_TO_WAIT = 30
"""Tries where the platform itself says when to come back: a burst over its limit is no reason to give up."""
PAUSES = (5.0, 30.0, 180.0, 1080.0)
AT_ANY_HOUR = {Why.REPLY, Why.RESTRICTED, Why.ALERT}
"""Answers and safety go out at any hour; everything else waits until people may be disturbed."""

RATHER_TWICE = {Why.REPLY, Why.RESTRICTED, Why.ALERT, Why.DRAFT, Why.OFFICE}
"""Answers, alarms and what the office must know are rather said twice than never; calls and posts rather once."""

REPORTED = "undelivered/"
DAY = timedelta(days=1)
LIFETIMES = {
    Why.NOTICE: timedelta(hours=2),
    Why.REMINDER: timedelta(hours=2),
    Why.COUNT: timedelta(hours=1),
    Why.SUMMARY: timedelta(hours=4),
    Why.SUPPLEMENT: timedelta(hours=4),
    Why.REPLY: timedelta(hours=12),
}
"""How long after its hour a letter is still worth sending: a call that comes after the cut-off only annoys."""


class Delivery:
    """The one way out. `jitter` gives numbers from 0 to 1, so that many who wait do not all come back at once."""

    def __init__(
        self, platforms: Mapping[str, Platform], settings: Settings, clock: Clock, jitter: Callable[[], float]
    ) -> None:
        self._platforms = platforms
        self._settings = settings
        self._clock = clock
        self._jitter = jitter
        self._desk = Desk(clock)
        self._something = asyncio.Event()
        self._news = False
        self._sending: set[asyncio.Task[bool]] = set()
        self._in_hand: set[int] = set()
        self._loop: asyncio.Task[None] | None = None
        self.may_send: Callable[[], bool] = lambda: True
        """Whether this process may take letters; a replica that stands by has no connection to send them on."""

    def wake(self) -> None:
        """Say that there may be something to send."""
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
            for candidate in due:
                letter = await self._desk.take(candidate)
                if letter is not None:
                    count += 1
                    if not await self._deliver(letter):
                        break  # it may hold up others now
        return count

    async def next_due(self) -> datetime | None:
        """When something is to be sent that cannot be sent now."""
        return await self._desk.next_due()

    async def _run(self) -> None:
        places = asyncio.Semaphore(AT_ONCE)
        while True:
            self._something.clear()
            try:
                if self.may_send():
                    await self._send_what_is_due(places)
                pause = 0.0 if self._something.is_set() else await self._pause_until_due()
            except Exception:
                logger.exception("the outbox could not be read")
                pause = 5.0
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(max(pause, SHORTEST_SLEEP), LONGEST_SLEEP)):
                    await self._something.wait()

    async def _pause_until_due(self) -> float:
        due = await self._desk.next_due()
        return LONGEST_SLEEP if due is None else (due - self._clock.now()).total_seconds()

    async def _send_what_is_due(self, places: asyncio.Semaphore) -> None:
        """Begin to send, one letter to each destination at a time, until something more urgent may have come."""
        self._news = False
        begun: set[Place] = set()
        for candidate in await self._desk.due():
            if candidate.place in begun or candidate.id in self._in_hand:  # our own lease, where the clock has jumped
                continue
            begun.add(candidate.place)
            await places.acquire()
            letter = None
            try:
                if self._news:
                    return
                letter = await self._desk.take(candidate)
            finally:
                if letter is None:
                    places.release()
            if letter is not None:
                task = asyncio.create_task(self._deliver(letter), name=f"letter {letter.id}")
                self._sending.add(task)
                task.add_done_callback(self._sending.discard)
                self._in_hand.add(letter.id)
                task.add_done_callback(partial(self._done, places, letter.id))

    def _done(self, places: asyncio.Semaphore, letter: int, _: object) -> None:
        places.release()
        self._in_hand.discard(letter)
        self._something.set()  # the next letter to the same place may go now

    async def _deliver(self, letter: Outbox) -> bool:
        """One letter, once; whatever happens is written on it. True where it arrived."""
        try:
            if letter.taken_by and letter.taken_by.endswith(SENDING):
                # Somebody died while sending it: it may have arrived.
                await self._unknown(letter, wording.INTERRUPTED, tries=TRIES)
                return False
            return await self._try(letter)
        except Exception:
            logger.exception("letter %s could not be settled", letter.id)
            return False

    async def _try(self, letter: Outbox) -> bool:
        try:
            if self._is_stale(letter):
                raise DeliveryError(wording.STALE, permanent=True)
            addressed = await address(letter, self._platforms, self._clock.now())
            if await self._is_held(letter) or await self._is_withheld(letter, addressed):
                return False
            sent = await self._send(letter, addressed)
        except DeliveryError as error:
            await self._not_sent(letter, error)
            return False
        await self._desk.delivered(letter, sent.receipt, sent.note)
        return True

    async def _send(self, letter: Outbox, addressed: Addressed) -> Sent:
        """Hand the parcel over; an outcome that nobody knows is a DeliveryError too."""
        await self._desk.sending(letter)
        longest = PATIENCE.get(addressed.parcel.kind, LONGEST_SEND)
        try:
            async with self._kept_alive(letter), asyncio.timeout(longest):
                return await self._platforms[addressed.platform].send(addressed.parcel)
        except DeliveryError:
            raise
        except TimeoutError as error:
            raise DeliveryError(wording.NO_ANSWER, unknown=True) from error
        except Exception as error:
            logger.exception("the platform %s failed over letter %s", addressed.platform, letter.id)
            raise DeliveryError(type(error).__name__, unknown=True) from error

    @contextlib.asynccontextmanager
    async def _kept_alive(self, letter: Outbox) -> AsyncIterator[None]:
        """Renew the lease while a send takes long."""

        async def beat() -> None:
            while True:
                await asyncio.sleep(HEARTBEAT)
                await self._desk.renew(letter)

        heart = asyncio.create_task(beat())
        try:
            yield
        finally:
            heart.cancel()
            await asyncio.gather(heart, return_exceptions=True)

    def _is_stale(self, letter: Outbox) -> bool:
        lifetime = LIFETIMES.get(Why(letter.why), 3 * DAY)
        return self._clock.now() - max(letter.not_before, letter.created_at) > lifetime

    async def _is_held(self, letter: Outbox) -> bool:
        """Hold back what nobody asked for while people may not be disturbed."""
        if Why(letter.why) in AT_ANY_HOUR:
            return False
        now, policy = self._clock.now(), self._settings.policy
        opens = next_open(now, policy.quiet_until, policy.quiet_from, self._settings.calendar)
        if opens <= now:
            return False
        await self._desk.hold(letter, opens)
        return True

    async def _is_withheld(self, letter: Outbox, addressed: Addressed) -> bool:
        """The last look: what may not be said to these ears goes privately to who asked, or nowhere."""
        words = f"{letter.title}\n{letter.text}"
        if allowed(words, group=addressed.group):
            return False
        now, asked = self._clock.now(), letter.answers
        private = addressed.group and asked is not None and allowed(words, group=False)
        async with in_transaction():
            await self._desk.give_up(letter, wording.WITHHELD)
            if asked is not None:
                told = wording.NOT_FOR_GROUP if private else wording.NOT_FOR_ANYBODY
                await Outbox.put(
                    f"withheld/{letter.id}",
                    Reply(told, why=Why.RESTRICTED),
                    now,
                    chat=letter.chat,
                    person=letter.person,
                    answers=asked,
                )
            if private and (person := await self._desk.asker(letter)):
                reply = Reply(letter.text, LetterKind(letter.kind), Why.RESTRICTED, letter.title)
                await Outbox.put(f"withheld/{letter.id}/private", reply, now, person=person, answers=asked)
        return True

    async def _not_sent(self, letter: Outbox, error: DeliveryError) -> None:
        """Decide what becomes of a letter that did not go out."""
        logger.warning("letter %s was not sent (try %s): %s", letter.id, letter.attempts, error.reason)
        if error.unknown:
            await self._unknown(letter, error.reason)
        elif error.permanent or letter.attempts >= (TRIES if error.retry_after is None else TOLD_TO_WAIT):
            await self._give_up(letter, wording.undelivered, error.reason)
        else:
            await self._desk.wait(letter, self._pause(letter.attempts, error.retry_after), error.reason)

    def _pause(self, attempts: int, retry_after: float | None) -> timedelta:
        """Longer every time, never shorter than the platform asks, and not the same for everybody."""
        pause = max(PAUSES[min(max(attempts, 1), len(PAUSES)) - 1], retry_after or 0.0)
        return timedelta(seconds=pause * (1 + self._jitter() / 4))

    async def _unknown(self, letter: Outbox, reason: str, *, tries: int = 2) -> None:
        """A letter that may have arrived: what is rather said twice is sent again, and then says so.

        A platform that does not answer gets it once more; that we died ourselves is no reason to stop.
        """
        again = Why(letter.why) in RATHER_TWICE and not letter.mentions and letter.attempts < tries
        await self._desk.doubt(letter, self._pause(1, None) if again else None, reason)
        if not again:
            await self._give_up(letter, wording.uncertain, reason)

    async def _give_up(self, letter: Outbox, told: Callable[[LetterKind, Why, str, str], str], reason: str) -> None:
        """End a letter that will not go out, and tell the office once."""
        now = self._clock.now()
        async with in_transaction():
            await self._desk.give_up(letter, reason)
            if letter.key.startswith(REPORTED):
                return
            words = told(LetterKind(letter.kind), Why(letter.why), self._desk.destination(letter), reason)
            subject = letter.why if reason == wording.STALE else f"{letter.chat_id}/{letter.person_id}"
            for person in await office_people():
                if person.id != letter.person_id:
                    key = f"{REPORTED}{day_of(now)}/{subject}/{short_hash(reason)}/{person.id}"
                    await Outbox.put(key, Reply(words, why=Why.OFFICE), now, person=person)


def short_hash(text: str) -> str:
    """A short name for a sentence, the same in every process."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
