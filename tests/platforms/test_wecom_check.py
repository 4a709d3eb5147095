"""The check tells what is missing and where to mend it, and writes to nobody."""

import pytest

from bot.platforms.wecom.check import findings
from tests.wire.wecom.kit import Kit, playing


async def tried(kit: Kit) -> dict[str, str]:
    settings = kit.platform._settings
    found = await findings(kit.platform._session, settings, kit.platform._now, connect=True)
    assert kit.world.sent == []
    return {one.name: one.reason for one in found}


async def test_when_all_is_well():
    async with playing(hearing=False) as kit:
        assert await tried(kit) == {"智能机器人长连接": "", "自建应用凭证": "", "自建应用": ""}


@pytest.mark.parametrize(
    ("settings", "name", "words"),
    [
        ({"bot_secret": "wrong"}, "智能机器人长连接", "853000"),
        ({"bot_id": "wrong"}, "智能机器人长连接", "853000"),
        ({"app_secret": "wrong"}, "自建应用凭证", "40091"),
        ({"corp_id": "wrong"}, "自建应用凭证", "40013"),
        ({"agent_id": 5}, "自建应用", "40056"),
    ],
)
async def test_what_is_wrong_is_named(settings: dict[str, object], name: str, words: str):
    async with playing(hearing=False, settings=settings) as kit:
        assert words in (await tried(kit))[name]


async def test_a_server_out_of_reach_is_told_in_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.platforms.wecom.check.WITHIN", 0.5)
    async with playing(hearing=False, settings={"socket": "ws://127.0.0.1:9", "app_secret": ""}) as kit:
        assert "443" in (await tried(kit))["智能机器人长连接"]


async def test_a_webhook_is_tried_without_a_word():
    async with playing(hearing=False) as kit:
        good, dead = kit.world.add_hook(), kit.world.add_hook()
        kit.world.hooks[dead.partition("key=")[2]].stopped = True
        hooks = [("一群", good), ("二群", dead), ("三群", "https://evil.example/cgi-bin/webhook/send?key=x")]
        settings = kit.platform._settings
        found = await findings(kit.platform._session, settings, kit.platform._now, connect=False, hooks=hooks)
        reasons = {one.name: one.reason for one in found if "群机器人" in one.name}
        assert reasons["群机器人（一群）"] == ""
        assert "93004" in reasons["群机器人（二群）"]
        assert "不属于企业微信" in reasons["群机器人（三群）"]
        assert kit.world.sent == []
