"""The writer on PostgreSQL: a batch of messages is one statement, a batch of changes one transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

import asyncpg

from models.inbox_writer import (
    COLUMNS,
    LONGEST_WAIT,
    MOST_AT_ONCE,
    MOST_WAITING,
    Change,
    Kept,
    NotKept,
    Waiting,
    fail,
    tell,
    values_of,
)
from models.mailbox import Inbox
from models.store.settings import credentials

T = TypeVar("T")

_TYPES = {"attachments": "text", "reply_until": "timestamptz", "sent_at": "timestamptz", "received_at": "timestamptz"}
_UNNEST = (
    f"INSERT INTO inbox ({', '.join(COLUMNS)})"  # noqa: S608
    f" SELECT {', '.join(f'{name}::jsonb' if name == 'attachments' else name for name in COLUMNS)} FROM unnest("
    + ", ".join(f"${place}::{_TYPES.get(name, 'text')}[]" for place, name in enumerate(COLUMNS, 1))
    + f") AS new ({', '.join(COLUMNS)})"
    " ON CONFLICT (platform, message_id) DO NOTHING RETURNING id, platform, message_id"
)
_SELECT = (
    "SELECT id, platform, message_id FROM inbox"
    " WHERE (platform, message_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))"
)


class PostgresWriter:
    """A task with a connection of its own; a batch is one statement."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._waiting: asyncio.Queue[Waiting | None] = asyncio.Queue(MOST_WAITING)
        self._connection: asyncpg.Connection | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def is_open(self) -> bool:
        """Whether anything can be written."""
        return self._task is not None

    async def open(self) -> None:
        """Connect and begin."""
        await self._connect()
        self._task = asyncio.create_task(self._run(), name="inbox")

    async def keep(self, message: Inbox) -> Kept:
        """Put the message into the next statement and wait for it."""
        kept: Kept = await self._written(values_of(message))
        return kept

    async def change(self, statement: str, *values: object) -> int:
        """Put the change into the next transaction of changes and wait for it."""
        count: int = await self._written(Change(statement, values))
        return count

    async def _written(self, what: list[Any] | Change) -> Any:
        if self._task is None:
            raise NotKept("nothing is kept any more")
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        try:
            self._waiting.put_nowait((what, done))
        except asyncio.QueueFull:
            raise NotKept("too many messages are waiting to be kept") from None
        return await done

    async def close(self) -> None:
        """Finish what waits and disconnect."""
        task, self._task = self._task, None  # from now on nothing comes behind the end
        if task is not None:
            await self._waiting.put(None)
            await task
        if self._connection is not None:
            await self._connection.close(timeout=LONGEST_WAIT)
            self._connection = None

    async def _connect(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(
                **credentials(self._url), timeout=LONGEST_WAIT, command_timeout=LONGEST_WAIT
            )
            await self._connection.execute("SET synchronous_commit = on")
        return self._connection

    async def _run(self) -> None:
        while batch := await self._next_batch():
            messages = [(what, done) for what, done in batch if not isinstance(what, Change)]
            changes = [(what, done) for what, done in batch if isinstance(what, Change)]
            await self._settle(self._commit, messages)
            await self._settle(self._carry_out, changes)

    async def _settle(
        self,
        write: Callable[[list[T]], Awaitable[Sequence[Kept | int]]],
        batch: list[tuple[T, asyncio.Future[Any]]],
    ) -> None:
        """Write a batch and tell everybody who waits for it."""
        if not batch:
            return
        waiting = [done for _, done in batch]
        try:
            tell(waiting, await write([what for what, _ in batch]))
        except Exception as error:  # whatever it was: the task lives on, and nobody waits in vain
            fail(waiting, NotKept(str(error) or type(error).__name__))
            await self._drop_connection()

    async def _next_batch(self) -> list[Waiting]:
        batch = [await self._waiting.get()]
        while batch[-1] is not None and len(batch) < MOST_AT_ONCE and not self._waiting.empty():
            batch.append(self._waiting.get_nowait())
        if batch[-1] is None and len(batch) > 1:
            self._waiting.put_nowait(None)
        return [each for each in batch if each is not None]

    async def _commit(self, rows: list[list[Any]]) -> list[Kept]:
        connection = await self._connect()
        new = {(row[1], row[2]): row[0] for row in await connection.fetch(_UNNEST, *map(list, zip(*rows, strict=True)))}
        keys = [(row[0], row[1]) for row in rows]
        old: dict[tuple[str, str], int] = {}
        if missing := [key for key in keys if key not in new]:
            found = await connection.fetch(_SELECT, *map(list, zip(*missing, strict=True)))
            old = {(row[1], row[2]): row[0] for row in found}
        return [_kept(key, new, old) for key in keys]  # a KeyError would mean that the row was deleted under us

    async def _carry_out(self, changes: list[Change]) -> list[int]:
        connection = await self._connect()
        if len(changes) == 1:  # its own transaction, without asking twice for one
            done = [await connection.execute(changes[0].statement, *changes[0].values)]
        else:
            async with connection.transaction():
                done = [await connection.execute(each.statement, *each.values) for each in changes]
        return [int(status.rpartition(" ")[2]) for status in done]

    async def _drop_connection(self) -> None:
        """Begin with a new connection next time; this one may be in any state."""
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None


def _kept(key: tuple[str, str], new: dict[tuple[str, str], int], old: dict[tuple[str, str], int]) -> Kept:
    """The row of one message; the second of two equal ones in a batch is not fresh."""
    if key in new:
        fresh = key not in old
        old[key] = new[key]
        return Kept(new[key], fresh)
    return Kept(old[key], False)
