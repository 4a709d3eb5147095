"""A meeting that is to come is held on another day or not at all; what a meeting is called."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from language import ledger_orders
from language.clock_words import find_clock
from language.dates import find_dates
from language.late import late
from language.names import Lexicon

LONGEST = 60
_SOME_MEETING = (
    rf"(?:{ledger_orders.KIND}|会议|(?:[这那次的开场个]|[一二三四五六日天]|上午|下午)会(?![计员长场展所商费议]))"
)
_BETWEEN = (
    r"(?:(?!同意|批准|[决议确]?定(?!于|在)|研究|要求|通过|明确|上|后|前|精神|纪要|议题)[^，。；\n]){0,6}"
    r"(?:[，,]?因[^，。；\n]{1,14}[，,]?)?[，,]?"
)
"""What may stand between a meeting and what becomes of it; what a meeting has agreed to is none of its own days."""
_HEAD = r"(?:^|[，,。；;])(?:(?!按|经|根据|依据|节点|计划|许可|工期|批复|同意)[^，。；;\n]){0,16}?"
"""Before a meeting that something else rests on (按9月10日调度会) it is no meeting that is moved."""
_MOVED = late(
    rf"{_HEAD}{_SOME_MEETING}{_BETWEEN}(?:时间)?(?:改|挪|推|延|提|调|换|变|移|顺延|推迟|延后|延期|提前|调整|变更|往[后前][推挪延])(?:到|至|在|成|为|定)"
    rf"|{_HEAD}{_SOME_MEETING}(?:时间)?改(?=[本下这]?周[一二三四五]|\d|[明后]天|[上下]午)"
    rf"|{_HEAD}{_SOME_MEETING}{_BETWEEN}(?:提前|推迟|延后|顺延|往[后前][推挪延])(?:半天|[一两二三\d]+(?:个?小时|天))?[，,](?=[^，。]{{0,2}}(?:\d|周|[明后]天|[上下]午|[本上下]周))"
)
_CALLED_OFF = late(
    rf"{_HEAD}{_SOME_MEETING}{_BETWEEN}(?:(?:先|暂时?|就|也|都)*不(?:召)?开了?(?=$|[，,。；;了吧])|取消(?:了|吧|$|[，,。])|停开|暂停召开|不用开|推迟再|另行通知|延期(?:再定|待定|，时间待定))"
    rf"|^(?:请|把|将)*取消(?!.{{0,8}}(?:议题|纪要|通知))[^，。；\n]{{0,10}}{_SOME_MEETING}(?:[，,。]|$)"
)
_ASKS = late(r"[?？]|吗[。]?$|没有?[。]?$|是不是|还开|谁|哪|几[点号]|什么|怎么|为啥")


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """What becomes of a meeting: its sort and its old day where they were said, and the new day and hour, or none."""

    kind: str
    old: date | None
    day: date | None
    clock: time | None
    off: bool


def changes_meeting(text: str) -> bool:
    """Whether a meeting is put off, brought forward or called off (周四的调度会改到周五上午九点半)."""
    said = text.strip()
    if len(said) > LONGEST or "会" not in said or _ASKS.search(said):
        return False
    moved = _MOVED.search(said)
    return _off(said) or (moved is not None and _names_time(said[moved.end() :]))


def read_change(text: str, now: datetime, lexicon: Lexicon) -> MeetingChange:
    """What becomes of which meeting; only of words that change one."""
    said = text.strip()
    moved = _MOVED.search(said)
    off = _off(said)
    before, behind = (said, "") if off or moved is None else (said[: moved.start()], said[moved.end() :])
    kind = re.search(ledger_orders.KIND, said)
    return MeetingChange(
        kind[0] if kind else "", _day(before, now, lexicon), _day(behind, now, lexicon), find_clock(behind), off
    )


def _off(said: str) -> bool:
    moved = _MOVED.search(said)
    return _CALLED_OFF.search(said) is not None and not (moved and _names_time(said[moved.end() :]))


_TIME = late(r"\d|[一二三四五六七八九十两]+[点号日月]|周[一二三四五六日天]|[明后今]天|[上下]周|[上下]午|月底")


def _names_time(words: str) -> bool:
    return _TIME.search(words[:16]) is not None


def _day(words: str, now: datetime, lexicon: Lexicon) -> date | None:
    days = [day for span in find_dates(words, now, lexicon.registry.festivals) if (day := span.deadline())]
    return days[0] if days else None


_ANNOUNCED = late(
    rf"(?P<when>(?:\d{{1,2}}月\d{{1,2}}[日号]?|\d{{1,2}}[号日]|[本下这]?(?:周|星期|礼拜)[一二三四五六日天]|[明后今]天)[^。；;\n]{{0,30}}?)(?:召开|举行|(?<![离展召公打分])开(?![工展放挖标通了过完始设业]))(?P<name>[^，,。；;\n]{{0,10}}?{ledger_orders.KIND})"
)
_BE_EARLY = late(r"提前[^，,。；;\n]{0,8}到|早点到|一起去|顺便")
"""明天上午九点半开协调会，请某人提前十分钟到: somebody is reminded of a meeting, and none is called."""
_PLACE = late(r"在(?P<place>[^，,。；;\n]{2,16}?)$")


def announced(text: str) -> str:
    """A meeting, its time and place as they are entered (4月17日下午2:30在某会议室召开推进会); else empty."""
    found = _ANNOUNCED.search(text) if len(text) <= 2 * LONGEST and not _ASKS.search(text) else None
    if found is None or find_clock(found["when"]) is None or _BE_EARLY.search(text, found.end()):
        return ""
    place = _PLACE.search(found["when"])
    rest = text[found.end() :]
    return f"{found['name']}，{found['when']}" + (f"，地点{place['place']}" if place else "") + rest


_ON = late(
    r"^(?:主要|重点|专题|专门|这次|会上|议题|内容)*(?:[是就:：])*(?:议|研究|讨论|听取|过一?下|审议)(?P<what>[^，,。；;\n]{2,40})$"
)


_ITEMS = late(r"^(?:会议)?(?:议题|内容|主题)(?:有|是|为|包括|[:：])+(?P<what>[^，,。；;\n]{2,60})$")


def topics_in(text: str) -> list[str]:
    """What a meeting is called for (…开调度会，议二期码头和外电)."""
    parts = re.split(r"[，,。；;\n]", text)
    if listed := next((found["what"] for part in parts if (found := _ITEMS.match(part.strip()))), ""):
        return [each.strip() for each in re.split(r"[、和与及]", listed) if len(each.strip()) > 1]
    return [found["what"].strip("的事 一下") for part in parts[1:] if (found := _ON.match(part.strip()))]


_THIS_WEEK = late(r"本周|这周|这一周|这个星期|这礼拜|这次|本次|[今明后]天|周[一二三四五]")


def skips_regular(text: str) -> bool:
    """Whether the regular meeting of these days is not held (这周例会取消), whether or not it was announced."""
    return "例会" in text and _THIS_WEEK.search(text) is not None
