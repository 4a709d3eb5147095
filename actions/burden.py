"""The burden meter (N6): how much the bot asked of liaisons in a week, counted from the outbox alone."""

from dataclasses import dataclass
from datetime import datetime, time

from actions.to_office import tell_office
from language.wording import office as wording
from models.calendar import at, local, utc
from models.change import Change
from models.cycle import Times
from models.job_run import DONE, JobRun
from models.mailbox import Outbox, Reply
from models.people import Person
from models.vocabulary import Role, Why

ASKING = (Why.NOTICE.value, Why.REMINDER.value)
LEDGERS = (Why.DECISION.value, Why.COMMITMENT.value)
ASKED = "asked/"
"""Begins the key of a change that says that a follow-up question was put, so that it is put once."""


@dataclass(frozen=True, slots=True)
class Burden:
    """What was written to liaisons and not given up, by kind; `words` are those of the letters that ask.

    `ledgers` are those about meetings' decisions and promises.
    """

    people: int
    lists: int
    nudges: int
    warnings: int
    ledgers: int
    most: int
    words: int
    asked_twice: int
    follow_ups: int
    group_letters: int


async def measure(first: datetime, last: datetime) -> Burden:
    """The burden between two moments."""
    liaisons = [person.id for person in await Person.filter(role=Role.LIAISON.value)]
    sent = Outbox.filter(created_at__gte=utc(first), created_at__lte=utc(last), given_up_at=None)
    unasked = [Why.NOTICE.value, Why.REMINDER.value, Why.WARNING.value, *LEDGERS]
    letters = await sent.filter(person_id__in=liaisons, why__in=unasked).only("id", "person_id", "why", "text")
    by_person: dict[str | None, int] = {}
    nudged: dict[str | None, int] = {}
    for letter in letters:
        by_person[letter.person_id] = by_person.get(letter.person_id, 0) + 1
        if letter.why == Why.REMINDER.value:
            nudged[letter.person_id] = nudged.get(letter.person_id, 0) + 1
    kinds = [letter.why for letter in letters]
    in_groups = [Why.NOTICE.value, Why.COUNT.value, Why.SUMMARY.value, Why.SUPPLEMENT.value]
    return Burden(
        people=len(by_person),
        lists=kinds.count(Why.NOTICE.value),
        nudges=kinds.count(Why.REMINDER.value),
        warnings=kinds.count(Why.WARNING.value),
        ledgers=sum(kind in LEDGERS for kind in kinds),
        most=max(by_person.values(), default=0),
        words=sum(len(letter.text) for letter in letters if letter.why in ASKING),
        asked_twice=sum(times > 1 for times in nudged.values()),
        follow_ups=await Change.filter(key__startswith=ASKED, at__gte=utc(first), at__lte=utc(last)).count(),
        group_letters=await sent.filter(person_id=None, why__in=in_groups).count(),
    )


async def tell(times: Times, now: datetime) -> None:
    """One line to everyone of the office, from the week's Monday, or the last such line if that is later, until now."""
    told = JobRun.filter(job__startswith="burden/", due__lt=utc(times.publish), state=DONE).order_by("-due")
    last, monday = await told.first(), at(times.week.monday, time())
    burden = await measure(max(monday, local(last.due)) if last else monday, now)
    text = wording.burden(
        burden.people,
        (burden.lists, burden.nudges, burden.warnings, burden.ledgers),
        burden.most,
        burden.words,
        burden.asked_twice,
        burden.follow_ups,
        burden.group_letters,
    )
    await tell_office(f"burden/{times.week}", Reply(text, why=Why.OFFICE), now)
