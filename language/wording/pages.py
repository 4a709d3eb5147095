"""The few words that the office's pages put together themselves; the rest stands in their templates."""

from collections.abc import Mapping

from language.wording import common

PROJECT = "项目"
PLANNED = "计划日期"
PROMISED = "承诺日期"
ALIAS = "简称"
OPENED = "挂号"
CLOSED = "销号"
TAKEN_BACK = "（撤回）"

STORE = "数据库"
STORE_GOOD = "可以读写"
HEARING = "收消息"
SENDING = "发消息"
GIVEN_UP = "没能发出"
CALENDAR = "工作日历"
CALENDAR_KNOWN = "未来30天的节假日已知"
CALENDAR_GUESSED = "未来30天的节假日尚未公布，按周一至周五预估"
TIMETABLE = "定时任务"
NEVER = "还没有到过点"
STOCK = ("项目", "计划节点", "单位", "人员", "收到的消息", "发出的消息")


def issue(number: str) -> str:
    """A problem by its number."""
    return f"问题 {number}"


def level(number: int | None) -> str:
    """One of the four levels at which a problem is dealt with."""
    return f"第{number}级" if number else ""


def of_node(share: float) -> str:
    """How much of a node is done, beside its project's own share."""
    return f"本节点{common.percent(share)}"


def to_handle(count: int) -> str:
    """How many messages wait."""
    return f"{count}条等待处理" if count else "没有积压"


def to_send(count: int) -> str:
    """How many letters wait."""
    return f"{count}条等待发出" if count else "没有积压"


def given_up(count: int) -> str:
    """How many letters did not go out lately."""
    return f"近7天{count}条，见“信件”" if count else "近7天没有"


def last_done(moment: str) -> str:
    """When the timetable last did something."""
    return f"最近一次：{moment}"


def job(name: str, labels: Mapping[str, str]) -> str:
    """An occasion by the timetable's own words: cutoff/2026-W24 → 截止汇总（第24周）."""
    kind, _, week = name.partition("/")
    label = labels.get(kind, kind)
    return f"{label}（第{int(week[-2:])}周）" if "-W" in week else label
