"""Reads the names in one text: exact forms first, then likenesses, then marks that stand alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from language.names.clause import clause_end, is_person, reads_well, speaks_of_works
from language.names.forms import Kind, Sense, neighbours
from language.names.hits import MANY, Hit, fitting
from language.names.index import NameIndex
from language.names.likeness import Likely
from language.names.marks import MarkSpan, find_marks, mark_at, years
from language.names.short_names import Tier
from language.names.siblings import with_lone_marks
from language.names.sounds import sound
from language.names.span import NameSpan
from language.names.standing import stands

_GAP = re.compile(r"[的（( ]?(?:工程|项目)?[的（( ]?")
_GAP_BEGINS = frozenset("的（( 工项")
_TELLING = frozenset({"phase", "section", "batch", "bank", "lot", "voltage"})
"""Marks that rule a project out which bears another of the same kind."""

Others = Sequence[tuple[Kind, NameSpan]]


@dataclass(frozen=True, slots=True)
class Reading:
    """All names of a text, by kind; the projects as hits, to which a liaison's own words may be added."""

    spans: Mapping[Kind, tuple[NameSpan, ...]]
    hits: Sequence[Hit]

    def projects(self, text: str, more: Sequence[Hit] = ()) -> tuple[NameSpan, ...]:
        """The projects in order."""
        hits = sorted([*self.hits, *more], key=lambda each: each.start) if more else self.hits
        return tuple(NameSpan(hit.start, hit.end, text[hit.start : hit.end], tuple(hit.ids), hit.exact) for hit in hits)


def read(index: NameIndex, text: str) -> Reading:
    """Find every name of a text."""
    hits, others = _exact(index, text)
    sounds = sound(text)
    hits = _with_likely(index, text, sounds, hits, others)
    hits = _standing(index, text, hits, others)
    hits = _with_sounds(index, text, sounds, hits, others)
    hits = with_lone_marks(index, text, hits)
    spans: dict[Kind, tuple[NameSpan, ...]] = {}
    for kind in Kind:
        spans[kind] = tuple(span for each, span in others if each is kind)
    return Reading(spans, hits)


def _standing(index: NameIndex, text: str, hits: Sequence[Hit], others: Others) -> list[Hit]:
    """The hits that are meant as names; a sort of works in the clause of a name is a part of that project's works."""
    kept: list[Hit] = []
    for hit in hits:
        loose = hit.headless and hit.tier >= Tier.LOOSE
        if loose and kept and clause_end(text, kept[-1].end) >= hit.start and text[hit.start - 1] not in "和与及跟":
            continue
        if stands(index, text, hit, others):
            kept.append(hit)
    return kept


def _exact(index: NameIndex, text: str) -> tuple[list[Hit], list[tuple[Kind, NameSpan]]]:
    """The forms in a text, leftmost and longest, none inside another."""
    hits: list[Hit] = []
    others: list[tuple[Kind, NameSpan]] = []
    free = 0
    for place in index.forms.places(neighbours(text)):
        if place < free:
            continue
        for end, senses in index.forms.at(text, place):
            hit, spans = _meant(index, text, place, end, senses)
            if hit is not None and (hit := narrowed(index, text, hit)) is not None:
                hits.append(hit)
                free = hit.end
            others += spans
            if hit is not None or spans:
                free = max(free, end)
                break
    return hits, others


def _meant(
    index: NameIndex, text: str, start: int, end: int, senses: Sequence[Sense]
) -> tuple[Hit | None, list[tuple[Kind, NameSpan]]]:
    """What a form means: the surest senses of each kind."""
    if len(senses) == 1 and senses[0].kind is Kind.PROJECT:
        return Hit(start, end, [senses[0].id], senses[0].tier, headless=index.is_headless(text[start:end])), []
    best = min(sense.tier for sense in senses)
    by_kind: dict[Kind, list[str]] = {}
    for sense in senses:
        if sense.tier == best:
            by_kind.setdefault(sense.kind, []).append(sense.id)
    ids = by_kind.pop(Kind.PROJECT, [])
    if Kind.PERSON in by_kind and not is_person(text, start, end, best is Tier.ENTERED):
        del by_kind[Kind.PERSON]
    said = text[start:end]
    spans = [(kind, NameSpan(start, end, said, tuple(each), best is Tier.ENTERED)) for kind, each in by_kind.items()]
    return (Hit(start, end, ids, best, headless=index.is_headless(said)) if ids else None), spans


def narrowed(index: NameIndex, text: str, hit: Hit) -> Hit | None:
    """Take in the marks after a name, and a year before it; marks that contradict every candidate make it no name."""
    ids, end = hit.ids, hit.end
    while (found := _mark_after(text, end)) is not None:
        kept = fitting(index, ids, found.mark) or fitting(index, index.family(ids), found.mark)
        if not kept:
            ids = _not_contradicted(index, text, hit, ids, found)
            break
        ids, end = kept, found.end
    if not ids:
        return None
    start = hit.start
    if start > 4 and text[start - 1] in "年度":
        ids, start = _of_year(index, text, ids, start)
    if ids is hit.ids and end == hit.end:
        return hit
    return hit._replace(start=start, end=end, ids=ids, base=tuple(hit.ids), marked=end > hit.end or start < hit.start)


def _of_year(index: NameIndex, text: str, ids: list[str], start: int) -> tuple[list[str], int]:
    """Take in a year right before a name: 2026年老旧小区改造."""
    low = max(0, start - 6)
    for year in years(text[low:start]):
        if low + year.end == start:
            kept = fitting(index, ids, year.mark) or fitting(index, index.family(ids), year.mark)
            return (kept, low + year.start) if kept else (ids, start)
    return ids, start


def _mark_after(text: str, end: int) -> MarkSpan | None:
    """The mark that follows a name, at most a 的, a bracket or 工程 between them."""
    if end >= len(text):
        return None
    if text[end] in _GAP_BEGINS and (gap := _GAP.match(text, end)):
        end = gap.end()
    return mark_at(text, end, voltages=True)


def _not_contradicted(index: NameIndex, text: str, hit: Hit, ids: list[str], found: MarkSpan) -> list[str]:
    """Who is left when a mark follows that none bears: those without any of its kind, if more than a place is named."""
    kind = found.mark[0]
    if kind not in _TELLING or any(each.mark[0] == kind for each in find_marks(text, hit.start, found.start)):
        return ids
    if hit.tier is Tier.PROPER and any(kind in index.marks[each] for each in ids):
        return []
    return [each for each in ids if kind not in index.marks[each]]


def _with_likely(index: NameIndex, text: str, sounds: str, hits: list[Hit], others: Others) -> list[Hit]:
    """Add what is only named almost; a likeness that explains more of the text replaces a looser form."""
    taken = _taken(text, hits, others)
    marks: dict[int, MarkSpan] | None = None
    free = 0
    for place, key in index.likeness.places(text, sounds):
        if place < free or taken[place]:
            continue
        if marks is None:
            marks = {each.start: each for each in find_marks(text, voltages=True)}
        likely = index.likeness.at(text, sounds, place, key, marks)
        if likely is not None:
            hits = _weighed(index, text, hits, likely)
            free = likely.end
    return hits


def _taken(text: str, hits: Sequence[Hit], others: Others) -> bytearray:
    """The places that are named so surely that no likeness need be looked for; a town may begin a name."""
    taken = bytearray(len(text))
    for kind, span in others:
        start = span.start + (kind is Kind.TOWN)
        taken[start : span.end] = b"\1" * (span.end - start)
    for hit in hits:
        alone = hit.tier is Tier.SHORT and len(hit.ids) == 1 and hit.end - hit.start > 4
        if hit.tier <= Tier.WHOLE or (alone and (hit.marked or mark_at(text, hit.end) is None)):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return taken


def _weighed(index: NameIndex, text: str, hits: list[Hit], likely: Likely) -> list[Hit]:
    """Put a likeness in place of the forms it overlaps, if it explains more than they do."""
    ids = [each for each in likely.projects if _agrees(index, each, likely)]
    if not ids or len(ids) > MANY:
        return hits
    if len(likely.odd) > (likely.matched > 4) and reads_well(text, likely.start, likely.end, likely.odd):
        return hits
    tier = Tier.PROPER if likely.bare else Tier.SHORT
    said = Hit(likely.start, likely.end, ids, tier, not likely.odd, headless=likely.headless)
    hit = narrowed(index, text, said)
    if hit is None:
        return hits
    over = [each for each in hits if each.start < likely.end and likely.start < each.end]
    explained = hit.end - hit.start - len(likely.odd)
    if any(explained <= each.end - each.start or (each.tier <= Tier.WHOLE and likely.odd) for each in over):
        return hits
    return sorted([*(each for each in hits if each not in over), hit], key=lambda each: each.start)


def _agrees(index: NameIndex, project: str, likely: Likely) -> bool:
    """Whether a project bears none but the marks said amid its name."""
    own = index.marks[project]
    return all(own.get(kind, value) == value for kind, value in likely.marks)


def _with_sounds(index: NameIndex, text: str, sounds: str, hits: list[Hit], others: Others) -> list[Hit]:
    """Short names written with a character of the same sound: 二乌, 标长."""
    taken = [*((hit.start, hit.end) for hit in hits), *((span.start, span.end) for _, span in others)]
    for place in index.by_sound.places(neighbours(sounds)):
        for end, senses in index.by_sound.at(sounds, place):
            if any(place < stop and start < end for start, stop in taken):
                continue
            hit = _heard(index, text, place, end, senses)
            if hit is not None:
                hits = sorted([*hits, hit], key=lambda each: each.start)
                taken.append((hit.start, hit.end))
                break
    return hits


def _heard(index: NameIndex, text: str, start: int, end: int, senses: Sequence[Sense]) -> Hit | None:
    """A short name by sound, if a part of it is written right and the rest makes no sense as it stands."""
    best = min(sense.tier for sense in senses)
    ids = [sense.id for sense in senses if sense.tier == best]
    if len(ids) > MANY:
        return None
    letters = set("".join(index.words[each] for each in ids))
    odd = [place for place in range(start, end) if text[place] not in letters]
    if not 0 < len(odd) < end - start or not speaks_of_works(text, start, end) or reads_well(text, start, end, odd):
        return None
    headless = index.is_headless(sound(text[start:end]))
    hit = narrowed(index, text, Hit(start, end, ids, Tier.SHORT, exact=False, headless=headless))
    return hit if hit is not None and stands(index, text, hit, ()) else None
