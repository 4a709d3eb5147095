"""Says a message in the plainer words that all readers know, before any of them looks at it."""

from collections.abc import Iterable

from language.late import late
from language.names import Lexicon
from language.tables.plain_figures import WORDINGS as FIGURES
from language.tables.plain_verbs import WORDINGS as VERBS
from language.tables.plain_words import ASKED_WORDINGS, HOW_MANY_OF_ALL, WORDINGS, Wording


class _Wordings:
    """Wordings in their order, and by the first character of their keys: nearly none of them fits a text."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._ready = tuple((each.means, each.keys, late(each.pattern)) for each in wordings)
        self._by_first: dict[str, list[int]] = {}
        for number, (_, keys, _) in enumerate(self._ready):
            for first in dict.fromkeys(key[0] for key in keys):
                self._by_first.setdefault(first, []).append(number)
        self._firsts = frozenset(self._by_first)

    def applied(self, text: str, lexicon: Lexicon) -> str:
        """The text reworded; what one wording makes, those behind it see."""
        begun = sorted({number for first in self._firsts.intersection(text) for number in self._by_first[first]})
        while begun:
            number = begun.pop(0)
            means, keys, pattern = self._ready[number]
            if not any(key in text for key in keys) or not pattern.search(text):
                continue
            if not any(each in text and lexicon.is_in_a_name(each) for each in keys):
                text = pattern.sub(means, text)
                begun = list(range(number + 1, len(self._ready)))
        return text


_WORDINGS = _Wordings((*VERBS, *FIGURES, *WORDINGS))
_ASKED = _Wordings(ASKED_WORDINGS)
_ASKED_BY_ASKERS = _Wordings((HOW_MANY_OF_ALL, *ASKED_WORDINGS))


def plain(text: str, lexicon: Lexicon) -> str:
    """The same in plain words; what is part of a project's name stays as it is."""
    return _WORDINGS.applied(text, lexicon)


def plainly_asked(text: str, lexicon: Lexicon, asker: bool) -> str:
    """A question in plain words, some of which tell of a crowd in the mouth of somebody who reports."""
    return (_ASKED_BY_ASKERS if asker else _ASKED).applied(text, lexicon)
