"""Words with what they may mean, found in a text in one pass."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from operator import add
from typing import NamedTuple

from language.names.short_names import Tier


class Kind(IntEnum):
    """What a form names."""

    PROJECT = 0
    UNIT = 1
    PERSON = 2
    TOWN = 3
    CATEGORY = 4


class Sense(NamedTuple):
    """One thing that a form may mean."""

    kind: Kind
    id: str
    tier: Tier


class Forms:
    """Forms of names. A scan costs one look-up for each pair of characters, whatever the number of forms."""

    def __init__(self) -> None:
        self._senses: dict[str, list[Sense]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._senses)

    def __contains__(self, form: str) -> bool:
        return form in self._senses

    def add(self, form: str, sense: Sense) -> None:
        """Let a form of two characters or more mean something, beside what it means already."""
        senses = self._senses.get(form)
        if senses is None:
            self._senses[form] = [sense]
            head = form[:2]
            known = self._lengths.get(head, ())
            if len(form) not in known:
                self._lengths[head] = tuple(sorted((*known, len(form)), reverse=True))
        elif sense not in senses:
            senses.append(sense)

    def senses(self, form: str) -> list[Sense]:
        """What a form may mean."""
        return self._senses.get(form, [])

    def find(self, text: str, pairs: Sequence[str]) -> Iterator[tuple[int, list[tuple[int, list[Sense]]]]]:
        """Each place of a text at which forms begin, with their ends, longest first; `pairs` are its neighbours."""
        lengths, senses = self._lengths, self._senses
        size = len(text)
        for place, pair in enumerate(pairs):
            if pair in lengths:
                found = [
                    (place + length, known)
                    for length in lengths[pair]
                    if place + length <= size and (known := senses.get(text[place : place + length])) is not None
                ]
                if found:
                    yield place, found


def neighbours(text: str) -> list[str]:
    """Every pair of neighbouring characters."""
    return list(map(add, text, text[1:]))
