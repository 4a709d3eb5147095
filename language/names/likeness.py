"""Finds projects that a text names almost: shortened in a way nobody entered, or with a slip of the keys.

Every name is kept as its sound, in a bucket for each pair of characters with which people may begin to say it. Where a
text holds such a pair, rapidfuzz ranks the bucket by what follows; the best are walked along the text, and the one that
explains most of it is meant.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from language.names.anatomy import Anatomy, Part, Piece
from language.names.bodies import Body, beginnings, body_of
from language.names.marks import Mark, MarkSpan
from language.names.sounds import sound
from language.names.walks import Walk, from_within, is_convincing, is_distinct, walked

_WINDOW = 14
"""How many characters after a beginning are compared."""

_RARE = 3
"""A pair in the names of more projects than this does not tell which is meant."""

_WALKED = 6
"""How many names of a bucket are walked along the text."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A stretch of text that almost names some projects."""

    start: int
    end: int
    projects: tuple[str, ...]
    matched: int
    odd: tuple[int, ...]
    """The places of characters that are wrong, or right only by their sound."""

    marks: tuple[Mark, ...]
    headless: bool
    """Whether no proper word was said, only sorts of works."""

    bare: bool
    """Whether nothing but the proper word was said."""

    heads_well: bool
    """Whether a proper word of two characters or more is written right, and all else sounds right."""


class _Name:
    """One name of a project; made ready for comparing when first looked at, since most never are."""

    __slots__ = ("_body", "_pieces", "_project")

    def __init__(self, project: str, pieces: tuple[Piece, ...]) -> None:
        self._project = project
        self._pieces = pieces
        self._body: Body | None = None

    @property
    def body(self) -> Body:
        """The name ready for comparing."""
        if self._body is None:
            self._body = body_of(self._project, self._pieces)
        return self._body


class _Bucket:
    """Names with one beginning."""

    __slots__ = ("names", "sounds")

    def __init__(self) -> None:
        self.names: list[_Name] = []
        self.sounds: list[str] = []

    def ready(self) -> list[str]:
        """The sounds of its names, those of the newest included."""
        self.sounds += [name.body.sounds for name in self.names[len(self.sounds) :]]
        return self.sounds


class Likeness:
    """Names by the pairs of sounds with which they may begin."""

    def __init__(self) -> None:
        self._buckets: dict[str, _Bucket] = {}
        self._heads: set[str] = set()
        self._inner: dict[str, list[_Name]] = {}

    def add(self, project: str, anatomy: Anatomy) -> None:
        """Keep one name of a project."""
        pieces = tuple(each for each in anatomy.pieces if each.part is not Part.FILLING and each.part is not Part.LINK)
        if sum(len(piece.text) for piece in pieces) < 3:
            return
        name = _Name(project, pieces)
        for pair in dict.fromkeys(beginnings(pieces)):
            if len(pair) < 2:  # a head that is one character and the last piece: 绕城路 by its 路
                continue
            self._heads.add(pair)
            sounds = sound(pair)
            for key in {pair[0] + sounds[1], sounds[0] + pair[1]}:
                bucket = self._buckets.get(key)
                if bucket is None:
                    bucket = self._buckets[key] = _Bucket()
                bucket.names.append(name)
        letters = "".join(piece.text for piece in pieces)
        for pair in {*map(add, letters, letters[1:])}:
            holders = self._inner.get(pair)
            if holders is not None:
                if len(holders) <= _RARE:
                    holders.append(name)
            elif pair.isalpha():
                self._inner[pair] = [name]

    def bucket_of(self, pair: str, heard: str) -> str:
        """Where to look for a name that begins with a pair, of which one character is written right; empty for none."""
        for key in (pair[0] + heard[1], heard[0] + pair[1]):
            if key in self._buckets:
                return key
        return ""

    def at(self, text: str, sounds: str, place: int, key: str, marks: Mapping[int, MarkSpan]) -> Likely | None:
        """The names that explain most of a text from a place on."""
        best: list[Walk] = []
        for body in self._ranked(sounds, place, key):
            walk = walked(body, text, sounds, place, marks)
            if walk is None or not is_convincing(walk, text):
                continue
            if walk.odd and walk.odd[0] < place + 2 and text[place : place + 2] in self._heads:
                continue  # the text begins with another name that is known, so this is no slip of the keys
            if not best or walk.score > best[0].score + 0.01:
                best = [walk]
            elif walk.score > best[0].score - 0.01:
                best.append(walk)
        return _likely(best)

    def is_rare(self, pair: str) -> bool:
        """Whether a pair is in the names of very few."""
        return pair in self._inner and len(self._inner[pair]) <= _RARE

    def within(self, text: str, sounds: str, place: int, marks: Mapping[int, MarkSpan]) -> Likely | None:
        """The names from whose middle a text speaks: 党校迁建 of 区委党校迁建工程."""
        best: list[Walk] = []
        for name in self._inner[text[place : place + 2]]:
            walk = from_within(name.body, text, sounds, place, marks)
            if walk is None or not is_distinct(walk, text):
                continue
            if not best or walk.score > best[0].score:
                best = [walk]
            elif walk.score == best[0].score:
                best.append(walk)
        return _likely(best)

    def _ranked(self, sounds: str, place: int, key: str) -> Iterator[Body]:
        """The names of a bucket that share most with what follows."""
        bucket = self._buckets[key]
        if len(bucket.names) <= 3:
            yield from (name.body for name in bucket.names)
            return
        window = sounds[place : place + _WINDOW]
        ranked = _best_of(window, bucket.ready())
        floor = ranked[0][0] - 1
        for score, index in ranked:
            if score >= floor and score > 2:
                yield bucket.names[index].body


def _best_of(window: str, sounds: list[str]) -> list[tuple[float, int]]:
    """Those that share most with a window: how much of it, and which."""
    from rapidfuzz import process  # 10 ms that a program which only imports this room must not pay
    from rapidfuzz.distance import LCSseq

    ranked = process.extract(window, sounds, scorer=LCSseq.similarity, limit=_WALKED)
    return [(score, index) for _, score, index in ranked]


def _likely(best: Sequence[Walk]) -> Likely | None:
    if not best:
        return None
    walk = best[0]
    first, last = walk.body.head
    headless = not any(place in walk.matched for place in range(first, last))
    projects = tuple(dict.fromkeys(each.body.project for each in best))
    marks = tuple(dict.fromkeys(mark for each in best for mark in each.marks))
    end = max(each.end for each in best)
    return Likely(
        walk.start,
        end,
        projects,
        len(walk.matched),
        tuple(walk.odd),
        marks,
        headless,
        all(first <= place < last for place in walk.matched),
        last - first > 1 and not walk.slips and all(place >= walk.start + last - first for place in walk.odd),
    )
