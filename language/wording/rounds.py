"""The words of a problem that goes back and forth between its unit and the office."""

from collections.abc import Sequence
from datetime import date

from language.wording import common

MOST_SAID = 100


def _short(words: str) -> str:
    said = words.strip().replace("\n", " ").rstrip("。")
    return f"{said[:MOST_SAID]}…" if len(said) > MOST_SAID else said


def answered(number: str, project: str, unit: str, words: str) -> str:
    """To the office: what the unit that was charged with a problem says of it."""
    how = f"认可的回“{number}销号”；不认可的回“{number}退回，原因…”"
    return f"【问题答复】{number} {project}，{unit}答复：“{_short(words)}”。{how}。"


def sent_back(unit: str, number: str, project: str, words: str, due: date | None, today: date) -> str:
    """To the unit: that its answer does not settle the problem."""
    until = f"（{common.day(due, today)}前）" if due else ""
    return (
        f"{unit}联络员您好，问题{number}（{project}）的答复被退回，请继续办理{until}。办公室意见：“{_short(words)}”。"
    )


def returned(number: str, unit: str) -> str:
    """To the office: that it has been sent back."""
    return f"问题{number}已退回" + (f"{unit}继续办理。" if unit else "，继续挂号。")


def merged(kept: str, others: Sequence[str]) -> str:
    """That several problems are one now."""
    return f"已合并：{'、'.join(others)}并入{kept}，按{kept}一个问题跟踪。"


def one_already(name: str, number: str) -> str:
    """That there is only one problem there."""
    return f"{name}目前只有1个未销号问题：{number}，无需合并。"


def which_to_merge(numbers: Sequence[str]) -> str:
    """Which of several problems are one."""
    return f"要合并的是哪几个？请写明编号，例如“{'、'.join(numbers[:2])}合并”。目前未销号的有{'、'.join(numbers)}。"
