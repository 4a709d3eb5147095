"""What the bot says when a report was recorded, corrected or taken back."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from language.wording import common
from models.calendar import Week, day_of
from models.registry import Registry

MOST_LINES = 6
FOOTER = "如有误请回“更正：…”。"
Value = tuple[str, str | None, str, Any, Any]
"""(project, node, key, old wire value, new wire value)"""

SILENT = ("needs_help",)
"""Keys that the echo tells elsewhere or not at all."""


def recorded(
    registry: Registry,
    values: Sequence[Value],
    today: date,
    extra: Sequence[str] = (),
    marked: str = "",
    heard: Sequence[str] = (),
) -> str:
    """The echo of a report: what was understood, one line a project, in one compact message."""
    head = f"已登记{marked}"
    lines = _lines(registry, values, today)
    if len(lines) == 1:
        body = [f"{head}：{lines[0]}。"]
    else:
        shown = lines[: MOST_LINES - 1 - bool(extra) - len(heard)]
        rest = len(lines) - len(shown)
        body = [f"{head}{len(lines)}项：", *(f"{number}. {line}" for number, line in enumerate(shown, 1))]
        if rest:
            body[-1] += f"；另{rest}项已一并登记"
    return "\n".join([*body, *heard, *([("；".join(extra)) + "。"] if extra else []), FOOTER])


def mark(made_up: Week | None, late: bool, unit: str) -> str:
    """What is put beside 已登记: for which week it makes up, that it came late, for which other unit it was made."""
    late_for = f"迟报，记入{made_up.label}" if made_up else "迟报" if late else ""
    parts = [late_for, f"代{unit}" if unit else ""]
    said = "，".join(part for part in parts if part)
    return f"（{said}）" if said else ""


def unchanged(registry: Registry, projects: Sequence[str], marked: str = "") -> str:
    """The echo of a report that says that nothing has moved."""
    names = [common.short_name(registry, project) for project in projects]
    return f"已登记{marked}：{common.join_few(names)}无变化。"


def corrected(registry: Registry, values: Sequence[Value], today: date) -> str:
    """The echo of a correction: what was and what is."""
    changed = [value for value in values if value[3] is not None and value[3] != value[4] and value[2] not in SILENT]
    before = "、".join(common.value(key, old, today) for _, _, key, old, _ in changed)
    return f"已更正：{'；'.join(_lines(registry, values, today)[:MOST_LINES])}{f'（原为{before}）' if before else ''}。"


def withdrawn(registry: Registry, subjects: Iterable[tuple[str, str | None]], sent_at: datetime, today: date) -> str:
    """What is said when a report was taken back."""
    sent = f"{common.day(day_of(sent_at), today)}{common.clock(sent_at)}"
    names = [common.subject(registry, project, node) for project, node in dict.fromkeys(subjects)]
    return f"已撤回{sent}的登记：{common.join_few(names)}。原有情况不变。"


def nothing_to_correct() -> str:
    """That a correction found nothing that it could put right."""
    return "没有找到要更正的那一条。请写明项目和更正后的内容再发一次，例如“更正：某项目累计投资1.02亿元”。"


def heard(registry: Registry, projects: Iterable[str]) -> str:
    """That a report came in of which nothing had to be written down."""
    names = common.join_few([common.subject(registry, project, None) for project in projects])
    return f"已收到{names}的情况，没有涉及计划节点的办结和进度数，不另登记。"


def heard_beside(registry: Registry, projects: Iterable[str]) -> str:
    """The same of what was told beside that which was written down."""
    names = common.join_few([common.subject(registry, project, None) for project in projects])
    return f"另收到{names}的情况，没有可登记的办结和进度数。"


def older_than_said(sent_at: datetime, today: date) -> str:
    """That what was reported last is not of today, though 刚才 was said."""
    sent = f"{common.day(day_of(sent_at), today)}{common.clock(sent_at)}"
    return f"您今天没有登记；最近一次是{sent}。要撤回那一次请回“撤回上一条”。"


def nothing_to_withdraw() -> str:
    """What is said when there is nothing to take back."""
    return "没有找到您在这里登记过、可以撤回的内容。"


def issue_opened(number: str, categories: Sequence[str]) -> str:
    """That a problem stands in the ledger."""
    return f"问题已挂号 {number}（{common.problems(categories)}）"


def help_passed_on() -> str:
    """That the office has the call for help."""
    return "协调请求已转办公室"


def postponement(old: date | None, new: date, today: date) -> str:
    """That a later date is a request and the plan stays."""
    planned = f"，计划日期仍为{common.day(old, today)}" if old else ""
    return f"延期至{common.day(new, today)}已作为申请记下{planned}，由办公室按程序办理"


def moved(old: date | None, new: date, reference: str, today: date) -> str:
    """That the office has moved a planned date, and on what ground."""
    before = f"由{common.day(old, today)}" if old else ""
    return f"计划日期{before}调整为{common.day(new, today)}（依据：{reference}）"


def moved_of(registry: Registry, project: str, node: str, moved: str) -> str:
    """To the office: of which node it has moved the planned date."""
    return f"{common.subject(registry, project, node)}，{moved}。"


def promised(due: date | None, today: date) -> str:
    """That a promise stands in the ledger."""
    return f"容缺承诺已登记，{common.day(due, today)}前补齐" if due else "容缺承诺已登记，请补一句何时补齐"


def assumed_day(today: date) -> str:
    """That the day of finishing was taken from the day of the message."""
    return f"完成日期按{common.day(today, today)}记"


def read_up_to(last: str) -> str:
    """That a message was too long to be read whole."""
    return f"消息较长，只读到“{' '.join(last.split())}”，后面的没有登记，请分开再发。"


def _lines(registry: Registry, values: Sequence[Value], today: date) -> list[str]:
    """One line a (project, node), in the order in which they were said."""
    grouped: dict[tuple[str, str | None], list[tuple[str, str]]] = {}
    for project, node, key, _, new in values:
        words = grouped.setdefault((project, node), [])
        if key not in SILENT:
            words.append((key, common.value(key, new, today)))
    lines = []
    for (project, node), words in grouped.items():
        words = _of_this_time(words)
        if not words and any(other for subject, other in grouped.items() if subject[0] == project):
            continue  # only help was asked for, which is told elsewhere
        lines.append("，".join([common.subject(registry, project, node), *_merged(words)]))
    return lines


def _of_this_time(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A count of a week or a part that stands alone is told as that: 本次完成4根 is no total."""
    keys = [key for key, _ in words]
    return [
        (key, f"本次{text}") if key.endswith("/part") and keys.count(key) == 1 and key[:-5] not in keys else (key, text)
        for key, text in words
    ]


def _merged(words: list[tuple[str, str]]) -> list[str]:
    """已完成 and 6月10日完成 said as 已完成（6月10日）."""
    done = dict(words).get("done_on")
    has_status = any(key == "status" for key, _ in words)
    found = []
    for key, text in words:
        if key == "status" and done:
            found.append(f"{text}（{done.removesuffix('完成')}）")
        elif key != "done_on" or not has_status:
            found.append(text)
    return found
