"""The office moves this week's cut-off, to another hour or day or by so much, or the hour of its bulletin."""

from dataclasses import dataclass, replace
from datetime import time

from language.clock_words import find_clock
from language.late import late
from language.ledger_orders import ASKING
from language.numerals import small_number

MOST = 60
_MOVES = late(
    r"提前|提早|推迟|推后|延后|延迟|延期|延长|延到|延至|顺延|宽限|放宽|往[前后]|向[前后]|[改挪移调放定推](?:到|在|至|成|为)"
    r"|晚(?=一?[点些]|半|[一两二三\d]|到)|早(?=一?[点些]|半|[一两二三\d])|缓(?:到|至)|再给|多给"
)
_EARLIER = late(r"提前|提早|往前|向前|早(?=一?[点些]|半|[一两二三\d])")
_CUTOFF = late(
    r"截(?:止|稿)(?![到至]?(?:目前|今|昨|现在|\d{1,2}[月日号]))|(?:报送|上报|填报|收报|交报)(?:时间|期限|时限)"
    r"|周报[^，。；]{0,12}(?:[收交报](?!告|批|建|审)|截)|[收交](?:周报|上来)|把?周报[^，。；]{0,4}(?:收|交)|周报(?:报送|时间)?(?=[^，。；发看审]{0,8}(?:提前|推迟|延[到至后期]|顺延|挪|改[到在]|调[到在]|放到|往[前后]|还是|改回|恢复))"
)
_BACK = late(
    r"周报(?:时间)?(?:就|都)?(?:还是|仍(?:然|旧)?|改回|恢复(?:到|为)?|照旧)(?:在|是|到|定在)?(?=本?周[一二三四五])"
)
_WEEKS_REPORT = late(
    r"下一?个?(?:周|星期|礼拜)(?:的)?(?:周报)?[^，。；;]{0,10}?(?:提前|推迟|延[到至后]|改[到在]|挪到|周[一二三四五])[^，。；;]{0,14}?(?:[收交](?:周报|上?来|齐)?|报)(?:吧|了)?(?=$|[，,。；;])"
)
"""下周因为端午提前到周三上午十点收."""
_AHEAD = late(r"下(?P<two>下)?一?个?(?:周|星期|礼拜)(?![一二三四五六日天])")
_SENDING = late(r"(?<!收)发(?!改|展|现|生|包|电|票|言|热)|推送|推出|公布|印发|发布|出(?:来|去)?(?=[，。的吧]|$)")
_OF_BULLETIN = late(r"周报|简报|通报|三色图|周汇总")
_OF_SOME = late(r"给(?:他|她|它)们|[局委镇乡]那[边家]|这[一几两]家|单独|个别")
_LATEST = late(r"下班前|下班")
_NOON = late(r"中午(?!\s*[\d一二两十])|午饭前|午前")
_DAYS = late(
    r"(?:这|本)?(?:周|星期|礼拜)[一二三四五六日天]|今天|今日|明天|明日|后天|\d{1,2}[日号]|\d{1,2}月\d{1,2}[日号]?"
)
_SHIFT = late(
    r"(?:(?P<half>半)个?(?:小时|钟头|钟)|(?P<hours>[一两二三四五六\d]{1,2})个?(?:半)?(?:小时|钟头)|(?P<minutes>\d{2}|[一二三四五]?十)分钟)"
)
_TARGET = late(r"(?:到|至|成|为|在|[，,]|改|放|定)[^，。]*$")


@dataclass(frozen=True, slots=True)
class Moved:
    """Another hour, another day in the words that name it, or so many minutes more or less."""

    clock: time | None = None
    day: str = ""
    minutes: int = 0
    ahead: int = 0
    """Of the cycle so many weeks after this one (下周周报提前到周三)."""


def cutoff_moved(said: str) -> Moved | None:
    """To when the cut-off is moved (周报提前到周四下班前收, 截止统一往后挪一个钟头); None where it is not."""
    if len(said) > MOST or not (_CUTOFF.search(said) or _WEEKS_REPORT.search(said)) or ASKING.search(said):
        return None
    if back := _BACK.search(said):
        return Moved(find_clock(said[back.end() :]), said[back.end() :].removeprefix("本")[:2])
    verb = _MOVES.search(said) or (_WEEKS_REPORT.search(said) and _DAYS.search(said))
    if _OF_SOME.search(said) or not verb:
        return None  # 给他们宽限到两点 is for one unit, and no other hour for all
    moved = _moved(said)
    ahead = list(_AHEAD.finditer(said[: verb.start()][-14:]))
    return replace(moved, ahead=2 if ahead[-1]["two"] else 1) if moved and ahead else moved


def publication_moved(said: str) -> Moved | None:
    """At what hour the bulletin goes out instead (明天周报晚点发，四点吧); None where no hour is named."""
    if len(said) > MOST or not _OF_BULLETIN.search(said) or not _SENDING.search(said) or "截" in said:
        return None
    if ASKING.search(said):
        return None
    found = _moved(said)
    return found if found and (found.clock or found.minutes) else None


def _moved(said: str) -> Moved | None:
    by = _SHIFT.search(said)
    verb = _MOVES.search(said)
    target = said[verb.start() :] if verb else said
    clock = find_clock(target) or find_clock(said)
    if clock is None and _LATEST.search(target):
        clock = time(17, 30)
    if clock is None and _NOON.search(target):
        clock = time(12, 0)
    days = _DAYS.findall(target) or ()
    day = days[-1] if days else ""
    if clock is None and by and verb:
        sign = -1 if _EARLIER.search(said) else 1
        return Moved(minutes=sign * _minutes(by.group("half"), by.group("hours"), by.group("minutes"), by[0]))
    return Moved(clock, day) if clock or day else None


def _minutes(half: str | None, hours: str | None, minutes: str | None, whole: str) -> int:
    if half:
        return 30
    if minutes:
        return small_number(minutes) or 0
    many = 2 if hours == "两" else small_number(hours or "") or 0
    return 60 * many + (30 if "半" in whole else 0)
