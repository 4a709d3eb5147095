"""What falls due in the ledgers, in words: the thing, its day, and how far off that is; nothing more is asked."""

from collections.abc import Sequence
from datetime import date

from language.wording import common

MOST = 8
MOST_WORDS = 50


def promise(subject: str) -> str:
    """A conditional approval that still lacks something."""
    return f"{subject}容缺承诺"


def promise_noted(project: str, due: date | None, today: date, paper: str = "") -> str:
    """That a promise is kept in the ledger for a paper that is no node of the plan."""
    until = f"，{common.day(due, today)}前补齐" if due else "，请补一句几号前补齐"
    what = f"：{paper}" if paper else ""
    return f"已登记：{project}，容缺（承诺）事项{what}{until}。\n如有误请回“更正：…”。"


def kept(subject: str) -> str:
    """That what was promised has been handed in."""
    return f"已登记：{subject}容缺承诺已补齐，不再提醒。"


def later_noted(subject: str, due: date | None, new: date | None, today: date) -> str:
    """To who asked: that a later day is a request."""
    asked = f"（申请延至{common.day(new, today)}）" if new else ""
    stays = f"承诺日期仍为{common.day(due, today)}，" if due else ""
    return f"{subject}容缺承诺延期{asked}已转办公室，{stays}由办公室按程序办理。"


def later_refused(subject: str, due: date | None, today: date) -> str:
    """That a promise keeps its day."""
    stays = f"，仍按{common.day(due, today)}补齐" if due else ""
    return f"{subject}容缺承诺延期未同意{stays}。"


def put_off(subject: str, due: date, today: date) -> str:
    """That a promise has a later day by the office's consent."""
    return f"{subject}容缺承诺日期改为{common.day(due, today)}。"


def day_noted(subject: str, due: date, today: date) -> str:
    """That a promise has its day."""
    return f"已登记：{subject}容缺承诺，{common.day(due, today)}前补齐。"


def later_asked(subject: str, due: date, new: date, unit: str, today: date) -> str:
    """To the office: a unit wants a promise's day put off."""
    before, after = common.day(due, today), common.day(new, today)
    return (
        f"【容缺承诺延期申请】{subject}，原承诺{before}补齐，{unit}申请延至{after}，承诺日期未动。"
        f"同意的回“{subject}容缺，承诺{after}补齐”。"
    )


def which_promise(project: str, nodes: Sequence[str]) -> str:
    """Which of several promises is meant."""
    return f"{project}有{len(nodes)}项承诺未补齐：{'、'.join(nodes)}。请写明是哪一项。"


def told_done(what: str) -> str:
    """Something that its unit has told to be carried out, and that nobody has closed."""
    return f"{what}（单位已反馈办结，请核实销号）"


def decision(number: str, text: str) -> str:
    """Something that a meeting decided."""
    plain = text.strip().strip("。；;").replace("\n", " ")
    return f"议定事项{number} {plain[:MOST_WORDS]}{'…' if len(plain) > MOST_WORDS else ''}"


def problem(number: str, project: str) -> str:
    """A problem that is to be settled by a day."""
    return f"问题{number} {project}"


def line(what: str, on: date, today: date, unit: str = "") -> str:
    """One thing and its day."""
    days = (on - today).days
    when = f"还有{days}天" if days > 0 else "今天到期" if days == 0 else f"已过{-days}天"
    who = f"，{unit}" if unit else ""
    return f"{what}：{common.day(on, today)}到期（{when}）{who}"


def to_unit(unit: str, lines: Sequence[str]) -> str:
    """To a unit: what of its own falls due."""
    head = f"{unit}联络员您好，以下事项将到期或已到期："
    return "\n".join([head, *_numbered(lines), "已办结的请回一句办结情况。"])


def monthly(unit: str, lines: Sequence[str], number: str) -> str:
    """To a unit: of which decisions nothing was heard this month."""
    how = f"方便时请回一句“{number} 进展…”；没有进展回“{number} 无进展”。"
    return "\n".join([f"{unit}联络员您好，以下事项本月还没有进展反馈：", *_numbered(lines), how])


def to_office(lines: Sequence[str]) -> str:
    """To the office: what is overdue."""
    return "\n".join([f"台账到期提示：{len(lines)}项已过期：", *_numbered(lines)])


def _numbered(lines: Sequence[str]) -> list[str]:
    shown = [f"{number}. {each}" for number, each in enumerate(lines[:MOST], 1)]
    return [*shown, f"另{len(lines) - MOST}项。"] if len(lines) > MOST else shown
