"""Transactions that need not wait for the disk: an ordinary commit comes before anybody hears of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tortoise import connections
from tortoise.transactions import in_transaction

from models.store.sqlite_immediate import ImmediateClient


@asynccontextmanager
async def light_transaction() -> AsyncIterator[None]:
    """A transaction that the next ordinary commit makes durable together with its own.

    A process that dies loses nothing of it. When the power fails it may be lost, with all that came after it and
    nothing that came before: so whoever uses it sees to it that the outside hears nothing until an ordinary commit
    has followed, and that doing it again is harmless.
    """
    client = connections.get(next(iter(connections.db_config)))
    if isinstance(client, ImmediateClient):
        async with client.light_transaction():
            yield
        return
    async with in_transaction() as transaction:
        if client.capabilities.dialect == "postgres":
            await transaction.execute_query("SET LOCAL synchronous_commit TO off")
        yield
