"""Names that people use for a project though nobody entered them: found by likeness, worth proposing to the office."""

from language.names import Lexicon
from language.normalize import normalize

SHORTEST, LONGEST = 2, 20


def likely_names(text: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """(name as said, project) where a name was only alike and still meant one project."""
    said = normalize(text, lexicon.people_names)
    return tuple(
        dict.fromkeys(
            (span.text, span.candidates[0])
            for span in lexicon.projects(said)
            if span.sure and not span.exact and SHORTEST <= len(span.text) <= LONGEST
        )
    )
