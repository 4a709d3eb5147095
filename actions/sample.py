"""The simulated group's own rows: its district, its accounts, and how far its clock and its story have come."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from tortoise.transactions import in_transaction

from actions.district import enter, enter_accounts
from actions.groups import keep_group
from models.calendar import local, utc
from models.job_run import JobRun
from models.people import Identity, Person
from models.project import Project
from models.registry import Registry

CLOCK = "simulated/clock"
STORY = "simulated/story"
PLAYING, PLAYED = "playing", "played"


async def enter_sample(
    registry: Registry, groups: Mapping[str, tuple[str, Sequence[str]]], platform: str, start: datetime, now: datetime
) -> bool:
    """Enter the sample district into a store that knows no project; false where there is one. `now` is the real time.

    `groups` are name and scope by address.
    """
    if await Project.exists():
        return False
    async with in_transaction():
        await enter(registry)
        await enter_accounts(registry, platform)
        for address, (name, scope) in groups.items():
            await keep_group(platform, address, name=name, scope=scope)
        await JobRun.create(job=STORY, due=utc(start), state=PLAYING, at=utc(now))
        await JobRun.create(job=CLOCK, due=utc(start), state=PLAYING, at=utc(now))
    return True


async def open_accounts(platform: str) -> None:
    """Let everybody of the store speak on a platform; doing it again changes nothing."""
    known = {each.person_id for each in await Identity.filter(platform=platform)}
    new = [person for person in await Person.filter(active=True) if person.id not in known]
    await Identity.bulk_create([Identity(person_id=each.id, platform=platform, address=each.id) for each in new])


async def keep_clock(moment: datetime) -> None:
    """Remember where the simulated clock stands."""
    if not await JobRun.filter(job=CLOCK).update(due=utc(moment)):
        await JobRun.create(job=CLOCK, due=utc(moment), state=PLAYED, at=utc(moment))


async def kept_clock() -> datetime | None:
    """Where the simulated clock stood; None where it was never set."""
    row = await JobRun.get_or_none(job=CLOCK)
    return local(row.due) if row else None


async def finish_story() -> None:
    """The story of the sample has been told to its end."""
    await JobRun.filter(job=STORY).update(state=PLAYED)


async def story_is_told() -> bool:
    """Whether there is no story, or it has been told to its end."""
    return not await JobRun.filter(job=STORY, state=PLAYING).exists()
