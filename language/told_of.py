"""Of which projects a message tells something, though nothing of it can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from language.late import late

if TYPE_CHECKING:
    from language.names import Lexicon

SAYS_MORE = 6
"""Characters beside the names from which on something is told, and not only called."""
AROUND = late(r"(?:的|那)?(?:周边|附近|门口|旁边|对面|路口|外面)")
"""二实小周边已恢复交通 tells nothing of the works."""


def told_of(text: str, lexicon: Lexicon, sender: str) -> list[str]:
    """The ids of the projects that are spoken of; none where somebody is addressed or only a name is said."""
    if lexicon.people(text):
        return []
    named = list(lexicon.projects(text, sender))
    if len(text) - sum(each.end - each.start for each in named) < SAYS_MORE:
        return []
    of_it = [each for each in named if each.sure and not AROUND.match(text, each.end)]
    return list(dict.fromkeys(each.candidates[0] for each in of_it))
