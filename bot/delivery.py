"""What goes out: takes letters from the outbox, has a last look, sends, tries again, gives up and shows it."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from actions.readers import tell_readers
from bot.clock import Clock
from bot.fate import Fate
from bot.last_look import LastLook, may_go, words_of
from bot.letters import SENDING, Candidate, Desk, Place
from bot.merging import joinable, joined, runs
from bot.parcels import Addressed, address
from bot.platforms.base import DeliveryError, Parcel, Platform, Recalling, Sent, Watching
from handlers.turn import Settings
from language.wording import door as wording
from models.calendar import next_open
from models.mailbox import Outbox
from models.vocabulary import LetterKind, Why

logger = logging.getLogger(__name__)

AT_ONCE = 4
HEARTBEAT = 5.0
PATIENCE = {LetterKind.IMAGE: 120.0, LetterKind.FILE: 120.0}
LONGEST_SEND = 30.0
LONGEST_SLEEP = 60.0
SHORTEST_SLEEP = 0.02
AT_ANY_HOUR = {Why.REPLY, Why.RESTRICTED, Why.ALERT}
"""Answers and safety go out at any hour; everything else waits until people may be disturbed."""

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
        self._desk = Desk(clock)
        self._fate = Fate(self._desk, clock, jitter)
        self._last_look = LastLook(self._desk, clock)
        self._something = asyncio.Event()
        self._news = False
        self._sending: set[asyncio.Task[bool]] = set()
        self._in_hand: set[int] = set()
        self._crowded: set[Place] = set()
        """Places where more is said than the platform takes: what waits there is said in one message."""
        self._alone: set[int] = set()
        """Letters that were refused together with others."""
        self._loop: asyncio.Task[None] | None = None
        self.silent: Callable[[], str | None] = lambda: None
        """The platform on which this process may not speak just now: a replica that stands by is not connected."""

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
            for candidate, behind in runs(due, self._crowded, self._alone.__contains__):
                letter = await self._desk.take(candidate)
                if letter is None:
                    break  # somebody was first, and those behind it wait for them
                count += 1
                if not await self._deliver(letter, behind) or behind:
                    break  # it may hold up others now, or have left some of those behind it
        return count

    async def next_due(self) -> datetime | None:
        """When something is to be sent that cannot be sent now."""
        return await self._desk.next_due()

    async def _run(self) -> None:
        places = asyncio.Semaphore(AT_ONCE)
        while True:
            self._something.clear()
            try:
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
        due = await self._desk.due(silent=self.silent())
        for candidate, behind in runs(due, self._crowded, self._alone.__contains__):
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
                task = asyncio.create_task(self._deliver(letter, behind), name=f"letter {letter.id}")
                self._sending.add(task)
                task.add_done_callback(self._sending.discard)
                self._in_hand.add(letter.id)
                task.add_done_callback(partial(self._done, places, letter.id))

    def _done(self, places: asyncio.Semaphore, letter: int, _: object) -> None:
        places.release()
        self._in_hand.discard(letter)
        self._something.set()  # the next letter to the same place may go now

    async def _deliver(self, letter: Outbox, behind: Sequence[Candidate] = ()) -> bool:
        """One letter once, and what may be said with it; whatever happens is written on it. True where it arrived."""
        try:
            if letter.taken_by and letter.taken_by.endswith(SENDING):
                await self._fate.interrupted(letter)
                return False
            return await self._try(letter, behind)
        except Exception:
            logger.exception("letter %s could not be settled", letter.id)
            return False

    async def _try(self, letter: Outbox, behind: Sequence[Candidate]) -> bool:
        try:
            if self._is_stale(letter):
                raise DeliveryError(wording.STALE, permanent=True)
            addressed = await address(letter, self._platforms, self._clock.now())
            if await self._is_held(letter) or await self._last_look.withholds(letter, addressed):
                return False
        except DeliveryError as error:
            await self._fate.not_sent(letter, error)
            return False
        letters, addressed = await self._with_those_behind(letter, addressed, behind)
        try:
            return await self._try_all(letters, addressed, all_of_them=len(letters) > len(behind))
        finally:
            self._in_hand.difference_update(each.id for each in letters[1:])

    async def _try_all(self, letters: Sequence[Outbox], addressed: Addressed, *, all_of_them: bool) -> bool:
        place = (letters[0].chat_id, letters[0].person_id)
        try:
            sent = await self._send(letters, addressed)
        except DeliveryError as error:
            await self._none_sent(letters, error, place)
            return False
        await self._desk.delivered(letters, sent.receipt, sent.note)
        if sent.note:
            await self._fate.sent_with_a_loss(letters[0], sent.note)
        if all_of_them:
            self._crowded.discard(place)
        return True

    async def _none_sent(self, letters: Sequence[Outbox], error: DeliveryError, place: Place) -> None:
        """A parcel did not go out. Where it was refused for good, one of several may be to blame: each goes alone."""
        if error.too_fast:
            self._crowded.add(place)
        if len(letters) > 1 and error.deduplicated:
            error = DeliveryError(error.reason, unknown=True)  # the next parcel need not hold the same letters
        for each in letters:
            if len(letters) > 1 and error.permanent:
                self._alone.add(each.id)
                await self._desk.put_back(each, tried=False)
            else:
                await self._fate.not_sent(each, error)

    async def _with_those_behind(
        self, letter: Outbox, addressed: Addressed, behind: Sequence[Candidate]
    ) -> tuple[list[Outbox], Addressed]:
        """A letter and as many of those behind it as one message holds, all in our hands."""
        letters, parcels = [letter], [addressed.parcel]
        if not behind or not joinable(letter):
            return letters, addressed
        whole = addressed.parcel
        for candidate in behind:
            more = await self._desk.take(candidate)
            if more is None:
                break
            parcel = await self._parcel_along(more, addressed)
            bigger = joined([*parcels, parcel]) if parcel else None
            if parcel is None or bigger is None or not may_go(letters[0], words_of(bigger), addressed.group):
                await self._desk.put_back(more)
                break
            self._in_hand.add(more.id)
            letters.append(more)
            parcels.append(parcel)
            whole = bigger
        return letters, replace(addressed, parcel=whole)

    async def _parcel_along(self, letter: Outbox, addressed: Addressed) -> Parcel | None:
        """The parcel of a letter that may go along with another; None where it must be looked at by itself."""
        if self._is_stale(letter) or not joinable(letter) or not may_go(letter, words_of(letter), addressed.group):
            return None
        try:
            found = await address(letter, self._platforms, self._clock.now())
        except DeliveryError:
            return None
        same = (found.platform, found.parcel.chat, found.parcel.person)
        return found.parcel if same == (addressed.platform, addressed.parcel.chat, addressed.parcel.person) else None

    async def _send(self, letters: Sequence[Outbox], addressed: Addressed) -> Sent:
        """Hand the parcel over; an outcome that nobody knows is a DeliveryError too."""
        await self._desk.sending(letters)
        longest = PATIENCE.get(addressed.parcel.kind, LONGEST_SEND)
        try:
            async with self._kept_alive(letters), asyncio.timeout(longest):
                return await self._hand_over(letters[0], addressed)
        except DeliveryError:
            raise
        except TimeoutError as error:
            raise DeliveryError(wording.NO_ANSWER, unknown=True) from error
        except Exception as error:
            logger.exception("the platform %s failed over letter %s", addressed.platform, letters[0].id)
            raise DeliveryError(type(error).__name__, unknown=True) from error

    async def _hand_over(self, letter: Outbox, addressed: Addressed) -> Sent:
        platform, parcel = self._platforms[addressed.platform], addressed.parcel
        match parcel.kind:
            case LetterKind.RECALL:
                if not isinstance(platform, Recalling):
                    raise DeliveryError(wording.CANNOT_TAKE_BACK, permanent=True)
                await platform.take_back(parcel)
                return Sent()
            case LetterKind.READERS:
                if not isinstance(platform, Watching):
                    raise DeliveryError(wording.CANNOT_SEE_READERS, permanent=True)
                await tell_readers(letter, addressed.platform, await platform.readers(parcel), self._clock.now())
                return Sent()
            case _:
                return await platform.send(parcel)

    @contextlib.asynccontextmanager
    async def _kept_alive(self, letters: Sequence[Outbox]) -> AsyncIterator[None]:
        """Renew the leases while a send takes long."""

        hearts: list[asyncio.Task[None]] = []  # hardly ever one: most letters are gone before the first beat

        async def beat() -> None:
            while True:
                await self._desk.renew(letters)
                await asyncio.sleep(HEARTBEAT)

        loop = asyncio.get_running_loop()
        first = loop.call_later(HEARTBEAT, lambda: hearts.append(loop.create_task(beat())))
        try:
            yield
        finally:
            first.cancel()
            for heart in hearts:
                heart.cancel()
            await asyncio.gather(*hearts, return_exceptions=True)

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
