"""Two characters that skip others of a name, from whoever is nobody's liaison: 文宫 for 文化宫, 芯晶 for 芯微晶圆."""

from collections.abc import Iterable, Sequence

from language import tokens
from language.belonging import STAGE_WORDS
from language.names.anatomy import Part, Piece
from language.names.clause import speaks_of_works
from language.names.heads import places, read_name
from language.names.hits import Hit
from language.names.index import NameIndex
from language.names.short_names import Tier
from language.names.standing import names_other_works
from language.vocabulary_words import NODE_KINDS

MOST = 1000
"""Among more projects than this two characters tell nothing."""

_LONGEST = 14
_CHANCE = 2
_FRONT = 100
"""How usual a word may be that is the front of one name only."""


class Nicknames:
    """The pairs of characters that begin or end words of one name only, not side by side."""

    def __init__(self, index: NameIndex, projects: Iterable[str]) -> None:
        self._index = index
        self._pairs: dict[str, str] = {}
        self._fronts: dict[str, str] = {}
        self._brands: dict[str, str] = {}
        for project in projects:
            for pieces in filter(None, index.pieces(project)):  # 平改立 is of no words
                self._add_brand(pieces[0], project)
                self._add(read_name(project, pieces).letters, sorted(read_name(project, pieces).edges), project)

    def _add(self, letters: str, edges: list[int], project: str) -> None:
        for first in edges:
            for last in edges:
                if first + 1 < last < _LONGEST:
                    pair = letters[first] + letters[last]
                    self._pairs[pair] = project if self._pairs.get(pair, project) == project else ""
        if letters and min((edge for edge in edges if edge), default=0) == 1:  # 农网 of 农网巩固提升
            front = letters[:2]
            self._fronts[front] = project if self._fronts.get(front, project) == project else ""

    def _add_brand(self, head: Piece, project: str) -> None:
        """芯越 of 芯越半导体封装测试: two characters that are no word and stand before words."""
        first, second, *after = [*tokens.cut(head.text), "", ""]
        if head.part is Part.PROPER and len(first) == len(second) == 1 and len(after[0]) > 1:
            brand = first + second
            self._brands[brand] = project if self._brands.get(brand, project) == project else ""

    def branded(self, text: str, asking: bool) -> list[Hit]:
        """Where a clause begins with a brand alone: 芯越那个厂; of a report only one that goes on about works."""
        heads = ((place, self._brands.get(text[place : place + 2], "")) for place, broken in places(text) if not broken)
        hits = [Hit(place, place + 2, [project], Tier.LOOSE, exact=False) for place, project in heads if project]
        return hits if asking else [hit for hit in hits if self._tells_of_works(text, hit)]

    def _tells_of_works(self, text: str, hit: Hit) -> bool:
        return speaks_of_works(text, hit.start, hit.end) and not names_other_works(self._index, text, hit)

    def beside(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """Other projects named before, and those of whom a later sentence goes on by such a pair."""
        found = [hit for hit in self.found(text) if hit.start and text[hit.start - 1] in "；。\n"]
        free = [hit for hit in found if not any(each.start < hit.end and hit.start < each.end for each in hits)]
        return sorted([*hits, *free], key=lambda each: each.start) if free else list(hits)

    def found(self, text: str) -> list[Hit]:
        """Where a clause begins with such a pair, and a node of that project's plan follows at once."""
        found: list[Hit] = []
        for place, broken in places(text):
            said, follows = text[place : place + 2], text[place + 2 : place + 4]
            front = self._fronts.get(said, "")
            project = front or self._pairs.get(said, "")
            if broken or not project or len(follows) < 2 or tokens.frequency(said) > (_FRONT if front else _CHANCE):
                continue
            if follows not in self._index.words[project] or self._index.calls_itself(project, follows):
                continue
            if not any(
                each.start == place
                for table in (STAGE_WORDS, NODE_KINDS)
                for each in table.find(text, place, place + 6)
            ):
                found.append(Hit(place, place + 2, [project], Tier.LOOSE, exact=False))
        return found
