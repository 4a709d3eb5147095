"""WeChat Work posts to us: size and signature first, decrypting second, reading third, keeping fourth, then 200."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web

from bot.platforms.posted import closing, read_body, unreadable
from bot.platforms.reading import Malformed, decoded
from bot.platforms.wecom.crypto import BadCallback, Crypto
from bot.platforms.wecom.replay import LONGEST_NONCE, TRYING, Replays
from bot.platforms.wecom.wechat import BadXml, read_xml

log = structlog.get_logger(__name__)

KEEPING = 3.5  # the platform hangs up after five seconds and counts that as a failure

Take = Callable[[bytes], Awaitable[bool]]


class Callback:
    """One address. `outer` finds the cipher text in a body, `take` keeps what was in it."""

    def __init__(self, crypto: Crypto, outer: Callable[[bytes], str], take: Take, now: Callable[[], datetime]) -> None:
        self._crypto = crypto
        self._outer = outer
        self._take = take
        self._now = now
        self._replays = Replays()

    async def verify(self, request: web.Request) -> web.Response:
        """The console asks whether we are who we say: the secret words alone are the answer."""
        signed = _signed(request)
        # A gateway that decoded twice has made blanks of the plus signs.
        words = request.query.get("echostr", "").replace(" ", "+")
        if signed is None or not self._is_good(signed, words):
            return closing(403)
        try:
            return web.Response(body=self._crypto.open(words), content_type="text/plain")
        except BadCallback:
            return closing(400)

    async def handle(self, request: web.Request) -> web.Response:
        """One post: 200 once the message is kept, 4xx for whatever is not one, 503 for later."""
        signed = _signed(request)
        if signed is None or not self._replays.is_fresh(signed[1], self._now()):
            return closing(403)
        if (refusal := unreadable(request)) is not None:
            return refusal
        body = await read_body(request)
        return body if isinstance(body, web.Response) else await self._answer(signed, body)

    async def _answer(self, signed: tuple[str, str, str], body: bytes) -> web.Response:
        signature, timestamp, nonce = signed
        try:
            encrypted = self._outer(body)
            if not self._is_good(signed, encrypted):
                return closing(403)
            if (age := self._replays.age(timestamp, nonce, signature, self._now())) is not None:
                return web.Response() if age <= TRYING else closing(403)
            kept = await self._kept(self._crypto.open(encrypted))
        except (BadCallback, BadXml, Malformed) as error:
            log.warning("wecom post not understood", part=str(error))
            return closing(400)
        if kept:
            self._replays.note(timestamp, nonce, signature, self._now())
        return web.Response() if kept else closing(503)

    def _is_good(self, signed: tuple[str, str, str], encrypted: str) -> bool:
        signature, timestamp, nonce = signed
        fresh = self._replays.is_fresh(timestamp, self._now())
        # Both are asked whatever the other says, so that the time taken tells nothing.
        return self._crypto.is_genuine(signature, timestamp, nonce, encrypted) and fresh

    async def _kept(self, message: bytes) -> bool:
        try:
            async with asyncio.timeout(KEEPING):
                return await self._take(message)
        except (Malformed, BadXml):
            raise
        except Exception as error:
            # Only its kind: an exception can quote the message.
            log.error("wecom post not kept", error=type(error).__name__)
            return False


def encrypted_json(body: bytes) -> str:
    """The cipher text of a callback of the 智能机器人; raises Malformed."""
    return _text(decoded(body), "encrypt")


def encrypted_xml(body: bytes) -> str:
    """The cipher text of a callback of an application; raises BadXml or Malformed."""
    return _text(read_xml(body), "Encrypt")


def _text(body: Mapping[str, Any], key: str) -> str:
    text = body.get(key)
    if not isinstance(text, str) or not text:
        raise Malformed(key)
    return text


def _signed(request: web.Request) -> tuple[str, str, str] | None:
    """Signature, timestamp and nonce; none where one is missing, twofold or endless."""
    found = [request.query.getall(name, []) for name in ("msg_signature", "timestamp", "nonce")]
    if any(len(each) != 1 or not 0 < len(each[0]) <= LONGEST_NONCE for each in found):
        return None
    return found[0][0], found[1][0], found[2][0]
