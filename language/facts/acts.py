"""The verbs of a clause once read, and what they come to."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from language.dates import DateSpan
from models.vocabulary import Modality, Status


class Act(Enum):
    """What a predicate says happened."""

    __hash__ = object.__hash__  # members are only themselves; Enum would hash their names in Python

    DONE = auto()
    PARTLY_DONE = auto()
    """An end told of a number only: 完成3公里."""
    NAMED = auto()
    """A node whose name is a verb, said without a word that it happened: 竣工验收. A day beside it decides."""
    PLANNED = auto()
    STEP = auto()
    STEPPED = auto()
    """An end of a step, not of the whole: 评审通过."""
    PROGRESS = auto()
    ENTERED = auto()
    PENDING = auto()
    NOT_STARTED = auto()
    BLOCKED = auto()
    RUNNING = auto()
    RESUMED = auto()
    UNCHANGED = auto()
    CONDITIONAL = auto()


STATUS_OF = {
    Act.DONE: Status.DONE,
    Act.STEP: Status.IN_PROGRESS,
    Act.STEPPED: Status.IN_PROGRESS,
    Act.PROGRESS: Status.IN_PROGRESS,
    Act.ENTERED: Status.IN_PROGRESS,
    Act.PENDING: Status.IN_PROGRESS,
    Act.RESUMED: Status.IN_PROGRESS,
    Act.NOT_STARTED: Status.NOT_STARTED,
    Act.BLOCKED: Status.BLOCKED,
    Act.UNCHANGED: Status.UNCHANGED,
    Act.CONDITIONAL: Status.CONDITIONAL,
}

AHEAD = frozenset({Act.PLANNED, Act.NAMED})
"""What has not happened yet, as far as it is told."""

NO_STATE = AHEAD | {Act.RUNNING, Act.PARTLY_DONE}


@dataclass(slots=True)
class Predicate:
    """One verb of a clause with the date beside it."""

    act: Act
    start: int
    end: int
    date: DateSpan | None = None
    dated: bool = True
    """Whether a date beside it is its own: that of a 评审会 is none of the node's."""


@dataclass(slots=True)
class Judgement:
    """What a clause says, before it is known of which node; its status and acts are told once it is complete."""

    predicates: list[Predicate] = field(default_factory=list)
    done_on: date | None = None
    due_on: date | None = None
    dues: list[date] = field(default_factory=list)
    """All days to come in their order: 分别于3月底和5月底完成."""
    enters_on: date | None = None
    """The day on which work is to begin."""
    day: DateSpan | None = None
    """A day gone by that stands without a verb."""
    future_from: int | None = None
    """Where a day to come ends."""

    modality: Modality = Modality.STATED
    """How what is still to come is meant."""
    planned: bool = False
    """Whether the clause ends in what is still to come."""
    hoped: bool = False
    """Whether it holds a word of hope and no verb yet: 哪怕, before the node and its end."""
    doubtful: bool = False
    moved: bool = False
    dated: bool = False
    all_of_it: bool = False
    of_all: bool = False
    of_the_rest: bool = False
    of_a_part: bool = False
    ends_project: bool = False

    status: Status | None = None
    """What the verbs come to."""
    acts: frozenset[Act] = frozenset()
    """All acts of the clause."""

    @property
    def plans_an_end(self) -> bool:
        """Whether an end is still to come, and not only more of the work: 下周计划：完成衬砌, not 继续衬砌."""
        return any(each.act in AHEAD and each.dated for each in self.predicates)

    def sum_up(self) -> None:
        """Tell from the verbs, once all of them are read, what they come to."""
        if self.predicates:
            acts = [each.act for each in self.predicates]
            self.acts = frozenset(acts)
            self.status = _status(acts)


def _status(acts: list[Act]) -> Status | None:
    if Act.CONDITIONAL in acts:
        return Status.CONDITIONAL
    if Act.BLOCKED in acts and Act.RESUMED not in acts[acts.index(Act.BLOCKED) :]:
        return Status.BLOCKED
    return _last_state(acts)


def _last_state(acts: list[Act]) -> Status | None:
    """The last act that tells a state; an end counts more than the steps beside it."""
    for act in reversed(acts):
        if act in NO_STATE:
            continue
        if act in (Act.STEP, Act.STEPPED) and Act.DONE in acts:
            return Status.DONE if acts[-1] is Act.DONE else Status.IN_PROGRESS
        return STATUS_OF[act]
    return None
