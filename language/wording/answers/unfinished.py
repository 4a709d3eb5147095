"""What will not be ready by a day, in words; only what plans and reports say, nothing is guessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language.wording import common


@dataclass(frozen=True, slots=True)
class Line:
    """A project, the node that decides, and its day."""

    project: str
    node: str
    day: date
    unit: str = ""


def told(
    label: str,
    until: date,
    late: Sequence[Line],
    behind: Sequence[Line],
    later: Sequence[Line],
    today: date,
    most: int,
) -> str:
    """How many will not be ready as far as anybody has said, how many are behind, how many are planned for later."""
    about = f"{label}：" if label else ""
    head = f"{about}到{common.day(until, today)}，所报预计完不成的{len(late)}项，已有节点超期的{len(behind)}项。"
    found = [head]
    for number, line in enumerate(late, 1):
        found.append(f"{number}. {line.project}：{common.of_node(line.node)}预计{common.day(line.day, today)}")
    over = list(enumerate(behind, len(late) + 1))
    room = max(most - len(found) - bool(later), 1)
    for number, line in over if len(over) <= room else over[: room - 1]:
        over_by = (today - line.day).days
        planned = f"计划{common.day(line.day, today)}，已过{over_by}天"
        found.append(f"{number}. {line.project}：{common.of_node(line.node)}{planned}，{line.unit}")
    if len(over) > room:
        found.append(f"另{len(over) - room + 1}项超期，可按项目再问。")
    if later:
        names = common.join_few([f"{line.project}（{common.day(line.day, today)}）" for line in later], 4)
        found.append(f"计划本来就在此后的{len(later)}项：{names}。")
    return "\n".join(found)
