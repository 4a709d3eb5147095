"""One request and its JSON answer, with every way it can go wrong sorted by what it means for a letter."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
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

from bot.platforms.dingtalk.errors import DingTalkError, Trouble, judge
from bot.platforms.outside import ForeignAddress, capped

LONGEST_WAIT = 3600.0
BANNED = 1111  # not an error code but the status of an address that called too often


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a JSON object, and the status it came with."""

    status: int
    body: Mapping[str, Any]
    retry_after: float | None = None

    @property
    def code(self) -> str:
        """The error code of either API generation, empty when all is well."""
        code = self.body.get("code", self.body.get("errcode"))
        if code is None and self.body.get("status") == BANNED:
            code = BANNED
        if isinstance(code, bool) or not isinstance(code, (str, int)):
            return ""
        return "" if code in (0, "0", "", "ok", "OK") else str(code)

    def unless_wrong(self) -> Mapping[str, Any]:
        """The body of an answer that says yes; raises for any other."""
        if self.status != 200 or self.code:
            raise judge(self.status, self.code, self.wait)
        return self.body

    @property
    def wait(self) -> float | None:
        """Seconds to wait, where the header or the ban's body says."""
        banned = self.body.get("wait")
        if self.code == str(BANNED) and isinstance(banned, int):
            return min(float(max(banned, 1)), LONGEST_WAIT)
        return self.retry_after


async def ask(
    session: ClientSession,
    method: str,
    url: URL,
    *,
    body: Mapping[str, Any] | None = None,
    form: FormData | None = None,
    headers: Mapping[str, str] | None = None,
    within: ClientTimeout | None = None,
) -> Answer:
    """Ask once, follow nothing, and give the JSON answer; raises DingTalkError where there is none."""
    data: Any = form
    sent_as = dict(headers or {})
    if body is not None:
        data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        sent_as["Content-Type"] = "application/json; charset=utf-8"
    try:
        async with session.request(
            method, url, data=data, headers=sent_as, timeout=within or session.timeout, allow_redirects=False
        ) as response:
            return await _read(response)
    except ForeignAddress:
        raise DingTalkError(Trouble.FOREIGN) from None
    except (ClientConnectorError, ConnectionTimeoutError):
        raise DingTalkError(Trouble.UNREACHABLE) from None  # nothing was sent yet
    except (ClientError, TimeoutError, OSError):
        # Cut off after the request went out. The cause is left out on purpose: its text can hold the address.
        raise DingTalkError(Trouble.UNCLEAR) from None


async def _read(response: ClientResponse) -> Answer:
    text = await capped(response) or b""
    wait = _seconds(response.headers.get("Retry-After", ""))
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        raise _no_json(response.status, text, wait) from None
    if not isinstance(body, dict):
        raise _no_json(response.status, text, wait)
    return Answer(response.status, body, wait)


def _no_json(status: int, text: bytes, wait: float | None) -> DingTalkError:
    """An answer that is not ours to read: a page is a gateway's ban, anything else with a 200 may have been a yes."""
    if text.lstrip()[:1] == b"<" and status < 500:
        return DingTalkError(Trouble.BANNED, f"HTTP {status}", wait)
    return DingTalkError(Trouble.UNCLEAR, "HTTP 200") if status == 200 else judge(status, "", wait)


def _seconds(text: str) -> float | None:
    return min(float(text), LONGEST_WAIT) if text.isascii() and text.isdigit() and len(text) < 6 else None
