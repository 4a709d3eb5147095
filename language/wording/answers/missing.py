"""Who has reported and who has not, in words: units and times, no adjectives."""

from collections.abc import Sequence
from datetime import datetime

from language.wording import common
from models.calendar import Week, day_of


def names(
    week: Week, total: int, missing: Sequence[str], late: Sequence[str], cutoff: datetime | None, now: datetime
) -> str:
    """The names, for those who may hear them."""
    if not total:
        return f"{week.label}没有需要报送的单位。"
    if not missing:
        after = f"其中截止后报送{len(late)}家：{'、'.join(late)}。" if late else ""
        return f"{week.label}已全部报送（{total}家）。{after}"
    after = f"另有{len(late)}家截止后已报：{'、'.join(late)}。" if late else ""
    due = f"，{_cutoff(cutoff, now)}截止" if cutoff and cutoff > now else ""
    return f"{week.label}{total}家单位中{len(missing)}家尚未报送：{'、'.join(missing)}{due}。{after}"


def reported(week: Week, total: int, reported: Sequence[str], missing: Sequence[str]) -> str:
    """Who has reported, and how many have not, for those who may hear names."""
    if not reported:
        return f"{week.label}{total}家单位都还没有报送。"
    if not missing:
        return f"{week.label}已全部报送（{total}家）：{'、'.join(reported)}。"
    return f"{week.label}{total}家单位中{len(reported)}家已报送：{'、'.join(reported)}；尚未报送{len(missing)}家。"


def late(week: Week, late: Sequence[str], cutoff: datetime | None, now: datetime) -> str:
    """Who reported after the cut-off, for those who may hear names."""
    if cutoff and now <= cutoff:
        return f"{week.label}还没有截止（{_cutoff(cutoff, now)}截止），目前没有迟报。"
    if not late:
        return f"{week.label}没有截止后报送的单位。"
    return f"{week.label}截止后报送{len(late)}家：{'、'.join(late)}。"


def own(week: Week, total: int, missing: int, own_missing: bool, owed: Sequence[str], cutoff: datetime | None) -> str:
    """The numbers, and what the asker's own unit still owes."""
    text = f"{week.label}{total}家单位中{total - missing}家已报送。"
    if own_missing:
        return f"{text}您单位还差{len(owed)}项：{common.join_few(list(owed), 4)}。"
    return f"{text}您单位没有待报事项。"


def of_units(states: Sequence[tuple[str, bool, bool]], week: Week) -> str:
    """Whether some units have reported; (name, missing, late)."""
    said = [
        f"{name}{'尚未报送' if missing else '已报送（截止后）' if late else '已报送'}" for name, missing, late in states
    ]
    return f"{week.label}：{'；'.join(said)}。"


def of_projects(about: str, owing: Sequence[tuple[str, Sequence[str]]], week: Week, most: int) -> str:
    """Whether some projects have been reported on; (name, the units that have yet to)."""
    left = [(name, owed) for name, owed in owing if owed]
    if not left:
        names = about or "、".join(name for name, _ in owing)
        return f"{week.label}：{names}已报送。"
    lines = [f"{name}尚待报送（{'、'.join(owed)}）" for name, owed in left]
    if len(owing) == 1:
        return f"{week.label}：{lines[0]}。"
    shown = lines[: most - 2] if len(lines) > most - 1 else lines
    head = f"{week.label}：{about}{len(owing)}个项目中{len(left)}个尚待报送。"
    found = [head, *(f"{number}. {line}" for number, line in enumerate(shown, 1))]
    if len(shown) < len(lines):
        rest = [name for name, _ in left[len(shown) :]]
        found.append(f"另{len(rest)}个：{common.join_few(rest, 6)}。")
    return "\n".join(found)


def _cutoff(cutoff: datetime, now: datetime) -> str:
    return f"{common.day_with_weekday(day_of(cutoff), day_of(now))}{common.clock(cutoff)}"
