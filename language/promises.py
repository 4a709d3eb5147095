"""When a conditional approval's missing papers were promised: 承诺6月30日前补齐."""

import re
from datetime import date, datetime

from language.dates import find_dates
from language.late import late
from language.names import Lexicon
from language.times.festivals import Festivals
from language.understanding import Reports
from models.vocabulary import Status

_HANDED_IN = late(r"补[齐交办正上报足全]|后补|完善|提交到位")
REACH = 16
"""Characters between the date and the word for handing in."""


def promised_in(text: str, reports: Reports, now: datetime, festivals: Festivals) -> date | None:
    """The promised day of a message with one conditional approval; of several it cannot be told whose it is."""
    conditional = [report for report in reports.reports if report.status is Status.CONDITIONAL]
    return promised_day(text, now, festivals) if len(conditional) == 1 else None


def promised_day(text: str, now: datetime, festivals: Festivals) -> date | None:
    """The day until which something is to be handed in later; None where no date belongs to such a promise."""
    for span in find_dates(text, now, festivals):
        rest = text[span.end : span.end + REACH]
        stop = re.search(r"[。；;\n]", rest)
        found = _HANDED_IN.search(rest[: stop.start()] if stop else rest)
        if found and (day := span.deadline()) is not None:
            return day
    return None


_PROMISES = late(r"^(?:已|也)?[^，。；;\n]{0,14}?(?:补[齐交办正上报足全]|承诺|后补)")


def promiser_in(text: str, reports: Reports, lexicon: Lexicon) -> str | None:
    """The unit that a message with one conditional approval says will hand in the rest (供电公司10月20日前补交)."""
    if sum(report.status is Status.CONDITIONAL for report in reports.reports) != 1:
        return None
    for span in lexicon.units(text):
        if len(span.candidates) == 1 and _PROMISES.match(text[span.end :]):
            return span.candidates[0]
    return None
