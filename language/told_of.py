"""Of which projects a message tells something, though nothing of it can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from language.late import late

if TYPE_CHECKING:
    from language.names import Lexicon

SAYS_MORE = 6
"""Characters beside the names from which on something is told, and not only called."""
_TELLS = late(r"(?<![没未])(?:已经?|早就?|刚刚?|都|全|正在|在)|了(?=$|[，。；！])|[完好到过齐妥](?:了|$)|到位|下来")


def tells_something(text: str) -> bool:
    """Whether something is said to have happened or to be going on."""
    return _TELLS.search(text) is not None


_ROUND = late(r"周边|附近|旁边|门口|门前|外面|对面|边上|路口|沿线群众|恢复交通|恢复通行")


def tells_of_surroundings(text: str) -> bool:
    """Whether what is told is of what lies round the works (二实小周边已恢复交通), and nothing of the works."""
    return _ROUND.search(text) is not None


def told_of(text: str, lexicon: Lexicon, sender: str) -> list[str]:
    """The ids of the projects that are spoken of; none where somebody is addressed or only a name is said."""
    if lexicon.people(text) or tells_of_surroundings(text):
        return []
    named = list(lexicon.projects(text, sender))
    if len(text) - sum(each.end - each.start for each in named) < SAYS_MORE:
        return []
    return list(dict.fromkeys(each.candidates[0] for each in named if each.sure))
