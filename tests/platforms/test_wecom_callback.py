"""Both callback addresses against a hostile caller: nothing unsigned is read, nothing malformed is an error of ours."""

import asyncio
import json
import random
import secrets
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, web

from bot.platforms import posted
from bot.platforms.base import Incoming
from bot.platforms.wecom import callback
from bot.platforms.wecom.crypto import Crypto, key_of, sign
from bot.platforms.wecom.platform import APP_PATH, BOT_PATH, WeCom
from bot.platforms.wecom.settings import Callback, Settings
from tests.platforms.test_wecom_crypto import FOUND, HOSTILE, VECTORS
from tests.platforms.test_wecom_parse import APP_TEXT, BASE, SHAPES, spoiled, xml
from tests.wire.dingtalk.kit import Inbox

TOKEN, KEY, CORP = "QDG6eK", FOUND["keys"]["K1"], "wx5823bf96d3bd56c7"
NOW = datetime(2026, 6, 12, 2, tzinfo=UTC)
RECEIVER = {BOT_PATH: "", APP_PATH: CORP}


@dataclass
class House:
    session: ClientSession
    inbox: Inbox
    base: str
    port: int

    async def post(self, path: str, message: bytes, *, age: float = 0.0, nonce: str = "", token: str = TOKEN) -> int:
        """A message, encrypted and signed as WeChat Work does it."""
        sealed = Crypto(TOKEN, key_of(KEY), RECEIVER[path]).seal(message)
        body = json.dumps({"encrypt": sealed}).encode() if path == BOT_PATH else xml(ToUserName=CORP, Encrypt=sealed)
        return await self.send(path, body, sealed, age=age, nonce=nonce, token=token)

    async def send(
        self, path: str, body: bytes, sealed: str = "", *, age: float = 0.0, nonce: str = "", token: str = TOKEN
    ) -> int:
        """Any body, with the signature that its cipher text would have."""
        moment, nonce = str(int((NOW - timedelta(seconds=age)).timestamp())), nonce or secrets.token_hex(8)
        query = {"msg_signature": sign(token, moment, nonce, sealed), "timestamp": moment, "nonce": nonce}
        async with self.session.post(self.base + path, params=query, data=body) as response:
            assert await response.read() == b""
            return response.status


@asynccontextmanager
async def answering(now: datetime = NOW, later: list[timedelta] | None = None, **more: Any) -> AsyncIterator[House]:
    inbox = Inbox()
    secret = Callback(TOKEN, KEY)
    settings = Settings(bot_callback=secret, app_callback=secret, corp_id=CORP, bot_name="项目 助手", **more)
    async with ClientSession() as session:
        platform = WeCom(session, settings, now=lambda: now + sum(later or [], timedelta()))
        await platform.start(inbox.receive)
        app = web.Application()
        app.add_routes(platform.routes())
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        try:
            yield House(session, inbox, f"http://127.0.0.1:{port}", port)
        finally:
            await platform.stop()
            await runner.cleanup()


def good(path: str, number: int = 0) -> bytes:
    if path == BOT_PATH:
        return json.dumps({**BASE, "msgid": f"m{number}"}).encode()
    return xml(**APP_TEXT, MsgType="text", Content="收到", MsgId=f"m{number}")


BOTH = pytest.mark.parametrize("path", [BOT_PATH, APP_PATH])


@BOTH
async def test_a_message_is_kept_and_then_answered(path: str):
    async with answering() as house:
        assert await house.post(path, good(path)) == 200
        assert [one.text for one in house.inbox.kept.values()] == ["三号地块 正常" if path == BOT_PATH else "收到"]


@BOTH
async def test_what_is_not_kept_is_not_acknowledged(path: str):
    async with answering() as house:

        async def before(incoming: Incoming) -> bool:
            raise RuntimeError("planted")

        house.inbox.before = before
        assert await house.post(path, good(path)) == 503
        house.inbox.before = None
        assert await house.post(path, good(path)) == 200


async def test_a_slow_store_is_answered_before_the_platform_hangs_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(callback, "KEEPING", 0.2)
    async with answering() as house:

        async def before(incoming: Incoming) -> bool:
            await asyncio.sleep(60)
            return True

        house.inbox.before = before
        assert await house.post(APP_PATH, good(APP_PATH)) == 503


@BOTH
async def test_a_replay_is_answered_and_does_nothing(path: str):
    async with answering() as house:
        sealed = Crypto(TOKEN, key_of(KEY), RECEIVER[path]).seal(good(path))
        body = json.dumps({"encrypt": sealed}).encode() if path == BOT_PATH else xml(Encrypt=sealed)
        for _ in range(20):
            assert await house.send(path, body, sealed, nonce="same") == 200
        assert house.inbox.seen == 1
        assert await house.post(path, good(path)) == 200  # repeated by the platform under a new signature
        assert (house.inbox.seen, len(house.inbox.kept)) == (2, 1)


@BOTH
async def test_a_replay_that_comes_late_is_refused(path: str):
    later: list[timedelta] = []
    async with answering(later=later) as house:
        sealed = Crypto(TOKEN, key_of(KEY), RECEIVER[path]).seal(good(path))
        body = json.dumps({"encrypt": sealed}).encode() if path == BOT_PATH else xml(Encrypt=sealed)
        answers = []
        for step in (0, 5, 10, 60, 120):
            later.append(timedelta(seconds=step))
            answers.append(await house.send(path, body, sealed, nonce="same"))
        assert answers == [200, 200, 200, 403, 403]
        assert house.inbox.seen == 1


@BOTH
async def test_stale_or_wrongly_signed_is_refused_and_not_even_opened(path: str):
    async with answering() as house:
        for age in (301, -301, 7200, 10**8):
            assert await house.post(path, good(path), age=age) == 403
        for _ in range(50):
            assert await house.post(path, good(path), token=secrets.token_hex(3)) == 403
        assert house.inbox.seen == 0


@BOTH
async def test_the_other_address_does_not_open_it(path: str):
    async with answering() as house:
        other = APP_PATH if path == BOT_PATH else BOT_PATH
        sealed = Crypto(TOKEN, key_of(KEY), RECEIVER[other]).seal(good(path))
        body = json.dumps({"encrypt": sealed}).encode() if path == BOT_PATH else xml(Encrypt=sealed)
        assert await house.send(path, body, sealed) == 400


@pytest.mark.parametrize("name", ["A", "S2"])
async def test_the_console_is_answered_with_the_bare_words(name: str):
    one = VECTORS[name]
    path = APP_PATH if name == "A" else BOT_PATH
    async with answering(datetime.fromtimestamp(int(one["ts"]), UTC)) as house:
        query = {"msg_signature": one["sig"], "timestamp": one["ts"], "nonce": one["nonce"]}
        async with house.session.get(house.base + path, params={**query, "echostr": one["encrypt"]}) as response:
            assert (response.status, await response.read()) == (200, one["want"]["plain"].encode())
        raw = "&".join(f"{key}={value}" for key, value in {**query, "echostr": one["encrypt"]}.items())
        from yarl import URL

        async with house.session.get(URL(f"{house.base}{path}?{raw}", encoded=True)) as response:
            assert await response.read() == one["want"]["plain"].encode()  # plus signs that became blanks
        for spoil in ({"nonce": "1"}, {"echostr": ""}, {"msg_signature": "0" * 40}, {"timestamp": "1"}):
            spoiled_query = {**query, "echostr": one["encrypt"], **spoil}
            async with house.session.get(house.base + path, params=spoiled_query) as response:
                assert (response.status, await response.read()) == (403, b"")


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_xml_is_refused_outside_and_inside(name: str):
    async with answering() as house:
        assert await house.send(APP_PATH, HOSTILE[name]) in (400, 403)
        assert await house.post(APP_PATH, HOSTILE[name]) == 400
        assert house.inbox.seen == 0


@BOTH
async def test_what_is_too_large_is_refused_before_it_is_read(path: str, monkeypatch: pytest.MonkeyPatch):
    opened = 0

    def counting(body: bytes) -> Any:
        nonlocal opened
        opened += 1
        raise AssertionError

    monkeypatch.setattr(callback, "decoded", counting)
    monkeypatch.setattr(callback, "read_xml", counting)
    async with answering() as house:
        with suppress(ClientError):
            assert await house.send(path, b"x" * (posted.LARGEST_BODY + 1)) == 413

        async def endless() -> AsyncIterator[bytes]:
            while True:
                yield b"x" * 65536

        moment = str(int(NOW.timestamp()))
        query = {"msg_signature": "0" * 40, "timestamp": moment, "nonce": "n"}
        with suppress(ClientError):
            async with house.session.post(house.base + path, params=query, data=endless()) as response:
                assert response.status == 413
        packed = {"Content-Encoding": "gzip"}
        async with house.session.post(house.base + path, params=query, data=b"x", headers=packed) as response:
            assert response.status in (400, 415)
        assert (opened, house.inbox.seen) == (0, 0)


@BOTH
@pytest.mark.parametrize("spoil", ["missing", "twice", "long", "odd"])
async def test_queries_that_are_not_the_platforms_are_refused(path: str, spoil: str):
    async with answering() as house:
        query = [("msg_signature", "a"), ("timestamp", str(int(NOW.timestamp()))), ("nonce", "n")]
        query = {
            "missing": query[:2],
            "twice": [*query, ("nonce", "n")],
            "long": [*query[:2], ("nonce", "n" * 5000)],
            "odd": [("msg_signature", "é"), *query[1:]],
        }[spoil]
        async with house.session.post(house.base + path, params=query, data=b"{}") as response:
            assert 400 <= response.status < 500


def hostile(chance: random.Random, path: str) -> tuple[bytes, str, bytes | None]:
    """A body, what it is signed over, and, where it is well wrapped, the message inside."""
    if path == BOT_PATH:
        inner = json.dumps(spoiled(chance, {**BASE, **chance.choice(list(SHAPES.values()))})).encode()
    else:
        kind, event = chance.choice(["text", "event", "image", "x"]), chance.choice(["x", "template_card_event"])
        more = {"EventKey": "同上周|无变化|k", "TaskId": "t", "ResponseCode": "c", "MediaId": "m"}
        more = {name: value for name, value in more.items() if chance.random() < 0.9}
        inner = xml(**APP_TEXT, MsgType=kind, Content="收到", MsgId="1", Event=event, **more)
    if chance.random() < 0.5:
        place = chance.randrange(len(inner))
        inner = inner[:place] + chance.choice([b"", b"\x00", b"\xff", b"<", b"&", b"{", b'"']) + inner[place + 1 :]
    sealed = Crypto(TOKEN, key_of(KEY), RECEIVER[path] if chance.random() < 0.9 else "other").seal(inner)
    if chance.random() < 0.2:
        place = chance.randrange(len(sealed))
        sealed = sealed[:place] + chance.choice("Aé= \n") + sealed[place + chance.randint(0, 2) :]
    body = json.dumps({"encrypt": sealed}).encode() if path == BOT_PATH else xml(Encrypt=sealed)
    if chance.random() < 0.2:
        place = chance.randrange(len(body))
        body = body[:place] + chance.randbytes(chance.randint(0, 3)) + body[place + chance.randint(0, 5) :]
    return body, sealed, inner


@BOTH
async def test_fuzzed_and_signed_bodies_are_never_an_error_of_ours(path: str):
    chance, seen = random.Random(1), Counter[int]()
    async with answering() as house:
        for _ in range(1500):
            body, sealed, _ = hostile(chance, path)
            seen[await house.send(path, body, sealed)] += 1
        assert set(seen) <= {200, 400, 403}, seen
        assert seen[400] > 100
        assert await house.post(path, good(path, 999)) == 200
