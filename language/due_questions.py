"""Questions about the cycle itself: until when a week is reported, and what becomes of it round days off."""

import re

from language.late import late

_DEADLINE = late(
    r"截止|截稿|放假|(?:周报|简报|报送|填报)[^，。；\n]{0,6}(?:什么时候|啥时候|何时|几号|哪天|几点|哪一天|星期几|周几)"
    r"|(?:什么时候|啥时候|何时|几号|哪天|几点|周几)[^，。；\n]{0,4}(?:前|之前)?(?:报|交)周报?"
)


def asks_for_deadline(text: str) -> bool:
    """Whether a question about how to report asks until when."""
    return any((_DEADLINE.search(text[:200]), asks_about_holiday_week(text), asks_when_report_is_due(text)))


_WHEN = r"(?:什么时候|啥时候|何时|几号|哪天|几点|哪一天|星期几|周几)"
_REPORT_DUE = late(
    rf"(?:周报|简报|报送|填报)[^，。；\n]{{0,8}}{_WHEN}|{_WHEN}[^，。；\n]{{0,6}}(?:报|交)周报|{_WHEN}[^，。；\n]{{0,4}}截(?:止|稿|$)|截止(?:时间)?(?:是|到|在)?{_WHEN}"
    r"|(?:本周|这周|这个?星期|[本这]?周[一二三四五])(?:的)?(?:周报)?(?:还|要|得|用|需要)*(?:报不报|要不要报|用不用报|[要用得]?报(?:吗|么|嘛)|照常吗|照常报?吗|报送吗)"
    r"|(?:周报|报送)[^，。；\n]{0,6}截止(?!到|至|目前|今|现|本|\d)"
)


_CYCLE = (
    r"(?:周报|材料|本周|这周|下周|(?:这个?|下个?)星期|周[一二三四五六日天]|星期[一二三四五六日天]"
    r"|放假|不上班|上班|节[前后那这]|假[前后]|中秋|国庆|元旦|春节|清明|端午|五一|劳动节|长假)"
)
_REPORT_WHEN = late(
    rf"^(?=[^\n]*{_CYCLE})[^\n]*(?:{_WHEN}|怎么|咋|如何|照常|正常)(?:还|要|该|得|来)*(?:报送?|交|填报?)(?:上来|上去|材料|周报)?(?:啊|呢|呀|吗|嘛)?$"
    rf"|^(?=[^\n]*{_CYCLE})[^\n]*(?:还|要|得|用|需要|需|必须|不)+(?:报送?|交)(?:不报|不交|周报|材料)*(?:吗|么|嘛|不|呀|啊|呢|了吗|没有)$"
    rf"|^(?=[^\n]*{_CYCLE})[^\n]*(?:报不报|交不交|要不要[报交]|用不用[报交]|报还是不报|报与不报)(?:了|啊|呢|呀)?$"
)
"""这周五放中秋，还报不报; 节后那周怎么报: asked of the cycle, by its week or the days off round it."""


_HOLIDAY_WEEK = late(
    r"(?:元旦|春节|清明|五一|劳动|端午|中秋|国庆|放假|长假)(?:节|期间)?(?:的)?(?:那|这)?(?:一|个)?(?:周|天|期间)[^，。；\n]{0,8}(?:怎么|咋|如何|还)(?:处理|办|报|弄|安排|算|发)"
)


def asks_about_holiday_week(text: str) -> bool:
    """Whether somebody asks what becomes of the weekly report in a week with a holiday (国庆那周周五怎么处理)."""
    return len(text) <= 60 and _HOLIDAY_WEEK.search(text) is not None


_IN_TIME = late(
    r"(?<![上申预])(?:报|交|填|补报?)(?:上[来去]?|过来|的话|，|,|了)*(?:还|也|就|会|那)*(?:算不算|算|来得及|赶得上|赶得及|是不是|会不会|晚不晚|迟不迟|行不行)"
    r"(?:是|按时|准时|及时|迟报?|晚|上|[得的了]|成|作|数){0,4}(?:吗|么|嘛|不|呢|吧)?[?？。！ ]*$"
    r"|(?:来得及|赶得上|赶得及|晚不晚)(?:报|交)?(?:吗|么|嘛|不)?[?？ ]*$"
)
"""现在报还算按时吗, 下午三点再交来得及吗."""
_ONCE_MORE = late(
    r"(?:^|[，,。！!])(?:怎么|咋|那|是不是)?(?:还|又|再)+(?:是)?(?:要|用|得|需要?)(?:再|重新)?(?:报|交|填|报送)(?:一[遍次]|周报)?(?:吗|么|嘛|啊|呀|不)*[?？]+$"
)
"""上周报过了呀，还要报？"""


def asks_when_report_is_due(text: str) -> bool:
    """Whether a question is plainly about until when the weekly report is due, whatever topic was read."""
    if len(text) > 40:
        return False
    if _ONCE_MORE.search(text) or (_IN_TIME.search(text) and len(text) <= 20):
        return True
    return _REPORT_DUE.search(text) is not None or _REPORT_WHEN.search(text.rstrip("?？!！。 ")) is not None


_AFTER_HOLIDAY = late(
    r"节后|假后|放完假|放假回来|收假|长假后|(?:放假|过节|节|假期)[^，。；\n]{0,2}(?:以后|之后|回来)|上班后|上班以后"
)


def asks_about_week_after_holiday(text: str) -> bool:
    """Whether a question is about the week in which people are back from a holiday (节后那周)."""
    return _AFTER_HOLIDAY.search(text[:100]) is not None


def asks_about_next_week(text: str) -> bool:
    """Whether a question is about the week after this one."""
    return re.search(r"下(?:个)?(?:一)?(?:周|星期|礼拜)", text[:200]) is not None
