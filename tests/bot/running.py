"""A real bot as a process of its own, the DingTalk that its answers go to, and a hand that posts messages to it."""

import asyncio
import json
import os
import socket
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web

from actions.district import enter
from bot.platforms.dingtalk.signing import sign
from models.people import Identity
from models.registry import read_registry
from models.store.connection import open_store
from models.store.migrate import migrate

ROOT = Path(__file__).parents[2]
DISTRICT = ROOT / "tests" / "conversations" / "district.json"
SECRET = "not-a-secret"
STAFF = "staff1"
PERSON = "zhangwei"
PROJECTS = ("北站路", "三污", "石桥变", "滨河路", "实验学校", "泵站", "绕城东段", "文化馆", "智造园二期", "鹤鸣水库")


@dataclass(slots=True)
class Answers:
    """For each message when it was answered, and whether the answer said that it might be a second one."""

    at: dict[str, list[float]] = field(default_factory=dict)
    marked: dict[str, list[bool]] = field(default_factory=dict)


class RunningBot:
    """The bot between a store and a DingTalk of ours."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self.port = free_port()
        self.platform_port = free_port()
        self.answers = Answers()
        self.process: asyncio.subprocess.Process | None = None
        self._runner: web.AppRunner | None = None

    async def prepare(self) -> None:
        """A store with a district, a configuration, and somebody to answer to."""
        await migrate(self.url)
        async with open_store(self.url):
            await enter(read_registry(DISTRICT))
            await Identity.create(person_id=PERSON, platform="dingtalk", address=STAFF)
        base = f"http://127.0.0.1:{self.platform_port}"
        (self.folder / "config.toml").write_text(
            f"[store]\nurl = {json.dumps(self.url)}\n[server]\nport = {self.port}\n[logging]\nlevel = 'error'\n"
            f"[browser]\nenabled = false\n[dingtalk]\nenabled = true\nmode = 'http'\nclient_id = 'dingK'\n"
            f"api = '{base}'\noapi = '{base}'\n",
            "utf-8",
        )
        await self._open_platform()

    async def _open_platform(self) -> None:
        app = web.Application()
        app.router.add_post("/robot/sendBySession", self._answered)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.platform_port).start()

    async def _answered(self, request: web.Request) -> web.Response:
        name = request.query["session"]
        self.answers.at.setdefault(name, []).append(time.monotonic())
        self.answers.marked.setdefault(name, []).append("结果不明" in await request.text())
        return web.json_response({"errcode": 0, "errmsg": "ok"})

    async def start(self, session: aiohttp.ClientSession) -> float:
        """Start the process; the seconds until it acknowledged its first message."""
        began = time.monotonic()
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--config", str(self.folder / "config.toml"),
            cwd=ROOT, env={**os.environ, "SANSE__DINGTALK__CLIENT_SECRET": SECRET},
        )  # fmt: skip
        number = 0
        while not await self.post(session, f"start-{began}-{number}", number):
            if self.process.returncode is not None or time.monotonic() - began > 30:
                raise RuntimeError("the bot does not start")
            await asyncio.sleep(0.02)
            number += 1
        return time.monotonic() - began

    async def post(self, session: aiohttp.ClientSession, name: str, number: int) -> bool:
        """Post one message; true where it was acknowledged."""
        stamp = str(int(time.time() * 1000))
        headers = {"timestamp": stamp, "sign": sign(SECRET, stamp), "Content-Type": "application/json"}
        try:
            async with session.post(self.address, data=self.body(name, number), headers=headers) as answer:
                return answer.status == 200
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False

    @property
    def address(self) -> str:
        """Where messages are posted."""
        return f"http://127.0.0.1:{self.port}/dingtalk/callback"

    def body(self, name: str, number: int) -> bytes:
        """A report on one of ten projects, each in a group of its own: DingTalk lets a group have 20 a minute."""
        return json.dumps(
            {
                "conversationId": f"cid{number % 5000}",
                "conversationType": "2",
                "conversationTitle": f"群{number % 5000}",
                "msgId": name,
                "senderId": "$:u",
                "senderStaffId": STAFF,
                "senderNick": "张伟",
                "chatbotUserId": "$:bot",
                "createAt": int(time.time() * 1000),
                "sessionWebhook": f"http://127.0.0.1:{self.platform_port}/robot/sendBySession?session={name}",
                "sessionWebhookExpiredTime": int(time.time() * 1000) + 5_400_000,
                "msgtype": "text",
                "text": {"content": f" {PROJECTS[number % len(PROJECTS)]}形象进度完成{number % 97 + 1}%"},
            }
        ).encode()

    async def close(self) -> None:
        """End the process politely, and the DingTalk."""
        if self.process is not None and self.process.returncode is None:
            self.process.terminate()
            await self.process.wait()
        if self._runner is not None:
            await self._runner.cleanup()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def percentile(values: list[float], share: int) -> float:
    """The value below which so many per cent lie, in milliseconds."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)] * 1000
