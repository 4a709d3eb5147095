"""Finding the words of a table in a text: leftmost, longest, never overlapping."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """One word of a table where it stands in the text."""

    start: int
    end: int
    word: str
    value: Value


class WordTable(Generic[Value]):
    """Words with a value each, grouped by their first and second character so that a scan costs little."""

    def __init__(self, words: Mapping[str, Value]) -> None:
        grouped: dict[str, dict[str, list[str]]] = {}
        for word in words:
            grouped.setdefault(word[0], {}).setdefault(word[1:2], []).append(word)
        self._words = dict(words)
        self._groups = {first: _by_second(seconds) for first, seconds in grouped.items()}

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def get(self, word: str) -> Value | None:
        """The value of a whole word."""
        return self._words.get(word)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Found[Value]]:
        """Every word between two places of a text, in order."""
        found: list[Found[Value]] = []
        place, stop = start, len(text) if end is None else end
        groups, words = self._groups, self._words
        while place < stop:
            group = groups.get(text[place])
            if group is None:
                place += 1
                continue
            for word in group[0].get(text[place + 1 : place + 2], group[1]):
                if text.startswith(word, place) and place + len(word) <= stop:
                    found.append(Found(place, place + len(word), word, words[word]))
                    place += len(word)
                    break
            else:
                place += 1
        return found


def _by_second(seconds: Mapping[str, list[str]]) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Words of one first character by their second, longest first, and the character alone for any other second."""
    alone = tuple(seconds.get("", ()))
    return {
        second: (*sorted(group, key=len, reverse=True), *alone) for second, group in seconds.items() if second
    }, alone


def spread(groups: Mapping[Value, Iterable[str]]) -> dict[str, Value]:
    """Turn value → words into word → value; a word must not stand under two values."""
    words: dict[str, Value] = {}
    for value, group in groups.items():
        for word in group:
            if words.setdefault(word, value) != value:
                raise ValueError(f"{word} stands under {words[word]} and under {value}")
    return words
