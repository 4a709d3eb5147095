"""The process: it rings every minute, stops politely, and says in one line why it cannot start."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from bot.app import App
from bot.config import build_config
from bot.only_one import only_one
from models.mailbox import Inbox, Outbox
from models.store.connection import open_store
from models.store.settings import StoreError
from scheduler.alarm import Alarm
from tests.bot.running import ROOT, RunningBot


async def test_a_polite_stop_under_load_finishes_what_was_begun(store_url: str, tmp_path: Path) -> None:
    bot = RunningBot(store_url, tmp_path)
    await bot.prepare()
    acked: list[str] = []
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=3)) as session:
            await bot.start(session)
            names = [f"k{number}" for number in range(60)]
            kept = await asyncio.gather(*(bot.post(session, name, number) for number, name in enumerate(names)))
            acked = [name for name, good in zip(names, kept, strict=True) if good]
            assert bot.process is not None
            bot.process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(bot.process.wait(), 30) == 0
            await bot.start(session)
            async with open_store(store_url):
                for _ in range(150):
                    waiting = await Inbox.filter(handled_at=None).count()
                    waiting += await Outbox.filter(
                        key__startswith="reply/", delivered_at=None, given_up_at=None
                    ).count()
                    if not waiting:
                        break
                    await asyncio.sleep(0.2)
                assert await Outbox.filter(uncertain=True).count() == 0  # nothing was cut off while it was sent
    finally:
        await bot.close()
    assert len(acked) == 60
    assert all(len(bot.answers.at[name]) == 1 for name in acked)


async def test_the_minute_of_the_running_bot_is_awaited() -> None:
    """A function that only returns a coroutine would be run in a thread, and nothing would ever happen."""
    looked = asyncio.Event()

    class Silent:
        async def tick(self) -> None:
            looked.set()

        @property
        def knowledge(self) -> "Silent":
            return self

        async def look_again(self) -> None: ...

    app = App(build_config({}))
    alarm = Alarm(app.minute(Silent()))
    alarm.start()
    job = alarm._clock.get_job("timetable")
    job.modify(next_run_time=datetime.now(UTC))
    await asyncio.wait_for(looked.wait(), 5)
    alarm.stop()


def test_a_second_process_on_the_same_file_is_refused(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path / 'data' / 'x.sqlite3'}"
    with only_one(url), pytest.raises(StoreError, match="正被另一个机器人进程使用"), only_one(url):
        pass
    with only_one(url):
        pass


def run_word(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", *words], cwd=ROOT, capture_output=True, text=True, timeout=60,
        env={**os.environ, **environment},
    )  # fmt: skip


DINGTALK = "[browser]\nenabled = false\n[dingtalk]\nenabled = true\nmode = 'http'\nclient_id = 'k'\n"


@pytest.mark.parametrize(
    ("text", "status", "told"),
    [
        ("[server]\nprot = 1\n", 2, "server.prot（第2行）：没有这个键；是不是 server.port？"),
        ("[browser]\nenabled = false\n", 2, "没有启用任何平台"),
        (DINGTALK + "[server]\nport = {taken}\n", 1, "不能用（可能已被占用）"),
        (DINGTALK + "[store]\nurl = 'sqlite://{junk}'\n", 1, "打不开"),
        (DINGTALK + "[store]\nurl = 'postgres://u:hush@127.0.0.1:{free}/x'\n", 1, "数据库连不上"),
    ],
)
def test_what_the_keeper_can_mend_is_told_in_chinese_without_a_traceback(
    tmp_path: Path, text: str, status: int, told: str
) -> None:
    junk = tmp_path / "junk.sqlite3"
    junk.write_bytes(b"somebody's letter" * 300)
    with socket.socket() as taken, socket.socket() as free:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        free.bind(("127.0.0.1", 0))
        ports = {"taken": taken.getsockname()[1], "free": free.getsockname()[1]}
        for name, value in (*ports.items(), ("junk", junk)):
            text = text.replace(f"{{{name}}}", str(value))
        path = tmp_path / "config.toml"
        path.write_text(text, "utf-8")
        done = run_word("run", "--config", str(path), SANSE__DINGTALK__CLIENT_SECRET="s")
    assert done.returncode == status, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert "hush" not in done.stderr + done.stdout
    assert junk.read_bytes().startswith(b"somebody's letter")


@pytest.mark.parametrize("word", ["run", "understand", "simulate", "chat", "import", "migrate", "check"])
def test_every_word_has_help_in_chinese(word: str) -> None:
    done = run_word(word, "--help")
    assert done.returncode == 0
    assert any("\u4e00" <= sign <= "\u9fff" for sign in done.stdout)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["rum"], "没有这个词；可用的有 run、"),
        (["run", "--confg", "x"], "没有选项 --confg；是不是 --config？"),
        (["simulate"], "缺少 故事"),
        (["simulate", "nowhere.jsonl"], "nowhere.jsonl：读不出来（没有这个文件）"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_chinese_line(words: list[str], told: str) -> None:
    done = run_word(*words)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_a_word_all_words_are_shown() -> None:
    done = run_word()
    assert done.returncode == 0
    assert "可用的词" in done.stdout


def test_the_words_load_only_what_they_need() -> None:
    code = (
        "import sys, bot.__main__; print([m for m in ('tortoise', 'aiohttp', 'jieba', 'pydantic') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout == "[]\n"
    code = "import sys, bot.understand; print([m for m in ('tortoise', 'aiohttp', 'jieba') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout == "[]\n"
