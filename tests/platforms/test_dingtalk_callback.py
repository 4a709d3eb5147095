"""HTTP mode against a hostile caller: nothing unsigned is read, nothing malformed is an error of ours."""

import asyncio
import json
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, web

from bot.platforms import posted
from bot.platforms.base import Incoming
from bot.platforms.dingtalk import callback
from bot.platforms.dingtalk.platform import CALLBACK_PATH, DingTalk
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.dingtalk.signing import milliseconds, sign
from tests.platforms.test_dingtalk_parse import NAMES, recorded_once, spoiled
from tests.wire.dingtalk import recorded
from tests.wire.dingtalk.kit import Inbox

SECRET = "callback-secret"
NOW = datetime(2026, 6, 12, 2, tzinfo=UTC)


@dataclass
class House:
    session: ClientSession
    inbox: Inbox
    url: str
    port: int

    async def post(self, body: Any, *, age: float = 0.0, secret: str = SECRET, **headers: str) -> int:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        signed = {**signature(age, secret), "Content-Type": "application/json; charset=utf-8", **headers}
        async with self.session.post(self.url, data=data, headers=signed) as response:
            said = await response.read()
            assert said == b"" or "Content-Encoding" in headers  # that is the server's own refusal
            return response.status


def signature(age: float = 0.0, secret: str = SECRET) -> dict[str, str]:
    timestamp = str(milliseconds(NOW - timedelta(seconds=age)))
    return {"timestamp": timestamp, "sign": sign(secret, timestamp)}


@asynccontextmanager
async def answering(*, started: bool = True) -> AsyncIterator[House]:
    inbox = Inbox()
    async with ClientSession() as session:
        platform = DingTalk(session, Settings("id", SECRET), stream=False, now=lambda: NOW)
        if started:
            await platform.start(inbox.receive)
        app = web.Application()
        app.add_routes(platform.routes())
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        try:
            yield House(session, inbox, f"http://127.0.0.1:{port}{CALLBACK_PATH}", port)
        finally:
            await platform.stop()
            await runner.cleanup()


async def test_a_signed_message_is_kept_and_then_answered():
    async with answering() as house:
        assert await house.post(recorded("group_text")) == 200
        assert house.inbox.kept["msgAAA=="].text == "滨江大桥 本周完成桩基80%"


async def test_a_replay_changes_nothing():
    async with answering() as house:
        assert [await house.post(recorded("group_text")) for _ in range(20)] == [200] * 20
        assert len(house.inbox.order) == 1


async def test_what_holds_nothing_is_answered_and_not_kept():
    async with answering() as house:
        assert await house.post(recorded("quota_used_up")) == 200
        assert house.inbox.seen == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"sign": "x"},
        {"sign": ""},
        {"timestamp": "0"},
        {"timestamp": ""},
        {"timestamp": "９"},
        {"sign": "é" * 30},
    ],
)
async def test_a_wrong_signature_is_refused_unread(headers: dict[str, str], monkeypatch: pytest.MonkeyPatch):
    async with answering() as house:
        monkeypatch.setattr(callback, "decoded", lambda body: pytest.fail("the body was looked at"))
        assert await house.post(b"{", **headers) == 401


async def test_missing_double_stale_and_foreign_signatures_are_refused():
    async with answering() as house:
        for headers in ({}, {"timestamp": signature()["timestamp"]}, {"sign": signature()["sign"]}):
            async with house.session.post(house.url, data=b"{}", headers=headers) as response:
                assert response.status == 401
        doubled = [*signature().items(), ("sign", "x")]
        async with house.session.post(house.url, data=b"{}", headers=doubled) as response:
            assert response.status == 401
        for age in (3601, -3601, 86_400):
            assert await house.post(recorded("group_text"), age=age) == 401
        assert await house.post(recorded("group_text"), secret="other") == 401
        assert await house.post(recorded("group_text"), age=3599) == 200
        assert len(house.inbox.order) == 1


async def test_wrong_signatures_are_refused_before_the_body_is_read():
    async with answering() as house:
        for _ in range(30):
            assert await house.post(b"{", sign="x") == 401
        assert not house.inbox.order


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD"])
async def test_only_post_is_answered(method: str):
    async with (
        answering() as house,
        house.session.request(method, house.url, headers=signature()) as response,
    ):
        assert response.status == 405


async def test_too_large_is_refused_whether_announced_or_not():
    large = b'{"x":"' + b"y" * (300 << 10) + b'"}'

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(1000):
            yield b" " * 65536

    async with answering() as house:
        assert await house.post(large) == 413
        with suppress(ClientError):  # hung up on while still sending: as good as the 413 that it may miss
            async with house.session.post(house.url, data=chunks(), headers=signature()) as response:
                assert response.status == 413
        assert house.inbox.seen == 0
        assert await house.post(recorded("group_text")) == 200


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "identity", "gzip, gzip"])
async def test_no_encoding_is_unpacked(encoding: str):
    async with answering() as house:
        assert await house.post(b"{}", **{"Content-Encoding": encoding}) in (400, 415)


async def test_a_body_that_drips_is_hung_up_on_while_others_are_answered(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(posted, "READING", 0.3)
    async with answering() as house:
        head = f"POST {CALLBACK_PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in signature().items())
        drips = []
        for _ in range(50):
            reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
            writer.write(head.encode() + b"\r\n{")
            drips.append((reader, writer))
        assert await house.post(recorded("group_text")) == 200
        for reader, writer in drips:
            assert b" 408 " in await asyncio.wait_for(reader.readline(), 5)
            writer.close()


async def refusing(incoming: Incoming) -> bool:
    return False


async def breaking(incoming: Incoming) -> bool:
    raise RuntimeError(incoming.text)


async def dawdling(incoming: Incoming) -> bool:
    await asyncio.sleep(30)
    return True


@pytest.mark.parametrize("before", [refusing, breaking, dawdling])
async def test_what_is_not_kept_is_never_acknowledged(before: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(callback, "KEEPING", 0.2)
    async with answering() as house:
        house.inbox.before = before
        assert await house.post(recorded("group_text")) == 503
        house.inbox.before = None
        assert await house.post(recorded("group_text")) == 200
        assert len(house.inbox.order) == 1


async def test_before_the_house_is_ready_nothing_is_acknowledged():
    async with answering(started=False) as house:
        assert await house.post(recorded("group_text")) == 503


def hostile(chance: random.Random) -> bytes:
    """One signed body that no honest sender makes."""
    kind = chance.randrange(5)
    if kind == 0:
        return chance.randbytes(chance.randint(0, 300))
    body = recorded_once(chance.choice(NAMES))
    if kind == 1:
        text = json.dumps(body).encode()
        return text[: chance.randrange(len(text))]
    if kind == 2:
        spoilt = bytearray(json.dumps(body).encode())
        for _ in range(chance.randint(1, 5)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        return bytes(spoilt)
    for _ in range(chance.randint(1, 5)):
        body = spoiled(body, chance)
    return json.dumps(body).encode()


async def test_hostile_bodies_are_never_our_error():
    """Two thousand here; the long run is `python -m tests.platforms.fuzz_dingtalk`."""
    chance = random.Random(4)
    async with answering() as house:
        statuses = [await house.post(hostile(chance)) for _ in range(2000)]
        assert set(statuses) <= {200, 400}
        assert statuses.count(400) > 500
        assert await house.post({**recorded("group_text"), "msgId": "last"}) == 200
        assert "last" in house.inbox.kept
