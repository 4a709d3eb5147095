"""Slips mended in the same breath: 36座，哦不对，35座."""

import re
from itertools import pairwise

from language.report.tokens import Kind, Token
from language.tables.phrases import MENDED

REPAIR = re.compile(
    r"[，。、；!！ …]{0,4}(?:哦|噢|呃|啊|诶|额)?"
    r"(?:不(?=[，,]是)|不对|错了|说错了|口误|打错了|写错了|记错了|报错了|搞错了|有误)"
    r"[，。、；!！ …]{0,4}(?:应该是|应为|应是|是|为)?[，。 ]{0,2}"
)
REACH = 14
"""How far behind a slip the right one may stand."""


def without_slips(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with each slip put right; it counts for nothing itself."""
    gone: list[tuple[int, int]] = []
    figures = [token for token in tokens if token.kind in (Kind.NUMBER, Kind.DATE)]
    for slip, mended in pairwise(figures):
        if slip.kind is mended.kind and _mends(text[slip.end : min(mended.start, slip.end + 2 * REACH)]):
            slip.value = mended.value
            gone.append((slip.end, mended.end))
    if not gone:
        return tokens
    return [token for token in tokens if not any(a <= token.start < b for a, b in gone)]


def _mends(between: str) -> bool:
    return (len(between) <= REACH and between.endswith(MENDED)) or REPAIR.fullmatch(between) is not None
