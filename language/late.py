"""Patterns that are compiled when first used, or all in `compile_all`, so that importing this room costs little."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, cast

from language.leads import led

Made = TypeVar("Made")

_known: "list[_Late]" = []
_prepared: list[Callable[[], object]] = []


class _Compiled:
    """What a late pattern becomes: its methods are found on it at once."""

    pattern: str


class _Late:
    """Stands in for a pattern until something is asked of it; from then on its methods are the pattern's own."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        _known.append(self)

    def __getattr__(self, name: str) -> Any:
        """Only reached while the pattern is not compiled: later each method is found on the instance."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = led(self.pattern)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(compiled, method))
        self.__class__ = _Compiled  # type: ignore[assignment]  # without __getattr__, which makes every look dear
        return getattr(compiled, name)


def late(*patterns: str) -> re.Pattern[str]:
    """One pattern out of several alternatives, compiled when first used."""
    return cast(re.Pattern[str], _Late("|".join(patterns)))


def prepared(make: Callable[[], Made]) -> Callable[[], Made]:
    """What is dear to make: made once, when first asked for or in `compile_all`, so that no message waits for it."""
    made = cache(make)
    _prepared.append(made)
    return made


def compile_all() -> None:
    """Compile and make what was not needed yet; for a thread at start."""
    for pattern in _known:
        _ = pattern.search
    for made in _prepared:
        made()
