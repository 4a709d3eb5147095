"""The first day in WeChat Work, told from end to end: who is who, which group, and the group's webhook."""

import logging
from pathlib import Path
from typing import Any

import pytest

from actions.district import enter
from bot.platforms.base import Incoming
from bot.platforms.wecom.hosts import Hosts
from bot.platforms.wecom.keys import hidden
from bot.platforms.wecom.settings import Settings
from language.wording.onboarding import HIDDEN_KEY
from models.change import Change
from models.chat import Chat, ChatChannel
from models.dialogue import PendingQuestion
from models.mailbox import Inbox, Outbox
from models.people import Identity
from models.store.connection import open_store
from models.vocabulary import ChatKind
from tests.platforms.test_wecom_house import GROUP, REGISTRY, running, said
from tests.platforms.test_wecom_send import NOW
from tests.wire.wecom import FakeWeCom
from tests.wire.wecom.world import Delivered

UUID = "0a1b2c3d-1111-2222-3333-0a1b2c3d4e5f"


class Scene:
    """Somebody says something; what people see of the answer."""

    def __init__(self, wecom: FakeWeCom) -> None:
        self.wecom = wecom
        self.seen = 0

    async def say(self, text: str, user: str, chat: str | None, answers: int = 1) -> list[Delivered]:
        await self.wecom.gateway.push(self.wecom.world.message(text, user, chat))
        return await self.next(answers)

    async def press(self, user: str, label: str, answers: int) -> list[Delivered]:
        assert await self.wecom.press(user, label, times=2) == [200, 200]
        return await self.next(answers)

    async def next(self, count: int) -> list[Delivered]:
        await said(self.wecom, self.seen + count)
        new = self.wecom.world.sent[self.seen :]
        self.seen += len(new)
        return sorted(new, key=lambda one: one.to)


async def test_the_first_day(store_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture):
    for name in ("bot", "handlers", "actions"):
        caplog.set_level(logging.DEBUG, name)
    async with open_store(store_url):
        await enter(REGISTRY)
    async with FakeWeCom() as wecom:
        scene = Scene(wecom)
        async with running(wecom, store_url, tmp_path, accounts={"chief": "王主任", "nobody": "没有这个人"}):
            await wecom.gateway.wait_connected(20)
            (told,) = await scene.say("水利项目到哪了", "zhangwei", GROUP)
            assert (told.to, told.channel) == ("zhangwei", "app")  # privately, not in the group
            assert "我是 单位 姓名" in told.text
            card, told = await scene.say("我是 区水利局 张伟", "zhangwei", None, 2)
            assert (card.to, card.kind, told.to) == ("chief", "template_card", "zhangwei")
            assert "区水利局张伟" in card.text
            done, welcome = await scene.press("chief", "确认", 2)
            assert ("绑定为张伟" in done.text, "已核实" in welcome.text) == (True, True)

            (bound,) = await scene.say("绑定本群 重点项目调度群", "chief", GROUP)
            assert "本群已绑定，名称“重点项目调度群”" in bound.text
            (refused,) = await scene.say("绑定本群", "zhangwei", GROUP)
            assert "由办公室办理" in refused.text

            hook = wecom.world.add_hook(GROUP)
            (public,) = await scene.say(f"地址 {hook}", "chief", GROUP)
            assert (public.to, "不要发在群里" in public.text) == ("chief", True)
            (refused,) = await scene.say(hook, "zhangwei", None)
            assert "由办公室办理" in refused.text
            kept, proof = await scene.say(hook, "chief", None, 2)
            assert "已登记为重点项目调度群的群机器人" in kept.text
            assert (proof.channel, proof.to, proof.mentions) == ("webhook", GROUP, ("chief",))
        assert wecom.world.complaints == []
        seen = "\n".join(one.text for one in wecom.world.sent)
    key = hook.partition("key=")[2]
    async with open_store(store_url):
        assert [(each.platform, each.address) for each in await Identity.all().order_by("id")] == [
            ("wecom", "chief"),
            ("wecom", "zhangwei"),
        ]
        group = await Chat.get(address=GROUP)
        assert (group.name, group.bound) == ("重点项目调度群", True)
        assert [(each.chat_id, each.address) for each in await ChatChannel.all()] == [(group.id, key)]
        rows: list[Any] = [*await Inbox.all(), *await Outbox.all(), *await Change.all(), *await PendingQuestion.all()]
        kept_rows = "\n".join(str(dict(row)) for row in rows)
    assert HIDDEN_KEY in kept_rows
    assert key not in kept_rows + seen + caplog.text


async def test_which_of_several_groups_is_asked_and_the_key_is_not_left_behind(store_url: str, tmp_path: Path):
    async with open_store(store_url):
        await enter(REGISTRY)
    groups = [{"name": "一群", "chat": GROUP}, {"name": "二群", "chat": "wrOTHER"}]
    async with FakeWeCom() as wecom:
        wecom.world.groups["wrOTHER"] = "二群"
        scene = Scene(wecom)
        async with running(wecom, store_url, tmp_path, accounts={"chief": "王主任"}, groups=groups):
            await wecom.gateway.wait_connected(20)
            hook = wecom.world.add_hook("wrOTHER")
            (asked,) = await scene.say(hook, "chief", None)
            assert (asked.kind, "1. 一群 2. 二群" in asked.text) == ("template_card", True)
            kept, proof = await scene.say("2", "chief", None, 2)
            assert ("二群" in kept.text, proof.to) == (True, "wrOTHER")
            kept, _ = await scene.say(f"一群的地址：{wecom.world.add_hook(GROUP)}", "chief", None, 2)
            assert "已登记为一群的群机器人" in kept.text
            (foreign,) = await scene.say("https://evil.example/cgi-bin/webhook/send?key=" + UUID, "chief", None)
            assert "不是本平台的" in foreign.text
        assert wecom.world.complaints == []
    async with open_store(store_url):
        assert await ChatChannel.all().count() == 2
        assert "address" not in str([each.payload for each in await PendingQuestion.all()])


async def test_a_dead_webhook_is_forgotten_and_the_office_told(store_url: str, tmp_path: Path):
    async with open_store(store_url):
        await enter(REGISTRY)
    async with FakeWeCom() as wecom:
        scene = Scene(wecom)
        async with running(wecom, store_url, tmp_path, accounts={"chief": "王主任"}):
            await wecom.gateway.wait_connected(20)
            await scene.say("绑定本群 调度群", "chief", GROUP)
            hook = wecom.world.add_hook(GROUP)
            wecom.world.hooks[hook.partition("key=")[2]].stopped = True
            seen = await scene.say(hook, "chief", None, 2)
            while len(seen) < 3:
                seen += await scene.next(1)
            assert any("调度群的群机器人地址已失效" in one.text and one.to == "chief" for one in seen)
    async with open_store(store_url):
        assert await ChatChannel.all().count() == 0


def heard(text: str, quote: str | None = None) -> Incoming:
    return Incoming(
        platform="wecom", message_id="m", chat="chief", chat_kind=ChatKind.SINGLE, sender="chief", text=text,
        sent_at=NOW, quote=quote,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "left", "keys"),
    [
        (f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={UUID}", HIDDEN_KEY, [UUID]),
        (f"qyapi.weixin.qq.com/cgi-bin/webhook/send?key={UUID}，请登记", f"{HIDDEN_KEY}，请登记", [UUID]),
        (f"调度群{UUID}", f"调度群{HIDDEN_KEY}", [UUID]),
        (f"http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={UUID}", HIDDEN_KEY, [""]),
        (f"https://evil.example/cgi-bin/webhook/send?key={UUID}", HIDDEN_KEY, [""]),
        (f"https://qyapi.weixin.qq.com/cgi-bin/webhook/upload_media?key={UUID}&type=file", HIDDEN_KEY, [""]),
        (f"{UUID} {UUID}", f"{HIDDEN_KEY} {HIDDEN_KEY}", [UUID]),
        ("北站路环评6月10日已批复，投资1234-5678万元", None, []),
        (f"编号{UUID}0没有", None, []),
    ],
)
def test_a_key_is_taken_out_of_the_words(text: str, left: str | None, keys: list[str]):
    found = hidden(heard(text), Hosts(Settings()))
    assert found.text == (text if left is None else left)
    assert [each.code for each in found.attachments] == keys
    assert left is None or UUID not in repr(found)


def test_a_quoted_key_is_hidden_and_bound_to_nothing():
    found = hidden(heard("看上一条", f"地址 {UUID}"), Hosts(Settings()))
    assert (found.quote, found.attachments) == (f"地址 {HIDDEN_KEY}", ())
