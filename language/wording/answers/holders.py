"""Who must move, and since when something has stood still, in words."""

from collections.abc import Sequence
from datetime import date

from language.wording import common

MOST_WORDS = 60


def handled(project: str, node: str, unit: str, planned: date | None, finished: date | None, today: date) -> str:
    """Whose a node is, and how far."""
    who = f"{project}：{common.of_node(node)}由{unit or '责任单位未登记'}办理"
    if finished:
        return f"{who}，{common.day(finished, today)}已完成。"
    late = (today - planned).days if planned else 0
    return (
        f"{who}"
        + (f"，计划{common.day(planned, today)}" if planned else "")
        + (f"，已过{late}天。" if late > 0 else "。")
    )


def problem(
    project: str, number: str, categories: Sequence[str], words: str, opened: date, holder: str, today: date
) -> str:
    """A problem that stands open: since when it is known, and in which words it was told."""
    said = words.strip().replace("\n", " ")
    quoted = f"，“{said[:MOST_WORDS]}{'…' if len(said) > MOST_WORDS else ''}”" if said else ""
    days = (today - opened).days
    known = f"{common.day(opened, today)}报" + (f"，至今{days}天未销号" if days > 0 else "，未销号")
    charged = f"，由{holder}负责" if holder else ""
    return f"{project}：问题{number}（{common.problems(categories)}）{known}{charged}{quoted}。"


def late(project: str, node: str, planned: date | None, today: date) -> str:
    """Since when a node has been late."""
    day = planned or today
    return f"{project}：{common.of_node(node)}计划{common.day(day, today)}，已过{(today - day).days}天未完成。"


def nothing_stands(project: str) -> str:
    """That the ledgers know of nothing that stands still there."""
    return f"{project}没有登记未销号问题，也没有超期节点。"
