"""A connection that does not come up is tried again, and how long we wait before it."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar


class NotOpened(Exception):
    """A socket did not come up; the text is fit for a log."""


class Pauses(Protocol):
    """The shortest and the longest pause, in seconds."""

    @property
    def first_pause(self) -> float:
        """After the first failure."""

    @property
    def longest_pause(self) -> float:
        """However often it has failed."""


class Backoff:
    """The first pause doubling to the longest, spread by chance so that replicas do not come back together."""

    def __init__(self, pauses: Pauses) -> None:
        self._pauses = pauses
        self.failures = 0

    def pause(self) -> float:
        """Seconds to wait after one more failure."""
        longest = min(self._pauses.first_pause * 2.0 ** min(self.failures, 10), self._pauses.longest_pause)
        self.failures += 1
        return longest * random.uniform(0.5, 1.0)  # noqa: S311


def harmless(where: str, error: Exception) -> str:
    """What may be logged of an error: its kind and status. Its text can hold an address, and that a secret."""
    return f"{where}: {type(error).__name__} {getattr(error, 'status', '')}".strip()


T = TypeVar("T")


async def opened(
    attempt: Callable[[], Awaitable[T]], backoff: Backoff, within: float, failed: Callable[[str, float], None]
) -> T:
    """What an attempt opens, however often it must be made; `failed` hears why not, and for how long we wait."""
    while True:
        try:
            async with asyncio.timeout(within):
                return await attempt()
        except (NotOpened, TimeoutError) as error:
            pause = backoff.pause()
            failed(str(error) or "timeout", round(pause, 1))
            await asyncio.sleep(pause)
