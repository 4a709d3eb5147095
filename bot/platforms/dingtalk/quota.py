"""The month's calls: the tightest limit DingTalk sets, shared by the whole organisation."""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from models.calendar import at, local

DAY = timedelta(days=1)
WARN_AT = (70, 90, 100)
BUDGETS = ("api", "traffic")


class Use(StrEnum):
    """What is counted: paid API calls; and what comes and goes by webhook and Stream, which share a budget."""

    API = "api"
    WEBHOOK = "webhook"
    STREAM = "stream"


@dataclass(frozen=True, slots=True)
class Budget:
    """Calls in a calendar month; the standard edition's since November 2025 unless told otherwise."""

    api: int = 5000
    traffic: int = 3000


@dataclass(frozen=True, slots=True)
class Passed:
    """A share of a budget that has just been passed."""

    budget: str
    percent: int
    used: int
    limit: int


Warn = Callable[[Passed], Awaitable[None]]


@dataclass(slots=True)
class Meter:
    """Counts calls by month and use, and says once when 70, 90 and 100 per cent of a budget are passed.

    The store keeps the sum over all processes: `unsaved` gives what it does not know yet, `learn` tells what it knows.
    """

    budget: Budget = field(default_factory=Budget)
    month: str = ""
    _counts: Counter[Use] = field(default_factory=Counter)
    _saved: Counter[Use] = field(default_factory=Counter)
    _told: dict[str, int] = field(default_factory=dict)
    _day: tuple[datetime, datetime] | None = None
    """The day that was looked at last: within it no month begins."""

    def count(self, use: Use, now: datetime) -> Passed | None:
        """Count one call; gives a warning when it passes a threshold."""
        self._turn(now)
        self._counts[use] += 1
        return self._passed("api" if use is Use.API else "traffic")

    def used(self, now: datetime) -> dict[str, int]:
        """How much of each budget is used this month."""
        self._turn(now)
        return {name: self._sum(name) for name in BUDGETS}

    def unsaved(self) -> tuple[str, dict[Use, int]]:
        """The month and what was counted in it since the last time this was asked."""
        fresh = self._counts - self._saved
        self._saved = self._counts.copy()
        return self.month, dict(fresh)

    def not_saved(self, fresh: Mapping[Use, int]) -> None:
        """What `unsaved` gave could not be saved: it is given again."""
        self._saved -= Counter(fresh)

    def learn(self, month: str, totals: Mapping[Use, int]) -> list[Passed]:
        """Take over the month's totals as the store has them, of this process and of all others.

        Gives the highest mark that each budget has passed, also where it was told before: the sum may pass one that
        no single process has seen.
        """
        if month < self.month:
            return []
        fresh = self._counts - self._saved if month == self.month else Counter()
        self.month, self._saved = month, Counter(totals)
        self._counts = self._saved + fresh
        self._told = {name: self._reached(name) for name in BUDGETS}
        return [self._at(name, reached) for name, reached in self._told.items() if reached]

    def _turn(self, now: datetime) -> None:
        if self._day is not None and self._day[0] <= now < self._day[1]:
            return
        here = local(now)
        begins = at(here.date(), time()).astimezone(UTC)
        self._day = (begins, begins + DAY)
        month = f"{here.year}-{here.month:02}"
        if month != self.month:
            self.month, self._told = month, {}
            self._counts.clear()
            self._saved.clear()

    def _sum(self, name: str) -> int:
        return self._counts[Use.API] if name == "api" else self._counts[Use.WEBHOOK] + self._counts[Use.STREAM]

    def _reached(self, name: str) -> int:
        limit: int = getattr(self.budget, name)
        return max((mark for mark in WARN_AT if self._sum(name) * 100 >= mark * limit), default=0)

    def _passed(self, name: str) -> Passed | None:
        reached = self._reached(name)
        if reached <= self._told.get(name, 0):
            return None
        self._told[name] = reached
        return self._at(name, reached)

    def _at(self, name: str, percent: int) -> Passed:
        return Passed(name, percent, self._sum(name), getattr(self.budget, name))
