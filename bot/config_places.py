"""Where a key of config.toml stands, and what is said of a mistake there."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum
from typing import Any, Literal, TypeGuard, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.config_form import ConfigForm
from language.wording import config as wording

PREFIX = "SANSE__"


def variable(path: tuple[Any, ...]) -> str:
    """The environment variable that overrides a key."""
    return PREFIX + "__".join(str(key).upper() for key in path)


class Places:
    """Where each key stands: the line of the file, or the environment variable."""

    def __init__(self, text: str) -> None:
        self.variables: dict[tuple[str, ...], str] = {}
        self._lines = dict(_lines(text))

    def of(self, path: tuple[Any, ...]) -> str:
        """A key's path with its line or variable; without either where it stands nowhere."""
        keys = tuple(str(key) for key in path)
        line = next((self._lines[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in self._lines), None)
        return wording.place(".".join(keys), line, self.variables.get(keys))


_SECTION = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w.-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """The line of each section and key, as far as that shows without parsing."""
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if found := _SECTION.match(line):
            section = _parts(found[1])
            yield section, number
        elif found := _KEY.match(line):
            yield section + _parts(found[1]), number


def _parts(name: str) -> tuple[str, ...]:
    return tuple("".join(part) for part in _PART.findall(name))


def told(error: Any, places: Places) -> str:
    """One mistake that the checker found, as a line."""
    path = tuple(key for key in error["loc"] if key != "[key]")
    kind = error["type"]
    if kind == "extra_forbidden":
        return f"{places.of(path)}：{wording.unknown_key(_nearest(path))}"
    if kind == "missing":
        return f"{places.of(path)}：{wording.MISSING}"
    allowed = _allowed(path) or (['"休"', '"班"'] if kind == "literal_error" else [])
    return f"{places.of(path)}：{wording.wrong_value(kind, error.get('ctx', {}), error['input'], allowed)}"


def _nearest(path: tuple[Any, ...]) -> str | None:
    """The key that was probably meant: in the same section, else of the same name elsewhere."""
    form = _form_at(path[:-1])
    known = list(form.model_fields) if form else []
    near = get_close_matches(str(path[-1]), known, 1, 0.6)
    if near:
        return ".".join([*map(str, path[:-1]), near[0]])
    elsewhere = (
        f"{name}.{path[-1]}"
        for name, section in ConfigForm.model_fields.items()
        if isinstance(section.annotation, type) and path[-1] in getattr(section.annotation, "model_fields", ())
    )
    return next(elsewhere, None)


def _form_at(path: tuple[Any, ...]) -> type[BaseModel] | None:
    """The section's form, seen through lists and tables."""
    form: Any = ConfigForm
    for key in path:
        if _is_form(form):
            known: FieldInfo | None = form.model_fields.get(str(key))
            form = known.annotation if known else None
        else:
            form = next((each for each in get_args(form) if _is_form(each)), None)
    return form if _is_form(form) else None


def _is_form(kind: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _allowed(path: tuple[Any, ...]) -> list[str]:
    """The values that a key may have, where they can be listed."""
    form = _form_at(path[:-1])
    known = form.model_fields.get(str(path[-1])) if form else None
    kind = known.annotation if known else None
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [f'"{member.value}"' for member in kind]
    if get_origin(kind) is Literal:
        return [f'"{each}"' for each in get_args(kind)]
    return []
