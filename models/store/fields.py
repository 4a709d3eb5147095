"""A column for one wire value of any kind: a word, a number, a list or an object."""

import json
from typing import Any

from tortoise import fields
from tortoise.models import Model


class JsonValue(fields.TextField):
    """One JSON value, readable in the table; unlike the ORM's own JSON column it takes a bare word.

    A word that would itself be read as JSON, such as "65" or "true", must not be stored: numbers are numbers.
    """

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> str | None:
        """The value as JSON text."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def to_python_value(self, value: Any) -> Any:
        """The value back from JSON text; what a caller hands in stays as it is."""
        if isinstance(value, str):
            try:
                return json.loads(value)
            except ValueError:
                return value
        return value
