"""Posting callbacks: as fast as they are answered over some connections, or so many a second."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence

CONNECTIONS = 32


class Line(asyncio.Protocol):
    """One connection: sends a request, reads the status of its answer. A client library would cost more than a server."""

    def __init__(self, answered: Callable[["Line", int], None]) -> None:
        self._answered = answered
        self._transport: asyncio.WriteTransport | None = None
        self._heard = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def send(self, request: bytes) -> None:
        assert self._transport is not None
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._heard += data
        head, found, rest = self._heard.partition(b"\r\n\r\n")
        if not found or len(rest) < _length(head):
            return
        self._heard = b""
        self._answered(self, int(head[9:12]))

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:])
    return 0


class Refused(Exception):
    """A callback was not taken: what is measured is not what should be."""


async def lines(port: int, number: int, answered: Callable[[Line, int], None]) -> list[Line]:
    """So many open connections."""
    loop = asyncio.get_running_loop()
    made = [await loop.create_connection(lambda: Line(answered), "127.0.0.1", port) for _ in range(number)]
    return [line for _, line in made]


async def flood(port: int, requests: Sequence[bytes], seconds: float) -> tuple[int, float]:
    """Answers that came in so many seconds, each connection sending as soon as it is answered; and how long it took."""
    waiting: Iterator[bytes] = iter(requests)
    over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    began = time.perf_counter()
    count = 0

    def answered(line: Line, status: int) -> None:
        nonlocal count
        count += 1
        if over.done():
            return
        if status != 200:
            over.set_exception(Refused(status))
        elif time.perf_counter() - began > seconds or (request := next(waiting, None)) is None:
            over.set_result(None)
        else:
            line.send(request)

    opened = await lines(port, CONNECTIONS, answered)
    began = time.perf_counter()
    for line in opened:
        line.send(next(waiting))
    await over
    took, answers = time.perf_counter() - began, count
    for line in opened:
        line.close()
    return answers, took


async def steady(
    port: int, requests: Sequence[bytes], names: Sequence[str], rate: float
) -> dict[str, tuple[float, float]]:
    """Post so many a second, whether or not answers come; when each was due, and when it was answered."""
    seen: dict[str, tuple[float, float]] = {}
    asked: dict[Line, tuple[str, float]] = {}
    free: deque[Line] = deque()

    def answered(line: Line, status: int) -> None:
        name, due = asked.pop(line)
        if status == 200:
            seen[name] = due, time.perf_counter()
        free.append(line)

    opened = await lines(port, CONNECTIONS * 4, answered)
    free.extend(opened)
    began = time.perf_counter() + 0.05
    for number, (name, request) in enumerate(zip(names, requests, strict=True)):
        due = began + number / rate
        while (ahead := due - time.perf_counter()) > 0 or not free:  # noqa: ASYNC110
            await asyncio.sleep(max(ahead, 0.0002))
        line = free.popleft()
        asked[line] = name, due
        line.send(request)
    await settled(lambda: not asked, 10)
    for line in opened:
        line.close()
    if len(seen) < len(names):
        raise Refused(f"{len(names) - len(seen)} of {len(names)} were not answered")
    return seen


async def settled(done: Callable[[], bool], within: float) -> None:
    """Wait until something is so; after a while go on as it is."""
    until = time.perf_counter() + within
    while not done() and time.perf_counter() < until:  # noqa: ASYNC110
        await asyncio.sleep(0.005)
