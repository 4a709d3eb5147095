"""Money invested, in words: every amount with its scope, day and source; a sum says of how many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from language.wording import common
from models.vocabulary import Scope


@dataclass(frozen=True, slots=True)
class Amount:
    """What was last said of one scope: an amount in 万元, a share of the plan, or both."""

    scope: Scope
    wan: float | int | None
    share: float | int | None
    said_on: date
    unit: str


@dataclass(frozen=True, slots=True)
class Line:
    """One project's amounts, and its plan in yuan where the office has entered it."""

    project: str
    amounts: Sequence[Amount]
    total_yuan: int | None
    year_plan_yuan: int | None


def told(about: str, span: Scope | None, lines: Sequence[Line], today: date, most: int) -> str:
    """One project's amounts, or the sum of many with how many it covers."""
    known = [line for line in lines if line.amounts]
    if not known:
        return f"没有收到{about or '各项目'}{span.label if span else ''}投资的数据。"
    if len(lines) == 1:
        return f"{lines[0].project}：{'；'.join(amount(each, today) for each in lines[0].amounts)}。"
    found = [_sum(about, scope, known, len(lines), today) for scope in ([span] if span else [Scope.TOTAL, Scope.YEAR])]
    found = [line for line in found if line]
    largest = sorted(known, key=lambda line: -(line.amounts[0].wan or 0))[: max(0, most - len(found) - 1)]
    found += [f"{line.project}：{amount(line.amounts[0], today)}" for line in largest]
    if len(largest) < len(known):
        found.append(f"另{len(known) - len(largest)}个项目有数据，可按项目再问。")
    return "\n".join(found)


def _sum(about: str, scope: Scope, lines: Sequence[Line], of: int, today: date) -> str:
    amounts = [each for line in lines for each in line.amounts if each.scope is scope and each.wan is not None]
    if not amounts:
        return ""
    wan = round(sum(each.wan or 0 for each in amounts), 6)
    days = [each.said_on for each in amounts]
    span = (
        f"{common.day(min(days), today)}至{common.day(max(days), today)}"
        if min(days) != max(days)
        else common.day(days[0], today)
    )
    return f"{about}{scope.label}完成投资{common.money(wan)}（{of}个项目中{len(amounts)}个已报，{span}报）。"


def amount(each: Amount, today: date) -> str:
    """One amount with its scope, its share and who told it."""
    parts = [
        f"{each.scope.label}完成投资{common.money(each.wan)}" if each.wan is not None else f"{each.scope.label}投资"
    ]
    if each.share is not None:
        parts.append(
            f"占{'总投资' if each.scope is Scope.TOTAL else each.scope.label + '计划'}{common.percent(each.share)}"
        )
    return f"{'，'.join(parts)}（{each.unit or '办公室'}，{common.day(each.said_on, today)}报）"
