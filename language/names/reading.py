"""Reads the names in one text: exact forms first, then likenesses, then marks that stand alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from language.names.clause import clause_end, is_person, joins
from language.names.forms import Kind, Sense
from language.names.guesses import Others, with_inner, with_likely, with_sounds
from language.names.hits import Hit
from language.names.in_town import in_their_town
from language.names.index import NameIndex
from language.names.narrowing import joined, narrowed
from language.names.short_names import Tier
from language.names.siblings import with_lone_marks, with_pointed_marks
from language.names.sounds import heard
from language.names.span import NameSpan
from language.names.standing import stands

_LOOSE = 150
"""How many loose forms of one text are looked at; more than this is a flood of words and no report."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All names of a text, by kind; the projects as hits, to which a liaison's own words may be added."""

    spans: Mapping[Kind, tuple[NameSpan, ...]]
    hits: Sequence[Hit]
    contradicted: Sequence[Hit] = ()
    """Known names with a mark that none of their projects bears."""

    @staticmethod
    def projects(text: str, hits: Sequence[Hit]) -> tuple[NameSpan, ...]:
        """The projects in order, without what only names a node of the one named before it."""
        return tuple(
            _span(text, hit)
            for place, hit in enumerate(hits)
            if not (hit.of_node and place and hits[place - 1].ids == hit.ids)
        )


def _span(text: str, hit: Hit) -> NameSpan:
    return NameSpan(hit.start, hit.end, text[hit.start : hit.end], tuple(hit.ids), hit.exact, hit.together, hit.of_node)


def read(index: NameIndex, text: str) -> Reading:
    """Find every name of a text."""
    spots = index.spots(text)
    hits, others = _exact(index, text, spots.forms)
    hits = joined(index, text, hits)
    sounds = heard(text)
    hits = with_likely(index, text, sounds, spots.likely, hits, others)
    contradicted = [hit for hit in hits if not hit.ids]
    hits = _standing(index, text, hits, others)
    hits = with_sounds(index, text, sounds, spots.heard, hits, others)
    hits = with_inner(index, text, sounds, spots.rare, hits, others)
    hits = in_their_town(index, text, hits, others)
    hits = with_pointed_marks(index, text, with_lone_marks(index, text, joined(index, text, hits)))
    hits = [hit for hit in hits if not _is_of_another_number(text, hit)]
    spans: dict[Kind, tuple[NameSpan, ...]] = {}
    for kind in Kind:
        spans[kind] = tuple(span for each, span in others if each is kind)
    return Reading(spans, hits, contradicted)


def _is_of_another_number(text: str, hit: Hit) -> bool:
    """3号泊位 where there are a 5号 and a 6号: the end of the name of something that nobody knows."""
    return text[hit.start] in "号#" and hit.start > 0 and text[hit.start - 1].isdigit()


def _standing(index: NameIndex, text: str, hits: Sequence[Hit], others: Others) -> list[Hit]:
    """The hits that are meant as names; a sort of works in the clause of a name is a part of that project's works."""
    kept: list[Hit] = []
    budget = _LOOSE
    for hit in hits:
        budget -= hit.tier > Tier.WHOLE
        if budget < 0 and hit.tier > Tier.WHOLE:
            continue
        loose = hit.headless and hit.tier >= Tier.LOOSE
        if loose and kept and clause_end(text, kept[-1].end) >= hit.start and not joins(text, kept[-1].end, hit.start):
            continue
        if loose and kept and not hit.marked and _is_of_it(text, hit, kept[-1]):
            continue
        if stands(index, text, hit, others, kept):
            of_node = hit.tier is Tier.LOOSE and text[hit.start : hit.end] in index.of_nodes
            kept.append(hit._replace(of_node=True) if of_node else hit)
    return kept


def _is_of_it(text: str, hit: Hit, named: Hit) -> bool:
    """Whether a sort of works that fits several is, in one sentence, that of the project just named."""
    if len(hit.ids) == 1 or not set(named.ids) < set(hit.ids):
        return False
    return not any(sign in "；;。\n" for sign in text[named.end : hit.start])


def _exact(index: NameIndex, text: str, places: Sequence[int]) -> tuple[list[Hit], list[tuple[Kind, NameSpan]]]:
    """The forms in a text, leftmost and longest, none inside another."""
    hits: list[Hit] = []
    others: list[tuple[Kind, NameSpan]] = []
    free = 0
    for place in places:
        if place < free:
            continue
        for end, senses in index.forms.at(text, place):
            hit, spans = _meant(index, text, place, end, senses)
            if hit is not None:
                hit = narrowed(index, text, hit, free)
                hits.append(hit)
                free = hit.end
            others += spans
            if hit is not None or spans:
                free = max(free, end)
                break
    return hits, others


def _of_another_voltage(index: NameIndex, project: str, other: Sense) -> bool:
    """石塘变电站 of 石塘110千伏变电站扩建 and of 石塘220千伏输变电: without its voltage it may be either."""
    if other.kind is not Kind.PROJECT:
        return False
    own, its = index.marks[project].get("voltage"), index.marks[other.id].get("voltage")
    return bool(own and its) and own != its


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
    if best is Tier.WHOLE and len(ids) == 1:
        ids += [sense.id for sense in senses if sense.tier is Tier.SHORT and _of_another_voltage(index, ids[0], sense)]
    tier = best
    if list(by_kind) == [Kind.CATEGORY]:  # 高速 is a sort of projects, and may be a project called so for short
        tier = min((sense.tier for sense in senses if sense.kind is Kind.PROJECT), default=best)
        ids = [sense.id for sense in senses if sense.kind is Kind.PROJECT and sense.tier == tier]
    if Kind.PERSON in by_kind and not is_person(text, start, end, best is Tier.ENTERED):
        del by_kind[Kind.PERSON]
    said = text[start:end]
    spans = [(kind, NameSpan(start, end, said, tuple(each), best is Tier.ENTERED)) for kind, each in by_kind.items()]
    return (Hit(start, end, ids, tier, headless=index.is_headless(said)) if ids else None), spans
