"""What the bot says around the weekly report: the notice, the list of what is asked, the nudges, the count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from language.wording import common
from models.calendar import Week, WorkCalendar, day_of
from models.cycle import Times

MOST_ITEMS = 8
SHORT_ANSWERS = (("无变化", "同上周"), ("稍后", "稍后报"))
"""What may be pressed on a call, and the words it stands for."""
REPORTED_MEANWHILE = "发出前已反馈"
PROMISED_MEANWHILE = "发出前已约定时间"
PAUSED_MEANWHILE = "发出前办公室要求不催"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is asked, with what was last said of it and when."""

    project: str
    node: str
    state: str
    percent: float | int | None
    day: date | None
    counts: tuple[dict[str, Any], ...] = ()
    due: date | None = None


def notice(times: Times, announcements: Sequence[str]) -> str:
    """The one notice of a week in the group."""
    due = common.day_with_weekday(day_of(times.cutoff), day_of(times.notice))
    text = (
        f"【周报提示】请各单位于{due}{common.clock(times.cutoff)}前反馈本周项目手续办理和推进情况。"
        "@我直接回复即可，写明项目和进展；没有变化回“同上周”。无需回复收到。"
    )
    return "\n".join([text, *announcements])


def shifted(times: Times, said_in: Week) -> str:
    """That a week's report is due on another day, because the Friday is a holiday."""
    friday, due = times.week.friday, day_of(times.cutoff)
    word = "提前至" if due < friday else "顺延至"
    return (
        f"{_friday(times.week, said_in)}放假，该周周报{word}"
        f"{common.day_with_weekday(due, friday)}{common.clock(times.cutoff)}截止{_guess(times)}。"
    )


def joined(weeks: Sequence[Week], into: Times, said_in: Week, calendar: WorkCalendar) -> str:
    """That some weeks have no report of their own, and which report they are joined to."""
    first, last = weeks[0].monday, weeks[-1].sunday
    if any(calendar.workdays(week) for week in weeks):
        what = f"{'、'.join(_friday(week, said_in) for week in weeks)}放假，该周周报"
    else:
        what = f"{common.day(first, said_in.monday)}至{common.day(last, first)}放假，周报"
    due = day_of(into.cutoff)
    return f"{what}并入{common.day_with_weekday(due, first)}{common.clock(into.cutoff)}截止的一期{_guess(into)}。"


def skipped(week: Week, said_in: Week) -> str:
    """That the office has called a week's report off."""
    name = "下周" if week == said_in.next else week.label
    return f"{name}周报免报。"


def skipped_now(week: Week, reason: str, announcements: Sequence[str]) -> str:
    """To the groups, which have had the notice: this week's report is called off."""
    why = f"（{reason}）" if reason else ""
    return "\n".join([f"【周报提示】{week.label}周报免报{why}，无需反馈。", *announcements])


def kept_now(week: Week, cutoff: datetime, today: date) -> str:
    """To the groups, which have heard that a report is called off: it is not."""
    return (
        f"更正：{week.label}周报照常报送，{common.day_with_weekday(day_of(cutoff), today)}{common.clock(cutoff)}截止。"
    )


def cutoff_moved(cutoff: datetime, today: date, ahead: Week | None = None) -> str:
    """To the groups, which have had the notice: this week's cut-off, or that of one ahead, is another."""
    which = f"{ahead.label}周报" if ahead else "本周"
    return f"【周报提示】{which}截止时间改为{common.day_with_weekday(day_of(cutoff), today)}{common.clock(cutoff)}。"


def _friday(week: Week, said_in: Week) -> str:
    name = common.day(week.friday, said_in.friday)
    return f"下周五（{name}）" if week == said_in.next else f"{name}（周五）"


def _guess(times: Times) -> str:
    return "（放假安排尚未公布，暂按预估）" if times.estimated else ""


def prefilled(unit: str, lines: Sequence[Line], cutoff: datetime) -> str:
    """What one liaison is asked, filled in with what is known."""
    due = f"{common.day_with_weekday(day_of(cutoff), day_of(cutoff))}{common.clock(cutoff)}"
    head = f"{unit}联络员您好。本周涉及您单位{len(lines)}项，{due}截止："
    return "\n".join([head, *_numbered(lines), _how(lines)])


def nudge(unit: str, projects: Sequence[str], cutoff: datetime, again: bool, today: date) -> str:
    """A friendly word to somebody who has not reported; the list went out with the notice and is not said again."""
    name = projects[0] if len(projects) == 1 else f"{projects[0]}等{len(projects)}项"
    day = day_of(cutoff)
    if day < today:
        return (
            f"{unit}联络员您好，{common.day_with_weekday(day, today)}截止的一期里{name}未收到反馈，方便时请补报，"
            "可回“补报上周：…”；没有变化回“补报上周：无变化”。"
        )
    due = common.clock(cutoff) if day == today else f"{common.day_with_weekday(day, today)}{common.clock(cutoff)}"
    return (
        f"{unit}联络员您好，{name}{'还' if again else '尚'}待更新，{due}截止。"
        "没有变化回“同上周”；如今日不便，可回“下午报”或指定同事。"
    )


def count(now: datetime, reported: int, missing: int, cutoff: datetime, mentioned: int) -> str:
    """How many units have reported: numbers only, no names."""
    total = reported + missing
    if not missing:
        return f"截至{common.clock(now)}，{total}家单位已全部反馈。"
    text = f"截至{common.clock(now)}，{total}家单位中{reported}家已反馈，{common.clock(cutoff)}截止。"
    return f"{text}请以上联络员方便时补充。" if mentioned else text


def still_missing(calls: Sequence[tuple[str, str, int]], now: datetime) -> str:
    """To the office at the second call: (unit, person, items) that are missing."""
    named = "；".join(f"{unit}（{person}，{items}项）" for unit, person, items in calls)
    return f"截至{common.clock(now)}尚未反馈：{named}。"


def _numbered(lines: Sequence[Line]) -> list[str]:
    """The items with their numbers and what was last known of each."""
    found = []
    for number, line in enumerate(lines[:MOST_ITEMS], 1):
        what = f"{line.project}—{line.node}" if line.node else line.project
        found.append(f"{number}. {what}（上次：{_last(line)}）")
    if len(lines) > MOST_ITEMS:
        found[-1] += f"；另有{len(lines) - MOST_ITEMS}项，可一并说明"
    return found


def _last(line: Line) -> str:
    if line.day is None:
        return "未报过"
    parts = [line.state, f"完成{common.percent(line.percent)}" if line.percent is not None else ""]
    parts += [common.count(each) for each in line.counts[:1]] if line.percent is None else []
    parts.append(f"预计{common.day(line.due, line.day)}" if line.due else "")
    said = "，".join(part for part in parts if part)
    return f"{said or '已报'}，{common.day(line.day, line.day)}"


def _how(lines: Sequence[Line]) -> str:
    return "可回“1 已批 2 没变”；都没变化回“同上周”。" if len(lines) > 1 else "没有变化回“同上周”。"
