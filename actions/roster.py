"""Who is who: binding groups, and platform ids to people of the roster, which the office confirms."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from actions import dialogue
from actions.to_office import ask_office, tell_office
from language.wording import common, overheard
from language.wording import roster as wording
from models.calendar import day_of, utc
from models.change import Change
from models.chat import Chat, private_chat
from models.dialogue import PendingQuestion
from models.mailbox import Inbox, Outbox, Reply
from models.people import LIAISON, Absence, Duty, Identity, Person, Unit
from models.project import Project
from models.refusal import AliasTaken, NoSuchProject, NotInRoster
from models.vocabulary import ChatKind, Why

IDENTITY = "identity"


async def find_person(name: str, unit: str | None) -> Person:
    """The one person of the roster with this name, in this unit where one was said; raises NotInRoster."""
    query = Person.filter(name=name, active=True)
    found = await (query.filter(unit_id=unit) if unit else query).order_by("id").prefetch_related("unit")
    if len(found) != 1:
        raise NotInRoster(name)
    return found[0]


async def ask_to_confirm(message: Inbox, claimed: Person, now: datetime, minutes: int) -> None:
    """Ask everyone of the office, privately, whether the sender is who they say; any of them may answer."""
    payload = {"platform": message.platform, "address": message.sender_address, "person": claimed.id}
    text = wording.who_is_this(claimed.name, claimed.unit.name if claimed.unit else "", message.sender_name or "")
    await ask_office(f"identity/{message.platform}/{message.message_id}", text, IDENTITY, payload, now, minutes)


async def decide_identity(payload: dict[str, Any], agreed: bool, decider: Person, now: datetime) -> str:
    """Bind a platform's id to a person, or not, for all of the office; the person's name, for the answer."""
    person = await Person.get(id=payload["person"]).prefetch_related("unit")
    for question in await PendingQuestion.filter(kind=IDENTITY, answered_at=None):
        if question.payload == payload:
            await dialogue.settle(question, now)
    if not agreed:
        return person.name
    await bind_identity(person, payload["platform"], payload["address"], decider, now)
    told = Reply(wording.welcome(person.name, person.unit.name if person.unit else ""), why=Why.REPLY)
    chat = await private_chat(payload["platform"], payload["address"])
    await Outbox.put(f"welcome/{payload['platform']}/{payload['address']}/{person.id}", told, now, chat=chat)
    return person.name


async def claims_left(decider: Person, now: datetime) -> str:
    """The claim that the decider's next yes is about, in words; empty where none waits."""
    left = await PendingQuestion.filter(
        kind=IDENTITY, person_id=decider.id, answered_at=None, expires_at__gte=utc(now)
    ).order_by("-id")
    if not left:
        return ""
    person = await Person.get(id=left[0].payload["person"]).prefetch_related("unit")
    return wording.still_waiting(person.name, person.unit.name if person.unit else "", len(left))


async def bind_identity(person: Person, platform: str, address: str, decider: Person | None, now: datetime) -> None:
    """From now on what comes under this id is this person's; an id belongs to one person only."""
    known = await Identity.get_or_none(platform=platform, address=address)
    old = known.person_id if known else None
    if known is None:
        await Identity.create(person=person, platform=platform, address=address)
    else:
        await Identity.filter(id=known.id).update(person_id=person.id)
    await Chat.filter(platform=platform, address=address, kind=ChatKind.SINGLE.value).update(person_id=person.id)
    await Change.create(key="identity", old=old, new=person.id, person=decider, at=utc(now))


async def bind_accounts(platform: str, accounts: Mapping[str, str], now: datetime) -> dict[str, str]:
    """Bind the accounts that the configuration names, for somebody has to confirm the first claims; gives the rest.

    What was bound in the chat stays as it is. A name that the roster does not hold yet may come with an import.
    """
    left = {}
    for address, name in accounts.items():
        if await Identity.filter(platform=platform, address=address).exists():
            continue
        try:
            person = await find_person(name, None)
        except NotInRoster:
            left[address] = name
        else:
            await bind_identity(person, platform, address, None, now)
    return left


async def tell_of_leaving(message: Inbox, words: str, person: Person, now: datetime) -> None:
    """The office hears in whose words somebody else is in charge of a unit's reports now; it changes the roster."""
    unit = await Unit.get_or_none(id=person.unit_id)
    text = overheard.leaving(common.named_speaker(unit.name if unit else "", person), words[:60])
    await tell_office(f"leaving/{message.id}", Reply(text, why=Why.OFFICE), now)


async def add_alias(alias: str, name: str, candidates: Sequence[str], person: Person, now: datetime) -> Project:
    """Let a name mean a project from now on, as the office said; never one that means another already."""
    if len(candidates) != 1:
        raise NoSuchProject(name)
    for project in await Project.all():
        if alias == project.name or alias in project.aliases:
            raise AliasTaken(alias)
    project = await Project.get(id=candidates[0])
    project.aliases = [*project.aliases, alias]
    await project.save(update_fields=["aliases"])
    await Change.create(project=project, key="alias", new=alias, person=person, at=utc(now))
    return project


async def hand_over(old: Sequence[Person], new: Person, first: date, decider: Person, now: datetime) -> None:
    """From a day on somebody is asked for good instead of others; what was theirs passes to them on that day."""
    for person in old:
        await Absence.create(person=person, substitute=new, first_day=first, last_day=None)
        await Change.create(key="liaison", old=person.id, new=new.id, person=decider, at=utc(now))
    # Whoever takes over is there, whatever was said before.
    await Absence.filter(person=new, last_day=None).delete()
    await settle_handovers(now)


async def settle_handovers(now: datetime) -> None:
    """The projects of whoever has been followed for good are their follower's."""
    for each in await Absence.filter(last_day=None, first_day__lte=day_of(now)).exclude(substitute_id=None):
        await Duty.filter(kind=LIAISON, person_id=each.person_id).update(person_id=each.substitute_id)


async def give_project(project: Project, new: Person, decider: Person, now: datetime) -> str:
    """One project's liaison is somebody else of its unit from now on; the name of who was it, empty where nobody."""
    duties = await Duty.filter(kind=LIAISON, project_id=project.id).order_by("id").prefetch_related("person")
    old = duties[0].person if duties else None
    if duties:
        await Duty.filter(kind=LIAISON, project_id=project.id).update(person_id=new.id)
    else:
        await Duty.create(project_id=project.id, kind=LIAISON, person_id=new.id)
    await Change.create(
        project_id=project.id, key="liaison", old=old and old.id, new=new.id, person=decider, at=utc(now)
    )
    return old.name if old is not None and old.id != new.id else ""
