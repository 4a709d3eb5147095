"""What a quoted message is about: the projects and nodes that a bare 已批 answers."""

import re
from collections.abc import Iterator

from language.late import late
from language.length import readable
from language.names import Lexicon
from language.normalize import normalize
from language.terms import index_of
from language.understanding import PromptItem

LINE = late(r"[^\n；;]+")
NUMBER = late(r"\s*(\d{1,2})[.．、)）:： ]")


def items_in(quote: str, lexicon: Lexicon, sender: str | None) -> tuple[PromptItem, ...]:
    """The projects and nodes that a quoted message names, a line each, with the line's number or their order."""
    found: list[PromptItem] = []
    for number, project, node in _named(normalize(readable(quote)), lexicon, sender):
        item = PromptItem(number or len(found) + 1, project, node)
        if all((each.project, each.node) != (project, node) for each in found):
            found.append(item)
    return tuple(found)


def _named(text: str, lexicon: Lexicon, sender: str | None) -> Iterator[tuple[int | None, str, str | None]]:
    pieces = re.split(r"(?<=[；;，。：:])\s*(?=\d{1,2}[.．、)）])|\n", text)
    for piece in pieces:
        marker = NUMBER.match(piece)
        for span in lexicon.projects(piece, sender):
            fitting = lexicon.choose(span.candidates, sender)
            if len(fitting) != 1:
                continue
            project = lexicon.registry.projects[fitting[0]]
            mentions = [
                each for each in index_of(project).find(piece, span.end) if len(each.nodes) == 1 and not each.weak
            ]
            node = mentions[0].nodes[0].id if mentions else None
            yield (int(marker[1]) if marker else None), project.id, node
