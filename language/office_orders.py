"""Orders that only the office gives, about its drafts, its cycle and the plan; beyond the contract's commands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from language import command_words, cycle_moves, cycle_orders, ledger_orders, meeting_orders
from language import office_order_words as words
from language.alias_words import alias_meant
from language.clock_words import find_clock
from language.minutes import minutes_in
from language.normalize import normalize
from language.numerals import small_number
from language.settling import asks_closing


class OfficeOrderName(StrEnum):
    """What the office may order beyond the contract's commands."""

    SHOW_DRAFT = "show_draft"
    HOLD = "hold"
    PUBLISH = "publish"
    REPLACE = "replace"
    DELETE = "delete"
    SENTENCE = "sentence"
    ADD = "add"
    INSERT = "insert"
    MOVE_CUTOFF = "move_cutoff"
    MOVE_PUBLICATION = "move_publication"
    SKIP_WEEK = "skip_week"
    APPROVE_CHANGE = "approve_change"
    REJECT_CHANGE = "reject_change"
    MOVE_BACK = "move_back"
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
    CHANGE_MEETING = "change_meeting"
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
    WAITING = "waiting"
    REOPEN_ISSUE = "reopen_issue"
    CLOSE_ISSUE = "close_issue"
    REFUSE_LATER = "refuse_later"
    KEEP_WEEK = "keep_week"
    WITHDRAW_BULLETIN = "withdraw_bulletin"
    BE_SILENT = "be_silent"
    END_SILENCE = "end_silence"
    SET_LIAISON = "set_liaison"
    GIVE_PROJECT = "give_project"
    SET_PROXY = "set_proxy"
    SPARE_PROJECT = "spare_project"
    REMOVE_PROJECT = "remove_project"
    RESTORE_PROJECT = "restore_project"
    EDIT_PLAN = "edit_plan"


EDITS = frozenset(
    {
        OfficeOrderName.REPLACE,
        OfficeOrderName.DELETE,
        OfficeOrderName.SENTENCE,
        OfficeOrderName.ADD,
        OfficeOrderName.INSERT,
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
    """Of a meeting's decision: `number` is the meeting's, this its own; of a cut-off: how many weeks ahead."""
    subject: str = ""
    """What a request is about, where it was named and not numbered."""
    told: bool = False
    """Whether it is worded as something that is so: from anybody but the office it is no order, but told."""
    perhaps_a_day: bool = False
    """Whether a decision's number may as well be a day of the year (03-02), which only the ledger can tell."""


PRIVATELY = "privately"
"""Of an order that something be sent to who gives it (给我), not to where it is said."""
SHORT = 60
FRONT, END = "front", "end"
"""Of words that are put into a paragraph: before or behind what stands there."""
AGAIN = "again"
"""Of a draft that is to be made from what is known now, though there was one."""
MORE = "more"
"""Of a decision that follows another just entered: 还有一条，…."""
LOOSELY = "loosely"
"""Of an order that is none where a project is named beside it."""
PERHAPS = "perhaps"
"""Of an order to hold in words that name nothing: one only while a draft waits."""
ENDED = (OfficeOrderName.REPLACE, OfficeOrderName.ADD)
"""Orders whose words are a paragraph, which ends as one."""


def read_office_orders(text: str) -> tuple[OfficeOrder, ...]:
    """The orders of a message, in order; none unless every part of it is one: half an order is none."""
    said = words.MISSPOKEN.sub("", normalize(text).strip().rstrip("。.!！"), count=1)
    whole = _one(said)
    if whole is not None:
        return tuple(each for each in (_ended(whole),) if each)
    if minutes := minutes_in(said):
        return (OfficeOrder(OfficeOrderName.REGISTER_DECISIONS, words=minutes, told=True),)
    parts = [part.strip() for part in re.split(r"[,，;；。\n]", said) if part.strip()]
    orders = [_ended(_one(part)) for part in parts] if 1 < len(parts) <= 5 else []
    if any(orders) and not all(orders):
        return _only_holding(said, orders) or _with_reason(parts, orders)
    return tuple(order for order in orders if order)


def _ended(order: OfficeOrder | None) -> OfficeOrder | None:
    """A paragraph ends as one."""
    if order is None or order.name not in ENDED or order.subject or order.words.endswith("。"):
        return order
    return replace(order, words=f"{order.words}。")


def _only_holding(said: str, orders: Sequence[OfficeOrder | None]) -> tuple[OfficeOrder, ...]:
    """先别发，等高区长看过: to wait is an order whatever reason stands beside it; what has gone out cannot wait."""
    named = [order for order in orders if order]
    hold = all(order.name is OfficeOrderName.HOLD for order in named)
    return (named[0],) if hold and len(said) <= SHORT and not ledger_orders.ASKING.search(said) else ()


WITH_REASON = frozenset(
    {
        OfficeOrderName.WITHDRAW_BULLETIN,
        OfficeOrderName.TAKE_BACK,
        OfficeOrderName.MAKE_DRAFT,
        OfficeOrderName.BE_SILENT,
        OfficeOrderName.SET_LIAISON,
    }
)
"""Orders behind which people say why."""


def _with_reason(parts: Sequence[str], orders: Sequence[OfficeOrder | None]) -> tuple[OfficeOrder, ...]:
    """把今天的通报撤回，征拆那条不对: the order comes first, and a reason is no order."""
    named = [order for order in orders if order]
    if orders[0] is None or {order.name for order in named} - WITH_REASON:
        return ()
    if sum(map(len, parts)) > SHORT or ledger_orders.ASKING.search(parts[-1]):
        return ()
    return tuple(named)


def _one(said: str) -> OfficeOrder | None:
    """The one order that a piece of text is."""
    if len(said) > 2000:
        return None
    said = words.EDITING.sub("", said, count=1) if words.EDITING.match(said) else said
    if order := _about_itself(said):
        return order
    if words.SHOW.match(said) or words.SHOW_LOOSELY.match(said):
        return OfficeOrder(OfficeOrderName.SHOW_DRAFT)
    if moved := cycle_moves.publication_moved(said):
        return _moved(OfficeOrderName.MOVE_PUBLICATION, moved)
    if (words.HOLD.match(said) or _holds(said)) and not _of_cutoff(said):
        return OfficeOrder(OfficeOrderName.HOLD)
    if words.WAIT.match(said):
        return OfficeOrder(OfficeOrderName.HOLD, words=PERHAPS)
    if words.PUBLISH.match(said):
        return OfficeOrder(OfficeOrderName.PUBLISH)
    if found := words.REOPEN.match(said):
        return OfficeOrder(OfficeOrderName.REOPEN_ISSUE, _serial(found["number"] or found["other"]))
    if order := _pausing(said):
        return order
    if words.MAKE.match(said):
        return OfficeOrder(OfficeOrderName.MAKE_DRAFT)
    if words.REMAKE.match(said):
        return OfficeOrder(OfficeOrderName.MAKE_DRAFT, words=AGAIN)
    if words.UNBIND.match(said):
        return OfficeOrder(OfficeOrderName.UNBIND_GROUP)
    if found := words.BIND.match(said):
        return OfficeOrder(OfficeOrderName.BIND_GROUP, words=(found["words"] or "").strip())
    if found := words.PROFILE.match(said):
        return OfficeOrder(OfficeOrderName.SET_PROFILE, words=found["words"])
    if words.LATEST.match(said) or words.AGAIN.match(said):
        return OfficeOrder(OfficeOrderName.RESEND, 0, PRIVATELY)
    if found := words.RESEND.match(said):
        back = found["when"].count("上") - found["when"].endswith("期")
        return OfficeOrder(OfficeOrderName.RESEND, back)
    if (found := words.READERS.match(said)) and (found["what"] or found["what2"]):
        return OfficeOrder(OfficeOrderName.READERS, words=found["what"] or found["what2"])
    if (found := words.TAKE_BACK.match(said)) and (order := _taking_back(found)):
        return order
    if words.WITHDRAW_FIRST.match(said):
        return OfficeOrder(OfficeOrderName.WITHDRAW_BULLETIN)
    if found := words.WITHDRAW.match(said):
        return OfficeOrder(OfficeOrderName.WITHDRAW_BULLETIN, words=found["when"] or found["when2"] or "")
    return _about_draft(said) or _about_cycle(said) or _about_plan(said) or _about_ledgers(said)


def _about_itself(said: str) -> OfficeOrder | None:
    """Silence for some days, and who speaks for a unit."""
    if ledger_orders.ASKING.search(said[-6:]) or len(said) > cycle_orders.MOST:
        return None
    if cycle_orders.asks_for_silence(said):
        return OfficeOrder(OfficeOrderName.BE_SILENT, words=said, told=True)
    if cycle_orders.ends_silence(said):
        return OfficeOrder(OfficeOrderName.END_SILENCE, told=True)
    if proxied := cycle_orders.stands_proxy(said):
        return OfficeOrder(OfficeOrderName.SET_PROXY, words=proxied[1], subject=proxied[0], told=True)
    if handed := cycle_orders.hands_over(said):
        return OfficeOrder(
            OfficeOrderName.SET_LIAISON, words=handed.new, subject=f"{handed.old}\n{handed.when}", told=True
        )
    return None


def _pausing(said: str) -> OfficeOrder | None:
    """Nobody, or some, are not to be nudged this week or today; a reason may stand behind: 住建不用催了，我打过电话."""
    first, comma, reason = said.replace(",", "，").partition("，")
    if "催" not in first or len(said) > SHORT or re.search("[?？吗]", said) or "催" in reason:
        return None
    if comma and (_one(reason) is not None or ledger_orders.ASKING.search(reason)):
        return None
    span = "today" if words.TODAY.search(first) else "week"
    if words.PAUSE.match(first) or words.PAUSE_ALL.match(first):
        return OfficeOrder(OfficeOrderName.PAUSE_REMINDERS, words=span, told=True)
    if found := words.PAUSE_SOME.match(first):
        who = found["who"] or found["who2"]
        return OfficeOrder(OfficeOrderName.PAUSE_REMINDERS, words=span, subject=who, told=True)
    return None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes or no to whatever waits, with its ground; `sure` where only 确认 was said, which publishes nothing."""

    approve: bool
    words: str = ""
    sure: bool = False


def read_verdict(text: str) -> Verdict | None:
    """同意, 驳回，按原计划 and the like, which name nothing; None for any other words."""
    found = words.VERDICT.match(normalize(text).strip().rstrip("。.!！"))
    if found is None:
        return None
    return Verdict(found["no"] is None, (found["why"] or "").strip(), found["sure"] is not None)


def _holds(said: str) -> bool:
    """Whether the draft is to wait, in whatever words; a question about that is no order."""
    if len(said) > 40 or ledger_orders.ASKING.search(said):
        return False
    if command_words.HOLD_ALONE.fullmatch(said):
        return True
    return bool(command_words.HELD_THING.search(said) and command_words.HOLD.search(said))


def _of_cutoff(said: str) -> bool:
    """这周报送截止推迟到下午四点: it is not the draft that waits."""
    moved = cycle_moves.cutoff_moved(said)
    return ("截止" in said and (find_clock(said) is not None or moved is not None)) or bool(moved and moved.day)


def _taking_back(found: re.Match[str]) -> OfficeOrder | None:
    """Only what is plainly the bot's own: a bare 撤回 or 撤回上一条 takes back the speaker's report."""
    what = found["what"] or found["what2"] or ""
    if not what and not words.OURS.search(found["whose"] or found["whose2"] or ""):
        return None
    return OfficeOrder(OfficeOrderName.TAKE_BACK, words=what)


def _about_draft(said: str) -> OfficeOrder | None:
    if found := words.DELETE.match(said):
        return OfficeOrder(OfficeOrderName.DELETE, _place(found["number"] or found["other"]))
    if found := words.AMEND.match(said):
        number = _place(found["number"])
        return OfficeOrder(OfficeOrderName.REPLACE, number, found["words"].strip(), subject=found["old"])
    if found := words.AMEND_WHEREVER.match(said):
        return OfficeOrder(OfficeOrderName.REPLACE, None, (found["words"] or "").strip(), subject=found["old"])
    if found := words.SENTENCE.match(said):
        return OfficeOrder(OfficeOrderName.SENTENCE, None, (found["words"] or "").strip(), subject=found["old"])
    if found := words.INSERT.match(said):
        where = FRONT if found["front"] else END
        return OfficeOrder(OfficeOrderName.INSERT, _place(found["number"]), found["words"].strip(), subject=where)
    if found := words.REPLACE.match(said) or words.REPLACE_AS.match(said):
        return OfficeOrder(OfficeOrderName.REPLACE, _place(found["number"]), found["words"].strip())
    if found := words.ADD.match(said):
        behind = _place(found["number"]) if found["number"] else None
        return OfficeOrder(OfficeOrderName.ADD, 0 if found["first"] else behind, found["words"].strip())
    return None


def _place(said: str) -> int | None:
    """Which paragraph is meant, counted from 1, or from the end below zero (最后一段, 倒数第二段)."""
    if said[0] in "末最" and "头" not in said and "前" not in said and "开" not in said:
        return -1
    if said.startswith("倒数"):
        return -(small_number(said.removeprefix("倒数").removeprefix("第")) or 1)
    if said[0] in "开前首最":
        return 1
    return small_number(said.strip("第 "))


def _moved(name: OfficeOrderName, moved: cycle_moves.Moved, told: bool = False) -> OfficeOrder:
    ahead = moved.ahead or None
    return OfficeOrder(name, moved.minutes or None, moved.day, moved.clock, ahead, subject=LOOSELY, told=told)


def _about_cycle(said: str) -> OfficeOrder | None:
    moved = cycle_moves.cutoff_moved(said)
    if moved and moved.day:
        return _moved(OfficeOrderName.MOVE_CUTOFF, moved, told=True)
    if found := words.CUTOFF.search(said):
        clock = find_clock(found["when"])
        return OfficeOrder(OfficeOrderName.MOVE_CUTOFF, clock=clock) if clock else None
    if "截止" in said and len(said) <= SHORT and words.CHANGES.search(said) and not ledger_orders.ASKING.search(said):
        clock = find_clock(said)
        if clock or not moved:
            return OfficeOrder(OfficeOrderName.MOVE_CUTOFF, clock=clock) if clock else None
    if moved:
        return _moved(OfficeOrderName.MOVE_CUTOFF, moved, told=True)
    if found := words.SKIP.match(said):
        ahead = int((found["week"] or found["other"]).startswith("下"))
        why = (found["why"] or found["reason"] or "").strip(" ,，")
        if words.KEEP.match(why):
            return None  # 这周免报，下周照常: two orders
        return OfficeOrder(OfficeOrderName.SKIP_WEEK, ahead, why, told=bool(found["other"]) and "免" not in said)
    if found := words.KEEP.match(said):
        return OfficeOrder(OfficeOrderName.KEEP_WEEK, int(found["week"].startswith("下")), told=True)
    return None


def _about_plan(said: str) -> OfficeOrder | None:
    if (found := ledger_orders.REFUSE_LATER.match(said)) and (numbers := ledger_orders.reference_of(found)):
        words_left = found["words"].strip(" ，,。")
        return OfficeOrder(OfficeOrderName.REFUSE_LATER, numbers[0], words_left, item=numbers[1])
    if found := words.APPROVE.match(said):
        return OfficeOrder(OfficeOrderName.APPROVE_CHANGE, small_number(found["number"]), found["words"].strip())
    if found := words.REJECT.match(said):
        return OfficeOrder(OfficeOrderName.REJECT_CHANGE, small_number(found["number"]), found["words"].strip(" ,，"))
    if (found := words.APPROVE_AFTER.match(said)) and words.GRANTS.search(said):
        number = small_number(found["number"] or found["other"])
        return OfficeOrder(_decision(found), number, found["words"].strip(" ,，"))
    if (found := words.NAMED_AFTER.match(said)) and words.GRANTS.search(said):
        ground = (found["why"] or "").strip(" ，,)）")
        decided = OfficeOrderName.REJECT_CHANGE if found["refused"] else _decision(found)
        return OfficeOrder(decided, words=ground, subject=found["words"], told=True)
    if found := words.REJECT_NAMED.match(said) or words.APPROVE_NAMED.match(said):
        verdict = OfficeOrderName.REJECT_CHANGE if found.re is words.REJECT_NAMED else OfficeOrderName.APPROVE_CHANGE
        return OfficeOrder(verdict, words=(found["why"] or "").strip(" ，,)）"), subject=found["words"])
    if meant := alias_meant(said):
        return OfficeOrder(OfficeOrderName.ADD_ALIAS, words="\n".join(meant), told=True)
    if found := words.ALIAS.match(said):
        return OfficeOrder(OfficeOrderName.ADD_ALIAS, words=f"{found['alias']}\n{found['words'].strip()}")
    if found := words.ALIAS_BARE.match(said):
        alias, name = found["alias"] or found["alias2"], found["words"] or found["words2"]
        return OfficeOrder(OfficeOrderName.ADD_ALIAS, words=f"{alias}\n{name.strip()}")
    return None


def _decision(found: re.Match[str]) -> OfficeOrderName:
    return OfficeOrderName.REJECT_CHANGE if found["no"] else OfficeOrderName.APPROVE_CHANGE


def _serial(figure: str | None) -> int | None:
    return small_number(figure) if figure else None


_WRITTEN = re.compile(r"(?:已经?|都)?(?:写|弄|拟|起草|整理|形成|出)(?:好|完|出来)?了?[，,]\s*")
"""纪要写好了，已经报领导审了: that it is written goes without saying."""


def _about_meetings(said: str) -> OfficeOrder | None:
    """What becomes of a meeting, what is done after one, and a problem that goes up."""
    if meeting_orders.changes_meeting(said):
        return OfficeOrder(OfficeOrderName.CHANGE_MEETING, words=said, told=True)
    if found := ledger_orders.OVER.match(said) or ledger_orders.OVER_FIRST.match(said):
        return OfficeOrder(OfficeOrderName.MEETING_OVER, _serial(found["serial"]), found["name"])
    if found := ledger_orders.MARKED.match(said) or ledger_orders.MARKED.match(_WRITTEN.sub("", said)):
        what = (
            ("issued" if re.search(r"印发|下发|签发|发(?:下去|出去|出)", said) else "minutes")
            if found["minutes"]
            else "listed"
        )
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
    if found := ledger_orders.MORE.match(said) or ledger_orders.ONE_MORE.match(said):
        return OfficeOrder(OfficeOrderName.REGISTER_DECISIONS, words=found["words"], subject=MORE, told=True)
    if order := _about_meetings(said):
        return order
    if (coming := meeting_orders.announced(said)) and not ledger_orders.HOLD_MEETING.match(said):
        return OfficeOrder(OfficeOrderName.REGISTER_MEETING, words=coming, told=True)
    if found := ledger_orders.HOLD_MEETING.match(said) or ledger_orders.MEETING_SET.match(said):
        told = found.re is ledger_orders.MEETING_SET
        return OfficeOrder(OfficeOrderName.REGISTER_MEETING, words=found["words"], told=told)
    if not asks_closing(said) and (found := ledger_orders.ASSIGN.match(said) or ledger_orders.ASSIGN_TOLD.match(said)):
        ordered = (found["told"] if "told" in found.re.groupindex else None) or found["words"]
        return OfficeOrder(OfficeOrderName.ASSIGN, words=ordered)
    if found := ledger_orders.DUTY.match(said):
        return OfficeOrder(OfficeOrderName.SET_DUTY, words=f"{found['when']}\n{found['who']}")
    for pattern, name in _DECIDED:
        if (found := pattern.match(said)) and (numbers := ledger_orders.reference_of(found)):
            day = name is OfficeOrderName.NOTE_PROGRESS and ledger_orders.may_be_a_day(found)
            return OfficeOrder(name, numbers[0], found["words"].strip(" ，,。"), item=numbers[1], perhaps_a_day=day)
    return None
