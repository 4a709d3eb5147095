"""What an import would change, and why it cannot be done, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from language.wording import common
from models.registry import NodeEntry, PersonEntry, ProjectEntry, Registry, UnitEntry
from models.vocabulary import NodeKind, Role

TEMPLATE_NAME = "项目计划.xlsx"
NO_FILE = "请先选择一个文件。"
GONE = "这份预览已经失效，请重新选择文件。"
MOVED_ON = "预览之后，系统里的数据又有变化。下面是按现在的数据重新比对的结果，请再确认一次。"
NO_REFERENCE = "这次会改动已批准的计划日期，请写明依据（会议纪要或文件名称）。"
NOT_JSON = "文件不是登记表（JSON）的格式。"

KINDS: Mapping[type, str] = {UnitEntry: "单位", PersonEntry: "人员", ProjectEntry: "项目", NodeEntry: "节点"}
FIELDS = {
    "name": "名称",
    "aliases": "简称",
    "unit": "责任单位",
    "role": "身份",
    "phone": "电话",
    "category": "类别",
    "town": "镇街",
    "lead_unit": "牵头单位",
    "support_units": "配合单位",
    "liaison": "联络员",
    "leader": "牵头领导",
    "total_yuan": "总投资",
    "year_plan_yuan": "年度计划投资",
    "kind": "节点类型",
    "planned": "计划日期",
}


class Edited(Protocol):
    """One thing that an import changes."""

    @property
    def kind(self) -> type: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def field(self) -> str: ...  # noqa: D102
    @property
    def old(self) -> Any: ...  # noqa: D102
    @property
    def new(self) -> Any: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class EditLine:
    """One change as a table shows it; `field` empty where something is new."""

    kind: str
    name: str
    field: str = ""
    old: str = ""
    new: str = ""


def done(count: int) -> str:
    """Everything was changed."""
    return f"已导入，共改动{count}处。" if count else "没有要改的，系统里已经是这样。"


def edit(change: Edited, registry: Registry, today: date) -> EditLine:
    """One change in words."""
    kind = KINDS[change.kind]
    if not change.field:
        return EditLine(kind, change.name)
    old, new = (_value(change.field, each, registry, today) for each in (change.old, change.new))
    return EditLine(kind, change.name, FIELDS.get(change.field, change.field), old, new)


def _value(field: str, value: Any, registry: Registry, today: date) -> str:
    match field, value:
        case _, None | "" | ():
            return "无"
        case "planned", date():
            return common.day(value, today)
        case "total_yuan" | "year_plan_yuan", int():
            return common.money(value / 10000)
        case "unit" | "lead_unit", str():
            return common.unit_name(registry, value)
        case "liaison", str():
            person = registry.people.get(value)
            return person.name if person else value
        case "support_units", tuple():
            return "、".join(common.unit_name(registry, each) for each in value)
        case "kind", str():
            return NodeKind(value).label
        case "role", str():
            return Role(value).label
        case _, tuple():
            return "、".join(str(each) for each in value)
    return str(value)
