"""What recording a message takes and leaves behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from language.understanding import Report
from models.calendar import Week, day_of
from models.commitment import Commitment
from models.issue import Issue
from models.mailbox import Inbox
from models.people import Person
from models.project import APPROVED, PlanChange
from models.standing import ProjectStanding, Said


@dataclass(frozen=True, slots=True)
class Source:
    """Who reported, when and by which message; `proxied` is the unit the report was made for, if another.

    `last_week` where it says that it makes up for the week before. `promised` is the day until which it says that
    a conditional approval's missing papers will come, `promiser` the unit that it says will hand them in.
    `reference` is the meeting or paper that it names as the ground of a change of plan.
    """

    message: Inbox
    person: Person
    now: datetime
    proxied: str | None = None
    correction: bool = False
    last_week: bool = False
    promised: date | None = None
    promiser: str | None = None
    reference: str = ""

    @property
    def unit(self) -> str | None:
        """The unit in whose name it is said."""
        return self.proxied or self.person.unit_id

    @property
    def today(self) -> date:
        """The day on which it is said."""
        return day_of(self.now)


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of a report: what it was before, and what it is now; wire values."""

    project: str
    node: str | None
    key: str
    old: Any
    new: Any


@dataclass(slots=True)
class Recorded:
    """What one message left behind, for the answer."""

    reports: Sequence[Report]
    standings: dict[str, ProjectStanding]
    before: Mapping[tuple[str, str | None, str], Said] = field(default_factory=dict)
    stated: list[Stated] = field(default_factory=list)
    opened: list[Issue] = field(default_factory=list)
    requested: list[PlanChange] = field(default_factory=list)
    promised: list[Commitment] = field(default_factory=list)
    helped: bool = False
    """Whether a call for help went to the office that opened no new problem."""
    late: bool = False
    made_up: Week | None = None
    """The week for which it makes up, where it is not this one."""
    proxied: str | None = None
    question: str | None = None

    def only_moves_plans(self) -> bool:
        """Whether it is the office's word that moves planned dates, and nothing else is said."""
        moved = {change.node_id for change in self.requested if change.state == APPROVED}
        return bool(moved) and all(each.key == "due_on" and each.node in moved for each in self.stated)

    def changed(self) -> list[Stated]:
        """The values that are not what they were."""
        return [each for each in self.stated if each.old != each.new]
