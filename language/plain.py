"""Says a message in the plainer words that all readers know, before any of them looks at it."""

from collections.abc import Iterable
from re import Pattern

from language.late import late
from language.names import Lexicon
from language.tables.plain_words import ASKED_WORDINGS, HOW_MANY_OF_ALL, WORDINGS, Wording

Ready = tuple[str, tuple[str, ...], Pattern[str]]


def _ready(wordings: Iterable[Wording]) -> tuple[Ready, ...]:
    return tuple((each.means, each.keys, late(each.pattern)) for each in wordings)


_WORDINGS = _ready(WORDINGS)
_ASKED = _ready(ASKED_WORDINGS)
_ASKED_BY_ASKERS = _ready((HOW_MANY_OF_ALL, *ASKED_WORDINGS))


def plain(text: str, lexicon: Lexicon) -> str:
    """The same in plain words; what is part of a project's name stays as it is."""
    return _reworded(text, _WORDINGS, lexicon)


def plainly_asked(text: str, lexicon: Lexicon, asker: bool) -> str:
    """A question in plain words, some of which tell of a crowd in the mouth of somebody who reports."""
    return _reworded(text, _ASKED_BY_ASKERS if asker else _ASKED, lexicon)


def _reworded(text: str, wordings: tuple[Ready, ...], lexicon: Lexicon) -> str:
    for means, keys, pattern in wordings:
        for key in keys:  # a bare loop: nearly all of these looks find nothing
            if key in text:
                if pattern.search(text) and not any(each in text and lexicon.is_in_a_name(each) for each in keys):
                    text = pattern.sub(means, text)
                break
    return text
