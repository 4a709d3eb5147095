"""Whom to ask about what is missing: each item of one person only, never a leader, substitutes for who is away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from models.calendar import day_of
from models.chat import Chat
from models.exemption import PROPOSED, pairs_in
from models.people import LIAISON, Absence, Duty, Person, Unit, liaisons_by_unit
from models.policy import Profile
from models.standing import NodeStanding, ProjectStanding, standings
from models.weekly import WeekState


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a liaison is asked about: a project, with the node of the unit that is to be done next."""

    standing: ProjectStanding
    node: NodeStanding | None

    def to_json(self, number: int) -> dict[str, Any]:
        """As a letter keeps it, so that "1没变 2已批" can be understood."""
        return {"number": number, "project": self.standing.project.id, "node": self.node.id if self.node else None}


@dataclass(slots=True)
class Call:
    """One person who is asked on behalf of a unit, and about what."""

    person: Person
    unit: Unit
    items: list[Item] = field(default_factory=list)

    def context(self) -> dict[str, Any]:
        """What a later answer to this call needs to know."""
        return {"items": [item.to_json(number) for number, item in enumerate(self.items, 1)]}

    def concerns(self, group: Chat) -> bool:
        """Whether any of it is a group's business."""
        return any(group.covers(item.standing.project.id) for item in self.items)

    def profile(self, groups: Sequence[Chat]) -> Profile:
        """How firmly to ask: as the firmest of the groups that hear of these projects."""
        found = [Profile(group.profile) for group in groups if self.concerns(group)]
        return max(found, key=list(Profile).index, default=Profile.NORMAL)


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who can be asked on a day: liaisons by unit and by project, and who is away with or without a substitute."""

    by_unit: Mapping[str, Sequence[Person]]
    by_project: Mapping[str, Person]
    away: Mapping[str, Person | None]

    def on_behalf(self, unit: str, project: str) -> Person | None:
        """The project's own liaison where he is of the unit, else the unit's first, else whoever stands in."""
        own = self.by_project.get(project)
        first = [own] if own is not None and own.active and own.unit_id == unit else []
        for person in [*first, *self.by_unit.get(unit, ())]:
            there = self._present(person)
            if there is not None:
                return there
        return None

    def colleagues(self, call: Call) -> list[Person]:
        """The unit's other liaisons who are there."""
        found = [self._present(person) for person in self.by_unit.get(call.unit.id, ())]
        return [person for person in found if person is not None and person.id != call.person.id]

    def _present(self, person: Person) -> Person | None:
        """The person, or the one who stands in; nobody where that comes to nothing, and never a leader."""
        seen = {person.id}
        while person.id in self.away:
            instead = self.away[person.id]
            if instead is None or instead.id in seen:
                return None
            seen.add(instead.id)
            person = instead
        return None if person.is_leader or not person.active else person


async def answerable(today: date) -> Answerable:
    """Who can be asked on a day."""
    absences = await Absence.filter(first_day__lte=today).prefetch_related("substitute").order_by("id")
    away = {each.person_id: each.substitute for each in absences if (each.last_day or today) >= today}
    own: dict[str, Person] = {}
    for duty in await Duty.filter(kind=LIAISON).order_by("id").prefetch_related("person"):
        if duty.person:
            own.setdefault(duty.project_id, duty.person)
    return Answerable(await liaisons_by_unit(), own, away)


async def answerable_for(unit: str | None, project: str | None, now: datetime) -> Person | None:
    """Who answers for a unit about a project at this moment; None where there is no unit or nobody."""
    return (await answerable(day_of(now))).on_behalf(unit, project or "") if unit else None


async def open_calls(state: WeekState, now: datetime, units: Iterable[str] | None = None) -> list[Call]:
    """Whom to ask about what is missing of all units, or of some."""
    chosen = [unit for unit in state.missing if units is None or unit in units]
    found = await standings(now)
    rows = {unit.id: unit for unit in await Unit.filter(id__in=chosen)}
    people = await answerable(day_of(now))
    calls: dict[tuple[str, str], Call] = {}
    doubted = await pairs_in(PROPOSED, now)  # the office has yet to say whether they are concerned
    for unit in chosen:
        for project in (each for each in state.owed[unit] if (unit, each) not in doubted):
            person = people.on_behalf(unit, project)
            if person is not None:
                call = calls.setdefault((unit, person.id), Call(person, rows[unit]))
                call.items.append(Item(found[project], next_node(found[project], unit)))
    return list(calls.values())


def next_node(standing: ProjectStanding, unit: str) -> NodeStanding | None:
    """The node of a unit that is to be finished first; nodes that nobody holds are the lead's.

    A lead without one is asked about the project as a whole: what another unit holds, that one is asked about.
    """
    lead = standing.project.lead_unit_id
    own = [node for node in standing.open_nodes() if (node.unit or lead) == unit]
    dated = sorted((node for node in own if node.planned), key=lambda node: node.planned or date.max)
    return dated[0] if dated else None
