"""A week by what falls into it: 端午那周, 19号当周, 国庆那一期 as 本周 or 下周, where it is one of them."""

from collections.abc import Mapping
from datetime import date, datetime

from language.dates import Direction, find_dates
from language.late import late
from models.calendar import Week

_THAT_WEEK = late(
    r"(?:节|假期|放假|假)?(?:所在)?(?:的)?(?:那|当|这)?(?:一|个)*(?:周|星期|礼拜|期)(?![一二三四五六日天末])"
)
_SAID = late(r"(?:那|当|这|所在的?|节|放假|假期)(?:一|个)*(?:周|星期|礼拜|期)")


def with_plain_weeks(text: str, now: datetime, week: Week, festivals: Mapping[int, Mapping[str, date]]) -> str:
    """The text with a week that is named by a day of it as this or the next one; as it is where it names none."""
    if not _SAID.search(text):
        return text
    for span in reversed(list(find_dates(text, now, festivals))):
        behind = _THAT_WEEK.match(text, span.end)
        day = span.resolve(Direction.PLAN) if behind else None
        if behind is None or day is None or day.first is None or "周" in span.text:
            continue
        name = {week: "本周", week.next: "下周"}.get(Week.of(day.first))
        text = f"{text[: span.start]}{name}{text[behind.end() :]}" if name else text
    return text
