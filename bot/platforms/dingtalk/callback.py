"""HTTP mode: DingTalk posts each message to us. Signature first, size second, reading third, keeping fourth."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web

from bot.platforms.dingtalk.parse import Malformed, decoded
from bot.platforms.dingtalk.signing import is_genuine

log = structlog.get_logger(__name__)

LARGEST_BODY = 256 << 10
READING = 10.0
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
        body = await _read(request)
        if isinstance(body, web.Response):
            return body
        try:
            message = decoded(body)
            kept = await self._kept(message)
        except Malformed as error:
            log.warning("dingtalk post not understood", part=str(error))
            return _closing(400)
        return web.Response() if kept else _closing(503)

    def _refused(self, request: web.Request) -> web.Response | None:
        headers = request.headers
        timestamps, signatures = headers.getall("timestamp", []), headers.getall("sign", [])
        if len(timestamps) != 1 or len(signatures) != 1:
            return _closing(401)
        if not is_genuine(timestamps[0], signatures[0], self._secret, self._now()):
            return _closing(401)
        if "Content-Encoding" in headers:
            return _closing(415)
        return _closing(413) if (request.content_length or 0) > LARGEST_BODY else None

    async def _kept(self, message: Mapping[str, Any]) -> bool:
        try:
            async with asyncio.timeout(KEEPING):
                return await self._take(message)
        except Malformed:
            raise
        except Exception as error:
            log.error("dingtalk post not kept", error=type(error).__name__)
            return False


async def _read(request: web.Request) -> bytes | web.Response:
    """The body, as long as it is short and comes in time."""
    parts, size = [], 0
    try:
        if request.content.is_eof():  # all of it came with the head, as it nearly always does
            body = await request.content.read()
            return body if len(body) <= LARGEST_BODY else await _hung_up(request, 413)
        async with asyncio.timeout(READING):
            async for chunk in request.content.iter_any():
                parts.append(chunk)
                size += len(chunk)
                if size > LARGEST_BODY:
                    return await _hung_up(request, 413)
    except TimeoutError:
        return await _hung_up(request, 408)
    except (web.HTTPException, ConnectionError, ValueError, web.RequestPayloadError):
        return _closing(400)
    return b"".join(parts)


def _closing(status: int) -> web.Response:
    """A refusal after which the connection is not used again."""
    response = web.Response(status=status)
    response.force_close()
    return response


async def _hung_up(request: web.Request, status: int) -> web.Response:
    """A refusal in the middle of a body: said, and hung up, so that nobody holds the line by going on."""
    response = _closing(status)
    await response.prepare(request)
    await response.write_eof()
    if request.transport is not None:
        request.transport.close()
    return response
