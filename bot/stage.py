"""A whole bot on a store made for the occasion, whose clock is moved by hand: for stories, the terminal and tests."""

import contextlib
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from tortoise.transactions import in_transaction

from actions.district import enter, enter_accounts
from actions.meeting import note_meeting
from actions.meeting_timers import begin
from bot.clock import MovedClock
from bot.house import House, open_house
from bot.platforms.base import Attachment, Incoming
from bot.platforms.memory import NAME, MemoryPlatform, Said
from bot.story import GroupForm
from models.chat import Chat
from models.policy import Office
from models.registry import Registry
from models.state import state
from models.store.connection import open_store
from models.store.migrate import migrate
from models.vocabulary import ChatKind

NOBODY = "?"
"""The account of somebody whom nobody knows."""


class Stage:
    """The bot between two moments: nothing happens until something is said or the clock is moved."""

    def __init__(
        self,
        url: str,
        registry: Registry,
        office: Office,
        clock: MovedClock,
        platform: MemoryPlatform,
        *,
        durable: bool = False,
    ) -> None:
        self.registry = registry
        self.office = office
        self.clock = clock
        self.platform = platform
        self._url = url
        self._durable = durable
        self._started = clock.now()
        self._stack: AsyncExitStack | None = None
        self._house: House | None = None

    @property
    def house(self) -> House | None:
        """The running parts, while the process is there."""
        return self._house

    @property
    def is_up(self) -> bool:
        """Whether the process is there."""
        return self._house is not None

    async def up(self) -> None:
        """Start the process; what was left undone or became due meanwhile is seen to."""
        if self._stack is not None:
            return
        async with AsyncExitStack() as stack:
            house = await stack.enter_async_context(
                open_house(
                    self._url,
                    self.office,
                    self.clock,
                    {self.platform.name: self.platform},
                    lambda: 0.0,
                    durable=self._durable,
                    pauses=(),
                    festivals=self.registry.festivals,
                )
            )
            await house.receiving.start(sweep=False)
            stack.push_async_callback(house.receiving.stop)
            await self.platform.start(house.receiving.receive)
            stack.push_async_callback(self.platform.stop)
            self._stack, self._house = stack.pop_all(), house
        await self.settle()

    async def down(self) -> None:
        """End the process as it stands; nothing is finished first, for nothing is going on between two moments."""
        if self._stack is not None:
            stack, self._stack, self._house = self._stack, None, None
            await stack.aclose()

    async def restart(self) -> None:
        """End the process and start it again, if it is there."""
        if self.is_up:
            await self.down()
            await self.up()

    async def say(
        self,
        text: str,
        *,
        sender: str | None,
        group: str | None = None,
        name: str,
        quote: str | None = None,
        attachments: Sequence[Attachment] = (),
    ) -> None:
        """Let somebody speak, in a group or privately, and the bot answer; unheard while the process is not there."""
        if self._house is None or self.platform.receive is None:
            return
        incoming = Incoming(
            platform=self.platform.name,
            message_id=name,
            chat=group or sender or NOBODY,
            chat_kind=ChatKind.GROUP if group else ChatKind.SINGLE,
            sender=sender or NOBODY,
            sender_name=self._name_of(sender),
            text=text,
            sent_at=self.clock.now(),
            quote=quote,
            attachments=tuple(attachments),
        )
        await self.platform.receive(incoming)
        await self._house.receiving.drain()
        await self._house.delivery.deliver_due()

    async def meet(self, kind: str, ended: bool) -> None:
        """Let a meeting be held."""
        if self._house is not None:
            now, office = self.clock.now(), self.office
            async with in_transaction():
                held = await note_meeting(kind, ended, now)
                if ended:
                    await begin(held, office, now)

    async def settle(self) -> None:
        """Do and send everything that is due at this moment."""
        if self._house is None:
            return
        await self._house.tick()
        await self._house.receiving.drain()
        await self._house.delivery.deliver_due()

    async def advance(self, target: datetime) -> None:
        """Move on to a moment; what is due before it happens at its own time, what is due at it is still to come."""
        if target <= self.clock.now():
            return
        await self.settle()
        while self._house is not None and (due := await self._house.next_due()) is not None and due < target:
            self.clock.move(due)
            await self.settle()
        self.clock.move(target)

    async def next_due(self) -> datetime | None:
        """When something happens by itself next."""
        return await self._house.next_due() if self._house is not None else None

    async def state(self) -> dict[str, Any]:
        """All that is known now, whether or not the process is there."""
        policy, weekly, calendar = self.office.policy, self.office.weekly, self.office.calendar
        async with contextlib.AsyncExitStack() as stack:
            if self._house is None:
                await stack.enter_async_context(open_store(self._url, durable=self._durable))
            return await state(self._started, self.clock.now(), policy, weekly, calendar)

    def _name_of(self, sender: str | None) -> str | None:
        known = self.registry.people.get(sender) if sender else None
        return known.name if known else None


@asynccontextmanager
async def open_stage(
    registry: Registry,
    groups: Sequence[GroupForm],
    office: Office,
    start: datetime,
    listener: Callable[[Said], None] | None = None,
) -> AsyncIterator[Stage]:
    """Build a stage in a folder of its own, with a district and its groups, and start the process."""
    with tempfile.TemporaryDirectory(prefix="sanse-") as folder:
        path = Path(folder) / "story.sqlite3"
        path.write_bytes(await _empty_store())
        url = f"sqlite://{path}"
        async with open_store(url, durable=False), in_transaction():
            await enter(registry)
            await enter_accounts(registry, NAME)
            await Chat.bulk_create(_chat(group) for group in groups)
        clock = MovedClock(start)
        stage = Stage(url, registry, office, clock, MemoryPlatform(clock.now, listener))
        await stage.up()
        try:
            yield stage
        finally:
            await stage.down()


_made: list[bytes] = []


async def _empty_store() -> bytes:
    """A store of the newest form without a row: made once a process, for that takes over a second."""
    if not _made:
        with tempfile.TemporaryDirectory(prefix="sanse-") as folder:
            path = Path(folder) / "empty.sqlite3"
            await migrate(f"sqlite://{path}", durable=False)
            _made.append(path.read_bytes())
    return _made[0]


def _chat(group: GroupForm) -> Chat:
    return Chat(
        platform=NAME,
        address=group.id,
        kind=ChatKind.GROUP.value,
        name=group.name,
        scope=list(group.projects),
        bound=True,
    )
