"""A day put off or moved up by so much and not to a day: 往后推十天, 再宽限一周, 提前半个月."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from language.late import late
from language.numerals import small_number
from language.times.atoms import Duration, LengthUnit
from language.times.lengths import days_on

LONGEST = 80
_UNITS = {
    "天": LengthUnit.DAY,
    "日": LengthUnit.DAY,
    "工作日": LengthUnit.WORKDAY,
    "周": LengthUnit.WEEK,
    "星期": LengthUnit.WEEK,
    "礼拜": LengthUnit.WEEK,
    "月": LengthUnit.MONTH,
}
_LATER = (
    r"(?:往后|向后|朝后)(?:推|延|挪|移|顺延|调|拖|放|改|顺)?(?:迟|后)?|推迟|延迟|延后|延期|延长|顺延|推后|后延|放宽|宽限|宽(?=[一两二三半\d])"
    r"|再(?:多)?(?:给|宽|延|放)(?:[^，。；;\n\d]{0,4}?)?(?:宽限?|延)?|缓(?=[一两二三半\d])|延(?=[一两二三半\d])"
)
_EARLIER = r"(?:往前|向前)(?:提|推|挪|移|赶|调)?|提前|提早|赶前"
_SHIFT = late(
    rf"(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER}))(?:了|个|上|他们|出)*(?P<n>半|\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?P<of>个)?(?P<half>半)?(?P<unit>工作日|天|日(?!前)|周|星期|礼拜|月(?!\d))(?P<more>半)?(?:的?时间)?"
)
_TOLD = late(
    r"[?？]|吗[。]?$|已经?|比(?:原)?计划|实际|影响|导致|造成|预计(?:要|会)?[提推]|工期(?:紧|长)|完成了|干完了?|提前[^，。；;\n]{0,8}(?:完成|通车|投产|办结)"
)


@dataclass(frozen=True, slots=True)
class Shift:
    """Which words say so, by how much, and whether it is earlier."""

    start: int
    end: int
    by: Duration
    earlier: bool

    def from_day(self, day: date) -> date | None:
        """The day that it becomes."""
        return days_on(day, self.by, back=self.earlier)


def read_shift(text: str) -> Shift | None:
    """The one shift in some words; None where none is, or where they tell of works that are late or early."""
    if len(text) > LONGEST or _TOLD.search(text):
        return None
    found = list(_SHIFT.finditer(text))
    if len(found) != 1:
        return None
    hit = found[0]
    number = small_number(hit["n"].replace("两", "二")) if hit["n"] != "半" else 0
    if number is None:
        return None
    half = hit["n"] == "半" or hit["half"] or hit["more"]
    value = Decimal(number) + (Decimal("0.5") if half else Decimal(0))
    unit = _UNITS[hit["unit"]]
    return Shift(hit.start(), hit.end(), Duration(value, unit), hit["earlier"] is not None)


def to_day(text: str, shift: Shift, day: date) -> str:
    """The words with the day in place of the shift."""
    verb = "提前到" if shift.earlier else "推迟到"
    return f"{text[: shift.start]}{verb}{day.year}年{day.month}月{day.day}日{text[shift.end :]}"


def is_for_whole(text: str) -> bool:
    """Whether a whole project's time is meant (工期往后顺延半个月)."""
    return re.search(r"工期|整体|整个|全部节点|所有节点|各节点", text) is not None
