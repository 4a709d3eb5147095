"""Warnings before a node turns yellow or red: in private, once a node and threshold, one letter a person and day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from actions.calls import answerable
from language.wording import warning as wording
from models.calendar import add_months, day_of, utc
from models.change import Change
from models.mailbox import Outbox, Reply
from models.people import Person, Unit, office_people
from models.policy import Office
from models.standing import NodeStanding, ProjectStanding, standings
from models.vocabulary import Color, Status, Why

WARNED = "warned/"


@dataclass(frozen=True, slots=True)
class Turn:
    """A node that will have another colour on a day, unless it is finished."""

    standing: ProjectStanding
    node: NodeStanding
    color: Color
    on: date

    @property
    def unit(self) -> str | None:
        """The unit that answers for it."""
        return self.node.unit or self.standing.project.lead_unit_id


async def warn(office: Office, now: datetime) -> None:
    """Tell the units and the office of every node that is about to turn; call it on working days."""
    before = {(row.node_id, row.key, row.new) for row in await Change.filter(key__startswith=WARNED)}
    turns = []
    for standing in (await standings(now)).values():
        for turn in _turning(standing, day_of(now), office):
            planned = turn.node.planned
            assert planned is not None
            mark = (turn.node.id, f"{WARNED}{turn.color.value}", planned.isoformat())
            if mark not in before:
                turns.append(turn)
                await Change.create(
                    project_id=standing.project.id, node_id=mark[0], key=mark[1], new=mark[2], at=utc(now)
                )
    if turns:
        await _tell(turns, now)


def _turning(standing: ProjectStanding, today: date, office: Office) -> Iterator[Turn]:
    """What turns within the days of warning; what would be due on a day off is told on the working day before."""
    if standing.status is Status.DONE:
        return
    horizon = office.calendar.next_workday(today)
    thresholds = ((Color.YELLOW, office.policy.yellow_months), (Color.RED, office.policy.red_months))
    for node in standing.open_nodes():
        for color, months in thresholds:
            if node.planned is not None:
                on = add_months(node.planned, months)
                if today < on and on - timedelta(days=office.policy.warn_days) < horizon:
                    yield Turn(standing, node, color, on)


async def _tell(turns: list[Turn], now: datetime) -> None:
    today, people = day_of(now), await answerable(day_of(now))
    units = {unit.id: unit.name for unit in await Unit.all()}
    told: dict[str, tuple[Person, list[Turn]]] = {}
    for turn in sorted(turns, key=lambda turn: (turn.on, turn.node.id)):
        liaison = people.on_behalf(turn.unit, turn.standing.project.id) if turn.unit else None
        if liaison is not None and not liaison.is_office:
            told.setdefault(liaison.id, (liaison, []))[1].append(turn)
    for person in await office_people():
        told[person.id] = (person, turns)
    for person, mine in told.values():
        lines = [
            wording.Line(turn.standing.project.name, turn.node.name, turn.node.planned, turn.color, turn.on, name)
            for turn in mine
            for name in [units.get(turn.unit or "", "") if person.is_office else ""]
        ]
        reply = Reply(wording.turning(lines, today), why=Why.WARNING)
        await Outbox.put(f"warning/{today}/{person.id}", reply, now, person=person)
