"""The application's access token: fetched once, shared by all who send, renewed before it ends."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.platforms.base import DeliveryError

EARLY = timedelta(minutes=10)
REST = timedelta(seconds=5)  # after a failed fetch nobody tries again so long: frequent calls are throttled
SHORTEST = 60


@dataclass(frozen=True, slots=True)
class Token:
    """A token and when we stop using it."""

    text: str = field(repr=False)
    until: datetime


Fetch = Callable[[], Awaitable[tuple[str, int]]]


class Tokens:
    """Holds the one token of an application; fifty senders at once cost one fetch."""

    def __init__(self, fetch: Fetch, now: Callable[[], datetime]) -> None:
        self._fetch = fetch
        self._now = now
        self._lock = asyncio.Lock()
        self._token: Token | None = None
        self._failure: tuple[datetime, DeliveryError] | None = None
        self.fetched = 0

    async def get(self) -> str:
        """A token that is good now."""
        if (token := self._good()) is not None:
            return token
        async with self._lock:
            return self._good() or await self._renew()

    def drop(self, text: str) -> None:
        """Forget a token that the platform refused, unless somebody has renewed it meanwhile."""
        if self._token is not None and self._token.text == text:
            self._token = None

    def _good(self) -> str | None:
        return self._token.text if self._token is not None and self._now() < self._token.until else None

    async def _renew(self) -> str:
        now = self._now()
        if self._failure is not None and now - self._failure[0] < REST:
            raise self._failure[1]
        try:
            text, lives = await self._fetch()
        except DeliveryError as error:
            self._failure = (self._now(), error)
            raise
        self.fetched += 1
        self._failure = None
        # A life shorter than our margin still gives a token that is used for half of it.
        good_for = max(timedelta(seconds=max(lives, SHORTEST)) - EARLY, timedelta(seconds=max(lives, SHORTEST) / 2))
        self._token = Token(text, now + good_for)
        return text
