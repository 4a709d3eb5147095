"""Of what exactly is asked: of one node of a project (桥面铺装铺了多少), or of the projects in a leader's charge."""

from language.late import late
from language.names import Lexicon
from language.terms import index_of

_CHARGE = late(
    r"我(?:主要|现在)?(?:分管|包联|包保|挂包|挂联|挂帅|牵头|联系|负责|包抓|主抓|包)的?|归我(?:管|分管)|我名下|我手上的"
)
_HOW_MUCH = late(r"多少|几(?![时月号点个项家])|百分之")


def nodes_asked(text: str, project: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The ids of the nodes that a question about a project names, in the order of the plan."""
    entry = lexicon.registry.projects.get(project)
    if entry is None:
        return ()
    letters = list(text)
    for span in lexicon.projects(text, asking=True):
        letters[span.start : span.end] = "　" * (span.end - span.start)
    found = {node.id for each in index_of(entry).find("".join(letters)) for node in each.nodes}
    return tuple(node.id for node in entry.nodes if node.id in found)


def asks_how_much(text: str) -> bool:
    """Whether it is asked how much of something is done (打了多少根, 完成几成), and not how it is getting on."""
    return _HOW_MUCH.search(text) is not None and len(text) <= 40


def asks_of_charge(text: str) -> bool:
    """Whether a leader asks after the projects that are in their charge (我分管的几个项目)."""
    return len(text) <= 40 and _CHARGE.search(text) is not None


_WHETHER = late(r"了没|没有?[?？]?$")
_UNFINISHED = late(r"(?:没|未)(?:有)?(?:完成|办完|办结|办好|做完|弄完|落实|动|办)|没办")


def asks_for_unfinished(text: str) -> bool:
    """Whether of what falls due only what is not done is wanted (这个月到期的还有哪些没完成)."""
    return len(text) <= 40 and _UNFINISHED.search(text) is not None and _WHETHER.search(text) is None
