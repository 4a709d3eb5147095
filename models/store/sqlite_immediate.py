"""The SQLite engine with transactions that take the write lock at once.

A deferred BEGIN that reads and then writes fails with "database is locked" as soon as another process
writes in between, whatever the busy timeout; BEGIN IMMEDIATE waits its turn instead.
"""

import asyncio
import sqlite3
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError

from models.store.sqlite_near import NearConnection


class ImmediateTransaction(SqliteTransactionWrapper):
    """A transaction that begins with the write lock."""

    async def begin(self) -> None:
        """Take the write lock, waiting for whoever has it."""
        assert isinstance(self._connection, NearConnection)
        try:
            await self._connection.commit()
            await self._connection.begin()
        except sqlite3.OperationalError as error:
            raise TransactionManagementError(error) from error


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


class ImmediateClient(SqliteClient):
    """A SQLite client whose transactions are immediate."""

    async def create_connection(self, with_db: bool) -> None:
        """Open the file."""
        if self._connection is not None:
            return
        self._connection = await NearConnection(self.filename, durable=self.pragmas.get("synchronous") != "OFF")
        self._connection.row_factory = sqlite3.Row
        for pragma, value in self.pragmas.items():
            cursor = await self._connection.execute(f"PRAGMA {pragma}={value}")
            await cursor.close()
        await self._post_connect()

    def _in_transaction(self) -> TransactionContext:
        return ImmediateContext(ImmediateTransaction(self), self._lock)

    def light_transaction(self) -> TransactionContext:
        """A transaction whose commit does not wait for the disk."""
        return ImmediateContext(ImmediateTransaction(self), self._lock, light=True)


client_class = ImmediateClient


def get_client_class(_db_info: dict[str, Any]) -> type[SqliteClient]:
    """What Tortoise asks an engine module for."""
    return ImmediateClient
