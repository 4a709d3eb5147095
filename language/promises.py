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


_SPEAKS_OF_PROMISE = late(r"承诺|容缺|后补")
_KEPT = late(
    r"(?:已|均|都|全部)[^，。；\n]{0,16}?(?:补[齐交办正上报足全]|提交|交齐|交[清来]|补完|到位|完善|办结|办理完)"
    r"|补[齐交办正全](?:了|到位|完毕|完成)"
)
_LATER = late(r"延期|延至|延到|推迟|延后|顺延|展期|宽限|改(?:为|到|至)|调整(?:为|到|至)|推到")
_NOT_YET = late(r"[未没](?:能|有|补|交|办)|还(?:差|缺|没)|尚未|预计|计划|力争|拟|将(?:于|在)")


def keeps_promise(text: str) -> bool:
    """Whether a message says that what a conditional approval lacked has been handed in."""
    said = text[:200]
    return _SPEAKS_OF_PROMISE.search(said) is not None and bool(_KEPT.search(said)) and not _NOT_YET.search(said)


def hands_in(text: str) -> bool:
    """Whether a message says of some paper that it has been handed in later (水保方案已补交)."""
    said = text[:200]
    return re.search(r"已[^，。；\n]{0,12}?补[齐交办正全]", said) is not None and not _NOT_YET.search(said)


def postpones_promise(text: str) -> bool:
    """Whether a message wants a promise's day put off."""
    said = text[:200]
    return _SPEAKS_OF_PROMISE.search(said) is not None and _LATER.search(said) is not None


_PAPER = late(r"([\u4e00-\u9fff]{2,6}?)(?:审批|手续|方案|意见|批复|许可|证明|备案|核准|验收|审查|报告|合格书|证(?!明))")


def makes_promise(text: str) -> bool:
    """Whether a message says that an approval goes on conditionally, its papers to come (容缺办理，承诺…补齐)."""
    said = text[:200]
    return re.search(r"容缺|告知承诺", said) is not None and _HANDED_IN.search(said) is not None


def same_paper(promise: str, said: str) -> bool:
    """Whether words speak of the very paper of which a promise speaks (人防审批承诺…, 人防审批要延到…)."""
    of_promise = {found[1][-2:] for found in _PAPER.finditer(promise)}
    return any(found[1][-2:] in of_promise for found in _PAPER.finditer(said[:200]))


def puts_off(text: str) -> bool:
    """Whether something is to come on a later day."""
    said = text[:200]
    return _LATER.search(said) is not None or re.search(r"要到.{2,12}才", said) is not None


_PROMISES = late(r"^(?:已|也)?[^，。；;\n]{0,14}?(?:补[齐交办正上报足全]|承诺|后补)")


def promiser_in(text: str, reports: Reports, lexicon: Lexicon) -> str | None:
    """The unit that a message with one conditional approval says will hand in the rest (供电公司10月20日前补交)."""
    if sum(report.status is Status.CONDITIONAL for report in reports.reports) != 1:
        return None
    for span in lexicon.units(text):
        if len(span.candidates) == 1 and _PROMISES.match(text[span.end :]):
            return span.candidates[0]
    return None
