"""One socket of the long connection, from its subscription to its end: asks, answers, pings."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import structlog
from aiohttp import ClientError, ClientWebSocketResponse, WSMsgType

from bot.platforms.reading import Malformed
from bot.platforms.wecom.errors import Trouble, WeComError, judge
from bot.platforms.wecom.frames import Frame, frame, fresh_id, read_frame
from bot.platforms.wecom.settings import Patience

log = structlog.get_logger(__name__)

MOST_REQUESTS = 500
_EVERY = 1000  # a broken gateway must not fill the log


class Ending(StrEnum):
    """Why a socket is over."""

    KICKED = "kicked"  # somebody else has subscribed with our name
    SILENT = "silent"  # nobody answers our pings
    CLOSED = "closed"


@dataclass(slots=True)
class Tally:
    """What all sockets of a process have seen."""

    frames: int = 0
    malformed: int = 0
    last_frame: float | None = None


@dataclass(slots=True)
class Turn:
    """Those who want to send under one id, one after the other."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    wanted: int = 0


class Link:
    """Reads one socket. Callbacks are handed on without waiting; answers find who asked, in the order of asking."""

    def __init__(
        self, socket: ClientWebSocketResponse, heard: Callable[[Frame], None], tally: Tally, patience: Patience
    ) -> None:
        self._socket = socket
        self._heard = heard
        self._tally = tally
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._waiting: dict[str, deque[asyncio.Future[Frame]]] = {}
        self._turns: dict[str, Turn] = {}
        self._muddled: set[str] = set()
        self._since = self._loop.time()
        self.ending: asyncio.Future[Ending] = self._loop.create_future()
        self._reader = self._loop.create_task(self._read())
        self._pinger: asyncio.Task[None] | None = None

    @property
    def steady(self) -> bool:
        """Has it lived for a while, so that there is no reason to hold back the next one?"""
        return self._loop.time() - self._since >= self._patience.steady

    def begin_pings(self) -> None:
        """Keep it alive from now on: the platform hangs up on who says nothing."""
        self._pinger = self._loop.create_task(self._ping())

    async def ask(
        self, command: str, body: Mapping[str, Any] | None = None, request: str | None = None, within: float = 0.0
    ) -> Mapping[str, Any]:
        """Send a frame and wait for its answer; raises WeComError. Frames under one id wait for each other."""
        name = request or fresh_id()
        turn = self._turns.setdefault(name, Turn())
        turn.wanted += 1
        try:
            async with turn.lock:
                answer = await self._asked(frame(command, name, body), name, within or self._patience.answer)
        finally:
            turn.wanted -= 1
            if not turn.wanted:
                self._turns.pop(name, None)
        if answer.code:
            raise judge(answer.code)
        return answer.body

    async def close(self) -> None:
        """Hang up; whoever still waits for an answer learns that it will not come."""
        for task in (self._reader, self._pinger):
            if task is not None:
                task.cancel()
        await asyncio.gather(*(task for task in (self._reader, self._pinger) if task), return_exceptions=True)
        self.end(Ending.CLOSED)
        await self._socket.close()

    def end(self, ending: Ending) -> None:
        """Take it for over."""
        if not self.ending.done():
            self.ending.set_result(ending)
        for waiting in self._waiting.values():
            for one in waiting:
                if not one.done():
                    one.set_exception(WeComError(Trouble.UNCLEAR))
        self._waiting.clear()

    async def _asked(self, text: str, name: str, within: float) -> Frame:
        if self.ending.done():
            raise WeComError(Trouble.OFFLINE)
        if name in self._muddled:
            raise WeComError(Trouble.REPLY_OVER)
        if len(self._waiting) >= MOST_REQUESTS:
            raise WeComError(Trouble.BUSY, "queue")
        answer: asyncio.Future[Frame] = self._loop.create_future()
        self._waiting.setdefault(name, deque()).append(answer)
        try:
            async with asyncio.timeout(within):
                await self._socket.send_str(text)
                return await asyncio.shield(answer)
        except TimeoutError:
            # Its answer may still come, and would be taken for the next frame's: nothing more is said under this id.
            self._muddled.add(name)
            raise WeComError(Trouble.UNCLEAR) from None
        except (ClientError, OSError):
            self.end(Ending.CLOSED)
            raise WeComError(Trouble.UNCLEAR) from None
        finally:
            if not answer.done():
                answer.cancel()

    async def _read(self) -> None:
        try:
            while True:
                message = await self._socket.receive()
                if message.type is WSMsgType.TEXT:
                    self._take(message.data)
                elif message.type is WSMsgType.BINARY:
                    self._malformed()
                else:  # CLOSE, CLOSING, CLOSED and ERROR are all the end
                    return
        finally:
            self.end(Ending.CLOSED)

    def _take(self, text: str) -> None:
        self._tally.frames += 1
        self._tally.last_frame = self._loop.time()
        try:
            found = read_frame(text)
        except Malformed:
            self._malformed()
            return
        if found.command:
            self._heard(found)
        else:
            self._answered(found)

    def _answered(self, found: Frame) -> None:
        waiting = self._waiting.get(found.request)
        if not waiting:
            return
        one = waiting.popleft()
        if not waiting:
            del self._waiting[found.request]
        if not one.done():
            one.set_result(found)

    def _malformed(self) -> None:
        self._tally.malformed += 1
        if self._tally.malformed % _EVERY == 1:
            log.warning("wecom frame not understood", so_far=self._tally.malformed)

    async def _ping(self) -> None:
        unanswered = 0
        while unanswered < self._patience.dead:
            await asyncio.sleep(self._patience.ping)
            try:
                await self.ask("ping")
                unanswered = 0
            except WeComError:
                unanswered += 1
        self.end(Ending.SILENT)
