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
    if color is Color.GREEN:
        late = (today - (planned or today)).days
        passed = f"计划{common.day(planned or today, today)}完成，已过{late}天，未满{months}个月"
        return f"{project}为{color.label}（绿）：{name}{passed}（{unit}）。"
    return (
        f"{project}为{color.label}（{status.HUES[color]}）：{name}计划{common.day(planned or today, today)}完成，"
        f"至{common.day(today, today)}已过{(today - (planned or today)).days}天未完成，"
        f"满{months}个月即为{color.label}（{unit}）。"
    )


def finished(project: str, node: str, day: date | None, planned: date | None, today: date) -> str:
    """That what is asked after is done."""
    late = (day - planned).days if day and planned else 0
    behind = f"，比计划晚{late}天" if late > 0 else ""
    return f"{project}，{node}已完成" + (f"（{common.day(day, today)}{behind}）。" if day else "。")


def last_told(words: str, day: date, today: date) -> str:
    """What was last told, beside a question what is lacking."""
    return f"最近一次反馈（{common.day(day, today)}）：{words}" if words else ""


def no_problems() -> str:
    """Goes on behind a colour: that nothing stands in the ledger of problems."""
    return "没有登记未销号问题。"


def problem(number: str, categories: Sequence[str], words: str) -> str:
    """One problem that stands open."""
    said = words.strip().replace("\n", " ")[:MOST_WORDS]
    return f"未销号问题 {number}：{common.problems(categories)}" + (f"，“{said}”。" if said else "。")


def source(project: str, values: Sequence[str], who: str, said_at: datetime | None, words: str, today: date) -> str:
    """The values, who gave them by unit and title, when, and in which words."""
    if said_at is None:
        return f"{project}：没有收到过反馈。"
    short = words.strip().replace("\n", " ")
    quoted = f"：“{short[:MOST_WORDS]}{'…' if len(short) > MOST_WORDS else ''}”" if short else ""
    given = f"{'、'.join(values)}，" if values else ""
    return f"{project}：{given}依据{who}{common.day(day_of(said_at), today)}{common.clock(said_at)}所报{quoted}。"


def by_the_records(today: date) -> str:
    """That a list rests on what the units reported and on the plans that the office entered."""
    return f"以下按各单位所报和办公室导入的计划统计，截至{common.day(today, today)}；要看某一项的依据，请说项目名。"


def not_repeated(line: str) -> str:
    """That the words themselves are kept from these ears."""
    return f"{line.removesuffix('。')}（原话涉及个人，不在这里转述）。"


def plan_source(node: str, planned: date, reference: str, today: date) -> str:
    """On what ground a planned date stands that decides a colour."""
    ground = f"按{reference}调整" if reference else "按办公室导入的计划"
    return f"{node}计划{common.day(planned, today)}，{ground}。"


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
