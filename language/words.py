"""Finding the words of a table in a text: leftmost, longest, never overlapping."""

import re
from collections.abc import Iterable, Mapping
from operator import add, methodcaller
from typing import Any, Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class Found(NamedTuple, Generic[Value]):
    """One word of a table where it stands in the text."""

    start: int
    end: int
    word: str
    value: Value


class WordTable(Generic[Value]):
    """Words with a value each, grouped by their first and second character so that a scan costs little."""

    def __init__(self, words: Mapping[str, Value]) -> None:
        self._words = words
        self._scan: _Scan | None = None
        """Made at the first search: importing this room shall cost little."""

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def items(self) -> Iterable[tuple[str, Value]]:
        """The words with their values."""
        return self._words.items()

    def get(self, word: str) -> Value | None:
        """The value of a whole word."""
        return self._words.get(word)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Found[Value]]:
        """Every word between two places of a text, in order."""
        begins, groups = self._scan or self._grouped()
        found: list[Found[Value]] = []
        stop = len(text) if end is None else end
        first = begins.search(text, start, stop)
        if first is None:
            return found
        free = start = first.start()
        for place in map(_START, begins.finditer(text, start, stop)):
            if place < free:
                continue
            seconds, alone = groups[text[place]]
            for word in seconds.get(text[place + 1 : place + 2], alone):
                if text.startswith(word, place, stop):
                    free = place + len(word)
                    found.append(Found(place, free, word, self._words[word]))
                    break
        return found

    def _grouped(self) -> "_Scan":
        grouped: dict[str, dict[str, list[str]]] = {}
        for word in self._words:
            grouped.setdefault(word[0], {}).setdefault(word[1:2], []).append(word)
        groups = {first: _by_second(seconds) for first, seconds in grouped.items()}
        self._scan = _begins(groups), groups
        return self._scan


_START = methodcaller("start")
_Groups = dict[str, tuple[dict[str, tuple[str, ...]], tuple[str, ...]]]
"""For each first character the words by their second, and the character alone for any other second."""
_Scan = tuple[re.Pattern[str], _Groups]


def _begins(groups: _Groups) -> re.Pattern[str]:
    """Where a word may begin, by its first two characters: most places of a text are passed over without a look."""
    seconds = {second for by_second, _ in groups.values() for second in by_second}
    single = any(alone for _, alone in groups.values())
    if not groups:
        return re.compile("(?!)")
    first = f"[{re.escape(''.join(groups))}]"
    return re.compile(first if single else f"{first}(?=[{re.escape(''.join(seconds))}])")


def _by_second(seconds: Mapping[str, list[str]]) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Words of one first character by their second, longest first, and the character alone for any other second."""
    alone = tuple(seconds.get("", ()))
    return {
        second: (*sorted(group, key=len, reverse=True), *alone) for second, group in seconds.items() if second
    }, alone


class Together:
    """Several tables looked through in one pass over a text, which costs little more than one of them alone.

    Of the words of `anywhere` only the places are told, those that overlap included.
    """

    def __init__(self, *tables: WordTable[Any], anywhere: Iterable[str] = ()) -> None:
        self._tables = tables
        self._anywhere = frozenset(anywhere)
        self._beginnings: _Beginnings | None = None
        """Made at the first search: importing this room shall cost little."""

    def find(self, text: str) -> tuple[list[list[Found[Any]]], list[int]]:
        """The words of each table, as its own `find` would find them, and where a word of `anywhere` begins."""
        beginnings = self._beginnings or self._grouped()
        found: list[list[Found[Any]]] = [[] for _ in self._tables]
        free = [0] * len(found)
        places: list[int] = []
        for place, begun in enumerate(map(beginnings.__getitem__, map(add, text, text[1:] + _END))):
            if begun is None:
                continue
            longer, shorter = begun
            for table, word, value, unsure in longer.get(text[place + 2 : place + 3], shorter):
                if unsure and not text.startswith(word, place):
                    continue
                if table < 0:
                    places.append(place)
                elif place >= free[table]:
                    free[table] = end = place + len(word)
                    found[table].append(Found(place, end, word, value))
        return found, places

    def _grouped(self) -> "_Beginnings":
        """All words by their first character, the longest first."""
        words = [
            (number, word, value, len(word) > COMPARED)
            for number, table in enumerate(self._tables)
            for word, value in table.items()
        ]
        words += [(-1, word, None, len(word) > COMPARED) for word in self._anywhere]
        self._beginnings = _Beginnings(sorted(words, key=lambda each: -len(each[1])))
        return self._beginnings


_END = "\0"
"""Stands behind the last character, which so has a pair like any other."""

COMPARED = 3
"""So many characters of a word are known to stand there when it is looked at."""

_Entry = tuple[int, str, Any, bool]
"""A table's number, one of its words, its value, and whether more of it must be compared."""
_Entries = tuple[_Entry, ...]
_Begun = tuple[Mapping[str, _Entries], _Entries]
"""The words by their third character, and those for any other third: what has no more than two."""


class _Beginnings(dict[str, "_Begun | None"]):
    """The words that may begin with two characters, gathered when these are first met."""

    def __init__(self, words: Iterable[_Entry]) -> None:
        super().__init__()
        self._by_first: dict[str, list[_Entry]] = {}
        for each in words:
            self._by_first.setdefault(each[1][0], []).append(each)

    def __missing__(self, pair: str) -> "_Begun | None":
        words = [each for each in self._by_first.get(pair[0], ()) if pair.startswith(each[1][:2])]
        shorter = tuple(each for each in words if len(each[1]) < COMPARED)
        thirds = {each[1][2] for each in words if len(each[1]) >= COMPARED}
        longer = {third: tuple(each for each in words if each[1][2:3] in ("", third)) for third in thirds}
        found = (longer, shorter) if words else None
        if len(self) < MOST_PAIRS:
            self[pair] = found
        return found


MOST_PAIRS = 20_000
"""So many pairs of characters are kept; a flood of others finds its words without them."""


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds the first of some words; without words it finds nothing."""
    return re.compile("|".join(map(re.escape, words)) or "(?!)")


def spread(groups: Mapping[Value, Iterable[str]]) -> dict[str, Value]:
    """Turn value → words into word → value; a word must not stand under two values."""
    words: dict[str, Value] = {}
    for value, group in groups.items():
        for word in group:
            if words.setdefault(word, value) != value:
                raise ValueError(f"{word} stands under {words[word]} and under {value}")
    return words


def listed(words: str) -> tuple[str, ...]:
    """The words of a table written as text, so that a person may add one between two blanks."""
    return tuple(words.split())
