"""The office's yardsticks: when yellow, when red, how much may be asked of people, when they may be disturbed."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from models.calendar import WorkCalendar


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
    level_days: tuple[int, int, int] = (5, 5, 5)
    """Working days that a problem stays with its unit, with its group, and with the deputy before it goes up."""


class Approval(StrEnum):
    """How a weekly draft becomes a publication."""

    SILENT = "silent"
    REQUIRED = "required"
    NONE = "none"


class Profile(StrEnum):
    """How firmly the projects of a group are asked about, from least to most.

    克制 leaves out the count in the group and the second nudge; 加强 nudges at the second call every liaison of the
    unit and tells the office who is missing while there is still time to telephone.
    """

    RESTRAINED = "克制"
    NORMAL = "标准"
    FIRM = "加强"


class HolidayMode(StrEnum):
    """Where a weekly report goes whose Friday is not worked (X22)."""

    EARLIER = "前移"
    LATER = "顺延"
    SECOND_LATER = "顺延二"
    MERGED = "并期"


@dataclass(frozen=True, slots=True)
class WeeklySettings:
    """The hours of the weekly cycle; a moment missed by more than `grace_minutes` is skipped and told."""

    notice: time = time(15, 0)
    first_call: time = time(9, 30)
    count: time = time(10, 45)
    cutoff: time = time(11, 30)
    publish: time = time(14, 0)
    warn: time = time(9, 0)
    supplement: time = time(17, 0)
    approval: Approval = Approval.SILENT
    holiday_mode: HolidayMode = HolidayMode.EARLIER
    grace_minutes: int = 120


@dataclass(frozen=True, slots=True)
class Office:
    """The office's settings: what comes down from config.toml and does not change while the process runs."""

    policy: Policy
    weekly: WeeklySettings
    calendar: WorkCalendar
