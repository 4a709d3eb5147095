"""Dates in figures: 2019/04/19, 20240307, 2008.03, 6.18, 12/1, a bare 2018; 容积率2.5 and 12/18公里 are none."""

import re
from datetime import date

from language.late import late
from language.matching import ends_before
from language.times.atoms import Atom, Frame, Grain
from language.times.calendar_dates import full_year
from language.times.counted import is_counted
from language.times.days import Cycle, Days, days, months, year_of
from language.times.moments import When
from language.times.patterns import COUNTED, DOING, TO, WEEK, S

_DATE = late(
    rf"(?P<y>[0-9]{{4}}){S}[-/.．·]{S}(?P<m>[0-9]{{1,2}})[-/.．·](?P<d>[0-9]{{1,2}})(?![0-9])"
    r"|(?P<y2>[0-9]{2})(?P<sign>[-.])(?P<m2>[0-9]{1,2})(?P=sign)(?P<d2>[0-9]{1,2})(?![0-9.\-])"
    r"|(?P<y8>(?:19|20)[0-9]{2})(?P<m8>0[1-9]|1[0-2])(?P<d8>0[1-9]|[12][0-9]|3[01])(?![0-9])"
)
_YEAR_MONTH = late(rf"(?P<y>(?:19|20)[0-9]{{2}})[-/.．](?P<m>0[1-9]|1[0-2]|[1-9])(?!{S}[{COUNTED}])")
_MONTH_DAY = late(r"(?P<m>1[0-2]|0?[1-9])(?P<sign>[./·／．・\-])(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9./·\-])")
_CUE = late(
    rf"{S}(?:[日号前后起已]|的(?:批?文(?![化物旅体])|批复|证|函)|之前|以前|之后|[(（]?{WEEK}[一二三四五六日天]|{DOING})"
)
_CUE_BEFORE = late(
    r"(?:于|在|至|自|从|定|计划|预计|拟|是|截止?到?|(?:推迟?|延[期后长]?|拖|顺延|提前|[改调挪放等直][期整到]?|安排|日期|时间)[到至为])(?=[0-9])"
)
# What a bare 2.5 is the measure of: 容积率2.5, 全长7.6; and what is done so far: 提高到3.6, 铺了4.3.
_MEASURES = frozenset("率比度数高程位容量值级重深宽长厚径距差额价积幅温压速型版")
_MEASURED = _MEASURES | frozenset(
    "约近达到至为共计总剩余缺欠占增减升降成了完有超逾足过多少每各第负乘除加投资入由仅只才又再铺打挖装架埋砌浇拆签焊栽清填"
)
_NO_MEASURES = late(
    "工程|[单泊车床机到]位|[路桥坡屋地楼场方]面|[进制年季月]度|[设审会]计|[转改定]型|征拆|迁建|[批办]了"
)
"""Words that end in the sign of a measure."""
_GOES_ON = late(rf"{S}(?:[的了倍比多余不％%‰×xX*+=至到]|以[上下])")
_ENDED = late(
    "批复|[批办]了|获批|批准|核准|取得|到手|拿到|[拿出领]证|核发|完毕|封顶|贯通|合龙|通[车水过]|并网|投[运产用]|[中定]标"
)
"""What is never counted: a day may stand behind it, and nothing else."""
_TOLD = tuple("了复准得手证毕工顶通网标成牌收来定完批发")
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
    """Whether 6.18 is a date: nothing counted stands behind it, and no measure before it, as 容积率 before 2.5."""
    text, (start, end) = frame.text, said.span()
    before = text[start - 1] if start else "\n"
    if before in _DASHES and start > 1 and text[start - 2].isdigit() and frame.joined_at != start:
        return False
    bracketed = before in "(（" and text[end : end + 1] in (")", "）")
    if said["sign"] == "-" and "0" not in (said["m"][0], said["d"][0]) and not (bracketed and len(said["d"]) == 2):
        return False  # 1-8 is from the one to the other
    if before.isascii() and before not in _BORDER and frame.joined_at != start:
        return False
    if is_counted(text, end, whole=said["sign"] in "/-"):
        return False
    if frame.joined_at == start or _CUE.match(text, end) or ends_before(_CUE_BEFORE, text, start, 5):
        return True
    if (ranged := _RANGED.match(text, end)) and (second := _MONTH_DAY.match(text, ranged.end())):
        return len(said["d"]) == 2 or len(second["d"]) == 2
    return _stands_as_day(text, said)


def _stands_as_day(text: str, said: re.Match[str]) -> bool:
    """Whether a day is told by where it stands: 批复10.20到手, （7.6）, 6.15安评会 but not 全长7.6 and 2.1 征地."""
    start, end = said.span()
    two, before = len(said["d"]) == 2, text[start - 1] if start else "\n"
    after = text[end : end + 2].lstrip(" ")[:1] or "\n"
    worded = after not in _BORDER
    if _GOES_ON.match(text, end) and not (two and after == "的"):
        return False
    if before not in _BORDER:
        if not "\u4e00" <= before <= "\u9fff" or (
            before in _MEASURED and not ends_before(_NO_MEASURES, text, start, 2)
        ):
            return False
        granted = ends_before(_ENDED, text, start, 2)
        return worded or (granted is not None if said["sign"] == "/" else two or granted is not None)
    if worded:  # 2.1 at the head of a line numbers it
        return two or before in "，、（(：" or (before == " " and after in "全主基已就才刚")
    if said["sign"] not in ".．" or (before in "(（" and after in ")）") or not text[:start] + text[end:].strip():
        return True
    told = text[max(0, start - 6) : start].rstrip("，,、。；; ")
    if before != " " and told.endswith(_TOLD):
        return True
    return two and told[-1:] not in (_MEASURED if before == " " else _MEASURES)


def _stands_alone(frame: Frame, said: re.Match[str]) -> bool:
    """Whether a bare 2018 is a year: nothing counted stands behind it."""
    text, (start, end) = frame.text, said.span()
    if start and text[start - 1] in "(（[【":
        return False  # (2026)118号 is a document
    before = start == 0 or text[start - 1] in _BORDER or text[start - 1] in "从自" or frame.joined_at == start
    after = end == len(text) or text[end] in _BORDER or _RANGED.match(text, end) is not None
    return before and after and _COUNT_AFTER.match(text, end) is None
