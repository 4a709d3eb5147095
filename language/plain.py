"""Says a message in the plainer words that all readers know, before any of them looks at it."""

from language.late import late
from language.names import Lexicon
from language.tables.plain_words import WORDINGS

_WORDINGS = tuple((each.means, each.keys, late(each.pattern)) for each in WORDINGS)


def plain(text: str, lexicon: Lexicon) -> str:
    """The same in plain words; what is part of a project's name stays as it is."""
    for means, keys, pattern in _WORDINGS:
        for key in keys:  # a bare loop: nearly all of these looks find nothing
            if key in text:
                if pattern.search(text) and not any(each in text and lexicon.is_in_a_name(each) for each in keys):
                    text = pattern.sub(means, text)
                break
    return text
