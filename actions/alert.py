"""Safety alerts: at once, privately, to everyone of the office and to the leader on duty."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from actions.to_office import tell_office
from language.discretion import masked
from language.safety import comes_again
from language.understanding import Report
from language.wording import alert as wording
from models.calendar import day_of, utc
from models.change import Change
from models.issue import Issue, open_now
from models.mailbox import Inbox, Outbox, Reply
from models.people import DutyLeader, Person, Unit, duty_leader, leaders_on_duty, office_people
from models.project import Project
from models.refusal import NotInRoster
from models.vocabulary import UNSPOKEN, ProblemCategory, Role, Why

FOLLOWED = timedelta(hours=24)
"""So long after an alarm what its unit says of rescue is passed on too."""
FROM = "from"


async def raised_lately(sender: Person, now: datetime) -> str | None:
    """The alarm that the speaker, or somebody of their unit, has raised a short while ago; None where none was."""
    lately = Outbox.filter(key__startswith="alert/", created_at__gte=utc(now - FOLLOWED), created_at__lte=utc(now))
    rows = await lately.order_by("-id").only("id", "context", "text")
    return next((letter.text for letter in rows if letter.context.get(FROM) == _side(sender)), None)


def _side(person: Person) -> str:
    return person.unit_id or person.id


async def raise_alert(message: Inbox, words: str, sender: Person, now: datetime, *, further: bool = False) -> None:
    """Pass a message that tells of danger to those who must know; once each, quiet hours or not.

    They are the office and the leader on duty, or all leaders where nobody is set for the day. `further` where it
    goes on telling of what they have heard of.
    """
    unit = await Unit.get_or_none(id=sender.unit_id)
    text = wording.danger(unit.name if unit else "", sender.name, masked(words), now, further=further)
    told = {person.id: person for person in [*await leaders_on_duty(day_of(now)), *await office_people()]}
    for person in sorted(told.values(), key=lambda each: each.id):
        if person.id != sender.id:
            key = f"alert/{message.platform}/{message.id}/{person.id}"
            await Outbox.put(key, Reply(text, why=Why.ALERT, context={FROM: _side(sender)}), now, person=person)


async def pass_to_office(message: Inbox, words: str, sender: Person, now: datetime) -> None:
    """What was told of a petition and is no report of progress: to the office and the leader on duty alone."""
    await _tell_of_petition(message, words, sender, "", now)


async def tell_of_unspoken(message: Inbox, opened: Sequence[Issue], sender: Person, now: datetime) -> None:
    """A new problem of which a group hears nothing: the office and the leader on duty hear of it."""
    for issue in opened:
        if UNSPOKEN in issue.categories and not sender.is_office:
            await _tell_of_petition(message, issue.words, sender, issue.number, now, issue.project_id)


async def tell_of_return(message: Inbox, report: Report, sender: Person, now: datetime) -> None:
    """What had calmed down has broken out again (村民又堵路了) while its problem still stands open."""
    if ProblemCategory.STABILITY not in report.problems or sender.is_office or not comes_again(report.words):
        return
    for issue in await open_now(report.project):
        if UNSPOKEN in issue.categories:
            await _tell_of_petition(message, report.words, sender, issue.number, now, issue.project_id)
            return


async def _tell_of_petition(
    message: Inbox, words: str, sender: Person, number: str, now: datetime, about: str | None = None
) -> None:
    unit = await Unit.get_or_none(id=sender.unit_id)
    project = await Project.get_or_none(id=about) if about else None
    where = project.name if project else ""
    text = wording.petition(unit.name if unit else "", sender.name, masked(words), number, now, where)
    key, reply = f"petition/{message.platform}/{message.id}/{number}", Reply(text, why=Why.RESTRICTED)
    await tell_office(key, reply, now, but=sender.id)
    leader = await duty_leader(day_of(now))
    if leader is not None and leader.id != sender.id:
        await Outbox.put(f"{key}/{leader.id}", reply, now, person=leader)


async def find_leader(name: str) -> Person:
    """The leader of a name, as it is said: 范明, 范明同志, 范县长; raises NotInRoster."""
    plain = name.strip().removesuffix("同志")
    leaders = await Person.filter(role=Role.LEADER.value, active=True).order_by("id")
    exact = [person for person in leaders if person.name == plain]
    found = exact or [
        person for person in leaders if plain.endswith(("长", "主任", "书记")) and person.name[0] == plain[0]
    ]
    if len(found) != 1:
        raise NotInRoster(name)
    return found[0]


async def set_duty(
    leader: Person, first: date, last: date | None, person: Person, message: Inbox, now: datetime
) -> None:
    """From a day on, and until another where one was said, danger is told to this leader."""
    await DutyLeader.create(person=leader, first_day=first, last_day=last)
    told = {"person": leader.id, "first": first.isoformat(), "last": last.isoformat() if last else None}
    await Change.create(key="duty_leader", new=told, person=person, message=message, at=utc(now))
