"""What every page is handed: the time, the office's settings, the rule at the door, the simulated group if any."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from aiohttp import web

from models.calendar import WorkCalendar, day_of
from models.policy import Office, Policy, WeeklySettings
from pages.access import Access
from pages.room import Room


class Shelf(Protocol):
    """Where what people sent is kept for a while."""

    async def has(self, name: str) -> bool:
        """Whether it is there."""

    async def get(self, name: str) -> bytes | None:
        """What it holds."""


@dataclass(slots=True)
class Desk:
    """The counter behind which the pages stand."""

    now: Callable[[], datetime]
    policy: Policy
    weekly: WeeklySettings
    calendar: WorkCalendar
    access: Access
    room: Room | None = None
    changed: Callable[[], Awaitable[object]] | None = None
    """Called when a plan was brought in: who reads messages must know of it."""
    jobs: Mapping[str, str] = field(default_factory=dict)
    """What the timetable's rows are called, by the names under which `JobRun` knows them."""
    shelf: Shelf | None = None
    drawn: dict[str, list[bytes]] = field(default_factory=dict)
    """The pictures of the newest board, so that looking twice draws once."""

    @property
    def today(self) -> date:
        """The day in Shanghai."""
        return day_of(self.now())

    @property
    def office(self) -> Office:
        """The office's settings as actions take them."""
        return Office(self.policy, self.weekly, self.calendar)

    async def has(self, code: str) -> bool:
        """Whether something that was sent is still there."""
        return self.shelf is not None and await self.shelf.has(code)

    async def get(self, code: str) -> bytes | None:
        """What somebody sent, while it is there."""
        return await self.shelf.get(code) if self.shelf is not None and await self.shelf.has(code) else None


DESK = web.AppKey("desk", Desk)


def desk_of(request: web.Request) -> Desk:
    """The desk at which a request is answered."""
    return request.app[DESK]
