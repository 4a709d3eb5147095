"""What is stuck, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language.understanding import Period
from language.wording import common
from language.wording.escalation import LEVELS

MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One open problem of the ledger."""

    number: str
    project: str
    categories: Sequence[str]
    words: str
    needs_help: bool
    opened_on: date
    unit: str
    level: int = 1
    holder: str = ""
    due: date | None = None
    latest: str = ""
    latest_on: date | None = None
    """What was told of it last, after it was opened."""


def no_such_nodes(kinds: Sequence[str]) -> str:
    """That no project has a node of the kind that was asked for in that time."""
    return f"没有查到符合条件的{'、'.join(kinds)}节点，也就没有相关问题。"


def no_such_number(number: int) -> str:
    """That the ledger holds no problem of that number."""
    return f"台账里没有{number}号问题，请核对编号。"


def one(line: Line, still_open: bool, closed_on: date | None, today: date) -> str:
    """How one problem stands."""
    state = "未销号" if still_open else f"{common.day(closed_on, today)}已销号" if closed_on else "已销号"
    return (
        f"{line.number}{'' if still_open else ' '}{state}：{_line(line, '', today).replace(f'{line.number}，', '')}。"
    )


def none_of(period: Period, about: str, sorts: Sequence[str], today: date) -> str:
    """That no problem was reported in a time and is still open."""
    first, last = common.day(period.first, today), common.day(period.last, today)
    return f"{about}{first if first == last else f'{first}至{last}'}没有新报的未销号{common.problems(sorts)}问题。"


def from_before(about: str, sorts: Sequence[str], lines: Sequence[Line], today: date, most: int) -> str:
    """The open problems that were reported before the time that was asked about."""
    return "此前报的" + listed("", sorts, lines, today, most)


def listed(about: str, sorts: Sequence[str], lines: Sequence[Line], today: date, most: int) -> str:
    """How many problems are open, then which."""
    if not lines:
        return f"{about or '目前'}没有未销号的{common.problems(sorts)}问题。"
    asking = sum(line.needs_help for line in lines)
    head = f"{about}未销号问题{len(lines)}个" + (f"，其中请求协调{asking}个" if asking else "") + "："
    shown = lines if len(lines) <= most - 1 else lines[: most - 2]
    found = [head, *(f"{number}. {_line(line, about, today)}" for number, line in enumerate(shown, 1))]
    if len(shown) < len(lines):
        found.append(
            f"另{len(lines) - len(shown)}个：{common.join_few([line.project for line in lines[len(shown) :]], 6)}。"
        )
    return "\n".join(found)


def _line(line: Line, about: str, today: date) -> str:
    name = "" if line.project == about else f"{line.project}："
    words = line.words.strip().replace("\n", " ")
    words = f"，“{words[:MOST_WORDS]}{'…' if len(words) > MOST_WORDS else ''}”" if words else ""
    source = f"{line.unit or '办公室'}{common.day(line.opened_on, today)}报"
    source += f"，第{line.level}级，{LEVELS[line.level]}协调" if line.level > 1 else ""
    source += f"，由{line.holder}负责" if line.holder else ""
    source += f"，{common.day(line.due, today)}前解决" if line.due else ""
    latest = line.latest.strip().replace("\n", " ")
    if latest and line.latest_on:
        cut = f"{latest[:MOST_WORDS]}{'…' if len(latest) > MOST_WORDS else ''}"
        latest = f"；{common.day(line.latest_on, today)}反馈：“{cut}”"
    return f"{name}{common.problems(line.categories)}{words}（{line.number}，{source}）{latest}"
