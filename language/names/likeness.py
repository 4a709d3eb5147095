"""Finds projects that a text names almost: shortened in a way nobody entered, or with a slip of the keys.

Every name is kept as its sound, in a bucket for each pair of characters with which people may begin to say it. Where a
text holds such a pair, rapidfuzz ranks the bucket by what follows; the best are walked along the text, and the one that
explains most of it is meant.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from language.names.anatomy import Anatomy, Part, Piece
from language.names.clause import ends_there
from language.names.marks import Mark, MarkSpan
from language.names.sounds import sound

_WINDOW = 14
"""How many characters after a beginning are compared."""

_WALKED = 6
"""How many names of a bucket are walked along the text."""

_SKIPPED = 0.5
"""What a lone character out of the middle of a word counts, as 材 of 新材料 in 铝材."""


@dataclass(frozen=True, slots=True)
class Body:
    """A name as it is compared: without filling and marks, with the sounds of its characters."""

    project: str
    letters: str
    sounds: str
    words: tuple[tuple[int, int], ...]
    head: tuple[int, int]
    """The stretch of the proper word, which must be heard right; empty where the name has none."""

    @property
    def edges(self) -> frozenset[int]:
        """Where its words begin and end: what people keep of a word that they shorten."""
        return _edges(self.words)


@lru_cache(maxsize=4096)
def _edges(words: tuple[tuple[int, int], ...]) -> frozenset[int]:
    return frozenset(edge for first, last in words for edge in (first, last - 1))


@dataclass(frozen=True, slots=True)
class Likely:
    """A stretch of text that almost names some projects."""

    start: int
    end: int
    projects: tuple[str, ...]
    matched: int
    slips: int
    marks: tuple[Mark, ...]
    headless: bool
    """Whether no proper word was said, only sorts of works."""


@dataclass(slots=True)
class _Bucket:
    bodies: list[Body] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """How far one name explains a text from a place on."""

    body: Body
    start: int
    end: int
    matched: set[int]
    credit: float
    slips: int = 0
    changed: int = 0
    tail: int = 2
    """How many characters the last unbroken stretch has; none if its only one is right merely by its sound."""

    marks: list[Mark] = field(default_factory=list)

    @property
    def score(self) -> float:
        """What it explains, less what it must excuse."""
        return self.credit - 1.5 * self.slips - 0.25 * self.changed


class Likeness:
    """Names by the pairs of sounds with which they may begin."""

    def __init__(self) -> None:
        self._buckets: dict[str, _Bucket] = {}
        self._heads: set[str] = set()

    def add(self, project: str, anatomy: Anatomy) -> None:
        """Keep one name of a project."""
        pieces = [each for each in anatomy.pieces if each.part is not Part.FILLING and each.part is not Part.LINK]
        body = _body(project, pieces)
        if len(body.letters) < 3:
            return
        self._heads.add(body.letters[body.head[0] : body.head[0] + 2])
        for key in dict.fromkeys(_beginnings(body, pieces)):
            bucket = self._buckets.get(key)
            if bucket is None:
                bucket = self._buckets[key] = _Bucket()
            bucket.bodies.append(body)
            bucket.sounds.append(body.sounds)

    def places(self, pairs: Sequence[str]) -> list[int]:
        """Where a name may begin in a text of these pairs of sounds."""
        buckets = self._buckets
        return [place for place, pair in enumerate(pairs) if pair in buckets]

    def at(self, text: str, sounds: str, place: int, marks: Mapping[int, MarkSpan]) -> Likely | None:
        """The names that explain most of a text from a place on."""
        best: list[_Walk] = []
        for body in self._ranked(sounds, place):
            if (
                body.letters[body.head[0] : body.head[0] + 2] != text[place : place + 2]
                and text[place : place + 2] in self._heads
            ):
                continue  # the text begins with another name that is known, so this is no slip of the keys
            walk = _walked(body, text, sounds, place, marks)
            if walk is None or not _convincing(walk, text):
                continue
            if not best or walk.score > best[0].score + 0.01:
                best = [walk]
            elif walk.score > best[0].score - 0.01:
                best.append(walk)
        return _likely(best)

    def _ranked(self, sounds: str, place: int) -> Iterator[Body]:
        """The names of a bucket that share most with what follows."""
        bucket = self._buckets[sounds[place : place + 2]]
        if len(bucket.bodies) <= 3:
            yield from bucket.bodies
            return
        window = sounds[place : place + _WINDOW]
        ranked = process.extract(window, bucket.sounds, scorer=LCSseq.similarity, limit=_WALKED)
        floor = ranked[0][1] - 1
        for _, score, index in ranked:
            if score >= floor and score > 2:
                yield bucket.bodies[index]


def _body(project: str, pieces: Sequence[Piece]) -> Body:
    """What of a name is compared."""
    letters = "".join(piece.text for piece in pieces)
    words: list[tuple[int, int]] = []
    place = 0
    for piece in pieces:
        words.append((place, place + len(piece.text)))
        place += len(piece.text)
    return Body(project, letters, sound(letters), tuple(words), _head(pieces, words))


def _head(pieces: Sequence[Piece], words: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The first proper word; where there is none the place or number by which the name begins."""
    for piece, word in zip(pieces, words, strict=True):
        if piece.part in (Part.PROPER, Part.ORDINAL):
            return word
    if pieces and pieces[0].part in (Part.PLACE, Part.ROUTE):
        return words[0]
    return (0, 0)


def _beginnings(body: Body, pieces: Sequence[Piece]) -> Iterator[str]:
    """The pairs of sounds with which people may begin to say a name."""
    sounds = body.sounds
    first, last = body.head
    if last > first:
        yield sounds[first : first + 2]
        if pieces[0].part is Part.PLACE:
            yield sounds[:2]
        return
    for place, (start, stop) in enumerate(body.words):
        if stop - start > 1:
            yield sounds[start : start + 2]
        if place + 1 < len(body.words):
            yield sounds[start] + sounds[body.words[place + 1][0]]


def _walked(body: Body, text: str, sounds: str, place: int, marks: Mapping[int, MarkSpan]) -> _Walk | None:
    """Walk a name along the text from a place on."""
    at = body.sounds.find(sounds[place : place + 2])
    if at >= 0:
        matched, name = {at, at + 1}, at + 2
    else:
        at = body.sounds.find(sounds[place])
        name = body.sounds.find(sounds[place + 1], at + 1)
        if at < 0 or name < 0:
            return None
        matched, name = {at, name}, name + 1
    walk = _Walk(body, place, place + 2, matched, 2.0)
    walk.changed = sum(text[place + step] != body.letters[each] for step, each in enumerate(sorted(matched)))
    _go_on(walk, text, sounds, name, marks)
    return walk


def _go_on(walk: _Walk, text: str, sounds: str, name: int, marks: Mapping[int, MarkSpan]) -> None:
    """Take in what follows as long as the name explains it."""
    body, place = walk.body, walk.end
    while place < len(text) and name < len(body.sounds):
        mark = marks.get(place)
        if mark is not None and text[place] != body.letters[name]:
            walk.marks.append(mark.mark)
            place = mark.end
            continue
        to, credit = _next(body, sounds, place, name)
        if to < 0:
            step = _slip(body, sounds, place, name)
            if step is None or walk.slips > 1:
                return
            walk.slips += 1
            place, name = place + step[0], name + step[1]
            continue
        walk.matched.add(to)
        walk.credit += credit
        changed = text[place] != body.letters[to]
        walk.tail = walk.tail + 1 if to == name and walk.tail else int(not changed)
        walk.changed += changed
        place, name = place + 1, to + 1
        walk.end = place


def _next(body: Body, sounds: str, place: int, name: int) -> tuple[int, float]:
    """Where in the name the text goes on, and what that counts: less amid a word than here or at a word's edge."""
    letter = sounds[place]
    after = sounds[place + 1 : place + 2]
    edges = body.edges
    first = to = body.sounds.find(letter, name)
    while to >= 0:
        if to == name or to in edges or (after and body.sounds[to + 1 : to + 2] == after):
            return to, 1.0
        to = body.sounds.find(letter, to + 1)
    return first, _SKIPPED


def _slip(body: Body, sounds: str, place: int, name: int) -> tuple[int, int] | None:
    """A character wrong, or one too many, where the text goes on rightly after it."""
    after = sounds[place + 1 : place + 2]
    if not after:
        return None
    if after == body.sounds[name + 1 : name + 2]:
        return 1, 1
    return (1, 0) if after == body.sounds[name] else None


def _convincing(walk: _Walk, text: str) -> bool:
    """Whether a walk is more than chance: the proper word heard right, and something of the sort of works."""
    length = walk.end - walk.start
    if walk.slips > (0 if length <= 3 else 1 if length <= 7 else 2) or walk.credit < 2.5:
        return False
    first, last = walk.body.head
    heard = sum(place in walk.matched for place in range(first, last))
    if last > first and (heard < min(2, last - first) or first not in walk.matched):
        return False
    touched = sum(any(place in walk.matched for place in range(*word)) for word in walk.body.words)
    if touched == 1 and not 3 <= heard < last - first and len(walk.matched) < max(4, 0.8 * len(walk.body.letters)):
        return False
    if not walk.tail and len(walk.matched) < 5:
        return False
    return len(walk.matched) > 3 or ends_there(text, walk.end)


def _likely(best: Sequence[_Walk]) -> Likely | None:
    if not best:
        return None
    walk = best[0]
    projects = tuple(dict.fromkeys(each.body.project for each in best))
    marks = tuple(dict.fromkeys(mark for each in best for mark in each.marks))
    end = max(each.end for each in best)
    return Likely(
        walk.start, end, projects, len(walk.matched), walk.slips + walk.changed, marks, walk.body.head == (0, 0)
    )
