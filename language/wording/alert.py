"""The words of a safety alert."""

from datetime import datetime

from language.wording import common

MOST_WORDS = 300


def danger(unit: str, name: str, words: str, now: datetime) -> str:
    """What was said, by whom, when; nothing added."""
    said = words.strip()[:MOST_WORDS]
    return f"【安全情况】{common.clock(now)} {unit}{name}报：“{said}”。请核实处置。"
