"""Opening and closing the store."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tortoise import Tortoise

from models.store.settings import StoreError, is_sqlite, orm_settings, sqlite_path


@asynccontextmanager
async def open_store(url: str, *, durable: bool = True) -> AsyncIterator[None]:
    """Open the store for the time of the block; closing is not optional, the driver's thread would keep us alive."""
    if is_sqlite(url):
        refuse_junk(sqlite_path(url))
    await Tortoise.init(config=orm_settings(url, durable=durable), _enable_global_fallback=True)
    try:
        yield
    finally:
        await Tortoise.close_connections()


def refuse_junk(path: Path) -> None:
    """Say plainly when the file is not a store, instead of failing later in the middle of something."""
    if not path.exists() or path.stat().st_size == 0:
        return
    connection = sqlite3.connect(path)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise StoreError(f"数据文件 {path} 打不开（{error}）。请用最近的备份恢复；不会新建空库覆盖它") from error
    finally:
        connection.close()
