"""The projects of which a question names only works of their plan: 教学楼几层了, 大桥啥时候能通."""

from functools import lru_cache

from language.asking import asks
from language.belonging import STAGE_WORDS, WORKS_KINDS
from language.late import late
from language.names import Lexicon
from language.node_names import SIZES, thing_of
from language.tables.names_of_works import HEADS, NEVER_ALONE
from language.tables.parts import MACHINES

LONG_ENOUGH = 3
"""A shorter word is said of works of any project."""
LONGEST = 24


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """What a node's works are called by themselves: 教学楼 of 教学楼主体, 大桥 of 柳河大桥."""
    thing = thing_of(name)
    if thing in STAGE_WORDS or thing in HEADS or thing in NEVER_ALONE or thing in MACHINES:
        return ()
    words = (thing,) if len(thing) >= LONG_ENOUGH else ()
    sized = len(thing) > LONG_ENOUGH and thing[-2] in SIZES and thing[-1] in HEADS
    return (*words, thing[-2:]) if sized else words


def node_named(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The one project with a node of works that a short question calls by its whole name (架线还剩多少); else none."""
    if len(text) > LONGEST or WIDELY.search(text):
        return ()
    found = {
        project.id
        for project in lexicon.registry.projects.values()
        for node in project.nodes
        if node.kind in WORKS_KINDS and len(node.name) > 1 and node.name in text
    }
    return tuple(found) if len(found) == 1 else ()


WIDELY = late(r"哪[些几个家]|几[个家项]|项目|各|所有|全部|都有谁")
"""Who asks so asks of all works."""


def works_named(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The projects with works that a short question names where no project's name is said; the longest word decides."""
    if len(text) > LONGEST or not asks(text):
        return ()
    found: dict[str, dict[str, None]] = {}
    for project in lexicon.registry.projects.values():
        for node in project.nodes:
            for word in _words(node.name) if node.kind in WORKS_KINDS else ():
                if word in text:
                    found.setdefault(word, {})[project.id] = None
    if not found:
        return ()
    return tuple(found[max(found, key=len)])
