"""Every migration, on a store that is full: nothing is lost, and nothing is done that SQLite does destructively."""

import importlib
import pkgutil
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from tortoise import Tortoise, connections
from tortoise.migrations import operations as ops
from tortoise.models import Model

from models import migrations
from models.store.connection import open_store
from models.store.migrate import migrate
from models.store.operations import AlterFieldLength, DropColumn

NAMES = sorted(module.name for module in pkgutil.iter_modules(migrations.__path__))
SAFE = (
    ops.CreateModel,
    ops.AddField,
    ops.AddIndex,
    ops.RemoveIndex,
    ops.AddConstraint,
    ops.RenameField,
    ops.RunPython,
    ops.RunSQL,
    AlterFieldLength,
    DropColumn,
)
ROWS = 3


@pytest.mark.parametrize("name", NAMES)
def test_a_migration_does_only_what_is_safe_on_both_engines(name: str) -> None:
    migration = importlib.import_module(f"models.migrations.{name}").Migration
    for operation in migration.operations:
        assert isinstance(operation, SAFE), f"{operation.describe()}: rebuilds the table on SQLite and loses child rows"
        if isinstance(operation, ops.AddField):
            field = operation.field
            assert field.null or field.has_db_default(), f"{operation.describe()}: fails on a table that has rows"


@pytest.mark.parametrize("first", NAMES)
async def test_a_full_store_loses_nothing(store_url_empty: str, first: str) -> None:
    """Filled as it was at each migration, then brought to the newest: every row and every value is still there."""
    await migrate(store_url_empty, durable=False, target=f"models.{first}")
    async with open_store(store_url_empty, durable=False):
        before = await fill()
    await migrate(store_url_empty, datetime(2026, 6, 12, tzinfo=UTC), durable=False)
    async with open_store(store_url_empty, durable=False):
        after = {table: await rows_of(table, list(rows[0])) for table, rows in before.items()}
        assert after == before
        assert all(len(rows) == ROWS for rows in after.values())


async def fill() -> dict[str, list[dict[str, object]]]:
    """Put rows into every table as it is now, parents first; what is there then."""
    EXISTING.clear()
    EXISTING.update(await columns_in_store())
    for model in in_order():
        columns = await columns_of(model._meta.db_table)
        for number in range(1, ROWS + 1):
            values = {name: value_of(model, name, number) for name in columns}
            names = ", ".join(f'"{name}"' for name in values)
            await connections.get(connection_name()).execute_script(
                f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({", ".join(values.values())})'
            )
    return {m._meta.db_table: await rows_of(m._meta.db_table, await columns_of(m._meta.db_table)) for m in in_order()}


def connection_name() -> str:
    return next(iter(connections.db_config))


def in_order() -> list[type[Model]]:
    """The tables, each after those that its foreign keys point to, as far as they exist now."""
    models = dict(Tortoise.apps["models"])
    done: list[type[Model]] = []
    while models:
        for name, model in list(models.items()):
            parents = {model._meta.fields_map[key].related_model for key in model._meta.fk_fields}
            if parents <= {*done, model}:
                done.append(models.pop(name))
    return [model for model in done if model._meta.db_table in EXISTING]


EXISTING: set[str] = set()


async def columns_of(table: str) -> list[str]:
    found = await columns_in_store()
    return [name for name in found[table] if name != "id" or table in ("unit", "person", "project", "plan_node")]


async def columns_in_store() -> dict[str, list[str]]:
    """Which columns each table has in the store, whatever the models say by now."""
    connection = connections.get(connection_name())
    if connection_name() == "sqlite":
        tables = await connection.execute_query_dict("SELECT name FROM sqlite_master WHERE type = 'table'")
        found = {}
        for row in tables:
            info = await connection.execute_query_dict(f'PRAGMA table_info("{row["name"]}")')
            found[row["name"]] = [column["name"] for column in info]
        return found
    rows = await connection.execute_query_dict(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY ordinal_position"
    )
    found = {}
    for row in rows:
        found.setdefault(row["table_name"], []).append(row["column_name"])
    return found


async def rows_of(table: str, columns: list[str]) -> list[dict[str, object]]:
    names = ", ".join(f'"{name}"' for name in columns)
    rows = await connections.get(connection_name()).execute_query_dict(f'SELECT {names} FROM "{table}" ORDER BY "id"')
    return [dict(row) for row in rows]


def value_of(model: type[Model], column: str, number: int) -> str:
    """A literal that fits a column and, for a foreign key, points to the parent of the same number."""
    meta = model._meta
    key = next((name for name in meta.fk_fields if meta.fields_map[name].source_field == column), None)
    if key is not None:
        parent = cast(Any, meta.fields_map[key]).related_model
        return f"'k{number}'" if parent._meta.pk.__class__.__name__ == "CharField" else str(number)
    kind = meta.fields_map[next(name for name, source in meta.fields_db_projection.items() if source == column)]
    match kind.__class__.__name__:
        case "IntField" | "BigIntField":
            return str(number)
        case "BooleanField":
            return "true" if connection_name() == "postgres" else "1"
        case "DatetimeField":
            return f"'2026-06-0{number} 08:00:00+00:00'"
        case "DateField":
            return f"'2026-06-0{number}'"
        case "JSONField" | "JsonValue":
            return "'[\"值\"]'"
        case "BinaryField":
            return f"'\\x0{number}'" if connection_name() == "postgres" else f"x'0{number}'"
        case _:
            return f"'k{number}'"
