"""What must be known to read a message, loaded from the store and loaded again when it has changed."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from language.names import Lexicon
from models.database import load_registry
from models.registry import Registry


class Knowledge:
    """The lexicon as it stands; whoever handles a message uses one lexicon from beginning to end."""

    def __init__(self, festivals: Mapping[int, Mapping[str, date]] | None = None) -> None:
        self._festivals = festivals or {}
        self.lexicon = Lexicon(Registry())
        self._rest_until = 0.0

    async def look_again(self) -> None:
        """Refresh in case somebody else changed the registry, as often as costs less than a thousandth of the time."""
        now = time.monotonic()
        if now >= self._rest_until:
            await self.refresh()
            self._rest_until = now + 1000 * (time.monotonic() - now)

    async def refresh(self) -> bool:
        """Load the registry; a new lexicon only where something is different. True where it was."""
        registry = replace(await load_registry(), festivals=self._festivals)
        if registry == self.lexicon.registry:
            return False
        # A large district takes a while; messages are read with the old lexicon until the new one is there.
        self.lexicon = await asyncio.to_thread(Lexicon, registry)
        return True
