"""The calls of a weekly cycle: the notice, the pre-filled list, the nudges, and the count in the group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from language.wording import reminder as wording
from models.calendar import Week, WorkCalendar, day_of, next_open, utc
from models.chat import Chat, bound_groups
from models.cycle import Times
from models.job_run import Deferral
from models.mailbox import Outbox, Reply
from models.people import LIAISON, Duty, Identity, Person, Unit, liaisons_by_unit, substitutes
from models.policy import Policy, WeeklySettings
from models.standing import NodeStanding, ProjectStanding, standings
from models.vocabulary import Why
from models.weekly import WeekState, cycle_times, week_state


@dataclass(frozen=True, slots=True)
class Office:
    """The office's settings, as a counter above hands them down."""

    policy: Policy
    weekly: WeeklySettings
    calendar: WorkCalendar


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


async def open_calls(state: WeekState, now: datetime, units: Iterable[str] | None = None) -> list[Call]:
    """Whom to ask about what is missing: each item of one person only, substitutes in place of who is away."""
    chosen = [unit for unit in state.missing if units is None or unit in units]
    found = await standings(now)
    rows = {unit.id: unit for unit in await Unit.filter(id__in=chosen)}
    liaisons, instead = await liaisons_by_unit(), await substitutes(day_of(now))
    own = await _project_liaisons()
    calls: dict[tuple[str, str], Call] = {}
    for unit in chosen:
        for project in state.owed[unit]:
            person = _answerable(own.get(project), liaisons.get(unit, []), unit)
            if person is None:
                continue
            person = instead.get(person.id, person)
            call = calls.setdefault((unit, person.id), Call(person, rows[unit]))
            call.items.append(Item(found[project], _next_node(found[project], unit)))
    return list(calls.values())


def _answerable(own: Person | None, liaisons: Sequence[Person], unit: str) -> Person | None:
    """The project's own liaison where he is of the unit, else the unit's first."""
    if own is not None and own.active and own.unit_id == unit:
        return own
    return liaisons[0] if liaisons else None


async def _project_liaisons() -> dict[str, Person]:
    duties = await Duty.filter(kind=LIAISON).order_by("id").prefetch_related("person")
    found: dict[str, Person] = {}
    for duty in duties:
        if duty.person:
            found.setdefault(duty.project_id, duty.person)
    return found


def _next_node(standing: ProjectStanding, unit: str) -> NodeStanding | None:
    """The node of a unit that is to be finished first; a lead without one answers for the project's next."""
    still = standing.open_nodes()
    own = [node for node in still if node.unit == unit]
    dated = sorted((node for node in own or still if node.planned), key=lambda node: node.planned or date.max)
    return dated[0] if dated else None


async def post_notice(times: Times, office: Office, now: datetime) -> None:
    """The one notice of a week to each group, and to each liaison the list of what is asked."""
    shift = await announcement(times.week.next, office)
    for group in await bound_groups():
        text = wording.notice(times, shift)
        await Outbox.put(f"notice/{times.week}/{group.id}", Reply(text, why=Why.NOTICE), now, chat=group)
    state = await week_state(times.week, now, office.weekly, office.calendar)
    for call in await open_calls(state, now):
        text = wording.prefilled(call.unit.name, _lines(call), times.cutoff)
        key = f"notice/{times.week}/{call.unit.id}/{call.person.id}"
        await Outbox.put(key, Reply(text, why=Why.NOTICE), now, person=call.person, context=call.context())


async def announcement(week: Week, office: Office) -> str | None:
    """What has to be said a week ahead about a week whose cut-off is not on its Friday."""
    times = await cycle_times(week, office.weekly, office.calendar)
    if times is None:
        return wording.joined(week)
    return wording.shifted(times) if times.shifted else None


async def nudge(
    times: Times, office: Office, now: datetime, round_name: str, units: Iterable[str] | None = None
) -> tuple[list[Call], list[Call]]:
    """Ask privately those, and only those, who have not reported; who was asked, and whom no letter can reach."""
    state = await week_state(times.week, now, office.weekly, office.calendar)
    held = await _held(times.week, now)
    asked, unreachable = [], []
    for call in await open_calls(state, now, units):
        if (call.unit.id, call.person.id) in held or await _nudged(call, times, office):
            continue
        if not await Identity.filter(person=call.person).exists():
            unreachable.append(call)
            continue
        names = [item.standing.project.name for item in call.items]
        text = wording.nudge(call.unit.name, names, times.cutoff, again=round_name != FIRST_CALL)
        key = f"remind/{times.week}/{call.unit.id}/{call.person.id}/{round_name}"
        opens = next_open(now, office.policy.quiet_until, office.policy.quiet_from, office.calendar)
        await Outbox.put(key, Reply(text, why=Why.REMINDER), now, person=call.person, not_before=opens)
        asked.append(call)
    return asked, unreachable


FIRST_CALL = "first_call"
SECOND_CALL = "second_call"


async def _held(week: Week, now: datetime) -> set[tuple[str, str]]:
    """(unit, person) pairs that have said when their report will come, while that is ahead."""
    rows = await Deferral.filter(week=str(week), until__gt=utc(now))
    return {(row.unit_id, row.person_id) for row in rows}


async def _nudged(call: Call, times: Times, office: Office) -> bool:
    """Whether a person has had as many nudges in this cycle as anybody may get."""
    prefix = f"remind/{times.week}/{call.unit.id}/{call.person.id}/"
    return await Outbox.filter(key__startswith=prefix).count() >= office.policy.nudges_per_cycle


async def post_count(times: Times, office: Office, now: datetime) -> None:
    """How many units have reported, to each group, and the second call; a mention only where nothing else reaches."""
    _, unreachable = await nudge(times, office, now, SECOND_CALL)
    for group in await bound_groups():
        state = await week_state(times.week, now, office.weekly, office.calendar, group.scope)
        mentions = [call for call in unreachable if _concerns(call, group)]
        text = wording.count(now, len(state.reported), len(state.missing), times.cutoff, len(mentions))
        people = tuple(dict.fromkeys(call.person.id for call in mentions))
        await Outbox.put(f"count/{times.week}/{group.id}", Reply(text, why=Why.COUNT, mentions=people), now, chat=group)


def _concerns(call: Call, group: Chat) -> bool:
    return any(group.covers(item.standing.project.id) for item in call.items)


def _lines(call: Call) -> list[tuple[str, str, str]]:
    """(project, node, last state) of what is asked."""
    found = []
    for item in call.items:
        said = (item.node or item.standing).status
        found.append((item.standing.project.name, item.node.name if item.node else "", said.label if said else ""))
    return found
