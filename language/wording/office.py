"""Notes to the office: its drafts and orders, requests, and the bot's own running."""

from collections.abc import Sequence
from datetime import date, datetime

from language.wording import common
from models.calendar import Week, day_of
from models.registry import Registry

STATES = {"waiting": "待发布", "held": "已暂缓", "approved": "已核定", "published": "已发布"}


def missed(items: Sequence[tuple[str, datetime]], now: datetime) -> str:
    """What was due while the bot was not running and has not been made up for."""
    named = "、".join(f"{common.day(day_of(due), day_of(now))}{common.clock(due)}{label}" for label, due in items)
    return f"机器人停运期间错过{len(items)}项，未补发：{named}。如需补办请告知。"


def draft(week: str, state: str, paragraphs: Sequence[str]) -> str:
    """A draft with its paragraphs numbered."""
    head = f"{Week.parse(week).label}周报草稿（{STATES.get(state, state)}）："
    return "\n".join([head, *(f"{number}. {words}" for number, words in enumerate(paragraphs, 1))])


def held(week: str) -> str:
    """That a draft stays where it is."""
    return f"{Week.parse(week).label}周报已暂缓，回“发布”再发。"


def cutoff_moved(cutoff: datetime, today: date) -> str:
    """The new cut-off."""
    return f"本周截止时间改为{common.day_with_weekday(day_of(cutoff), today)}{common.clock(cutoff)}。"


def week_skipped(week: Week) -> str:
    """That there is no report this week."""
    return f"{week.label}周报免报，不再提醒。"


def change_requested(number: int, subject: str, old: date, new: date, unit: str, today: date) -> str:
    """A liaison asks to move a planned date."""
    return (
        f"延期申请{number}号：{subject}，计划{common.day(old, today)}，"
        f"{unit}申请延至{common.day(new, today)}。计划日期未动。"
        f"经会议研究同意的，回“同意申请{number}，某月某日某会议”；不同意回“驳回申请{number}”。"
    )


def change_decided(registry: Registry, project: str, node: str, new: date, approved: bool, today: date) -> str:
    """What became of a request."""
    name = common.subject(registry, project, node)
    return f"已同意：{name}，计划日期改为{common.day(new, today)}。" if approved else f"已驳回：{name}，计划日期不变。"


def request_decided(subject: str, new: date, approved: bool, reference: str, today: date) -> str:
    """To who asked: what became of a request to move a planned date."""
    if approved:
        return f"{subject}：延期申请已同意，计划日期改为{common.day(new, today)}（依据：{reference}）。"
    return f"{subject}：延期申请未获同意，计划日期不变。"


def alias_added(alias: str, project: str) -> str:
    """That a name is known from now on."""
    return f"好的，“{alias}”今后按{project}登记。"
