"""Where in a text names may begin: one look at each pair of characters answers all who ask."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

from language.names.forms import Forms
from language.names.likeness import Likeness
from language.names.sounds import sound

MOST_PAIRS = 20_000
"""So many pairs of characters are kept; a flood of others is looked up again."""


class Spot(NamedTuple):
    """What may begin with two neighbouring characters."""

    form: bool
    """A name as it is written."""
    heard: bool
    """A short name by its sound."""
    bucket: str
    """A name that is only almost written so: the bucket of likenesses to look in."""
    rare: bool
    """Whether the pair stands in the names of very few."""


@dataclass(slots=True)
class Spots:
    """The places of one text where something may begin, in order."""

    forms: list[int] = field(default_factory=list)
    heard: list[int] = field(default_factory=list)
    likely: list[tuple[int, str]] = field(default_factory=list)
    rare: list[int] = field(default_factory=list)


class Pairs(dict[str, Spot | None]):
    """For each pair of characters what may begin there, found when the pair is first met; None for nothing."""

    def __init__(self, forms: Forms, by_sound: Forms, likeness: Likeness) -> None:
        super().__init__()
        self._forms, self._by_sound, self._likeness = forms, by_sound, likeness

    def __missing__(self, pair: str) -> Spot | None:
        heard = sound(pair)
        spot = Spot(
            self._forms.begins(pair),
            self._by_sound.begins(heard),
            self._likeness.bucket_of(pair, heard),
            self._likeness.is_rare(pair),
        )
        found = spot if any(spot) else None
        if len(self) < MOST_PAIRS:
            self[pair] = found
        return found

    def spots(self, pairs: Sequence[str]) -> Spots:
        """What may begin where in a text of these neighbours."""
        look: Callable[[str], Spot | None] = self.__getitem__
        at_places = list(map(look, pairs))
        found = Spots()
        for place, spot in compress(enumerate(at_places), at_places):
            form, heard, bucket, rare = spot or _NOTHING
            if form:
                found.forms.append(place)
            if heard:
                found.heard.append(place)
            if bucket:
                found.likely.append((place, bucket))
            if rare:
                found.rare.append(place)
        return found


_NOTHING = Spot(False, False, "", False)
