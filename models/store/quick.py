"""Statements that every message needs, built once: the ORM builds a statement anew each time it is run.

That costs ten times what the database needs for it. Whatever is run a few times a day is better said to the ORM.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from tortoise.fields import BigIntField, BooleanField, CharField, Field, IntField, TextField
from tortoise.models import Model

M = TypeVar("M", bound=Model)


class Select(Generic[M]):
    """Rows of one table; `rest` is what follows FROM, with $1, $2 … for the values, on both engines alike."""

    def __init__(self, model: type[M], rest: str) -> None:
        self._model = model
        self._rest = rest

    async def rows(self, *values: object, among: Sequence[object] = ()) -> list[M]:
        """All rows; `$*` stands for those of `among`. Moments among the values must be in UTC."""
        if not among and "$*" in self._rest:
            return []
        database = self._model._meta.db
        statement = _select(self._model, self._rest, database.capabilities.dialect, len(values), len(among))
        _, found = await database.execute_query(statement, [*values, *among])
        return [self._model._init_from_db(**row) for row in found]

    async def first(self, *values: object) -> M | None:
        """The first row, or none."""
        found = await self.rows(*values)
        return found[0] if found else None


class Look:
    """Rows of any columns, with $1, $2 … for the values, on both engines alike."""

    def __init__(self, model: type[Model], statement: str) -> None:
        self._model = model
        self._statement = statement

    async def rows(self, *values: object, among: Sequence[object] = ()) -> Sequence[Mapping[str, Any]]:
        """All rows; `$*` stands for those of `among`. Moments, those that come back too, are in UTC."""
        if not among and "$*" in self._statement:
            return []
        database = self._model._meta.db
        statement = marked(_spread(self._statement, len(values), len(among)), database.capabilities.dialect)
        _, found = await database.execute_query(statement, [*values, *among])
        return found


class Update:
    """A change of some rows, with $1, $2 … for the values, on both engines alike."""

    def __init__(self, model: type[Model], statement: str) -> None:
        self._model = model
        self._statement = statement

    async def run(self, *values: object) -> int:
        """How many rows were changed. Moments among the values must be in UTC."""
        database = self._model._meta.db
        statement = marked(self._statement, database.capabilities.dialect)
        count, _ = await database.execute_query(statement, list(values))
        return count


Row = Mapping[str, object]
"""The values of a row by column (`project_id`, not `project`); a column that is left out has its default."""


async def insert(model: type[Model], rows: Sequence[Row], *, conflict: str = "") -> None:
    """Insert rows whose new ids nobody asks for; `conflict` is what follows ON CONFLICT.

    Plain values, for objects of the model are thrown away at once and cost as much as all the rest of a message.
    """
    if not rows:
        return
    database = model._meta.db
    statement, columns = _insert(model, database.capabilities.dialect, conflict)
    values = [[column.value(row) for column in columns] for row in rows]
    if len(values) == 1:
        await database.execute_query(statement, values[0])
    else:
        await database.execute_many(statement, values)


async def insert_one(model: type[Model], row: Row, *, conflict: str = "") -> int | None:
    """Insert a row and give its new id; None where `conflict` let it be, since it was there before."""
    database = model._meta.db
    dialect = database.capabilities.dialect
    statement, columns = _insert(model, dialect, conflict, returning=True)
    _, found = await database.execute_query(statement, [column.value(row) for column in columns])
    return int(found[0]["id"]) if found else None


async def create(model: type[M], row: Row) -> M:
    """Insert a row and give it as if it had just been read; what it belongs to is not fetched along."""
    return as_read(model, await insert_one(model, row) or 0, row)


def as_read(model: type[M], id_: int, row: Row) -> M:
    """The object of a row that was written from plain values."""
    return model._init_from_db(**{**_defaults(model), **row, "id": id_})


_PLAIN = {CharField: str, TextField: str, IntField: int, BigIntField: int, BooleanField: bool}
"""Fields whose values are written as they are, if they are of the type; anything else is left to the field itself."""


class Column:
    """One column of a table to insert into: its name, what stands there if nothing is said, how the engine wants it."""

    def __init__(self, model: type[Model], name: str) -> None:
        self._name = name
        self._model = model
        self._field = model._meta.fields_map[name]
        self._plain = _PLAIN.get(type(self._field))
        self._longest = self._field.max_length if isinstance(self._field, CharField) else None

    def value(self, row: Row) -> object:
        """What is written for a row."""
        value = row[self._name] if self._name in row else _default(self._field)
        if type(value) is self._plain and (self._longest is None or len(str(value)) <= self._longest):
            return value
        return self._field.to_db_value(value, self._model)


def _default(field: Field[Any]) -> object:
    """What stands in a column where nothing is said."""
    return field.default() if callable(field.default) else field.default


@lru_cache(maxsize=200)
def _defaults(model: type[Model]) -> dict[str, object]:
    """What stands in each column where nothing is said; as read, so that what can be changed is made anew."""
    fields = model._meta.fields_map
    defaults = {name: _default(fields[name]) for name in model._meta.fields_db_projection}
    return {name: json.dumps(value) if isinstance(value, (list, dict)) else value for name, value in defaults.items()}


@lru_cache(maxsize=200)
def _select(model: type[Model], rest: str, dialect: str, before: int, among: int) -> str:
    columns = ", ".join(f'"{column}"' for column in model._meta.fields_db_projection.values())
    rest = _spread(rest, before, among)
    return marked(f'SELECT {columns} FROM "{model._meta.db_table}" {rest}', dialect)  # noqa: S608


@lru_cache(maxsize=200)
def _spread(statement: str, before: int, among: int) -> str:
    """With a mark for each of those that come after the first values."""
    return statement.replace("$*", ", ".join(f"${before + place}" for place in range(1, among + 1)))


@lru_cache(maxsize=200)
def _insert(model: type[Model], dialect: str, conflict: str, *, returning: bool = False) -> tuple[str, list[Column]]:
    meta = model._meta
    names = [name for name in meta.fields_db_projection if not meta.fields_map[name].generated]
    columns = ", ".join(f'"{meta.fields_db_projection[name]}"' for name in names)
    marks = ", ".join(f"${place}" for place in range(1, len(names) + 1))
    end = f" ON CONFLICT {conflict}" if conflict else ""
    statement = f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({marks}){end}'  # noqa: S608
    if returning:
        statement += ' RETURNING "id"'
        if dialect != "sqlite":  # there the ORM's client gives the rows of a question only
            statement = f"WITH new AS ({statement}) SELECT id FROM new"  # noqa: S608
    return marked(statement, dialect), [Column(model, name) for name in names]


@lru_cache(maxsize=200)
def marked(statement: str, dialect: str) -> str:
    """A statement with $1, $2 … with the engine's own marks for values."""
    return statement.replace("$", "?") if dialect == "sqlite" else statement
