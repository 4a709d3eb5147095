"""The check tries every credential and permission, and nobody hears of it."""

import asyncio
from pathlib import Path

import pytest

from bot.check import run
from bot.platforms.dingtalk.check import Hook
from tests.wire.dingtalk import World
from tests.wire.dingtalk.kit import playing

CHAT = "cidGROUP=="


@pytest.mark.parametrize(
    ("permissions", "good"),
    [
        ({"robot", "contact", "notice", "card"}, [True, True, True, True, True, True]),
        ({"contact", "notice", "card"}, [True, True, False, True, True, True]),
        ({"robot", "notice", "card"}, [True, True, True, False, True, True]),
        ({"robot", "contact", "card"}, [True, True, True, True, False, True]),
        ({"robot", "contact", "notice"}, [True, True, True, True, True, False]),
    ],
)
async def test_the_check_says_what_the_console_lacks(permissions: set[str], good: list[bool]):
    async with playing(World(permissions=permissions), hearing=False, settings={"card_template": "tpl.schema"}) as kit:
        found = await kit.platform.check()
        assert [one.good for one in found] == good
        assert all(one.good or "权限管理" in one.remedy or "AgentId" in one.remedy for one in found)
        assert kit.world.sent == []


async def test_what_is_not_set_up_is_not_checked():
    async with playing(hearing=False, settings={"agent_id": None}) as kit:
        assert len(await kit.platform.check()) == 4


async def test_the_check_of_a_wrong_secret():
    async with playing(hearing=False) as kit:
        kit.world.client_secret = "changed"
        found = await kit.platform.check()
        assert [(one.name, one.good) for one in found] == [("应用凭证", False), ("Stream 连接", False)]


async def test_a_groups_robot_is_tried_without_a_word_in_the_group():
    async with playing(hearing=False) as kit:
        good, gone = kit.world.add_robot(CHAT, "SECgood"), kit.world.add_robot(CHAT, removed=True)
        hooks = [
            Hook("一线群", good, "SECgood"),
            Hook("密钥错", good, "SECwrong"),
            Hook("没加签", good),
            Hook("移出了", gone),
            Hook("不存在", f"{kit.ding.base}/robot/send?access_token=nothing"),
            Hook("别家的", "https://evil.example/robot/send?access_token=x"),
        ]
        found = (await kit.platform.check(hooks))[-6:]
        assert [one.good for one in found] == [True, False, False, False, False, False]
        assert [one.name for one in found][:2] == ["群机器人（一线群）", "群机器人（密钥错）"]
        assert "加签" in found[1].reason
        assert all("重新复制" in one.remedy for one in found[1:])
        assert kit.world.sent == []
        assert "SECgood" not in repr(hooks)


@pytest.mark.parametrize("permissions", [{"robot", "contact"}, {"robot"}, {"contact"}])
async def test_the_word_check_tells_everything_and_what_is_optional_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], permissions: set[str]
):
    async with playing(World(permissions=permissions), hearing=False) as kit:
        for name, secret in (("client", kit.world.client_secret), ("hook", kit.world.add_robot(CHAT))):
            (tmp_path / name).write_text(secret)
            (tmp_path / name).chmod(0o600)
        (tmp_path / "config.toml").write_text(
            f"""
[browser]
enabled = false
[store]
url = "sqlite://check.sqlite3"
[dingtalk]
enabled = true
client_id = "{kit.world.client_id}"
client_secret_file = "client"
api = "{kit.ding.base}"
oapi = "{kit.ding.base}"
[[dingtalk.groups]]
name = "一线群"
conversation = "{CHAT}"
webhook_file = "hook"
""",
            "utf-8",
        )
        status = await asyncio.to_thread(run, tmp_path / "config.toml")
        out = capsys.readouterr().out
        for words in ("应用凭证", "Stream 连接", "机器人发消息权限", "通讯录权限", "群机器人（一线群）"):
            assert f"钉钉：{words}" in out or words in out
        assert ("qyapi_robot_sendmsg" in out) is ("robot" not in permissions)
        assert ("qyapi_get_member" in out) is ("contact" not in permissions)
        assert kit.world.sent == []
        assert kit.world.client_secret not in out
        if "robot" not in permissions:
            assert status == 1
