"""Kills a running bot at random moments under load and counts what was acknowledged, lost and done twice.

python -m tests.bot.kill 100 [postgres-url]
"""

import asyncio
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from models.mailbox import Inbox, Outbox
from models.report import Fact
from models.store.connection import open_store
from tests.bot.running import RunningBot, percentile

RATE = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was seen from outside, and what was found in the store afterwards."""

    kills: int
    acked: int
    lost: int
    unhandled: int
    doubles: int
    unanswered: int
    repeats: int
    unmarked: int
    ack_p50: float
    ack_p99: float
    start: float
    troubles: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"kills {self.kills}, acked {self.acked}, lost {self.lost}, unhandled {self.unhandled}, "
            f"doubles {self.doubles}, unanswered {self.unanswered}, answers repeated {self.repeats} "
            f"(unmarked {self.unmarked}); ack p50 {self.ack_p50:.1f} ms, p99 {self.ack_p99:.1f} ms; "
            f"start to first ack {self.start:.2f} s; {'、'.join(self.troubles) or 'no troubles'}"
        )


class Trial:
    """One run: a bot that dies again and again."""

    def __init__(self, bot: RunningBot, seed: int) -> None:
        self.bot = bot
        self.random = random.Random(seed)
        self.sent = 0
        self.acked: set[str] = set()
        self.waits: list[float] = []
        self.starts: list[float] = []
        self._loading = True

    async def run(self, kills: int) -> Outcome:
        """Load and kill, then let the last one finish its work."""
        await self.bot.prepare()
        timeout = aiohttp.ClientTimeout(total=3)
        try:
            async with aiohttp.ClientSession(timeout=timeout) as session:
                self.starts.append(await self.bot.start(session))
                load = asyncio.create_task(self._load(session))
                for _ in range(kills):
                    await asyncio.sleep(self.random.uniform(0.2, 0.9))
                    await self._kill()
                    self.starts.append(await self.bot.start(session))
                self._loading = False
                await load
                await self._come_to_rest()
        finally:
            await self.bot.close()
        return await self._outcome(kills)

    async def _kill(self) -> None:
        assert self.bot.process is not None
        self.bot.process.send_signal(signal.SIGKILL)
        await self.bot.process.wait()

    async def _load(self, session: aiohttp.ClientSession) -> None:
        """Post at a steady rate, whether or not anybody listens."""
        posts: set[asyncio.Task[None]] = set()
        due = time.monotonic()
        while self._loading:
            due = max(due + 1 / RATE, time.monotonic() - 0.5)
            post = asyncio.create_task(self._post(session))
            posts.add(post)
            post.add_done_callback(posts.discard)
            await asyncio.sleep(max(0.0, due - time.monotonic()))
        await asyncio.gather(*posts)

    async def _post(self, session: aiohttp.ClientSession) -> None:
        """One message, and now and then an old one again, as platforms do."""
        self.sent += 1
        again = self.random.random() < 0.1
        number = self.random.randrange(self.sent) if again else self.sent
        began = time.monotonic()
        if await self.bot.post(session, f"k{number}", number):
            self.waits.append(time.monotonic() - began)
            self.acked.add(f"k{number}")

    async def _come_to_rest(self) -> None:
        """Wait until nothing is left to do."""
        async with open_store(self.bot.url):
            before, patience = 0, 100
            while patience:
                waiting = await Inbox.filter(handled_at=None).count()
                waiting += await Outbox.filter(key__startswith="reply/", delivered_at=None, given_up_at=None).count()
                if not waiting:
                    return
                patience = 100 if waiting != before else patience - 1
                before = waiting
                await asyncio.sleep(0.2)

    async def _outcome(self, kills: int) -> Outcome:
        async with open_store(self.bot.url):
            kept = set(await Inbox.all().values_list("message_id", flat=True))
            handled = set(await Inbox.exclude(handled_at=None).values_list("message_id", flat=True))
            told = await Fact.filter(key="percent").values_list("message_id", flat=True)
            given_up = Outbox.filter(key__startswith="reply/").exclude(given_up_at=None)
            troubles = await given_up.values_list("attempts", "trouble", "uncertain")
            letters = await Outbox.filter(key__startswith="reply/").values_list("answers_id", flat=True)
        answers = self.bot.answers.marked
        repeated = [marks for marks in answers.values() if len(marks) > 1]
        return Outcome(
            kills=kills,
            acked=len(self.acked),
            lost=len(self.acked - kept),
            unhandled=len(kept - handled),
            doubles=len(told) - len(set(told)) + len(letters) - len(set(letters)),
            unanswered=len(kept - answers.keys()),
            repeats=sum(len(marks) - 1 for marks in repeated),
            unmarked=sum(len(marks) - 1 - sum(marks) for marks in repeated),
            ack_p50=percentile(self.waits, 50),
            ack_p99=percentile(self.waits, 99),
            start=sorted(self.starts)[len(self.starts) // 2],
            troubles=tuple(sorted(map(str, troubles))),
        )


async def trial(kills: int, url: str | None = None, seed: int = 0) -> Outcome:
    """Kill a bot so many times, on a store of its own unless one is given."""
    with tempfile.TemporaryDirectory(prefix="sanse-kill-") as folder:
        place = Path(folder)
        return await Trial(RunningBot(url or f"sqlite://{place / 'store.sqlite3'}", place), seed).run(kills)


if __name__ == "__main__":
    print(asyncio.run(trial(int(sys.argv[1]), *sys.argv[2:3])))
