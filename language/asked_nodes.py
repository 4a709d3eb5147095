"""The nodes of one project that a question names: 桥面铺装铺了多少 asks after one node, and not after the project."""

from language.late import late
from language.names import Lexicon
from language.terms import index_of

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
