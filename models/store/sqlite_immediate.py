"""The SQLite engine with transactions that take the write lock at once.

A deferred BEGIN that reads and then writes fails with "database is locked" as soon as another process
writes in between, whatever the busy timeout; BEGIN IMMEDIATE waits its turn instead.
"""

import sqlite3
from typing import Any

from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.exceptions import TransactionManagementError


class ImmediateTransaction(SqliteTransactionWrapper):
    """A transaction that begins with the write lock."""

    async def begin(self) -> None:
        """Take the write lock, waiting up to the busy timeout."""
        try:
            await self._connection.commit()
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise TransactionManagementError(error) from error


class ImmediateClient(SqliteClient):
    """A SQLite client whose transactions are immediate."""

    def _in_transaction(self) -> TransactionContext:
        return SqliteTransactionContext(ImmediateTransaction(self), self._lock)


client_class = ImmediateClient


def get_client_class(_db_info: dict[str, Any]) -> type[SqliteClient]:
    """What Tortoise asks an engine module for."""
    return ImmediateClient
