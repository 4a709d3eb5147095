"""What a question is about: the projects its filters choose, as they stood on the day that was asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.turn import Turn
from language.asked_nodes import asks_of_charge
from language.understanding import Period, Query
from language.wording.answers import status as wording
from models.calendar import at, day_of
from models.people import unit_names
from models.standing import NodeStanding, ProjectStanding, standings
from models.vocabulary import NodeState, Role, Topic

AS_OF_TOPICS = (Topic.STATUS, Topic.COLORS, Topic.INVESTMENT)
"""Topics for which a period in the past asks how things stood at its end."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The chosen projects in the order of the plan; `label` says by which filter, empty for all of this chat."""

    moment: datetime
    today: date
    found: dict[str, ProjectStanding]
    units: dict[str, str]
    label: str = ""

    def unit(self, unit: str | None) -> str:
        """A unit's name."""
        return self.units.get(unit or "", "")


async def scope_of(turn: Turn, query: Query) -> Scope:
    """The projects a question is about, of those that this chat is for."""
    moment = moment_of(turn, query)
    found = await standings(moment, list(query.projects) or None)
    chosen = {key: each for key, each in found.items() if _fits(each, query) and turn.chat.covers(key)}
    chosen = {key: each for key, each in chosen.items() if key not in turn.without}
    units = await unit_names()
    label = _label(query, units)
    leads = turn.person is not None and turn.person.role == Role.LEADER.value and not (query.projects or label)
    if leads and turn.person is not None and asks_of_charge(turn.plain):
        chosen = {key: each for key, each in chosen.items() if turn.person.name in each.project.leader}
        label = wording.IN_YOUR_CHARGE
    return Scope(moment, day_of(moment), chosen, units, label)


def moment_of(turn: Turn, query: Query) -> datetime:
    """Now, or the end of the period where the question is about a day that has passed."""
    if query.period and query.topic in AS_OF_TOPICS and query.period.last < turn.today:
        return at(query.period.last + timedelta(days=1), time()) - timedelta(microseconds=1)
    return turn.now


def _fits(standing: ProjectStanding, query: Query) -> bool:
    project = standing.project
    held = {project.lead_unit_id, *(node.unit for node in standing.nodes.values())}
    return (
        (not query.units or bool(held & set(query.units)))
        and (not query.towns or project.town in query.towns)
        and (not query.categories or project.category in query.categories)
    )


def _label(query: Query, units: dict[str, str]) -> str:
    names: Sequence[str] = [*(units.get(unit, unit) for unit in query.units), *query.towns, *query.categories]
    return "、".join(names)


def node_fits(node: NodeStanding, query: Query, today: date) -> bool:
    """Whether a node has the state and lies in the period that were asked for."""
    finished = node.finished_on
    match query.node_state:
        case NodeState.DONE:
            return finished is not None and within(finished, query.period)
        case NodeState.OPEN:
            return finished is None and within(node.planned, query.period)
        case NodeState.OVERDUE:
            return (
                finished is None
                and node.planned is not None
                and node.planned < today
                and within(node.planned, query.period)
            )
        case NodeState.DUE:
            return within(node.planned, query.period)
    return within(finished or node.planned, query.period)


def within(day: date | None, period: Period | None) -> bool:
    """Whether a day lies in a period; in none that was not said, every day."""
    return period is None or (day is not None and period.first <= day <= period.last)
