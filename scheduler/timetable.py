"""What happens by itself and when: one row a job. What was done is in `JobRun`; the timetable itself is code."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from actions import silence
from actions.skipped import Missed, tell_missed
from models.calendar import DAY, at, day_of, utc
from models.cycle import Times, weeks_around
from models.job_run import SKIPPED, JobRun
from models.policy import Office, WeeklySettings
from models.weekly import times_of_weeks
from scheduler import jobs

logger = logging.getLogger(__name__)

INSTALLED = "installed"
"""The occasion from which on missed moments count: nothing was due before the product was there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the weekly timetable: when it is due, what it does, and what it prepares before the transaction."""

    name: str
    label: str
    due: Callable[[Times], datetime]
    job: Callable[[Times, Office, datetime, Any], Awaitable[None]]
    prepare: Callable[[Times, Office, datetime], Awaitable[Any]] | None = None
    told: bool = True
    """Whether the office wants to hear that it was missed."""
    until: Callable[[Times], datetime] | None = None
    """From when on it comes too late, however short the delay was."""


@dataclass(frozen=True, slots=True)
class Daily:
    """A row of every working day; what one day misses the next one sees to, so nobody is told."""

    name: str
    label: str
    clock: Callable[[WeeklySettings], time]
    job: Callable[[Office, datetime], Awaitable[None]]


def _before_cutoff(times: Times) -> datetime:
    """Nobody is called to report when the time for it is over."""
    return times.cutoff


TIMETABLE = (
    Entry("notice", "周报提示", lambda times: times.notice, jobs.notice, until=_before_cutoff),
    Entry("first_call", "第一次催报", lambda times: times.first_call, jobs.first_call, until=_before_cutoff),
    Entry("count", "报送计数和第二次催报", lambda times: times.count, jobs.count, until=_before_cutoff),
    Entry("cutoff", "截止汇总", lambda times: times.cutoff, jobs.cutoff),
    Entry("publish", "周报发布", lambda times: times.publish, jobs.publish, jobs.draw),
    Entry("sign", "待签发提示", lambda times: times.publish, jobs.remind_to_sign, told=False),
    Entry("burden", "用量小结", lambda times: times.publish, jobs.tell_burden, told=False),
)
DAILY = (
    Daily("warn", "节点预警", lambda weekly: weekly.warn, jobs.warn),
    Daily("due", "台账到期提示", lambda weekly: weekly.warn, jobs.remind_due),
    Daily("climb", "问题升级", lambda weekly: weekly.warn, jobs.climb),
    Daily("meeting", "会后办理提示", lambda weekly: weekly.warn, jobs.remind_of_meetings),
    Daily("hand_over", "联络员接替", lambda weekly: weekly.warn, jobs.hand_over),
    Daily("supplement", "周报补充", lambda weekly: weekly.supplement, jobs.supplement_bulletin),
)
LABELS = {each.name: each.label for each in (*TIMETABLE, *DAILY)}
"""What the rows are called, by the names under which `JobRun` knows them."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One entry in one week, or of one day, which has no times of a week."""

    entry: Entry | Daily
    times: Times | None
    due: datetime

    @property
    def key(self) -> str:
        """Its name in `JobRun`: cutoff/2026-W24, warn/2026-06-12."""
        return f"{self.entry.name}/{self.times.week if self.times else day_of(self.due)}"

    def too_late(self, office: Office, now: datetime) -> bool:
        """Whether it is better left undone."""
        until = self.entry.until if isinstance(self.entry, Entry) and self.times else None
        past = until is not None and self.times is not None and now >= until(self.times)
        return past or now - self.due > timedelta(minutes=office.weekly.grace_minutes)

    async def prepare(self, office: Office, now: datetime) -> Any:
        """What is slow and must be done before the transaction."""
        if isinstance(self.entry, Entry) and self.entry.prepare and self.times:
            return await self.entry.prepare(self.times, office, now)
        return None

    async def do(self, office: Office, now: datetime, prepared: Any) -> None:
        """The job itself."""
        if isinstance(self.entry, Daily):
            await self.entry.job(office, now)
        elif self.times:
            await self.entry.job(self.times, office, now, prepared)


async def occasions(moment: datetime, office: Office) -> list[Occasion]:
    """Every occasion around a moment, in the order in which they are due."""
    found: list[Occasion] = []
    for times in await times_of_weeks(weeks_around(moment), office.weekly, office.calendar):
        found += [Occasion(entry, times, entry.due(times)) for entry in TIMETABLE]
    yesterday = day_of(moment) - DAY
    for day in (yesterday, office.calendar.next_workday(yesterday), office.calendar.next_workday(day_of(moment))):
        if office.calendar.is_workday(day):
            found += [Occasion(entry, None, at(day, entry.clock(office.weekly))) for entry in DAILY]
    return sorted({each.key: each for each in found}.values(), key=lambda occasion: occasion.due)


async def next_due(after: datetime, office: Office) -> datetime | None:
    """The next moment after one at which something is due."""
    return min((each.due for each in await occasions(after, office) if each.due > after), default=None)


async def run_due(now: datetime, office: Office) -> list[str]:
    """Do everything that is due and not done; what is too late is skipped and told to the office in one line."""
    around = [each for each in await occasions(now, office) if each.due <= now]
    recent = Q(job=INSTALLED) | Q(due__gte=utc(min(each.due for each in around))) if around else Q(job=INSTALLED)
    runs = {run.job: run for run in await JobRun.filter(recent).only("id", "job", "due")}
    if INSTALLED not in runs:
        await _install(now)
        return []
    since = runs[INSTALLED].due
    due = [each for each in around if since < each.due and each.key not in runs]
    silences = [days for days in map(silence.days_of, runs) if days]
    done: list[str] = []
    missed: list[Occasion] = []
    for occasion in due:
        if any(first <= day_of(occasion.due) <= last for first, last in silences):
            await _pass_over(occasion, now)
        elif occasion.too_late(office, now):
            missed += [occasion] if isinstance(occasion.entry, Entry) and occasion.entry.told else []
        elif await _do(occasion, office, now):
            done.append(occasion.key)
    if missed:
        await _skip(missed, office, now)
    return done


async def _install(now: datetime) -> None:
    """Remember from when on anything can be missed."""
    try:
        await JobRun.create(job=INSTALLED, due=utc(now), state=INSTALLED, at=utc(now))
    except IntegrityError:
        logger.info("another process was installed first")


async def _do(occasion: Occasion, office: Office, now: datetime) -> bool:
    """One occasion, with its letters, in one transaction; false where another process was first."""
    prepared = await occasion.prepare(office, now)
    try:
        async with in_transaction():
            if not await JobRun.claim(occasion.key, occasion.due, now):
                return False
            await occasion.do(office, now, prepared)
    except IntegrityError:
        logger.info("%s was done by another process", occasion.key)
        return False
    return True


async def _pass_over(occasion: Occasion, now: datetime) -> None:
    """Write down that the office wanted silence; nobody need be told."""
    try:
        async with in_transaction():
            await JobRun.claim(occasion.key, occasion.due, now, SKIPPED)
    except IntegrityError:
        logger.info("%s was passed over by another process", occasion.key)


async def _skip(missed: list[Occasion], office: Office, now: datetime) -> None:
    """Write down what came too late, and tell the office once."""
    try:
        async with in_transaction():
            ours = [each for each in missed if await JobRun.claim(each.key, each.due, now, SKIPPED)]
            if ours:
                await tell_missed([Missed(each.entry.label, each.due) for each in ours], office, now)
    except IntegrityError:
        logger.info("another process told what was missed")
