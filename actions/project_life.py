"""A project is reported on no more, leaves the plan, or is taken up again: the office's word, kept as changes."""

from collections.abc import Sequence
from datetime import datetime

from actions.to_office import tell_office
from language.wording import project_life as wording
from models.calendar import local, utc
from models.change import Change
from models.exemption import AGREED, EXEMPT, REFUSED, pairs_in
from models.mailbox import Inbox, Reply
from models.people import Person
from models.project import PlanNode, Project
from models.vocabulary import Why

SPARED, LISTED = "spared", "listed"
"""Keys of changes: whose reports the office has stopped, and whether the project stands in the plan."""


async def spare(project: Project, person: Person, message: Inbox, now: datetime) -> None:
    """Nobody is asked about a project until the office takes it up again; what was reported stays."""
    known = {unit for unit, of in await pairs_in(AGREED, now) if of == project.id}
    units = [project.lead_unit_id, *(node.unit_id for node in await PlanNode.filter(project=project, active=True))]
    fresh = [unit for unit in dict.fromkeys(units) if unit and unit not in known]
    for unit in fresh:
        await _say(project, f"{EXEMPT}{unit}", AGREED, person, message, now)
    if fresh:
        await _say(project, SPARED, fresh, person, message, now)


async def remove(project: Project, person: Person, message: Inbox, now: datetime) -> None:
    """A project counts no more and is asked about no more; everything that is known of it stays."""
    await Project.filter(id=project.id).update(active=False)
    await _say(project, LISTED, False, person, message, now)


async def restore(project: Project, person: Person, message: Inbox, now: datetime) -> bool:
    """A project is in the plan and reported on as before; whether anything of that was stopped."""
    stopped = not project.active
    if stopped:
        await Project.filter(id=project.id).update(active=True)
        await _say(project, LISTED, True, person, message, now)
    for unit in await spared_units(project):
        stopped = True
        await _say(project, f"{EXEMPT}{unit}", REFUSED, person, message, now)
    if stopped:
        await _say(project, SPARED, [], person, message, now)
    return stopped


async def spared_units(project: Project) -> Sequence[str]:
    """The units whose reports on a project the office has stopped."""
    last = await Change.filter(project=project, key=SPARED).order_by("-at", "-id").first()
    return list(last.new) if last else []


async def out_since(project: Project) -> datetime | None:
    """When a project left the plan by the office's word."""
    last = await Change.filter(project=project, key=LISTED).order_by("-at", "-id").first()
    return local(last.at) if last and last.new is False else None


async def tell_given_up(projects: Sequence[Project], unit: str, words: str, message: Inbox, now: datetime) -> None:
    """The office hears from a unit that a project is no more; nothing is changed by that."""
    for project in projects:
        told = Reply(wording.given_up(unit, project.name, words), why=Why.OFFICE)
        await tell_office(f"given_up/{message.id}/{project.id}", told, now)


async def _say(project: Project, key: str, new: object, person: Person, message: Inbox, now: datetime) -> None:
    await Change.create(project=project, key=key, new=new, person=person, message=message, at=utc(now))
