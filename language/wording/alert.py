"""The words of a safety alert."""

from collections.abc import Sequence
from datetime import date, datetime

from language.wording import common

MOST_WORDS = 300


def passed_on() -> str:
    """To whoever told of a danger: that it has reached those who must know."""
    return "已即时转报办公室和值班领导。"


def danger(unit: str, name: str, words: str, now: datetime, *, further: bool = False) -> str:
    """What was said, by whom, when; nothing added."""
    said = words.strip()[:MOST_WORDS]
    if further:
        return f"【安全情况续报】{common.clock(now)} {unit}{name}报：“{said}”。"
    return f"【安全情况】{common.clock(now)} {unit}{name}报：“{said}”。请核实处置。"


def petition(unit: str, name: str, words: str, number: str, now: datetime, project: str = "") -> str:
    """To the office and the leader on duty: what was told of a petition, in its words; its number, where it has one."""
    kept = f"已挂号{number}，群内不显示" if number else "未在群内登记"
    where = f"（{project}）" if project and project not in words else ""
    return f"【涉稳情况】{common.clock(now)} {unit}{name}报{where}：“{words.strip()[:MOST_WORDS]}”。{kept}。"


def petition_passed_on() -> str:
    """To who told of a petition: that the office alone has it."""
    return "已私下转办公室，未在群内登记。"


def told_on(day: date, text: str, today: date) -> str:
    """One alarm, or what followed, with its day."""
    said = text.removesuffix("请核实处置。").replace("【安全情况】", "").replace("【安全情况续报】", "续报 ")
    return f"{common.day(day, today)} {said}"


def accidents(told: Sequence[str]) -> str:
    """What was told of danger lately."""
    if not told:
        return "近两个月没有收到安全情况报告。"
    return "\n".join([f"近期安全情况（按联络员原话，{len(told)}条）：", *told])
