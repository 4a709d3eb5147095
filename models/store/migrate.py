"""Guarded migrations: one at a time, a backup first, children never cascaded away, and a check afterwards."""

import asyncio
import fcntl
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from tortoise import Tortoise
from tortoise.migrations.api.migrate import migrate as run_migrations

from models.store.connection import refuse_junk
from models.store.settings import StoreError, credentials, is_sqlite, orm_settings, sqlite_path

ADVISORY_LOCK = 0x53414E53  # "SANS": every process of this product asks for the same lock


async def migrate(url: str, now: datetime | None = None, *, durable: bool = True, target: str | None = None) -> None:
    """Bring the store to the newest form, or to `target`; safe to call from several processes and any number of times.

    With `now` given, an embedded store that already holds tables is copied beside itself first.
    """
    async with _alone(url):
        if is_sqlite(url):
            refuse_junk(sqlite_path(url))
        if is_sqlite(url) and now is not None:
            _back_up(sqlite_path(url), now)
        try:
            # Foreign keys are off while tables change: a rebuilt table must not take its child rows with it.
            await run_migrations(config=orm_settings(url, durable=durable, foreign_keys=False), target=target)
        finally:
            await Tortoise.close_connections()
        if is_sqlite(url):
            _check(sqlite_path(url))


@asynccontextmanager
async def _alone(url: str) -> AsyncIterator[None]:
    """Hold the lock that keeps other processes from migrating the same store."""
    if is_sqlite(url):
        path = sqlite_path(url)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.with_name(path.name + ".migrate.lock").open("w") as lock:
            await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)
            yield
        return
    import asyncpg  # only where it is used

    connection = await asyncpg.connect(**credentials(url))
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", ADVISORY_LOCK)
        yield
    finally:
        await connection.close()


def _back_up(path: Path, now: datetime) -> None:
    """Copy a store that has tables beside itself, consistently, under the moment's name."""
    if not path.exists() or path.stat().st_size == 0:
        return
    copy = path.with_name(f"{path.name}.before-{now:%Y%m%d-%H%M%S}")
    if not copy.exists():
        with sqlite3.connect(path) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),))
        connection.close()


def _check(path: Path) -> None:
    """Refuse to go on with a store whose rows point at nothing."""
    connection = sqlite3.connect(path)
    try:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
    if broken:
        raise StoreError(
            f"升级后有 {len(broken)} 行数据找不到上级记录（如 {broken[0][0]} 表），已停止启动；请用升级前的备份恢复"
        )
