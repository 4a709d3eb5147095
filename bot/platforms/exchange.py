"""One request and its raw answer: asked once, nothing followed, and every way to fail told apart."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
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

from bot.platforms.base import DeliveryError
from bot.platforms.outside import ForeignAddress, capped

LONGEST_WAIT = 3600.0


class Failure(StrEnum):
    """Why there is no answer."""

    FOREIGN = "foreign"  # an address that we do not call
    UNREACHABLE = "unreachable"  # nothing was sent yet
    UNCLEAR = "unclear"  # cut off after the request went out


@dataclass(frozen=True, slots=True)
class Raw:
    """What came back: its status, its text (empty where it was packed or endless), how long to wait where it says."""

    status: int
    text: bytes
    wait: float | None = None

    def json(self) -> Mapping[str, Any] | None:
        """The object in it, if that is what it is."""
        try:
            body = json.loads(self.text)
        except (ValueError, RecursionError):
            return None
        return body if isinstance(body, dict) else None


async def ask_once(
    session: ClientSession,
    method: str,
    url: URL,
    failed: Callable[[Failure], DeliveryError],
    *,
    body: Mapping[str, Any] | None = None,
    form: FormData | None = None,
    headers: Mapping[str, str] | None = None,
    within: ClientTimeout | None = None,
) -> Raw:
    """Ask once and give the answer; raises what `failed` makes of a failure.

    The causes are left out on purpose: their text can hold the address.
    """
    data: Any = form
    sent_as = dict(headers or {})
    if body is not None:
        data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        sent_as["Content-Type"] = "application/json; charset=utf-8"
    try:
        async with session.request(
            method, url, data=data, headers=sent_as, timeout=within or session.timeout, allow_redirects=False
        ) as response:
            return await raw(response)
    except ForeignAddress:
        raise failed(Failure.FOREIGN) from None
    except (ClientConnectorError, ConnectionTimeoutError):
        raise failed(Failure.UNREACHABLE) from None
    except (ClientError, TimeoutError, OSError):
        raise failed(Failure.UNCLEAR) from None


async def raw(response: ClientResponse) -> Raw:
    """An answer that has begun to come."""
    return Raw(response.status, await capped(response) or b"", _seconds(response.headers.get("Retry-After", "")))


def _seconds(text: str) -> float | None:
    return min(float(text), LONGEST_WAIT) if text.isascii() and text.isdigit() and len(text) < 6 else None
