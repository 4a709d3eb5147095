"""Who answers for what, in words."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A project or unit, and its liaison."""

    project: str
    lead: str
    person: str
    person_unit: str
    phone: str
    leader: str


def unknown() -> str:
    """That nobody is known."""
    return "没有查到对应的联络员，请写明项目或单位。"


def whether(people: Sequence[str], *, is_so: bool) -> str:
    """Whether those who were named are the ones that the register holds."""
    return "是的。" if is_so else f"登记的不是{'、'.join(people)}。"


def told(lines: Sequence[Line], sent: bool = False) -> str:
    """The liaisons, without numbers."""
    text = "\n".join(_line(line) for line in lines)
    return f"{text}\n电话已私发给您。" if sent else text


def no_numbers(lines: Sequence[Line]) -> str:
    """The liaisons, whose numbers nobody has entered."""
    return f"{told(lines)}\n名册里没有登记电话。"


def numbers(lines: Sequence[Line]) -> str:
    """The numbers, for private eyes."""
    return "\n".join(f"{_line(line).rstrip('。')}，电话{line.phone}。" for line in lines)


def _line(line: Line) -> str:
    if not line.project:
        return f"{line.lead}：{line.person}。"
    person = f"联络员{line.person}（{line.person_unit}）" if line.person else "还没有登记联络员"
    leader = f"，牵头领导{line.leader}" if line.leader else ""
    return f"{line.project}：责任单位{line.lead or '未登记'}，{person}{leader}。"


def handled(nodes: Sequence[tuple[str, str]]) -> str:
    """Which nodes another unit than the project's lead handles."""
    return "".join(f"\n{node}由{unit}办理。" for node, unit in nodes[:3])
