"""The SQLite engine with transactions that take the write lock at once.

A deferred BEGIN that reads and then writes fails with "database is locked" as soon as another process
writes in between, whatever the busy timeout; BEGIN IMMEDIATE waits its turn instead.
"""

import asyncio
import sqlite3
from collections.abc import Sequence
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections
from tortoise.exceptions import IntegrityError, OperationalError, TransactionManagementError

from models.store.sqlite_near import NearConnection


class AtOnce(SqliteClient):
    """A client that runs here and now what takes microseconds; the ORM's own way to it costs twice the statement."""

    async def execute_query(self, query: str, values: list[Any] | None = None) -> tuple[int, Sequence[Any]]:
        """One statement, as the ORM's own: how many rows were changed or found, and the rows."""
        if not self._lock.locked() and isinstance(self._connection, NearConnection) and "\x00" not in query:
            try:
                done = self._connection.at_once(query, values or ())
            except sqlite3.OperationalError as error:
                raise OperationalError(error) from error
            except sqlite3.IntegrityError as error:
                raise IntegrityError(error) from error
            if done is not None:
                return done
        answer: tuple[int, Sequence[Any]] = await super().execute_query(query, values)
        return answer


class ImmediateTransaction(SqliteTransactionWrapper, AtOnce):
    """A transaction that begins with the write lock."""

    async def begin(self) -> None:
        """Take the write lock, waiting for whoever has it."""
        assert isinstance(self._connection, NearConnection)
        try:
            if self._connection.in_transaction:
                await self._connection.commit()
            await self._connection.begin()
        except sqlite3.OperationalError as error:
            raise TransactionManagementError(error) from error

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """One statement for many rows."""
        assert isinstance(self._connection, NearConnection)
        try:
            self._connection._conn.executemany(query, values)
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error
        except sqlite3.IntegrityError as error:
            raise IntegrityError(error) from error

    async def commit(self) -> None:
        """Make it last."""
        assert isinstance(self._connection, NearConnection)
        if self._finalized:
            raise TransactionManagementError("Transaction already finalised")
        await self._connection.finish()
        self._finalized = True


class ImmediateContext(SqliteTransactionContext):
    """The ORM's own context keeps its lock for ever when a transaction cannot begin: then nobody gets in again."""

    def __init__(self, transaction: ImmediateTransaction, lock: asyncio.Lock, *, light: bool = False) -> None:
        super().__init__(transaction, lock)
        self._light = light

    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            self._be_light(self._light)
            await self.connection.begin()
        except BaseException:
            self._leave()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        transaction: TransactionalDBClient = self.connection
        return transaction

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        try:
            if not self.connection._finalized:
                await (self.connection.rollback() if exc_type else self.connection.commit())
        finally:
            get_connections().reset(self.token)
            self._leave()

    def _leave(self) -> None:
        """Let the next one in, and nothing of ours be in their way, whatever has happened."""
        try:
            connection = self.connection._connection
            if connection is not None and connection._connection is not None and connection.in_transaction:
                connection._conn.rollback()
            self._be_light(False)
        finally:
            self._trxlock.release()

    def _be_light(self, light: bool) -> None:
        connection = self.connection._connection
        if self._light and isinstance(connection, NearConnection) and connection._connection is not None:
            connection.be_light(light)


class ImmediateClient(AtOnce):
    """A SQLite client whose transactions are immediate."""

    async def create_connection(self, with_db: bool) -> None:
        """Open the file."""
        if self._connection is not None:
            return
        connection = NearConnection(self.filename, durable=self.pragmas.get("synchronous") != "OFF")
        self._connection = await connection
        self._connection.row_factory = sqlite3.Row
        for pragma, value in self.pragmas.items():
            cursor = await self._connection.execute(f"PRAGMA {pragma}={value}")
            await cursor.close()
        if self.pragmas.get("journal_mode") == "WAL":
            connection.settle()
        await self._post_connect()

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """Many rows in a transaction of their own: the ORM's own begins without the write lock and may fail for it."""
        async with self._in_transaction() as transaction:
            await transaction.execute_many(query, values)

    def _in_transaction(self) -> TransactionContext:
        return ImmediateContext(ImmediateTransaction(self), self._lock)

    def light_transaction(self) -> TransactionContext:
        """A transaction whose commit does not wait for the disk."""
        return ImmediateContext(ImmediateTransaction(self), self._lock, light=True)


client_class = ImmediateClient


def get_client_class(_db_info: dict[str, Any]) -> type[SqliteClient]:
    """What Tortoise asks an engine module for."""
    return ImmediateClient
