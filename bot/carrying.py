"""One letter on its way out: addressed, looked at, handed over, and what came of it written down."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from actions.readers import tell_readers
from bot.clock import Clock
from bot.fate import Fate
from bot.last_look import LastLook, may_go, words_of
from bot.letters import SENDING, Candidate, Desk, Place
from bot.merging import joinable, joined
from bot.parcels import Addressed, address
from bot.platforms.base import DeliveryError, Parcel, Platform, Recalling, Sent, Watching
from language.wording import door as wording
from models.calendar import next_open
from models.mailbox import Outbox
from models.policy import Office
from models.vocabulary import LetterKind, Why

logger = logging.getLogger(__name__)

HEARTBEAT = 5.0
PATIENCE = {LetterKind.IMAGE: 120.0, LetterKind.FILE: 120.0}
LONGEST_SEND = 30.0
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


class Carrier:
    """Carries letters, one at a time, and whatever happens to one is written on it."""

    def __init__(
        self,
        platforms: Mapping[str, Platform],
        office: Office,
        clock: Clock,
        desk: Desk,
        jitter: Callable[[], float],
    ) -> None:
        self._platforms = platforms
        self._office = office
        self._clock = clock
        self._desk = desk
        self._fate = Fate(desk, clock, jitter)
        self._last_look = LastLook(desk, clock)
        self.in_hand: set[int] = set()
        self.crowded: set[Place] = set()
        """Places where more is said than the platform takes: what waits there is said in one message."""
        self.alone: set[int] = set()
        """Letters that were refused together with others."""

    async def deliver(self, letter: Outbox, behind: Sequence[Candidate] = ()) -> bool:
        """One letter once, and what may be said with it; whatever happens is written on it. True where it arrived."""
        try:
            if letter.taken_by and letter.taken_by.endswith(SENDING):
                await self._fate.interrupted(letter)
                return False
            return await self._try(letter, behind)
        except Exception:
            logger.exception("letter %s could not be settled", letter.id)
            return False

    async def deliver_fresh(self, letter: Outbox, silent: str | None) -> bool:
        """A letter that has just been put and is in nobody's hands. True where it arrived.

        Where anything about it is not quite ordinary it is left as it is, to be found by the next look at the outbox.
        """
        try:
            addressed = await self._ready(letter)
            if addressed is None or addressed.platform == silent or not await self._desk.take_and_send(letter):
                return False
            return await self._try_all([letter], addressed, all_of_them=True, begun=True)
        except Exception:
            logger.exception("letter %s could not be settled", letter.id)
            return False

    async def _ready(self, letter: Outbox) -> Addressed | None:
        """Where a letter goes, if nothing speaks against it."""
        try:
            addressed = await address(letter, self._platforms, self._clock.now())
        except DeliveryError:
            return None
        return addressed if may_go(letter, words_of(letter), addressed.group) else None

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
            self.in_hand.difference_update(each.id for each in letters[1:])

    async def _try_all(
        self, letters: Sequence[Outbox], addressed: Addressed, *, all_of_them: bool, begun: bool = False
    ) -> bool:
        place = (letters[0].chat_id, letters[0].person_id)
        try:
            if not begun:
                await self._desk.sending(letters)
            sent = await self._send(letters, addressed)
        except DeliveryError as error:
            await self._none_sent(letters, error, place)
            return False
        await self._desk.delivered(letters, sent.receipt, sent.note)
        if sent.note:
            await self._fate.sent_with_a_loss(letters[0], sent.note)
        if all_of_them:
            self.crowded.discard(place)
        return True

    async def _none_sent(self, letters: Sequence[Outbox], error: DeliveryError, place: Place) -> None:
        """A parcel did not go out. Where it was refused for good, one of several may be to blame: each goes alone."""
        if error.too_fast:
            self.crowded.add(place)
        if len(letters) > 1 and error.deduplicated:
            error = DeliveryError(error.reason, unknown=True)  # the next parcel need not hold the same letters
        for each in letters:
            if len(letters) > 1 and error.permanent:
                self.alone.add(each.id)
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
            self.in_hand.add(more.id)
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
        now, policy = self._clock.now(), self._office.policy
        opens = next_open(now, policy.quiet_until, policy.quiet_from, self._office.calendar)
        if opens <= now:
            return False
        await self._desk.hold(letter, opens)
        return True
