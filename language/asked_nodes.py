"""Of what exactly is asked: of one node of a project (桥面铺装铺了多少), or of the projects in a leader's charge."""

from language.late import late
from language.names import Lexicon
from language.terms import index_of

_CHARGE = late(
    r"我(?:主要|现在)?(?:分管|包联|包保|挂包|挂联|挂帅|牵头|联系|负责|包抓|主抓|包)的?|归我(?:管|分管)|我名下|我手上的"
)
_HOW_MUCH = late(r"多少|几(?![时月号点个项家])|百分之")

_HOLDS = (
    r"(?:现在|目前|主要|具体|一共|总共|都|在|所|正)*"
    r"(?:负责|分管|牵头|包联|包保|跟|联系|盯|对接|报送?|抓|管)(?:[着了的]|(?=[哪几多]))"
)
_THEIRS = late(rf"(?:手[上里头]|名下|那(?:几[个项条]|些|边的?)(?:项目|工程)|{_HOLDS})")
_HELD = late(_HOLDS)
_BY_THEM = late(r"(?:是|由|归|属于)$")
_WHICH = late(r"项目|工程|哪[些几]|几[个项]|多少[个项]|红|黄|灯|滞后|超期|问题")


def whose_projects(text: str, lexicon: Lexicon) -> str | None:
    """The id of the one person whose projects are asked after: 罗成手上几个项目, 哪些项目是罗成报的."""
    people = lexicon.people(text) if len(text) <= 40 and _WHICH.search(text) else ()
    if len(people) != 1 or len(people[0].candidates) != 1:
        return None
    named = people[0]
    theirs = _THEIRS.match(text, named.end) or (_BY_THEM.search(text, 0, named.start) and _HELD.match(text, named.end))
    return named.candidates[0] if theirs else None


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
