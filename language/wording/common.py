"""How days, amounts, counts and names are written wherever the bot writes them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from models.calendar import local
from models.people import Person
from models.registry import Registry
from models.vocabulary import ProblemCategory, Role, Scope, Status

ON_BEHALF = "代"
"""Between the unit that speaks and the one it speaks for."""
WEEKDAYS = "一二三四五六日"


def day(value: date, today: date) -> str:
    """A day as people write it: 6月10日, with the year where it is another one."""
    short = f"{value.month}月{value.day}日"
    return short if value.year == today.year else f"{value.year}年{short}"


def day_with_weekday(value: date, today: date) -> str:
    """A day with its weekday: 6月12日（周五）."""
    return f"{day(value, today)}（周{WEEKDAYS[value.weekday()]}）"


def clock(moment: datetime) -> str:
    """The time of day: 11:30."""
    return f"{local(moment):%H:%M}"


def moment(value: datetime, today: date) -> str:
    """A day and its hour, the day left out where it is today's: 6月15日（周一）08:30."""
    on = local(value).date()
    return clock(value) if on == today else f"{day_with_weekday(on, today)}{clock(value)}"


def money(wan: float | int) -> str:
    """An amount given in 万元: from one 亿 on in 亿元, without losing a digit."""
    if abs(wan) < 10000:
        return f"{plain(wan)}万元"
    return f"{plain(round(wan / 10000, 8))}亿元"


def plain(value: float | int) -> str:
    """A number without needless zeros: 65, 96.6."""
    return str(int(value)) if value == int(value) else repr(float(value))


def percent(value: float | int) -> str:
    """A percentage: 65%."""
    return f"{plain(value)}%"


def count(quantity: dict[str, Any]) -> str:
    """A count as people write it: 3.2公里（共5公里），剩1.8公里; from ten thousand on in 万."""
    unit = quantity["unit"]
    parts = []
    if "done" in quantity:
        whole = f"（共{large(quantity['total'])}{unit}）" if "total" in quantity else ""
        parts.append(f"完成{large(quantity['done'])}{unit}{whole}")
    elif "total" in quantity:
        parts.append(f"共{large(quantity['total'])}{unit}")
    if "left" in quantity:
        parts.append(f"剩{large(quantity['left'])}{unit}")
    return "，".join(parts)


def large(value: float | int) -> str:
    """A number, from ten thousand on in 万 without losing a digit: 4.2万."""
    return plain(value) if abs(value) < 10000 else f"{plain(round(value / 10000, 8))}万"


def problems(values: Iterable[str]) -> str:
    """Problem categories by their labels."""
    return "、".join(ProblemCategory(value).label for value in values)


def value(key: str, wire: Any, today: date) -> str:
    """A fact's value in words, by its key (`Fact.key`)."""
    head, _, tail = key.partition("/")
    match head:
        case "status":
            return Status(wire).label
        case "percent":
            return f"完成{percent(wire)}"
        case "done_on":
            return f"{day(date.fromisoformat(wire), today)}完成"
        case "due_on":
            return f"预计{day(date.fromisoformat(wire), today)}"
        case "investment":
            return f"{Scope(tail).label}投资{money(wire)}"
        case "share":
            return f"占{Scope(tail).label.removeprefix('累计') or '总投资'}计划{percent(wire)}"
        case "quantity":
            return count(wire)
        case "problems":
            return f"问题：{problems(wire)}"
        case "needs_help":
            return "请求协调"
    return str(wire)


def of_node(name: str) -> str:
    """A node's name before what is told of it: 桩基施工完成, whose piles are still being driven, is 桩基施工."""
    return name.removesuffix("完成") or name


def subject(registry: Registry, project: str, node: str | None) -> str:
    """A project, or one node of it, by name."""
    entry = registry.projects.get(project)
    if entry is None:
        return project
    name = short_name(registry, project)
    found = next((each.name for each in entry.nodes if each.id == node), None)
    return f"{name}，{found}" if found else name


def short_name(registry: Registry, project: str) -> str:
    """A project by the name people use: its first alias where that belongs to no other, else its full name."""
    entry = registry.projects[project]
    for alias in entry.aliases:
        if not any(alias in other.aliases for other in registry.projects.values() if other.id != project):
            return alias
    return entry.name


def unit_name(registry: Registry, unit: str | None) -> str:
    """A unit by its name."""
    entry = registry.units.get(unit or "")
    return entry.name if entry else (unit or "")


def join_few(names: list[str], most: int = 3) -> str:
    """Some names, and how many there are in all where they are more: 北站路、三污等5项."""
    if len(names) <= most:
        return "、".join(names)
    return f"{'、'.join(names[:most])}等{len(names)}项"


def title_of(person: Person) -> str:
    """A person's title, else what they are to the office."""
    return person.title or Role(person.role).label


def speaker(unit: str, person: Person | None) -> str:
    """Who said something, by unit and title, never by name: 区水利局联络员."""
    if person is None:
        return unit or "办公室"
    title = title_of(person)
    return f"{unit}{title}" if title not in unit else unit


def named_speaker(unit: str, person: Person) -> str:
    """Who changed something, by unit, title and name, for the record: 区水利局联络员周杰."""
    return f"{speaker(unit, person)}{person.name}"
