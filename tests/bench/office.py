"""The bot to be measured: a real process on a real store that holds a district, copied afresh for every start."""

import asyncio
import json
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from actions.district import enter, enter_accounts
from models.chat import Chat
from models.store.connection import open_store
from models.store.migrate import migrate
from tests.bench.cores import Cores, end, start
from tests.bench.mail import CLIENT, GROUPS, SECRET
from tests.bench.platform import Platform
from tests.bot.running import free_port
from tests.language.district import Built, build

PROJECTS = 200
PATH = "/dingtalk/callback"


@dataclass(slots=True)
class Office:
    """A district in a store of its own, from which every measured bot begins."""

    folder: Path
    made: list[Built]

    @classmethod
    async def open(cls, folder: Path) -> Self:
        registry, made = build(PROJECTS)
        url = f"sqlite://{folder / 'template.sqlite3'}"
        await migrate(url)
        async with open_store(url):
            await enter(registry)
            await enter_accounts(registry, "dingtalk")
            await Chat.bulk_create(
                Chat(
                    platform="dingtalk",
                    address=f"cidGroup{number}",
                    kind="group",
                    name="重点项目调度工作群",
                    bound=True,
                )
                for number in range(GROUPS)
            )
        return cls(folder, made)

    def configure(self, platform: Platform, mode: str, port: int) -> Path:
        """A fresh copy of the store and the configuration of a bot on it."""
        place = self.folder / mode
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        _copy(self.folder / "template.sqlite3", place / "store.sqlite3")
        # The dictionary that jieba has prepared lies beside the store from the second start on.
        for cache in self.folder.glob("*.cache"):
            _copy(cache, place / cache.name)
        config = place / "config.toml"
        config.write_text(
            f"[store]\nurl = {json.dumps(f'sqlite://{place}/store.sqlite3')}\n[server]\nport = {port}\n"
            f"[logging]\nlevel = 'error'\n[browser]\nenabled = false\n[dingtalk]\nenabled = true\nmode = '{mode}'\n"
            f"client_id = '{CLIENT}'\napi = '{platform.base}'\noapi = '{platform.base}'\n",
            "utf-8",
        )
        return config

    def keep_cache(self, mode: str) -> None:
        """Keep the dictionary that a bot has prepared for those that come after."""
        for cache in (self.folder / mode).glob("*.cache"):
            _copy(cache, self.folder / cache.name)


def _copy(source: Path, target: Path) -> None:
    """Copy a file and wait for the disk: whoever is measured must not wait for what we have written."""
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


@dataclass(slots=True)
class Running:
    """A process that answers, and where."""

    process: asyncio.subprocess.Process
    port: int
    began: float

    @classmethod
    async def bot(cls, office: Office, platform: Platform, mode: str, cores: Cores) -> Self:
        port = free_port()
        config = office.configure(platform, mode, port)
        began = time.perf_counter()
        secret = {"SANSE__DINGTALK__CLIENT_SECRET": SECRET}
        return cls(await start(cores, ["-m", "bot", "run", "--config", str(config)], variables=secret), port, began)

    @classmethod
    async def bare(cls, kind: str, platform: Platform, cores: Cores) -> Self:
        port = free_port()
        began = time.perf_counter()
        where = str(port) if kind == "http" else platform.base
        return cls(await start(cores, ["-m", "tests.bench.bare", kind, where]), port, began)

    async def first_answer(self, request: bytes) -> float:
        """Seconds from the start to the first callback that was taken."""
        while True:
            if self.process.returncode is not None or time.perf_counter() - self.began > 60:
                raise RuntimeError("it does not start")
            if await _taken(self.port, request):
                return time.perf_counter() - self.began
            await asyncio.sleep(0.01)

    async def end(self) -> None:
        """At once: what it has not handled yet is of no use to anybody."""
        await end(self.process, at_once=True)


async def _taken(port: int, request: bytes) -> bool:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    try:
        writer.write(request)
        return (await reader.read(64)).startswith(b"HTTP/1.1 200")
    except OSError:
        return False
    finally:
        writer.close()
