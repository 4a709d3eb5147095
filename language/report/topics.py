"""A node that is named in a clause of its own, before the clause that tells of it: 环评呢，6月批了."""

from language.belonging import STAGE_WORDS
from language.late import late
from language.names.tails import node_tail_end
from language.structure import Clause
from language.terms import index_of
from models.registry import ProjectEntry
from models.vocabulary import NodeKind

LONGEST_TOPIC = 20
LONGEST_PAUSE = 2
"""How far behind a topic the next clause may begin."""

SOFTENED = late(r"(?:的话|[呢嘛啊吧哈])$")
ENDS = frozenset({NodeKind.START, NodeKind.TOPPING_OUT, NodeKind.COMPLETION, NodeKind.OPERATION, NodeKind.ACCEPTANCE})
"""Their names are verbs as well: 岩脚路通车，投资完成1.2亿 tells of it in one word."""


def is_topic(text: str, project: ProjectEntry, begin: int, end: int, following: Clause) -> bool:
    """Whether a stretch only names a node, and what follows begins with no other."""
    if text.startswith(("：", ":"), end):
        return False  # a heading, which stays in force for all that follows
    begin += text.startswith("的", begin)
    index = index_of(project)
    found = index.find(text, begin, end)
    if len(found) != 1 or found[0].weak or found[0].start != begin or len(found[0].nodes) != 1:
        return False
    if SOFTENED.search(text, begin, end) is None and found[0].nodes[0].kind in ENDS:
        return False
    if node_tail_end(text, found[0].end, following.start + 1) < following.start:
        return False
    low, high = following.start, min(following.end, following.start + 8)
    if any(each.start == low for each in index.find(text, low, high)):
        return False
    return not any(each.start == low for each in STAGE_WORDS.find(text, low, high))
