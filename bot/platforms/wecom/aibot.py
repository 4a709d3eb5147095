"""The 智能机器人 over its long connection: kept up whatever happens to it, and never fought for."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

import structlog
from aiohttp import ClientError, ClientSession, ClientWSTimeout
from yarl import URL

from bot.platforms.backoff import Backoff, NotOpened, opened
from bot.platforms.outside import ForeignAddress
from bot.platforms.wecom.errors import Trouble, WeComError
from bot.platforms.wecom.frames import EVENT, Frame
from bot.platforms.wecom.link import Ending, Link, Tally
from bot.platforms.wecom.settings import Settings
from language.wording.wecom import BOT_REFUSED, KICKED, SUBSCRIPTION_REFUSED

log = structlog.get_logger(__name__)

LARGEST_FRAME = 4 << 20
CONFLICT_PAUSES = (0.3, 0.9, 2.7)

Tell = Callable[[str], Awaitable[None]]


class Lease(Protocol):
    """Which of several processes may connect: the platform keeps one connection for each 智能机器人."""

    @property
    def held(self) -> bool:
        """Is it ours at this moment?"""

    async def until_held(self) -> None:
        """Wait until it is ours."""

    async def until_lost(self) -> None:
        """Wait until it is not ours any more."""


class Alone:
    """The lease of a process that has no other beside it."""

    held = True

    async def until_held(self) -> None:
        """At once."""

    async def until_lost(self) -> None:
        """Never."""
        await asyncio.get_running_loop().create_future()


class State(StrEnum):
    """Where the connection stands."""

    STANDBY = "standby"
    CONNECTING = "connecting"
    READY = "ready"
    KICKED = "kicked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Health:
    """How the long connection is, for /health and for people; ages in seconds."""

    state: State
    frame_age: float | None
    sockets: int
    failures: int
    malformed: int

    @property
    def connected(self) -> bool:
        """Does it hear?"""
        return self.state is State.READY


class Aibot:
    """Keeps at most one socket. Who is thrown out by a stranger stays out and says so."""

    def __init__(
        self,
        session: ClientSession,
        settings: Settings,
        heard: Callable[[Frame], None],
        *,
        lease: Lease | None = None,
        tell: Tell,
    ) -> None:
        self._session = session
        self._settings = settings
        self._patience = settings.patience
        self._heard = heard
        self._lease = lease or Alone()
        self._tell = tell
        self._tally = Tally()
        self._backoff = Backoff(self._patience)
        self._link: Link | None = None
        self._told: str | None = None
        self.state = State.STANDBY
        self.sockets = 0
        self.failures = 0

    async def run(self) -> None:
        """Be connected while the lease is ours, until cancelled."""
        try:
            while True:
                self.state = State.STANDBY
                await self._lease.until_held()
                await self._while_ours(self._connected())
        finally:
            await self._hang_up()

    def health(self) -> Health:
        """How it stands now."""
        last = self._tally.last_frame
        age = None if last is None else asyncio.get_running_loop().time() - last
        return Health(self.state, age, self.sockets, self.failures, self._tally.malformed)

    async def ask(
        self, command: str, body: Mapping[str, Any], request: str | None = None, within: float = 0.0
    ) -> Mapping[str, Any]:
        """Ask something of the platform; a conflict with another frame of ours is waited out. Raises WeComError."""
        for pause in (*CONFLICT_PAUSES, None):
            try:
                return await self._ready().ask(command, body, request, within)
            except WeComError as error:
                if error.trouble is not Trouble.CONFLICT or pause is None:
                    raise
            await asyncio.sleep(pause * random.uniform(0.7, 1.3))  # noqa: S311
        raise WeComError(Trouble.CONFLICT)

    def _ready(self) -> Link:
        if self._link is None or self._link.ending.done():
            troubles = {State.KICKED: Trouble.KICKED, State.REFUSED: Trouble.BOT_SECRET}
            raise WeComError(troubles.get(self.state, Trouble.OFFLINE))
        return self._link

    async def _while_ours(self, work: Awaitable[None]) -> None:
        """Do something until the lease is lost: from then on another process may connect."""
        doing, lost = asyncio.ensure_future(work), asyncio.ensure_future(self._lease.until_lost())
        try:
            await asyncio.wait({doing, lost}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (doing, lost):
                task.cancel()
            await asyncio.gather(doing, lost, return_exceptions=True)
            await self._hang_up()
        if doing.done() and not doing.cancelled() and (error := doing.exception()) is not None:
            raise error

    async def _connected(self) -> None:
        """Keep a socket up until there is a reason not to."""
        while True:
            self.state = State.CONNECTING
            try:
                link = await self._opened()
            except WeComError as error:
                await self._stay_out(State.REFUSED, BOT_REFUSED.format(code=error.code))
                return
            ending = await asyncio.shield(link.ending)
            log.info("wecom socket ends", why=ending.value)
            await self._hang_up()
            if ending is Ending.KICKED:
                # Whoever lost the lease was replaced by a replica of ours, and that is as it should be.
                if self._lease.held:
                    await self._stay_out(State.KICKED, KICKED)
                return
            if link.steady:
                self._backoff.failures = 0
            else:
                await asyncio.sleep(self._backoff.pause())

    async def _stay_out(self, state: State, sentence: str) -> None:
        """Try no more and say so: two that throw each other out would both be deaf."""
        self.state = state
        log.error("wecom connection given up", state=state.value)
        await self._tell(sentence)
        await self._lease.until_lost()

    async def _opened(self) -> Link:
        """A socket that is subscribed, however often it must be tried; raises where our secret is refused."""
        while True:
            link = await opened(self._open, self._backoff, self._patience.opening, self._not_reached)
            try:
                await self._subscribe(link)
            except WeComError as error:
                await self._not_subscribed(link, error)
                continue
            self.sockets += 1
            self._told, self.state = None, State.READY
            log.info("wecom socket open", number=self.sockets)
            return link

    def _not_reached(self, why: str, pause: float) -> None:
        self.failures += 1
        log.warning("wecom not reached", why=why, pause=pause)

    async def _open(self) -> Link:
        try:
            socket = await self._session.ws_connect(
                URL(self._settings.socket),
                max_msg_size=LARGEST_FRAME,
                timeout=ClientWSTimeout(ws_close=self._patience.farewell),
            )
        except (ClientError, OSError, ForeignAddress) as error:
            raise NotOpened(f"{type(error).__name__} {getattr(error, 'status', '')}".strip()) from None
        self._link = link = Link(socket, self._take, self._tally, self._patience)
        return link

    async def _subscribe(self, link: Link) -> None:
        body = {"bot_id": self._settings.bot_id, "secret": self._settings.bot_secret}
        await link.ask("aibot_subscribe", body, within=self._patience.opening)
        link.begin_pings()

    async def _not_subscribed(self, link: Link, error: WeComError) -> None:
        await self._hang_up()
        if error.trouble is Trouble.BOT_SECRET:
            raise error
        self.failures += 1
        log.warning("wecom subscription refused", code=error.code, trouble=error.trouble.value)
        if error.unknown or error.trouble in (Trouble.OFFLINE, Trouble.BUSY):
            await asyncio.sleep(self._backoff.pause())
            return
        if self._told != (words := SUBSCRIPTION_REFUSED.format(code=error.code)):
            self._told = words
            await self._tell(words)
        await asyncio.sleep(self._patience.refused)

    def _take(self, frame: Frame) -> None:
        event = frame.body.get("event") if frame.command == EVENT else None
        if isinstance(event, dict) and event.get("eventtype") == "disconnected_event":
            if self._link is not None:
                self._link.end(Ending.KICKED)
            return
        self._heard(frame)

    async def _hang_up(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            await link.close()
