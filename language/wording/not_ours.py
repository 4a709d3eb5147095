"""What is said where a unit says that a project is none of its business."""

from collections.abc import Sequence


def is_it_theirs(unit: str, project: str, leads: bool) -> str:
    """To the office: is the unit concerned?"""
    lead = "（名册里是牵头单位）" if leads else ""
    return f"【职责核对】{unit}{lead}反映{project}不涉及该单位。属实回“确认”，今后不再向其询问；不属实回“不对”。"


def passed_on(names: Sequence[str]) -> str:
    """To the liaison: the office looks at it, and nothing is asked until then."""
    return f"已转办公室核对：{'、'.join(names)}是否涉及您单位。核对前不再就此提醒。"


def waits() -> str:
    """To the liaison: it has been passed on before."""
    return "这项已转办公室核对，核对前不再就此提醒。"


def which(names: Sequence[str]) -> str:
    """To the liaison: which of several is meant."""
    shown = " ".join(f"{number}. {name}" for number, name in enumerate(names, 1))
    return f"请确认哪项不涉及您单位：{shown}。回“项目名+不涉及我单位”即可。"


def nothing_asked() -> str:
    """To the liaison: nothing is asked of the unit."""
    return "目前没有向您单位询问的项目，不必回复。"


def decided_for_unit(project: str, agreed: bool) -> str:
    """To the liaison: what the office says."""
    if agreed:
        return f"办公室已核对：{project}不涉及您单位，今后不再询问。"
    return f"办公室已核对：{project}仍请您单位反馈进展。"


def still_waiting(unit: str, project: str) -> str:
    """To the office, which has answered one: another waits."""
    return f"还待核对：{project}是否涉及{unit}。不涉及再回“确认”，涉及回“不对”。"


def decided(unit: str, project: str, stands: bool) -> str:
    """To the office: what stands now."""
    return f"已登记：{project}不再向{unit}询问。" if stands else f"已登记：{project}仍由{unit}反馈。"


def not_asked(units: Sequence[str]) -> str:
    """To who says that another unit's node is none of theirs: nobody has asked them for it."""
    whose = f"由{'、'.join(units)}反馈，" if units else ""
    return f"这项{whose}不向您单位要，其他事项照常报即可。"
