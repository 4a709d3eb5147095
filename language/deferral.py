"""When somebody says that the report will come later, or that they are away: nothing to record, but to be respected."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from language.clock_words import find_clock
from language.dates import Direction, find_dates
from language.late import late
from language.names import Lexicon
from language.normalize import normalize
from models.calendar import DAY, Week, at, day_of, local

_LATER = late(
    r"(?P<when>明天上午|明天下午|明天|明早|上午|中午|下午|晚上|晚点儿?|晚些时候|稍后|稍晚|一会儿?|待会儿?|回头|会后|散会后?|下班前|今天|今日)"
    r"[^，。；\n]{0,8}?(?:再|给您?|就)?(?:补报|上报|报送|报|回复|反馈|发)"
)
_AT = late(
    r"(?P<clock>(?:凌晨|早上|上午|中午|下午|晚上|傍晚)?(?:\d{1,2}|[一二三四五六七八九十两]{1,2})(?:[:：]\d\d|[点时](?:半|一刻|\d{1,2}分?)?))(?:前|之前|左右)?(?:再|给您?|就)?(?:补报|上报|报送|报|回复|反馈|发)"
)
_WHOLE_UNIT = late(r"我们?(?:局|委|办|镇|街道|司|公司|单位|中心|院)|本(?:局|委|单位|司)|全局")
_HANDED_OVER = late(
    r"^(?:这(?:个|几个|些|项|几项)?|我的|本周的?|周报|以后|今天)?(?:项目)?(?:的)?(?:请|麻烦)?(?:联系|找|由|让|问|交给|转给)(?P<who>[小老]?[\u4e00-\u9fff]{1,3}?)"
    r"(?:来)?(?:代报|代为报送|报送|报|对接|负责|回复|填报|处理|吧)?[。吧]?$"
)
_AWAY = late(r"公休|休假|年假|病假|产假|请假|出差|外出学习|脱产培训|培训学习")
_INSTEAD = late(
    r"(?:请|可)?(?:联系|找|由|让|问)(?:一下)?(?:我局|我们局|我们?单位|我单位|同事)?(?:的)?(?P<who>[小老]?[\u4e00-\u9fff]{1,3}?)(?:代|对接|负责|报送|联系|接手|处理|即可|吧|$|[，。；,])"
)
_OWN = late(r"我|本人|^(?:下周|本周|明天|今天|这两天|\d)")
LONGEST = 40
CLOSES = time(17, 30)
_UNTIL = {
    "今天": CLOSES,
    "今日": CLOSES,
    "上午": time(12, 0),
    "中午": time(13, 0),
    "下午": CLOSES,
    "晚上": time(20, 0),
    "下班前": CLOSES,
}


def promised_until(text: str, now: datetime) -> datetime | None:
    """Until when the speaker asks for patience (下午报); None where nothing is promised."""
    said = normalize(text).strip()
    if len(said) > LONGEST:
        return None
    today = day_of(now)
    if (exact := _AT.search(said)) and (clock := find_clock(exact["clock"])):
        until = at(today, clock)
        return until if until > now else None
    found = _LATER.search(said)
    if not found:
        return None
    when = found["when"]
    if when.startswith("明"):
        return at(today + DAY, time(12, 0) if when in ("明天上午", "明早") else CLOSES)
    if when in _UNTIL:
        return at(today, _UNTIL[when])
    return local(now) + timedelta(hours=1)


def speaks_for_unit(text: str) -> bool:
    """Whether patience is asked for the whole unit (我局下午报), not for one's own share."""
    return _WHOLE_UNIT.search(normalize(text)) is not None


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is away from one day to another; `substitute` is the person to ask, as said, empty where none was."""

    first: date
    last: date
    substitute: str


def away(text: str, now: datetime, lexicon: Lexicon) -> Away | None:
    """From when to when the speaker is away and who stands in (我下周公休，请联系我局小周)."""
    said = normalize(text).strip()
    today = day_of(now)
    if handed := _HANDED_OVER.match(said):
        return Away(today, Week.of(today).sunday, handed["who"])
    if len(said) > 2 * LONGEST or not _AWAY.search(said) or not _OWN.search(said):
        return None
    instead = _INSTEAD.search(said)
    first, last = today, Week.of(today).sunday
    for span in find_dates(said, now, lexicon.registry.festivals):
        days = span.resolve(Direction.PLAN)
        if days is not None:
            first, last = days.first or today, days.last or (days.first or today)
            break
    return Away(max(first, today), max(last, today), instead["who"] if instead else "")
