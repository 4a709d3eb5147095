"""How units report, in words: facts in the order of the roster, no order of merit."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from language.wording import common
from models.calendar import Week, day_of

NO_RECORD = "近几周没有报送记录。"


def not_compared(sent: bool) -> str:
    """That units are not compared here."""
    return "各单位报送情况不在群内比较。" + ("相关数据已私发给您。" if sent else "如有需要请联系办公室。")


def reporting(weeks: Sequence[tuple[Week, Sequence[str], Sequence[str]]]) -> str:
    """Week by week who came late and who did not report."""
    lines = [] if weeks else [NO_RECORD]
    for week, late, missing in weeks:
        parts = [f"截止后报送：{'、'.join(late)}" if late else "", f"未报送：{'、'.join(missing)}" if missing else ""]
        said = "；".join(part for part in parts if part) or "全部按时报送"
        lines.append(f"{week.label} {said}。")
    return "\n".join(lines)


def silent(wanted: int, weeks: Sequence[Week], units: Sequence[str]) -> str:
    """Which units have reported in none of some weeks."""
    if not weeks:
        return NO_RECORD
    if len(weeks) < wanted:
        return f"近{wanted}周里只有{len(weeks)}周有报送记录，还不能统计连续{wanted}周未报的单位。"
    span = f"{weeks[0].label}至{weeks[-1].label}"
    return f"{span}连续{wanted}周未报送：{'、'.join(units)}。" if units else f"{span}没有连续{wanted}周未报送的单位。"


def nudged(units: Mapping[str, Sequence[datetime]], today: date) -> str:
    """Which units were nudged in the last seven days, and when."""
    if not units:
        return "近7天没有发过催报提醒。"
    lines = [f"近7天由机器人私信提醒过{len(units)}家单位："]
    for number, (unit, moments) in enumerate(units.items(), 1):
        days: dict[date, list[str]] = {}
        for moment in moments:
            days.setdefault(day_of(moment), []).append(common.clock(moment))
        when = "；".join(f"{common.day(day, today)}{'、'.join(dict.fromkeys(clocks))}" for day, clocks in days.items())
        lines.append(f"{number}. {unit}：{when}")
    return "\n".join(lines)
