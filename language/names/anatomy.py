"""Takes a project's name apart: place, sort of works, action, filling; and the marks that tell siblings apart."""

import re
from collections.abc import Iterator, Sequence, Set
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from language.late import late
from language.names.marks import Mark, find_marks
from language.trade_words import ACTIONS, FILLING, LINKS, QUALITIES, SORTS, ZONES, plain, table


class Part(Enum):
    """What a piece of a name does in it."""

    __hash__ = object.__hash__  # members are only themselves; Enum would hash their names in Python

    PROPER = "proper"
    PLACE = "place"
    ROUTE = "route"
    ORDINAL = "ordinal"
    SORT = "sort"
    QUALITY = "quality"
    ACTION = "action"
    FILLING = "filling"
    LINK = "link"


class Piece(NamedTuple):
    """One piece of a name, with the usual short forms of a sort of works."""

    text: str
    part: Part
    shorts: tuple[str, ...] = ()


class Anatomy(NamedTuple):
    """A name taken apart. `core` is it without district, measure, year and marks; `pieces` joined are the core."""

    core: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    asides: tuple[str, ...] = ()
    """What stands in brackets and is no mark: the parts of a whole, or where it lies."""


_BRACKETS = late(r"[（(\[【〔《]([^）)\]】〕》]{0,30})[）)\]】〕》]")
_APART = late(r"[、及和与，,；;]")
_PART_END = late(r"(?:标段|片区|段)$")
_YEAR = late(r"(20\d\d)年(?:度)?")
_MEASURE = late(
    r"(?:年产|日产|日处理|年处理)?\d+(?:\.\d+)?[万亿]?(?:兆瓦时|兆瓦|千瓦|MW[hp]?|GW|吨|台套|台|套|件|头|只|平方米|平米|亩|立方米|公里|米)"
    r"(?:级|以上|/[日天年小时]{1,2})?|(?:年产|日产|日处理)"
)
_LINE = late(r"线(?!路)")
"""After a number it makes the number of a line the name itself: 轨道交通5号线."""

_NUMBER = late(r"\d|年产|日产|[日年]处理")
_SPACE = late(r"[\s“”\"'‘’·]+")


def take_apart(name: str, districts: Set[str] = frozenset(), towns: Set[str] = frozenset()) -> Anatomy:
    """The anatomy of a name; districts go without saying, `towns` holds towns and, to find them fast, their heads."""
    marks: list[Mark] = []
    asides: list[str] = []
    text = _SPACE.sub("", name)
    if bracketed := _BRACKETS.findall(text):
        for inside in bracketed:
            told = _bracketed(inside)
            marks += told
            asides += () if told else _parts_inside(inside)
        text = _BRACKETS.sub("", text)
    if _NUMBER.search(text):
        marks += (("year", year) for year in _YEAR.findall(text))
        text = _MEASURE.sub("", _YEAR.sub("", text))
    for found in reversed(find_marks(text)):
        if not (found.mark[0] == "number" and (found.start == 0 or _LINE.match(text, found.end))):
            marks.append(found.mark)
            text = text[: found.start] + text[found.end :]
    core = without_district(text, districts)
    return Anatomy(core, _pieces(core, towns, _harbour(core, districts)), tuple(dict.fromkeys(marks)), tuple(asides))


_BOUND = frozenset("路街桥河渠闸坝湖港")
"""Characters that cannot begin a name: before them the district's name is a part of it, as in 滨河路."""


def without_district(name: str, districts: Set[str]) -> str:
    """A name without the district that goes without saying here."""
    for length in (4, 3, 2):
        if name[:length] in districts:
            rest = name[length:]
            rest = rest[1:] if rest[:1] in ("区", "县", "市") and len(rest) > 3 else rest
            return rest if len(rest) > 1 and rest[0] not in _BOUND else name
    return name[1:] if name[:1] in ("区", "县", "市") and len(name) > 3 else name


def _bracketed(inside: str) -> list[Mark]:
    """The marks in a pair of brackets: （一期）, （2026年度）, （城区段）, （一）."""
    found = [each.mark for each in find_marks(inside)] + [("year", year) for year in _YEAR.findall(inside)]
    if not found and re.fullmatch(r"[一二三四五六七八九十\d]{1,2}", inside):
        return [each.mark for each in find_marks(inside + "期")]
    return found


def _parts_inside(inside: str) -> Iterator[str]:
    """The parts of a whole that stand in brackets, each with and without what it is: 老城片区, 老城."""
    for word in _APART.split(inside):
        yield from dict.fromkeys(said for said in (word, _PART_END.sub("", word)) if len(said) > 1)


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[dict[str, Piece], dict[str, tuple[int, ...]]]:
    """Every word of the trade as a piece, and for each first character the lengths to try, longest first."""
    pieces = {word: Piece(word, Part.QUALITY) for word in plain(QUALITIES)}
    pieces |= {word: Piece(word, Part.FILLING) for word in plain(FILLING)}
    pieces |= {word: Piece(word, Part.ACTION) for word in plain(ACTIONS)}
    sorts = table(SORTS)
    pieces |= {short: Piece(short, Part.SORT) for shorts in sorts.values() for short in shorts if len(short) > 1}
    pieces |= {word: Piece(word, Part.SORT, shorts) for word, shorts in sorts.items()}
    pieces |= {word: Piece(word, Part.PLACE, shorts) for word, shorts in table(ZONES).items()}
    pieces |= {word: Piece(word, Part.LINK) for word in LINKS}
    lengths: dict[str, set[int]] = {}
    for word in pieces:
        lengths.setdefault(word[0], set()).add(len(word))
    return pieces, {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()}


_ORDINAL = late(r"第[一二三四五六七八九十]{1,3}")
_ROUTE = late(r"[GSXYC]?\d{3,4}线?|\d{1,2}号线")
_TOWN_END = late(r"(?:街道办事处|街道|镇|乡|苏木)$")


def _harbour(core: str, districts: Set[str]) -> int:
    """The length of 泽川港 at the head of 泽川港江口作业区: the district's own harbour goes without saying, too."""
    for length in (3, 2):
        if core[length : length + 1] == "港" and core[:length] in districts:
            return length + 1 if core[length + 1 : length + 2] not in ("区", "口", "") else 0
    return 0


def _pieces(core: str, towns: Set[str], head: int) -> tuple[Piece, ...]:
    """Cut a core into words of the trade, longest first; what lies between is proper to this name."""
    found = [Piece(core[:head], Part.PLACE)] if head else []
    place = proper = head
    while place < len(core):
        piece = _piece_at(core, place, towns)
        if piece is None or (len(piece.text) == 1 and not _may_stand_alone(core, place, proper, piece, found)):
            place += 1
            continue
        if proper < place:
            found.append(Piece(core[proper:place], Part.PROPER))
        found.append(piece)
        place += len(piece.text)
        proper = place
    if proper < len(core):
        found.append(Piece(core[proper:], Part.PROPER))
    return tuple(found)


def _piece_at(core: str, place: int, towns: Set[str]) -> Piece | None:
    """The town, route or longest word of the trade at a place."""
    words, lengths = _vocabulary()
    if core[place : place + 2] in towns:
        for length in (6, 5, 4, 3):
            if (town := core[place : place + length]) in towns:
                bare = bare_town(town)
                return Piece(town, Part.PLACE, (bare,) if bare != town else ())
    for length in lengths.get(core[place], ()):
        if piece := words.get(core[place : place + length]):
            return piece
    if core[place] == "第" and (ordinal := _ORDINAL.match(core, place)):
        return Piece(ordinal[0], Part.ORDINAL)
    if core[place] in "GSXYC0123456789" and (route := _ROUTE.match(core, place)):
        return Piece(route[0], Part.ROUTE, _routes_said(route[0]))
    return None


_NAMED_WORKS = frozenset(
    [
        "大桥",
        "特大桥",
        "中桥",
        "隧道",
        "特长隧道",
        "互通",
        "立交",
        "水厂",
        "变电站",
        "泵站",
        "水库",
        "码头",
        "渡槽",
        "水闸",
        "服务区",
        "枢纽",
    ]
)


@lru_cache(maxsize=8192)
def named_works(node: str) -> tuple[str, str] | None:
    """The works that a plan node is, if they have a name of their own, and its proper word: 黄土坳隧道, 黄土坳."""
    if len(node) < 4 or not any(works in node for works in _NAMED_WORKS):
        return None
    pieces = _pieces(node, frozenset(), 0)
    if len(pieces) < 2 or pieces[0].part is not Part.PROPER or pieces[1].text not in _NAMED_WORKS:
        return None
    return pieces[0].text + pieces[1].text, pieces[0].text


def action_at(text: str, place: int) -> str | None:
    """What is done to works, if its word begins at a place of any text: 加固, 改造."""
    words, lengths = _vocabulary()
    for length in lengths.get(text[place : place + 1], ()):
        piece = words.get(text[place : place + length])
        if piece is not None and piece.part is Part.ACTION:
            return piece.text
    return None


def _routes_said(route: str) -> tuple[str, ...]:
    """How the number of a road or of a line is said: S217, 217线, 217; 三号线."""
    if route.endswith("号线"):
        tens, ones = divmod(int(route.removesuffix("号线")), 10)
        ten = "" if tens == 0 else "十" if tens == 1 else f"{_COUNTS[tens]}十"
        return (f"{ten}{_COUNTS[ones] if ones else ''}号线",)
    number = route.strip("GSXYC线")
    return tuple(dict.fromkeys((route.strip("线"), f"{number}线", number)))


_COUNTS = "零一二三四五六七八九"


def bare_town(town: str) -> str:
    """A town without what it is: 石门 of 石门镇."""
    bare = _TOWN_END.sub("", town)
    return bare if len(bare) > 1 else town


def _may_stand_alone(core: str, place: int, proper: int, piece: Piece, found: Sequence[Piece]) -> bool:
    """Whether a single character is a word here: 路 after a name of two, and a link between two names."""
    before = place - proper
    if piece.part is Part.LINK:
        return place > 1 and place + 2 < len(core) and (before > 1 or found[-1].part is not Part.ROUTE)
    if piece.text in "段路街桥":
        return before >= 2
    rest = core[place + 1 :]
    return before >= 2 and (not rest or _piece_at(core, place + 1, frozenset()) is not None)
