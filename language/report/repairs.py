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
DONE_OF_THEM = late(
    r"[，,]?已(?:干|完|完成|做|装|打|铺|浇|吊|架|签|拆|挖|焊)|(?:里|中|已经?|现|才|就|只)?[\u4e00-\u9fff]了"
)
OF_ALL = late(r"[了，、,； ]{0,2}(?:全长|总长度?|全程|全线|总共|一共|共|总量|总数)")
"""Between a number and a bare one: 修通4.2公里，全长7.6."""
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
        if bare and before is not None and _is_of_a_kind(text, before, span):
            span = replace(span, kind=before.kind, unit=before.unit)
        yield span
        before = span


def _is_of_a_kind(text: str, before: NumberSpan, span: NumberSpan) -> bool:
    mends = REPAIR.fullmatch(text, before.end, span.start) is not None
    return mends or _of_them(text, before, span) or _of_all(text, before, span)


def _of_all(text: str, before: NumberSpan, span: NumberSpan) -> bool:
    """修通4.2公里，全长7.6: a bare number behind a word for the whole is one of what was counted before."""
    if before.kind not in (NumberKind.COUNT, NumberKind.QUANTITY) or before.value is None or span.value is None:
        return False
    ends = not text[span.end : span.end + 1].isalnum()
    return ends and span.value >= before.value and OF_ALL.fullmatch(text, before.end, span.start) is not None


def _of_them(text: str, before: NumberSpan, span: NumberSpan) -> bool:
    """铁塔基础214基浇了187: a bare number behind a verb counts some of those before it."""
    if (
        before.kind not in (NumberKind.COUNT, NumberKind.QUANTITY)
        or before.value is None
        or span.value is None
        or span.value > before.value
    ):
        return False
    ends = not text[span.end : span.end + 1].isalnum()
    return ends and DONE_OF_THEM.fullmatch(text, before.end, span.start) is not None


def _mends(between: str) -> bool:
    return (len(between) <= REACH and between.endswith(MENDED)) or REPAIR.fullmatch(between) is not None
