"""Own projects that a clause begins with by a few characters of their name, whatever is left out: 文宫, 屠宰厂."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from language import tokens
from language.belonging import STAGE_WORDS
from language.late import late
from language.names.anatomy import Part, Piece
from language.names.clause import clause_end, is_everyday
from language.names.hits import Hit
from language.names.index import NameIndex
from language.names.short_names import Tier
from language.names.sounds import heard, sound
from language.vocabulary_words import NODE_KINDS, PROBLEMS

_APART = late(r"[\n；;。，,、：:！!？?（(）)】.．…①②③④⑤⑥⑦⑧⑨⑩\s]+")
_STANDS = late(
    r"(?:[还又也已都全]|已经|现在|目前|本周)*(?:停工|停了|停着|复工|没进展|无进展|没变化|无变化|同上周|正常推进)"
)
"""How a project stands as a whole, which is said of nothing else: 古建停工了."""
_SMALL = late(
    r"(?:(?:目前|现在|本周|上周|这周|今天|昨天|截至目前|另外|还有|再就是|然后|接着|那个|这个|报[一下]*|关于|其中|我们|我)[，、]?){1,2}"
)
_SMALL_BEGINS = frozenset("目现本上这今昨截另还再然接那报关其我")
_RUN_ON = 14
"""A clause of fewer characters holds no second project."""
_UNITS = "平方个根米户里亩栋层台套吨座片孔跨榀基处口只条株棵节环幅块道项头方"
_BREAK = late(
    rf"百分之(?:百|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:点[零一二三四五六七八九]+)?|[\d.]%|[\d一二三四五六七八九十百千万][公平]?[{_UNITS}]"
    r"|了|下来|没批|[已获]批|然后|还有|再就是|另外|接着|那边|那个|的话"
)
"""What may end a fact in a message without punctuation, so that another project may be named right behind it."""

_POINTED = late(r"(?:那边|这边|那块|这块|那头|那个|这个|厂里|站里|里面|项目|工程|[厂站园馆院校库场区楼]|的)")
_ON = frozenset("已正在还没未都也又刚暂均全")
_LONGEST = 9
_FIGURES = {ord(figure): sign for figure, sign in zip("0123456789", "零一二三四五六七八九", strict=True)}
_SORTS = frozenset({Part.FILLING, Part.LINK})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as its characters are looked for: their sounds, and which of them begin or end a word."""

    project: str
    letters: str
    sounds: str
    edges: frozenset[int]


class Heads:
    """Finds a liaison's own projects at the beginnings of clauses."""

    def __init__(self, index: NameIndex, projects: Sequence[str]) -> None:
        self._index = index
        self._projects = projects
        self._names: dict[str, list[_Name]] = {}
        """The names that hold a sound."""
        for name in (read_name(each, pieces) for each in projects for pieces in index.pieces(each)):
            for letter in set(name.sounds):
                self._names.setdefault(letter, []).append(name)

    def found(self, text: str, spots: Iterable[tuple[int, bool]], hits: Sequence[Hit]) -> list[Hit]:
        """Own projects that no name holds yet at some of the `places` of a text."""
        if len(self._projects) == 1 and all(hit.ids == self._projects for hit in hits):
            return []
        said = heard(text).translate(_spoken_figures())
        found: list[Hit] = []
        for place, broken in spots:
            if said[place] not in self._names or any(hit.start <= place < hit.end for hit in (*hits, *found)):
                continue
            stop = min([hit.start for hit in hits if hit.start > place], default=len(text))
            hit = self._at(text, said, place, min(stop, clause_end(text, place), place + _LONGEST), broken)
            if hit is not None and hit.ids != self._in_force(place, (*hits, *found)):
                found.append(hit)
        return found

    def behind(self, text: str, place: int, start: int) -> Hit | None:
        """The project that is named behind the place where they all are: 红柳镇|牧场."""
        stop = min(clause_end(text, place), place + _LONGEST)
        hit = self._at(text, heard(text).translate(_spoken_figures()), place, stop, False)
        return hit._replace(start=start) if hit else None

    def _in_force(self, place: int, hits: Sequence[Hit]) -> Sequence[str]:
        """The project that was named last before a place, else the only one that the liaison has."""
        before = max((hit for hit in hits if hit.start < place), key=lambda hit: hit.start, default=None)
        return before.ids if before else self._projects if len(self._projects) == 1 else ()

    def _at(self, text: str, said: str, place: int, stop: int, broken: bool) -> Hit | None:
        """The one own project that explains most of what stands at a place."""
        best: dict[str, int] = {}
        for name in self._names.get(said[place], ()):
            reach = _reach(name, said, place, stop)
            for end in range(reach, place + 1, -1):
                if end > best.get(name.project, 0) and self._is_said(name, text, place, end, broken):
                    best[name.project] = end
                    break
        if not best:
            return None
        end = max(best.values())
        meant = [each for each, reach in best.items() if reach == end]
        if len(meant) > 1:
            return None
        pointed = None if self._plans(meant[0], text[end : end + 2]) else _POINTED.match(text, end)
        return Hit(place, pointed.end() if pointed else end, meant, Tier.LOOSE, exact=False)

    def _plans(self, project: str, said: str) -> bool:
        """Whether two characters begin or belong to a node's name."""
        return len(said) == 2 and said in self._index.words[project] and not self._index.calls_itself(project, said)

    def _is_said(self, name: _Name, text: str, place: int, end: int, broken: bool) -> bool:
        """Whether what a name explains is more than chance, and the clause goes on about works."""
        said = text[place:end]
        if any(said in self._index.words[each] for each in self._projects if each != name.project):
            return False
        if STAGE_WORDS.get(said) is not None or NODE_KINDS.get(said) is not None:
            return False
        own = self._goes_on(name.project, text, end)
        whole = said in name.letters
        if len(said) == 2 and not is_everyday(said) and not broken and _STANDS.match(text, end):
            return True
        if len(said) == 2 and (is_everyday(said) or tokens.frequency(said) > 2) and not (whole and own):
            return False
        if len(said) == 2 or broken:
            return own
        return own or _speaks(text, end)

    def _goes_on(self, project: str, text: str, end: int) -> bool:
        """Whether a node of the plan follows at once, or behind 那边, 厂里, 项目."""
        if self._plans(project, text[end : end + 2]):
            return True
        pointed = _POINTED.match(text, end)
        return pointed is not None and self._plans(project, text[pointed.end() : pointed.end() + 2])


def _speaks(text: str, end: int) -> bool:
    """Whether words for works or papers follow, or a small word that leads to them."""
    pointed = _POINTED.match(text, end)
    end = pointed.end() if pointed else end
    if end >= clause_end(text, end) or text[end] in _ON:
        return True
    stop = min(len(text), end + 6)
    tables = (NODE_KINDS, PROBLEMS, STAGE_WORDS)
    return any(found.start == end for table in tables for found in table.find(text, end, stop))


@lru_cache(maxsize=8)
def places(text: str) -> tuple[tuple[int, bool], ...]:
    """Where a clause begins, and where in a row of facts another may; told apart. Several readers ask for them."""
    return tuple(_places(text))


def _places(text: str) -> Iterator[tuple[int, bool]]:
    begin = 0
    for end, after in (*(found.span() for found in _APART.finditer(text)), (len(text), len(text))):
        if end > begin + 1:
            head = begin
            if text[begin] in _SMALL_BEGINS and (small := _SMALL.match(text, begin, end)):
                head = small.end()
            if head < end - 1:
                yield head, False
            if end - head >= _RUN_ON:
                yield from ((found.end(), True) for found in _BREAK.finditer(text, head, end - 2) if found.end() > head)
        begin = after


def _reach(name: _Name, said: str, place: int, stop: int) -> int:
    """How far a text is made of a name's characters in their order, each run at the edge of a word."""
    at, reach, fresh = 0, place, True
    begun = -1
    for spot in range(place, stop):
        to = at if not fresh and name.sounds[at : at + 1] == said[spot] else -1
        if to < 0:
            if begun >= 0 and begun not in name.edges and at - 1 not in name.edges:
                return reach
            to = _edge(name, said[spot], said[spot + 1 : spot + 2], at)
            if to < 0:
                return reach
            begun = to
        at, fresh = to + 1, False
        if begun in name.edges or at - 1 in name.edges:
            reach = spot + 1
    return reach


def _edge(name: _Name, letter: str, after: str, at: int) -> int:
    """Where a name goes on with a sound: at the edge of a word, or in a pair with the next."""
    to = name.sounds.find(letter, at)
    while to >= 0:
        if to in name.edges or (after and name.sounds[to + 1 : to + 2] == after):
            return to
        to = name.sounds.find(letter, to + 1)
    return -1


def read_name(project: str, pieces: Sequence[Piece]) -> _Name:
    """A name ready to be looked for by its characters."""
    edges: set[int] = set()
    place, letters = 0, ""
    for piece in pieces:
        if piece.part in _SORTS:
            continue
        for word in tokens.cut_name(piece.text):
            edges |= {place, place + len(word) - 1}
            if len(word) > 3:  # 体育中心 is two words to whoever shortens it
                edges |= {place + step for step in range(1, len(word) - 1)}
            place += len(word)
        letters += piece.text
    plain = letters.translate(_FIGURES)
    return _Name(project, letters, sound(plain), frozenset(edges))


@cache
def _spoken_figures() -> dict[int, str]:
    """For each sound of a figure that of its Chinese numeral: 3小 sounds like 三小."""
    return {ord(sound(chr(figure))): sound(sign) for figure, sign in _FIGURES.items()}
