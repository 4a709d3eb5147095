"""When somebody says that the report will come later, or that they are away: nothing to record, but to be respected."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from language.dates import Direction, find_dates
from language.names import Lexicon
from language.normalize import normalize
from models.calendar import DAY, Week, at, day_of, local

_LATER = re.compile(
    r"(?P<when>上午|中午|下午|晚上|晚点|晚些时候|稍后|稍晚|一会儿?|待会儿?|回头|明天上午|明天下午|明天|明早|会后|散会后?|下班前)"
    r"[^，。；\n]{0,6}?(?:再|给您?|就)?(?:补报|上报|报送|报|回复|反馈|发)"
)
_AWAY = re.compile(r"公休|休假|年假|病假|产假|请假|出差|外出学习|脱产培训|培训学习")
_INSTEAD = re.compile(
    r"(?:请|可)?(?:联系|找|由|让|问)(?:一下)?(?:我局|我们局|我们?单位|我单位|同事)?(?:的)?(?P<who>[小老]?[\u4e00-\u9fff]{1,3}?)(?:代|对接|负责|报送|联系|接手|处理|即可|吧|$|[，。；,])"
)
LONGEST = 40
CLOSES = time(17, 30)
_UNTIL = {"上午": time(12, 0), "中午": time(13, 0), "下午": CLOSES, "晚上": time(20, 0), "下班前": CLOSES}


def promised_until(text: str, now: datetime) -> datetime | None:
    """Until when the speaker asks for patience (下午报); None where nothing is promised."""
    said = normalize(text).strip()
    found = _LATER.search(said) if len(said) <= LONGEST else None
    if not found:
        return None
    when = found["when"]
    today = day_of(now)
    if when.startswith("明"):
        return at(today + DAY, time(12, 0) if when in ("明天上午", "明早") else CLOSES)
    if when in _UNTIL:
        return at(today, _UNTIL[when])
    return local(now) + timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody is away from one day to another; `substitute` is the person to ask, as said."""

    first: date
    last: date
    substitute: str


def away(text: str, now: datetime, lexicon: Lexicon) -> Away | None:
    """From when to when the speaker is away and who stands in (我下周公休，请联系我局小周)."""
    said = normalize(text).strip()
    if len(said) > 2 * LONGEST or not _AWAY.search(said):
        return None
    instead = _INSTEAD.search(said)
    if instead is None:
        return None
    today = day_of(now)
    first, last = today, Week.of(today).sunday
    for span in find_dates(said, now, lexicon.registry.festivals):
        days = span.resolve(Direction.PLAN)
        if days is not None:
            first, last = days.first or today, days.last or (days.first or today)
            break
    return Away(max(first, today), max(last, today), instead["who"])
