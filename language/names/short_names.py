"""The short forms that people make of a project's name, derived by how such names are built."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from language.names.anatomy import Anatomy, Part, Piece


class Tier(IntEnum):
    """How surely a form means the project; smaller is surer."""

    ENTERED = 0
    WHOLE = 1
    SHORT = 2
    PROPER = 3
    """The proper word alone: a name only where the sentence goes on to speak of works."""

    LOOSE = 4
    """Words without the proper one: likewise, and only where no other word stands before them."""

    BARE = 5
    """A sort of works alone: a name only where it is pointed at (那个水库, 医院项目)."""


_SOLID = (Part.PROPER, Part.PLACE, Part.ROUTE, Part.ORDINAL, Part.QUALITY, Part.SORT)
_LEADING = (Part.PLACE, Part.ROUTE, Part.LINK)
_HEADS = (Part.PROPER, Part.PLACE, Part.ROUTE)


def short_names(anatomy: Anatomy) -> dict[str, Tier]:
    """Every derived form with its tier."""
    found: dict[str, Tier] = {}
    for form, tier in _forms(anatomy):
        if len(form) > 1 and found.get(form, Tier.BARE) >= tier:
            found[form] = tier
    return found


def _forms(anatomy: Anatomy) -> Iterator[tuple[str, Tier]]:
    yield anatomy.core, Tier.WHOLE
    pieces = [piece for piece in anatomy.pieces if piece.part is not Part.FILLING]
    while pieces and pieces[-1].part is Part.LINK:
        pieces.pop()
    yield _joined(pieces), Tier.WHOLE
    solid = [piece for piece in pieces if piece.part in _SOLID]
    yield _joined(solid), _alone(solid)
    if solid and solid[0].part is Part.PLACE and len(solid) > 1:
        yield _joined(solid[1:]), Tier.WHOLE if len(solid) > 2 else Tier.LOOSE
    yield _joined([piece for piece in pieces if piece.part is not Part.LINK]), Tier.SHORT
    if any(piece.part in (Part.PROPER, Part.ORDINAL) for piece in solid):
        yield from _beginnings(pieces)
    else:
        yield from _ranges(pieces)
    yield from _headed(solid)
    yield from _ordinal(solid)
    yield from _by_first_characters(solid)
    yield from _between_places(anatomy.pieces)
    yield from _numbered(pieces)
    yield from _words(pieces)


def _alone(solid: Sequence[Piece]) -> Tier:
    """How sure a name without actions and filling is: a lone word may be said of other things."""
    if len(solid) != 1:
        return Tier.WHOLE
    if solid[0].part is not Part.SORT:
        return Tier.PROPER
    return Tier.WHOLE if len(solid[0].text) > 3 else Tier.LOOSE


def _beginnings(pieces: Sequence[Piece]) -> Iterator[tuple[str, Tier]]:
    """A name with a proper word, broken off: 清水河综合治理. What else people leave out is found by likeness."""
    for last in range(2, len(pieces)):
        if pieces[last - 1].part is not Part.LINK:
            yield _joined(pieces[:last]), Tier.SHORT


def _ranges(pieces: Sequence[Piece]) -> Iterator[tuple[str, Tier]]:
    """Neighbouring words of a name without a proper one: 供热管网改造, 实验小学."""
    for first in range(len(pieces)):
        for last in range(first + 2, min(len(pieces), first + 4) + 1):
            group = pieces[first:last]
            if group[0].part in _SOLID and group[-1].part is not Part.LINK:
                tier = Tier.SHORT if len(group) > 2 else Tier.LOOSE
                amid = _joined(group[1:-1])
                heads = [said + amid for said in (group[0].text, *group[0].shorts)]
                for tail in (group[-1].text, *group[-1].shorts):
                    if len(tail) > 1:
                        yield from ((head + tail, tier) for head in heads if len(head) > 1)


def _headed(solid: Sequence[Piece]) -> Iterator[tuple[str, Tier]]:
    """The proper word with each sort of works after it: 石门光伏, 城南泵站, 北营变."""
    for place, head in enumerate(solid):
        if head.part in _HEADS:
            for said in (head.text, *head.shorts):
                for sort in solid[place + 1 :]:
                    for tail in (sort.text, *sort.shorts):
                        yield said + tail, Tier.SHORT
            if head.part is Part.PROPER:
                return


def first_characters(proper: str) -> str:
    """妇儿 of 妇女儿童: the first characters of the last two words of two characters."""
    return proper[-4] + proper[-2] if len(proper) > 3 and len(proper) % 2 == 0 else ""


def _by_first_characters(solid: Sequence[Piece]) -> Iterator[tuple[str, Tier]]:
    """妇儿医院 of a 妇女儿童医院, 封测基地 of a 封装测试基地: of two words of two characters the first of each."""
    for head, sort in pairwise(solid):
        if head.part is Part.PROPER and sort.part is Part.SORT and (said := first_characters(head.text)):
            yield from ((said + tail, Tier.SHORT) for tail in (sort.text, *sort.shorts))


def _ordinal(solid: Sequence[Piece]) -> Iterator[tuple[str, Tier]]:
    """三中, 第三中学, 二污, 二污水厂."""
    for place, head in enumerate(solid[:-1]):
        if head.part is Part.ORDINAL:
            sort = solid[place + 1]
            for tail in (sort.text, *sort.shorts):
                yield head.text[1:] + tail, Tier.SHORT
                yield head.text + tail, Tier.SHORT
                for after in solid[place + 2 :]:
                    yield head.text[1:] + tail + after.text, Tier.SHORT
            later = solid[place + 2] if sort.part is Part.QUALITY and place + 2 < len(solid) else None
            if later is not None and later.part is Part.SORT:  # 二中 of a 第二实验中学
                for tail in (later.text, *later.shorts):
                    yield head.text[1:] + tail, Tier.PROPER
                    yield head.text + tail, Tier.PROPER


def _between_places(pieces: Sequence[Piece]) -> Iterator[tuple[str, Tier]]:
    """石白路 of a road from 石门镇 to 白塔镇."""
    for place in range(1, len(pieces) - 2):
        before, link, after = pieces[place - 1 : place + 2]
        if link.part is Part.LINK and before.part in _HEADS and after.part in _HEADS and link.text not in "及与和、":
            ends = before.text[0] + after.text[0]
            for sort in pieces[place + 2 :]:
                if sort.part is Part.SORT:
                    for tail in (sort.text, *sort.shorts, "线"):
                        yield ends + tail, Tier.SHORT


def _numbered(pieces: Sequence[Piece]) -> Iterator[tuple[str, Tier]]:
    """The number of a road or a line with what it is: 轨道3号线, 省道309."""
    for sort, route in pairwise(pieces):
        if route.part is Part.ROUTE and sort.part is Part.SORT:
            yield from (
                (said + number, Tier.SHORT)
                for said in (sort.text, *sort.shorts)
                for number in (route.text, *route.shorts)
            )


def _words(pieces: Sequence[Piece]) -> Iterator[tuple[str, Tier]]:
    """Single words: 东关, 康复楼, 储能. Proper is a word only at the head of a name, or after a link."""
    for place, piece in enumerate(pieces):
        leads = all(each.part in _LEADING for each in pieces[:place])
        if piece.part is Part.PLACE and place == 0:
            yield from ((said, Tier.PROPER) for said in piece.shorts if piece.text.startswith(said))
        elif piece.part is Part.PROPER or piece.part is Part.ROUTE:
            sure = leads or piece.part is Part.ROUTE
            yield from ((said, Tier.PROPER if sure else _loose(said)) for said in (piece.text, *piece.shorts))
        elif piece.part is Part.SORT:
            if len(piece.text) == 4 and piece.text.endswith("中心"):
                yield piece.text[:2], Tier.LOOSE  # 智算 of a 智算中心
            yield from ((said, Tier.SHORT if len(said) > 3 else _loose(said)) for said in (piece.text, *piece.shorts))


def _loose(said: str) -> Tier:
    return Tier.LOOSE if len(said) > 2 else Tier.BARE


def _joined(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
