"""Is everything running: a page for people, and a few numbers for monitors."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web
from tortoise.exceptions import BaseORMException
from tortoise.expressions import Q

from language.wording import pages as wording
from models.calendar import Week, day_of, local, utc
from models.cycle import times_of
from models.job_run import SKIPPED, JobRun
from models.mailbox import Inbox, Outbox
from models.people import Person, Unit
from models.project import PlanNode, Project
from pages.desk import Desk, desk_of
from pages.letters import late_letters
from pages.render import page

STUCK = timedelta(minutes=5)
LATELY = timedelta(days=7)
OCCASIONS = Q(job__contains="/") & ~Q(job__startswith="simulated/")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at."""

    name: str
    good: bool
    words: str


async def as_json(request: web.Request) -> web.Response:
    """For monitors: 200 where all is well, 503 where somebody should look; no names, no contents."""
    try:
        numbers = await _numbers(desk_of(request).now())
    except (BaseORMException, OSError):
        return web.json_response({"status": "error", "store": False}, status=503)
    good = not numbers["messages_stuck"] and not numbers["letters_stuck"]
    return web.json_response(
        {"status": "ok" if good else "trouble", "store": True, **numbers}, status=200 if good else 503
    )


async def show(request: web.Request) -> web.Response:
    """For people."""
    desk = desk_of(request)
    now = desk.now()
    return page(
        "status.html",
        simulated=desk.room is not None,
        here="status",
        today=desk.today,
        now=now,
        checks=await _checks(desk, now),
        jobs=await JobRun.filter(OCCASIONS, at__gte=utc(now - 2 * LATELY)).order_by("-due", "-id"),
        skipped=SKIPPED,
        labels=desk.jobs,
        weeks=[times_of(week, desk.weekly, desk.calendar) for week in _weeks(now)],
        stock=list(zip(wording.STOCK, await _stock(), strict=True)),
    )


async def _stock() -> list[int]:
    """How much there is."""
    return [
        await Project.filter(active=True).count(),
        await PlanNode.filter(active=True).count(),
        await Unit.filter(active=True).count(),
        await Person.filter(active=True).count(),
        await Inbox.all().count(),
        await Outbox.filter(delivered_at__not_isnull=True).count(),
    ]


async def _numbers(now: datetime) -> dict[str, Any]:
    waiting = Inbox.filter(handled_at=None)
    oldest = await waiting.order_by("received_at").first()
    return {
        "messages_waiting": await Inbox.filter(handled_at=None).count(),
        "messages_stuck": await Inbox.filter(handled_at=None, received_at__lt=utc(now - STUCK)).count(),
        "oldest_message_seconds": int((now - oldest.received_at).total_seconds()) if oldest else 0,
        "letters_waiting": await Outbox.filter(delivered_at=None, given_up_at=None).count(),
        "letters_stuck": await Outbox.filter(late_letters(now - STUCK)).count(),
        "letters_given_up_lately": await Outbox.filter(given_up_at__gte=utc(now - LATELY)).count(),
    }


async def _checks(desk: Desk, now: datetime) -> list[Check]:
    numbers = await _numbers(now)
    known = not desk.calendar.is_estimated(day_of(now + timedelta(days=30)))
    last = await JobRun.filter(OCCASIONS).order_by("-at").first()
    gone = numbers["letters_given_up_lately"]
    return [
        Check(wording.STORE, True, wording.STORE_GOOD),
        Check(wording.HEARING, not numbers["messages_stuck"], wording.to_handle(numbers["messages_waiting"])),
        Check(wording.SENDING, not numbers["letters_stuck"], wording.to_send(numbers["letters_waiting"])),
        Check(wording.GIVEN_UP, not gone, wording.given_up(gone)),
        Check(wording.CALENDAR, known, wording.CALENDAR_KNOWN if known else wording.CALENDAR_GUESSED),
        Check(wording.TIMETABLE, True, wording.last_done(f"{local(last.at):%m-%d %H:%M}") if last else wording.NEVER),
    ]


def _weeks(now: datetime) -> list[Week]:
    week = Week.of(local(now).date())
    return [week, week.next, week.next.next]
