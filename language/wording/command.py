"""What the bot says when an order was carried out."""

from collections.abc import Sequence
from datetime import date, datetime

from language.wording import common
from models.calendar import Week
from models.registry import Registry
from models.vocabulary import Why


def published(week: str, held: datetime | None, today: date) -> str:
    """That the weekly bulletin is out, or when the groups hear of it where they may not be disturbed now."""
    when = f"已核定，{common.moment(held, today)}发到群里。" if held else "已发布。"
    return f"{Week.parse(week).label}周报{when}"


def missing(names: Sequence[str], now: datetime) -> str:
    """Who has not reported: names and a time, nothing else."""
    if not names:
        return f"截至{common.clock(now)}，各单位已全部反馈。"
    return f"截至{common.clock(now)}尚未收到：{'、'.join(names)}。"


def reminded(reached: Sequence[str], rest: Sequence[str], named: bool, held: str = "") -> str:
    """How many were asked privately; the names only where the office reads alone."""
    if not reached and not rest:
        return "没有需要提醒的单位。"
    parts = []
    if reached:
        when = f"现在不在工作时间，{held}再私信提醒" if held else "已私信提醒"
        parts.append(f"{when}{len(reached)}家未反馈单位" + (f"：{'、'.join(reached)}" if named else ""))
    if rest:
        parts.append(
            f"{'另' if reached else ''}{len(rest)}家本周已提醒过、已约定时间或缺联络员，未再提醒"
            + (f"：{'、'.join(rest)}" if named else "")
        )
    return "；".join(parts) + "。"


def closed_issue(number: str, registry: Registry, project: str, categories: Sequence[str]) -> str:
    """That a problem is closed."""
    return f"已销号 {number}：{common.short_name(registry, project)}，{common.problems(categories)}。"


def reopened_issue(number: str, registry: Registry, project: str, categories: Sequence[str]) -> str:
    """That a problem stands open again."""
    return f"已恢复挂号 {number}：{common.short_name(registry, project)}，{common.problems(categories)}。"


def asked_to_close(number: str) -> str:
    """To who calls a problem settled and may not close it."""
    return f"{number}的销号申请已转办公室核实。"


def closing_asked(number: str, serial: int, project: str, categories: Sequence[str], who: str, said: str) -> str:
    """To the office: that somebody calls a problem settled, and in which words."""
    what = f"{number} {project}（{common.problems(categories)}）"
    return f"【销号申请】{what}，{who}申请销号：“{_shortened(said)}”。核实后回“{serial}号问题销号”。"


def over_told(number: str, serial: int, project: str, categories: Sequence[str], who: str, said: str) -> str:
    """To the office: what somebody tells sounds as if a problem were over."""
    what = f"{number} {project}（{common.problems(categories)}）"
    return f"【问题进展】{what}，{who}反馈：“{_shortened(said)}”。已解决的回“{serial}号问题销号”，未解决的不必回复。"


def closed_part(number: str, part: Sequence[str], rest: Sequence[str]) -> str:
    """To the office: which sorts of a problem are closed, and that the others are not."""
    return (
        f"已销号 {number}中的{common.problems(part)}；{common.problems(rest)}仍未销号，"
        f"都已解决的回“{int(number.split('-')[1])}号问题销号”。"
    )


def issue_noted(number: str) -> str:
    """To who tells how far an open problem is."""
    return f"已记入问题{number}的进展。"


def dispute_passed_on(number: str) -> str:
    """To a unit that says that a problem is not for it to settle."""
    return f"问题{number}的意见已转办公室；办公室答复前，仍由原定单位跟进。"


def disputed(number: str, project: str, unit: str, words: str) -> str:
    """To the office: that a unit wants a problem to go to another."""
    return f"【问题转办请求】{number} {project}，{unit}反馈：“{words}”。同意的回“{number}改由某单位负责”。"


def stays_open(number: str) -> str:
    """To the office: that a problem is not closed."""
    return f"问题{number}继续挂号，没有改动。"


def stays_open_until(number: str, due: date, today: date) -> str:
    """To the office: that a problem is not closed, and until when it is to be settled."""
    return f"问题{number}继续挂号，{common.day(due, today)}前解决。"


def looked_at(number: str) -> str:
    """To who tells that a problem seems to be over."""
    return f"已转办公室核实问题{number}可否销号。"


MOST_SAID = 80


def _shortened(said: str) -> str:
    return said if len(said) <= MOST_SAID else f"{said[:MOST_SAID]}…"


def closing_done(number: str) -> str:
    """To who called a problem settled: the office has closed it."""
    return f"{number}办公室已核实销号。"


def which_issue(registry: Registry, project: str, lines: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Which of a project's problems is meant: (number, categories) each."""
    named = "、".join(f"{number}（{common.problems(categories)}）" for number, categories in lines)
    head = f"{common.short_name(registry, project)}有{len(lines)}个未销号问题：{named}。"
    return f"{head}请写明编号，例如“{lines[0][0]}销号”。"


def which_charged(registry: Registry, project: str, lines: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Which of a project's problems somebody is to be charged with: (number, categories) each."""
    named = "、".join(f"{number}（{common.problems(categories)}）" for number, categories in lines)
    head = f"{common.short_name(registry, project)}有{len(lines)}个未销号问题：{named}。"
    return f"{head}请写明编号，例如“{lines[0][0]}由某局负责，6月30日前解决”。"


def charged(number: str, unit: str, due: date | None, today: date) -> str:
    """To the office: whose a problem is, and until when."""
    who = f"由{unit}负责" if unit else "责任单位未写明"
    return f"问题{number}{who}" + (f"，{common.day(due, today)}前解决。" if due else "。")


def charged_to_unit(
    unit: str, number: str, project: str, categories: Sequence[str], words: str, due: date | None, today: date
) -> str:
    """To a unit: a problem is its own to settle."""
    until = f"，请于{common.day(due, today)}前解决" if due else ""
    said = words.strip().replace("\n", " ")[:60]
    return (
        f"{unit}联络员您好，问题{number}由您单位负责{until}：{project}（{common.problems(categories)}）“{said}”。"
        f"已解决的回“{number}销号”。"
    )


def opened_issue(number: str, registry: Registry, project: str, categories: Sequence[str]) -> str:
    """That a problem stands in the ledger."""
    return f"已挂号 {number}：{common.short_name(registry, project)}，{common.problems(categories)}。"


def group_unbound() -> str:
    """That nothing is posted here any more."""
    return "本群已解除绑定，不再发周报提示和三色图。"


def already_known(name: str, unit: str) -> str:
    """That somebody is in the roster already."""
    return f"您已登记为{unit}{name}，无需再绑定。"


def asked_to_confirm() -> str:
    """That the office will confirm."""
    return "已转办公室核实，确认后即可使用。"


def asking_who_read(groups: int) -> str:
    """That the platform is asked who has read something, or that it cannot be."""
    if not groups:
        return "没有找到24小时内发到群里、能查已读的内容（用群机器人发的，平台不给查）。"
    return "正在查，稍等。"


def readers(group: str, why: Why, said_at: datetime, read: int, unread: list[str]) -> str:
    """How many have read something, and which liaisons have not."""
    what = f"{group}的{why.label}（{said_at.month}月{said_at.day}日 {said_at:%H:%M}发出）已有{read}人看过"
    if not unread:
        return f"{what}，登记的联络员都看过了。"
    return f"{what}；登记的联络员还没看的{len(unread)}人：{'、'.join(unread)}。"


def nothing_to_take_back() -> str:
    """The bot said nothing lately that could be taken back."""
    return "没有找到24小时内我发出、还可以撤回的内容。"


def taking_back(why: Why, said_at: datetime, can: int, cannot: int) -> str:
    """What is being taken back, and what people must take back by hand."""
    what = f"{why.label}（{said_at.month}月{said_at.day}日 {said_at:%H:%M}发出）"
    by_hand = f"{cannot}条是用群机器人或会话地址发的，平台不给撤回，请在群里手工撤回" if cannot else ""
    if not can:
        return f"{what}撤不回：{by_hand}。"
    return f"正在撤回{what}{can}条，撤不回的会告诉您。" + (f"另有{by_hand}。" if by_hand else "")
