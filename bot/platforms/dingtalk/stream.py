"""Stream mode: one socket to DingTalk, kept up whatever happens to it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession, ClientWSTimeout
from yarl import URL

from bot.platforms.backoff import Backoff, NotOpened, harmless, opened
from bot.platforms.dingtalk.api import Api
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.frames import CARDS, MESSAGES, Frame
from bot.platforms.dingtalk.hearing import Tell, nobody
from bot.platforms.dingtalk.hosts import Hosts
from bot.platforms.dingtalk.link import Ending, Link, Tally
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.outside import ForeignAddress
from language.wording.dingtalk import CREDENTIALS_REFUSED, GATEWAY_STRANGE

log = structlog.get_logger(__name__)

LARGEST_FRAME = 4 << 20
MOST_HASTY = 3  # goodbyes right after the handshake that are still answered at once


@dataclass(frozen=True, slots=True)
class Health:
    """How the Stream is, for /healthz and for people; ages in seconds."""

    connected: bool
    frame_age: float | None
    in_flight: int
    sockets: int
    failures: int
    malformed: int
    refused: int
    longest_silence: float


class Stream:
    """Keeps exactly one current socket; the one before it is heard to its end."""

    def __init__(
        self,
        session: ClientSession,
        settings: Settings,
        api: Api,
        answer: Callable[[Frame], Awaitable[str | None]],
        *,
        cards: bool = False,
        tell: Tell = nobody,
    ) -> None:
        self._session = session
        self._settings = settings
        self._patience = settings.patience
        self._hosts = Hosts(settings)
        self._api = api
        self._answer = answer
        self._cards = cards
        self._tell = tell
        self._tally = Tally()
        self._backoff = Backoff(self._patience)
        self._current: Link | None = None
        self._leaving: dict[asyncio.Task[None], Link] = {}
        self._hasty = 0
        self._told: str | None = None
        self.sockets = 0
        self.failures = 0

    async def run(self) -> None:
        """Hear until cancelled."""
        try:
            while True:
                link = await self._opened()
                before, self._current = self._current, link
                if before is not None:
                    self._dismiss(before)
                ending = await asyncio.shield(link.ending)
                log.info("dingtalk socket ends", why=ending.value)
                await self._after(link, ending)
        finally:
            await self._hang_up()

    def health(self) -> Health:
        """How it stands now."""
        last, current = self._tally.last_frame, self._current
        return Health(
            connected=current is not None and not current.ending.done(),
            frame_age=None if last is None else asyncio.get_running_loop().time() - last,
            in_flight=len(self._tally.in_flight),
            sockets=self.sockets,
            failures=self.failures,
            malformed=self._tally.malformed,
            refused=self._tally.refused,
            longest_silence=self._tally.longest_silence,
        )

    async def _after(self, link: Link, ending: Ending) -> None:
        """Decide how soon the next socket is opened.

        A server that said goodbye delivers nothing more on this socket: the next is opened at once, beside it.
        """
        if ending is Ending.CLOSED:
            self._current = None
            self._dismiss(link)
        if link.steady:
            self._backoff.failures = self._hasty = 0
            return
        self._hasty += 1
        if ending is Ending.CLOSED or self._hasty > MOST_HASTY:
            await asyncio.sleep(self._backoff.pause())

    def _dismiss(self, link: Link) -> None:
        task = asyncio.get_running_loop().create_task(link.leave(self._patience.linger))
        self._leaving[task] = link
        task.add_done_callback(lambda done: self._leaving.pop(done, None))

    async def _opened(self) -> Link:
        """A socket that is up, however often it must be tried."""
        link = await opened(self._open, self._backoff, self._patience.opening, self._not_reached)
        self.sockets += 1
        self._told = None
        log.info("dingtalk socket open", number=self.sockets)
        return link

    def _not_reached(self, why: str, pause: float) -> None:
        self.failures += 1
        log.warning("dingtalk not reached", why=why, pause=pause)

    async def _open(self) -> Link:
        endpoint, ticket = await self._register()
        try:
            socket = await self._session.ws_connect(
                endpoint.with_query(ticket=ticket),  # encodes what tickets are full of: + / =
                heartbeat=self._patience.heartbeat,
                max_msg_size=LARGEST_FRAME,
                timeout=ClientWSTimeout(ws_close=self._patience.farewell),
            )
        except (ClientError, OSError, ForeignAddress) as error:
            raise NotOpened(harmless("socket", error)) from None
        return Link(socket, self._answer, self._tally, self._patience)

    async def _register(self) -> tuple[URL, str]:
        try:
            body = (await self._api.open_connection(self._request())).unless_wrong()
        except DingTalkError as error:
            if error.trouble in (Trouble.TOKEN, Trouble.REJECTED, Trouble.NOT_ALLOWED):
                await self._tell_once(CREDENTIALS_REFUSED.format(code=error.code))
            raise NotOpened(f"register: {error.trouble} {error.code}") from None
        endpoint, ticket = body.get("endpoint"), body.get("ticket")
        if not isinstance(endpoint, str) or not isinstance(ticket, str) or not ticket:
            raise NotOpened("register: no endpoint or ticket")
        try:
            return self._hosts.gateway(endpoint), ticket
        except ForeignAddress:
            await self._tell_once(GATEWAY_STRANGE.format(domain=self._settings.gateway_domain))
            raise NotOpened("register: foreign endpoint") from None

    def _request(self) -> Mapping[str, Any]:
        topics = [{"type": "CALLBACK", "topic": MESSAGES}]
        if self._cards:
            topics.append({"type": "CALLBACK", "topic": CARDS})
        if self._settings.events:
            topics.append({"type": "EVENT", "topic": "*"})
        return {
            "clientId": self._settings.client_id,
            "clientSecret": self._settings.client_secret,
            "subscriptions": topics,
            "ua": "sanse-aiohttp-python/1",
        }

    async def _tell_once(self, sentence: str) -> None:
        if self._told != sentence:
            self._told = sentence
            await self._tell(sentence)

    async def _hang_up(self) -> None:
        """See off every socket; a stop must not take longer than its farewells."""
        links = [*self._leaving.values(), *([self._current] if self._current else [])]
        tasks = list(self._leaving)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(link.close(self._patience.farewell) for link in links), return_exceptions=True)
        self._current = None
