"""The platform of the simulated group in the browser: what is said is in the store, and whoever looks on is told."""

from collections.abc import Callable
from datetime import datetime

from bot.platforms.memory import MemoryPlatform, Said

NAME = "browser"


class BrowserPlatform(MemoryPlatform):
    """Hears what people type in the browser; the accounts are the ids of the people themselves."""

    name = NAME

    def __init__(self, now: Callable[[], datetime], told: Callable[[], None]) -> None:
        super().__init__(now)
        self._told = told

    def _keep(self, said: Said) -> None:
        """Keep nothing twice: the outbox is what the pages show."""
        self._told()
