"""One request and its JSON answer, with every way it can go wrong sorted by what it means for a letter."""

from collections.abc import Mapping
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData
from yarl import URL

from bot.platforms.exchange import Failure, Raw, ask_once, raw
from bot.platforms.outside import UPLOAD_WITHIN, ForeignAddress, capped
from bot.platforms.wecom.errors import Trouble, WeComError, judge, judge_status


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
    return _yes(await ask_once(session, method, url, _failed, body=body, form=form, within=within))


async def fetch(session: ClientSession, url: URL, largest: int) -> bytes:
    """A file; an error comes as JSON with the same status. Raises WeComError."""
    try:
        async with session.get(url, allow_redirects=False, timeout=UPLOAD_WITHIN) as response:
            if response.status != 200 or response.content_type in ("application/json", "text/plain"):
                _yes(await raw(response))
                raise WeComError(Trouble.MEDIA)  # JSON that says yes is no file
            body = await capped(response, largest)
    except ForeignAddress:
        raise WeComError(Trouble.FOREIGN) from None
    except (ClientError, TimeoutError, OSError):
        raise WeComError(Trouble.UNREACHABLE) from None
    if body is None:
        raise WeComError(Trouble.MEDIA, "size")
    return body


def _yes(answer: Raw) -> Mapping[str, Any]:
    """The body of an answer that says yes; raises for any other."""
    body = answer.json()
    code = body.get("errcode") if body is not None else None
    if body is None or answer.status != 200 or isinstance(code, bool) or not isinstance(code, int):
        raise judge_status(answer.status, answer.wait)
    if code:
        raise judge(code)
    return body


def _failed(failure: Failure) -> WeComError:
    return WeComError(Trouble(failure.value))
