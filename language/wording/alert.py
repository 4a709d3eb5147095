"""The words of a safety alert."""

from datetime import datetime

from language.wording import common

MOST_WORDS = 300


def passed_on() -> str:
    """To whoever told of a danger: that it has reached those who must know."""
    return "已即时转报办公室和值班领导。"


def danger(unit: str, name: str, words: str, now: datetime) -> str:
    """What was said, by whom, when; nothing added."""
    said = words.strip()[:MOST_WORDS]
    return f"【安全情况】{common.clock(now)} {unit}{name}报：“{said}”。请核实处置。"


def petition(unit: str, name: str, words: str, now: datetime) -> str:
    """To the office: what was told of a petition, in its words."""
    return f"【涉稳情况】{common.clock(now)} {unit}{name}报：“{words.strip()[:MOST_WORDS]}”。未在群内登记。"


def petition_passed_on() -> str:
    """To who told of a petition: that the office alone has it."""
    return "已私下转办公室，未在群内登记。"
