"""Words that name a project of a liaison's unit which a colleague reports, where nothing else is named."""

from collections.abc import Collection, Iterator, Sequence

from language.late import late
from language.names.forms import Forms, Kind, Sense
from language.names.hits import Hit, fitting
from language.names.index import NameIndex
from language.names.marks import find_marks
from language.names.own import own_forms, spoken_for, words_said
from language.names.short_names import Tier

MOST = 300
"""Of a unit with more projects than these no word tells one apart."""

_HEADS = late(r"(?:[\s\S]*[。；;\n])?\s*(?:@\S+\s*)?(?:[0-9]{1,2}[.、．)）])?$")
"""What a colleague's project is called by begins a sentence: 材料款 behind a comma is no name of theirs."""

_BEFORE_HEADS = frozenset("。；;.、．)） \n\t")


def _is_head(text: str, place: int) -> bool:
    """Whether a sentence begins at a place, which most places show by what stands before them."""
    if place and text[place - 1] not in _BEFORE_HEADS and "@" not in text:
        return False
    return _HEADS.match(text[:place]) is not None


class UnitWords:
    """The words for what a unit leads or holds a node of, shared by all of its liaisons.

    A word is weighed when it is said: units have many projects, and few of their words are ever said.
    """

    def __init__(self, index: NameIndex, projects: Sequence[str]) -> None:
        self._index = index
        self._projects = projects if len(projects) <= MOST else ()
        self._holding: dict[str, tuple[str, ...]] = {}
        self._forms = Forms()
        for project in self._projects:
            for form in own_forms(index, project):
                self._forms.add(form, Sense(Kind.PROJECT, project, Tier.LOOSE))

    def beside(self, text: str, hits: Sequence[Hit], own: Collection[str]) -> list[Hit]:
        """The names of a text and, where none of them stands, the unit's other projects that it names."""
        if not self._projects:
            return list(hits)

        def meant(start: int, end: int, senses: Sequence[Sense]) -> str | None:
            if not _is_head(text, start):
                return None
            told = (each.id for each in senses if each.id not in own)
            return next((each for each in told if self._tells_apart(text[start:end], each, own)), None)

        words = words_said(self._index, self._forms, text, meant)
        found = [hit for hit in (*words, *self._tails(text, own)) if not spoken_for(text, hit, hits)]
        return sorted([*hits, *found], key=lambda each: each.start) if found else list(hits)

    def _tells_apart(self, form: str, project: str, own: Collection[str]) -> bool:
        """Whether no other project of the unit or the sender has a word."""
        holding = self._holding.get(form)
        if holding is None:
            words = self._index.words
            holding = self._holding[form] = tuple(each for each in self._projects if form in words[each])
        others = (each for each in own if each not in self._projects and form in self._index.words[each])
        return not any(each != project for each in (*holding, *others))

    def _tails(self, text: str, own: Collection[str]) -> Iterator[Hit]:
        """A mark with the words right before it, where one name ends so: 小区二期 of 老旧小区二期."""
        marks = find_marks(text)
        others = [each for each in self._projects if each not in own] if marks else []
        for mark in marks:
            bearing = fitting(self._index, others, mark.mark)
            start = mark.start
            while len(bearing) == 1 and start > 0 and text[start - 1 : mark.end] in self._index.words[bearing[0]]:
                start -= 1
            if mark.start - start > 1:
                yield Hit(start, mark.end, bearing, Tier.LOOSE, marked=True)
