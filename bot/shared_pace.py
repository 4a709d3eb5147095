"""One pace for all processes: who sends takes a slot in the store, which also outlives a restart."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from models.call_slot import shut_slots, take_slot


class SharedPace:
    """So many calls in any window of so many seconds to one address, whichever process makes them."""

    def __init__(self, limit: int, seconds: float, now: Callable[[], datetime]) -> None:
        self._limit = limit
        self._window = int(seconds * 1000)
        self._now = now

    async def take(self, key: str) -> float:
        """Book a place; gives 0, or the seconds until there is one."""
        return await take_slot(_hidden(key), self._limit, self._window, self._ms(0.0)) / 1000

    async def shut(self, key: str, seconds: float) -> None:
        """The platform wants no calls there for some time."""
        await shut_slots(_hidden(key), self._window, self._ms(seconds))

    def _ms(self, later: float) -> int:
        return int((self._now() + timedelta(seconds=later)).timestamp() * 1000)


def _hidden(key: str) -> str:
    """A webhook's address is a key to its group: the store gets none."""
    return hashlib.sha256(key.encode()).hexdigest()[:40]
