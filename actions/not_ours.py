"""A unit says that a project is none of its business: the office is asked, and on its word it is asked no more."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from actions import dialogue
from actions.to_office import ask_office
from language.wording import not_ours as wording
from models.calendar import next_open, utc
from models.change import Change
from models.exemption import AGREED, EXEMPT, PROPOSED, REFUSED, WAITS, pairs_in
from models.mailbox import Inbox, Outbox, Reply
from models.people import Person, Unit
from models.policy import Office
from models.project import Project

NOT_OURS = "not_ours"


async def propose(projects: Sequence[str], person: Person, message: Inbox, now: datetime) -> list[str]:
    """Ask everybody of the office whether a unit is concerned; the projects of which that was not asked already."""
    waiting = await pairs_in(PROPOSED, now)
    unit = await Unit.get(id=person.unit_id)
    fresh = [project for project in projects if (unit.id, project) not in waiting]
    for project in fresh:
        await Change.create(
            project_id=project, key=f"{EXEMPT}{unit.id}", new=PROPOSED, person=person, message=message, at=utc(now)
        )
        await _ask_office(await Project.get(id=project), unit, person, message, now)
    return fresh


async def _ask_office(project: Project, unit: Unit, person: Person, message: Inbox, now: datetime) -> None:
    text = wording.is_it_theirs(unit.name, project.name, project.lead_unit_id == unit.id)
    minutes = int(WAITS.total_seconds() // 60)
    payload = {"project": project.id, "unit": unit.id, "person": person.id}
    await ask_office(f"not_ours/{message.id}/{project.id}", text, NOT_OURS, payload, now, minutes)


async def still_waiting(person: Person, now: datetime) -> tuple[str, str] | None:
    """(unit, project) of what somebody of the office will answer next, if that is not decided yet."""
    for question in await dialogue.waiting_for(NOT_OURS, person, now):
        pair = (question.payload["unit"], question.payload["project"])
        return pair if pair in await pairs_in(PROPOSED, now) else None
    return None


async def decide(
    payload: dict[str, Any], agreed: bool, decider: Person, message: Inbox, office: Office, now: datetime
) -> tuple[str, str, bool]:
    """The office's word, which the unit's liaison hears: (unit's name, project's name, whether it stands so now)."""
    unit, project = await Unit.get(id=payload["unit"]), await Project.get(id=payload["project"])
    if (unit.id, project.id) not in await pairs_in(PROPOSED, now):
        return unit.name, project.name, (unit.id, project.id) in await pairs_in(AGREED, now)
    word = AGREED if agreed else REFUSED
    await Change.create(
        project=project, key=f"{EXEMPT}{unit.id}", old=PROPOSED, new=word, person=decider, message=message, at=utc(now)
    )
    opens = next_open(now, office.policy.quiet_until, office.policy.quiet_from, office.calendar)
    person = await Person.get(id=payload["person"])
    told = Reply(wording.decided_for_unit(project.name, agreed))
    await Outbox.put(f"not_ours/{unit.id}/{project.id}/{message.id}", told, now, person=person, not_before=opens)
    return unit.name, project.name, agreed
