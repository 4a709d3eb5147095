"""The lunar calendar of 1990 to 2060, for festivals and for 腊月二十三; a table, because no rule gives it."""

from datetime import date
from itertools import accumulate

from models.calendar import DAY

FIRST_YEAR = 1990
_FIRST_DAY = date(1990, 1, 27)
# A year each: the low four bits are the leap month, the others tell from the first month on which have thirty days.
_YEARS = (
    0x1E925, 0x0E920, 0x0D260, 0x0A563, 0x0A570, 0x14D68, 0x035A0, 0x06D50, 0x16C95, 0x07490,
    0x06930, 0x152B4, 0x052B0, 0x0A5B0, 0x155A2, 0x056A0, 0x1B557, 0x0BA40, 0x0B490, 0x1A935,
    0x0A950, 0x052D0, 0x0AAD4, 0x0AB50, 0x15AA9, 0x05D20, 0x0DA50, 0x1D4A6, 0x0D4A0, 0x0C950,
    0x152E4, 0x05560, 0x0AB50, 0x15B22, 0x06D20, 0x0EA56, 0x07250, 0x064B0, 0x0C975, 0x0CAB0,
    0x055A0, 0x0AD63, 0x0B690, 0x1752B, 0x0B520, 0x0B250, 0x1A4B6, 0x0A4B0, 0x04AB0, 0x055B5,
    0x05AD0, 0x0B6A0, 0x1B522, 0x0D920, 0x1D257, 0x0D250, 0x0A550, 0x14AD5, 0x04B60, 0x05B50,
    0x0DAA3, 0x0EC90, 0x1E928, 0x0E920, 0x0D260, 0x0A566, 0x0A570, 0x05560, 0x06D54, 0x07550,
    0x07490,
)  # fmt: skip


def _months(entry: int) -> list[int]:
    """The lengths of a lunar year's months, the leap month in its place."""
    count = 13 if entry & 15 else 12
    return [29 + (entry >> 4 + place & 1) for place in range(count)]


_STARTS = tuple(_FIRST_DAY + days * DAY for days in accumulate((sum(_months(entry)) for entry in _YEARS), initial=0))


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The day on which a day of the lunar year falls; None outside the table. Leap months are never meant."""
    if not 0 <= year - FIRST_YEAR < len(_YEARS) or not 1 <= month <= 12:
        return None
    entry = _YEARS[year - FIRST_YEAR]
    leap, lengths = entry & 15, _months(entry)
    place = month - 1 + (0 < leap < month)
    if not 1 <= day <= lengths[place]:
        return None
    return _STARTS[year - FIRST_YEAR] + (sum(lengths[:place]) + day - 1) * DAY


def new_years_eve(year: int) -> date | None:
    """除夕 of the lunar year that ends in a year of the calendar."""
    first = lunar_day(year, 1, 1)
    return first and first - DAY
