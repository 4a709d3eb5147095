"""The office's yardsticks: when yellow, when red, how much may be asked of people, when they may be disturbed."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Policy:
    """What the office has settled; every value comes from config.toml."""

    yellow_months: int = 1
    red_months: int = 3
    quiet_until: time = time(8, 30)
    quiet_from: time = time(17, 30)
    group_messages_per_cycle: int = 3
    nudges_per_cycle: int = 2
    follow_up_minutes: int = 10
    question_minutes: int = 120
    answer_lines: int = 6
    warn_days: int = 7
