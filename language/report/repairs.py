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
    r"(?P<verb>(?:已|才)?[\u4e00-\u9fff]{1,8}?了?的?)[，。；！! …]{1,3}(?:刚才|刚刚|前面|上面|上午|早上)?(?:我)?"
    r"(?:不(?=[，,]是)|不对|口误|(?:[说打写记报搞看弄数念填](?:错|岔|混|反|漏|串|茬)了?))[，。、！! …]{0,4}"
    r"(?:应该是|应为|应是|是|为)?"
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


MARKER = late(
    r"[，。；！! ]{1,3}(?:哦|噢|呃|啊|诶|哎)?(?:我|刚才|刚刚|前面|上面)?"
    r"(?:不对|错了|口误|(?:说|打|写|记|报|搞|弄)(?:错|岔|混|反|串)了?)"
    r"[，。、！! …]{0,3}(?:应该)?[是为](?P<right>[^，。；;！!\n\d]{2,30})(?=[，。；;！!\n]|$)"
)
"""路基摊铺完了，说错了，是路面: what is put right without a figure."""
BEFORE = late(r"[^，。；;！!\n]{2,40}$")
STATES = late(r"[了完好成批停没未不在]|通过|开工|开始")


def mended(text: str) -> str:
    """A message without the works that were named by a slip and put right in the same breath."""
    for marker in MARKER.finditer(text) if "错" in text or "不对" in text or "口误" in text else ():
        slip = BEFORE.search(text, max(0, marker.start() - 40), marker.start())
        if slip is not None:
            right = _put_right(slip[0], marker["right"])
            return text[: slip.start()] + right + mended(text[marker.end() :])
    return text


def _put_right(slip: str, right: str) -> str:
    """滨湖路路基摊铺完了 with 路面摊铺完了, or with 路面, in place of what was said by a slip."""
    same = 0
    while same < min(len(slip), len(right)) and slip[-1 - same] == right[-1 - same]:
        same += 1
    told = slip[len(slip) - same :] if STATES.search(right[-same:] if same else "") else ""
    thing = right.removesuffix(told) if told else right
    if not thing or STATES.search(thing):
        return right
    best, at = 0, 0
    for place in range(len(slip) - len(told) - len(thing) + 1):
        alike = sum(one == other for one, other in zip(slip[place:], thing, strict=False))
        if alike >= max(best, 1):
            best, at = alike, place
    if best:
        return slip[:at] + thing + slip[at + len(thing) :]
    head = slip[: len(slip) - len(told) - len(thing)]
    return f"{head}{right}" if told and head else right


def _mends(between: str) -> bool:
    return (len(between) <= REACH and between.endswith(MENDED)) or REPAIR.fullmatch(between) is not None
