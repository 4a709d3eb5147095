"""WeChat Work and the whole running bot: from a word in the group to the answer there, on both stores."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from actions.district import enter, enter_accounts
from bot.app import App
from bot.config import build_config
from bot.config_wecom import SECRETS
from models.calendar import SHANGHAI
from models.chat import Chat
from models.mailbox import Inbox
from models.registry import PersonEntry, Registry, UnitEntry
from models.store.connection import open_store
from models.vocabulary import ChatKind, Role
from tests.wire.wecom import FakeWeCom
from tests.wire.wecom.world import APP_TOKEN, KEY

GROUP = "wrGROUP"
REGISTRY = Registry(
    {"u1": UnitEntry("u1", "区水利局", ())},
    {
        "zhangwei": PersonEntry("zhangwei", "张伟", "u1", Role.LIAISON, None),
        "chief": PersonEntry("chief", "王主任", "u1", Role.OFFICE, None),
    },
    {},
)


def config_of(wecom: FakeWeCom, url: str, folder: Path, **more: Any) -> Any:
    world = wecom.world
    section = {
        "enabled": True,
        "bot_id": world.bot_id,
        "bot_name": "项目 助手",
        "corp_id": world.corp,
        "agent_id": world.agent_id,
        "api": wecom.base,
        "socket": wecom.socket,
        "login": wecom.base,
        "authorize": wecom.base,
        "media_folder": str(folder / "media"),
        **more,
    }
    environment = {"SANSE__WECOM__BOT_SECRET": world.bot_secret, "SANSE__WECOM__APP_SECRET": world.app_secret}
    environment |= {"SANSE__WECOM__APP_TOKEN": APP_TOKEN, "SANSE__WECOM__APP_AES_KEY": KEY}
    data = {"wecom": section, "browser": {"enabled": False}, "server": {"port": 0}, "store": {"url": url}}
    return build_config(data, environment, folder=folder)


THURSDAY = datetime(2026, 6, 11, 10, 0, tzinfo=SHANGHAI)


class OfficeHours:
    """The fake's clock, set to a working day: at night the bot would hold back what nobody asked for."""

    def __init__(self, wecom: FakeWeCom, start: datetime) -> None:
        self.world = wecom.world
        self.world.skew = start.timestamp() - time.time()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.world.now(), SHANGHAI)


@asynccontextmanager
async def running(
    wecom: FakeWeCom, url: str, folder: Path, *, start: datetime = THURSDAY, **more: Any
) -> AsyncIterator[App]:
    app = App(config_of(wecom, url, folder, **more), OfficeHours(wecom, start))
    running = asyncio.create_task(app.run())
    try:
        await asyncio.wait({running, asyncio.create_task(app.ready())}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
        wecom.world.app_callback = f"http://127.0.0.1:{app.port}/wecom/app"
        yield app
    finally:
        app.stop()
        await running


async def said(wecom: FakeWeCom, count: int, within: float = 20.0) -> None:
    async with asyncio.timeout(within):
        while len(wecom.world.sent) < count:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_a_word_in_the_group_is_answered_there(store_url: str, tmp_path: Path):
    async with open_store(store_url):
        await enter(REGISTRY)
        await enter_accounts(REGISTRY, "wecom")
    async with FakeWeCom() as wecom:
        async with running(wecom, store_url, tmp_path, groups=[{"name": "调度群", "chat": GROUP}]):
            await wecom.gateway.wait_connected(20)
            await wecom.gateway.push(wecom.world.message("帮助"))
            await said(wecom, 1)
            await wecom.gateway.push(wecom.world.message("帮助", chat=None))
            await said(wecom, 2)
        assert [(one.channel, one.to) for one in wecom.world.sent] == [("reply", GROUP), ("reply", "zhangwei")]
        assert wecom.world.complaints == []
    async with open_store(store_url):
        kept = await Inbox.all().order_by("id")
        assert [(one.platform, one.chat_address, one.text) for one in kept] == [
            ("wecom", GROUP, "帮助"),
            ("wecom", "zhangwei", "帮助"),
        ]
        group = await Chat.get(platform="wecom", address=GROUP, kind=ChatKind.GROUP.value)
        assert (group.bound, group.name) == (True, "调度群")


async def test_a_strangers_connection_is_told_to_the_office_by_the_application(store_url: str, tmp_path: Path):
    async with open_store(store_url):
        await enter(REGISTRY)
        await enter_accounts(REGISTRY, "wecom")
    async with FakeWeCom() as wecom, running(wecom, store_url, tmp_path):
        await wecom.gateway.wait_connected(20)
        await wecom.gateway.kick()
        async with asyncio.timeout(20):
            from models.mailbox import Outbox

            while not await Outbox.filter(person_id="chief", text__contains="顶掉").exists():  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        await asyncio.sleep(0.5)
        assert wecom.gateway.connected == 1


async def test_two_processes_on_one_store_connect_once_and_take_over(
    store_url: str, tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
):
    if engine == "sqlite":
        pytest.skip("the embedded store allows one process only")
    async with FakeWeCom() as wecom:
        async with running(wecom, store_url, tmp_path):
            await wecom.gateway.wait_connected(20)
            environment = {"SANSE__STORE__URL": store_url}
            other = await _process(wecom, tmp_path, environment)
            try:
                await asyncio.sleep(5)
                assert (wecom.gateway.connected, wecom.gateway.kicks) == (1, 0)
            finally:
                pass
        try:
            await wecom.gateway.wait_connected(20)  # the other has taken over
            assert (wecom.gateway.connected, wecom.gateway.kicks) == (2, 0)
        finally:
            other.terminate()
            await other.wait()


async def _process(wecom: FakeWeCom, folder: Path, environment: dict[str, str]) -> Any:
    import os
    import sys

    from tests.bot.running import ROOT

    world = wecom.world
    more = {
        "SANSE__WECOM__ENABLED": "true",
        "SANSE__WECOM__BOT_ID": world.bot_id,
        "SANSE__WECOM__BOT_SECRET": world.bot_secret,
        "SANSE__WECOM__API": wecom.base,
        "SANSE__WECOM__SOCKET": wecom.socket,
        "SANSE__BROWSER__ENABLED": "false",
        "SANSE__SERVER__PORT": "0",
        **environment,
    }
    config = folder / "config.toml"
    config.write_text("")
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "--config", str(config), cwd=ROOT, env={**os.environ, **more}
    )


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_does_not_belong_into_the_file(name: str):
    from bot.config import ConfigError

    with pytest.raises(ConfigError) as caught:
        build_config({"wecom": {name: "planted"}})
    assert f"wecom.{name}" in str(caught.value)
    assert "planted" not in str(caught.value)


@pytest.mark.parametrize(
    ("section", "environment", "key"),
    [
        ({}, {}, "wecom.bot_id"),
        ({"bot_id": "b"}, {}, "wecom.bot_secret"),
        ({"mode": "http"}, {"BOT_TOKEN": "t"}, "wecom.bot_aes_key"),
        ({"mode": "http"}, {"BOT_TOKEN": "t", "BOT_AES_KEY": "short"}, "wecom.bot_aes_key"),
        ({"bot_id": "b", "corp_id": "c"}, {"BOT_SECRET": "s"}, "wecom.agent_id"),
        ({"bot_id": "b", "agent_id": 1}, {"BOT_SECRET": "s", "APP_SECRET": "s"}, "wecom.corp_id"),
        ({"bot_id": "b"}, {"BOT_SECRET": "s", "APP_TOKEN": "t"}, "wecom.app_aes_key"),
        ({"bot_id": "b", "socket": "ws://a.example"}, {"BOT_SECRET": "s"}, "wecom.socket"),
        ({"bot_id": "b", "api": "http://a.example"}, {"BOT_SECRET": "s"}, "wecom.api"),
    ],
)
def test_what_is_missing_is_told_by_its_key(section: dict[str, Any], environment: dict[str, str], key: str):
    from bot.config import ConfigError

    named = {f"SANSE__WECOM__{name}": value for name, value in environment.items()}
    with pytest.raises(ConfigError) as caught:
        build_config({"wecom": {"enabled": True, **section}, "browser": {"enabled": False}}, named)
    assert key in str(caught.value)
