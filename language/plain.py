"""Says a message in the plainer words that all readers know, before any of them looks at it."""

from collections.abc import Iterable

from language.late import late
from language.names import Lexicon
from language.names.forms import neighbours
from language.tables.plain_figures import WORDINGS as FIGURES
from language.tables.plain_questions import QUESTION_WORDINGS
from language.tables.plain_verbs import WORDINGS as VERBS
from language.tables.plain_words import ASKED_WORDINGS, HOW_MANY_OF_ALL, WORDINGS, Wording

FEW = 20
"""So few beginnings are looked for one by one."""


class _Wordings:
    """Wordings in their order, and by the first two characters of their keys: nearly none of them fits a text."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._ready = tuple((each.means, each.keys, late(each.pattern)) for each in wordings)
        self._begun: dict[str, list[int]] = {}
        for number, (_, keys, _) in enumerate(self._ready):
            for begun in dict.fromkeys(key[:2] for key in keys):
                self._begun.setdefault(begun, []).append(number)
        self._beginnings = frozenset(self._begun)

    def applied(self, text: str, lexicon: Lexicon) -> str:
        """The text reworded; what one wording makes, those behind it see."""
        may = self._may_fit(text, 0)
        while may:
            number = may.pop(0)
            means, keys, pattern = self._ready[number]
            if not any(key in text for key in keys) or not pattern.search(text):
                continue
            if not any(each in text and lexicon.is_in_a_name(each) for each in keys):
                text = pattern.sub(means, text)
                may = self._may_fit(text, number + 1)
        return text

    def _may_fit(self, text: str, oldest: int) -> list[int]:
        """The wordings from one on of which a text has the beginning of a key."""
        begun: Iterable[str] = (each for each in self._begun if each in text)
        if len(self._begun) > FEW:
            begun = self._beginnings.intersection((*text, *neighbours(text)))
        return sorted({number for each in begun for number in self._begun[each] if number >= oldest})


_WORDINGS = _Wordings((*VERBS, *FIGURES, *WORDINGS))
_ASKED = _Wordings(ASKED_WORDINGS)
_ASKED_BY_ASKERS = _Wordings((HOW_MANY_OF_ALL, *QUESTION_WORDINGS, *ASKED_WORDINGS))


def plain(text: str, lexicon: Lexicon) -> str:
    """The same in plain words; what is part of a project's name stays as it is."""
    return _WORDINGS.applied(text, lexicon)


def plainly_asked(text: str, lexicon: Lexicon, asker: bool) -> str:
    """A question in plain words, some of which tell of a crowd in the mouth of somebody who reports."""
    return (_ASKED_BY_ASKERS if asker else _ASKED).applied(text, lexicon)
