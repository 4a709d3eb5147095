"""What happens by itself and when: one row a job. What was done is in `JobRun`; the timetable itself is code."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from actions.reminder import Office
from actions.skipped import Missed, tell_missed
from models.calendar import utc
from models.cycle import Times, weeks_around
from models.job_run import SKIPPED, JobRun
from models.weekly import cycle_times
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


TIMETABLE = (
    Entry("notice", "周报提示", lambda times: times.notice, jobs.notice),
    Entry("first_call", "第一次催报", lambda times: times.first_call, jobs.first_call),
    Entry("count", "报送计数和第二次催报", lambda times: times.count, jobs.count),
    Entry("cutoff", "截止汇总", lambda times: times.cutoff, jobs.cutoff),
    Entry("publish", "周报发布", lambda times: times.publish, jobs.publish, jobs.draw),
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One entry in one week."""

    entry: Entry
    times: Times
    due: datetime

    @property
    def key(self) -> str:
        """Its name in `JobRun`: cutoff/2026-W24."""
        return f"{self.entry.name}/{self.times.week}"


async def occasions(moment: datetime, office: Office) -> list[Occasion]:
    """Every occasion of the weeks around a moment, in the order in which they are due."""
    found = []
    for week in weeks_around(moment):
        times = await cycle_times(week, office.weekly, office.calendar)
        if times is not None:
            found += [Occasion(entry, times, entry.due(times)) for entry in TIMETABLE]
    return sorted(found, key=lambda occasion: occasion.due)


async def next_due(after: datetime, office: Office) -> datetime | None:
    """The next moment after one at which something is due."""
    return min((each.due for each in await occasions(after, office) if each.due > after), default=None)


async def run_due(now: datetime, office: Office) -> list[str]:
    """Do everything that is due and not done; what is too late is skipped and told to the office in one line."""
    await _install(now)
    since = (await JobRun.get(job=INSTALLED)).due
    done, missed = [], []
    for occasion in await occasions(now, office):
        if not since < occasion.due <= now or await JobRun.filter(job=occasion.key).exists():
            continue
        if now - occasion.due > timedelta(minutes=office.weekly.grace_minutes):
            missed.append(occasion)
        elif await _do(occasion, office, now):
            done.append(occasion.key)
    if missed:
        await _skip(missed, office, now)
    return done


async def _install(now: datetime) -> None:
    """Remember from when on anything can be missed."""
    if not await JobRun.filter(job=INSTALLED).exists():
        try:
            await JobRun.create(job=INSTALLED, due=utc(now), state=INSTALLED, at=utc(now))
        except IntegrityError:
            logger.info("another process was installed first")


async def _do(occasion: Occasion, office: Office, now: datetime) -> bool:
    """One occasion, with its letters, in one transaction; false where another process was first."""
    entry = occasion.entry
    prepared = await entry.prepare(occasion.times, office, now) if entry.prepare else None
    try:
        async with in_transaction():
            if not await JobRun.claim(occasion.key, occasion.due, now):
                return False
            await entry.job(occasion.times, office, now, prepared)
    except IntegrityError:
        logger.info("%s was done by another process", occasion.key)
        return False
    return True


async def _skip(missed: list[Occasion], office: Office, now: datetime) -> None:
    """Write down what came too late, and tell the office once."""
    try:
        async with in_transaction():
            ours = [each for each in missed if await JobRun.claim(each.key, each.due, now, SKIPPED)]
            if ours:
                await tell_missed([Missed(each.entry.label, each.due) for each in ours], office, now)
    except IntegrityError:
        logger.info("another process told what was missed")
