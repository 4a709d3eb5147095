"""A fake DingTalk and our platform on it, ready for a test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from aiohttp import ClientSession, ClientTimeout

from bot.platforms.base import Incoming
from bot.platforms.dingtalk.platform import DingTalk
from bot.platforms.dingtalk.settings import Patience, Settings
from tests.wire.dingtalk.server import FakeDingTalk
from tests.wire.dingtalk.world import World

QUICK = Patience(
    opening=1.0,
    heartbeat=0.4,
    silence=1.5,
    linger=0.5,
    keeping=1.0,
    first_pause=0.05,
    longest_pause=0.3,
    steady=0.1,
    farewell=0.2,
)


@dataclass
class Inbox:
    """Keeps each message once, as the house's inbox does; can be told to fail."""

    kept: dict[str, Incoming] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    seen: int = 0
    before: Callable[[Incoming], Awaitable[bool]] | None = None

    async def receive(self, incoming: Incoming) -> bool:
        self.seen += 1
        if self.before is not None and not await self.before(incoming):
            return False
        if incoming.message_id not in self.kept:
            self.kept[incoming.message_id] = incoming
            self.order.append(incoming.message_id)
        return True


@dataclass
class Kit:
    ding: FakeDingTalk
    platform: DingTalk
    inbox: Inbox
    told: list[str]
    build: Callable[..., DingTalk]
    others: list[DingTalk] = field(default_factory=list)

    def another(self, **platform: Any) -> DingTalk:
        """One more process of the same application."""
        self.others.append(self.build(**platform))
        return self.others[-1]

    @property
    def world(self) -> World:
        return self.ding.world


def settings_for(world: World, base: str, **more: Any) -> Settings:
    chosen: dict[str, Any] = {"patience": QUICK, "answer_within": 1.0, "agent_id": world.agent_id, **more}
    return Settings(world.client_id, world.client_secret, api=base, oapi=base, **chosen)


@asynccontextmanager
async def playing(
    world: World | None = None,
    *,
    hearing: bool = True,
    base: str | None = None,
    settings: dict[str, Any] | None = None,
    gateway: dict[str, Any] | None = None,
    **platform: Any,
) -> AsyncIterator[Kit]:
    """A fake DingTalk with our platform on it; `hearing` starts the Stream and waits until it is up."""
    told: list[str] = []

    async def tell(sentence: str) -> None:
        told.append(sentence)

    quick = {"ping_every": 0.5, "redeliver_after": 0.6, **(gateway or {})}
    async with FakeDingTalk(world, **quick) as ding, ClientSession(timeout=ClientTimeout(total=300)) as session:
        ding.gateway.goodbye = 0.6
        chosen = settings_for(ding.world, base or ding.base, **(settings or {}))
        build = partial(DingTalk, session, chosen, tell=tell)
        ours = build(**platform)
        kit = Kit(ding, ours, Inbox(), told, build)
        if hearing:
            await ours.start(kit.inbox.receive)
            await ding.gateway.wait_connected()
        try:
            yield kit
        finally:
            await ours.stop()
    assert ding.world.complaints == []
