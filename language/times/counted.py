"""Whether the figures of a day are only the beginning of something counted."""

from language.counts.kinds import NumberKind
from language.counts.measures import unit_at
from language.late import late
from language.times.patterns import WEEK, S

_MORE_NUMBER = late(rf"{S}(?:[万亿千百余%％‰倍×*]|成(?![立功果本员套型品交绩效]))|[a-zA-Z]")
_WEEKDAY = late(rf"{WEEK}[一二三四五六日天]")
_OF_DAYS = ("日", "号", "点", "批")
"""9月18日, 18号点火, 9/18批: what stands behind a day as well."""


def is_counted(text: str, end: int, *, whole: bool = True) -> bool:
    """Whether a number goes on behind its figures, or something is counted: 6.18亿元, 6月3座塔, but not 8.20批复.

    What is not `whole` (2.5) measures, and counts no 座 or 批.
    """
    if _MORE_NUMBER.match(text, end):
        return True
    found = None if _WEEKDAY.match(text, end) else unit_at(text, end)
    return found is not None and found[0].name not in _OF_DAYS and (whole or found[0].kind is not NumberKind.COUNT)
