"""What did not go out, what was not handled, and how much the bot has asked of whom."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiohttp import web
from tortoise.expressions import Q

from models.calendar import Week, utc
from models.mailbox import Inbox, Outbox
from models.people import Person
from models.vocabulary import LetterKind, Role, Why
from pages.desk import desk_of
from pages.media import received
from pages.render import page

SHOWN_FOR = timedelta(days=14)
PATIENCE = timedelta(minutes=2)
WEEKS = 4
MOST = 100
ASKING = (Why.NOTICE.value, Why.REMINDER.value, Why.WARNING.value, Why.COMMITMENT.value, Why.DECISION.value)
LIGHT = (
    "id", "why", "kind", "person_id", "chat_id", "not_before", "created_at",
    "attempts", "given_up_at", "uncertain", "trouble", "lease_until",
)  # fmt: skip


@dataclass(slots=True)
class Burden:
    """What one person has got from the bot without asking, week by week (the newest first), and how long it was."""

    person: Person
    weeks: list[int] = field(default_factory=lambda: [0] * WEEKS)
    letters: int = 0
    characters: int = 0
    answers: int = 0


async def show(request: web.Request) -> web.Response:
    """The page."""
    desk = desk_of(request)
    now = desk.now()
    return page(
        "letters.html",
        simulated=desk.room is not None,
        here="letters",
        today=desk.today,
        given_up=await _letters(Q(given_up_at__gte=utc(now - SHOWN_FOR))),
        late=await _letters(late_letters(now)),
        waiting=await Outbox.filter(delivered_at=None, given_up_at=None, not_before__gt=utc(now)).count(),
        unhandled=await Inbox.filter(unhandled(now)).order_by("-id").limit(MOST),
        received=await received(desk),
        burden=await _burden(now),
        weeks=_weeks(now),
        kinds=LetterKind,
        whys=Why,
        ceiling=desk.policy.nudges_per_cycle,
    )


def late_letters(now: datetime) -> Q:
    """Letters that should have gone out some time ago, or may have and nobody knows."""
    return Q(delivered_at=None, given_up_at=None) & Q(not_before__lt=utc(now - PATIENCE))


def unhandled(now: datetime) -> Q:
    """Messages that were kept and never answered to, or that went wrong lately."""
    return Q(handled_at=None, received_at__lt=utc(now - PATIENCE)) | Q(
        fault__not_isnull=True, received_at__gte=utc(now - SHOWN_FOR)
    )


async def _letters(which: Q) -> list[Outbox]:
    return await Outbox.filter(which).order_by("-id").limit(MOST).only(*LIGHT).prefetch_related("person", "chat")


def _weeks(now: datetime) -> list[Week]:
    """This week and those before it."""
    return [Week.of((now - timedelta(weeks=back)).date()) for back in range(WEEKS)]


async def _burden(now: datetime) -> list[Burden]:
    """Per person who reports: what the bot asked by itself over the last weeks, the most burdened first."""
    weeks = _weeks(now)
    people = await Person.filter(role__in=[Role.LIAISON.value, Role.OWNER.value], active=True).prefetch_related("unit")
    found = {person.id: Burden(person) for person in people}
    rows = await Outbox.filter(
        person_id__in=list(found), delivered_at__not_isnull=True, created_at__gte=utc(now - timedelta(weeks=WEEKS))
    ).only("id", "person_id", "why", "text", "created_at")
    for row in rows:
        _count(found[row.person_id or ""], row, weeks)
    return sorted(found.values(), key=_weight)


def _count(burden: Burden, row: Outbox, weeks: list[Week]) -> None:
    if row.why == Why.REPLY.value:
        burden.answers += 1
        return
    week = Week.of(row.created_at.date())
    if week in weeks:
        burden.weeks[weeks.index(week)] += 1
    burden.letters += 1
    burden.characters += len(row.text)


def _weight(burden: Burden) -> tuple[int, int, str]:
    return -burden.letters, -burden.characters, burden.person.id


def total(burdens: Iterable[Burden]) -> int:
    """All letters of some people."""
    return sum(each.letters for each in burdens)
