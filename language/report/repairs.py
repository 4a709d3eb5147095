"""Slips mended in the same breath: 36座，哦不对，35座."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from language.amounts import NumberKind, NumberSpan
from language.late import late
from language.report.tokens import Kind, Token
from language.tables.phrases import MENDED

REPAIR = late(
    r"[，。、；!！ …]{0,4}(?:哦|噢|呃|啊|诶|额)?"
    r"(?:不(?=[，,]是)|(?<=[哦噢呃啊诶])不(?=[，、, ])"
    r"|不对|错了|口误|有误|(?:[说打写记报搞看弄数念](?:错|岔|混|反|漏|串|茬)了?))"
    r"[，。、；!！ …]{0,4}(?:应该是|应为|应是|是|为)?[，。 ]{0,2}"
)
BEHIND_VERB = late(
    r"(?P<verb>(?:已|才)?[\u4e00-\u9fff]{1,4}?了?的?)[，。；！! …]{1,3}(?:刚才|刚刚|前面|上面|上午|早上)?(?:我)?"
    r"(?:不(?=[，,]是)|不对|口误|(?:[说打写记报搞看弄数念填](?:错|岔|混|反|漏|串|茬)了?))[，。、！! …]{0,4}"
    r"(?:应该是|应为|应是|是|为)"
)
"""9月10日通过，刚才说错了，是9月11日: the verb stands between the slip and what puts it right."""
MOVED_TO = ("改为", "改成")
REACH = 14
"""How far behind a slip the right one may stand."""


def without_slips(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with each slip put right; it counts for nothing itself."""
    gone: list[tuple[int, int]] = []
    figures = [token for token in tokens if token.kind in (Kind.NUMBER, Kind.DATE)]
    for slip, mended in pairwise(figures):
        if slip.kind is not mended.kind:
            continue
        verb = BEHIND_VERB.fullmatch(text, slip.end, mended.start) if slip.kind is Kind.DATE else None
        if verb is not None:
            gone.append((verb.end("verb"), mended.end))
            slip.value = mended.value
        elif slip.kind is Kind.DATE and text.endswith(MOVED_TO, slip.end, mended.start):
            continue  # 由10月15日改为10月31日 is no slip
        elif _mends(text[slip.end : min(mended.start, slip.end + 2 * REACH)]):
            gone.append((slip.end, mended.end))
            slip.value, slip.end = mended.value, mended.end
    if not gone:
        return tokens
    return [token for token in tokens if not any(a <= token.start < b for a, b in gone)]


def with_units(text: str, spans: Iterable[NumberSpan]) -> Iterator[NumberSpan]:
    """四点八公里，哦记岔了，五点八: the right number is one of what the slip was one of."""
    before: NumberSpan | None = None
    for span in spans:
        bare = span.kind is NumberKind.NUMBER and span.unit is None
        if bare and before is not None and REPAIR.fullmatch(text, before.end, span.start):
            span = replace(span, kind=before.kind, unit=before.unit)
        yield span
        before = span


def _mends(between: str) -> bool:
    return (len(between) <= REACH and between.endswith(MENDED)) or REPAIR.fullmatch(between) is not None
