"""Marks that stand alone name the sibling of a project that was named before, or else after: 标厂一期…；二期…"""

from collections.abc import Sequence

from language.names.hits import Hit, fitting
from language.names.index import NameIndex
from language.names.marks import MarkSpan, find_marks
from language.names.short_names import Tier


def with_lone_marks(index: NameIndex, text: str, hits: list[Hit]) -> list[Hit]:
    """Add the siblings that lone marks name; a heading that fits several of them then says no more than they do."""
    if not any(index.has_siblings(hit.base or hit.ids) for hit in hits):
        return hits
    families = [index.family(hit.base or hit.ids) for hit in hits]
    lone: list[Hit] = []
    for found in find_marks(text):
        if any(found.start < hit.end and hit.start < found.end for hit in hits):
            continue
        if ids := _sibling(index, hits, families, found):
            lone.append(Hit(found.start, found.end, ids, Tier.SHORT, base=tuple(ids), marked=True))
    if not lone:
        return hits
    told = {each for hit in lone for each in hit.ids}
    kept = [hit for hit in hits if len(hit.ids) == 1 or told.isdisjoint(hit.ids)]
    return sorted([*kept, *lone], key=lambda each: each.start)


def _sibling(index: NameIndex, hits: Sequence[Hit], families: Sequence[Sequence[str]], found: MarkSpan) -> list[str]:
    """Of the nearest family before a mark, or else after it, those who bear it."""
    before = [family for hit, family in zip(hits, families, strict=True) if hit.start < found.start]
    after = [family for hit, family in zip(hits, families, strict=True) if hit.start > found.start]
    for family in (*reversed(before), *after):
        if len(family) > 1 and (named := fitting(index, family, found.mark)):
            return named
    return []
