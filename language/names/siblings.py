"""Marks that stand alone name the sibling of a project that was named before, or else after: 标厂一期…；二期…"""

from collections.abc import Sequence

from language.late import late
from language.names.clause import goes_on, joins, leads, speaks_of_works
from language.names.hits import MANY, Hit, fitting
from language.names.index import NameIndex
from language.names.marks import MarkSpan, find_marks, find_rows
from language.names.narrowing import borne_by_each
from language.names.short_names import Tier

_POINTED = late(r"的?(?:[那这]个|[那这]条|项目|线路|变电站|输变电|主变)")


def with_pointed_marks(index: NameIndex, text: str, hits: list[Hit]) -> list[Hit]:
    """Add the projects of a voltage that is pointed at: 110千伏那个项目."""
    found: list[Hit] = []
    for mark in find_marks(text) if "千伏" in text or "kV" in text else ():
        ids = index.bearing(mark.mark)
        free = all(mark.end <= hit.start or hit.end <= mark.start for hit in hits)
        if free and 0 < len(ids) <= MANY and _POINTED.match(text, mark.end) and not _follows_name(text, mark):
            found.append(Hit(mark.start, mark.end, list(ids), Tier.SHORT, marked=True))
    return sorted([*hits, *found], key=lambda each: each.start) if found else hits


_LONE = frozenset({"phase", "section", "batch", "bank", "lot", "voltage"})
"""Marks by which alone people call a project: 二标, 东段, 南区."""


def with_marks_of_all(index: NameIndex, text: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Add whoever bears a mark by which a clause begins, where nothing is named before: 二标复工了."""
    found: list[Hit] = []
    named = min((hit.start for hit in hits), default=len(text))
    for run in _runs(text, [mark for mark in find_marks(text, 0, named, voltages=True) if mark.mark[0] in _LONE]):
        borne = [index.bearing(mark.mark) for mark in run]
        all_borne = all(0 < len(ids) <= MANY for ids in borne)
        if all_borne and leads(text, run[0].start) and _is_subject(index, text, run[-1], borne[-1]):
            for mark, ids in zip(run, borne, strict=True):
                found.append(Hit(mark.start, mark.end, list(ids), Tier.LOOSE, marked=True))
    return sorted([*hits, *found], key=lambda each: each.start)


def _runs(text: str, marks: Sequence[MarkSpan]) -> list[list[MarkSpan]]:
    """Marks side by side are spoken of together: 一标二标, 一标和二标."""
    runs: list[list[MarkSpan]] = []
    for mark in marks:
        if runs and (runs[-1][-1].end == mark.start or joins(text, runs[-1][-1].end, mark.start)):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


def _is_subject(index: NameIndex, text: str, mark: MarkSpan, ids: Sequence[str]) -> bool:
    """Whether the clause that a mark begins goes on about works."""
    if not goes_on(text, mark.end, (index.words[each] for each in ids)):
        return False
    return speaks_of_works(text, mark.start, mark.end)


def _follows_name(text: str, mark: MarkSpan) -> bool:
    """Whether the mark belongs to a word before it, which then is nobody's name here."""
    return mark.start > 0 and "\u4e00" <= text[mark.start - 1] <= "\u9fff"


def with_lone_marks(index: NameIndex, text: str, hits: list[Hit]) -> list[Hit]:
    """Add the siblings that lone marks name; a heading that fits several of them then says no more than they do."""
    if not any(index.has_siblings(hit.base or hit.ids) for hit in hits):
        return hits
    families = [index.family(hit.base or hit.ids) for hit in hits]
    lone: list[Hit] = []
    for row in find_rows(text):
        if any(row.start < hit.end and hit.start < row.end for hit in hits):
            continue
        for family in families:
            if len(family) > 1 and (each := borne_by_each(index, family, row)):
                lone.append(Hit(row.start, row.end, each, Tier.SHORT, base=tuple(each), marked=True, together=True))
                break
    for found in find_marks(text):
        if any(found.start < hit.end and hit.start < found.end for hit in (*hits, *lone)):
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
