"""Who is meant: a 智能机器人 that an ordinary member has made tells encrypted ids, the application reads them."""

import asyncio
from collections import OrderedDict

import structlog

from bot.platforms.wecom.app import App
from bot.platforms.wecom.errors import WeComError

log = structlog.get_logger(__name__)

OPEN = "wo"
SHORTEST_OPEN = 20
WITHIN = 2.0
MOST = 5000


def is_open(user: str) -> bool:
    """Does this look like an encrypted id? Plain ids are short, and chosen by the administrator."""
    return user.startswith(OPEN) and len(user) >= SHORTEST_OPEN


class People:
    """Plain ids for encrypted ones, remembered; what cannot be read now is kept as it is."""

    def __init__(self, app: App | None) -> None:
        self._app = app
        self._known: OrderedDict[str, str] = OrderedDict()

    async def plain(self, user: str) -> str:
        """The user id that the office's roster knows, where there is one."""
        if self._app is None or not is_open(user):
            return user
        if user not in self._known:
            try:
                async with asyncio.timeout(WITHIN):
                    found = await self._app.plain_id(user)
            except (WeComError, TimeoutError) as error:
                log.warning("wecom id not read", error=type(error).__name__)
                return user
            self._known[user] = found or user
            while len(self._known) > MOST:
                self._known.popitem(last=False)
        return self._known[user]
