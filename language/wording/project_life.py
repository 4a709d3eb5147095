"""What is said when a project is reported on no more, leaves the plan, or is taken up again."""

from collections.abc import Sequence
from datetime import date

from language.wording import common


def spared(project: str) -> str:
    """That nobody is asked about a project for now."""
    return f"已记下：{project}暂停报送，不再向有关单位收集和提醒；计划节点照常计算三色。恢复时回“{project}恢复报送”。"


def removed(project: str) -> str:
    """That a project counts no more."""
    return f"已移出：{project}不再提醒，也不再计入三色和统计，原有记录保留。如需恢复，回“恢复{project}”。"


def restored(project: str) -> str:
    """That a project is reported on again."""
    return f"已恢复：{project}，从本周起照常报送。"


def was_not_stopped(project: str) -> str:
    """That a project was never stopped."""
    return f"{project}一直在正常报送，没有改动。"


def given_up(unit: str, project: str, words: str) -> str:
    """To the office: a unit says that a project is no more."""
    how = f"属实的回“{project}撤项”，只是停一段时间的回“{project}暂停报送”"
    return f"【项目变动】{unit}反映{project}不再实施：“{words}”。尚未改动，{how}。"


def given_up_passed_on() -> str:
    """To whoever said so."""
    return "已转办公室核实项目是否调整，核实前计划和提醒不变。"


def out_of_plan(project: str, day: str) -> str:
    """Of a project that left the plan: since when, and that nothing was recorded."""
    return f"{project}已由办公室于{day}移出，不再登记和统计。如有出入请联系办公室。"


def given(project: str, old: str, new: str) -> str:
    """Who reports on a project from now on."""
    return f"已记下：{project}今天起由{new}{f'接替{old}' if old else ''}报送，清单和提醒发给{new}。"


def still_open(project: str, nodes: Sequence[tuple[str, date | None]], today: date) -> str:
    """To the office, which calls a project finished: what of it is not told done, and what can be ordered."""
    if not nodes:
        return f"{project}的计划节点已全部办结，今后不再催报。"
    told = "、".join(f"{name}（计划{common.day(day, today)}）" if day else name for name, day in nodes[:4])
    more = f"等{len(nodes)}个" if len(nodes) > 4 else f"{len(nodes)}个"
    return (
        f"{project}还有{more}节点没有办结记录：{told}。确已办结的请回节点和办结日期；"
        f"整个项目不再跟踪的，回“{project}移出台账”。"
    )
