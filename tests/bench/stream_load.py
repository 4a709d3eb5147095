"""Pushing messages over the Stream: as fast as they are acknowledged with so many on the way, or so many a second."""

import asyncio
import time
from collections.abc import Sequence

from aiohttp import web

from tests.bench.http_load import CONNECTIONS, Refused, settled
from tests.bench.platform import Platform


async def flood(platform: Platform, pushes: Sequence[tuple[str, str]], seconds: float) -> tuple[int, float]:
    """Acknowledgements that came in so many seconds, and how long it took."""
    socket = await platform.connected()
    free = asyncio.Semaphore(CONNECTIONS)
    count = 0

    def acked(name: str) -> None:
        nonlocal count
        count += 1
        free.release()

    platform.acked = acked
    began = time.perf_counter()
    for _, frame in pushes:
        await asyncio.wait_for(free.acquire(), 10) if free.locked() else await free.acquire()
        if time.perf_counter() - began > seconds:
            break
        await socket.send_str(frame)
    return count, time.perf_counter() - began


async def steady(
    platform: Platform, pushes: Sequence[tuple[str, str]], rate: float, socket: web.WebSocketResponse
) -> dict[str, tuple[float, float]]:
    """Push so many a second; when each was due, and when it was acknowledged, by the name of its message."""
    seen: dict[str, tuple[float, float]] = {}
    asked: dict[str, float] = {}

    def acked(push: str) -> None:
        if push in asked:
            seen[push.removeprefix("push")] = asked.pop(push), time.perf_counter()

    platform.acked = acked
    began = time.perf_counter() + 0.05
    for number, (push, frame) in enumerate(pushes):
        due = began + number / rate
        while (ahead := due - time.perf_counter()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(ahead)
        asked[push] = due
        await socket.send_str(frame)
    await settled(lambda: not asked, 10)
    if asked:
        raise Refused(f"{len(asked)} of {len(pushes)} were not acknowledged")
    return seen
