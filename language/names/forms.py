"""Words with what they may mean, found in a text in one pass."""

from collections.abc import Iterator
from enum import IntEnum
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

    def starting_at(self, text: str, place: int) -> Iterator[tuple[int, list[Sense]]]:
        """The ends of the forms that begin at a place, longest first, with their senses."""
        for length in self._lengths.get(text[place : place + 2], ()):
            if (senses := self._senses.get(text[place : place + length])) is not None and place + length <= len(text):
                yield place + length, senses

    def places(self, text: str) -> list[int]:
        """Where a form may begin."""
        lengths = self._lengths
        return [place for place in range(len(text) - 1) if text[place : place + 2] in lengths]
