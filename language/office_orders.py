"""Orders that only the office gives, about its drafts, its cycle and the plan; beyond the contract's commands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from language import command_words, ledger_orders
from language.clock_words import find_clock
from language.normalize import normalize
from language.numerals import small_number


class OfficeOrderName(StrEnum):
    """What the office may order beyond the contract's commands."""

    SHOW_DRAFT = "show_draft"
    HOLD = "hold"
    PUBLISH = "publish"
    REPLACE = "replace"
    DELETE = "delete"
    ADD = "add"
    MOVE_CUTOFF = "move_cutoff"
    SKIP_WEEK = "skip_week"
    APPROVE_CHANGE = "approve_change"
    REJECT_CHANGE = "reject_change"
    ADD_ALIAS = "add_alias"
    SET_PROFILE = "set_profile"
    RESEND = "resend"
    MAKE_DRAFT = "make_draft"
    TAKE_BACK = "take_back"
    READERS = "readers"
    BIND_GROUP = "bind_group"
    REGISTER_DECISIONS = "register_decisions"
    ASSIGN = "assign"
    PROPOSE_TOPIC = "propose_topic"
    MEETING_OVER = "meeting_over"
    MARK_DONE = "mark_done"
    CALL_TOPICS = "call_topics"
    ESCALATE = "escalate"
    REGISTER_MEETING = "register_meeting"
    CLOSE_DECISION = "close_decision"
    RETURN_DECISION = "return_decision"
    APPLY_CLOSING = "apply_closing"
    NOTE_PROGRESS = "note_progress"
    SET_DUTY = "set_duty"
    UNBIND_GROUP = "unbind_group"
    PAUSE_REMINDERS = "pause_reminders"
    REOPEN_ISSUE = "reopen_issue"


EDITS = frozenset(
    {
        OfficeOrderName.REPLACE,
        OfficeOrderName.DELETE,
        OfficeOrderName.ADD,
        OfficeOrderName.TAKE_BACK,
        OfficeOrderName.MEETING_OVER,
        OfficeOrderName.MARK_DONE,
    }
)
"""Orders that only make sense to whoever has the draft or the meeting before them: from others they are no order."""


@dataclass(frozen=True, slots=True)
class OfficeOrder:
    """One order: a paragraph's or request's `number`, the new `words`, reference or reason, a `clock` time."""

    name: OfficeOrderName
    number: int | None = None
    words: str = ""
    clock: time | None = None
    item: int | None = None
    """Of a meeting's decision: `number` is the meeting's, this its own."""
    subject: str = ""
    """What a request is about, where it was named and not numbered."""
    told: bool = False
    """Whether it is worded as something that is so: from anybody but the office it is no order, but told."""
    perhaps_a_day: bool = False
    """Whether a decision's number may as well be a day of the year (03-02), which only the ledger can tell."""


PRIVATELY = "privately"
"""Of an order that something be sent to who gives it (给我), not to where it is said."""
_FIGURE = r"[0-9一二三四五六七八九十]{1,3}"
_PARAGRAPH = rf"第?\s*(?P<number>{_FIGURE})\s*[段条行项]"
_POLITE = r"(?:请|麻烦|帮我|把|将|那就|可以|先)*"

_SHOW = re.compile(
    rf"^{_POLITE}(?:让我|我要?)?(?:看看?|查看|发我|再发我?|发来)?(?:一下|下)?(?:本周|这周)?的?(?:周报|简报|通报)?草稿"
    r"(?:给我|发我|发过?来|我)?(?:看看?|看一下|瞧瞧)?(?:呢|吧|出来了?吗|好了?吗|在哪里?)?[?？]?$"
)
_HOLD = re.compile(
    r"^(?:先?(?:暂缓|暂停|缓一缓|扣住|压一压)(?:一下)?(?:发布?|发出)?|(?:今天|今晚|本周|这周|先|暂时|暂)*(?:不要|别|不)(?:急着|着急)?"
    r"(?:发布?|发出去?)(?:了)?|等我?通知再发)(?:周报|简报|草稿)?$"
)
_AGREED = (
    r"(?:(?:行|好的?|可以|没问题|没意见|就这[样么]|同意|看过了|领导[^，。]{0,4}(?:同意|看过|批|点头|没意见)了?)"
    r"[，,。\s]*)*"
)
_PUBLISH = re.compile(
    rf"^{_AGREED}(?:{_POLITE}(?:同意|确认)?|(?:本周|这周)?的?(?:周报|简报|草稿)(?:没问题|看过了|可以)?[，,]?(?:现在)?(?:同意|可以)?)"
    r"(?:发布|发出去?|发吧|发了?群里|发到群里|可以发了?|(?<=就这样)发|(?<=就这么)发)(?:周报|简报|草稿)?(?:吧|了)?$"
)
_REOPEN = re.compile(
    rf"^(?:请|把|将)*(?:(?:19|20)\d\d-0*)?(?P<number>{_FIGURE})号?问题?(?:没(?:有)?解决[，,]?)?(?:重新挂号|重新打开|恢复(?:挂号)?|撤销销号|取消销号|撤回销号)(?:吧|了)?$"
    rf"|^(?:撤回|撤销|取消)(?:一下)?(?:刚才|刚刚)?的?(?:(?:对)?(?P<other>{_FIGURE})号?问题?的?)?销号(?:吧|了)?$"
)
_PAUSE = re.compile(
    r"^(?:今天|今早|本周|这周|先|暂时|暂|就|请)*(?:别|不要|不用|不)(?:再)?(?:催报?|发催报(?:提醒)?)(?:了|他们|大家|各单位)*$"
    r"|^(?:今天|本周|这周)?的?(?:催报(?:提醒)?|报送提醒)(?:先|暂时|今天|本周|就)*(?:(?:别|不要|不用|不)(?:再)?(?:发|催)|停|停发|暂停|暂缓)(?:了|一下|一次)*$"
    r"|^(?:先|暂时)?(?:停止|暂停|停发?|暂缓)(?:一下)?(?:本周|这周|今天)?的?(?:催报|报送)(?:提醒)?$"
)
"""催报先别发: nobody is to be nudged in this cycle."""
_OTHER = _PARAGRAPH.replace("number", "other")
_DELETE = re.compile(
    rf"^{_POLITE}(?:{_PARAGRAPH}(?:的?内容)?(?:删掉|删除|删去|去掉|不要了?)|(?:删掉|删除|删去|去掉){_OTHER})$"
)
_REPLACE = re.compile(
    rf"^{_POLITE}(?:修?改)?{_PARAGRAPH}(?:的?内容)?(?:修?改为|修?改成|换成|改|为)[:：]?\s*(?P<words>.+)$", re.DOTALL
)
_AMEND = re.compile(
    rf"^{_POLITE}{_PARAGRAPH}(?:里面?|中)?的?[“\"「'](?P<old>[^”\"」']{{1,60}})[”\"」'](?:修?改为|修?改成|换成|应为|应该是)"
    r"[“\"「']?(?P<words>[^”\"」']{1,200})[”\"」']?$"
)
_ADD = re.compile(
    rf"^{_POLITE}(?:(?:最后|末尾|后面|草稿里?)(?:再)?)?(?:再)?(?:加|增加|加上|添|补充|补)(?:上)?(?:一|1)?(?:段|条|句|项)(?:内容|话)?[:：，,]\s*(?P<words>.+)$",
    re.DOTALL,
)
_CUTOFF = re.compile(r"(?:截止|报送)(?:时间)?.{0,6}(?:延到|延至|推迟到|改到|改为|放到|延长到)(?P<when>.{2,12})")
_CHANGES = re.compile(r"改|延|推|提前|放宽|调|截止$|都可以报")
_SKIP = re.compile(
    r"^(?:本周|这周)(?:的)?周报(?:免报|免了|不用报|不用交|不报|不出|取消|停报|停一[期次])(?:了)?(?P<why>.*)$|^(?:本周|这周)(?:免报|不用报)(?:周报)?(?P<reason>.*)$",
    re.DOTALL,
)
_APPROVE = re.compile(rf"^同意(?:延期)?申请\s*(?P<number>{_FIGURE})\s*号?[,，、:：\s]*(?P<words>.*)$", re.DOTALL)
_REJECT = re.compile(rf"^(?:不同意|驳回|退回)(?:延期)?申请\s*(?P<number>{_FIGURE})\s*号?(?P<words>.*)$", re.DOTALL)
_APPROVE_AFTER = re.compile(
    rf"^(?:(?:延期)?申请\s*(?P<number>{_FIGURE})\s*号?|(?P<other>{_FIGURE})\s*号(?:延期)?申请)[，,：:\s]*(?P<no>不同意|不批|驳回|退回)?(?:同意|批准|批了)?"
    r"[，,\s]*(?P<words>.*)$",
    re.DOTALL,
)
"""1号延期申请同意，6月10日调度会定的; 申请1不同意."""
_NAMED_AFTER = re.compile(
    r"^(?!不|同意|批准|驳回|退回)(?P<words>[^，,。；;到至]{2,20}?)(?:的)?(?:延期|顺延)(?:的)?(?:申请|请求)?[，,：:]?(?P<no>不同意|不批准?|驳回|退回)?(?:同意|批准|批了)?(?:[，,（(：:\s]+(?P<why>[^到至]*))?$",
    re.DOTALL,
)
_GRANTS = re.compile(r"同意|批准|批了|不批|驳回|退回")
_APPROVE_NAMED = re.compile(
    r"^(?:同意|批准)(?P<words>[^，,。；;到至]{2,30}?)(?:的)?(?:延期|顺延|调整)(?:的)?(?:申请|请求)?(?:[，,（(：:\s]+(?P<why>[^到至]*))?$",
    re.DOTALL,
)
_REJECT_NAMED = re.compile(
    r"^(?:不同意|不批准|不予批准|驳回|退回|退掉)(?P<words>[^，,。；;]{2,30}?)(?:的)?(?:延期|顺延|调整)(?:到[^，,。；;]{2,10})?(?:的)?(?:申请|请求)?"
    r"(?:[，,（(：:\s]+(?P<why>.*))?$",
    re.DOTALL,
)
_ALIAS = re.compile(
    r"^把?[“\"「](?P<alias>[^”\"」]{2,30})[”\"」](?:也)?(?:都)?(?:算作|算|当作|记作|作为|就是|是指|指的?是?)(?P<words>.{2,60})$"
)
_ALIAS_BARE = re.compile(
    r"^把(?P<alias>[^“”\"「」，。；、]{2,20}?)也?都?(?:算作|算成|算到|当作|当成|记作|记到|归到|归为)(?P<words>[^，。；]{2,40}?)(?:名下|里|上)?$"
    r"|^(?:以后|今后)(?:说)?[“\"「]?(?P<alias2>[^“”\"「」，。；、]{2,20}?)[”\"」]?也?(?:都|就)(?:算作?|当作|是指|指|按)(?P<words2>[^，。；]{2,40}?)(?:算|登记)?$"
)
_PROFILE = re.compile(
    rf"^{_POLITE}(?:(?:本群|这个群|群里)(?:的?提醒)?|提醒)(?:频次|强度|力度)?(?:设为|设成|改为|改成|调为|调成|调到|用)"
    r"[“\"「]?(?P<words>克制|标准|加强)[”\"」]?(?:模式|档)?$"
)
_UNBIND = re.compile(
    rf"^{_POLITE}(?:解除绑定|解绑|取消绑定)(?:本|这个|此|该)群$|^(?:本|这个)群(?:解除绑定|解绑|取消绑定)$"
)
_MAKE = re.compile(
    rf"^{_POLITE}(?:补)?(?:出|生成|起草|补办|做)(?:一下|一份|个)?(?:本周|这周|上周)?的?(?:周报|简报)(?:草稿)?$"
)
_BIND = re.compile(
    rf"^{_POLITE}绑定(?:本|这个?|此|该)群(?:聊|吧|一下)?(?:[，,:：\s]*(?:群?(?:名称?|名字))?(?:是|为|叫做?)?[:：\s]*[“\"「]?(?P<words>[^\s”\"」，,。][^”\"」\n]{{1,29}}?)[”\"」]?)?$"
)
_SAID = (
    r"(?P<what>周报|简报|通报|三色图|补充|更正|(?:周报)?(?:提示|通知)|催报(?:提醒)?|提醒|计数|报送情况|预警"
    r"|答复|回复|消息)?"
)
_BY_US = r"(?:你|机器人|助手)?(?:刚才|刚刚|刚)?(?:已?发)?(?:到群里|群里|出去)?的?(?:那|这|上一?)?[条份个]?"
_TAKE_BACK = re.compile(
    rf"^{_POLITE}(?:撤回|收回)(?:一下)?(?P<whose>{_BY_US}){_SAID}(?:吧|了)?$"
    rf"|^{_POLITE}(?P<whose2>{_BY_US}){_SAID.replace('what', 'what2')}(?:撤回|收回|撤回来)(?:一下|吧|了)?$"
)
_READ = r"(?:还)?(?:有)?(?:没有?|未|已经?)?(?:看|读|阅)(?:过|了|到)*"
_WHO = r"(?:还有|都有|有|都|被)?(?:谁|哪些人|哪几个人|哪几位|多少人|几个人)"
_READERS = re.compile(
    rf"^{_POLITE}(?:看看?|查一?查?|查看)?(?:一下)?{_BY_US}{_SAID}(?:{_WHO}{_READ}|的?(?:已读|未读|阅读)(?:情况|名单|人数)?)$"
    rf"|^{_WHO}{_READ}{_BY_US}{_SAID.replace('what', 'what2')}$"
)
_OURS = re.compile("[你发]|机器人|助手")
_LATEST = re.compile(
    rf"^{_POLITE}(?:给我|我要)?(?:发|来|要|出)?(?:一份|一个|份|个|一下)?(?:最新|本周|这周|最近|近期)?(?:一期)?的?(?:简报|周报|通报)(?:给我|发我|我看看?|给我看看?)(?:一份|一下|吧)?$"
)
_RESEND = re.compile(
    rf"^{_POLITE}(?:再)?(?:发我?|看看?)?(?P<when>上上?周|上期|上一期)的?(?:周报|简报|通报)(?:再发)?(?:一下|一遍|一份)?(?:给我|我)?(?:看看?)?$"
)


SHORT = 60
ENDED = (OfficeOrderName.REPLACE, OfficeOrderName.ADD)
"""Orders whose words are a paragraph, which ends as one."""


def read_office_orders(text: str) -> tuple[OfficeOrder, ...]:
    """The orders of a message, in order; none unless every part of it is one: half an order is none."""
    said = normalize(text).strip().rstrip("。.!！")
    whole = _one(said)
    if whole is not None:
        ending = "。" if whole.name in ENDED and not (whole.subject or said.endswith("。")) else ""
        return (replace(whole, words=whole.words + ending),)
    parts = [part.strip() for part in re.split(r"[,，;；。\n]", said) if part.strip()]
    orders = [_one(part) for part in parts] if 1 < len(parts) <= 5 else []
    if any(orders) and not all(orders):
        return _only_holding(said, orders)
    return tuple(order for order in orders if order)


def _only_holding(said: str, orders: Sequence[OfficeOrder | None]) -> tuple[OfficeOrder, ...]:
    """先别发，等高区长看过: to wait is an order whatever reason stands beside it; what has gone out cannot wait."""
    named = [order for order in orders if order]
    hold = all(order.name is OfficeOrderName.HOLD for order in named)
    return (named[0],) if hold and len(said) <= SHORT and not ledger_orders.ASKING.search(said) else ()


def _one(said: str) -> OfficeOrder | None:
    """The one order that a piece of text is."""
    if len(said) > 2000:
        return None
    if _SHOW.match(said):
        return OfficeOrder(OfficeOrderName.SHOW_DRAFT)
    if _HOLD.match(said) or _holds(said):
        return OfficeOrder(OfficeOrderName.HOLD)
    if _PUBLISH.match(said):
        return OfficeOrder(OfficeOrderName.PUBLISH)
    if found := _REOPEN.match(said):
        return OfficeOrder(OfficeOrderName.REOPEN_ISSUE, _serial(found["number"] or found["other"]))
    if _PAUSE.match(said):
        return OfficeOrder(OfficeOrderName.PAUSE_REMINDERS, told=True)
    if _MAKE.match(said):
        return OfficeOrder(OfficeOrderName.MAKE_DRAFT)
    if _UNBIND.match(said):
        return OfficeOrder(OfficeOrderName.UNBIND_GROUP)
    if found := _BIND.match(said):
        return OfficeOrder(OfficeOrderName.BIND_GROUP, words=(found["words"] or "").strip())
    if found := _PROFILE.match(said):
        return OfficeOrder(OfficeOrderName.SET_PROFILE, words=found["words"])
    if _LATEST.match(said):
        return OfficeOrder(OfficeOrderName.RESEND, 0, PRIVATELY)
    if found := _RESEND.match(said):
        return OfficeOrder(OfficeOrderName.RESEND, {"上上周": 2, "上周": 1}.get(found["when"], 0))
    if (found := _READERS.match(said)) and (found["what"] or found["what2"]):
        return OfficeOrder(OfficeOrderName.READERS, words=found["what"] or found["what2"])
    if (found := _TAKE_BACK.match(said)) and (order := _taking_back(found)):
        return order
    return _about_draft(said) or _about_cycle(said) or _about_plan(said) or _about_ledgers(said)


def _holds(said: str) -> bool:
    """Whether the draft is to wait, in whatever words; a question about that is no order."""
    if len(said) > 40 or ledger_orders.ASKING.search(said):
        return False
    if command_words.HOLD_ALONE.fullmatch(said):
        return True
    return bool(command_words.HELD_THING.search(said) and command_words.HOLD.search(said))


def _taking_back(found: re.Match[str]) -> OfficeOrder | None:
    """Only what is plainly the bot's own: a bare 撤回 or 撤回上一条 takes back the speaker's report."""
    what = found["what"] or found["what2"] or ""
    if not what and not _OURS.search(found["whose"] or found["whose2"] or ""):
        return None
    return OfficeOrder(OfficeOrderName.TAKE_BACK, words=what)


def _about_draft(said: str) -> OfficeOrder | None:
    if found := _DELETE.match(said):
        return OfficeOrder(OfficeOrderName.DELETE, small_number(found["number"] or found["other"]))
    if found := _AMEND.match(said):
        number = small_number(found["number"])
        return OfficeOrder(OfficeOrderName.REPLACE, number, found["words"].strip(), subject=found["old"])
    if found := _REPLACE.match(said):
        return OfficeOrder(OfficeOrderName.REPLACE, small_number(found["number"]), found["words"].strip())
    if found := _ADD.match(said):
        return OfficeOrder(OfficeOrderName.ADD, words=found["words"].strip())
    return None


def _about_cycle(said: str) -> OfficeOrder | None:
    if found := _CUTOFF.search(said):
        clock = find_clock(found["when"])
        return OfficeOrder(OfficeOrderName.MOVE_CUTOFF, clock=clock) if clock else None
    if "截止" in said and len(said) <= SHORT and _CHANGES.search(said) and not ledger_orders.ASKING.search(said):
        clock = find_clock(said)
        return OfficeOrder(OfficeOrderName.MOVE_CUTOFF, clock=clock) if clock else None
    if found := _SKIP.match(said):
        return OfficeOrder(OfficeOrderName.SKIP_WEEK, words=(found["why"] or found["reason"] or "").strip(" ,，"))
    return None


def _about_plan(said: str) -> OfficeOrder | None:
    if found := _APPROVE.match(said):
        return OfficeOrder(OfficeOrderName.APPROVE_CHANGE, small_number(found["number"]), found["words"].strip())
    if found := _REJECT.match(said):
        return OfficeOrder(OfficeOrderName.REJECT_CHANGE, small_number(found["number"]), found["words"].strip(" ,，"))
    if (found := _APPROVE_AFTER.match(said)) and _GRANTS.search(said):
        number = small_number(found["number"] or found["other"])
        return OfficeOrder(_decision(found), number, found["words"].strip(" ,，"))
    if (found := _NAMED_AFTER.match(said)) and _GRANTS.search(said):
        ground = (found["why"] or "").strip(" ，,)）")
        return OfficeOrder(_decision(found), words=ground, subject=found["words"], told=True)
    if found := _REJECT_NAMED.match(said) or _APPROVE_NAMED.match(said):
        verdict = OfficeOrderName.REJECT_CHANGE if found.re is _REJECT_NAMED else OfficeOrderName.APPROVE_CHANGE
        return OfficeOrder(verdict, words=(found["why"] or "").strip(" ，,)）"), subject=found["words"])
    if found := _ALIAS.match(said):
        return OfficeOrder(OfficeOrderName.ADD_ALIAS, words=f"{found['alias']}\n{found['words'].strip()}")
    if found := _ALIAS_BARE.match(said):
        alias, name = found["alias"] or found["alias2"], found["words"] or found["words2"]
        return OfficeOrder(OfficeOrderName.ADD_ALIAS, words=f"{alias}\n{name.strip()}")
    return None


def _decision(found: re.Match[str]) -> OfficeOrderName:
    return OfficeOrderName.REJECT_CHANGE if found["no"] else OfficeOrderName.APPROVE_CHANGE


def _serial(figure: str | None) -> int | None:
    return small_number(figure) if figure else None


def _about_meetings(said: str) -> OfficeOrder | None:
    """What is done after a meeting, and a problem that goes up."""
    if found := ledger_orders.OVER.match(said) or ledger_orders.OVER_FIRST.match(said):
        return OfficeOrder(OfficeOrderName.MEETING_OVER, _serial(found["serial"]), found["name"])
    if found := ledger_orders.MARKED.match(said):
        what = "minutes" if found["minutes"] else "listed"
        return OfficeOrder(OfficeOrderName.MARK_DONE, _serial(found["serial"]), what)
    if found := ledger_orders.CALL.match(said) or ledger_orders.CALL_FIRST.match(said):
        return OfficeOrder(OfficeOrderName.CALL_TOPICS, _serial(found["serial"]))
    if found := ledger_orders.ESCALATE.match(said):
        level = "4" if found["head"] else "3" if found["leader"] else "2"
        return OfficeOrder(OfficeOrderName.ESCALATE, small_number(found["number"]), level)
    return None


_DECIDED = (
    (ledger_orders.APPLY, OfficeOrderName.APPLY_CLOSING),
    (ledger_orders.APPLY_LAST, OfficeOrderName.APPLY_CLOSING),
    (ledger_orders.APPLY_AFTER, OfficeOrderName.APPLY_CLOSING),
    (ledger_orders.CLOSE, OfficeOrderName.CLOSE_DECISION),
    (ledger_orders.CLOSE_FIRST, OfficeOrderName.CLOSE_DECISION),
    (ledger_orders.RETURN, OfficeOrderName.RETURN_DECISION),
    (ledger_orders.RETURN_FIRST, OfficeOrderName.RETURN_DECISION),
    (ledger_orders.PROGRESS, OfficeOrderName.NOTE_PROGRESS),
)


def _about_ledgers(said: str) -> OfficeOrder | None:
    """What was decided and how far it is, and who is on duty; never a question about it."""
    if ledger_orders.ASKING.search(said[-12:]) or ledger_orders.ASKING.search(said[:200].split("，")[-1]):
        return None
    if headed := ledger_orders.headed(said):
        return OfficeOrder(OfficeOrderName.REGISTER_DECISIONS, words=headed, told=True)
    if found := ledger_orders.REGISTER.match(said):
        return OfficeOrder(OfficeOrderName.REGISTER_DECISIONS, words=found["words"])
    if order := _about_meetings(said):
        return order
    if found := ledger_orders.HOLD_MEETING.match(said) or ledger_orders.MEETING_SET.match(said):
        told = found.re is ledger_orders.MEETING_SET
        return OfficeOrder(OfficeOrderName.REGISTER_MEETING, words=found["words"], told=told)
    if found := ledger_orders.ASSIGN.match(said) or ledger_orders.ASSIGN_TOLD.match(said):
        words = (found["told"] if "told" in found.re.groupindex else None) or found["words"]
        return OfficeOrder(OfficeOrderName.ASSIGN, words=words)
    if found := ledger_orders.DUTY.match(said):
        return OfficeOrder(OfficeOrderName.SET_DUTY, words=f"{found['when']}\n{found['who']}")
    for pattern, name in _DECIDED:
        if (found := pattern.match(said)) and (numbers := ledger_orders.reference_of(found)):
            day = name is OfficeOrderName.NOTE_PROGRESS and ledger_orders.may_be_a_day(found)
            return OfficeOrder(name, numbers[0], found["words"].strip(" ，,。"), item=numbers[1], perhaps_a_day=day)
    return None
