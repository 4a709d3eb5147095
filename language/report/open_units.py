"""Numbers said without a unit that a table knows: 56模打了41模, 78基，开挖66、浇筑58, 修通4.2公里，全长7.6."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from language.amounts import NumberKind, NumberSpan
from language.late import late
from language.report.done_to import LONGEST, MARKED, done_before

NEVER = frozenset("号标期级区年月日时分秒点度周天岁届类种型成线楼个多余万亿元块人名次遍第米层")
"""What stands behind a number that names a thing or tells a time: 3号, 2标, 二期, 3楼."""
WORD = late(r"[\u4e00-\u9fff]{1,2}")
OF_ALL = late(
    r"[了，、,；（( ]{0,2}(?:全长|总长度?|全程|全线|总共|一共|共|总量|总数|累计|合计|设计"
    r"|任务数?|目标数?|计划数?|应签|应拆)"
)
"""Between a number and a bare one: 修通4.2公里，全长7.6."""
ENDS = late(r"[，。；、,;）)！!\n ]|$")
NEAR = 24
"""How far apart two numbers of one unit may stand."""
STOPS = "。；\n"
COUNTED = (NumberKind.COUNT, NumberKind.QUANTITY)


def with_open_units(text: str, spans: Sequence[NumberSpan]) -> Iterator[NumberSpan]:
    """The same numbers, those without a unit with the one that their sentence gives them."""
    known: NumberSpan | None = None
    for place, span in enumerate(spans):
        if _is_bare(span):
            after = spans[place + 1] if place + 1 < len(spans) else None
            span = _of_own_kind(text, span, known, after)
        if (span.kind in COUNTED or span.unit == "个") and span.value is not None:
            known = span
        elif not _is_bare(span):
            known = None
        yield span


def _is_bare(span: NumberSpan) -> bool:
    return span.kind is NumberKind.NUMBER and span.unit is None and bool(span.value)


def _of_own_kind(text: str, span: NumberSpan, known: NumberSpan | None, after: NumberSpan | None) -> NumberSpan:
    if known is not None and _fits(text, known, span):
        if ENDS.match(text, span.end):
            return replace(span, kind=known.kind, unit=known.unit)
        if known.unit and text.startswith(known.unit, span.end):
            return replace(span, kind=known.kind, unit=known.unit, end=span.end + len(known.unit))
    if after is not None and _is_bare(after) and (unit := _unit_of_both(text, span, after)):
        return replace(span, kind=NumberKind.COUNT, unit=unit, end=span.end + len(unit))
    return span


def _fits(text: str, known: NumberSpan, span: NumberSpan) -> bool:
    """Whether a bare number counts some, or all, of what was counted right before it."""
    between = text[known.end : span.start]
    if len(between) > NEAR or any(stop in between for stop in STOPS) or known.value is None or span.value is None:
        return False
    if OF_ALL.fullmatch(between):
        return span.value >= known.value
    return span.value <= known.value and bool(done_before(text, known.end, span.start))


def _unit_of_both(text: str, span: NumberSpan, after: NumberSpan) -> str:
    """模 of 56模打了41模: a word behind two numbers, of which the second tells how many are done."""
    if not span.end < after.start <= span.end + NEAR or text[span.end] in NEVER or not _is_less(after, span):
        return ""
    said = WORD.match(text, span.end)
    if said is None or not text.startswith(text[span.end], after.end):
        return ""
    unit = said[0] if len(said[0]) == 2 and text.startswith(said[0], after.end) else text[span.end]
    between = text[span.end + len(unit) : after.start]
    told = between if len(between) <= LONGEST and not any(stop in between for stop in STOPS) else ""
    return unit if MARKED.search(told) or done_before(text, span.end + len(unit), after.start) else ""


def _is_less(part: NumberSpan, whole: NumberSpan) -> bool:
    return part.value is not None and whole.value is not None and part.value <= whole.value
