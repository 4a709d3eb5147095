"""A place alone that begins the names of several projects: 泥河那边 of 泥河治理 and of 泥河二桥."""

from collections.abc import Iterable

from language import tokens
from language.names.hits import Hit
from language.names.index import NameIndex
from language.names.short_names import Tier
from language.names.tails import CALLED

_COUNTED = frozenset("一二三四五六七八九十东西南北")


def with_namesakes(index: NameIndex, text: str, hits: Iterable[Hit], projects: Iterable[str]) -> list[Hit]:
    """The hits; a place alone means all whose names begin with it, unless what stands behind it tells them apart."""
    return [_widened(index, text, hit, projects) if hit.tier is Tier.PROPER else hit for hit in hits]


def _widened(index: NameIndex, text: str, hit: Hit, projects: Iterable[str]) -> Hit:
    place = CALLED.sub("", text[hit.start : hit.end])
    if len(place) < 2 or not any(sense.tier is Tier.PROPER for sense in index.forms.senses(place)):
        return hit
    begun = [each for each in projects if each not in hit.ids and _begins(index.titles(each), place)]
    if not begun:
        return hit
    follows = text[hit.end : hit.end + 2]
    told = [each for each in (*hit.ids, *begun) if len(follows) == 2 and follows in index.words[each]]
    return hit._replace(ids=told or [*hit.ids, *begun])


def _begins(titles: str, place: str) -> bool:
    """Whether a name begins with a place and goes on with words of its own: 泥河|二桥, but not 东湖湾|安置房."""
    rests = (title[len(place) :] for title in titles.split("\n") if title.startswith(place))
    return any(rest[0] in _COUNTED or len(tokens.cut(rest)[0]) > 1 for rest in rests if rest)
