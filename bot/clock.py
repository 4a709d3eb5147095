"""What time it is: the real clock, or one that a story moves."""

from datetime import datetime
from typing import Protocol

from models.calendar import SHANGHAI, local


class Clock(Protocol):
    """Tells the time to whoever may ask."""

    def now(self) -> datetime:
        """The moment, in Asia/Shanghai."""


class RealClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The moment, in Asia/Shanghai."""
        return datetime.now(SHANGHAI)


class MovedClock:
    """A clock that stands still until it is moved."""

    def __init__(self, start: datetime) -> None:
        self._now = local(start)

    def now(self) -> datetime:
        """The moment it was last moved to, in Asia/Shanghai."""
        return self._now

    def move(self, moment: datetime) -> None:
        """Move on to a moment; a clock never runs backwards."""
        self._now = max(self._now, local(moment))
