"""Finds projects that a text names almost: shortened in a way nobody entered, or with a slip of the keys.

Every name is kept as its sound, in a bucket for each pair of characters with which people may begin to say it. Where a
text holds such a pair, rapidfuzz ranks the bucket by what follows; the best are walked along the text, and the one that
explains most of it is meant.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import add

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
    sorts: tuple[tuple[int, int], ...]
    head: tuple[int, int]
    """The stretch of the proper word, which must be heard right; empty where the name has none."""

    local: bool
    """Whether the head is only a town, zone or road number, which by itself names no project."""

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
    odd: tuple[int, ...]
    """The places of characters that are wrong, or right only by their sound."""

    marks: tuple[Mark, ...]
    headless: bool
    """Whether no proper word was said, only sorts of works."""

    bare: bool
    """Whether nothing but the proper word was said."""


class _Bucket:
    """Names with one beginning; made ready for comparing when first looked at, since most buckets never are."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, tuple[Piece, ...]]] = []
        self.bodies: list[Body] = []
        self.sounds: list[str] = []

    def add(self, project: str, pieces: tuple[Piece, ...]) -> None:
        """Keep a name."""
        self._waiting.append((project, pieces))

    def ready(self) -> list[Body]:
        """All its names."""
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self.bodies += [_body(project, pieces) for project, pieces in waiting]
            self.sounds = [body.sounds for body in self.bodies]
        return self.bodies


@dataclass(slots=True)
class _Walk:
    """How far one name explains a text from a place on."""

    body: Body
    start: int
    end: int
    matched: set[int]
    credit: float
    slips: int = 0
    odd: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def score(self) -> float:
        """What it explains, less what it must excuse."""
        return self.credit - 1.25 * self.slips - 0.25 * len(self.odd)

    def take(self, place: int, to: int, credit: float, changed: bool) -> None:
        """Match one more character of the text with one of the name."""
        self.matched.add(to)
        self.credit += credit
        if changed:
            self.odd.append(place)
        self.end = place + 1


class Likeness:
    """Names by the pairs of sounds with which they may begin."""

    def __init__(self) -> None:
        self._buckets: dict[str, _Bucket] = {}
        self._heads: set[str] = set()

    def add(self, project: str, anatomy: Anatomy) -> None:
        """Keep one name of a project."""
        pieces = tuple(each for each in anatomy.pieces if each.part is not Part.FILLING and each.part is not Part.LINK)
        if sum(len(piece.text) for piece in pieces) < 3:
            return
        for pair in dict.fromkeys(_beginnings(pieces)):
            if len(pair) < 2:  # a head that is one character and the last piece: 绕城路 by its 路
                continue
            self._heads.add(pair)
            sounds = sound(pair)
            for key in {pair[0] + sounds[1], sounds[0] + pair[1]}:
                bucket = self._buckets.get(key)
                if bucket is None:
                    bucket = self._buckets[key] = _Bucket()
                bucket.add(project, pieces)

    def places(self, text: str, sounds: str) -> list[tuple[int, str]]:
        """Where a name may begin, one of its first two characters written right, and the bucket to look in."""
        buckets = self._buckets
        written = list(map(add, text, sounds[1:]))
        return [
            (place, key if key in buckets else other)
            for place, (key, other) in enumerate(zip(written, map(add, sounds, text[1:]), strict=True))
            if key in buckets or other in buckets
        ]

    def at(self, text: str, sounds: str, place: int, key: str, marks: Mapping[int, MarkSpan]) -> Likely | None:
        """The names that explain most of a text from a place on."""
        best: list[_Walk] = []
        for body in self._ranked(sounds, place, key):
            walk = _walked(body, text, sounds, place, marks)
            if walk is None or not _convincing(walk, text):
                continue
            if walk.odd and walk.odd[0] < place + 2 and text[place : place + 2] in self._heads:
                continue  # the text begins with another name that is known, so this is no slip of the keys
            if not best or walk.score > best[0].score + 0.01:
                best = [walk]
            elif walk.score > best[0].score - 0.01:
                best.append(walk)
        return _likely(best)

    def _ranked(self, sounds: str, place: int, key: str) -> Iterator[Body]:
        """The names of a bucket that share most with what follows."""
        bucket = self._buckets[key]
        if len(bucket.ready()) <= 3:
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
    sorts = tuple(word for word, piece in zip(words, pieces, strict=True) if piece.part is Part.SORT)
    head = _head(pieces)
    stretch = (0, 0) if head is None else words[head]
    local = head is not None and pieces[head].part in (Part.PLACE, Part.ROUTE)
    return Body(project, letters, sound(letters), tuple(words), sorts, stretch, local)


def _head(pieces: Sequence[Piece]) -> int | None:
    """The first proper word; where there is none the place or number by which the name begins."""
    for place, piece in enumerate(pieces):
        if piece.part is Part.PROPER or piece.part is Part.ORDINAL:
            return place
    return 0 if pieces and pieces[0].part in (Part.PLACE, Part.ROUTE) else None


def _beginnings(pieces: Sequence[Piece]) -> Iterator[str]:
    """The pairs of characters with which people may begin to say a name."""
    head = _head(pieces)
    if head is not None:
        yield _pair(pieces, head)
        if pieces[0].part is Part.PLACE:
            yield _pair(pieces, 0)
        yield from (piece.text[:2] for piece in pieces if piece.part is Part.SORT and len(piece.text) > 3)
        return
    for place, piece in enumerate(pieces):
        if len(piece.text) > 1:
            yield piece.text[:2]
        if place + 1 < len(pieces):
            yield piece.text[0] + pieces[place + 1].text[0]


def _pair(pieces: Sequence[Piece], place: int) -> str:
    """The first two characters from a piece on."""
    text = pieces[place].text
    return text[:2] if len(text) > 1 else text + pieces[place + 1].text[0] if place + 1 < len(pieces) else text


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
    walk.odd = [place + step for step, each in enumerate(sorted(matched)) if text[place + step] != body.letters[each]]
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
        changed = to >= 0 and text[place] != body.letters[to]
        if changed and to != name and sounds[place + 1 : place + 2] != (body.sounds[to + 1 : to + 2] or None):
            to = -1  # a lone character that is right only by its sound is chance
        if to < 0:
            step = _slip(body, sounds, place, name)
            if step is None or walk.slips > 1:
                return
            walk.slips += 1
            walk.odd.append(place)
            place, name = place + step[0], name + step[1]
            continue
        walk.take(place, to, credit, changed)
        place, name = place + 1, to + 1


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
    if after == body.sounds[name]:
        return 1, 0
    later = body.sounds.find(sounds[place + 1 : place + 3], name)
    return (1, later - name) if later > 0 and place + 3 <= len(sounds) else None


def _convincing(walk: _Walk, text: str) -> bool:
    """Whether a walk is more than chance."""
    length = walk.end - walk.start
    if walk.slips > (0 if length <= 3 else 1 if length <= 7 else 2) or walk.credit < 2.5:
        return False
    if not (_heads(walk) or _works(walk)):
        return False
    return len(walk.matched) > 3 or ends_there(text, walk.end)


def _heads(walk: _Walk) -> bool:
    """Whether the proper word is heard right, and something of the sort of works beside it."""
    body = walk.body
    first, last = body.head
    heard = sum(place in walk.matched for place in range(first, last))
    if first == last or first not in walk.matched or heard < min(2, last - first):
        return False
    words = sum(any(place in walk.matched for place in range(*word)) for word in body.words)
    return words > 1 or (heard > 2 and not body.local) or len(walk.matched) >= max(4, 0.8 * len(body.letters))


def _works(walk: _Walk) -> bool:
    """Whether without the proper word a long sort of works is said nearly whole, or in a name without one two words."""
    body = walk.body
    said = {word: sum(place in walk.matched for place in range(*word)) for word in body.words}
    if body.head == (0, 0) and any(said[word] for word in body.sorts) and sum(map(bool, said.values())) > 1:
        return True
    return any(last - first > 3 and said[first, last] >= 0.75 * (last - first) for first, last in body.sorts)


def _likely(best: Sequence[_Walk]) -> Likely | None:
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
    )
