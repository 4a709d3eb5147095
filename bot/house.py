"""Everything between the platforms and the store, built once: the way in, the way out, the timetable."""

import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime

from bot.clock import Clock
from bot.delivery import Delivery
from bot.knowledge import Knowledge
from bot.platforms.base import Platform
from bot.receiving import PAUSES, Receiving
from handlers.routing import handle
from models.inbox_writer import writer_for
from models.mailbox import Inbox
from models.policy import Office
from models.store.connection import open_store
from scheduler import timetable

LOOK_AGAIN = 30.0
"""So many seconds it is believed that nothing is due before the hour that was looked up."""


@dataclass(slots=True)
class House:
    """The parts that every way of running shares; nothing runs by itself yet."""

    office: Office
    clock: Clock
    knowledge: Knowledge
    receiving: Receiving
    delivery: Delivery
    _next: datetime | None = None
    _looked: float = float("-inf")

    async def tick(self) -> None:
        """Do what the timetable says is due."""
        now = self.clock.now()
        if self._knows_next(now):
            return
        if await timetable.run_due(now, self.office):
            self.delivery.wake()
        self._next, self._looked = await timetable.next_due(now, self.office), time.monotonic()

    async def next_due(self) -> datetime | None:
        """When the timetable or the outbox wants to be looked at next."""
        now = self.clock.now()
        due = self._next if self._knows_next(now) else await timetable.next_due(now, self.office)
        moments = (due, await self.delivery.next_due())
        return min((moment for moment in moments if moment is not None), default=None)

    def forget(self) -> None:
        """Something was ordered that may have moved the hours of the cycle."""
        self._next = None

    def _knows_next(self, now: datetime) -> bool:
        """Whether it was looked up lately that nothing is due yet; a neighbour may change the hours as well."""
        return self._next is not None and now < self._next and time.monotonic() - self._looked < LOOK_AGAIN


@asynccontextmanager
async def open_house(
    url: str,
    office: Office,
    clock: Clock,
    platforms: Mapping[str, Platform],
    jitter: Callable[[], float],
    *,
    durable: bool = True,
    pauses: tuple[float, ...] = PAUSES,
    festivals: Mapping[int, Mapping[str, date]] | None = None,
) -> AsyncIterator[House]:
    """Open a migrated store and build the parts around it; `durable` false is for stores that are thrown away."""
    async with open_store(url, durable=durable):
        knowledge = Knowledge(festivals)
        await knowledge.refresh()
        writer = writer_for(url, durable=durable)
        delivery = Delivery(platforms, office, clock, jitter, writer if durable else None)

        async def handle_one(message: Inbox) -> None:
            handled = await handle(message, office, knowledge.lexicon, clock.now())
            delivery.put(handled.letters)
            if handled.ordered:
                await knowledge.refresh()
                house.forget()

        receiving = Receiving(writer, handle_one, clock, delivery.wake, pauses=pauses)
        house = House(office, clock, knowledge, receiving, delivery)
        yield house
