"""One date as it was read from a text, before anything is known of the words around it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from language.times.festivals import Festivals
from language.times.moments import Moment


class Grain(StrEnum):
    """How fine a date is."""

    DAY = "day"
    WEEK = "week"
    THIRD = "third"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FESTIVAL = "festival"
    RANGE = "range"
    LENGTH = "length"


class Part(StrEnum):
    """Which part of a unit was named."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


class LengthUnit(StrEnum):
    """In what a length of time is counted."""

    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Duration(NamedTuple):
    """A length of time: 20天, 半个月, 两年半, 5个工作日; of a vague one (两三天) the longer."""

    value: Decimal
    unit: LengthUnit


@dataclass(slots=True)
class Atom:
    """One date as it was read; a mere length of time, and a day that does not exist, have no moment."""

    start: int
    end: int
    moment: Moment | None
    grain: Grain
    duration: Duration | None = None
    part: Part | None = None
    closed: bool = False
    """It says its own end (三天内, 节日前一天): no 前 or 后 belongs to it any more."""
    bare_day: bool = False
    weekday: bool = False
    own_day: bool = False
    """A festival, of which 前 and 后 leave out the day itself."""
    vague: bool = False
    """No date at all, however it looks: 今年汛期, 年前."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The text being read, the day on which it was written, and the festivals known."""

    text: str
    today: date
    festivals: Festivals
    joined_at: int = -1
    """Where a second date of a range begins, which needs less to be taken for one."""


Reader = Callable[[Frame, int], Atom | None]
