"""Answers to questions that lean on the last subject, in words."""

from collections.abc import Sequence
from datetime import date, datetime

from language.wording import common
from language.wording.answers import status
from models.calendar import day_of
from models.vocabulary import Color

Named = tuple[str, date | None, str]
"""(node, planned, unit)"""
MOST_WORDS = 120


def nothing_spoken_of() -> str:
    """That it is not clear what is meant."""
    return "请写明是哪个项目。"


def why(project: str, color: Color, node: Named | None, months: int, today: date) -> str:
    """The rule and the node that decide a colour."""
    if node is None or node[1] is None:
        return f"{project}为{color.label}（绿）：没有超过计划日期一个月以上未完成的节点。"
    name, planned, unit = node
    return (
        f"{project}为{color.label}（{status.HUES[color]}）：{name}计划{common.day(planned or today, today)}完成，"
        f"至{common.day(today, today)}已过{(today - (planned or today)).days}天未完成，"
        f"满{months}个月即为{color.label}（{unit}）。"
    )


def source(project: str, unit: str, said_at: datetime | None, words: str, today: date) -> str:
    """Unit, time and words of a report."""
    if said_at is None:
        return f"{project}：没有收到过反馈。"
    short = words.strip().replace("\n", " ")
    quoted = f"：“{short[:MOST_WORDS]}{'…' if len(short) > MOST_WORDS else ''}”" if short else ""
    return f"{project}：依据{unit or '办公室'}{common.day(day_of(said_at), today)}{common.clock(said_at)}所报{quoted}。"


def following(project: str, node: Named | None, today: date) -> str:
    """What comes next."""
    if node is None or node[1] is None:
        return f"{project}：没有待办的计划节点。"
    late = (today - node[1]).days
    passed = f"（已过{late}天）" if late > 0 else ""
    return f"{project}：下一节点{node[0]}，计划{common.day(node[1], today)}{passed}，{node[2] or '责任单位未登记'}。"


def shorter(cards: Sequence[status.Card], today: date) -> str:
    """One line a project."""
    return "\n".join(f"{card.name}：{status.conclusion(card, today)}" for card in cards)


def longer(cards: Sequence[status.Card], today: date) -> str:
    """Everything that is known."""
    return "\n".join("\n".join(status.lines(card, today)) for card in cards)


def sent_privately() -> str:
    """That the full length went to the asker alone."""
    return "内容较多，已私发给您。"
