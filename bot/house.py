"""Everything between the platforms and the store, built once: the way in, the way out, the timetable."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime

from actions.reminder import Office
from bot.clock import Clock
from bot.delivery import Delivery
from bot.knowledge import Knowledge
from bot.platforms.base import Platform
from bot.receiving import PAUSES, Receiving
from handlers.routing import handle
from handlers.turn import Settings
from models.inbox_writer import writer_for
from models.mailbox import Inbox
from models.store.connection import open_store
from scheduler import timetable


@dataclass(slots=True)
class House:
    """The parts that every way of running shares; nothing runs by itself yet."""

    settings: Settings
    clock: Clock
    knowledge: Knowledge
    receiving: Receiving
    delivery: Delivery

    @property
    def office(self) -> Office:
        """The office's settings as actions take them."""
        return Office(self.settings.policy, self.settings.weekly, self.settings.calendar)

    async def tick(self) -> None:
        """Do what the timetable says is due."""
        if await timetable.run_due(self.clock.now(), self.office):
            self.delivery.wake()

    async def next_due(self) -> datetime | None:
        """When the timetable or the outbox wants to be looked at next."""
        moments = (await timetable.next_due(self.clock.now(), self.office), await self.delivery.next_due())
        return min((moment for moment in moments if moment is not None), default=None)


@asynccontextmanager
async def open_house(
    url: str,
    settings: Settings,
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
        delivery = Delivery(platforms, settings, clock, jitter)

        async def handle_one(message: Inbox) -> None:
            if await handle(message, settings, knowledge.lexicon, clock.now()):
                await knowledge.refresh()

        writer = writer_for(url, durable=durable)
        receiving = Receiving(writer, handle_one, clock, delivery.wake, pauses=pauses)
        yield House(settings, clock, knowledge, receiving, delivery)
