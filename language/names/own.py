"""Words that name a project only when its own liaison says them: 一期, 大桥, 康复楼, where one of theirs has them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from language import tokens
from language.belonging import STAGE_WORDS
from language.late import late
from language.names.anatomy import Part, bare_town
from language.names.clause import clause_end, holds, joins, modified, numbers_works
from language.names.forms import Forms, Kind, Sense, neighbours
from language.names.heads import Heads, places
from language.names.hits import Hit, fitting
from language.names.index import NameIndex
from language.names.kinds import Kinds
from language.names.marks import find_marks, find_rows
from language.names.narrowing import borne_by_each, narrowed
from language.names.short_names import Tier, first_characters
from language.tables.names_of_works import ACTIONS
from language.tokens import trade_words

_LONGEST = 6
_POINTED = late(r"的?[这那].*$|项目$|工程$")
_POINTED_AT = r"的?[这那][个边块里头](?:项目|工程)?|的?项目|的?工程"

_BEHIND_TOWN = late(rf"(?:[镇乡]|街道)?(?P<pointed>{_POINTED_AT})?")
_OF_WHAT = late(r"(?:[占借碰压挡堵用]的是|属于|归|占用?了?|借用?了?)$")
"""占的是学校操场: before a word, what it is that is taken or lent, and no name."""


class OwnWords:
    """The words that tell a liaison's own projects apart."""

    def __init__(self, index: NameIndex, projects: Sequence[str]) -> None:
        self._index = index
        self._projects = projects
        self._voltages = len({value for each in projects for value in index.marks[each].get("voltage", ())}) > 1
        self._forms = Forms()
        self._heads = Heads(index, projects)
        self._kinds = Kinds(index, projects) if len(projects) > 1 else None
        self._towns: dict[str, list[str]] = {}
        for project in projects:
            if index.town(project):
                self._towns.setdefault(bare_town(index.town(project)), []).append(project)
        self._town_names = sorted(self._towns, key=len, reverse=True)
        for project in projects:
            others = "\n".join(index.words[each] for each in projects if each != project)
            sense = Sense(Kind.PROJECT, project, Tier.LOOSE)
            for form in own_forms(index, project):
                if form not in others:
                    self._forms.add(form, sense)

    def settle(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """The names of a text as this liaison means them: their own projects before others of the same short name."""
        kept = [self._own_instead(text, hit) for hit in hits if not self._is_of_plan(text, hit)]
        kept = [self._own_mark(text, hit, kept) for hit in kept]
        found = [hit for hit in words_said(self._index, self._forms, text) if not spoken_for(text, hit, kept)]
        kept = [hit for hit in kept if not any(_covers(each, hit) for each in found)]
        spots = places(text)
        found += self._heads.found(text, spots, (*kept, *found))
        found += self._kinds.found(text, spots, (*kept, *found)) if self._kinds else ()
        if any(town in text for town in self._town_names):
            found += self._in_towns(text, spots, kept, found)
            kept = [hit for hit in kept if not any(_covers(each, hit) for each in found)]
        lone = [hit for hit in self._marks(text) if not spoken_for(text, hit, (*kept, *found))]
        return sorted([*kept, *found, *lone], key=lambda each: each.start)

    def _in_towns(
        self, text: str, spots: Iterable[tuple[int, bool]], hits: Sequence[Hit], found: Sequence[Hit]
    ) -> list[Hit]:
        """木瓜那个, 木瓜猪舍: the one own project of a town that is pointed at, or of whose plan is told at once."""
        told: list[Hit] = []
        for place, broken in spots:
            town = None if broken else next((each for each in self._town_names if text.startswith(each, place)), None)
            said = None if town is None else _BEHIND_TOWN.match(text, place + len(town))
            if town is None or said is None or any(hit.start < said.end() and place < hit.end for hit in found):
                continue
            over = [hit for hit in hits if hit.start < said.end() and place < hit.end]
            if any(
                hit.end > said.end() or set(hit.ids) & set(self._projects) or hit.tier <= Tier.WHOLE for hit in over
            ):
                continue
            lying = self._towns[town]
            if not said["pointed"]:
                others = {other for hit in over for other in hit.ids}
                lying = [each for each in lying if self._plans(each, text, said.end())]
                lying = [] if any(self._plans(each, text, said.end()) for each in others) else lying
            if len(lying) == 1:
                told.append(Hit(place, said.end(), lying, Tier.LOOSE, exact=False))
        return told

    def _plans(self, project: str, text: str, place: int) -> bool:
        """Whether the name of a node of a project's plan begins at a place."""
        follows = text[place : place + 2]
        return len(follows) > 1 and f" {follows}" in self._index.words[project]

    def _own_instead(self, text: str, hit: Hit) -> Hit:
        """The own project that a short name fits, where it was taken for somebody else's."""
        if hit.tier <= Tier.WHOLE or any(each in self._projects for each in hit.ids):
            return hit
        said = text[hit.start : hit.end]
        senses = self._forms.senses(said) or self._forms.senses(_POINTED.sub("", said))
        return hit._replace(ids=[senses[0].id], base=()) if len(senses) == 1 else hit

    def _own_mark(self, text: str, hit: Hit, hits: Sequence[Hit]) -> Hit:
        """二期 by itself is the own one, unless the family of another's was named before it."""
        if not hit.marked or any(each in self._projects for each in hit.ids):
            return hit
        mark = next(iter(find_marks(text[hit.start : hit.end])), None)
        if mark is None or (mark.start, mark.end) != (0, hit.end - hit.start):
            return hit
        family = set(self._index.family(hit.ids))
        if any(other.start < hit.start and not family.isdisjoint(other.ids) for other in hits):
            return hit
        bearing = fitting(self._index, self._projects, mark.mark)
        return hit._replace(ids=bearing, base=()) if len(bearing) == 1 else hit

    def _is_of_plan(self, text: str, hit: Hit) -> bool:
        """二期海洋环评: whether what is taken for another's name begins a node of an own project's plan."""
        if hit.tier <= Tier.WHOLE or any(each in self._projects for each in hit.ids):
            return False
        said = [text[place : hit.end + 2] for place in range(hit.start, hit.end - 1)]
        words = [self._index.words[each] for each in self._projects]
        return len(text) >= hit.end + 2 and any(each in own for each in said for own in words)

    def _marks(self, text: str) -> Iterable[Hit]:
        rows = [(row, borne_by_each(self._index, self._projects, row)) for row in find_rows(text)]
        rows = [(row, each) for row, each in rows if each]
        for row, each in rows:
            yield Hit(row.start, row.end, each, Tier.LOOSE, marked=True, together=True)
        for found in find_marks(text, voltages=self._voltages):
            if any(row.start <= found.start < row.end for row, _ in rows):
                continue
            bearing = fitting(self._index, self._projects, found.mark)
            if len(bearing) == 1:
                end, words = found.end, self._index.words[bearing[0]]
                while found.mark[0] == "number" and end < len(text) and text[found.start : end + 1] in words:
                    end += 1  # 3号地块
                yield Hit(found.start, end, bearing, Tier.LOOSE, marked=True)


def words_said(
    index: NameIndex, forms: Forms, text: str, meant: Callable[[int, int, Sequence[Sense]], str | None] | None = None
) -> Iterator[Hit]:
    """The projects that words of a text mean; `meant` tells which of its senses a word has between two places."""
    free = 0
    for place in forms.places(neighbours(text)):
        if place < free:
            continue
        for end, senses in forms.at(text, place):
            project = meant(place, end, senses) if meant else senses[0].id
            if project is not None:
                break
        else:
            continue
        if (hit := _said(index, text, place, end, project, free)) is not None:
            yield hit
            free = hit.end


def _said(index: NameIndex, text: str, place: int, end: int, project: str, free: int) -> Hit | None:
    """The project that a word at a place means, unless it is said of something else there."""
    number = text[place:end].isdigit()
    if modified(text, place, strictly=True) or (number and not numbers_works(text, place, end)):
        return None
    if _OF_WHAT.search(text, max(0, place - 4), place):
        return None
    if end - place > 3 or text[place:end] in trade_words() or holds(text, place, end):
        hit = narrowed(index, text, Hit(place, end, [project], Tier.LOOSE), free)
        return hit if hit.ids else None
    return None


def own_forms(index: NameIndex, project: str) -> set[str]:
    """What a project may be called by those who have it."""
    return {*index.short_names(project), *_parts(index, project)}


def _parts(index: NameIndex, project: str) -> Iterator[str]:
    """The words of a project's name alone and with their neighbour: 大坪, 提水, 保鲜库, 抽蓄主体."""
    for pieces in index.pieces(project):
        words: list[tuple[str, ...]] = []
        for piece in pieces:
            if piece.part in (Part.PROPER, Part.PLACE):
                words += [(word,) for word in tokens.cut_name(piece.text)]
            elif piece.part is not Part.FILLING:
                words.append((piece.text, *piece.shorts))
            if piece.part is Part.PROPER and (initials := first_characters(piece.text)):
                words[-1] += (initials,)
        for place, word in enumerate(words):
            yield from (each for each in word if len(each) > 1 and (each not in ACTIONS or each in STAGE_WORDS))
            for after in words[place + 1 : place + 2]:
                yield from (a + b for a in word for b in after if len(a) + len(b) <= _LONGEST)


def _covers(own: Hit, other: Hit) -> bool:
    """Whether an own word says more than a loose name inside it: 抽蓄主体 more than 抽蓄."""
    return own.start <= other.start and other.end <= own.end


def spoken_for(text: str, hit: Hit, hits: Iterable[Hit]) -> bool:
    """Whether a word stands inside a name, or in the clause of one that was named before it."""
    for other in hits:
        if other.start < hit.end and hit.start < other.end:
            longer = hit.start <= other.start and other.end < hit.end and other.tier > Tier.WHOLE
            if not longer:
                return True
        elif other.end <= hit.start and clause_end(text, other.end) >= hit.start:
            return not joins(text, other.end, hit.start)
    return False
