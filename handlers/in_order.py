"""第二个什么情况, 最后一条谁负责: one line of the list that was just told, put into the question by its name."""

import re
from collections.abc import Sequence

from handlers.spoken_of import as_asked, spoken_of
from handlers.turn import Turn
from language.in_order import place_asked
from models.dialogue import open_question
from models.mailbox import Reply
from models.registry import ProjectEntry

_NUMBERED = re.compile(r"^\d{1,2}\. ")
_DECISION = re.compile(r"^\d{1,4}-\d{1,3}(?= )")
_ISSUE = re.compile(r"20\d\d-\d{3}(?=\D)")


def told_in_order(turn: Turn, replies: Sequence[Reply]) -> list[str]:
    """What each line of an answer is about, as it may be named in a question: a project, its node, a number."""
    found: list[str] = []
    head, numbered = "", False
    for line in "\n".join(reply.text for reply in replies).split("\n"):
        said = _NUMBERED.sub("", line)
        name = _begun(turn, said)
        if decision := _DECISION.match(said):
            found.append(decision[0])
        elif said != line:
            numbered = True
            found.append(name or _within(turn, head, said))
        elif name:
            head = name
            found += [name] if said[len(name) : len(name) + 1] == "：" else []
    return found if (numbered or len(found) > 1) and all(found) else []


def _begun(turn: Turn, line: str) -> str:
    """The project's name that a line begins with."""
    names = (each.name for each in turn.lexicon.registry.projects.values() if line.startswith(each.name))
    return max(names, key=len, default="")


def _within(turn: Turn, head: str, line: str) -> str:
    """A line below a project's name: one of its problems, by its number, or one of its nodes."""
    if number := _ISSUE.search(line):
        return number[0]
    entry = next((each for each in turn.lexicon.registry.projects.values() if each.name == head), None)
    return _node(entry, line) if entry else ""


def _node(entry: ProjectEntry, line: str) -> str:
    nodes = (node.name for node in entry.nodes if line.startswith(node.name))
    name = max(nodes, key=len, default="")
    return f"{entry.name}{name}" if name else ""


async def named(turn: Turn) -> Turn:
    """The turn with the name in place of 第二个; as it is where nothing was listed or something else is asked."""
    asked = place_asked(turn.plain) if turn.person is not None else None
    if asked is None or turn.person is None or await open_question(turn.chat, turn.person, turn.now):
        return turn
    order = (await spoken_of(turn)).get("order", [])
    place = asked.place - 1 if asked.place > 0 else len(order) + asked.place
    if not 0 <= place < len(order):
        return turn
    return as_asked(turn, f"{order[place]}{asked.rest}")
