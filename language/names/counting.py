"""As many projects as are counted beside a name that fits them all: 两个老旧小区, 鹿鸣那三个项目."""

import re
from collections.abc import Sequence

from language.names.hits import Hit

_COUNTS = {sign: place for place, sign in enumerate("零一二三四五六七八九十")} | {"两": 2, "俩": 2}
_COUNT = r"([两俩二三四五六七八九十2-9])"
_BEFORE = re.compile(r"[这那]?" + _COUNT + r"[个条座处所家]?$")
_AFTER = re.compile(r"的?[这那]?" + _COUNT + r"(?:[个条座处所家](?:[大小子分]?(?:项目|工程))?|[期段标])(?!月)")


_SUM = re.compile(
    r"[这那]?" + _COUNT + r"[个条座处所家](?:项目|工程|片区|小区|标段|安置点|地块|园区|区|厂|站|库|村|镇|点)?"
)
_JOINTS = frozenset({"、", "和", "及", "与", "跟", "以及"})


def counted(text: str, hits: Sequence[Hit], own: Sequence[str]) -> list[Hit]:
    """The hits, those taken together beside which as many are counted as they fit, or as many of the own as are."""
    found = [_counted(text, hit, own) if len(hit.ids) > 1 else hit for hit in hits]
    for first in range(len(found) - 1):
        _take_in_sum(text, found, first)
    return found


def _take_in_sum(text: str, hits: list[Hit], first: int) -> None:
    """Let the last of a row of names hold the count of them all: 北门、南门两个片区."""
    last = first
    while last + 1 < len(hits) and text[hits[last].end : hits[last + 1].start] in _JOINTS:
        last += 1
    said = _SUM.match(text, hits[last].end) if last > first else None
    if said and (_COUNTS.get(said[1]) or int(said[1])) == last - first + 1:
        hits[last] = hits[last]._replace(end=said.end())


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
