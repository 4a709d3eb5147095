"""As many projects as are counted beside a name that fits them all: 两个老旧小区, 鹿鸣那三个项目."""

import re
from collections.abc import Sequence

from language.names.hits import Hit

_COUNTS = {sign: place for place, sign in enumerate("零一二三四五六七八九十")} | {"两": 2, "俩": 2}
_COUNT = r"([两俩二三四五六七八九十2-9])"
_BEFORE = re.compile(_COUNT + r"[个条座处所家]?$")
_AFTER = re.compile(r"的?[这那]?" + _COUNT + r"(?:[个条座处所家](?:[大小子分]?(?:项目|工程))?|[期段标])(?!月)")


def counted(text: str, hits: Sequence[Hit], own: Sequence[str]) -> list[Hit]:
    """The hits, those taken together beside which as many are counted as they fit, or as many of the own as are."""
    return [_counted(text, hit, own) if len(hit.ids) > 1 else hit for hit in hits]


def _counted(text: str, hit: Hit, own: Sequence[str]) -> Hit:
    said = _BEFORE.search(text, max(0, hit.start - 3), hit.start) or _AFTER.match(text, hit.end)
    if said is None:
        return hit
    count = _COUNTS.get(said[1]) or int(said[1])
    for pool in (hit.ids, [each for each in hit.ids if each in own]):
        if len(pool) == count:
            return hit._replace(ids=list(pool), end=max(hit.end, said.end()), together=True)
    return hit
