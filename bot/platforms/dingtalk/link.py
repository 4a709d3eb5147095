"""One socket of the Stream, from its handshake to its end."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum

import structlog
from aiohttp import ClientError, ClientWebSocketResponse, WSMsgType

from bot.platforms.dingtalk.frames import Frame, ack, read_frame
from bot.platforms.dingtalk.settings import Patience
from bot.platforms.reading import Malformed

log = structlog.get_logger(__name__)

MOST_IN_FLIGHT = 1000
SENDING = 5.0
_EVERY = 1000  # a broken gateway must not fill the log

Answer = Callable[[Frame], Awaitable[str | None]]


class Ending(StrEnum):
    """Why a socket needs a successor."""

    ROTATED = "rotated"  # the server says goodbye and stays for some seconds
    SILENT = "silent"  # it answers pings and says nothing
    CLOSED = "closed"


@dataclass(slots=True)
class Tally:
    """What all sockets of a process have seen."""

    frames: int = 0
    malformed: int = 0
    refused: int = 0
    longest_silence: float = 0.0
    last_frame: float | None = None
    in_flight: set[asyncio.Task[None]] = field(default_factory=set)


class Link:
    """Reads one socket; every push is worked on beside the reading, so that pings are answered whatever happens."""

    def __init__(self, socket: ClientWebSocketResponse, answer: Answer, tally: Tally, patience: Patience) -> None:
        self._socket = socket
        self._answer = answer
        self._tally = tally
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._since = self._heard = self._loop.time()
        self._spoke = False
        self.ending: asyncio.Future[Ending] = self._loop.create_future()
        self._reader = self._loop.create_task(self._read())
        self._watcher = self._loop.create_task(self._watch())

    @property
    def steady(self) -> bool:
        """Has it spoken and lived for a while, so that there is no reason to hold back the next one?"""
        return self._spoke and self._loop.time() - self._since >= self._patience.steady

    async def leave(self, within: float) -> None:
        """Go on hearing until the server hangs up or the time is over, then close.

        What was read is still committed, though nobody may hear the acknowledgement: it might never be pushed again.
        """
        await asyncio.wait({self._reader}, timeout=within)
        await self.close(self._patience.keeping)

    async def close(self, within: float) -> None:
        """Stop reading, give what was read this long to be committed and acknowledged, hang up."""
        self._reader.cancel()
        self._watcher.cancel()
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=within)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(self._reader, self._watcher, *self._tasks, return_exceptions=True)
        await self._socket.close()

    def _end(self, ending: Ending) -> None:
        if not self.ending.done():
            self.ending.set_result(ending)

    async def _read(self) -> None:
        try:
            while True:
                message = await self._socket.receive()
                if message.type is WSMsgType.TEXT:
                    await self._frame(message.data)
                elif message.type is WSMsgType.BINARY:
                    self._malformed()
                else:  # CLOSE, CLOSING, CLOSED and ERROR are all the end
                    return
        finally:
            self._end(Ending.CLOSED)

    async def _watch(self) -> None:
        left = self._patience.silence
        while left > 0:
            await asyncio.sleep(left)
            left = self._heard + self._patience.silence - self._loop.time()
        self._end(Ending.SILENT)

    async def _frame(self, text: str) -> None:
        self._note_time()
        try:
            frame = read_frame(text)
        except Malformed:
            self._malformed()
            return
        self._spoke = True
        if frame.type == "SYSTEM":
            await self._system(frame)
        elif len(self._tally.in_flight) < MOST_IN_FLIGHT:
            self._work(frame)
        else:
            self._tally.refused += 1  # not acknowledged, so it comes again

    def _note_time(self) -> None:
        now = self._loop.time()
        self._tally.frames += 1
        self._tally.longest_silence = max(self._tally.longest_silence, now - self._heard)
        self._tally.last_frame = self._heard = now

    def _malformed(self) -> None:
        self._tally.malformed += 1
        if self._tally.malformed % _EVERY == 1:
            log.warning("dingtalk frame not understood", so_far=self._tally.malformed)

    async def _system(self, frame: Frame) -> None:
        if frame.topic == "disconnect":
            self._end(Ending.ROTATED)
        else:  # a ping, and whatever else the server wants echoed
            await self._say(ack(frame, frame.data))

    def _work(self, frame: Frame) -> None:
        task = self._loop.create_task(self._handle(frame))
        for group in (self._tasks, self._tally.in_flight):
            group.add(task)
            task.add_done_callback(group.discard)

    async def _handle(self, frame: Frame) -> None:
        try:
            async with asyncio.timeout(self._patience.keeping):
                reply = await self._answer(frame)
        except Malformed as error:
            log.warning("dingtalk push not understood", part=str(error), topic=frame.topic)
            reply = ack(frame, {}, 400, "bad request")
        except Exception as error:
            # Only its kind: an exception can quote the message, and that is nobody's business in a log.
            log.error("dingtalk push not kept", error=type(error).__name__, topic=frame.topic)
            return
        if reply is not None:
            await self._say(reply)

    async def _say(self, text: str) -> None:
        try:
            async with asyncio.timeout(SENDING):
                await self._socket.send_str(text)
        except (ClientError, OSError, TimeoutError):
            log.info("dingtalk acknowledgement not sent")  # it will be pushed again and met as a duplicate
