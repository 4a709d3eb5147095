"""What becomes of a letter that did not go out: another try and when, or none, and who is told."""

import hashlib
import logging
from collections.abc import Callable
from datetime import timedelta

from tortoise.transactions import in_transaction

from actions.to_office import tell_office
from bot.clock import Clock
from bot.letters import Desk
from bot.platforms.base import DeliveryError
from language.wording import door as wording
from models.calendar import day_of
from models.mailbox import Outbox, Reply
from models.vocabulary import LetterKind, Why

logger = logging.getLogger(__name__)

TRIES = 5
TOLD_TO_WAIT = 30
"""Tries where the platform itself says when to come back."""
PAUSES = (5.0, 30.0, 180.0, 1080.0)
RATHER_TWICE = {Why.REPLY, Why.RESTRICTED, Why.ALERT, Why.DRAFT, Why.OFFICE}
"""Answers, alarms and what the office must know are rather said twice than never; calls and posts rather once."""
ANSWERS = {Why.REPLY, Why.RESTRICTED}
"""Whoever asked can ask again: where a platform left it open, said again only if the platform shows it once."""
REPORTED = "undelivered/"


class Fate:
    """Decides over letters; `jitter` gives numbers from 0 to 1, so that not all who wait come back at once."""

    def __init__(self, desk: Desk, clock: Clock, jitter: Callable[[], float]) -> None:
        self._desk = desk
        self._clock = clock
        self._jitter = jitter

    async def not_sent(self, letter: Outbox, error: DeliveryError) -> None:
        """The platform did not take it, or did not say."""
        logger.warning("letter %s was not sent (try %s): %s", letter.id, letter.attempts, error.reason)
        if error.unknown:
            again = Why(letter.why) not in ANSWERS or error.deduplicated
            await self._unknown(letter, error.reason, again=again and letter.attempts < 2)
        elif error.too_fast:
            letter.attempts -= 1  # there was no room for it, which says nothing about the letter
            await self._desk.wait(letter, self._turn(error), error.reason)
        elif error.permanent or letter.attempts >= (TRIES if error.retry_after is None else TOLD_TO_WAIT):
            await self.give_up(letter, wording.undelivered, error.reason)
        else:
            await self._desk.wait(letter, self._pause(letter.attempts, error.retry_after), error.reason)

    async def interrupted(self, letter: Outbox) -> None:
        """Somebody died while sending it: it may have arrived. That we died ourselves is no reason to stop trying."""
        await self._unknown(letter, wording.INTERRUPTED, again=letter.attempts < TRIES)

    async def _unknown(self, letter: Outbox, reason: str, *, again: bool) -> None:
        """A letter that may have arrived: what is rather said twice is sent again and says so; a mention never."""
        again = again and Why(letter.why) in RATHER_TWICE and not letter.mentions
        if again:
            await self._desk.doubt(letter, self._pause(1, None), reason)
            return
        async with in_transaction():  # both or neither: who dies in between would have it sent again
            await self._desk.doubt(letter, None, reason)
            await self.give_up(letter, wording.uncertain, reason)

    async def give_up(self, letter: Outbox, told: Callable[[LetterKind, Why, str, str], str], reason: str) -> None:
        """End a letter that will not go out, and tell the office once."""
        now = self._clock.now()
        async with in_transaction():
            await self._desk.give_up(letter, reason)
            if letter.key.startswith(REPORTED):
                return
            words = told(LetterKind(letter.kind), Why(letter.why), self._desk.destination(letter), reason)
            subject = letter.why if reason == wording.STALE else f"{letter.chat_id}/{letter.person_id}"
            key = f"{REPORTED}{day_of(now)}/{subject}/{short_hash(reason)}"
            await tell_office(key, Reply(words, why=Why.OFFICE), now, but=letter.person_id)

    async def sent_with_a_loss(self, letter: Outbox, note: str) -> None:
        """It arrived, but not as it was meant: the office hears of each place and reason once a month."""
        now = self._clock.now()
        words = wording.sent_with_a_loss(self._desk.destination(letter), note)
        key = f"loss/{day_of(now):%Y-%m}/{letter.chat_id}/{short_hash(note)}"
        await tell_office(key, Reply(words, why=Why.OFFICE), now)

    def _pause(self, attempts: int, retry_after: float | None) -> timedelta:
        """Longer every time, never shorter than the platform asks, and not the same for everybody."""
        pause = max(PAUSES[min(max(attempts, 1), len(PAUSES)) - 1], retry_after or 0.0)
        return timedelta(seconds=pause * (1 + self._jitter() / 4))

    def _turn(self, error: DeliveryError) -> timedelta:
        """When there is room; a moment more, for two clocks never quite agree."""
        return timedelta(seconds=(error.retry_after or PAUSES[0]) + self._jitter() / 4)


def short_hash(text: str) -> str:
    """A short name for a sentence, the same in every process."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
