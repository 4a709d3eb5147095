"""Takes in the marks beside a name, and keeps those of its candidates that bear them."""

import re

from language.names.hits import Hit, fitting
from language.names.index import NameIndex
from language.names.marks import MarkSpan, find_marks, mark_at, years
from language.names.short_names import Tier

_GAP = re.compile(r"[的（( ]?(?:工程|项目)?[的（( ]?")
_GAP_BEGINS = frozenset("的（( 工项")
_TELLING = frozenset({"phase", "section", "batch", "bank", "lot", "voltage"})
"""Marks that rule a project out which bears another of the same kind."""


def narrowed(index: NameIndex, text: str, hit: Hit) -> Hit:
    """Take in the marks after a name, and a year before it; where they contradict every candidate none is left."""
    ids, end = hit.ids, hit.end
    seen: set[str] | None = None
    while (found := _mark_after(text, end)) is not None:
        if seen is None:
            seen = {each.mark[0] for each in find_marks(text, hit.start, hit.end)}
        if found.mark[0] in seen:
            break
        kept = fitting(index, ids, found.mark) or fitting(index, index.family(ids), found.mark)
        if not kept:
            ids = _not_contradicted(index, hit.tier, ids, found.mark[0])
            break
        ids, end = kept, found.end
        seen.add(found.mark[0])
    if len(ids) > 1 and (kept := _by_aside(index, text, ids, end)):
        ids = kept
    start = hit.start
    if start > 4 and text[start - 1] in "年度":
        ids, start = _of_year(index, text, ids, start)
    if ids is hit.ids and end == hit.end:
        return hit
    return hit._replace(start=start, end=end, ids=ids, base=tuple(hit.ids), marked=end > hit.end or start < hit.start)


def _by_aside(index: NameIndex, text: str, ids: list[str], end: int) -> list[str]:
    """Those of several of whom a part is named right after: 污水一体化流水标段 of the one （流水、苏澳标段）."""
    following = text[end : end + 8]
    return [each for each in ids if any(aside in following for aside in index.asides[each])]


def _mark_after(text: str, end: int) -> MarkSpan | None:
    """The mark that follows a name, at most a 的, a bracket or 工程 between them."""
    if end >= len(text):
        return None
    if text[end] in _GAP_BEGINS and (gap := _GAP.match(text, end)):
        end = gap.end()
    return mark_at(text, end, voltages=True)


def _not_contradicted(index: NameIndex, tier: Tier, ids: list[str], kind: str) -> list[str]:
    """Who is left when a mark follows that none bears: those without its kind, if more than a place is named."""
    if kind not in _TELLING:
        return ids
    if tier is Tier.PROPER and any(kind in index.marks[each] for each in ids):
        return []
    return [each for each in ids if kind not in index.marks[each]]


def _of_year(index: NameIndex, text: str, ids: list[str], start: int) -> tuple[list[str], int]:
    """Take in a year right before a name: 2026年老旧小区改造."""
    low = max(0, start - 6)
    for year in years(text[low:start]):
        if low + year.end == start:
            kept = fitting(index, ids, year.mark) or fitting(index, index.family(ids), year.mark)
            return (kept, low + year.start) if kept else (ids, start)
    return ids, start
