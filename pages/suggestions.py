"""What a visitor might try to say next, from what the person in whose name they speak has to do with."""

from datetime import datetime

from language.wording import simulated as wording
from models.calendar import DAY, day_of, local
from models.cycle import reporting_week
from models.draft import HELD, WAITING, Draft
from models.issue import OPEN, Issue
from models.job_run import JobRun
from models.people import LIAISON, Duty, Person
from models.policy import Policy
from models.project import SEVERITY
from models.standing import ProjectStanding, owing_units, standings
from models.vocabulary import Role
from models.weekly import week_state
from pages.desk import Desk

MOST = 5
SOON = 45 * DAY
"""A node that is planned later is not finished today in any story that could be believed."""


async def story_name() -> str:
    """A name for this very store, so that what a browser remembers of another one is not believed."""
    row = await JobRun.filter().order_by("id").first()
    return f"{local(row.at):%Y%m%d%H%M%S%f}" if row else "new"


async def first_speaker(desk: Desk) -> str | None:
    """In whose name a newcomer begins: a liaison who has yet to report, whose project is worst off."""
    found = await standings(desk.now())
    week = reporting_week(desk.now(), desk.weekly, desk.calendar)
    missing = (await week_state(week, desk.now(), desk.weekly, desk.calendar)).owed
    ranked = []
    for duty in await Duty.filter(kind=LIAISON).order_by("id").prefetch_related("person"):
        if duty.person is not None and duty.project_id in found:
            waits = duty.project_id in missing.get(duty.person.unit_id or "", ())
            ranked.append((not waits, -_severity(found[duty.project_id]), duty.person.id))
    if ranked:
        return min(ranked)[2]
    anybody = await Person.filter(active=True).order_by("id").first()
    return anybody.id if anybody else None


async def for_person(person: Person, now: datetime, policy: Policy) -> list[str]:
    """Up to five sentences, the most telling first."""
    found = await standings(now)
    worst = sorted(found.values(), key=lambda each: -SEVERITY[each.color(day_of(now), policy)[0]])
    match Role(person.role):
        case Role.LIAISON | Role.OWNER:
            return (await _reporting(person, found, now))[:MOST]
        case Role.OFFICE:
            return (await _running() + wording.OFFICE)[:MOST]
        case _:
            return (_asking(worst, now, policy) + wording.LEADER)[:MOST]


async def _reporting(person: Person, found: dict[str, ProjectStanding], now: datetime) -> list[str]:
    """Sentences about the person's own projects: the next open node of the first, how far the second is."""
    own = [found[each.project_id] for each in await _duties(person) if each.project_id in found]
    own = own or [each for each in found.values() if person.unit_id in owing_units(each)]
    own = [each for each in own if each.open_nodes()]
    own.sort(key=_severity, reverse=True)
    said = []
    for place, standing in enumerate(own[:2]):
        name = _short(standing)
        dated = [each for each in standing.open_nodes() if each.planned]
        node = next((each for each in dated if each.unit == person.unit_id), None)
        today = day_of(now)
        if node is not None and place == 0 and (node.planned or today) <= today + SOON:
            said.append(wording.done(name, node.name, node.kind, today))
        elif node is not None:
            said.append(wording.progress(name, node.name, node.kind))
    if own:
        said += [wording.unchanged(_short(own[0])), wording.problem(_short(own[-1]))]
    return said + wording.LIAISON


async def _duties(person: Person) -> list[Duty]:
    return await Duty.filter(kind=LIAISON, person_id=person.id).order_by("id")


async def _running() -> list[str]:
    """What the office can do just now: decide on a draft, close a problem."""
    said = []
    if await Draft.filter(state__in=[WAITING, HELD]).exists():
        said += wording.DRAFT
    issue = await Issue.filter(state=OPEN).order_by("id").first()
    return said + ([wording.close(issue.number)] if issue else [])


def _asking(worst: list[ProjectStanding], now: datetime, policy: Policy) -> list[str]:
    if not worst:
        return []
    name, color = _short(worst[0]), worst[0].color(day_of(now), policy)[0]
    return [wording.why(name, color), wording.how(name)]


def _severity(standing: ProjectStanding) -> int:
    """How far the first open node lies back; only for ranking."""
    planned = [node.planned.toordinal() for node in standing.open_nodes() if node.planned]
    return -min(planned, default=9_999_999)


def _short(standing: ProjectStanding) -> str:
    """The name by which people call a project."""
    return str(standing.project.aliases[0]) if standing.project.aliases else standing.project.name
