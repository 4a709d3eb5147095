"""What one round measures: the bare thing, then ours, one part after the other."""

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass

from tests.bench import http_load, stream_load
from tests.bench.cores import Cores, memory_of, start, work_of
from tests.bench.mail import Writer, frames, posts
from tests.bench.office import PATH, Office, Running
from tests.bench.platform import Platform
from tests.bench.table import Results, percentile

RATE = 50.0
AT_ONCE = 32
"""Messages on their way at the same time where the whole way is measured."""
FASTEST = 16_000
"""Callbacks a second beyond which nothing here can answer: so many messages are made before the clock runs."""


@dataclass(frozen=True, slots=True)
class Size:
    """How long each part lasts, in seconds, and how many messages are read."""

    rounds: int
    flood: float
    steady: float
    whole: float
    messages: int


QUICK = Size(rounds=2, flood=0.6, steady=1.5, whole=1.5, messages=150)
FULL = Size(rounds=5, flood=2.0, steady=5.0, whole=3.0, messages=500)


@dataclass(frozen=True, slots=True)
class Bench:
    """What all rounds share."""

    office: Office
    cores: Cores
    size: Size
    results: Results


async def http(bench: Bench, number: int) -> None:
    """Callbacks by HTTP: bare, then ours; then the whole way."""
    for kind in ("bare", "ours"):
        async with Platform() as platform:
            writer = Writer(bench.office.made, platform.base, seed=number)
            running = await _running(bench, kind, "http", platform)
            try:
                await _begin(bench, kind, platform, running, writer)
                await _steady_http(bench, kind, platform, running, writer)
                if kind == "ours":
                    await _whole(bench, platform, running, writer)
                await _flood_http(bench, kind, running, writer)
            finally:
                await running.end()
    bench.results.ratio("http/ratio", "http/ours/rate", "http/bare/rate")


async def stream(bench: Bench, number: int) -> None:
    """Pushes by Stream: bare, then ours."""
    for kind in ("bare", "ours"):
        async with Platform() as platform:
            writer = Writer(bench.office.made, platform.base, seed=number)
            running = await _running(bench, kind, "stream", platform)
            try:
                if kind == "ours":
                    await _answered(platform, running, writer)
                await _steady_stream(bench, kind, platform, writer)
                await _flood_stream(bench, kind, platform, running, writer)
            finally:
                await running.end()
    bench.results.ratio("stream/ratio", "stream/ours/rate", "stream/bare/rate")


async def language(bench: Bench, number: int) -> None:
    """Reading, in processes of its own."""
    importing = ["tests/bench/importing.py"]
    if number == 0:
        await _told(bench, importing)  # the first to import compiles, which an installed program has behind it
    for words in (importing, ["-m", "tests.bench.reading", str(bench.size.messages)]):
        for key, value in (await _told(bench, words)).items():
            bench.results.note(key, value)


async def _told(bench: Bench, words: list[str]) -> dict[str, float | None]:
    """What a process that measures something prints."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(bench.office.folder / "compiled")}
    process = await start(bench.cores, words, variables=compiled, heard=True)
    said, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(" ".join(words))
    told: dict[str, float | None] = json.loads(said)
    return told


async def _running(bench: Bench, kind: str, mode: str, platform: Platform) -> Running:
    if kind == "bare":
        return await Running.bare(mode, platform, bench.cores)
    return await Running.bot(bench.office, platform, mode, bench.cores)


async def _begin(bench: Bench, kind: str, platform: Platform, running: Running, writer: Writer) -> None:
    """From the start to the first answer; for ours also to the first reply, and then what it takes of memory."""
    (request,) = posts(writer.letters(1), PATH)
    bench.results.note(f"start/{kind}", await running.first_answer(request))
    if kind == "ours":
        bench.results.note("start/warm", await _answered(platform, running, writer))
        bench.office.keep_cache("http")
    await asyncio.sleep(0.3)
    bench.results.note(f"memory/{kind}", memory_of(running.process.pid))


async def _answered(platform: Platform, running: Running, writer: Writer) -> float:
    """Seconds from the start to the first reply, which waits for the dictionary."""
    replied = asyncio.Event()
    platform.answered = lambda name: replied.set()
    async with asyncio.timeout(60):
        if platform.socket is None and not replied.is_set():
            (request,) = posts(writer.letters(1), PATH)
            if not await running.first_answer(request):
                raise RuntimeError("not taken")
        await replied.wait()
    return time.perf_counter() - running.began


async def _steady_http(bench: Bench, kind: str, platform: Platform, running: Running, writer: Writer) -> None:
    replies = _note_replies(platform)
    letters = writer.letters(int(RATE * bench.size.steady))
    seen = await http_load.steady(running.port, list(posts(letters, PATH)), [each.name for each in letters], RATE)
    await _note_steady(bench, f"http/{kind}", "http/reply" if kind == "ours" else None, seen, replies)


async def _steady_stream(bench: Bench, kind: str, platform: Platform, writer: Writer) -> None:
    socket = await platform.connected()
    replies = _note_replies(platform)
    letters = writer.letters(int(RATE * bench.size.steady))
    seen = await stream_load.steady(platform, list(frames(letters)), RATE, socket)
    await _note_steady(bench, f"stream/{kind}", "stream/reply" if kind == "ours" else None, seen, replies)


def _note_replies(platform: Platform) -> dict[str, float]:
    replies: dict[str, float] = {}

    def replied(name: str) -> None:
        replies.setdefault(name, time.perf_counter())

    platform.answered = replied
    return replies


async def _note_steady(
    bench: Bench, key: str, reply: str | None, seen: Mapping[str, tuple[float, float]], replies: Mapping[str, float]
) -> None:
    _note_times(bench, key, [answered - due for due, answered in seen.values()])
    if reply is not None:
        await http_load.settled(lambda: seen.keys() <= replies.keys(), 10)
        if missing := seen.keys() - replies.keys():
            raise RuntimeError(f"{len(missing)} of {len(seen)} messages were never replied to")
        _note_times(bench, reply, [replies[name] - due for name, (due, _) in seen.items()])


def _note_times(bench: Bench, key: str, seconds: list[float]) -> None:
    for share in (50, 99):
        bench.results.note(f"{key}/p{share}", percentile(seconds, share) * 1000)


async def _whole(bench: Bench, platform: Platform, running: Running, writer: Writer) -> None:
    """Messages that were replied to in so many seconds, with always as many on the way."""
    letters = writer.letters(int(2000 * bench.size.whole))
    requests = dict(zip((each.name for each in letters), posts(letters, PATH), strict=True))
    waiting = iter(requests)
    lines = await http_load.lines(running.port, AT_ONCE, lambda line, status: free.append(line))
    free = list(lines)
    over, answered = asyncio.Event(), 0
    work, began = work_of(running.process.pid), time.perf_counter()

    def replied(name: str) -> None:
        nonlocal answered
        if name not in requests or over.is_set():
            return
        answered += 1
        if time.perf_counter() - began > bench.size.whole:
            over.set()
        else:
            free.pop().send(requests[next(waiting)])

    platform.answered = replied
    for _ in range(AT_ONCE):
        free.pop().send(requests[next(waiting)])
    await asyncio.wait_for(over.wait(), bench.size.whole + 20)
    bench.results.note("full/rate", answered / (time.perf_counter() - began))
    bench.results.note("full/cpu", (work_of(running.process.pid) - work) / answered * 1000)
    for line in lines:
        line.close()


async def _flood_http(bench: Bench, kind: str, running: Running, writer: Writer) -> None:
    requests = list(posts(writer.letters(int(FASTEST * bench.size.flood)), PATH))
    work = work_of(running.process.pid)
    count, seconds = await http_load.flood(running.port, requests, bench.size.flood)
    _note_flood(bench, f"http/{kind}", count, seconds, work_of(running.process.pid) - work)


async def _flood_stream(bench: Bench, kind: str, platform: Platform, running: Running, writer: Writer) -> None:
    pushes = list(frames(writer.letters(int(FASTEST * bench.size.flood))))
    work = work_of(running.process.pid)
    count, seconds = await stream_load.flood(platform, pushes, bench.size.flood)
    _note_flood(bench, f"stream/{kind}", count, seconds, work_of(running.process.pid) - work)


def _note_flood(bench: Bench, key: str, count: int, seconds: float, work: float) -> None:
    bench.results.note(f"{key}/rate", count / seconds)
    bench.results.note(f"{key}/cpu", work / count * 1000)
