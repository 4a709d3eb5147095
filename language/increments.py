"""Which of the counts in a report are running totals, and which are of one week or one part of the works."""

from dataclasses import replace

from language.amounts import find_numbers
from language.late import late
from language.understanding import Quantity

PERIOD = late(
    r"本周|这周|本月|当月|今日|今天|昨日|昨天|当日|新增|新签|[又新]签|[又新]完成|又(?![要是该])(?=[\u4e00-\u9fff]{1,4}(?<![到至为成达])[了的]?[0-9一二两三四五六七八九十]+)|其中|剩[下余]?|余下|其余|最后"
)
OTHERWISE = late(r"[，,。；;\n]|累计|共|全部")
"""Behind these the word of the period holds no longer: 本周铺280米，累计1.9公里; 今天打完最后一根，1180根全部完成."""
REACHED = ("到", "至", "为", "达")  # 今天又涨到128根 is what it has come to
FAR = 40
REACH = 12  # characters between the word of the period and its number: 本周新完成征收3.2万方


def split_counts(quantities: tuple[Quantity, ...], words: str) -> tuple[list[Quantity], list[Quantity]]:
    """Running totals and parts: at most one running total a unit, the one with the whole or the largest count."""
    totals: list[Quantity] = []
    parts: list[Quantity] = []
    quantities = tuple(each for quantity in quantities for each in _apart(quantity, words))
    for unit in dict.fromkeys(quantity.unit for quantity in quantities):
        same = [quantity for quantity in quantities if quantity.unit == unit]
        main = max(same, key=_weight)
        parts += [quantity for quantity in same if quantity is not main]
        (parts if len(same) == 1 and _is_part(main, words) else totals).append(main)
    return totals, parts


def _apart(quantity: Quantity, words: str) -> tuple[Quantity, ...]:
    """又签了7户，还剩40户: what is done this time, and what is left of all."""
    if quantity.done is None or quantity.left is None or quantity.total is not None:
        return (quantity,)
    lone = replace(quantity, left=None)
    return (lone, replace(quantity, done=None)) if _is_part(lone, words) else (quantity,)


def _weight(quantity: Quantity) -> tuple[bool, float]:
    whole = quantity.total is not None or quantity.left is not None
    return whole, float(quantity.done or 0)


def _is_part(quantity: Quantity, words: str) -> bool:
    """Whether a lone count was said of a week or a part: its number stands right behind such a word."""
    if quantity.done is None or quantity.total is not None or quantity.left is not None:
        return False
    behind = (OTHERWISE.split(words[match.end() :], maxsplit=1)[0] for match in PERIOD.finditer(words))
    return any(
        span.value == quantity.done and span.start <= REACH and not each.startswith(REACHED, span.start - 1)
        for each in behind
        for span in find_numbers(each[:FAR])
    )
