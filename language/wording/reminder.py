"""What the bot says around the weekly report: the notice, the list of what is asked, the nudges, the count."""

from collections.abc import Sequence
from datetime import datetime

from language.wording import common
from models.calendar import Week, day_of
from models.cycle import Times

Line = tuple[str, str, str]
"""(project, node, last state)"""
MOST_ITEMS = 8


def notice(times: Times, announcement: str | None) -> str:
    """The one notice of a week in the group."""
    due = common.day_with_weekday(day_of(times.cutoff), day_of(times.notice))
    text = (
        f"【周报提示】请各单位于{due}{common.clock(times.cutoff)}前反馈本周项目手续办理和推进情况。"
        "@我直接回复即可，写明项目和进展；没有变化回“同上周”。无需回复收到。"
    )
    return f"{text}\n{announcement}" if announcement else text


def shifted(times: Times) -> str:
    """That next week's report is due on another day, because the Friday is a holiday."""
    friday, due = times.week.friday, day_of(times.cutoff)
    word = "提前至" if due < friday else "顺延至"
    guess = "（放假安排尚未公布，暂按预估）" if times.estimated else ""
    return (
        f"下周五（{common.day(friday, due)}）放假，下周周报{word}"
        f"{common.day_with_weekday(due, friday)}{common.clock(times.cutoff)}截止{guess}。"
    )


def joined(week: Week) -> str:
    """That next week has no report of its own."""
    return (
        f"下周（{common.day(week.monday, week.monday)}—{common.day(week.sunday, week.monday)}）放假，周报并入再下一周。"
    )


def prefilled(unit: str, lines: Sequence[Line], cutoff: datetime) -> str:
    """What one liaison is asked, filled in with what is known."""
    due = f"{common.day_with_weekday(day_of(cutoff), day_of(cutoff))}{common.clock(cutoff)}"
    head = f"{unit}联络员您好。本周涉及您单位{len(lines)}项，{due}截止："
    return "\n".join([head, *_numbered(lines), _how(lines)])


def nudge(unit: str, projects: Sequence[str], cutoff: datetime, again: bool) -> str:
    """A friendly word to somebody who has not reported; the list went out with the notice and is not said again."""
    name = projects[0] if len(projects) == 1 else f"{projects[0]}等{len(projects)}项"
    return (
        f"{unit}联络员您好，{name}{'还' if again else '尚'}待更新，{common.clock(cutoff)}截止。"
        "没有变化回“同上周”；如今日不便，可回“下午报”或指定同事。"
    )


def count(now: datetime, reported: int, missing: int, cutoff: datetime, mentioned: int) -> str:
    """How many units have reported: numbers only, no names."""
    total = reported + missing
    if not missing:
        return f"截至{common.clock(now)}，{total}家单位已全部反馈。"
    text = f"截至{common.clock(now)}，{total}家单位中{reported}家已反馈，{common.clock(cutoff)}截止。"
    return f"{text}请以上联络员方便时补充。" if mentioned else text


def _numbered(lines: Sequence[Line]) -> list[str]:
    """The items with their numbers and what was last known of each."""
    found = []
    for number, (project, node, state) in enumerate(lines[:MOST_ITEMS], 1):
        what = f"{project}—{node}" if node else project
        found.append(f"{number}. {what}（上次：{state or '未报过'}）")
    if len(lines) > MOST_ITEMS:
        found[-1] += f"；另有{len(lines) - MOST_ITEMS}项，可一并说明"
    return found


def _how(lines: Sequence[Line]) -> str:
    return "可回“1 已批 2 没变”；都没变化回“同上周”。" if len(lines) > 1 else "没有变化回“同上周”。"
