"""Projects named by their town and a word of theirs: 红柳镇牧场, 陈集镇变电站."""

from collections.abc import Sequence

from language.names.anatomy import bare_town
from language.names.forms import Kind
from language.names.heads import Heads
from language.names.hits import Hit
from language.names.index import NameIndex
from language.names.span import NameSpan

_MANY = 40
"""Of more projects in one town a few characters do not tell which is meant."""


def in_their_town(index: NameIndex, text: str, hits: list[Hit], others: Sequence[tuple[Kind, NameSpan]]) -> list[Hit]:
    """The hits, those behind a town narrowed to its projects, and what only its projects are called."""
    towns = [span for kind, span in others if kind is Kind.TOWN and span.end < len(text)]
    if not towns:
        return hits
    found = list(hits)
    for span in towns:
        at = next((place for place, hit in enumerate(found) if hit.start <= span.end < hit.end), None)
        if at is not None and (found[at].start < span.end or len(found[at].ids) == 1):
            continue
        pool = index.in_town(span.candidates[0], bare_town(span.candidates[0]))
        if not 0 < len(pool) <= _MANY:
            continue
        if at is not None:
            kept = [each for each in found[at].ids if each in pool]
            if len(kept) == 1:
                found[at] = found[at]._replace(start=span.start, ids=kept)
        elif hit := Heads(index, pool).behind(text, span.end, span.start):
            found.append(hit)
    return sorted(found, key=lambda hit: hit.start)
