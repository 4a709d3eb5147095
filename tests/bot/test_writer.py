"""The inbox writer: what it says it kept is kept, once, by whatever engine, and a failure is never a success."""

import asyncio
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.inbox_writer import InboxWriter, Kept, NotKept, SqliteWriter, writer_for
from models.mailbox import Inbox
from models.store.connection import open_store

NOW = datetime(2026, 6, 12, 1, 5, tzinfo=UTC)


def message(name: str, text: str = "北站路环评已批复") -> Inbox:
    return Inbox(
        platform="memory",
        message_id=name,
        chat_address="g1",
        chat_kind="group",
        sender_address="zhangwei",
        text=text,
        attachments=[{"kind": "image", "name": "图“一”.png"}],
        sent_at=NOW,
        received_at=NOW,
    )


async def test_a_row_reads_back_as_it_was_written(store: str) -> None:
    writer = writer_for(store)
    await writer.open()
    kept = await writer.keep(message("m1"))
    await writer.close()
    row = await Inbox.get(id=kept.id)
    assert (row.message_id, row.text, row.sent_at, row.attempts, row.handled_at) == (
        "m1",
        message("m1").text,
        NOW,
        0,
        None,
    )
    assert row.attachments == message("m1").attachments
    assert await Inbox.filter(received_at__lte=NOW).count() == 1


async def test_hundreds_at_once_and_each_only_once(store: str) -> None:
    writer = writer_for(store)
    await writer.open()
    names = [f"m{number % 150}" for number in range(450)]
    kept = await asyncio.gather(*(writer.keep(message(name)) for name in names))
    await writer.close()
    assert sum(each.fresh for each in kept) == 150 == await Inbox.all().count()
    for name, each in zip(names, kept, strict=True):
        assert (await Inbox.get(id=each.id)).message_id == name


async def test_messages_keep_the_order_in_which_they_came(store: str) -> None:
    writer = writer_for(store)
    await writer.open()
    kept = await asyncio.gather(*(writer.keep(message(f"m{number}")) for number in range(50)))
    await writer.close()
    assert [each.id for each in kept] == sorted(each.id for each in kept)


async def test_what_waits_at_the_end_is_still_kept(store: str) -> None:
    writer = writer_for(store)
    await writer.open()
    waiting = [asyncio.create_task(writer.keep(message(f"m{number}"))) for number in range(20)]
    await asyncio.sleep(0)
    await writer.close()
    assert len(await asyncio.gather(*waiting)) == 20 == await Inbox.all().count()


async def test_changes_go_into_the_same_transactions_and_tell_how_many_they_changed(store: str) -> None:
    writer = writer_for(store)
    await writer.open()
    kept = await writer.keep(message("m1"))
    handled = 'UPDATE "inbox" SET "handled_at" = $1 WHERE "id" = $2 AND "handled_at" IS NULL'
    work = [writer.change(handled, NOW, kept.id), writer.change(handled, NOW, kept.id), writer.keep(message("m2"))]
    first, second, other = await asyncio.gather(*work)
    assert (first, second) == (1, 0)
    assert isinstance(other, Kept)
    await writer.close()
    assert (await Inbox.get(id=kept.id)).handled_at == NOW
    assert not writer.is_open
    with pytest.raises(NotKept):
        await writer.change(handled, NOW, kept.id)


async def test_a_change_that_cannot_be_made_is_told_and_stops_nothing(store: str) -> None:
    writer = writer_for(store)
    await writer.open()
    with pytest.raises(NotKept):
        await writer.change('UPDATE "nowhere" SET "a" = $1', 1)
    assert (await writer.keep(message("m1"))).fresh
    await writer.close()


@pytest.fixture
def path(tmp_path: Path, sqlite_template: Path) -> Path:
    return Path(shutil.copy(sqlite_template, tmp_path / "store.sqlite3"))


async def test_a_store_that_stays_locked_gives_no_false_success(path: Path) -> None:
    writer: InboxWriter = SqliteWriter(path)
    await writer.open()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotKept):
        await writer.keep(message("m1"))
    other.execute("COMMIT")
    assert (await writer.keep(message("m1"))).fresh
    assert other.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
    other.close()
    await writer.close()


async def test_a_row_that_cannot_be_written_does_not_stop_the_writer(path: Path) -> None:
    writer = SqliteWriter(path)
    await writer.open()
    with pytest.raises(NotKept):
        await writer.keep(message("m1", "\ud800"))
    assert (await writer.keep(message("m2"))).fresh
    await writer.close()


async def test_the_writer_waits_for_a_transaction_of_the_orm(store_url: str) -> None:
    from tortoise.transactions import in_transaction

    writer = writer_for(store_url)
    async with open_store(store_url):
        await writer.open()
        async with in_transaction():
            await Inbox.all().update(attempts=0)
            waiting = asyncio.create_task(writer.keep(message("m1")))
            await asyncio.sleep(0.05)
        assert (await waiting).fresh
        await writer.close()
