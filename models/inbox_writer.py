"""What must be on the disk before anybody outside hears of it: one writer, and whatever waits in one transaction.

Messages before they are acknowledged, and before a letter is handed over, that it is.
"""

import asyncio
import json
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from models.mailbox import Inbox
from models.store.quick import marked
from models.store.settings import is_sqlite, sqlite_path
from models.store.sqlite_near import move_log

logger = logging.getLogger(__name__)

LONGEST_WAIT = 3.0
"""Seconds for one commit; the platforms wait four or five for their acknowledgement."""
MOST_WAITING = 5000
MOST_AT_ONCE = 500
MOVE_LOG_AFTER, MOVE_LOG_AT_LAST = 200, 2000
"""Commits after which the log is moved into the file: as soon as nobody waits, or at last all the same."""

COLUMNS = (
    "platform", "message_id", "chat_address", "chat_kind", "chat_title", "sender_address", "sender_name",
    "text", "quote", "attachments", "reply_address", "reply_until", "sent_at", "received_at",
)  # fmt: skip


class NotKept(Exception):
    """The message is not in the store, or nobody knows whether it is: it must not be acknowledged."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The row of a message; `fresh` is false where it was there before."""

    id: int
    fresh: bool


class InboxWriter(Protocol):
    """Writes durably: when `keep` or `change` returns, it is on the disk, with all that was committed before it."""

    @property
    def is_open(self) -> bool:
        """Whether anything can be written."""

    async def open(self) -> None:
        """Connect; nothing can be kept before."""

    async def keep(self, message: Inbox) -> Kept:
        """Keep an unsaved message; raises NotKept."""

    async def change(self, statement: str, *values: object) -> int:
        """Change rows, with $1, $2 … for the values; how many were changed. Raises NotKept."""

    async def close(self) -> None:
        """Finish what waits and let go of the store."""


def writer_for(url: str, *, durable: bool = True) -> InboxWriter:
    """The writer for a store's engine."""
    if is_sqlite(url):
        return SqliteWriter(sqlite_path(url), durable=durable)
    from models.inbox_postgres import PostgresWriter  # its driver is loaded only where it is used

    return PostgresWriter(url)


def mark_saved(message: Inbox, kept: Kept) -> Inbox:
    """The message as the ORM knows a row that it has read."""
    message.__dict__.update(id=kept.id, _saved_in_db=True)  # past what the ORM does at every assignment
    return message


def values_of(message: Inbox) -> list[Any]:
    """A message as the values of its columns."""
    values = [getattr(message, name) for name in COLUMNS]
    values[COLUMNS.index("attachments")] = json.dumps(message.attachments, ensure_ascii=False)
    return values


@dataclass(frozen=True, slots=True)
class Change:
    """A change of rows that goes into the transaction along with the messages."""

    statement: str
    values: Sequence[object]


Waiting = tuple[list[Any] | Change, asyncio.Future[Any]]
"""A message's values or a change, and who waits for what became of it."""


class SqliteWriter:
    """A thread with a connection of its own; the ORM's connection may be inside a transaction just then."""

    def __init__(self, path: Path, *, durable: bool = True) -> None:
        self._path = path
        self._durable = durable
        self._waiting: queue.SimpleQueue[Waiting | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    @property
    def is_open(self) -> bool:
        """Whether anything can be written."""
        return self._thread is not None

    async def open(self) -> None:
        """Start the thread; raises what opening the file raises."""
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[None] = loop.create_future()
        self._thread = threading.Thread(target=self._run, args=(loop, opened), name="inbox", daemon=True)
        self._thread.start()
        await opened

    async def keep(self, message: Inbox) -> Kept:
        """Put the message into the next transaction and wait for it."""
        kept: Kept = await self._written(values_of(message))
        return kept

    async def change(self, statement: str, *values: object) -> int:
        """Put the change into the next transaction and wait for it."""
        count: int = await self._written(Change(marked(statement, "sqlite"), values))
        return count

    async def _written(self, what: list[Any] | Change) -> Any:
        if self._thread is None or self._waiting.qsize() >= MOST_WAITING:
            raise NotKept("too many messages are waiting to be kept")
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.put((what, done))
        return await done

    async def close(self) -> None:
        """Let the thread finish what waits."""
        thread, self._thread = self._thread, None  # from now on nothing comes behind the end
        if thread is not None:
            self._waiting.put(None)
            await asyncio.to_thread(thread.join)

    def _run(self, loop: asyncio.AbstractEventLoop, opened: "asyncio.Future[None]") -> None:
        try:
            connection = self._connect()
        except sqlite3.Error as error:
            loop.call_soon_threadsafe(opened.set_exception, error)
            return
        loop.call_soon_threadsafe(opened.set_result, None)
        commits = 0
        try:
            for batch in iter(self._next_batch, []):
                self._settle(loop, connection, batch)
                commits += 1
                if commits >= (MOVE_LOG_AFTER if self._waiting.empty() else MOVE_LOG_AT_LAST) and self._durable:
                    commits = 0
                    _move_log(connection)
        finally:
            connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, timeout=0)
        connection.execute(f"PRAGMA journal_mode={'WAL' if self._durable else 'MEMORY'}")
        connection.execute(f"PRAGMA synchronous={'FULL' if self._durable else 'OFF'}")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        return connection

    def _next_batch(self) -> list[Waiting]:
        """Whatever waits, at least one message; empty when it is time to stop."""
        first = self._waiting.get()
        batch = [first]
        while batch[-1] is not None and len(batch) < MOST_AT_ONCE:
            try:
                batch.append(self._waiting.get_nowait())
            except queue.Empty:
                break
        if batch[-1] is None and len(batch) > 1:
            self._waiting.put(None)  # commit what came before the end, and come back for the end
        return [each for each in batch if each is not None]

    def _settle(
        self,
        loop: asyncio.AbstractEventLoop,
        connection: sqlite3.Connection,
        batch: list[Waiting],
    ) -> None:
        """Commit a batch and tell everybody who waits for it, in one go."""
        try:
            written = self._commit(connection, [what for what, _ in batch])
        except Exception as error:  # whatever it was: the thread lives on, and nobody waits in vain
            failure = NotKept(str(error) or type(error).__name__)
            loop.call_soon_threadsafe(fail, [done for _, done in batch], failure)
        else:
            loop.call_soon_threadsafe(tell, [done for _, done in batch], written)

    def _commit(self, connection: sqlite3.Connection, batch: list[list[Any] | Change]) -> list[Kept | int]:
        _begin(connection)
        try:
            written = [_write(connection, each) for each in batch]
            connection.execute("COMMIT")
        except Exception:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return written


def _begin(connection: sqlite3.Connection) -> None:
    """Take the write lock; SQLite's own waiting sleeps ever longer, so we ask again every half millisecond."""
    until = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.0005)


_INSERT = (
    f"INSERT INTO inbox ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
    " ON CONFLICT (platform, message_id) DO NOTHING RETURNING id"
)


def _move_log(connection: sqlite3.Connection) -> None:
    """What cannot be moved now is moved after the next commits."""
    try:
        move_log(connection)
    except sqlite3.OperationalError as error:
        logger.warning("the log was not moved into the file: %s", error)


def _plain(values: Sequence[Any]) -> list[Any]:
    """Values with moments as the ORM writes them: as text in this very form; another one would sort differently."""
    return [value.isoformat(" ") if isinstance(value, datetime) else value for value in values]


def _write(connection: sqlite3.Connection, what: list[Any] | Change) -> Kept | int:
    if isinstance(what, Change):
        return connection.execute(what.statement, _plain(what.values)).rowcount
    return _insert(connection, what)


def _insert(connection: sqlite3.Connection, row: list[Any]) -> Kept:
    values = _plain(row)
    found = connection.execute(_INSERT, values).fetchone()
    if found:
        return Kept(found[0], True)
    there = connection.execute("SELECT id FROM inbox WHERE platform = ? AND message_id = ?", values[:2]).fetchone()
    return Kept(there[0], False)


def tell(waiting: Sequence["asyncio.Future[Any]"], written: Sequence[Kept | int]) -> None:
    """Tell all who wait what became of what they brought."""
    for done, result in zip(waiting, written, strict=True):
        if not done.done():
            done.set_result(result)


def fail(waiting: Sequence["asyncio.Future[Any]"], error: Exception) -> None:
    """Tell all who wait that nothing became of them."""
    for done in waiting:
        if not done.done():
            done.set_exception(error)
