"""A fake WeChat Work and our platform on it, ready for a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession, ClientTimeout

from bot.platforms.base import Incoming
from bot.platforms.wecom.platform import WeCom
from bot.platforms.wecom.settings import Patience, Settings
from tests.wire.dingtalk.kit import Inbox
from tests.wire.wecom.server import FakeWeCom
from tests.wire.wecom.world import World

QUICK = Patience(
    opening=1.0,
    ping=0.2,
    answer=0.4,
    keeping=1.0,
    again=0.05,
    first_pause=0.05,
    longest_pause=0.3,
    refused=0.3,
    steady=0.1,
    farewell=0.3,
    media=3.0,
)


@dataclass
class Kit:
    wecom: FakeWeCom
    platform: WeCom
    inbox: Inbox
    told: list[str]
    gone: list[str] = field(default_factory=list)

    @property
    def world(self) -> World:
        return self.wecom.world

    @property
    def heard(self) -> list[Incoming]:
        return [self.inbox.kept[name] for name in self.inbox.order]


def settings_for(wecom: FakeWeCom, **more: Any) -> Settings:
    world = wecom.world
    chosen: dict[str, Any] = {
        "bot_id": world.bot_id,
        "bot_secret": world.bot_secret,
        "bot_name": "项目 助手",
        "corp_id": world.corp,
        "agent_id": world.agent_id,
        "app_secret": world.app_secret,
        "api": wecom.base,
        "socket": wecom.socket,
        "login": wecom.base,
        "authorize": wecom.base,
        "answer_within": 1.0,
        "patience": QUICK,
        **more,
    }
    return Settings(**chosen)


@asynccontextmanager
async def playing(
    world: World | None = None,
    *,
    hearing: bool = True,
    settings: dict[str, Any] | None = None,
    gateway: dict[str, Any] | None = None,
    complaints: int = 0,
    **platform: Any,
) -> AsyncIterator[Kit]:
    """A fake WeChat Work with our platform on it; `hearing` starts it and waits until the socket is up."""
    told: list[str] = []
    gone: list[str] = []

    async def tell(sentence: str) -> None:
        told.append(sentence)

    async def left(chat: str) -> None:
        gone.append(chat)

    quick = {"silence": 3.0, "linger": 0.3, **(gateway or {})}
    async with FakeWeCom(world, **quick) as wecom, ClientSession(timeout=ClientTimeout(total=300)) as session:
        ours = WeCom(session, settings_for(wecom, **(settings or {})), tell=tell, gone=left, **platform)
        kit = Kit(wecom, ours, Inbox(), told, gone)
        if hearing:
            await ours.start(kit.inbox.receive)
            await wecom.gateway.wait_connected()
        try:
            yield kit
        finally:
            await ours.stop()
    assert len(wecom.world.complaints) == complaints, wecom.world.complaints
