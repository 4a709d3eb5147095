"""Orders about the ledgers of meetings: what was decided, how far it is, that it is to be closed; who is on duty."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from language.dates import find_dates
from language.names import Lexicon
from language.numerals import small_number

FIGURE = r"[0-9一二三四五六七八九十百]{1,4}"
MEETING = r"(?:专题会|例会|调度会|专班会|推进会|协调会|联席会|现场会|办公会|常务会|碰头会|会)(?:议)?"
_BY_MEETING = (
    rf"第\s*(?P<meeting>{FIGURE})\s*[次期](?:[^，。；：:第\s]{{0,10}}?{MEETING})?(?:会议)?(?:纪要)?(?:上|里|中)?(?:议定|定下?)?(?:的)?(?:事项)?"
    rf"\s*[，,]?\s*第\s*(?P<item>{FIGURE})\s*[项条件款]"
)
_BY_NUMBER = r"(?<![\d-])(?P<of>\d{1,3})-(?P<nr>\d{1,2})(?![\d-])"
REFERENCE = re.compile(rf"(?:议定事项)?\s*(?:{_BY_MEETING}|{_BY_NUMBER})")

_POLITE = r"(?:请|麻烦|帮我|帮忙)*"
REGISTER = re.compile(
    rf"^{_POLITE}(?:登记|记录|录入|新增|挂号)(?:一下)?[^，。：:；\n]{{0,4}}(?:议定|议决|决定|纪要)(?:的)?(?:事项)?[:：，,\s]*(?P<words>.+)$",
    re.DOTALL,
)
ASSIGN = re.compile(
    rf"^{_POLITE}(?:(?:登记)?交办|(?:记录|登记)(?=.{{0,60}}(?:要求|牵头|责成|交办)))(?:事项)?(?:一下)?[:：]\s*(?P<words>.+)$",
    re.DOTALL,
)
ASSIGN_TOLD = re.compile(
    r"^(?:(?:那个|哎|嗯+|好的?|对了)[，,\s]+)?(?:请|麻烦|帮我|给我)*(?:记一?下|记录(?:一下)?|登记(?:一下)?|备忘)[，,：:\s]+"
    r"(?P<words>(?=.{0,60}(?:让|要求|责成|安排|指示|交办|牵头|负责))[^，。]{2,}.*)$"
    r"|^(?P<told>[\u4e00-\u9fff]{0,8}(?:区长|县长|市长|书记|主任|局长|指挥长|领导)(?:当面|今天|刚才|会上)?(?:交办|要求|指示|批示|责成)[，,：:]?"
    r"(?=.{0,20}[局委办所镇司会团道院队])[^。]{6,}.*)$",
    re.DOTALL,
)
"""记一下，高区长让水利局周三前…; 刘区长要求财政局6月25日前落实…: what a leader wants, told by the office."""
MORE = re.compile(
    rf"^{_POLITE}(?:刚才(?:漏了|忘了)?|哦|对了)?[，,]?(?:(?:还有|另外(?:还有)?|再(?:加|记|补充?|登记|添)?(?:上)?|补充?(?:登记)?|漏了|又)(?:一下)?(?:[一二两1]|另一|这么一)(?:条|项|件)"
    r"|第[二三四五六七八]\s*[条项件])(?:议定)?(?:事项|事)?(?:是|，|,|：|:|\s)+(?P<words>[^？?]{6,})$",
    re.DOTALL,
)
"""还有一条，工信局25日前…: behind a decision that was just entered."""
ONE_MORE = re.compile(
    rf"^{_POLITE}(?:再|另外|补)?(?:登记|挂号|挂|录入|记)(?:上|一下)?(?:[一二两1]|这么一)(?:条|项|件)(?:议定|交办)?(?:事项|事)?(?:是|，|,|：|:|\s)+(?P<words>[^？?]{{6,}})$",
    re.DOTALL,
)
"""再登记一条：…: days later it has to be said of which meeting."""
KIND = r"(?:工作)?(?:专题会|例会|调度会|专班会|推进会|协调会|联席会|办公会)(?:议)?"
MEETING_SET = re.compile(
    rf"^(?P<words>(?=.*\d{{1,2}}(?:点|:\d\d|：\d\d))(?:下一?次|第\s*{FIGURE}\s*次)[^，。；\n]{{0,8}}?{MEETING}(?:的时间)?(?:定在|定于|改到|改在|在|于|[，,:：\s]*(?=\d{{1,2}}月\d|\d{{1,2}}[号日]|[本下这]周|周[一二三四五六日]|[明后今]天)).+"
    rf"|(?=.{{0,40}}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:点|:\d\d|：\d\d|时))(?:本周|下周|这周)?(?:的)?{KIND}(?:定在|定于|改到|改在|在|于|[，,:：\s])*"
    rf"(?:\d{{1,2}}月\d|\d{{1,2}}[号日]|[本下这]?周[一二三四五六日]|[明后今]天).*?"
    rf"|(?=.{{0,40}}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:点|:\d\d|：\d\d|时))(?:\d{{1,2}}月\d{{1,2}}[日号]?|\d{{1,2}}[号日]|[本下这]?周[一二三四五六日]|[明后今]天)[^，。；\n]{{0,12}}(?:召?开){KIND}(?:[，,].*)?"
    rf"|(?=.*\d{{1,2}}(?:点|:\d\d|：\d\d))[^，。；\n]{{2,16}}(?:召?开)(?:下一?次|第\s*{FIGURE}\s*次)[^，。；\n]{{0,8}}?{MEETING}.*)$",
    re.DOTALL,
)
HOLD_MEETING = re.compile(
    rf"^{_POLITE}(?:登记|安排|预告|新增)(?:一次|一个|一下)?(?:会议|下次会议)[:：，,\s]*(?P<words>.+)$", re.DOTALL
)
CLOSE = re.compile(
    rf"^(?:同意)?\s*(?:{REFERENCE.pattern})\s*号?[，,\s]*(?:同意|可以|准予|予以)?\s*销号(?P<words>.*)$", re.DOTALL
)
CLOSE_FIRST = re.compile(rf"^(?:同意)?销号\s*(?:{REFERENCE.pattern})(?P<words>.*)$", re.DOTALL)
RETURN = re.compile(rf"^(?:{REFERENCE.pattern})\s*号?[，,\s]*(?:不同意销号|退回)去?(?P<words>.*)$", re.DOTALL)
RETURN_FIRST = re.compile(rf"^(?:退回|不同意销号)\s*(?:{REFERENCE.pattern})(?P<words>.*)$", re.DOTALL)
APPLY = re.compile(rf"^{_POLITE}申请销号[:：，,\s]*(?:{REFERENCE.pattern})(?P<words>.*)$", re.DOTALL)
APPLY_AFTER = re.compile(
    rf"^(?:{REFERENCE.pattern})\s*号?[，,\s]*(?:现|再次?|重新|已|拟)?申请(?:予以)?销号[:：，,。；;\s]*(?P<words>.*)$",
    re.DOTALL,
)
"""12-02申请销号，已盖章重新上报: the ground stands behind."""
APPLY_LAST = re.compile(
    rf"^(?:{REFERENCE.pattern})[:：，,\s]*(?P<words>.*?)[，,。；;\s]*(?:现)?申请销号[。.]?$", re.DOTALL
)
NOT_OF_WORKS = r"(?!\s*(?:号|#|楼|栋|幢|层|轴|米|段|跨|桩|日|月|%|标|区|地块|年|线))"
"""After a number such as 15-16: of storeys, buildings and days it is no decision's."""
PROGRESS = re.compile(
    rf"^(?:{REFERENCE.pattern}){NOT_OF_WORKS}(?!\s*(?:[、和及与]|以及)\s*\d)[:：，,\s]*(?P<words>.{{3,}})$", re.DOTALL
)
"""8-01、8-03 names several: what is said of them all is no progress of the first."""
REFUSE_LATER = re.compile(
    rf"^(?:(?:{REFERENCE.pattern})\s*号?(?:的)?[，,\s]*(?:(?:不同意|不批准?|不予|驳回|不能?)[^，。；\n]{{0,4}}(?:延期|顺延|推迟|延后|延|往后推)|(?:延期|顺延|推迟|延后)(?:的)?(?:申请|请求)?[，,]?(?:不同意|不批准?|不予批准|驳回|退回))"
    rf")(?:申请|请求)?(?P<words>.*)$",
    re.DOTALL,
)
"""24-01不同意延期: what a unit asked for is refused, and its day stays."""
DUTY = re.compile(
    r"^(?:请|登记|设置)?(?P<when>[^，。：:；\n]{0,24}?)(?:的)?(?:值班|带班)(?:的)?(?:县|区|市|镇)?领导(?:设为|改为|改成|换成|为|是|由|[:：])+\s*"
    r"(?P<who>[^，。；\s]{2,8}?)(?:同志|值班|带班)?$"
)
_NTH = rf"(?:第\s*(?P<serial>{FIGURE})\s*次)?"
OVER = re.compile(
    rf"^{_POLITE}(?:今天的?|本周的?|刚才的?)?{_NTH}(?P<name>[^，。；\n]{{0,8}}?{MEETING})(?:今天|今早|上午|下午|刚才|现在|已经?|刚刚?|都)*"
    r"(?:开完|结束|散会|开过|开好)了?$"
)
OVER_FIRST = re.compile(rf"^(?:刚刚?|刚才|已经)?(?:开完|散)了?{_NTH}(?P<name>[^，。；\n]{{0,8}}?{MEETING})了?$")
MARKED = re.compile(
    rf"^(?:今天的?|本周的?|上次(?:会)?的?)?{_NTH}[^，。；\n]{{0,8}}?(?:(?P<minutes>会议纪要|纪要)(?:代拟稿)?|(?:待协调问题|议题)清单(?:和建议方案)?)(?:已经?|今天|昨天|上午|下午|刚刚?)*"
    r"(?:报审|印发|报送|报出|形成|完成|上报|拟好|出来?|审定|送审|提交|呈报|呈送|签发|下发|[报交送呈](?:给|请|到)?[^，。；\n]{1,8}?(?:审|签|核|阅|看)[定批签阅过]?|[报交送呈](?:上去|过去|出去|给领导)?|发(?:下去|出去|出)?)了?$"
)
CALL = re.compile(
    rf"^{_POLITE}(?:发布?|发出|下发)(?:一下)?(?:下一?次|下周)?{_NTH}(?:[^，。；\n]{{0,8}}?会(?:议)?)?(?:的)?议题(?:的)?征集(?:的)?(?:通知)?(?:吧|一下)?$"
)
CALL_FIRST = re.compile(
    rf"^{_POLITE}(?:开始|启动)?征集(?:一下)?(?:下一?次|下周)?{_NTH}(?:[^，。；\n]{{0,8}}?会(?:议)?)?(?:的)?议题(?:吧|了)?$"
)
ESCALATE = re.compile(
    r"^(?:请|把|将)*(?:(?:19|20)\d\d-0*)?(?P<number>\d{1,4}|[一二三四五六七八九十]{1,3}(?=号))号?(?:问题)?[，,]?(?:提请|提交|上报|升级|呈报|报请|报)(?:给|到|至)?"
    r"(?:(?P<leader>分管(?:县|区|市)?领导|分管副?[县区市]长|[^，。]{0,2}副[县区市]长|副指挥长|领导)|(?P<head>指挥长|主要领导|组长|[^，。副]{0,2}(?:书记|县长|区长|市长))|(?P<group>协调?推动组|推动组|专班|上一?级)?)(?:协调|研究|审定)?$"
)
ASKING = re.compile(
    r"[?？]|吗[。]?$|没有[。]?$|[了办完]没[。]?$|谁|怎么样|咋样|如何|到哪|呢[。]?$|什么|多少|几|落实没|完成没|办没"
)


def reference_of(found: re.Match[str]) -> tuple[int, int] | None:
    """(meeting's number, item's number) of a match that holds a reference."""
    meeting, item = small_number(found["meeting"] or found["of"]), small_number(found["item"] or found["nr"])
    return (meeting, item) if meeting and item else None


def may_be_a_day(found: re.Match[str]) -> bool:
    """Whether a reference such as 9-24 may as well be a day of the year."""
    return found["of"] is not None and 1 <= int(found["of"]) <= 12 and not found.group(0).startswith("议定事项")


@dataclass(frozen=True, slots=True)
class MeetingName:
    """A meeting as it was named: what it is called, its number, the day where one was said, and what was said of it."""

    name: str
    serial: int | None
    day: date | None
    rest: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was decided."""

    text: str
    unit: str | None
    project: str | None
    due: date | None
    person: str | None = None
    """Who of the unit is to do it, where somebody was named."""


_HEADED = re.compile(
    rf"^(?:会议纪要|纪要)?[:：]?(?!登记|安排|预告|新增|申请)(?P<name>[^，。：:；\n]{{0,20}}?{MEETING.removesuffix('(?:议)?')}(?:议(?!定))?)(?:上)?"
    rf"(?:共|一共)?(?:已议|议定|明确|决定|研究(?:决定|明确)|定)(?:了)?(?:的|以下|如下|[\d一二两三四五六七八九十几]+[件项条])*(?:事项?|工作)?(?:如下|包括|有|为|是)*(?:[:：，,]\s*|\s*\n\s*|\s*(?=1[.、．)）]|[一①][、是]))(?P<rest>.{{6,}})$",
    re.DOTALL,
)
MOVES_PLAN = re.compile(r"(?:改为|调整为|调整到|延期到|推迟到|顺延到|改到)\s*\d")


_MINUTES = re.compile(
    rf"^(?P<name>[^，。：:；\n]{{0,8}}?第\s*{FIGURE}\s*次[^，。：:；\n]{{0,10}}?{MEETING.removesuffix('(?:议)?')}(?:议)?)(?:的)?(?:会议)?纪要(?:如下|内容)?[:：，,\s]\s*(?P<rest>.{{6,}})$",
    re.DOTALL,
)
"""第五次例会纪要：一、…；二、…: numbered items under the head of minutes."""


_DECIDED = re.compile(r"议定|定了|定下|明确|决定|纪要|要求|部署|布置|登记|挂号|交办|如下|议过|研究了")
_TO_COME = re.compile(r"议题|议程|拟于|拟在|定于|下一?次|召开时间|材料|参会|通知")
_NAMED = re.compile(rf"第\s*{FIGURE}\s*次[^，。：:；\n、]{{0,10}}?{MEETING}|[^，。：:；\n、]{{0,6}}?{KIND}")


def _numbered_below(said: str) -> str:
    """例会定了这几条，请登记：第11次例会，1、…；2、…: numbered things below a head that tells of a meeting held."""
    first = MARK.search(said)
    if first is None or len(MARK.findall(said)) < 2 or first.start() > 60 or REGISTER.match(said):
        return ""
    head = said[: first.start()]
    named = [found[0] for found in _NAMED.finditer(head)]
    if not named or not _DECIDED.search(head) or _TO_COME.search(head):
        return ""
    name = next((each for each in named if "第" in each), named[-1])
    when = head[head.index(name) + len(name) :].strip(" ，,：:")
    held = f"，{when}" if _HELD.fullmatch(when) else ""
    return f"{name}{held}，{said[first.start() :].strip()}"


def headed(said: str) -> str:
    """第24次例会议定事项：1.…: a meeting and what it decided, as the register wants it; empty where it is none.

    A date that a meeting has moved is a change of plan, not a decision.
    """
    found = _HEADED.match(said)
    if found is None and (minutes := _MINUTES.match(said)) and len(MARK.findall(minutes["rest"])) > 1:
        found = minutes
    if found is None and (loosely := _numbered_below(said)):
        return loosely
    if found is None or (MOVES_PLAN.search(found["rest"]) and not MARK.search(found["rest"])):
        return ""
    return f"{found['name']}，{found['rest']}"


_HEAD = re.compile(rf"^(?P<name>[^，。：:；\n]{{0,24}}?{MEETING})(?:议定|明确|决定|研究)?(?:事项)?[，,：:。；\s]*")
_SERIAL = re.compile(rf"第\s*({FIGURE})\s*次")
MARK = re.compile(
    r"(?:^|(?<=[；;。\n，,：:\s]))\s*(?:[（(]?\d{1,2}(?:[.、．)）]|[)）])(?!\d)|[（(]?[一二三四五六七八九十]{1,3}[)）、.．](?!\d)|[①-⑳]|[一二三四五六七八九]是(?!否))\s*"
)
_HELD = re.compile(
    r"^[（(]?(?:于)?(?=[^，。：:；;\n（）()]{0,12}?(?:\d|今|昨|前天|上周|本周|周[一二三四五六日]|[上下]午))[^，。：:；;\n（）()]{2,16}?(?:召开|举行|开(?![发工展放挖通标设业办始])的?)[^，。：:；;\n（）()]{0,12}[）)]?(?:议定|明确)?(?:事项)?[，,：:。；;\s]*"
)
"""6月24日召开: when a meeting was held, said after its name."""
_LEAD = re.compile(r"^\s*(?:局|委)?(?:来)?(?:牵头|负责|主办|办理|落实|会同|为主)")


def read_meeting(words: str, now: datetime, lexicon: Lexicon) -> MeetingName | None:
    """The meeting at the head of some words; None where none is named."""
    head = _HEAD.match(words)
    if head is None:
        return None
    serial = _SERIAL.search(head["name"])
    rest = words[head.end() :]
    held = _HELD.match(rest)
    spans = find_dates(f"{head['name']} {held[0] if held else ''}", now, lexicon.registry.festivals)
    day = spans[0].finished() if spans else None
    name = _called(_SERIAL.sub("", head["name"]))
    number = small_number(serial.group(1)) if serial else None
    return MeetingName(name, number, day, rest[held.end() :] if held else rest)


_HELD_BEFORE = re.compile(r"^.*(?:召?开|举行)的?(?=[^，。]{2,}$)")
_WHEN_BEFORE = re.compile(
    r"^(?:下一?次|本次|这次|那次|今[天早晚]|昨[天晚]|[明后前]天|[本这下上]?(?:周|星期|礼拜)[一二三四五六日天]?"
    r"|[上下中]午|晚上|早上|[\d一二三四五六七八九十两]{1,3}(?:点半?|时|[:：]\d\d)|刚才|的|在|于)(?=.{2})"
)


def _called(name: str) -> str:
    """What a meeting is called, without when and where it is held (周四下午三点在三楼开调度会, 今天例会)."""
    plain = _HELD_BEFORE.sub("", name)
    while plain != (shorter := _WHEN_BEFORE.sub("", plain)):
        plain = shorter
    return plain[-20:]


_PLEASE = re.compile(
    r"[，,。；;\s]+(?:以上|请|麻烦)*(?:各项|事项)?(?:请|都|全部|一并|逐项)*(?:你|帮忙)?(?:登记|挂号|录入|记录|入台账|挂上|记一?下)(?:一下|台账|备查|跟踪)?[。！!\s]*$"
)
"""Behind the last item: 请挂号 is no part of it."""


def read_items(words: str, now: datetime, lexicon: Lexicon) -> list[Item]:
    """What was decided, one by one: by their numbers, else by semicolons and lines."""
    words = _PLEASE.sub("", words)
    parts = MARK.split(words) if MARK.search(words) else _unnumbered(words, now, lexicon)
    return [read_item(part, now, lexicon) for part in (each.strip(" ，,；;。.\n") for each in parts) if part]


def _unnumbered(words: str, now: datetime, lexicon: Lexicon) -> list[str]:
    """By semicolons and lines, and at each comma behind which another unit gets a day of its own."""
    parts: list[str] = []
    for part in re.split(r"[；;\n]", words):
        at = [span.start for span in lexicon.units(part) if span.start == 0 or part[span.start - 1] in "，,。"]
        ends = [*at[1:], len(part)] if len(at) > 1 else []
        pieces = [part[begin:end] for begin, end in zip(at, ends, strict=False)]
        days = [bool(find_dates(piece, now, lexicon.registry.festivals)) for piece in pieces]
        if pieces and at[0] == 0 and all(days):
            parts += pieces
        else:
            parts.append(part)
    return parts


def unit_of_town(town: str, lexicon: Lexicon) -> str | None:
    """The one unit whose name begins with a town's: its government."""
    found = [unit.id for unit in lexicon.registry.units.values() if unit.name.startswith(town)]
    return found[0] if len(found) == 1 else None


def _of_town(text: str, lexicon: Lexicon) -> str | None:
    """由白沙镇月底前签完: a town that is to do something is its government, where one unit is called so."""
    for span in lexicon.towns(text):
        if text[: span.start].endswith(("由", "让", "请", "责成", "要求", "交", "督促")):
            return unit_of_town(text[span.start : span.end], lexicon)
    return None


def read_item(text: str, now: datetime, lexicon: Lexicon) -> Item:
    """One decision: its unit (who leads, else who is named first), its project and its day."""
    units = [span for span in lexicon.units(text) if len(span.candidates) == 1]
    leading = [span for span in units if _LEAD.match(text[span.end :])]
    unit = (leading or units)[0].candidates[0] if units else None
    unit = unit or _of_town(text, lexicon)
    projects = [span.candidates[0] for span in lexicon.projects(text) if len(span.candidates) == 1]
    inside = lexicon.named(text)  # 3号泊位 is no day
    spans = [
        span
        for span in find_dates(text, now, lexicon.registry.festivals)
        if not any(first <= span.start and span.end <= end for first, end in inside)
    ]
    days = [day for span in spans if (day := span.deadline())]
    coming = [day for day in days if day >= now.date()]  # 我上周五去看过，…4月24日前解决
    due = (coming or days)[0] if days else None
    return Item(text, unit, projects[0] if projects else None, due)
