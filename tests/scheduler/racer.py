"""One replica of several: walks the timetable of some weeks on a store that others walk too. Run as a process."""

import asyncio
import sys
from datetime import datetime, timedelta

from models.calendar import SHANGHAI, WorkCalendar
from models.policy import Approval, Office, Policy, WeeklySettings
from models.store.connection import open_store
from scheduler.timetable import next_due, run_due

START = datetime(2026, 3, 2, 8, tzinfo=SHANGHAI)
OFFICE = Office(Policy(), WeeklySettings(approval=Approval.REQUIRED), WorkCalendar())


async def walk(weeks: int) -> None:
    """Every moment at which something is due, in its order."""
    now: datetime | None = START
    while now is not None and now < START + timedelta(weeks=weeks):
        await run_due(now, OFFICE)
        now = await next_due(now, OFFICE)


async def main(url: str, weeks: int) -> None:
    """Open the store and walk."""
    async with open_store(url):
        await walk(weeks)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
