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
                text = text if _names(keys, text, lexicon) else pattern.sub(means, text)
                break
    return text


def _names(keys: tuple[str, ...], text: str, lexicon: Lexicon) -> bool:
    """Whether a project is called by one of these words: 头批示范段."""
    said = [key for key in keys if key in text]
    return any(
        key in name
        for project in lexicon.registry.projects.values()
        for name in (project.name, *project.aliases)
        for key in said
    )
