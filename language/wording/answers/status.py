"""How a project is getting on, in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from language.wording import common
from models.standing import Said
from models.vocabulary import Color, Status

HUES = {Color.GREEN: "绿", Color.YELLOW: "黄", Color.RED: "红"}
IN_YOUR_CHARGE = "您分管的"
WORST_FIRST = (Color.RED, Color.YELLOW, Color.GREEN)


@dataclass(frozen=True, slots=True)
class Node:
    """A plan node as an answer tells it."""

    name: str
    planned: date | None
    status: Status | None
    finished_on: date | None
    due_on: date | None
    percent: float | int | None
    unit: str
    counts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one project, for an answer."""

    name: str
    color: Color
    status: Status | None
    percent: Said | None
    invested: Said | None
    invested_year: Said | None
    quantities: Mapping[str, Said]
    done: int
    nodes: int
    deciding: Node | None
    following: Node | None
    recent: Sequence[Node]
    problems: Sequence[tuple[str, Sequence[str]]]
    latest: Said | None
    latest_unit: str
    unit_names: Mapping[str, str]


def none_found(label: str) -> str:
    """That no project fits."""
    return f"没有查到{label.removesuffix('的')}的项目。" if label else "没有查到项目。"


def how_many(label: str, many: int) -> str:
    """How many projects there are, as the first line of an answer that tells each."""
    return f"{label}{many}个项目。\n"


def in_full(cards: Sequence[Card], today: date, most: int) -> str:
    """One project, or two that a name fits, in full."""
    share = most if len(cards) == 1 else most // 2
    return "\n".join("\n".join(_within(lines(card, today), share)) for card in cards)


def _within(found: list[str], most: int) -> list[str]:
    """So many lines at most; who said so, which stands last, stays."""
    return found if len(found) <= most else [*found[: most - 1], found[most - 1] + found[-1]]


def lines(card: Card, today: date) -> list[str]:
    """One project, the conclusion first."""
    found = [f"{card.name}：{conclusion(card, today)}"]
    progress = _progress(card, today)
    if progress:
        found.append(f"进度：{progress}。")
    if card.recent:
        found.append("；".join(node_state(node, today) for node in card.recent) + "。")
    if card.following and card.following.planned:
        planned = card.following.planned
        found.append(f"下一节点：{card.following.name}，计划{common.day(planned, today)}{_passed(planned, today)}。")
    if card.problems:
        named = "、".join(f"{common.problems(categories)}（{number}）" for number, categories in card.problems)
        found.append(f"未销号问题{len(card.problems)}个：{named}。")
    found.append(source(card, today))
    return found


def _passed(planned: date, today: date) -> str:
    """By how much a plan day has passed, also while the colour is still green."""
    late = (today - planned).days
    return f"（已过{late}天）" if late > 0 else ""


def conclusion(card: Card, today: date) -> str:
    """The colour and why."""
    state = "，已完成" if card.status is Status.DONE else "，受阻" if card.status is Status.BLOCKED else ""
    text = f"{card.color.label}（{HUES[card.color]}）{state}"
    if card.deciding and card.deciding.planned:
        late = (today - card.deciding.planned).days
        text += f"，{card.deciding.name}计划{common.day(card.deciding.planned, today)}，已过{late}天未完成"
    return text + "。"


def source(card: Card, today: date) -> str:
    """Who said so last, and when."""
    if card.latest is None:
        return "没有收到过这个项目的反馈。"
    return f"（{card.latest_unit or '办公室'}，{common.day(card.latest.day, today)}报）"


def node_state(node: Node, today: date) -> str:
    """How far one node is."""
    if node.finished_on:
        late = node.planned is not None and node.finished_on > node.planned
        return f"{common.of_node(node.name)}{common.day(node.finished_on, today)}{'逾期完成' if late else '完成'}"
    parts = [
        node.status.label if node.status else "",
        f"完成{common.percent(node.percent)}" if node.percent is not None else "",
    ]
    parts += node.counts
    if node.due_on:
        parts.append(f"预计{common.day(node.due_on, today)}")
    return common.of_node(node.name) + ("，".join(part for part in parts if part) or "尚未报进度")


def _progress(card: Card, today: date) -> str:
    """The figures, each with the day and unit it comes from where these are not the last ones."""
    parts = []
    if card.percent:
        parts.append(_dated(f"完成{common.percent(card.percent.value)}", card.percent, card, today))
    for said in card.quantities.values():
        parts.append(_dated(common.count(said.value), said, card, today))
    if card.invested:
        parts.append(_dated(f"累计投资{common.money(card.invested.value)}", card.invested, card, today))
    if card.invested_year:
        parts.append(_dated(f"本年投资{common.money(card.invested_year.value)}", card.invested_year, card, today))
    return "，".join(parts)


def _dated(text: str, said: Said, card: Card, today: date) -> str:
    if card.latest and (said.day, said.unit) == (card.latest.day, card.latest.unit):
        return text
    return f"{text}（{card.unit_names.get(said.unit or '', '办公室')}{common.day(said.day, today)}报）"


MOST_NAMED = 6


def many(label: str, cards: Sequence[Card], today: date, most: int, asked_on: date, *, named: bool = False) -> str:
    """Many projects: how many of each colour, then those that are not green, the worst first; the others by name."""
    counted = Counter(card.color for card in cards)
    colors = "、".join(f"{color.label}{counted[color]}项" for color in reversed(WORST_FIRST))
    found = [f"{label}{len(cards)}个项目：{colors}（截至{common.day(today, asked_on)}）。"]
    late = sorted((card for card in cards if card.color is not Color.GREEN), key=_worst_first)
    for card in late[: most - 2]:
        found.append(f"{card.name}：{conclusion(card, today)}")
    if len(late) > most - 2:
        found.append(f"另{len(late) - most + 2}项滞后，可按项目再问。")
    green = [card.name for card in cards if card.color is Color.GREEN]
    if named and 0 < len(green) <= MOST_NAMED:
        found.append(f"{'、'.join(green)}：正常（绿）。")
    return "\n".join(found)


def _worst_first(card: Card) -> tuple[int, date]:
    planned = card.deciding.planned if card.deciding and card.deciding.planned else date.max
    return WORST_FIRST.index(card.color), planned
