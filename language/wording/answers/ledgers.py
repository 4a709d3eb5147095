"""Decisions, promises and meetings, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from language.wording import common
from language.wording.escalation import LEVELS
from models.calendar import day_of
from models.vocabulary import ProblemCategory

OPEN, APPLIED, CLOSED = "open", "applied", "closed"
STATES = {OPEN: "未销号", APPLIED: "已申请销号，待核实", CLOSED: "已销号"}
MOST_WORDS = 60
HIDDEN = "不宜公开的事项"
"""Stands for a decision whose words are not for these ears."""


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision of a meeting; `state` is the ledger's, `progress` what was last said of it."""

    number: str
    text: str
    unit: str
    due_on: date | None
    state: str
    progress: str
    progress_on: date | None
    meeting: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be carried out or looked at."""
        return self.state != CLOSED

    def is_late(self, today: date) -> bool:
        """Whether it is open past its day."""
        return self.is_open and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One conditional approval."""

    project: str
    node: str
    unit: str
    words: str
    due_on: date | None
    is_open: bool


def no_such() -> str:
    """That no decision bears the number that was said."""
    return "没有查到这项议定事项，请核对编号。"


def in_full(lines: Sequence[DecisionLine], today: date) -> str:
    """A few decisions, each with its state, who, until when, and what was last said of it."""
    return "\n".join(_in_full(line, today) for line in lines)


def _in_full(line: DecisionLine, today: date) -> str:
    said = (
        f"最近反馈{common.day(line.progress_on, today)}：“{_short(line.progress)}”。"
        if line.progress and line.progress_on
        else "还没有反馈。"
    )
    who = line.unit or "责任单位未登记"
    return (
        f"{line.number} {_short(line.text)}：{STATES.get(line.state, line.state)}（{who}{_due(line, today)}）。{said}"
    )


def _due(line: DecisionLine, today: date) -> str:
    """Until when, and by how much that has passed."""
    if line.due_on is None:
        return ""
    over = f"，已过{(today - line.due_on).days}天" if line.is_late(today) else ""
    return f"，{common.day(line.due_on, today)}前{over}"


def promises(lines: Sequence[PromiseLine], today: date, most: int, *, only_late: bool = False) -> str:
    """How many conditional approvals still lack something, then which, or which of them after their day."""
    if not lines:
        return "没有登记容缺、告知承诺事项。"
    still = [line for line in lines if line.is_open]
    late = [line for line in still if line.due_on and line.due_on < today]
    head = f"容缺、告知承诺{len(lines)}项，已补齐{len(lines) - len(still)}项，未补齐{len(still)}项"
    still = late if only_late else still
    found = [head + (f"，其中过期{len(late)}项" if late or only_late else "") + ("：" if still else "。")]
    shown = still if len(still) <= most - 1 else still[: most - 2]
    for number, line in enumerate(shown, 1):
        what = f"{line.project}，{line.node}" if line.node else f"{line.project}（“{_short(line.words)}”）"
        due = f"{common.day(line.due_on, today)}前补齐" if line.due_on else "补齐日期未登记"
        over = f"（已过{(today - line.due_on).days}天）" if line in late and line.due_on else ""
        found.append(f"{number}. {what}：{due}{over}，{line.unit or '责任单位未登记'}")
    if len(shown) < len(still):
        found.append(f"另{len(still) - len(shown)}项，可按项目再问。")
    return "\n".join(found)


def decisions(lines: Sequence[DecisionLine], today: date, most: int, issues: int = 0) -> str:
    """How many decisions are open, then which; where there are none, how many `issues` are open instead."""
    if not lines:
        return "没有登记过相关的议定事项。" + (f"另有未销号问题{issues}个，可问“问题有哪些”。" if issues else "")
    still = [line for line in lines if line.is_open]
    late = sum(line.is_late(today) for line in still)
    head = f"议定事项{len(lines)}项，未销号{len(still)}项" + (f"，其中过期{late}项" if late else "")
    return _listed(head, still, today, most)


def overdue(lines: Sequence[DecisionLine], late: Sequence[DecisionLine], today: date, most: int) -> str:
    """Which decisions are past their day."""
    return _listed(f"议定事项{len(lines)}项，过期未销号{len(late)}项", late, today, most)


def _listed(head: str, lines: Sequence[DecisionLine], today: date, most: int) -> str:
    found = [head + ("：" if lines else "。")]
    shown = lines if len(lines) <= most - 1 else lines[: most - 2]
    for line in shown:
        applied = "，已申请销号" if line.state == APPLIED else ""
        found.append(
            f"{line.number} {_short(line.text)}（{line.unit or '责任单位未登记'}{_due(line, today)}{applied}）"
        )
    if len(shown) < len(lines):
        found.append(f"另{len(lines) - len(shown)}项，可按单位或项目再问。")
    return "\n".join(found)


def _short(text: str) -> str:
    plain = text.strip().strip("。；;").replace("\n", " ")
    return plain[:MOST_WORDS] + ("…" if len(plain) > MOST_WORDS else "")


def meeting(starts_at: datetime | None, place: str, today: date) -> str:
    """When the next meeting is."""
    if starts_at is None:
        return "没有查到下次会议的安排。"
    where = f"，{place}" if place else ""
    return f"下次会议：{common.day_with_weekday(day_of(starts_at), today)}{common.clock(starts_at)}{where}。"


def known_problem(number: str, categories: Sequence[str], level: int) -> str:
    """An open problem beside the answer about a node."""
    labels = "、".join(ProblemCategory(each).label for each in categories)
    return f"未销号问题{number}（{labels}），第{level}级，{LEVELS[level]}协调。"


def known_decision(number: str, due: date | None, today: date) -> str:
    """An open decision beside the answer about a node."""
    return f"另有议定、交办事项{number}" + (f"，{common.day(due, today)}前" if due else "") + "，未销号。"


def money_not_kept(about: str) -> str:
    """That no ledger tells whether money was paid out."""
    return f"台账里没有登记{about}资金拨付、到账情况。"


def known_funding(project: str, number: str, words: str, told: date, today: date) -> str:
    """An open problem about money, in the words in which it was told."""
    said = words.strip().replace("\n", " ")[:60]
    return f"{project}有未销号资金问题{number}（{common.day(told, today)}报）" + (f"：“{said}”。" if said else "。")
