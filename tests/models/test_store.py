"""The store opens on both engines, migrates idempotently and refuses junk with a sentence."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.people import Unit
from models.store.connection import open_store
from models.store.migrate import migrate
from models.store.settings import StoreError, orm_settings


async def test_a_row_survives_a_second_migration(store_url: str) -> None:
    async with open_store(store_url):
        await Unit.create(id="fgj", name="区发展改革局", aliases=["发改局"])
    await migrate(store_url, datetime(2026, 6, 8, tzinfo=UTC))
    async with open_store(store_url):
        assert (await Unit.get(id="fgj")).aliases == ["发改局"]


async def test_three_processes_may_migrate_at_once(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path / 'new.sqlite3'}"
    command = f"import asyncio\nfrom models.store.migrate import migrate\nasyncio.run(migrate({url!r}))"
    import sys

    running = [await asyncio.create_subprocess_exec(sys.executable, "-c", command) for _ in range(3)]
    assert [await process.wait() for process in running] == [0, 0, 0]


async def test_a_file_that_is_no_store_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "junk.sqlite3"
    path.write_bytes(b"not a database, but somebody's letter" * 100)
    with pytest.raises(StoreError, match="打不开"):
        async with open_store(f"sqlite://{path}"):
            pass
    assert path.read_bytes().startswith(b"not a database")


def test_an_unknown_kind_of_url_is_told() -> None:
    with pytest.raises(StoreError, match="mysql"):
        orm_settings("mysql://root@localhost/x")
