"""How fast each address may be called: asked before every call, so that the platform need not refuse."""

from collections import deque

from bot.platforms.dingtalk.errors import DingTalkError, Trouble

WEBHOOK_PER_MINUTE = 15  # DingTalk allows 20 and shuts the robot for ten minutes after that
CALLS_PER_SECOND = 15  # DingTalk allows 20 to one application and one API
MOST_KEYS = 1000


class Pace:
    """A sliding window for each key; what finds no room is told how long to wait."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._calls: dict[str, deque[float]] = {}
        self._shut: dict[str, float] = {}

    def wait(self, key: str, now: float) -> float:
        """Seconds until there is room for a call; nothing is taken."""
        calls = self._calls.get(key, deque())
        while calls and now - calls[0] >= self._seconds:
            calls.popleft()
        full = self._seconds - (now - calls[0]) if len(calls) >= self._limit else 0.0
        return max(full, self._shut.get(key, now) - now, 0.0)

    def take(self, key: str, now: float) -> None:
        """Take room for a call, or raise with the time after which there is some."""
        if (wait := self.wait(key, now)) > 0:
            raise DingTalkError(Trouble.TOO_FAST, retry_after=wait)
        if len(self._calls) > MOST_KEYS:
            self._forget(now)
        self._calls.setdefault(key, deque()).append(now)

    def shut(self, key: str, until: float) -> None:
        """Stop calling for a while: the platform has said so."""
        self._shut[key] = until

    def _forget(self, now: float) -> None:
        self._calls = {key: calls for key, calls in self._calls.items() if calls and now - calls[-1] < self._seconds}
        self._shut = {key: until for key, until in self._shut.items() if until > now}
