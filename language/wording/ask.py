"""The questions that the bot asks back: one at a time, with numbers."""

from collections.abc import Sequence
from datetime import date, datetime

from language.wording import common
from models.calendar import day_of

LONGEST_BUTTON = 10


def which_project(names: Sequence[str]) -> str:
    """Which of some projects is meant."""
    choices = " ".join(f"{number}. {name}" for number, name in enumerate(names, 1))
    return f"请确认指哪个项目：{choices}。回数字即可。"


def beyond_list(names: Sequence[str]) -> str:
    """That a number stands for nothing in the list that somebody was given."""
    listed = " ".join(f"{number}. {name}" for number, name in enumerate(names, 1))
    return f"您的清单共{len(names)}项：{listed}。请按这个序号再发一次，或写明项目和事项。"


def left_unread(names: Sequence[str]) -> str:
    """That of some items of a list nothing could be read."""
    return f"{'、'.join(names)}没有看明白，请补一句到了哪一步。"


def nothing_owed() -> str:
    """That a unit has nothing left to report on this week."""
    return "好的。您单位本周没有待反馈的事项。"


def choices(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What may be pressed instead of a number, as much of each name as stands on a button."""
    return tuple((f"{number}. {name}"[:LONGEST_BUTTON], str(number)) for number, name in enumerate(names, 1))


def which_project_openly(several: bool) -> str:
    """Which project is meant, where the choices are none or too many."""
    return "涉及多个项目，请写明项目名称后再发一次。" if several else "没有认出是哪个项目，请写明项目名称后再发一次。"


def which_meaning() -> str:
    """What is meant."""
    return "这条没有看明白，请写明哪个项目、哪个事项、到了哪一步。"


def no_such_choice(count: int) -> str:
    """That the number is none of the choices."""
    return f"请回1到{count}中的一个数字。"


def too_late(asked_at: datetime, today: date) -> str:
    """That an answer came after its question had lapsed."""
    asked = f"{common.day(day_of(asked_at), today)}{common.clock(asked_at)}"
    return f"{asked}的提问已过时效，那一条没有登记。请写明项目名称再发一次。"


def dropped() -> str:
    """That the question is off the table."""
    return "好的，已取消，未作登记。"


def alias_decided(name: str, project: str, known: bool) -> str:
    """Whether a name means a project from now on."""
    return f"好的，“{name}”今后按{project}登记。" if known else f"好的，“{name}”不作为{project}的简称。"


def identity_decided(name: str, agreed: bool) -> str:
    """That the office has said who somebody is."""
    return f"已将该账号绑定为{name}。" if agreed else f"未绑定。该账号不会按{name}登记。"
