"""As many projects as are counted beside a name that fits them all: 两个老旧小区, 鹿鸣那三个项目."""

import re
from collections.abc import Sequence
from itertools import chain, islice

from language.late import late
from language.names.hits import Hit
from language.names.index import NameIndex
from language.names.short_names import Tier
from language.tables.phrases import JOINTS
from language.trade_words import SORTS, table

_TRIES = 2
"""How often a counted sort is looked for in one text: each time every name is looked at."""

_MANY_NAMES = 2000
"""Among more names than this so many of one sort are chance."""

_COUNTS = {sign: place for place, sign in enumerate("零一二三四五六七八九十")} | {"两": 2, "俩": 2}
_COUNT = r"([两俩二三四五六七八九十2-9])"
_BEFORE = late(r"[这那]?" + _COUNT + r"[个条座处所家期段标]?$")
_AFTER = late(r"的?[这那]?" + _COUNT + r"(?:[个条座处所家](?:[大小子分]?(?:项目|工程))?|[期段标])(?!月)")


_SUM = late(r"[这那]?" + _COUNT + r"[个条座处所家](?:项目|工程|片区|小区|标段|安置点|地块|园区|区|厂|站|库|村|镇|点)?")

_SORT_BEFORE = late(
    r"(?P<noun>[\u4e00-\u9fff]{2,4}?)(?:的?[这那]|的)(?P<count>[两俩二三四五2-5])[个座条处](?:项目|工程)?"
)
_SO_MANY = late(r"俩|[两二三四五2-5][个座条处所家]")
"""What both hold."""
_SORT_AFTER = late(r"(?P<count>[两俩二三四五2-5])[个座条处](?P<noun>[\u4e00-\u9fff]{2,4}?)(?:项目|工程)")


_COUNTED_SORT = late(
    r"[这那]?(?P<count>俩|[两二三四五2-5](?=[个座条处所家]))[个座条处所家]?(?P<noun>[\u4e00-\u9fff]{2,5})"
)
_SORTS = frozenset(table(SORTS))


def counted(text: str, hits: Sequence[Hit], own: Sequence[str]) -> list[Hit]:
    """The hits, those taken together beside which as many are counted as they fit, or as many of the own as are."""
    found = [_counted(text, hit, own) if len(hit.ids) > 1 else hit for hit in hits]
    first = 0
    while first < len(found):
        first = _take_in_sum(text, found, first)
    return found


def counted_sort(
    index: NameIndex, text: str, hits: Sequence[Hit], own: Sequence[str], asking: bool = False
) -> list[Hit]:
    """Add as many projects of a sort as are counted, where no name says it: 冷库那两个项目; in a question 两个粮库."""
    found = list(hits)
    if not _SO_MANY.search(text):
        return found
    if asking and not found and (hit := _counted_before(index, text)):
        return [hit]
    for said in islice(chain(_SORT_BEFORE.finditer(text), _SORT_AFTER.finditer(text)), _TRIES):
        if any(said.start() < hit.end and hit.start < said.end() for hit in found):
            continue
        count = _COUNTS.get(said["count"]) or int(said["count"])
        for noun in (said["noun"][place:] for place in range(len(said["noun"]) - 1)):
            if ids := _as_many(index, noun, count, own):
                found.append(Hit(said.start(), said.end(), ids, Tier.LOOSE, together=True))
                break
    return sorted(found, key=lambda hit: hit.start) if len(found) > len(hits) else found


def _counted_before(index: NameIndex, text: str) -> Hit | None:
    """两个粮库 of a district that has two of them."""
    for said in _COUNTED_SORT.finditer(text):
        count = _COUNTS.get(said["count"]) or int(said["count"])
        for end in range(said.end(), said.start("noun") + 1, -1):
            noun = text[said.start("noun") : end]
            called = [each for each in index.words if index.calls_itself(each, noun)] if noun in _SORTS else []
            if len(called) == count:
                return Hit(said.start(), end, called, Tier.LOOSE, together=True)
    return None


def _as_many(index: NameIndex, noun: str, count: int, own: Sequence[str]) -> list[str]:
    """The projects that a sort fits, in their names, their plans, or as the ends of a word, if they are so many."""
    scattered = re.compile(f"{noun[0]}[\u4e00-\u9fff]{{0,3}}{noun[-1]}")
    for pool in (own, tuple(index.words) if len(index.words) <= _MANY_NAMES else ()):
        called = [each for each in pool if index.calls_itself(each, noun)]
        planned = [each for each in pool if noun in index.words[each]]
        alike = [each for each in pool if scattered.search(index.words[each])]
        for fitting in (called, planned, alike):
            if len(fitting) == count:
                return fitting
    return []


def _take_in_sum(text: str, hits: list[Hit], first: int) -> int:
    """Let the last of a row of names hold the count of its end: 北门、南门两个片区; where the next row begins."""
    last = first
    while last + 1 < len(hits) and text[hits[last].end : hits[last + 1].start] in JOINTS:
        last += 1
    said = _SUM.match(text, hits[last].end) if last > first else None
    if said and 1 < (_COUNTS.get(said[1]) or int(said[1])) <= last - first + 1:
        hits[last] = hits[last]._replace(end=said.end())
    return last + 1


def _counted(text: str, hit: Hit, own: Sequence[str]) -> Hit:
    said = _BEFORE.search(text, max(0, hit.start - 3), hit.start) or _AFTER.match(text, hit.end)
    if said is None:
        return hit
    count = _COUNTS.get(said[1]) or int(said[1])
    for pool in (hit.ids, [each for each in hit.ids if each in own]):
        if len(pool) == count:
            start, end = min(hit.start, said.start()), max(hit.end, said.end())
            return hit._replace(start=start, end=end, ids=list(pool), together=True)
    return hit
