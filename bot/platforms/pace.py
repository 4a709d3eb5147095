"""How fast each address may be called: asked before every call, so that the platform need not refuse."""

from collections import deque
from collections.abc import Callable, Sequence

from bot.platforms.base import DeliveryError

MOST_KEYS = 1000
MOST_PROMISES = 1000

Refusal = Callable[[float], DeliveryError]
"""The platform's own way to say: no room before so many seconds have passed."""


class Pace:
    """At most so many calls in any window of so many seconds, for each key.

    Who finds no room is told a moment of their own, so that a long queue comes back in order and not all at once.
    """

    def __init__(self, limit: int, seconds: float, refusal: Refusal) -> None:
        self._limit = limit
        self._seconds = seconds
        self._refusal = refusal
        self._calls: dict[str, deque[float]] = {}
        self._promised: dict[str, deque[float]] = {}
        self._shut: dict[str, float] = {}

    def take(self, key: str, now: float, patience: float = 0.0) -> float:
        """Book the next free place; gives the seconds until it, or raises when that is beyond our patience."""
        calls = self._calls.setdefault(key, deque(maxlen=self._limit))
        place = max(now, self._shut.get(key, now), self._after(calls, now))
        if place - now > patience:
            raise self._refusal(self._promise(key, calls, now) - now)
        calls.append(place)
        if len(self._calls) > MOST_KEYS:
            self._forget(now)
        return place - now

    def _after(self, calls: Sequence[float], now: float) -> float:
        """When a call may follow these."""
        return calls[-self._limit] + self._seconds if len(calls) >= self._limit else now

    def _promise(self, key: str, calls: deque[float], now: float) -> float:
        """The place behind all that are taken or promised."""
        promised = self._promised.setdefault(key, deque(maxlen=MOST_PROMISES))
        while promised and promised[0] <= now:
            promised.popleft()
        place = max(self._shut.get(key, now), self._after(sorted((*calls, *promised)), now))
        promised.append(place)
        return place

    def shut(self, key: str, until: float) -> None:
        """Stop calling for a while: the platform has said so."""
        self._shut[key] = until

    def _forget(self, now: float) -> None:
        self._calls = {key: calls for key, calls in self._calls.items() if calls and now - calls[-1] < self._seconds}
        self._promised = {key: places for key, places in self._promised.items() if places and places[-1] > now}
        self._shut = {key: until for key, until in self._shut.items() if until > now}
