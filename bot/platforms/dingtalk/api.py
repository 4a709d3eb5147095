"""DingTalk's three kinds of calls (new API, old API, webhook) with token, pace and count."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from aiohttp import ClientSession, FormData
from yarl import URL

from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.exchange import Answer, ask
from bot.platforms.dingtalk.pace import no_room, per_minute, per_second
from bot.platforms.dingtalk.quota import Use
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.outside import UPLOAD_WITHIN
from bot.platforms.tokens import Tokens
from bot.platforms.verdicts import MINUTE

Count = Callable[[Use], None]


class Shared(Protocol):
    """A pace that other processes keep as well."""

    async def take(self, key: str) -> float:
        """Book a place; gives 0, or the seconds until there is one."""

    async def shut(self, key: str, seconds: float) -> None:
        """Let nobody call for some time."""


_LONGEST_QUEUE = 2.0


class Api:
    """Calls in the name of one application. Every method raises DingTalkError and nothing else."""

    def __init__(
        self,
        session: ClientSession,
        settings: Settings,
        now: Callable[[], datetime],
        count: Count = lambda use: None,
        shared: Shared | None = None,
    ) -> None:
        self._session = session
        self._settings = settings
        self._count = count
        self._per_second = per_second()
        self._per_minute = per_minute()
        self._shared = shared
        self.tokens = Tokens(self._fetch_token, now)

    async def new(self, method: str, path: str, body: Mapping[str, Any] | None = None, *, free: bool = False) -> Any:
        """Call the new API; `free` calls do not count against the month."""
        url = URL(self._settings.api + path, encoded=True)

        async def once(token: str) -> Mapping[str, Any]:
            headers = {"x-acs-dingtalk-access-token": token}
            return (await ask(self._session, method, url, body=body, headers=headers)).unless_wrong()

        return await self._paid(path.partition("?")[0], once, free=free)

    async def old(
        self,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        form: Callable[[], FormData] | None = None,
        query: Mapping[str, str] | None = None,
        free: bool = False,
    ) -> Any:
        """Call the old API, which says 200 to everything; a form is made anew for each try."""

        async def once(token: str) -> Mapping[str, Any]:
            url = URL(self._settings.oapi + path).with_query({**(query or {}), "access_token": token})
            within = UPLOAD_WITHIN if form else None
            answer = await ask(self._session, "POST", url, body=body, form=form() if form else None, within=within)
            return answer.unless_wrong()

        return await self._paid(path, once, free=free)

    async def webhook(self, key: str, url: URL, body: Mapping[str, Any], *, shared: bool = False) -> None:
        """Post to a webhook; `key` names whose twenty calls a minute these are, `shared` with other processes."""
        loop = asyncio.get_running_loop()
        self._per_minute.take(key, loop.time())
        others = self._shared if shared else None
        if others is not None and (wait := await others.take(key)) > 0:
            raise no_room(wait)
        answer = await ask(self._session, "POST", url, body=body)
        try:
            answer.unless_wrong()
        except DingTalkError as error:
            if error.trouble is Trouble.TOO_FAST:
                self._per_minute.shut(key, loop.time() + (error.retry_after or MINUTE))
                if others is not None:
                    await others.shut(key, error.retry_after or MINUTE)
            raise
        self._count(Use.WEBHOOK)

    async def open_connection(self, body: Mapping[str, Any]) -> Answer:
        """Register for the Stream; the answer names a socket and its ticket."""
        return await ask(self._session, "POST", URL(self._settings.api + "/v1.0/gateway/connections/open"), body=body)

    async def _paid(
        self, lane: str, once: Callable[[str], Any], *, free: bool, again: bool = True
    ) -> Mapping[str, Any]:
        token = await self.tokens.get()  # before the place is booked: a place is for now, not for after a fetch
        await self._in_turn(lane)
        try:
            answer: Mapping[str, Any] = await once(token)
        except DingTalkError as error:
            if error.trouble is not Trouble.TOKEN or not again:
                raise
            self.tokens.drop(token)
            return await self._paid(lane, once, free=free, again=False)
        if not free:
            self._count(Use.API)
        return answer

    async def _in_turn(self, lane: str) -> None:
        """Wait for room within a moment; a queue longer than that goes back to the outbox."""
        await asyncio.sleep(self._per_second.take(lane, asyncio.get_running_loop().time(), _LONGEST_QUEUE))

    async def _fetch_token(self) -> tuple[str, int]:
        url = URL(self._settings.api + "/v1.0/oauth2/accessToken")
        body = {"appKey": self._settings.client_id, "appSecret": self._settings.client_secret}
        try:
            found = (await ask(self._session, "POST", url, body=body)).unless_wrong()
        except DingTalkError as error:
            # A token that did not come is no letter that may have arrived.
            raise DingTalkError(Trouble.UNREACHABLE) if error.unknown else error from None
        token, lives = found.get("accessToken"), found.get("expireIn")
        if not isinstance(token, str) or not token or isinstance(lives, bool) or not isinstance(lives, int):
            raise DingTalkError(Trouble.BUSY, "accessToken")
        return token, lives
