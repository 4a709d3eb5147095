"""A connection to the embedded store that does in the loop's own thread what takes microseconds.

Handing a statement to another thread and back costs thirty times what SQLite needs for it, and a message takes two
dozen. What waits for the disk (a commit, a write outside a transaction) still goes to the other thread.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

import aiosqlite

PATIENCE = 10.0
"""Seconds to wait for somebody else's write; SQLite's own waiting sleeps ever longer and would hold up the loop."""
PAUSE = 0.0005
CHUNK = 64
CHECKPOINT_AFTER = 100
"""Commits after which the next one that waits for the disk moves the log into the file as well."""

Done = tuple[int, list[sqlite3.Row]]
"""How many rows were changed, or found; and what was found."""

_READS = ("SELECT", "select")
_STATEMENTS = {"execute", "executemany", "_execute_fetchall", "_execute_insert"}


def _moment(raw: bytes) -> datetime | str:
    """A moment as the ORM writes it; what somebody else has written is left for the ORM to read."""
    text = raw.decode()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment if moment.tzinfo is not None else text


def _day(raw: bytes) -> date | str:
    text = raw.decode()
    return date.fromisoformat(text) if len(text) == len("2026-06-12") else text


# The ORM's own way from text to a moment is a regular expression that takes a hundred times as long.
sqlite3.register_converter("TIMESTAMP", _moment)
sqlite3.register_converter("DATE", _day)


def move_log(connection: sqlite3.Connection) -> None:
    """Move the log into the file, with the write lock held and nobody writing meanwhile.

    SQLite's own, passive way may lose what another connection commits at that very moment (its "WAL-reset bug",
    mended in 3.51.3; the libraries that people have are older), so it is switched off wherever two connections write.
    """
    connection.execute(f"PRAGMA busy_timeout={int(PATIENCE * 1000)}")
    try:
        connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
    finally:
        connection.execute("PRAGMA busy_timeout=0")


class NearConnection(aiosqlite.Connection):
    """An aiosqlite connection; its callers see no difference but the time it takes."""

    def __init__(self, path: str, *, durable: bool = True) -> None:
        # The two threads never use it at once: whoever awaits one call does not make the next.
        options: dict[str, Any] = {"isolation_level": None, "check_same_thread": False}
        super().__init__(partial(sqlite3.connect, path, detect_types=sqlite3.PARSE_DECLTYPES, **options), CHUNK)
        self._durable = durable
        self._light = False
        self._commits = 0

    def settle(self) -> None:
        """Take over when the log is moved into the file: that waits for the disk, and a light commit must not."""
        self._conn.execute("PRAGMA wal_autocheckpoint=0")

    def be_light(self, light: bool) -> None:
        """From now on commits wait for the disk, or not; no transaction may be open. See `models.store.light`."""
        if self._durable:
            self._light = light
            self._conn.execute("PRAGMA synchronous=NORMAL" if light else "PRAGMA synchronous=FULL")

    def at_once(self, statement: str, values: Sequence[Any]) -> Done | None:
        """A statement that need not wait for the disk; None where it has to, or where somebody else is writing."""
        connection = self._connection
        if connection is None or not self._running:
            return None
        if self._durable and not self._light and not connection.in_transaction and not statement.startswith(_READS):
            return None
        before = connection.total_changes
        try:
            rows = connection.execute(statement, values).fetchall()
        except sqlite3.OperationalError as error:
            if connection.in_transaction or not _is_locked(error):
                raise
            return None
        return (connection.total_changes - before) or len(rows), rows

    async def finish(self) -> None:
        """Commit a transaction: here and now where that does not wait for the disk."""
        self._commits += 1
        if self._light or not self._durable:
            self._conn.commit()
        else:
            await self.commit()

    async def begin(self) -> None:
        """Begin a transaction with the write lock, waiting for it beside the loop."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self._conn.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if not _is_locked(error) or time.monotonic() > until:
                    raise
                await asyncio.sleep(PAUSE)

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if self._connection is not None and self._running and self._is_quick(fn.__name__, args):
            try:
                return fn(*args, **kwargs)
            except sqlite3.OperationalError as error:
                if self._connection.in_transaction or not _is_locked(error):
                    raise
        return await self._beside(partial(self._patiently, fn), *args, **kwargs)

    async def _beside(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """In the other thread; who is cancelled meanwhile waits for it, for the next call must not overlap it."""
        call = asyncio.ensure_future(super()._execute(fn, *args, **kwargs))  # type: ignore[no-untyped-call]
        try:
            return await asyncio.shield(call)
        except asyncio.CancelledError:
            await asyncio.wait({call})
            raise

    def _patiently(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do it, as soon as nobody else is writing."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                done = fn(*args, **kwargs)
                break
            except sqlite3.OperationalError as error:
                if not _is_locked(error) or time.monotonic() > until:
                    raise
                time.sleep(PAUSE)
        if fn.__name__ != "close":  # the last one to close moves the log by itself
            self._move_log()
        return done

    def _move_log(self) -> None:
        """Now and then, where the disk has been waited for anyway."""
        connection = self._connection
        if self._durable and self._commits >= CHECKPOINT_AFTER and connection and not connection.in_transaction:
            self._commits = 0
            move_log(connection)

    def _is_quick(self, name: str, args: tuple[Any, ...]) -> bool:
        """Whether a call need not wait for the disk: a read, or a write whose transaction commits later."""
        if not self._durable or self._light:
            return name in _STATEMENTS or name in ("commit", "rollback")
        if self._conn.in_transaction:
            return name in _STATEMENTS or name == "rollback"
        return name == "commit" or (name == "_execute_fetchall" and args[0].startswith(_READS))


def _is_locked(error: sqlite3.OperationalError) -> bool:
    return "locked" in str(error) or "busy" in str(error)
