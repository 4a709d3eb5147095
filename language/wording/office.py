"""Notes to the office about the bot's own running."""

from collections.abc import Sequence
from datetime import datetime

from language.wording import common
from models.calendar import day_of


def missed(items: Sequence[tuple[str, datetime]], now: datetime) -> str:
    """What was due while the bot was not running and has not been made up for."""
    named = "、".join(f"{common.day(day_of(due), day_of(now))}{common.clock(due)}{label}" for label, due in items)
    return f"机器人停运期间错过{len(items)}项，未补发：{named}。如需补办请告知。"
