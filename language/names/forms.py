"""Words with what they may mean, found in a text in one pass."""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
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


MANY = 12
"""A form that means more things than these has them in a set, too."""


class Forms:
    """Forms of names. A scan costs one look-up for each pair of characters, whatever the number of forms."""

    def __init__(self) -> None:
        self._senses: dict[str, list[Sense] | tuple[Sense]] = {}
        """What each form may mean; most mean one thing, and a tuple of one is the smallest to keep."""
        self._of_many: dict[str, set[Sense]] = {}
        """The same of the forms that mean many things, so that none is kept twice."""
        self._lengths: dict[str, int] = {}
        """For each beginning the lengths of its forms, a bit each."""

    def __len__(self) -> int:
        return len(self._senses)

    def __contains__(self, form: str) -> bool:
        return form in self._senses

    def add(self, form: str, sense: Sense) -> None:
        """Let a form of two characters or more mean something, beside what it means already."""
        senses = self._senses.get(form)
        if senses is None:
            self._senses[form] = (sense,)
            head = form[:2]
            self._lengths[head] = self._lengths.get(head, 0) | 1 << len(form)
        elif senses[-1] != sense:
            self._add_another(form, senses, sense)

    def _add_another(self, form: str, senses: list[Sense] | tuple[Sense], sense: Sense) -> None:
        """Let a form mean one thing more; 道路 fits hundreds of projects, and none of them waits for the others."""
        known = self._of_many.get(form)
        if sense in (senses if known is None else known):
            return
        if known is not None:
            known.add(sense)
        elif len(senses) == MANY:
            self._of_many[form] = {*senses, sense}
        if isinstance(senses, list):
            senses.append(sense)
        else:
            self._senses[form] = [*senses, sense]

    def senses(self, form: str) -> Sequence[Sense]:
        """What a form may mean."""
        return self._senses.get(form, ())

    def begins(self, pair: str) -> bool:
        """Whether a form begins with two characters."""
        return pair in self._lengths

    def places(self, pairs: Sequence[str]) -> list[int]:
        """Where in a text of these neighbours a form may begin."""
        heads = self._lengths
        return [place for place, pair in enumerate(pairs) if pair in heads]

    def at(self, text: str, place: int) -> list[tuple[int, Sequence[Sense]]]:
        """The ends of the forms that begin at a place, longest first, with what they may mean."""
        known, size = self._senses, len(text) - place
        found: list[tuple[int, Sequence[Sense]]] = []
        for length in _lengths(self._lengths[text[place : place + 2]]):
            if length <= size and (senses := known.get(text[place : place + length])) is not None:
                found.append((place + length, senses))
        return found


@lru_cache(maxsize=4096)
def _lengths(bits: int) -> tuple[int, ...]:
    """The lengths that bits stand for, longest first."""
    return tuple(length for length in range(bits.bit_length() - 1, 1, -1) if bits >> length & 1)


@lru_cache(maxsize=16)
def neighbours(text: str) -> list[str]:
    """Every pair of neighbouring characters, which several readers of one message ask for."""
    return list(map(add, text, text[1:]))
