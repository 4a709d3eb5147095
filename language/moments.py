"""When something is, before it is known whether it is a plan or a fact; `resolve` lays it on the calendar."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from language.days import Cycle, Days, Step, unit_around

YEARS_TO_LOOK = 9  # 29 February comes again within eight years, 1900 and 2100 left out


class Direction(StrEnum):
    """Where a date without its year looks: plans ahead, facts behind."""

    PLAN = "plan"
    FACT = "fact"
    EITHER = "either"


_TURNS = {
    Direction.PLAN: range(-1, YEARS_TO_LOOK),
    Direction.FACT: range(0, -YEARS_TO_LOOK, -1),
    Direction.EITHER: (0, 1, -1, 2, -2, 3, -3),
}


@dataclass(frozen=True, slots=True)
class When:
    """A part of a calendar unit: of a certain one (`container`, or `offset` units from today) or of the nearest that fits."""

    cycle: Cycle = Cycle.DAY
    offset: int | None = None
    container: Days | None = None
    steps: tuple[Step, ...] = ()

    @property
    def recurs(self) -> bool:
        """Whether it comes again and again, as 18号 and 国庆节 do."""
        return self.container is None and self.offset is None

    def at(self, today: date, turn: int = 0) -> Days | None:
        """The days it means so many turns from today's own unit."""
        found = self.container or unit_around(today, self.cycle, turn if self.offset is None else self.offset)
        for step in self.steps:
            if found is None:
                return None
            found = step(found)
        return found

    def ahead(self, of: Days) -> Days | None:
        """The nearest days that do not end before another stretch: 十二日 after 一月十日."""
        for turn in range(YEARS_TO_LOOK):
            found = self.at(of.first, turn)
            if found and found.last >= of.last:
                return found
        return None


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another; the second takes from the first what it does not say."""

    begin: When
    end: When

    @property
    def recurs(self) -> bool:
        """Whether it comes again and again."""
        return self.begin.recurs

    def at(self, today: date, turn: int = 0) -> Days | None:
        """Both ends, so many turns from today's own unit."""
        begin = self.begin.at(today, turn)
        if begin is None:
            return None
        end = self.end.ahead(begin) if self.end.recurs else self.end.at(today)
        if end is not None and end.last < begin.first:
            end = self.end.at(begin.first)
        return None if end is None or end.last < begin.first else Days(begin.first, end.last)


@dataclass(frozen=True, slots=True)
class Following:
    """A bare day behind a fuller date: in 11月15日通水，30日完工 the 30th is one of November."""

    before: "Moment"
    day: When

    def resolve(self, today: date, direction: Direction) -> Days | None:
        """The day in the month before it, unless that contradicts the direction."""
        anchor = resolve(self.before, today, direction)
        found = anchor and self.day.at(anchor.last)
        if found and anchor and found.first >= anchor.first and _fits(found, today, direction):
            return found
        return resolve(self.day, today, direction)


@dataclass(frozen=True, slots=True)
class NearestOf:
    """One of several days, in order: 节前 is before the public holiday that is nearest."""

    days: tuple[date, ...]
    recurs: bool = True

    def at(self, today: date, turn: int = 0) -> Days | None:
        """The day so many places on from the first that is not past."""
        place = bisect_left(self.days, today) + turn
        return Days(self.days[place], self.days[place]) if 0 <= place < len(self.days) else None


Moment = When | Between | NearestOf | Following


def resolve(moment: Moment, today: date, direction: Direction) -> Days | None:
    """The days that are meant: the nearest ahead for plans, behind for facts, in the running unit otherwise."""
    if isinstance(moment, Following):
        return moment.resolve(today, direction)
    if not moment.recurs:
        return moment.at(today)
    for turn in _TURNS[direction]:
        found = moment.at(today, turn)
        if found and _fits(found, today, direction):
            return found
    return None


def _fits(found: Days, today: date, direction: Direction) -> bool:
    match direction:
        case Direction.PLAN:
            return found.last >= today
        case Direction.FACT:
            return found.first <= today
        case Direction.EITHER:
            return True
