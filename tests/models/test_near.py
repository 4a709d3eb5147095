"""The embedded store's connection: quick in the loop, patient beside it, and never in the loop's way."""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from tortoise.fields import DatetimeField
from tortoise.transactions import in_transaction

from models.call_slot import CallSlot
from models.chat import Chat
from models.job_run import JobRun
from models.store import sqlite_near
from models.store.connection import open_store
from models.store.light import light_transaction
from models.store.migrate import migrate
from models.store.quick import insert

NORMAL, FULL = 1, 2


@pytest.fixture
def path(tmp_path: Path, sqlite_template: Path) -> Path:
    path = tmp_path / "store.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    return path


@pytest.fixture
def other(path: Path) -> Iterator[sqlite3.Connection]:
    """Somebody else at the same file, in another process for all that SQLite knows."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    yield connection
    connection.close()


async def let_go_later(other: sqlite3.Connection, seconds: float) -> int:
    """Hold the write lock for a while, and count how often the loop came round meanwhile."""
    rounds, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        await asyncio.sleep(0.001)
        rounds += 1
    other.execute("COMMIT")
    return rounds


@pytest.mark.parametrize("inside", [True, False], ids=["transaction", "alone"])
async def test_a_writer_waits_for_another_and_holds_nobody_up(path: Path, other: sqlite3.Connection, inside: bool):
    async with open_store(f"sqlite://{path}"):
        await Chat.create(platform="p", address="a", kind="group")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE chat SET name = 'theirs'")

        async def write() -> None:
            if inside:
                async with in_transaction():
                    await Chat.filter(platform="p").update(name="ours")
            else:
                await Chat.filter(platform="p").update(name="ours")

        _, rounds = await asyncio.gather(write(), let_go_later(other, 0.3))
        assert rounds > 50
        assert (await Chat.get()).name == "ours"


async def test_many_rows_at_once_wait_for_another_writer(path: Path, other: sqlite3.Connection):
    async with open_store(f"sqlite://{path}"):
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO chat (platform, address, kind) SELECT 'p', 'theirs', 'group' WHERE 0")
        rows = [{"key": "k", "number": number} for number in range(3)]
        await asyncio.gather(insert(CallSlot, rows, conflict="DO NOTHING"), let_go_later(other, 0.3))
        assert await CallSlot.all().count() == 3


async def test_a_reader_waits_for_nobody(path: Path, other: sqlite3.Connection):
    async with open_store(f"sqlite://{path}"):
        await Chat.create(platform="p", address="a", kind="group", name="before")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE chat SET name = 'theirs'")
        assert (await Chat.get()).name == "before"
        other.execute("COMMIT")
        assert (await Chat.get()).name == "theirs"


async def test_patience_ends(path: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sqlite_near, "PATIENCE", 0.1)
    async with open_store(f"sqlite://{path}"):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Exception, match="locked"):
            await Chat.create(platform="p", address="a", kind="group")
        with pytest.raises(Exception, match="locked"):
            async with in_transaction():
                pass
        other.execute("ROLLBACK")
        async with in_transaction():
            await Chat.create(platform="p", address="a", kind="group")
        assert await Chat.all().count() == 1


async def test_who_gives_up_waiting_to_begin_lets_others_in(path: Path, other: sqlite3.Connection):
    async with open_store(f"sqlite://{path}"):
        other.execute("BEGIN IMMEDIATE")

        async def begin() -> None:
            async with in_transaction():
                pass

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(begin(), 0.1)
        other.execute("ROLLBACK")
        await asyncio.wait_for(begin(), 5)


async def fail(transaction: Callable[[], AbstractAsyncContextManager[object]] = in_transaction) -> None:
    async with transaction():
        await Chat.create(platform="p", address="mine", kind="group")
        await asyncio.sleep(0.05)
        raise ZeroDivisionError


async def test_what_fails_in_a_transaction_leaves_nothing(path: Path):
    async with open_store(f"sqlite://{path}"):
        with pytest.raises(ZeroDivisionError):
            await fail()
        assert not await Chat.exists()
        async with in_transaction():
            await Chat.create(platform="p", address="b", kind="group")
        assert await Chat.all().count() == 1


async def test_tasks_keep_out_of_each_others_transactions(path: Path):
    async with open_store(f"sqlite://{path}"):

        async def write() -> None:
            await asyncio.sleep(0.01)
            await Chat.create(platform="p", address="theirs", kind="group")

        results = await asyncio.gather(fail(), write(), return_exceptions=True)
        assert isinstance(results[0], ZeroDivisionError)
        assert [chat.address for chat in await Chat.all()] == ["theirs"]


async def test_migrations_run_on_it(tmp_path: Path):
    url = f"sqlite://{tmp_path / 'new.sqlite3'}"
    await migrate(url)
    async with open_store(url):
        assert not await Chat.exists()
        connection = Chat._meta.db._connection
        assert isinstance(connection, sqlite_near.NearConnection)
        mode = await connection.execute_fetchall("SELECT * FROM pragma_synchronous")
        assert [tuple(row) for row in mode] == [(FULL,)]


async def test_a_light_transaction_does_not_wait_for_the_disk_and_the_next_one_does(path: Path):
    async with open_store(f"sqlite://{path}"):

        async def level() -> int:
            found = await Chat._meta.db.execute_query("SELECT * FROM pragma_synchronous")
            return int(found[1][0][0])

        async with light_transaction():
            await Chat.create(platform="p", address="a", kind="group")
            assert await level() == NORMAL
        assert await level() == FULL
        with pytest.raises(ZeroDivisionError):
            await fail(light_transaction)
        assert await level() == FULL
        async with in_transaction():
            assert await level() == FULL
        assert [chat.address for chat in await Chat.all()] == ["a"]


async def test_the_log_is_moved_into_the_file_now_and_then_and_not_by_sqlite_itself(path: Path):
    log = path.with_name(f"{path.name}-wal")
    async with open_store(f"sqlite://{path}"):
        for number in range(4 * sqlite_near.CHECKPOINT_AFTER):
            async with light_transaction():
                await Chat.create(platform="p", address=str(number), kind="group", name="x" * 100)
        grown = log.stat().st_size
        assert grown > 1000 * 4096
        await Chat.filter(address="0").update(name="moved")
        for number in range(20):
            async with in_transaction():
                await Chat.filter(address=str(number)).update(name="y")
        assert log.stat().st_size <= grown
        for number in range(2 * sqlite_near.CHECKPOINT_AFTER):  # and closing with some more to move is no trouble
            async with light_transaction():
                await Chat.filter(address=str(number)).update(name="z")
    async with open_store(f"sqlite://{path}"):
        assert await Chat.filter(name="z").count() == 2 * sqlite_near.CHECKPOINT_AFTER


async def test_a_light_transaction_is_there_for_everybody_at_once(store: str):
    async with light_transaction():
        await Chat.create(platform="p", address="a", kind="group")
    assert await Chat.all().count() == 1
    with pytest.raises(ZeroDivisionError):
        await fail(light_transaction)
    assert await Chat.all().count() == 1


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-12 08:00:00+00:00",
        "2026-06-12 08:00:00.000123+00:00",
        "2026-06-12 16:00:00+08:00",
        "2026-06-12T08:00:00Z",
        "2026-06-12 08:00:00",
    ],
)
async def test_moments_are_read_as_the_orm_reads_them(path: Path, text: str):
    async with open_store(f"sqlite://{path}"):
        run = JobRun._meta.db.execute_query
        await run(f"INSERT INTO job_run (job, due, state, at) VALUES ('j', '{text}', 's', '{text}')")
        assert (await JobRun.get()).due == DatetimeField().to_python_value(text)
