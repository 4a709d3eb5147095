"""A time of day as people say it: 15:00, 下午三点, 上午11点半, 三点四十."""

import re
from datetime import time

from language.late import late
from language.numerals import small_number

_FIGURE = r"[0-9一二三四五六七八九十两]{1,3}"
_CLOCK = late(
    rf"(?P<part>凌晨|早上|上午|中午|下午|晚上|傍晚)?\s*(?:(?P<hour>{_FIGURE})\s*(?:[:：](?P<minutes>[0-5][0-9])"
    rf"|[点时](?:(?P<half>半)|(?P<quarter>一刻)|(?P<past>{_FIGURE})分?)?))"
)
_AFTERNOON = ("下午", "晚上", "傍晚")


def find_clock(text: str) -> time | None:
    """The first time of day in a text; 三点 without a part of the day is the afternoon's, as in office hours."""
    found = _CLOCK.search(text)
    if not found:
        return None
    hour = small_number(found["hour"])
    minute = 30 if found["half"] else 15 if found["quarter"] else _minutes(found)
    if hour is None or minute is None or hour > 24 or minute > 59:
        return None
    part = found["part"]
    if hour < 12 and (part in _AFTERNOON or (part is None and hour < 8)):
        hour += 12
    return time(hour % 24, minute)


def _minutes(found: re.Match[str]) -> int | None:
    if found["minutes"]:
        return int(found["minutes"])
    return small_number(found["past"]) if found["past"] else 0
