"""The Stream through everything that happens to sockets: kept before acknowledged, and back soon after any fault."""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from bot.platforms.backoff import Backoff
from bot.platforms.base import Incoming
from bot.platforms.dingtalk.frames import ack, read_frame
from bot.platforms.dingtalk.settings import Patience
from bot.platforms.dingtalk.stream import Stream
from bot.platforms.reading import Malformed
from tests.platforms.test_dingtalk_parse import spoiled
from tests.wire.dingtalk import recorded
from tests.wire.dingtalk.faults import Fault, answer, page
from tests.wire.dingtalk.gateway import Push
from tests.wire.dingtalk.kit import QUICK, playing
from tests.wire.relay import Relay

OPEN = "/v1.0/gateway/connections/open"


async def until(true: Any, within: float = 30.0) -> None:
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


# -- frames ----------------------------------------------------------------------------------------------


def test_a_ping_is_echoed_under_its_own_id():
    frame = read_frame(json.dumps(recorded("frame_ping")))
    assert json.loads(ack(frame, frame.data)) == {
        "code": 200,
        "message": "OK",
        "headers": {"messageId": "m1", "contentType": "application/json"},
        "data": '{"opaque":"0a1b2c"}',
    }


def test_a_message_lies_in_a_text_in_a_text():
    frame = read_frame(json.dumps(recorded("frame_message")))
    assert frame.body() == recorded("group_text")


@pytest.mark.parametrize("text", ["", "x", "[]", "null", "{}", '{"type":1}', "[" * 5000, '{"type":"SYSTEM"'])
def test_what_is_no_frame(text: str):
    with pytest.raises(Malformed):
        read_frame(text)


def test_every_header_may_be_missing():
    frame = read_frame('{"type":"SYSTEM","headers":null}')
    assert (frame.topic, frame.message_id, frame.data) == ("", "", "")


# -- hearing ---------------------------------------------------------------------------------------------


async def test_a_message_is_kept_before_it_is_acknowledged():
    async with playing() as kit:
        kept_at: list[float] = []

        async def slow_commit(incoming: Incoming) -> bool:
            await asyncio.sleep(0.05)
            kept_at.append(asyncio.get_running_loop().time())
            return True

        kit.inbox.before = slow_commit
        push = await kit.ding.gateway.say(kit.world.message("北站路已批复"))
        assert push.acked_at >= kept_at[0]
        assert [one.text for one in kit.inbox.kept.values()] == ["北站路已批复"]
        assert push.acked.result() == {"response": None}


@pytest.mark.parametrize("way", ["false", "raises", "hangs"])
async def test_what_is_not_kept_is_not_acknowledged_and_comes_again(way: str):
    async with playing() as kit:
        tries = 0

        async def at_last(incoming: Incoming) -> bool:
            nonlocal tries
            tries += 1
            if tries < 3 and way == "raises":
                raise RuntimeError("database is locked")
            if tries < 3 and way == "hangs":
                await asyncio.sleep(60)
            return tries >= 3

        kit.inbox.before = at_last
        push = await kit.ding.gateway.say(kit.world.message("x"))
        assert push.tries >= 3
        assert kit.inbox.order == [push.body["msgId"]]


async def test_the_same_message_under_other_frame_ids_is_one_message():
    async with playing() as kit:
        body = kit.world.message("x")
        for _ in range(5):
            await kit.ding.gateway.say(body)
        assert (kit.inbox.seen, kit.inbox.order) == (5, [body["msgId"]])


async def test_messages_are_handed_up_in_their_order():
    async with playing() as kit:
        handed: list[str] = []

        async def note(incoming: Incoming) -> bool:
            handed.append(incoming.text)
            await asyncio.sleep(random.random() / 50)
            return True

        kit.inbox.before = note
        await asyncio.gather(*(kit.ding.gateway.say(kit.world.message(str(number))) for number in range(100)))
        assert handed == [str(number) for number in range(100)]


async def test_pings_are_answered_while_the_store_hangs():
    async with playing(gateway={"ping_every": 0.05}, settings={"patience": replace(QUICK, keeping=30)}) as kit:
        stuck = asyncio.Event()

        async def hang(incoming: Incoming) -> bool:
            return await stuck.wait()

        kit.inbox.before = hang
        talk = asyncio.create_task(kit.ding.gateway.say(kit.world.message("x")))
        await asyncio.sleep(0.5)
        (socket,) = kit.ding.gateway.sockets
        assert len(socket.pings) <= 1  # all but the last were echoed
        assert kit.platform.health().in_flight == 1
        stuck.set()
        await talk


async def test_quota_messages_are_acknowledged_and_told_once():
    async with playing() as kit:
        for number in range(3):
            await kit.ding.gateway.say({**recorded("quota_used_up"), "msgId": f"q{number}"})
        assert kit.inbox.seen == 0
        assert len(kit.told) == 1


async def test_an_unreadable_message_does_not_stop_the_line():
    async with playing() as kit:
        with suppress(TimeoutError):
            await kit.ding.gateway.say({"msgtype": "text"}, within=0.3)
        await kit.ding.gateway.say(kit.world.message("x"))
        assert len(kit.inbox.order) == 1


async def test_unknown_topics_are_answered():
    async with playing() as kit:
        await kit.ding.gateway.raw(json.dumps(recorded("frame_registered")))
        await kit.ding.gateway.raw(json.dumps({**recorded("frame_message"), "headers": {"topic": "/new/topic"}}))
        await kit.ding.gateway.say(kit.world.message("x"))


async def test_an_event_is_asked_for_again_until_it_is_taken():
    events: list[tuple[str, Any]] = []

    async def event(name: str, data: Mapping[str, Any]) -> bool:
        events.append((name, data["title"]))
        return len(events) > 1

    async with playing(event=event, settings={"events": True}) as kit:
        push = Push("EVENT", "*", {"title": "新群名"}, headers={"eventType": "chat_update_title", "eventId": "e1"})
        await kit.ding.gateway.push(push)
        assert events == [("chat_update_title", "新群名")] * 2


async def test_by_default_nothing_is_subscribed_that_costs_quota():
    async with playing() as kit:
        (socket,) = kit.ding.gateway.sockets
        assert socket.topics == {("CALLBACK", "/v1.0/im/bot/messages/get")}


# -- sockets ---------------------------------------------------------------------------------------------


async def test_a_goodbye_is_followed_at_once_and_the_old_socket_is_heard_out():
    async with playing() as kit:
        gateway = kit.ding.gateway
        await asyncio.sleep(0.15)
        old = gateway.ready[-1]
        await gateway.disconnect(old)
        await gateway.wait_connected()
        assert old in gateway.sockets  # still open beside the new one
        await gateway.say(kit.world.message("x"))
        await until(lambda: old not in gateway.sockets)


async def test_a_message_in_work_during_a_goodbye_is_acknowledged_on_its_own_socket():
    async with playing() as kit:
        gateway = kit.ding.gateway

        async def slow(incoming: Incoming) -> bool:
            await asyncio.sleep(0.3)
            return True

        kit.inbox.before = slow
        talk = asyncio.create_task(gateway.say(kit.world.message("x")))
        await until(lambda: kit.inbox.seen == 1)
        await gateway.disconnect()
        push = await talk
        assert push.tries == 1


@pytest.mark.parametrize("way", ["close 1000", "close 1001", "close 1011", "abort"])
async def test_every_end_of_a_socket_is_followed_by_a_new_one(way: str):
    async with playing() as kit:
        for _ in range(3):
            if way == "abort":
                kit.ding.gateway.abort()
            else:
                await kit.ding.gateway.close(int(way.split()[1]))
            await until(lambda: not kit.ding.gateway.ready or kit.ding.gateway.connected > 1)
            await kit.ding.gateway.say(kit.world.message("x"))
        assert len(kit.inbox.order) == 3


async def test_a_socket_that_only_answers_pings_is_replaced():
    async with playing(settings={"patience": replace(QUICK, silence=0.6)}) as kit:
        gateway = kit.ding.gateway
        silent = gateway.ready[-1]
        silent.silent = True
        await gateway.say(kit.world.message("x"), within=3)
        assert gateway.connected == 2
        assert kit.platform.health().longest_silence >= 0


async def test_a_black_hole_is_noticed_and_left():
    settings = {"patience": replace(QUICK, silence=30)}  # its pings tell, not its silence
    async with Relay() as relay, playing(hearing=False, base=relay.base, settings=settings) as kit:
        relay.to = int(kit.ding.base.rpartition(":")[2])
        kit.ding.gateway.endpoint = relay.base.replace("http", "ws") + "/connect"
        await kit.platform.start(kit.inbox.receive)
        await kit.ding.gateway.wait_connected()
        await kit.ding.gateway.say(kit.world.message("x"))
        dead = kit.ding.gateway.ready[-1]
        relay.hole()
        await until(lambda: kit.platform.health().failures >= 1)
        relay.mend()
        dead.silent = True
        await kit.ding.gateway.say(kit.world.message("y"))
        assert len(kit.inbox.order) == 2


@pytest.mark.parametrize(
    "fault",
    [
        Fault("hang"),
        Fault("reset"),
        Fault("empty", 503),
        Fault("empty", 200),
        Fault("half"),
        Fault("list"),
        Fault("redirect", body={"to": "https://evil.example/"}),
        page(),
        answer(400, code="x"),
        answer(200, endpoint="wss://evil.example/connect", ticket="t"),
        answer(200, endpoint="http://127.0.0.1:9/connect", ticket="t"),
        answer(200, endpoint="nonsense", ticket="t"),
        answer(200, endpoint=None, ticket=7),
    ],
    ids=lambda fault: f"{fault.kind} {fault.status} {fault.body}",
)
async def test_a_gateway_that_fails_is_tried_until_it_does_not(fault: Fault):
    async with playing() as kit:
        kit.ding.fault(OPEN, *[fault] * 3)
        kit.ding.gateway.abort()
        await until(lambda: not kit.ding.faults[OPEN])
        await kit.ding.gateway.say(kit.world.message("x"))


@pytest.mark.parametrize("fault", [page(403), Fault("hang"), Fault("reset"), Fault("empty", 200), answer(101)])
async def test_a_handshake_that_fails_is_tried_again(fault: Fault):
    async with playing() as kit:
        kit.ding.fault("/connect", *[fault] * 3)
        kit.ding.gateway.abort()
        await kit.ding.gateway.say(kit.world.message("x"), within=8)


async def test_a_handshake_is_not_led_elsewhere():
    visits = 0

    async def visited(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal visits
        visits += 1
        writer.close()

    canary = await asyncio.start_server(visited, "127.0.0.1", 0)
    to = f"http://127.0.0.1:{canary.sockets[0].getsockname()[1]}/connect"
    async with playing() as kit:
        kit.ding.fault("/connect", *[Fault("redirect", body={"to": to})] * 3)
        kit.ding.fault(OPEN, *[Fault("redirect", body={"to": to})] * 2)
        kit.ding.gateway.abort()
        await kit.ding.gateway.say(kit.world.message("x"))
        assert not kit.ding.faults["/connect"]
    canary.close()
    assert visits == 0


async def test_an_expired_ticket_is_replaced_by_a_fresh_one():
    async with playing() as kit:
        kit.world.ticket_life = -1
        kit.ding.gateway.abort()
        await until(lambda: kit.platform.health().failures >= 2)
        kit.world.ticket_life = 90
        await kit.ding.gateway.say(kit.world.message("x"))
        assert kit.ding.gateway.opened >= 4  # a new ticket for each try


async def test_refused_credentials_are_told_once_and_tried_on():
    async with playing() as kit:
        secret, kit.world.client_secret = kit.world.client_secret, "changed"
        kit.ding.gateway.abort()
        await until(lambda: kit.platform.health().failures >= 3)
        assert not kit.platform.health().connected
        assert len(kit.told) == 1
        assert "authFailed" in kit.told[0]
        kit.world.client_secret = secret
        await kit.ding.gateway.say(kit.world.message("x"))


def test_the_back_off_doubles_to_its_limit_with_chance_in_it():
    for _ in range(50):
        backoff = Backoff(Patience())
        pauses = [backoff.pause() for _ in range(2000)]
        for number, pause in enumerate(pauses):
            longest = min(2.0 ** min(number, 10), 15.0)
            assert longest / 2 <= pause <= longest
    assert len(set(pauses)) > 1900


def test_the_patience_keeps_the_promise_of_thirty_seconds():
    patience = Patience()
    assert patience.opening + patience.longest_pause <= 30  # a try that began just before the fault ended
    assert patience.heartbeat * 1.5 <= 30  # a socket that died just before it ended
    assert patience.silence <= 180


async def test_a_server_that_says_goodbye_at_every_greeting_is_not_hammered():
    async with playing(settings={"patience": replace(QUICK, steady=10, first_pause=0.2, longest_pause=0.4)}) as kit:
        gateway = kit.ding.gateway

        async def rude() -> None:
            while True:
                for socket in gateway.ready:
                    await gateway.disconnect(socket)
                await asyncio.sleep(0.005)

        task = asyncio.create_task(rude())
        await asyncio.sleep(1.5)
        task.cancel()
        assert gateway.connected < 20
        await gateway.say(kit.world.message("x"))


# -- hostile ---------------------------------------------------------------------------------------------


def broken_frame(chance: random.Random) -> str | bytes:
    frame = recorded_frame(
        chance.choice(["frame_message", "frame_ping", "frame_card", "frame_event", "frame_registered"])
    )
    match chance.randrange(4):
        case 0:
            return chance.randbytes(chance.randint(0, 200))
        case 1:
            text = json.dumps(frame)
            return text[: chance.randrange(len(text))]
        case 2:
            return json.dumps(frame).replace(chance.choice('{}[]":,'), chance.choice(["", "\\", "\x01", "}"]), 2)
        case _:
            return json.dumps(spoiled(spoiled(frame, chance), chance))


_FRAMES: dict[str, Any] = {}


def recorded_frame(name: str) -> Any:
    return _FRAMES.setdefault(name, recorded(name))


async def test_ten_thousand_malformed_frames_change_nothing():
    chance = random.Random(5)
    async with playing() as kit:
        socket = kit.ding.gateway.ready[-1]
        for number in range(10_000):
            frame = broken_frame(chance)
            if "disconnect" not in str(frame):
                await kit.ding.gateway.raw(frame, socket)
            if number % 2500 == 0:
                await kit.ding.gateway.say(kit.world.message("还在"))
        await kit.ding.gateway.say(kit.world.message("之后"))
        assert kit.ding.gateway.connected == 1  # not even the socket was lost
        assert kit.platform.health().malformed > 4000
        assert kit.platform.health().in_flight <= 1
        kit.world.complaints.clear()  # it had reason to: it was sent nonsense to acknowledge


async def test_a_thousand_messages_over_sockets_that_keep_dying():
    """Redelivered, out of order, during reconnects: each kept once, none acknowledged that was not kept."""
    chance = random.Random(6)
    async with playing(gateway={"redeliver_after": 0.3}, settings={"patience": replace(QUICK, steady=0.02)}) as kit:
        gateway = kit.ding.gateway
        gateway.most_tries = 200

        async def flaky(incoming: Incoming) -> bool:
            await asyncio.sleep(chance.random() / 100)
            if chance.random() < 0.02:
                raise RuntimeError("the store restarts")
            return chance.random() > 0.02

        async def soft_abort() -> None:
            gateway.abort()

        ends: list[Callable[[], Awaitable[object]]] = [gateway.disconnect, gateway.close, soft_abort]

        async def havoc() -> None:
            while True:
                await asyncio.sleep(chance.random() / 5)
                if not gateway.ready:
                    continue
                await chance.choice(ends)()

        kit.inbox.before = flaky
        trouble = asyncio.create_task(havoc())
        bodies = [kit.world.message(f"第{number}条") for number in range(1000)]
        pushes: list[Push] = []
        for start in range(0, 1000, 50):
            batch = (gateway.say(body, within=60) for body in bodies[start : start + 50])
            pushes += await asyncio.gather(*batch)
            if gateway.ready:
                gateway.abort()  # however quick the havoc was
        trouble.cancel()
        acked = {push.body["msgId"] for push in pushes if push.acked.done()}
        assert len(acked) == 1000
        assert acked == set(kit.inbox.kept)  # nothing acknowledged is lost
        assert len(kit.inbox.order) == len(set(kit.inbox.order)) == 1000  # and nothing is there twice
        assert kit.inbox.seen > 1000  # it was really redelivered
        assert gateway.connected > 10


# -- stopping --------------------------------------------------------------------------------------------


async def test_a_stop_sees_off_what_is_in_work():
    async with playing() as kit:

        async def slow(incoming: Incoming) -> bool:
            await asyncio.sleep(0.1)
            return True

        kit.inbox.before = slow
        talk = asyncio.create_task(kit.ding.gateway.say(kit.world.message("x")))
        await until(lambda: kit.inbox.seen == 1)
        async with asyncio.timeout(30):
            await kit.platform.stop()
        assert (await talk).tries == 1
        assert not [task for task in asyncio.all_tasks() if "Link" in repr(task.get_coro())]


@pytest.mark.parametrize("when", ["opening", "pausing", "leaving"])
async def test_a_stop_at_any_moment_is_quick_and_leaves_nothing(when: str):
    async with playing() as kit:
        if when == "leaving":
            await kit.ding.gateway.disconnect()
        else:
            kit.ding.fault(OPEN, *[Fault("hang") if when == "opening" else Fault("empty", 503)] * 20)
            kit.ding.gateway.abort()
        await asyncio.sleep(0.1)
        async with asyncio.timeout(30):
            await kit.platform.stop()
        assert not [task for task in asyncio.all_tasks() if "Link" in repr(task.get_coro())]


async def test_a_stream_that_breaks_is_begun_again(monkeypatch: pytest.MonkeyPatch):
    async with playing(hearing=False) as kit:
        stumbled = 0

        async def stumble(self: Any) -> Any:
            nonlocal stumbled
            stumbled += 1
            if stumbled == 1:
                raise KeyError("a bug of ours")
            return await real(self)

        real = Stream._opened
        monkeypatch.setattr(Stream, "_opened", stumble)
        await kit.platform.start(kit.inbox.receive)
        await kit.ding.gateway.say(kit.world.message("x"))
        assert stumbled >= 2
