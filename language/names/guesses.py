"""What a text names only almost: likenesses weighed against the forms found there, and short names by sound."""

from bisect import bisect_right
from collections.abc import Sequence

from language.names.clause import clause_end, joins, leads, modified, reads_well, speaks_of_works
from language.names.forms import Kind, Sense
from language.names.hits import MANY, Hit
from language.names.index import NameIndex
from language.names.likeness import Likely
from language.names.marks import MarkSpan, find_marks, mark_at
from language.names.narrowing import narrowed
from language.names.short_names import Tier
from language.names.span import NameSpan
from language.names.standing import names_other_works, stands

Others = Sequence[tuple[Kind, NameSpan]]

_TRIES = 60
"""How often a likeness is looked for in one text: twice as often as a text full of names ever needs it."""


def with_likely(
    index: NameIndex, text: str, sounds: str, likely_at: Sequence[tuple[int, str]], hits: list[Hit], others: Others
) -> list[Hit]:
    """Add what is only named almost; a likeness that explains more of the text replaces a looser form."""
    taken = _sure(text, hits, others)
    starts = [hit.start for hit in hits]
    towns = {(span.start, span.end) for kind, span in others if kind is Kind.TOWN}
    marks: dict[int, MarkSpan] | None = None
    found: list[Hit] = []
    dropped: set[int] = set()
    free = tries = 0
    for place, key in likely_at:
        if place < free or taken[place]:
            continue
        if marks is None:
            marks = {each.start: each for each in find_marks(text, voltages=True)}
        likely = index.likeness.at(text, sounds, place, key, marks)
        if likely is not None and (likely.start, likely.end) in towns:
            likely = None  # 枫溪镇 is the town, and no 枫溪古镇 left short
        if likely is not None:
            over = _overlapped(hits, starts, likely)
            if (hit := _weighed(index, text, [hits[each] for each in over], likely)) is not None:
                found.append(hit)
                dropped.update(over)
            free = likely.end
        tries += 1
        if tries == _TRIES:
            break
    if not found:
        return hits
    kept = [hit for place, hit in enumerate(hits) if place not in dropped]
    return sorted([*kept, *found], key=lambda hit: hit.start)


def with_sounds(
    index: NameIndex, text: str, sounds: str, heard_at: Sequence[int], hits: list[Hit], others: Others
) -> list[Hit]:
    """Short names written with a character of the same sound: 二乌, 标长."""
    if not heard_at:
        return hits
    taken = _taken(text, hits, others)
    found: list[Hit] = []
    for place in heard_at:
        for end, senses in index.by_sound.at(sounds, place):
            if 1 in taken[place:end]:
                continue
            hit = _heard(index, text, place, end, senses)
            if hit is not None:
                found.append(hit)
                taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
                break
        if len(found) == _TRIES:
            break
    return sorted([*hits, *found], key=lambda hit: hit.start) if found else hits


def with_inner(
    index: NameIndex, text: str, sounds: str, rare_at: Sequence[int], hits: list[Hit], others: Others
) -> list[Hit]:
    """Names that begin in the middle: 良种基地 of 小麦良种繁育基地."""
    if not rare_at:
        return hits
    taken = _taken(text, hits, others)
    marks: dict[int, MarkSpan] | None = None
    found: list[Hit] = []
    for tries, place in enumerate(rare_at):
        if tries == _TRIES:
            break
        if taken[place]:
            continue
        if marks is None:
            marks = {each.start: each for each in find_marks(text, voltages=True)}
        likely = index.likeness.within(text, sounds, place, marks)
        if likely is None or 1 in taken[likely.start : likely.end]:
            continue
        if (hit := _weighed(index, text, (), likely)) is not None and _is_meant(text, hit, hits):
            found.append(hit)
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return sorted([*hits, *found], key=lambda hit: hit.start) if found else hits


def _is_meant(text: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a part of a name stands for the whole, and for no part of the works that were named before it."""
    before = next((each for each in reversed(hits) if each.end <= hit.start), None)
    if before and clause_end(text, before.end) >= hit.start and not joins(text, before.end, hit.start):
        return False
    inside = not leads(text, hit.start) and modified(text, hit.start, strictly=True)
    return not inside and speaks_of_works(text, hit.start, hit.end)


def _taken(text: str, hits: Sequence[Hit], others: Others) -> bytearray:
    """The places where a name stands."""
    taken = bytearray(len(text))
    for start, end in (*((hit.start, hit.end) for hit in hits), *((span.start, span.end) for _, span in others)):
        taken[start:end] = b"\1" * (end - start)
    return taken


def _sure(text: str, hits: Sequence[Hit], others: Others) -> bytearray:
    """The places that are named so surely that no likeness need be looked for; a town may begin a name."""
    taken = bytearray(len(text))
    for kind, span in others:
        start = span.start + (kind is Kind.TOWN)
        taken[start : span.end] = b"\1" * (span.end - start)
    for hit in hits:
        alone = hit.tier is Tier.SHORT and len(hit.ids) == 1 and hit.end - hit.start > 4
        if hit.tier <= Tier.WHOLE or not hit.ids or (alone and (hit.marked or mark_at(text, hit.end) is None)):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return taken


def _overlapped(hits: Sequence[Hit], starts: Sequence[int], likely: Likely) -> list[int]:
    """Which hits a likeness overlaps."""
    place = max(0, bisect_right(starts, likely.start) - 1)
    over: list[int] = []
    while place < len(hits) and hits[place].start < likely.end:
        if hits[place].end > likely.start:
            over.append(place)
        place += 1
    return over


def _weighed(index: NameIndex, text: str, over: Sequence[Hit], likely: Likely) -> Hit | None:
    """A likeness as a hit, if it explains more of the text than the forms it overlaps."""
    ids = [each for each in likely.projects if _agrees(index, each, likely)]
    if not ids or len(ids) > MANY:
        return None
    if 2 * len(likely.odd) > likely.matched:
        return None
    excused = likely.matched > (3 if likely.heads_well else 4)
    if len(likely.odd) > excused and reads_well(text, likely.start, likely.end, likely.odd):
        return None
    tier = Tier.PROPER if likely.bare else Tier.SHORT
    end = likely.end
    if any(_ends_in_plan(index, text, each, likely) for each in ids) and any(hit.end == end - 2 for hit in over):
        end -= 2  # 文庙|开街 is no 文庙街区 with a slip of the keys
    said = Hit(likely.start, end, ids, tier, not likely.odd, headless=likely.headless)
    hit = narrowed(index, text, said)
    if not hit.ids or (likely.bare and names_other_works(index, text, hit)):
        return None
    explained = hit.end - hit.start - len(likely.odd)
    if end == likely.end and any(
        explained <= each.end - each.start or (each.tier <= Tier.WHOLE and likely.odd) for each in over
    ):
        return None
    return hit


def _ends_in_plan(index: NameIndex, text: str, project: str, likely: Likely) -> bool:
    """Whether what is odd about a name are the first words of what is planned of its project."""
    end = text[likely.end - 2 : likely.end]
    amid = any(place >= likely.end - 2 for place in likely.odd)
    return amid and end in index.words[project] and not index.calls_itself(project, end)


def _agrees(index: NameIndex, project: str, likely: Likely) -> bool:
    """Whether a project bears none but the marks said amid its name."""
    own = index.marks[project]
    return all(value in own.get(kind, (value,)) for kind, value in likely.marks)


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
    headless = index.is_headless_sound(text[start:end])
    hit = narrowed(index, text, Hit(start, end, ids, Tier.SHORT, exact=False, headless=headless))
    return hit if stands(index, text, hit, ()) else None
