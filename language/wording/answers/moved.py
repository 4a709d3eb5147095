"""What has moved of late, in words: a line a project."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from language.wording import common

FEW = 3
MOST_OF_ONE = 3
TOLD = ("status", "percent", "quantity", "investment", "due_on", "planned")
"""What is told of, problems apart: they have a ledger of their own."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One change of a project or of its node; wire values."""

    project: str
    node: str
    key: str
    old: Any
    new: Any
    on: date


def told(label: str, moved: Sequence[tuple[str, Sequence[Moved]]], of: int, first: date, today: date, most: int) -> str:
    """How many have moved since a day and what has, the first of them line by line."""
    lines = [(name, said) for name, found in moved if (said := _line(found, today))]
    since = f"{common.day(first, today)}以来{label}"
    if not lines:
        return f"{since}{of}个项目没有新的变化记录。"
    shown = lines[: most - 2] if len(lines) > most - 1 else lines
    text = [f"{since}{of}个项目中{len(lines)}个有变化："]
    text += [f"{number}. {name}：{said}" for number, (name, said) in enumerate(shown, 1)]
    if len(shown) < len(lines):
        text.append(f"另{len(lines) - len(shown)}个，可按项目再问。")
    return "\n".join(text)


def _line(found: Sequence[Moved], today: date) -> str:
    """What has changed of one project: of each thing what it was at first and is at last; what ended with its day."""
    first: dict[tuple[str, str], Any] = {}
    last: dict[tuple[str, str], Moved] = {}
    for each in found:
        if each.key.partition("/")[0] in TOLD and not each.key.endswith("/part"):
            first.setdefault((each.node, each.key), each.old)
            last[each.node, each.key] = each
    ended = {node for (node, key), each in last.items() if key == "status" and each.new == "done"}
    said = [
        f"{common.of_node(node)}{_change(key, first[node, key], each, today)}"
        for (node, key), each in last.items()
        if each.new is not None and each.new != first[node, key] and not (node in ended and key != "status")
    ]
    return "；".join(said[:MOST_OF_ONE])


def _change(key: str, old: Any, moved: Moved, today: date) -> str:
    if key == "planned":
        return f"计划日期调整为{common.day(date.fromisoformat(moved.new), today)}"
    value = common.value(key, moved.new, today)
    if key == "status" or old is None:
        return f"{value}（{common.day(moved.on, today)}报）" if key == "status" else value
    before = common.value(key, old, today).removeprefix("完成").partition("（")[0]
    return f"{value.partition('（')[0]}（原{before}）"
