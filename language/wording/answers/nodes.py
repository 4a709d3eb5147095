"""Plan nodes and procedures, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language.understanding import Period
from language.wording import common
from models.vocabulary import NodeState, Status


@dataclass(frozen=True, slots=True)
class Line:
    """One plan node with what was last said of it."""

    project: str
    node: str
    planned: date | None
    status: Status | None
    finished_on: date | None
    assumed: bool
    due_on: date | None
    percent: float | int | None
    unit: str
    said_on: date | None
    said_by: str
    counts: Sequence[str] = ()


def not_planned(about: str, kinds: Sequence[str], last: Line | None, today: date) -> str:
    """That no plan has such a node, and of one project's which is the `last` it has."""
    end = f"最后一个节点：{_state(last, today, source=True)}。" if last else ""
    return f"{about or '现有项目'}的计划里没有{'、'.join(kinds)}节点。{end}"


def in_time(line: Line, today: date) -> str:
    """Whether one node will be ready in time as far as anybody has said; nothing is guessed."""
    told = f"{line.project}，{_state(line, today, source=True)}。"
    if line.finished_on or line.planned is None:
        return told
    if line.planned < today:
        return f"已超过计划{(today - line.planned).days}天。{told}"
    if line.due_on is None:
        return f"责任单位没有报预计完成日期，暂不能判断。{told}"
    late = (line.due_on - line.planned).days
    return (f"按所报预计晚于计划{late}天。" if late > 0 else "按所报可以按期。") + told


def all_in_time(project: str, lines: Sequence[Line], today: date) -> str:
    """Whether a whole project will be ready in time: what is past its day, what is expected late, and its last node."""
    open_lines = sorted((each for each in lines if not each.finished_on and each.planned), key=_day)
    if not open_lines:
        return f"{project}有计划日期的节点都已完成。"
    overdue = [each for each in open_lines if _day(each) < today]
    later = [each for each in open_lines if each.due_on and each.due_on > _day(each)]
    found = [f"{project}：" + (f"{len(overdue)}个节点已超过计划未完成。" if overdue else "目前没有超期节点。")]
    if overdue:
        found.append(f"最早超期：{_state(overdue[0], today)}。")
    found += [
        f"按所报预计晚于计划{((each.due_on or today) - _day(each)).days}天：{_state(each, today)}。"
        for each in later[:2]
    ]
    last = open_lines[-1]
    if last in later[:2]:
        return "\n".join(found)
    unsure = "" if last.due_on else "，责任单位没有报预计完成日期，暂不能判断"
    found.append(f"最后一个节点：{_state(last, today)}{unsure}。")
    return "\n".join(found)


def _day(line: Line) -> date:
    return line.planned or date.max


def listed(
    about: str,
    kinds: Sequence[str],
    state: NodeState | None,
    lines: Sequence[Line],
    today: date,
    most: int,
    period: Period | None = None,
) -> str:
    """One node in a sentence; several with a count first; none in the period that was asked for."""
    what = f"{'、'.join(kinds)}{state.label if state else ''}"
    if not lines:
        when = f"{common.day(period.first, today)}至{common.day(period.last, today)}" if period else ""
        nobody = f"{about}{when}" or "目前"
        return f"{nobody}没有{what or '相关'}的节点。" if state else f"没有查到{about}{what}的情况。"
    if len(lines) == 1:
        return f"{lines[0].project}，{_state(lines[0], today, source=True)}。"
    done = sum(line.finished_on is not None for line in lines)
    head = f"{about}{what}节点{len(lines)}个" + ("" if state else f"，已完成{done}个") + "："
    ordered = sorted(lines, key=lambda line: (line.finished_on is not None, line.planned or date.max))
    shown = ordered if len(ordered) <= most - 1 else ordered[: most - 2]
    found = [head]
    for number, line in enumerate(shown, 1):
        name = "" if line.project == about else f"{line.project}，"
        found.append(f"{number}. {name}{_state(line, today)}")
    if len(shown) < len(lines):
        rest = [line.node if line.project == about else line.project for line in ordered[len(shown) :]]
        found.append(f"另{len(rest)}个：{common.join_few(rest, 6)}。")
    return "\n".join(found)


def left_open(lines: Sequence[Line], today: date) -> str:
    """What was planned for the same time and is not done."""
    told = [f"{line.project}{common.of_node(line.node)}（计划{common.day(_day(line), today)}）" for line in lines]
    return f"计划在此期间、尚未办结{len(told)}个：{common.join_few(told, 6)}。"


def _state(line: Line, today: date, source: bool = False) -> str:
    """How far a node is, its plan, and who said so."""
    said = f"（{line.said_by or '办公室'}，{common.day(line.said_on, today)}报）" if line.said_on else ""
    if line.finished_on:
        late = (
            f"，逾期完成，比计划晚{(line.finished_on - line.planned).days}天"
            if line.planned and line.finished_on > line.planned
            else ""
        )
        marked = "（按报送日记）" if line.assumed else ""
        name = common.of_node(line.node)
        return f"{name}{common.day(line.finished_on, today)}已完成{marked}{late}{said if source else ''}"
    parts = [line.status.label if line.status else "尚未完成" if line.said_on else "没有收到反馈"]
    if line.percent is not None:
        parts.append(f"完成{common.percent(line.percent)}")
    parts += line.counts
    if line.due_on:
        parts.append(f"预计{common.day(line.due_on, today)}")
    return f"{common.of_node(line.node)}{'，'.join(parts)}{_planned(line, today)}{said if source else f'，{line.unit}'}"


def _planned(line: Line, today: date) -> str:
    if line.planned is None:
        return ""
    late = (today - line.planned).days
    return f"，计划{common.day(line.planned, today)}" + (f"（已过{late}天）" if late > 0 else "")
