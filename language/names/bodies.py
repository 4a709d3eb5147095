"""A name as likenesses are judged by it: its characters, their sounds, its words, and the pairs that may begin it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from language.names.anatomy import Part, Piece
from language.names.sounds import sound


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

    idle: tuple[tuple[int, int], ...]
    """The words that tell only what is done: by them alone nothing is named."""

    local: bool
    """Whether the head is only a town, zone or road number, which by itself names no project."""

    @property
    def edges(self) -> frozenset[int]:
        """Where its words begin and end: what people keep of a word that they shorten."""
        return _edges(self.words)


@lru_cache(maxsize=4096)
def _edges(words: tuple[tuple[int, int], ...]) -> frozenset[int]:
    return frozenset(edge for first, last in words for edge in (first, last - 1))


def body_of(project: str, pieces: Sequence[Piece]) -> Body:
    """What of a name is compared."""
    letters = "".join(piece.text for piece in pieces)
    words: list[tuple[int, int]] = []
    place = 0
    for piece in pieces:
        words.append((place, place + len(piece.text)))
        place += len(piece.text)
    sorts = tuple(word for word, piece in zip(words, pieces, strict=True) if piece.part is Part.SORT)
    idle = tuple(word for word, piece in zip(words, pieces, strict=True) if piece.part is Part.ACTION)
    head = _head(pieces)
    stretch = (0, 0) if head is None else words[head]
    local = head is not None and pieces[head].part in (Part.PLACE, Part.ROUTE)
    return Body(project, letters, sound(letters), tuple(words), sorts, stretch, idle, local)


def _head(pieces: Sequence[Piece]) -> int | None:
    """The first proper word; where there is none the place or number by which the name begins."""
    for place, piece in enumerate(pieces):
        if piece.part is Part.PROPER or piece.part is Part.ORDINAL:
            return place
    return 0 if pieces and pieces[0].part in (Part.PLACE, Part.ROUTE) else None


def beginnings(pieces: Sequence[Piece]) -> Iterator[str]:
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
