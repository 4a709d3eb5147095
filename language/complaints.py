"""The ways of complaining: what makes a problem of the thing it is said of."""

import re
from collections.abc import Iterator, Mapping, Sequence

from language.late import prepared
from language.tables.complaints import (
    ANY_COMPLAINT,
    COMPLAINTS,
    DENIABLE,
    HARMLESS_DENIALS,
    NO_COMPLAINTS,
    REFUSALS,
    STUCK,
)
from language.words import any_of
from models.vocabulary import ProblemCategory as P

IMPOSSIBLE = (
    r"(?![差免少忍受用离度率对说等])[\u4e00-\u9fff]不(?:了(?!解)|上(?![会报网])|下(?!雨)|来|出(?!问题|事)|起|进|动|成"
    r"|开|拢|齐|够|住|通|定|清|掉|转|及|去|到(?!\d|位)|过(?=$|[关审来去]))"
)
"""收不上来, 排不出, 扯不清: what cannot be brought about."""

NOBODY = r"(?:没|无|没有)(?:人|单位|哪家|部门)(?![闹反投阻上受举提机员伤])|排[^，。；]{0,4}队"
"""没人建, 还要排一个月队."""

REFUSED = rf"不(?:{'|'.join(REFUSALS)})"
DENIED = rf"[没未](?:有|能|曾|得到|完全|全)?(?!{'|'.join(HARMLESS_DENIALS)})[\u4e00-\u9fff]"
"""没签, 未排上: an end that has not come, but not 没停, 没问题."""

GRAMMAR = re.compile("[不没未无排]")
"""One of these stands in all that the grammar tells."""

LACKING = ("缺", "缺少", "缺乏", "没有", "没", "等着", "在等", "还等", "就等", "正等", "光等", "干等")
"""Directly before a thing: 没有火工品, 等着图纸."""

LACKED = frozenset({P.FUNDING, P.CONSTRUCTION, P.SUPPLY, P.DESIGN})
"""Sorts of things that a site lacks; of the rest it is good to have none."""

CLOSE = 2
"""How far before its topic a denied verb may stand: 没签协议."""


def complaint_behind(text: str, category: P | None, start: int, end: int) -> int | None:
    """Where the first complaint stands that fits a topic before it."""
    words, *grammar = _ways(category)
    ways = (words, *grammar) if GRAMMAR.search(text, start, end) else (words,)
    found = [hit.start() for pattern in ways if (hit := pattern.search(text, start, end))]
    return min(found, default=None)


def complaint_before(text: str, category: P, start: int, end: int) -> bool:
    """Whether a complaint stands before its topic: 不肯签协议, 卡在资金上, 没有火工品."""
    if category in LACKED and text.endswith(LACKING, start, end):
        return True
    words, *grammar = _ways(category)
    if words.search(text, start, end):
        return True
    return GRAMMAR.search(text, start, end) is not None and any(
        hit.end() >= end - CLOSE for pattern in grammar for hit in pattern.finditer(text, start, end)
    )


def _ways(category: P | None) -> Sequence[re.Pattern[str]]:
    """The complaints that fit a topic of some category, or any topic: words first, then what the grammar tells."""
    return _all_ways()[category]


@prepared
def _all_ways() -> Mapping[P | None, Sequence[re.Pattern[str]]]:
    return {category: tuple(_patterns(category)) for category in (None, *P)}


def _patterns(category: P | None) -> Iterator[re.Pattern[str]]:
    words = (*COMPLAINTS.get(category, "").split(), *ANY_COMPLAINT) if category else ANY_COMPLAINT
    yield any_of((*words, *STUCK))
    if category not in NO_COMPLAINTS:
        yield from map(re.compile, (IMPOSSIBLE, REFUSED, NOBODY))
    if category in DENIABLE:
        yield re.compile(DENIED)
