"""Days on which the office wants nothing said of the bot's own accord; answers and danger are not its own accord."""

from datetime import date, datetime, time

from models.calendar import DAY, at, utc
from models.change import Change
from models.job_run import JobRun
from models.people import Person

SILENCE = "silence"


def days_of(job: str) -> tuple[date, date] | None:
    """The first and last day of a silence, by its name in `JobRun`; None for anything else there."""
    name, _, days = job.partition("/")
    if name != SILENCE:
        return None
    first, last = days.split("/")
    return date.fromisoformat(first), date.fromisoformat(last)


async def begin(first: date, last: date, person: Person, now: datetime) -> None:
    """From one day to another what falls due by itself is passed over."""
    await JobRun.claim(f"{SILENCE}/{first}/{last}", at(last + DAY, time(0)), now, SILENCE)
    await Change.create(key=SILENCE, new=f"{first}/{last}", person=person, at=utc(now))


async def end(person: Person, now: datetime) -> bool:
    """Speak again; whether there was a silence that is not over."""
    rows = await JobRun.filter(job__startswith=f"{SILENCE}/", due__gt=utc(now))
    for row in rows:
        await row.delete()
        await Change.create(key=SILENCE, old=row.job.removeprefix(f"{SILENCE}/"), person=person, at=utc(now))
    return bool(rows)
