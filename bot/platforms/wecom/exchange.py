"""One request and its JSON answer, with every way it can go wrong sorted by what it means for a letter."""

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
)
from yarl import URL

from bot.platforms.outside import UPLOAD_WITHIN, ForeignAddress, capped
from bot.platforms.wecom.errors import Trouble, WeComError, judge, judge_status

LONGEST_WAIT = 3600.0


async def ask(
    session: ClientSession,
    method: str,
    url: URL,
    *,
    body: Mapping[str, Any] | None = None,
    form: FormData | None = None,
    within: ClientTimeout | None = None,
) -> Mapping[str, Any]:
    """Ask once, follow nothing, and give the body of an answer that says yes; raises WeComError for any other."""
    data: Any = form
    headers = {}
    if body is not None:
        data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        headers["Content-Type"] = "application/json; charset=utf-8"
    try:
        async with session.request(
            method, url, data=data, headers=headers, timeout=within or session.timeout, allow_redirects=False
        ) as response:
            return await _read(response)
    except ForeignAddress:
        raise WeComError(Trouble.FOREIGN) from None
    except (ClientConnectorError, ConnectionTimeoutError):
        raise WeComError(Trouble.UNREACHABLE) from None  # nothing was sent yet
    except (ClientError, TimeoutError, OSError):
        # Cut off after the request went out. The cause is left out on purpose: its text can hold the address.
        raise WeComError(Trouble.UNCLEAR) from None


async def fetch(session: ClientSession, url: URL, largest: int) -> bytes:
    """A file; an error comes as JSON with the same status. Raises WeComError."""
    try:
        async with session.get(url, allow_redirects=False, timeout=UPLOAD_WITHIN) as response:
            if response.status != 200 or response.content_type in ("application/json", "text/plain"):
                await _read(response)
                raise WeComError(Trouble.MEDIA)  # JSON that says yes is no file
            body = await capped(response, largest)
    except ForeignAddress:
        raise WeComError(Trouble.FOREIGN) from None
    except (ClientError, TimeoutError, OSError):
        raise WeComError(Trouble.UNREACHABLE) from None
    if body is None:
        raise WeComError(Trouble.MEDIA, "size")
    return body


async def _read(response: ClientResponse) -> Mapping[str, Any]:
    text = await capped(response) or b""
    body = _object(text)
    code = body.get("errcode") if body is not None else None
    if body is None or response.status != 200 or isinstance(code, bool) or not isinstance(code, int):
        raise judge_status(response.status, _seconds(response.headers.get("Retry-After", "")))
    if code:
        raise judge(code)
    return body


def _object(text: bytes) -> Mapping[str, Any] | None:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def _seconds(text: str) -> float | None:
    return min(float(text), LONGEST_WAIT) if text.isascii() and text.isdigit() and len(text) < 6 else None
