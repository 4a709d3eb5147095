"""What an inspector asks, in words: what was reported, of what nothing is heard, how many there are, who did what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from language.wording import common
from models.calendar import day_of
from models.cycle import Times
from models.project import APPROVED, REJECTED, REQUESTED
from models.vocabulary import Color

COLORS = (Color.GREEN, Color.YELLOW, Color.RED)
DONE = {
    "drafted": "生成草稿",
    "edited": "修改",
    "held": "暂缓",
    "approved": "核定",
    "published": "发布",
    "withdrawn": "撤回",
    "supplemented": "补充",
}


def overview(label: str, total: int, by_color: Mapping[Color, int], starts: int, started: int, today: date) -> str:
    """How many projects there are, of which colour, and how many of those that plan their start have begun."""
    colors = "、".join(f"{color.label}{by_color.get(color, 0)}项" for color in COLORS)
    begun = f"设有开工节点的{starts}个，其中已开工{started}个。" if starts else "计划里没有开工节点，开工数无法统计。"
    return f"截至{common.day(today, today)}，{label}共{total}个项目：{colors}。{begun}"


def differs(today: date) -> str:
    """Whose figures the bot tells, where somebody found others elsewhere."""
    return (
        f"这里的数由各单位联络员在群里所报汇总（截至{common.day(today, today)}），没报的不计，累计和本年分开算；"
        "与其他部门的统计范围、截止日期可能不同。已转办公室核对；要看某个数的出处，请写明项目问“依据呢”。"
    )


def doubted(who: str, words: str) -> str:
    """Tells the office that somebody finds other figures elsewhere."""
    return f"【数据核对】{who}问：“{words}”。请核对口径后答复。"


def stale(lines: Sequence[tuple[str, date | None, str]], days: int, total: int, today: date, most: int) -> str:
    """Projects of which nothing was heard for some days: (name, last day, who)."""
    if not lines:
        return f"{total}个项目近{days}天都有反馈。"
    found = [f"{total}个项目中{len(lines)}个超过{days}天没有反馈："]
    shown = lines if len(lines) <= most - 1 else lines[: most - 2]
    for number, (name, last, unit) in enumerate(shown, 1):
        said = f"最近一次{common.day(last, today)}（{unit or '办公室'}）" if last else "没有收到过反馈"
        found.append(f"{number}. {name}：{said}")
    if len(shown) < len(lines):
        found.append(
            f"另{len(lines) - len(shown)}个：{common.join_few([name for name, _, _ in lines[len(shown) :]], 6)}。"
        )
    return "\n".join(found)


def reported(about: str, week: str, lines: Sequence[tuple[datetime, str, str]], today: date, most: int) -> str:
    """What was reported in a week, the newest first: (when, who, what)."""
    if not lines:
        return f"{about}{week}没有反馈。"
    found = [f"{about}{week}反馈{len(lines)}条："]
    shown = lines if len(lines) <= most - 1 else lines[: most - 2]
    found += [f"{common.day(day_of(at), today)}{common.clock(at)} {who}：{what}" for at, who, what in shown]
    if len(shown) < len(lines):
        found.append(f"另{len(lines) - len(shown)}条，可按项目再问。")
    return "\n".join(found)


def out(week: str, at: datetime | None, today: date) -> str:
    """Whether a bulletin that was drafted has been published."""
    if at is None:
        return f"{week}周报草稿待办公室核定，尚未发布。"
    return f"{week}周报已于{common.day(day_of(at), today)}{common.clock(at)}发布。"


def not_drafted(week: str, times: Times | None, now: datetime, automatic: bool) -> str:
    """When a bulletin is to be expected that is not drafted yet."""
    if times is None or now > times.publish:
        return f"{week}周报没有生成，请与办公室联系。"
    due = f"{week}周报尚未生成，{common.moment(times.cutoff, day_of(now))}截止后起草"
    return f"{due}，{common.clock(times.publish)}发布。" if automatic else f"{due}，办公室核定后发布。"


def draft_history(week: str, lines: Sequence[tuple[datetime, str, str]], today: date) -> str:
    """What was done to a bulletin, when and by whom: (when, who, what)."""
    if not lines:
        return f"{week}没有周报草稿。"
    found = [f"{week}周报经过："]
    for at, who, what in lines:
        found.append(f"{common.day(day_of(at), today)}{common.clock(at)} {who or '自动'}{DONE.get(what, what)}")
    return "\n".join(found)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A planned date that was asked to be moved, or has been."""

    project: str
    node: str
    old: date | None
    new: date
    state: str
    reference: str
    reason: str = ""


MOST_WORDS = 40
STATES = {REQUESTED: "待定", APPROVED: "已同意", REJECTED: "未同意"}


def plan_changes(about: str, lines: Sequence[PlanLine], today: date, most: int) -> str:
    """What became of each request to move a planned date, the newest first."""
    if not lines:
        return f"{about}没有计划调整或延期申请。"
    counts = "、".join(f"{label}{sum(line.state == state for line in lines)}项" for state, label in STATES.items())
    shown = [f"{number}. {_plan_line(line, today)}" for number, line in enumerate(lines[: most - 2], 1)]
    rest = [f"另{len(lines) - len(shown)}项，可按项目再问。"] if len(lines) > len(shown) else []
    return "\n".join([f"{about}计划调整{len(lines)}项：{counts}。", *shown, *rest])


def _plan_line(line: PlanLine, today: date) -> str:
    before = f"{common.day(line.old, today)} → " if line.old else ""
    ground = f"，依据{line.reference}" if line.reference and line.state == APPROVED else ""
    why = f"，原话“{line.reason[:MOST_WORDS]}{'…' if len(line.reason) > MOST_WORDS else ''}”" if line.reason else ""
    return f"{line.project}，{line.node}：{before}{common.day(line.new, today)}，{STATES[line.state]}{ground}{why}"
