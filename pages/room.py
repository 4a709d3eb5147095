"""What the pages need of the simulated group; the front door provides it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Words:
    """Something that a visitor says in somebody's name; `id` makes a repeated click harmless."""

    id: str
    speaker: str
    text: str
    group: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """What happens by itself next."""

    at: datetime
    label: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of the sample's story has been told."""

    done: int
    total: int


class Busy(Exception):
    """The story is still being told; nobody may speak yet."""


class Room(Protocol):
    """The simulated group: one clock that visitors move, one bot that hears what they say."""

    @property
    def version(self) -> int:
        """Grows with everything that happens."""

    @property
    def progress(self) -> Progress | None:
        """How far the story is; None when it has been told."""

    def now(self) -> datetime:
        """The simulated moment."""

    async def say(self, words: Words) -> None:
        """Let somebody speak and the bot answer; raises Busy."""

    async def move(self, target: datetime) -> None:
        """Move the clock on; everything due on the way happens at its own time. Raises Busy."""

    async def next(self) -> Next | None:
        """What happens by itself next."""

    async def changed(self, seen: int) -> int:
        """Wait until the version is another than `seen`."""
