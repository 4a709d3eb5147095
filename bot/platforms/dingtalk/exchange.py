"""One request and its JSON answer, with every way it can go wrong sorted by what it means for a letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession, ClientTimeout, FormData
from yarl import URL

from bot.platforms.dingtalk.errors import DingTalkError, Trouble, judge
from bot.platforms.exchange import LONGEST_WAIT, Failure, Raw, ask_once

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
    raw = await ask_once(session, method, url, _failed, body=body, form=form, headers=headers, within=within)
    found = raw.json()
    if found is None:
        raise _no_json(raw)
    return Answer(raw.status, found, raw.wait)


def _failed(failure: Failure) -> DingTalkError:
    return DingTalkError(Trouble(failure.value))


def _no_json(raw: Raw) -> DingTalkError:
    """An answer that is not ours to read: a page is a gateway's ban, anything else with a 200 may have been a yes."""
    if raw.text.lstrip()[:1] == b"<" and raw.status < 500:
        return DingTalkError(Trouble.BANNED, f"HTTP {raw.status}", raw.wait)
    return DingTalkError(Trouble.UNCLEAR, "HTTP 200") if raw.status == 200 else judge(raw.status, "", raw.wait)
