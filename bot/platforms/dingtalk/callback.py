"""HTTP mode: DingTalk posts each message to us. Signature first, size second, reading third, keeping fourth."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web

from bot.platforms.dingtalk.signing import is_genuine
from bot.platforms.posted import closing, read_body, unreadable
from bot.platforms.reading import Malformed, decoded

log = structlog.get_logger(__name__)

KEEPING = 2.5  # DingTalk hangs up after about this long

Take = Callable[[Mapping[str, Any]], Awaitable[bool]]


class Callback:
    """Answers DingTalk's posts: 200 once the message is kept, 4xx for whatever is not a message, 503 for later."""

    def __init__(self, secret: str, take: Take, now: Callable[[], datetime]) -> None:
        self._secret = secret
        self._take = take
        self._now = now

    async def handle(self, request: web.Request) -> web.Response:
        """One post."""
        if (refusal := self._refused(request)) is not None:
            return refusal
        body = await read_body(request)
        if isinstance(body, web.Response):
            return body
        try:
            message = decoded(body)
            kept = await self._kept(message)
        except Malformed as error:
            log.warning("dingtalk post not understood", part=str(error))
            return closing(400)
        return web.Response() if kept else closing(503)

    def _refused(self, request: web.Request) -> web.Response | None:
        headers = request.headers
        timestamps, signatures = headers.getall("timestamp", []), headers.getall("sign", [])
        if len(timestamps) != 1 or len(signatures) != 1:
            return closing(401)
        if not is_genuine(timestamps[0], signatures[0], self._secret, self._now()):
            return closing(401)
        return unreadable(request)

    async def _kept(self, message: Mapping[str, Any]) -> bool:
        try:
            async with asyncio.timeout(KEEPING):
                return await self._take(message)
        except Malformed:
            raise
        except Exception as error:
            log.error("dingtalk post not kept", error=type(error).__name__)
            return False
