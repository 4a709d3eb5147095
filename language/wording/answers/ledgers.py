"""Decisions, meetings and how units reported, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from language.wording import common
from models.calendar import Week, day_of


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision of a meeting."""

    number: str
    text: str
    unit: str
    due_on: date | None
    is_open: bool


def decisions(lines: Sequence[DecisionLine], today: date, most: int) -> str:
    """How many decisions are open, then which."""
    if not lines:
        return "没有查到议定事项的数据。"
    still = [line for line in lines if line.is_open]
    found = [f"议定事项{len(lines)}项，未销号{len(still)}项" + ("：" if still else "。")]
    shown = still if len(still) <= most - 1 else still[: most - 2]
    for line in shown:
        due = f"，{common.day(line.due_on, today)}前" if line.due_on else ""
        found.append(f"{line.number} {line.text}（{line.unit or '责任单位未登记'}{due}）")
    if len(shown) < len(still):
        found.append(f"另{len(still) - len(shown)}项，可按单位或项目再问。")
    return "\n".join(found)


def meeting(starts_at: datetime | None, place: str, today: date) -> str:
    """When the next meeting is."""
    if starts_at is None:
        return "没有查到下次会议的安排。"
    where = f"，{place}" if place else ""
    return f"下次会议：{common.day_with_weekday(day_of(starts_at), today)}{common.clock(starts_at)}{where}。"


def not_compared(sent: bool) -> str:
    """That units are not compared here."""
    return "各单位报送情况不在群内比较。" + ("相关数据已私发给您。" if sent else "如有需要请联系办公室。")


def reporting(weeks: Sequence[tuple[Week, Sequence[str], Sequence[str]]]) -> str:
    """Week by week who came late and who did not report: facts in the order of the roster, no order of merit."""
    lines = [] if weeks else ["近几周没有报送记录。"]
    for week, late, missing in weeks:
        parts = [f"截止后报送：{'、'.join(late)}" if late else "", f"未报送：{'、'.join(missing)}" if missing else ""]
        said = "；".join(part for part in parts if part) or "全部按时报送"
        lines.append(f"{week.label} {said}。")
    return "\n".join(lines)
