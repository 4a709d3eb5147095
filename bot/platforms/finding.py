"""What was tried at a platform, and what came of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.platforms.base import DeliveryError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried; `reason` and `remedy` are empty when it works. `optional`: all goes on without it."""

    name: str
    reason: str = ""
    remedy: str = ""
    optional: bool = False

    @property
    def good(self) -> bool:
        """Does it work?"""
        return not self.reason


async def tried(name: str, remedy: str, attempt: Callable[[], Awaitable[object]], *, optional: bool = False) -> Finding:
    """Try it; the platform's own words for what went wrong are the reason."""
    try:
        await attempt()
    except DeliveryError as error:
        return Finding(name, error.reason, remedy, optional)
    return Finding(name)
