"""What has been closed, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language.understanding import Period
from language.wording import common

MOST_WORDS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was closed: what it was, and when."""

    text: str
    day: date


def problem(number: str, project: str, categories: Sequence[str], day: date) -> Line:
    """A problem."""
    return Line(f"{number} {project}（{common.problems(categories)}）", day)


def decision(number: str, text: str, unit: str, day: date) -> Line:
    """What a meeting decided."""
    said = text.strip().replace("\n", " ")
    said = f"{said[:MOST_WORDS]}…" if len(said) > MOST_WORDS else said
    return Line(f"{number} {said}" + (f"（{unit}）" if unit else ""), day)


def closed(
    period: Period, problems: Sequence[Line] | None, decisions: Sequence[Line] | None, today: date, most: int
) -> str:
    """How many of each ledger that is asked for were closed in a time, then which."""
    first, last = common.day(period.first, today), common.day(period.last, today)
    when = first if first == last else f"{first}至{last}"
    counts = [
        *([f"问题{len(problems)}个"] if problems is not None else []),
        *([f"议定事项{len(decisions)}项"] if decisions is not None else []),
    ]
    lines = sorted([*(problems or ()), *(decisions or ())], key=lambda line: line.day)
    if not lines:
        named = "、".join(
            [*(["问题"] if problems is not None else []), *(["议定事项"] if decisions is not None else [])]
        )
        return f"{when}没有销号的{named}。"
    shown = lines if len(lines) <= max(most, 10) else lines[-max(most, 10) :]
    found = [
        f"{when}销号{'、'.join(counts)}："
        if len(shown) == len(lines)
        else f"{when}销号{'、'.join(counts)}，最近{len(shown)}项："
    ]
    found += [f"{number}. {line.text}，{common.day(line.day, today)}销号" for number, line in enumerate(shown, 1)]
    return "\n".join(found)
