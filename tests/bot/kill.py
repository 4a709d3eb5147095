"""Kills a running bot at random moments under load and counts what was acknowledged, lost and done twice.

    python -m tests.bot.kill 100 [postgres-url]

The bot runs as a process of its own with DingTalk's HTTP callbacks; this process signs and posts the messages and is
the DingTalk that the answers go to.
"""

import asyncio
import json
import os
import random
import signal
import socket
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web

from actions.district import enter
from bot.platforms.dingtalk.signing import sign
from models.mailbox import Inbox, Outbox
from models.people import Identity
from models.registry import read_registry
from models.report import Fact
from models.store.connection import open_store
from models.store.migrate import migrate

ROOT = Path(__file__).parents[2]
SECRET = "kill-test"
RATE = 200
PERSON = "zhangwei"


@dataclass(slots=True)
class Tally:
    """What was seen from outside."""

    sent: int = 0
    acked: set[str] = field(default_factory=set)
    waits: list[float] = field(default_factory=list)
    answers: dict[str, int] = field(default_factory=dict)
    marked: int = 0
    starts: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in the store afterwards."""

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

    def __str__(self) -> str:
        return (
            f"kills {self.kills}, acked {self.acked}, lost {self.lost}, unhandled {self.unhandled}, "
            f"doubled facts {self.doubles}, unanswered {self.unanswered}, answers repeated {self.repeats} "
            f"(unmarked {self.unmarked}); ack p50 {self.ack_p50:.1f} ms, p99 {self.ack_p99:.1f} ms; "
            f"start to first ack {self.start:.2f} s"
        )


class Trial:
    """One run: a bot that dies again and again, and the world around it."""

    def __init__(self, url: str, folder: Path, seed: int) -> None:
        self.url = url
        self.folder = folder
        self.random = random.Random(seed)
        self.tally = Tally()
        self.port = _free_port()
        self.platform_port = _free_port()
        self._process: asyncio.subprocess.Process | None = None
        self._loading = True

    async def run(self, kills: int) -> Outcome:
        """Load and kill, then let the last one finish its work."""
        await self._prepare()
        runner = await self._platform()
        timeout = aiohttp.ClientTimeout(total=3)
        try:
            async with aiohttp.ClientSession(timeout=timeout) as session:
                await self._start(session)
                load = asyncio.create_task(self._load(session))
                for _ in range(kills):
                    await asyncio.sleep(self.random.uniform(0.2, 0.9))
                    await self._kill()
                    await self._start(session)
                self._loading = False
                await load
                await self._come_to_rest()
        finally:
            await self._end()
            await runner.cleanup()
        return await self._outcome(kills)

    async def _prepare(self) -> None:
        await migrate(self.url)
        async with open_store(self.url):
            await enter(read_registry(ROOT / "tests" / "conversations" / "district.json"))
            await Identity.create(person_id=PERSON, platform="dingtalk", address="staff1")
        base = f"http://127.0.0.1:{self.platform_port}"
        (self.folder / "config.toml").write_text(
            f"[store]\nurl = {json.dumps(self.url)}\n[server]\nport = {self.port}\n[logging]\nlevel = 'error'\n"
            f"[browser]\nenabled = false\n[dingtalk]\nenabled = true\nmode = 'http'\nclient_id = 'dingK'\n"
            f"api = '{base}'\noapi = '{base}'\n",
            "utf-8",
        )

    async def _start(self, session: aiohttp.ClientSession) -> None:
        """Start the bot and wait for its first acknowledgement."""
        began = time.monotonic()
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--config", str(self.folder / "config.toml"),
            cwd=ROOT, env={**os.environ, "SANSE__DINGTALK__CLIENT_SECRET": SECRET},
        )  # fmt: skip
        while not await self._post(session):
            if self._process.returncode is not None or time.monotonic() - began > 30:
                raise RuntimeError("the bot does not start")
            await asyncio.sleep(0.02)
        self.tally.starts.append(time.monotonic() - began)

    async def _kill(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()

    async def _end(self) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()

    async def _load(self, session: aiohttp.ClientSession) -> None:
        """Post at a steady rate, whether or not anybody listens; what is not acknowledged is posted again later."""
        posts: set[asyncio.Task[bool]] = set()
        due = time.monotonic()
        while self._loading:
            due = max(due + 1 / RATE, time.monotonic() - 0.5)
            post = asyncio.create_task(self._post(session))
            posts.add(post)
            post.add_done_callback(posts.discard)
            await asyncio.sleep(max(0.0, due - time.monotonic()))
        await asyncio.gather(*posts)

    async def _post(self, session: aiohttp.ClientSession) -> bool:
        """One message, and sometimes an old one again."""
        self.tally.sent += 1
        again = self.tally.acked and self.random.random() < 0.1
        number = self.random.randrange(self.tally.sent) if again else self.tally.sent
        name = f"k{number}"
        body = self._body(number, name)
        stamp = str(int(time.time() * 1000))
        began = time.monotonic()
        try:
            async with session.post(
                f"http://127.0.0.1:{self.port}/dingtalk/callback",
                data=body,
                headers={"timestamp": stamp, "sign": sign(SECRET, stamp), "Content-Type": "application/json"},
            ) as answer:
                if answer.status != 200:
                    return False
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False
        self.tally.waits.append(time.monotonic() - began)
        self.tally.acked.add(name)
        return True

    def _body(self, number: int, name: str) -> bytes:
        chat = f"cid{number % 20}"
        return json.dumps(
            {
                "conversationId": chat,
                "conversationType": "2",
                "conversationTitle": f"群{number % 20}",
                "msgId": name,
                "senderId": "$:u",
                "senderStaffId": "staff1",
                "senderNick": "张伟",
                "chatbotUserId": "$:bot",
                "createAt": int(time.time() * 1000),
                "sessionWebhook": f"http://127.0.0.1:{self.platform_port}/robot/sendBySession?session={name}",
                "sessionWebhookExpiredTime": int(time.time() * 1000) + 5_400_000,
                "msgtype": "text",
                "text": {"content": f" 北站路形象进度完成{number % 97 + 1}%"},
            }
        ).encode()

    async def _platform(self) -> web.AppRunner:
        """DingTalk, as far as answers go."""
        app = web.Application()
        app.router.add_post("/robot/sendBySession", self._answered)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self.platform_port).start()
        return runner

    async def _answered(self, request: web.Request) -> web.Response:
        name = request.query["session"]
        self.tally.answers[name] = self.tally.answers.get(name, 0) + 1
        if "结果不明" in await request.text():
            self.tally.marked += 1
        return web.json_response({"errcode": 0, "errmsg": "ok"})

    async def _come_to_rest(self) -> None:
        """Wait until nothing is left to do, or nothing moves any more."""
        async with open_store(self.url):
            for _ in range(240):
                waiting = await Inbox.filter(handled_at=None).count()
                waiting += await Outbox.filter(delivered_at=None, given_up_at=None).count()
                if not waiting:
                    return
                await asyncio.sleep(0.5)

    async def _outcome(self, kills: int) -> Outcome:
        tally = self.tally
        async with open_store(self.url):
            kept = dict(await Inbox.filter(platform="dingtalk").values_list("message_id", "id"))
            handled = set(await Inbox.exclude(handled_at=None).values_list("message_id", flat=True))
            told = await Fact.filter(key="percent").values_list("message_id", flat=True)
            letters = await Outbox.filter(key__startswith="reply/").values_list("key", flat=True)
        waits = sorted(tally.waits)
        repeats = sum(count - 1 for count in tally.answers.values())
        facts = [told.count(row) for row in set(told)]
        return Outcome(
            kills=kills,
            acked=len(tally.acked),
            lost=len(tally.acked - kept.keys()),
            unhandled=len(kept.keys() - handled),
            doubles=sum(count - 1 for count in facts) + len(letters) - len(set(letters)),
            unanswered=len(kept.keys() - tally.answers.keys()),
            repeats=repeats,
            unmarked=repeats - tally.marked,
            ack_p50=waits[len(waits) // 2] * 1000,
            ack_p99=waits[len(waits) * 99 // 100] * 1000,
            start=sorted(tally.starts)[len(tally.starts) // 2],
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def trial(kills: int, url: str | None = None, seed: int = 0) -> Outcome:
    """Kill a bot so many times, on a store of its own unless one is given."""
    with tempfile.TemporaryDirectory(prefix="sanse-kill-") as folder:
        place = Path(folder)
        return await Trial(url or f"sqlite://{place / 'store.sqlite3'}", place, seed).run(kills)


if __name__ == "__main__":
    print(asyncio.run(trial(int(sys.argv[1]), *sys.argv[2:3])))
