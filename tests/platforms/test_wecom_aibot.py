"""The long connection: kept up, never fought for, and no message of a living socket lost."""

import asyncio
import contextlib
import json
import random
from dataclasses import replace
from typing import Any

import pytest

from bot.platforms.base import Incoming, Parcel
from bot.platforms.wecom.aibot import State
from bot.platforms.wecom.errors import Trouble, WeComError
from models.vocabulary import LetterKind
from tests.wire.dingtalk.faults import Fault
from tests.wire.relay import Relay
from tests.wire.wecom.kit import QUICK, Kit, playing

GROUP = "wrGROUP"


class Held:
    """A lease in the test's hand."""

    def __init__(self, held: bool = True) -> None:
        self._event, self._lost = asyncio.Event(), asyncio.Event()
        self.set(held)

    @property
    def held(self) -> bool:
        return self._event.is_set()

    def set(self, held: bool) -> None:
        (self._event.set if held else self._event.clear)()
        (self._lost.clear if held else self._lost.set)()

    async def until_held(self) -> None:
        await self._event.wait()

    async def until_lost(self) -> None:
        await self._lost.wait()


def letter(**more: Any) -> Parcel:
    chosen: dict[str, Any] = {"key": "k", "kind": LetterKind.MARKDOWN, "text": "**已登记**", "chat": GROUP, **more}
    if chosen.get("person"):
        chosen["chat"] = None
    return Parcel(**chosen)


async def said(kit: Kit, text: str = "三号地块正常", **more: Any) -> Incoming:
    body = kit.world.message(text, **more)
    await kit.wecom.gateway.say_until(body, lambda: body["msgid"] in kit.inbox.kept)
    return kit.inbox.kept[body["msgid"]]


async def eventually(true: Any, within: float = 5.0) -> None:
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_a_message_is_heard_and_answered_under_its_own_id():
    async with playing() as kit:
        heard = await said(kit)
        assert (heard.chat, heard.sender, heard.text) == (GROUP, "zhangwei", "三号地块正常")
        await kit.platform.send(letter(reply_to=heard.message_id))
        await kit.platform.send(letter(key="k2", text="第二条", reply_to=heard.message_id))
        assert [(one.channel, one.to, one.text) for one in kit.world.sent] == [
            ("reply", GROUP, "**已登记**"),
            ("reply", GROUP, "第二条"),
        ]


async def test_a_push_names_its_kind_of_chat():
    async with playing() as kit:
        await said(kit)
        await said(kit, "你好", chat=None)
        await kit.platform.send(letter())
        await kit.platform.send(letter(key="p", person="zhangwei", reply_to="unknown"))
        assert [(one.channel, one.to) for one in kit.world.sent] == [("push", GROUP), ("app", "zhangwei")]
        assert kit.world.sent[0].raw["chat_type"] == 2


async def test_a_private_answer_to_a_question_in_the_group_is_not_said_in_the_group():
    async with playing(settings={"app_secret": ""}) as kit:
        heard = await said(kit)
        await said(kit, "你好", chat=None)
        await kit.platform.send(letter(person="zhangwei", reply_to=heard.message_id))
        (seen,) = kit.world.sent
        assert (seen.channel, seen.to, seen.raw["chat_type"]) == ("push", "zhangwei", 1)


async def test_pings_are_json_and_keep_it_alive():
    async with playing(gateway={"silence": 1.0}) as kit:
        await asyncio.sleep(1.5)
        assert kit.wecom.gateway.pings >= 4
        assert kit.wecom.gateway.connected == 1


@pytest.mark.parametrize("way", ["close", "going away", "abort", "silent"])
async def test_every_other_end_is_followed_by_a_new_socket(way: str):
    async with playing() as kit:
        gateway = kit.wecom.gateway
        if way == "abort":
            gateway.abort()
        elif way == "silent":
            gateway.ready[-1].deaf = True
        else:
            await gateway.close(1000 if way == "close" else 1001)
        await eventually(lambda: gateway.connected == 2)
        assert (await said(kit)).text
        assert kit.told == []


async def test_who_is_thrown_out_by_a_stranger_stays_out_and_says_so():
    async with playing() as kit:
        await kit.wecom.gateway.kick()
        await eventually(lambda: kit.told)
        await asyncio.sleep(1.0)
        assert kit.wecom.gateway.connected == 1
        assert len(kit.told) == 1
        assert "顶掉" in kit.told[0]
        health = kit.platform.health()
        assert health is not None
        assert health.state is State.KICKED
        with pytest.raises(WeComError) as caught:
            await kit.platform.send(letter())
        assert caught.value.trouble is Trouble.KICKED
        await kit.platform.send(letter(key="p", person="chief"))  # the application still writes
        assert [(one.channel, one.to) for one in kit.world.sent] == [("app", "chief")]


async def test_two_processes_with_one_lease_never_fight():
    first, second = Held(), Held(False)
    async with playing(lease=first) as kit:
        from bot.platforms.wecom.platform import WeCom
        from tests.wire.wecom.kit import settings_for

        other = WeCom(kit.platform._session, settings_for(kit.wecom), lease=second)
        await other.start(kit.inbox.receive)
        await asyncio.sleep(0.5)
        assert kit.wecom.gateway.connected == 1
        first.set(False)
        await eventually(lambda: not kit.wecom.gateway.ready)
        second.set(True)
        await eventually(lambda: kit.wecom.gateway.connected == 2)
        await asyncio.sleep(0.7)
        assert (kit.wecom.gateway.connected, kit.wecom.gateway.kicks, kit.told) == (2, 0, [])
        second.set(False)
        await eventually(lambda: not kit.wecom.gateway.ready)
        first.set(True)
        await eventually(lambda: kit.wecom.gateway.connected == 3)
        await other.stop()


async def test_a_refused_secret_stops_and_alarms_once():
    async with playing(hearing=False, settings={"bot_secret": "wrong"}) as kit:
        await kit.platform.start(kit.inbox.receive)
        await eventually(lambda: kit.told)
        await asyncio.sleep(1.0)
        assert kit.world.calls["aibot_subscribe"] == 1
        assert len(kit.told) == 1
        assert "853000" in kit.told[0]


async def test_another_refusal_is_told_once_and_tried_again_without_haste():
    async with playing(hearing=False) as kit:
        kit.wecom.gateway.refuse_subscription = [40058, 40058, -1]
        await kit.platform.start(kit.inbox.receive)
        await kit.wecom.gateway.wait_connected()
        assert kit.world.calls["aibot_subscribe"] == 4
        assert len(kit.told) == 1


async def test_a_conflict_is_waited_out():
    async with playing() as kit:
        heard = await said(kit)
        kit.wecom.gateway.refuse = [6000, 6000]
        await kit.platform.send(letter(reply_to=heard.message_id))
        assert [one.channel for one in kit.world.sent] == ["reply"]


async def test_many_answers_to_one_message_keep_their_order_and_find_their_own_acknowledgement():
    async with playing() as kit:
        heard = await said(kit)
        kit.wecom.gateway.slow = 0.02
        sends = [
            kit.platform.send(letter(key=f"k{number}", text=f"第{number}条", reply_to=heard.message_id))
            for number in range(12)
        ]
        await asyncio.gather(*sends)
        assert [one.text for one in kit.world.sent] == [f"第{number}条" for number in range(12)]


async def test_a_late_acknowledgement_is_not_taken_for_the_next():
    async with playing() as kit:
        heard = await said(kit)
        assert kit.platform.aibot is not None
        link = kit.platform.aibot._link
        assert link is not None
        kit.wecom.gateway.slow = 0.7  # the first is answered after we have stopped waiting
        body = {"msgtype": "markdown", "markdown": {"content": "一"}}
        request = kit.platform._hearing.request_of(heard.message_id, True, GROUP)
        with pytest.raises(WeComError) as caught:
            await link.ask("aibot_respond_msg", body, request, within=0.2)
        assert caught.value.unknown
        kit.wecom.gateway.slow = 0.0
        with pytest.raises(WeComError) as caught:
            await link.ask("aibot_respond_msg", body, request, within=2.0)
        assert caught.value.trouble is Trouble.REPLY_OVER
        await asyncio.sleep(0.6)
        await kit.platform.send(letter(text="二", reply_to=heard.message_id))  # goes out as a push
        assert [(one.channel, one.text) for one in kit.world.sent] == [("reply", "一"), ("push", "二")]


async def test_an_answer_nobody_acknowledges_is_unknown_and_not_said_again():
    async with playing() as kit:
        heard = await said(kit)
        kit.wecom.gateway.mute = {"aibot_respond_msg"}
        import bot.platforms.wecom.speaking as speaking

        before, speaking.SENDING = speaking.SENDING, 0.3
        try:
            with pytest.raises(WeComError) as caught:
                await kit.platform.send(letter(reply_to=heard.message_id))
        finally:
            speaking.SENDING = before
        assert caught.value.unknown
        assert len(kit.world.sent) == 1


async def test_malformed_frames_are_counted_and_change_nothing():
    async with playing() as kit:
        gateway, chance = kit.wecom.gateway, random.Random(5)
        shapes: list[Any] = ["{", "[]", "null", '{"cmd":1}', '{"headers":{}}', "[" * 50_000, '{"cmd":"x"}', b"\x00"]
        shapes += ['{"cmd":"aibot_msg_callback","headers":{"req_id":"r"},"body":[]}', '{"headers":{"req_id":"r"}}']
        shapes += ['{"errcode":0,"headers":{"req_id":"nobody"}}', '{"errcode":true,"headers":{"req_id":"r"}}']
        for _ in range(2000):
            await gateway.raw(chance.choice(shapes))
        assert (await said(kit)).text == "三号地块正常"
        health = kit.platform.health()
        assert health is not None
        assert health.malformed > 1000
        assert gateway.connected == 1


async def test_what_cannot_be_kept_now_is_kept_as_soon_as_it_can_be():
    async with playing() as kit:
        shut = True

        async def before(incoming: Incoming) -> bool:
            return not shut

        kit.inbox.before = before
        bodies = [kit.world.message(f"第{number}条") for number in range(20)]
        for body in bodies:
            await kit.wecom.gateway.push(body)
        await asyncio.sleep(0.3)
        assert kit.inbox.order == []
        shut = False
        await eventually(lambda: len(kit.inbox.order) == 20)
        assert kit.inbox.order == [body["msgid"] for body in bodies]  # in the order of the chat


async def test_a_slow_house_does_not_make_us_deaf():
    async with playing(settings={"patience": replace(QUICK, keeping=5.0)}) as kit:

        async def before(incoming: Incoming) -> bool:
            if incoming.chat == GROUP:
                await asyncio.sleep(1.5)
            return True

        kit.inbox.before = before
        await kit.wecom.gateway.push(kit.world.message("慢"))
        quick = await said(kit, "你好", chat=None)
        assert kit.heard == [quick]
        assert kit.wecom.gateway.connected == 1
        await eventually(lambda: len(kit.inbox.order) == 2)


async def test_events_and_unknown_kinds_are_no_messages():
    async with playing() as kit:
        event = {"msgtype": "event", "event": {"eventtype": "enter_chat"}}
        await kit.wecom.gateway.push({**kit.world.message("x"), **event})
        await kit.wecom.gateway.raw(json.dumps({"cmd": "new", "headers": {"req_id": "r"}, "body": {}}))
        await kit.wecom.gateway.push(kit.world.message("x", msgtype="hologram"))
        await eventually(lambda: kit.inbox.order)
        assert [one.kind for one in kit.heard[0].attachments] == ["unknown"]


async def test_a_thousand_messages_through_dying_sockets_are_kept_once_each():
    chance = random.Random(11)
    async with playing(settings={"patience": replace(QUICK, steady=0.02)}) as kit:
        gateway = kit.wecom.gateway

        async def before(incoming: Incoming) -> bool:
            await asyncio.sleep(chance.random() / 500)
            return chance.random() < 0.97  # the store is away now and then

        kit.inbox.before = before
        gateway.most_subscriptions = 10_000
        bodies = [kit.world.message(f"第{number}条", chat=chance.choice([GROUP, None])) for number in range(1000)]
        trouble_is_over = False

        async def havoc() -> None:
            while not trouble_is_over:
                await asyncio.sleep(chance.random() / 10)
                if gateway.ready:
                    await gateway.close() if chance.random() < 0.3 else gateway.abort()

        async def one(body: dict[str, Any]) -> None:
            """Said once, said again under another request id, and said until it is kept."""
            await asyncio.sleep(chance.random() / 3)
            for _ in range(chance.randint(0, 1)):
                with contextlib.suppress(ConnectionError, RuntimeError, IndexError):
                    await gateway.push(body)
            await gateway.say_until(body, lambda: body["msgid"] in kit.inbox.kept, 60)

        spoiling = asyncio.create_task(havoc())
        for start in range(0, 1000, 100):
            part = bodies[start : start + 100]
            chance.shuffle(part)
            await asyncio.gather(*(one(body) for body in part))
            if gateway.ready:
                gateway.abort()  # however quick the havoc was
        trouble_is_over = True
        await spoiling
        assert gateway.connected > 5
        assert kit.inbox.seen > 1000  # repeated, or not kept at first
        assert len(kit.inbox.order) == 1000
        assert set(kit.inbox.order) == {body["msgid"] for body in bodies}


async def test_a_black_hole_is_noticed():
    async with Relay() as relay, playing(hearing=False) as kit:
        relay.to = int(kit.wecom.base.rpartition(":")[2])
        settings = replace(kit.platform._settings, socket=relay.base.replace("http", "ws") + "/socket")
        from bot.platforms.wecom.platform import WeCom

        ours = WeCom(kit.platform._session, settings)
        await ours.start(kit.inbox.receive)
        await kit.wecom.gateway.wait_connected()
        dead = kit.wecom.gateway.ready[-1]
        relay.hole()
        await asyncio.sleep(0.5)
        dead.deaf = True
        relay.mend()
        await eventually(lambda: kit.wecom.gateway.ready)
        assert (await said(kit)).text
        await ours.stop()


async def test_a_server_that_is_away_is_tried_again():
    async with playing(hearing=False) as kit:
        kit.wecom.fault(
            "/socket",
            Fault("empty", 503),
            Fault("reset"),
            Fault("hang"),
            Fault("redirect", body={"to": "https://evil.example/"}),
        )
        await kit.platform.start(kit.inbox.receive)
        await kit.wecom.gateway.wait_connected()
        assert kit.platform.aibot is not None
        assert kit.platform.aibot.failures >= 3
