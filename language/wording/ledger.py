"""The ledgers of meetings in words: what was entered, asked to be closed, closed or given back; who is on duty."""

from collections.abc import Sequence
from datetime import date, datetime

from language.wording import common
from language.wording.meeting import name as meeting_name
from models.calendar import day_of

MOST_WORDS = 60
Line = tuple[str, str, date | None]
"""(number, text, due)"""


def registered(
    meeting: str, serial: int | None, lines: Sequence[tuple[str, str, str, date | None]], today: date
) -> str:
    """What was entered: (number, text, unit, due) each."""
    if not lines:
        return "这些议定事项已经登记过，未重复登记。"
    head = f"已登记{_name(meeting, serial)}议定事项{len(lines)}项："
    told = [head, *(f"{number} {_short(text)}（{_who(unit, due, today)}）" for number, text, unit, due in lines)]
    return "\n".join(told)


def ordered(lines: Sequence[tuple[str, str, str, date | None]], today: date) -> str:
    """To a leader: that his order is under its number and goes to the unit and the office."""
    if not lines:
        return "这项交办已经登记过，未重复登记。"
    number, text, unit, due = lines[0]
    whom = "责任单位联络员和办公室" if unit else "办公室"
    return f"已登记领导交办{number}：{_short(text)}（{_who(unit, due, today)}），转{whom}办理。"


def kept(lines: Sequence[tuple[str, str, str, date | None]], today: date) -> str:
    """To a leader: that what he has ordered today stands in the ledger and is followed by the office."""
    told = [f"{number} {_short(text)}（{_who(unit, due, today)}）" for number, text, unit, due in lines]
    return "\n".join([f"今天的领导交办{len(lines)}项已在台账，由办公室跟踪：", *told])


def ordered_to_office(number: str, who: str, text: str, unit: str, due: date | None, today: date) -> str:
    """To the office: what a leader has ordered."""
    return f"{who}交办{number}：{_short(text)}（{_who(unit, due, today)}）。" + (
        "" if unit else f"请补充责任单位，例如“{number} 某局负责”。"
    )


def topic_proposed(words: str) -> str:
    """That the office hears of a topic for the next meeting."""
    return f"已作为议题建议转办公室：{_short(words)}。"


PARKED = "（待补前期协调情况）"
"""Behind a topic of which nobody has said by whom it was dealt with before."""
_ASK_TRIED = "请补一句：前期由谁协调过、结果如何；补了再列入清单。"


def topic_wished(words: str, tried: bool) -> str:
    """To a unit: that the office has its topic, and what is still to be told of it."""
    told = f"议题已转办公室：{_short(words)}。"
    return told if tried else f"{told}{_ASK_TRIED}"


def topic_beside(tried: bool) -> str:
    """The same below the answer to a report."""
    return "已作为议题转办公室。" if tried else f"已作为议题转办公室。{_ASK_TRIED}"


def topic_to_office(words: str, who: str, *, wished: bool = False) -> str:
    """To the office: somebody wants a topic on the agenda, or only wishes for it."""
    return f"【议题建议】{who}{'建议' if wished else '要求'}列入会议议题：{_short(words)}。"


def assigned(unit: str, lines: Sequence[Line], today: date, *, by_leader: bool = False) -> str:
    """To a unit: what was decided for it; nothing is asked now."""
    head = f"{unit}联络员您好，以下{'领导交办' if by_leader else '议定'}事项由您单位办理："
    body = [
        f"{number} {_short(text)}" + (f"（{common.day(due, today)}前）" if due else "") for number, text, due in lines
    ]
    how = f"有进展可回“{lines[0][0]} 进展…”；办结回“申请销号 {lines[0][0]}，依据…”。"
    return "\n".join([head, *body, how])


def noted(number: str) -> str:
    """That its progress is noted."""
    return f"已记入议定事项{number}的进展。"


def noted_done(number: str) -> str:
    """That it is noted as carried out, and how it is closed."""
    return f"已记入议定事项{number}的进展。可以销号的，回“申请销号 {number}，依据…”。"


def dispute_passed_on(number: str) -> str:
    """To a unit that says that a decision is not for it to carry out."""
    return f"议定事项{number}的意见已转办公室；办公室答复前，仍按原定单位和日期办理。"


def disputed(number: str, text: str, who: str, words: str) -> str:
    """To the office: a unit does not see itself in charge, and how another is named."""
    how = f"改由其他单位办理的回“{number} 改由某单位牵头”。"
    return f"{who}对议定事项{number}提出不同意见：{_short(text)}。原话：“{words}”。{how}"


def nothing_to_close(project: str) -> str:
    """To the office, which would close what is not in the ledgers."""
    return f"{project}没有待销号的问题和议定事项，没有改动台账。"


def waits_for_office(number: str) -> str:
    """To a unit: that whoever asks to close something does not confirm it."""
    return f"议定事项{number}的销号申请正由办公室核实，核实后由办公室销号。"


def later_asked(number: str, day: date, today: date) -> str:
    """To a unit that wants a later day: that the office decides."""
    return f"议定事项{number}申请延至{common.day(day, today)}，已转办公室；办公室同意前仍按原定日期。"


def later_refused(number: str, due: date | None, words: str, today: date) -> str:
    """That the day of a decision stays as it was."""
    stays = f"，仍按{common.day(due, today)}办理" if due else ""
    return f"议定事项{number}的延期申请未同意{stays}" + (f"（{_short(words)}）。" if words else "。")


def wants_later(number: str, text: str, who: str, words: str, day: date, today: date) -> str:
    """To the office: that a unit wants a later day, and how to grant it."""
    until = common.day(day, today)
    how = f"同意请回“{number} 延到{until}”；不同意回“{number} 不同意延期”。"
    return f"{who}申请把议定事项{number}延至{until}：{_short(text)}。原话：“{words}”。{how}"


def put_right(number: str, unit: str, due: date | None, today: date) -> str:
    """That its unit or day is another."""
    return f"议定事项{number}已改为：{_who(unit, due, today)}。"


def heard(number: str, text: str, who: str, words: str) -> str:
    """To a leader: what the unit says to his order."""
    return f"您交办的{number}（{_short(text)}），{who}反馈：{_short(words)}。"


def asked_to_close(number: str) -> str:
    """That the office will look at it."""
    return f"议定事项{number}的销号申请已转办公室核实。"


def which_decision(lines: Sequence[tuple[str, str]]) -> str:
    """Which of several decisions is to be closed: (number, text) each."""
    named = "\n".join(f"{number} {_short(text)}" for number, text in lines)
    return (
        f"待核实的销号申请{len(lines)}项，请写明编号，例如“{lines[0][0]}同意销号”；都同意的回“全部同意销号”：\n{named}"
    )


def which_to_close(lines: Sequence[tuple[str, str]]) -> str:
    """Which of several matters that somebody has been shown is to be closed: (number, text) each."""
    named = "\n".join(f"{number} {_short(text)}" for number, text in lines)
    return f"要销号的是哪一项？请写明编号，例如“{lines[0][0]}销号”：\n{named}"


def applied(number: str, text: str, unit: str, words: str) -> str:
    """To the office: a unit asks to close a decision."""
    how = f"核实后回“{number}同意销号”或“{number}退回，原因…”。"
    return f"{unit}申请销号{number}：{_short(text)}。依据：{_short(words)}。{how}"


def closed(number: str, text: str) -> str:
    """That it is closed."""
    return f"议定事项{number}已销号：{_short(text)}。"


def returned(number: str, text: str, words: str) -> str:
    """That it is open again."""
    return f"议定事项{number}退回：{_short(text)}" + (f"（{_short(words)}）。" if words else "。")


def meeting_noted(meeting: str, serial: int | None, starts_at: datetime, place: str, today: date) -> str:
    """That a coming meeting is known."""
    where = f"，{place}" if place else ""
    when = f"{common.day_with_weekday(day_of(starts_at), today)}{common.clock(starts_at)}"
    return f"已登记{_name(meeting, serial)}：{when}{where}。"


def duty_set(title: str, name: str, first: date, last: date | None, today: date) -> str:
    """Who is on duty from now on."""
    until = f"至{common.day(last, today)}" if last else "起"
    return f"值班领导已设为{name}{title}（{common.day(first, today)}{until}），安全情况即时报办公室和值班领导。"


def on_duty(name: str, title: str, today: date) -> str:
    """Who is on duty."""
    if not name:
        return "没有登记值班领导，安全情况报办公室和各位领导。"
    return f"{common.day(today, today)}值班领导：{name}{title}。"


def _name(meeting: str, serial: int | None) -> str:
    return meeting_name(meeting, serial)


def _who(unit: str, due: date | None, today: date) -> str:
    return (unit or "责任单位未写明") + (f"，{common.day(due, today)}前" if due else "")


def _short(text: str) -> str:
    plain = text.strip().strip("。；;").replace("\n", " ")
    return plain[:MOST_WORDS] + ("…" if len(plain) > MOST_WORDS else "")
