"""When something is, before it is known whether it is a plan or a fact; `resolve` lays it on the calendar."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from language.times.days import Cycle, Days, Step, month_of, unit_around

YEARS_TO_LOOK = 9  # 29 February comes again within eight years


class Direction(StrEnum):
    """Where a date without its year looks: plans ahead, facts behind."""

    PLAN = "plan"
    FACT = "fact"
    EITHER = "either"


_TURNS: dict[Direction, Iterable[int]] = {
    Direction.PLAN: range(-1, YEARS_TO_LOOK),
    Direction.FACT: range(0, -YEARS_TO_LOOK, -1),
    Direction.EITHER: (0, 1, -1, 2, -2, 3, -3),
}


class When(NamedTuple):
    """A part of a calendar unit: of a certain one (`container`, or `offset` units on) or of the nearest that fits."""

    cycle: Cycle = Cycle.DAY
    offset: int | None = None
    container: Days | None = None
    steps: tuple[Step, ...] = ()

    @property
    def recurs(self) -> bool:
        """Whether it comes again and again, as 18号 and 国庆节 do."""
        return self.container is None and self.offset is None

    def into(self, *steps: Step) -> "When":
        """A part of this."""
        return When(self.cycle, self.offset, self.container, self.steps + steps)

    def at(self, today: date, turn: int = 0) -> Days | None:
        """The days it means so many turns from today's own unit."""
        found = self.container or unit_around(today, self.cycle, turn if self.offset is None else self.offset)
        for step in self.steps:
            if found is None:
                return None
            found = step(found)
        return found

    def ahead(self, before: Days) -> Days | None:
        """The nearest days that do not end before another stretch: 十二日 after 一月十日."""
        for turn in range(YEARS_TO_LOOK):
            found = self.at(before.first, turn)
            if found and found.last >= before.last:
                return found
        return None


class Between(NamedTuple):
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


class NearestOf(NamedTuple):
    """One of several days, in order: 节前 is before the public holiday that is nearest."""

    days: tuple[date, ...]

    @property
    def recurs(self) -> bool:
        """Whether it comes again and again."""
        return True

    def at(self, today: date, turn: int = 0) -> Days | None:
        """The day so many places on from the first that is not past."""
        place = bisect_left(self.days, today) + turn
        return Days(self.days[place], self.days[place]) if 0 <= place < len(self.days) else None


class Following(NamedTuple):
    """A bare day behind a fuller date: in 11月15日通水，30日完工 the 30th is one of November."""

    before: "Moment"
    day: When

    @property
    def recurs(self) -> bool:
        """Whether it comes again and again."""
        return self.before.recurs

    def at(self, today: date, turn: int = 0) -> Days | None:
        """The day in the month in which the date before it ends, never before that date."""
        anchor = self.before.at(today, turn)
        if anchor is None:
            return None
        found = self.day._replace(container=month_of(anchor.last)).at(today)
        return found if found and found.first >= anchor.first else None


Moment = When | Between | NearestOf | Following


@lru_cache(maxsize=256)
def resolve(moment: Moment, today: date, direction: Direction) -> Days | None:
    """The days that are meant: the nearest ahead for plans, behind for facts, in the running unit otherwise."""
    found = _resolved(moment, today, direction)
    if isinstance(moment, Following):
        alone = _resolved(moment.day, today, direction)
        far = found is not None and alone is not None and abs((found.first - today).days) > 200
        if found is None or far or not _fits(found, today, direction):
            return alone
    return found


def _resolved(moment: Moment, today: date, direction: Direction) -> Days | None:
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
