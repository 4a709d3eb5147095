"""Words that name a project only when its own liaison says them: 一期, 大桥, 康复楼, where one of theirs has them."""

from collections.abc import Iterable, Sequence

from language.names.clause import clause_end, holds, modified
from language.names.forms import Forms, Kind, Sense, neighbours
from language.names.hits import Hit, fitting
from language.names.index import NameIndex
from language.names.marks import find_marks
from language.names.short_names import Tier
from language.tokens import trade_words


class OwnWords:
    """The words that tell a liaison's own projects apart."""

    def __init__(self, index: NameIndex, projects: Sequence[str]) -> None:
        self._index = index
        self._projects = projects
        self._forms = Forms()
        forms = {project: index.short_names(project) for project in projects}
        for project in projects:
            others = [index.words[each] for each in projects if each != project]
            for form in forms[project]:
                if not any(form in words for words in others):
                    self._forms.add(form, Sense(Kind.PROJECT, project, Tier.LOOSE))

    def find(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """The own projects that are meant where nobody else's name stands in the clause before."""
        found = [hit for hit in self._words(text) if not _spoken_for(text, hit, hits)]
        lone = [hit for hit in self._marks(text) if not _spoken_for(text, hit, (*hits, *found))]
        return [*found, *lone]

    def _words(self, text: str) -> Iterable[Hit]:
        free = 0
        for place in self._forms.places(neighbours(text)):
            if place < free or not (forms := self._forms.at(text, place)):
                continue
            end, senses = forms[0]
            if text[place:end].isdigit() or modified(text, place, strictly=True):
                continue
            if end - place > 3 or text[place:end] in trade_words() or holds(text, place, end):
                yield Hit(place, end, [senses[0].id], Tier.LOOSE)
                free = end

    def _marks(self, text: str) -> Iterable[Hit]:
        for found in find_marks(text):
            bearing = fitting(self._index, self._projects, found.mark)
            if len(bearing) == 1:
                yield Hit(found.start, found.end, bearing, Tier.LOOSE, marked=True)


def _spoken_for(text: str, hit: Hit, hits: Iterable[Hit]) -> bool:
    """Whether a word stands inside a name, or in the clause of one that was named before it."""
    for other in hits:
        if other.start < hit.end and hit.start < other.end:
            return True
        if other.end <= hit.start and clause_end(text, other.end) >= hit.start:
            return True
    return False
