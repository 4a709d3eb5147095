"""What is said around meetings: what is to be done after one, the call for topics, the word on the day before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from language.wording import common
from models.calendar import day_of
from models.meeting import OWN_NUMBERS

KINDS = {
    "weekly": "工作例会",
    "monthly": "月度例会",
    "coordination": "协调会",
    "dispatch": "调度会",
    "special": "专题会",
}
"""Meetings as machines call them."""
TASKS = {
    "minutes": ("纪要代拟稿", "已报审回“纪要已报审”"),
    "call": ("议题征集通知", "回“发布议题征集”由我发到群里"),
    "listed": ("待协调问题清单和建议方案", "已报送回“议题清单已报送”"),
}
"""What is to be done after a meeting, and how the office says that it is."""
MOST_WORDS = 50
MOST = 8


class Task(Protocol):
    """One thing that is to be done."""

    @property
    def what(self) -> str:
        """Which."""

    @property
    def by(self) -> date:
        """By which day."""

    @property
    def done(self) -> bool:
        """Whether it is."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting that is to come."""

    kind: str
    serial: int | None
    starts_at: datetime
    place: str


def name(kind: str, serial: int | None) -> str:
    """A meeting as people call it."""
    called = KINDS.get(kind, kind)
    return f"第{serial}次{called}" if serial and serial <= OWN_NUMBERS else called


def after(kind: str, serial: int | None, ended: date, tasks: Sequence[Task], today: date) -> str:
    """To the office, at a meeting's end."""
    head = f"【会后办理】{name(kind, serial)}已于{common.day_with_weekday(ended, today)}结束，请按时限办理："
    lines = [f"{number}. {_task(each, today)}" for number, each in enumerate(tasks, 1)]
    return "\n".join([head, *lines, "议定事项请回“登记议定事项：某次会议，1.…；2.…”，逐项挂号。"])


def due(kind: str, serial: int | None, tasks: Sequence[Task], today: date) -> str:
    """To the office: what falls due or is overdue."""
    head = f"【会后办理】{name(kind, serial)}："
    return "\n".join([head, *(f"{number}. {_task(each, today)}" for number, each in enumerate(tasks, 1))])


def _task(task: Task, today: date) -> str:
    what, how = TASKS[task.what]
    days = (task.by - today).days
    when = f"{common.day_with_weekday(task.by, today)}前" if days > 0 else "今日到期" if days == 0 else f"已过{-days}天"
    return f"{what}：{when}，{how}"


def tasks(kind: str, serial: int | None, asked: Sequence[Task], today: date) -> str:
    """What is to be done after the last meeting, and by which day."""
    lines = [
        f"{number}. {TASKS[each.what][0]}："
        + ("已办" if each.done else f"{common.day_with_weekday(each.by, today)}前" + _how_late(each.by, today))
        for number, each in enumerate(asked, 1)
    ]
    return "\n".join([f"{name(kind, serial)}会后事项：", *lines])


def _how_late(by: date, today: date) -> str:
    days = (today - by).days
    return f"（已过{days}天）" if days > 0 else "（今日到期）" if days == 0 else ""


def call(serial: int | None, until: date, today: date) -> str:
    """To the groups, on the office's word."""
    which = f"第{serial}次会议" if serial else "下次会议"
    day = common.day_with_weekday(until, today)
    return (
        f"【议题征集】{which}议题现开始征集。需提请协调的事项请于{day}前@我报：哪个项目、什么问题、"
        "前期由谁协调过、需哪家单位。没有的不必回复。"
    )


def called(groups: int, until: date, today: date) -> str:
    """To the office: that the call is posted."""
    return f"议题征集已发到{groups}个群，{common.day_with_weekday(until, today)}前收集。"


def marked(what: str, kind: str, serial: int | None) -> str:
    """To the office: that something is noted as done."""
    return f"已记下：{name(kind, serial)}{'纪要已印发' if what == 'issued' else f'{TASKS[what][0]}已办'}。"


def decision(number: str, text: str) -> str:
    """A decision that is open."""
    plain = text.strip().strip("。；;").replace("\n", " ")
    return f"{number} {plain[:MOST_WORDS]}{'…' if len(plain) > MOST_WORDS else ''}"


def tomorrow_to_unit(coming: Coming, unit: str, lines: Sequence[str], today: date) -> str:
    """To a unit: a meeting to come, and which of its decisions are open."""
    body = [*lines[:MOST], *([f"另{len(lines) - MOST}项。"] if len(lines) > MOST else [])]
    return "\n".join([f"{unit}联络员您好，{_when(coming, today)}。您单位未销号事项：", *body])


def tomorrow_to_office(coming: Coming, decisions: int, topics: Sequence[str], today: date) -> str:
    """To the office: a meeting to come, with what is open and what was put forward."""
    said = f"议题建议{len(topics)}个：{'；'.join(topics[:MOST])}。" if topics else "暂无议题建议。"
    return f"【会议提示】{_when(coming, today)}。未销号议定事项{decisions}项；{said}"


def topics(found: Sequence[str]) -> str:
    """How many topics were put forward for the next meeting."""
    if not found:
        return "下次会议目前没有收到议题建议。"
    lines = [f"{number}. {each[:MOST_WORDS]}" for number, each in enumerate(found[:5], 1)]
    return "\n".join([f"下次会议已收到议题建议{len(found)}个：", *lines])


def minutes(kind: str, serial: int | None, ended: date, known: str, today: date) -> str:
    """Whether the minutes of the last meeting are out."""
    state = {"issued": "纪要已印发", "minutes": "纪要已报审"}.get(known, "纪要尚未登记报审")
    return f"{name(kind, serial)}（{common.day(ended, today)}）{state}。"


def moved(kind: str, serial: int | None, old: datetime, new: datetime, today: date) -> str:
    """That a meeting is held at another time."""
    return f"{name(kind, serial)}由{_moment(old, today)}改为{_moment(new, today)}。"


def called_off(kind: str, serial: int | None, old: datetime, today: date) -> str:
    """That a meeting is not held."""
    return f"原定{_moment(old, today)}的{name(kind, serial)}已取消。"


def week_off(kind: str) -> str:
    """That the regular meeting of this week is not held."""
    return f"本周{kind or '会议'}不召开。"


def otherwise(text: str) -> str:
    """To who was told of a meeting: that it is otherwise now."""
    return f"更正：{text}"


def no_such_meeting() -> str:
    """To the office: that no such meeting was announced."""
    return "没有登记过这次会议，没有改动。登记会议请写明日期、时间和会议名称。"


def which_meeting(found: Sequence[tuple[str, int | None, datetime | None]], today: date) -> str:
    """Which of several meetings is meant."""
    told = [f"{_moment(starts, today)}{name(kind, serial)}" for kind, serial, starts in found if starts]
    return f"已登记的会议有{len(told)}次：{'；'.join(told)}。请写明是哪天的哪次会。"


def several(found: Sequence[tuple[str, int | None, datetime, str]], today: date) -> str:
    """The meetings that are to come."""
    lines = [
        f"{number}. {_moment(starts, today)}，{name(kind, serial)}" + (f"，{place}" if place else "")
        for number, (kind, serial, starts, place) in enumerate(found[:MOST], 1)
    ]
    return "\n".join([f"已登记的会议{len(found)}次：", *lines])


def _moment(moment: datetime, today: date) -> str:
    return f"{common.day_with_weekday(day_of(moment), today)}{common.clock(moment)}"


def no_minutes() -> str:
    """That no meeting is known whose minutes could be out."""
    return "没有登记过近期会议，纪要情况请联系办公室。"


def _when(coming: Coming, today: date) -> str:
    day = common.day_with_weekday(day_of(coming.starts_at), today)
    where = f"，{coming.place}" if coming.place else ""
    return f"{name(coming.kind, coming.serial)}定于{day}{common.clock(coming.starts_at)}召开{where}"
