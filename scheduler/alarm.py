"""The alarm clock: wakes the timetable every minute. The truth of what was done is in the store, not here."""

import logging
from collections.abc import Awaitable, Callable

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from models.calendar import SHANGHAI

logger = logging.getLogger(__name__)


class Alarm:
    """Calls `ring` at every full minute until stopped; a ring that takes longer is not run twice at once."""

    def __init__(self, ring: Callable[[], Awaitable[None]]) -> None:
        self._clock = AsyncIOScheduler(
            timezone=SHANGHAI, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 60}
        )
        self._clock.add_job(ring, CronTrigger(second=0, timezone=SHANGHAI), id="timetable")
        self._clock.add_listener(_note_trouble, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES)

    def start(self) -> None:
        """Begin to ring."""
        self._clock.start()

    def stop(self) -> None:
        """Ring no more; the caller has let its own work come to an end before."""
        if self._clock.running:
            self._clock.shutdown(wait=False)


def _note_trouble(event: JobEvent) -> None:
    logger.error("the timetable's minute failed or came late: %s", getattr(event, "exception", None) or event.code)
