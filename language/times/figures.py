"""Dates in figures: 2019/04/19, 20240307, 2008.03, 6.18, 12/1, a bare 2018; 容积率2.5 and 12/18公里 are none."""

import re
from datetime import date

from language.late import late
from language.matching import ends_before
from language.times.atoms import Atom, Frame, Grain
from language.times.calendar_dates import full_year
from language.times.days import Cycle, Days, days, months, year_of
from language.times.moments import When
from language.times.patterns import COUNTED, DOING, TO, S

_DATE = late(
    rf"(?P<y>[0-9]{{4}}){S}[-/.．·]{S}(?P<m>[0-9]{{1,2}})[-/.．·](?P<d>[0-9]{{1,2}})(?![0-9])"
    r"|(?P<y2>[0-9]{2})(?P<sign>[-.])(?P<m2>[0-9]{1,2})(?P=sign)(?P<d2>[0-9]{1,2})(?![0-9.\-])"
    r"|(?P<y8>(?:19|20)[0-9]{2})(?P<m8>0[1-9]|1[0-2])(?P<d8>0[1-9]|[12][0-9]|3[01])(?![0-9])"
)
_COUNTED = COUNTED.replace("号", "").replace("周", "")
_YEAR_MONTH = late(rf"(?P<y>(?:19|20)[0-9]{{2}})[-/.．](?P<m>0[1-9]|1[0-2]|[1-9])(?!{S}[{COUNTED}])")
_MONTH_DAY = late(rf"(?P<m>1[0-2]|0?[1-9])(?P<sign>[./·／．・])(?P<d>3[01]|[12][0-9]|0?[1-9])(?!{S}[{_COUNTED}/])")
_CUE = late(rf"{S}(?:[日号前后起已]|之前|以前|之后|{DOING})")
_CUE_BEFORE = late(r"(?:于|在|至|自|从|定|计划|预计|拟|是|截止?到?)(?=[0-9])")
_BARE_YEAR = late(r"(?:19|20)[0-9]{2}(?![0-9年])")
_RANGED = late(TO)
_COUNT_AFTER = late(rf"[ \u3000]{{1,2}}[{COUNTED}]")
_DASHES = frozenset("-—–~～至到")
_BORDER = frozenset("，。；、,;!！?？:：()（）【】[]「」\"'“”‘’ \u3000\n\t")


def read_figures(frame: Frame, place: int) -> Atom | None:
    """A date that is written in figures only."""
    text = frame.text
    if said := _DATE.match(text, place):
        return _date_of(frame, said)
    if said := _YEAR_MONTH.match(text, place):
        when = When(Cycle.YEAR, container=year_of(int(said["y"])), steps=(months(int(said["m"])),))
        return Atom(place, said.end(), when, Grain.MONTH)
    if said := _MONTH_DAY.match(text, place):
        return _month_day(said) if _is_month_day(frame, said) else None
    if (said := _BARE_YEAR.match(text, place)) and _stands_alone(frame, said):
        return Atom(place, said.end(), When(Cycle.YEAR, container=year_of(int(said[0]))), Grain.YEAR)
    return None


def _date_of(frame: Frame, said: re.Match[str]) -> Atom | None:
    """The day that three figures name; a day that does not exist has no moment."""
    year = said["y"] or said["y8"]
    number = int(year) if year else full_year(said["y2"], frame.today)
    month, day = int(said["m"] or said["m2"] or said["m8"]), int(said["d"] or said["d2"] or said["d8"])
    end = said.end() + (frame.text[said.end() : said.end() + 1] in ("日", "号"))
    try:
        found = date(number or 0, month, day)
    except ValueError:
        return Atom(said.start(), end, None, Grain.DAY)
    if said["y2"] and said["sign"] == "." and not 15 <= int(said["y2"]) <= 45:
        return None  # 11.2.3 is the number of a section
    return Atom(said.start(), end, When(container=Days(found, found)), Grain.DAY)


def _month_day(said: re.Match[str]) -> Atom:
    end = said.end() + (said.string[said.end() : said.end() + 1] in ("日", "号"))
    return Atom(said.start(), end, When(Cycle.YEAR, steps=(months(int(said["m"])), days(int(said["d"])))), Grain.DAY)


def _is_month_day(frame: Frame, said: re.Match[str]) -> bool:
    """Whether 6.18 is a date; 容积率2.5 is none, so something must say so."""
    text, (start, end) = frame.text, said.span()
    before = text[start - 1] if start else "，"
    if frame.joined_at == start:
        return True
    if before not in _BORDER and before.isascii():
        return False
    if before in _DASHES and start > 1 and text[start - 2].isdigit():
        return False
    if len(said["d"]) == 2 and before in _BORDER and "\u4e00" <= text[end : end + 1] <= "\u9fff":
        return True  # 6.15安评会: a day of two figures at the head of a clause, with words behind it
    if _CUE.match(text, end) or ends_before(_CUE_BEFORE, text, start, 3):
        return True
    if (ranged := _RANGED.match(text, end)) and (second := _MONTH_DAY.match(text, ranged.end())):
        return len(said["d"]) == 2 or len(second["d"]) == 2
    after = text[end : end + 1] or "，"
    if said["sign"] in ".．":  # 2.5 between commas is more often a ratio
        return (start == 0 and not text[end:].strip()) or (before in "(（" and after in ")）")
    return before in _BORDER and after in _BORDER


def _stands_alone(frame: Frame, said: re.Match[str]) -> bool:
    """Whether a bare 2018 is a year: nothing counted stands behind it."""
    text, (start, end) = frame.text, said.span()
    if start and text[start - 1] in "(（[【":
        return False  # (2026)118号 is a document
    before = start == 0 or text[start - 1] in _BORDER or text[start - 1] in "从自" or frame.joined_at == start
    after = end == len(text) or text[end] in _BORDER or _RANGED.match(text, end) is not None
    return before and after and _COUNT_AFTER.match(text, end) is None
