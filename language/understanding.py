"""The contract as dataclasses: one message in, one understanding out, to and from JSON."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from models.vocabulary import (
    AskAbout,
    Aspect,
    ChatKind,
    Color,
    CommandName,
    Modality,
    NodeKind,
    NodeState,
    ProblemCategory,
    Publication,
    Scope,
    Status,
    Topic,
)


@dataclass(frozen=True, slots=True)
class PromptItem:
    """One numbered line of what the bot last asked this person: "1没变 2已批" answers by number."""

    number: int
    project: str
    node: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One message as the reader gets it; everything beyond the text is context that may be absent.

    `now` is aware, in Asia/Shanghai. `sender` is a person's id or None. `quote` is the text of the quoted message.
    `prompt` holds the numbered items of the bot's last question to this sender. `about` names the projects that an
    answered question has settled: where the text alone leaves the project open, it is about these.
    """

    text: str
    now: datetime
    chat: ChatKind = ChatKind.GROUP
    sender: str | None = None
    quote: str | None = None
    prompt: tuple[PromptItem, ...] = ()
    about: tuple[str, ...] = ()
    awaiting: bool = False
    """Whether the bot has put a question to this sender here that is not answered yet."""


@dataclass(frozen=True, slots=True)
class Investment:
    """Money invested in one scope, in whole yuan; `plan_percent` is the share of that scope's plan."""

    yuan: int | None
    scope: Scope = Scope.TOTAL
    plan_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was counted, in the unit that was said."""

    unit: str
    done: Decimal | None = None
    total: Decimal | None = None
    left: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one message states of one project, or of one node of it; empty keys say nothing."""

    project: str
    node: str | None = None
    status: Status | None = None
    percent: Decimal | None = None
    investments: tuple[Investment, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    done_on: date | None = None
    due_on: date | None = None
    problems: tuple[ProblemCategory, ...] = ()
    needs_help: bool = False
    modality: Modality = field(default=Modality.STATED, compare=False)
    """How its status or its day is meant (力争 hopes, 拟 plans); not part of the wire."""
    words: str = field(default="", compare=False)
    """The clause or clauses it was read from, as said; kept as the source, not part of the wire."""


@dataclass(frozen=True, slots=True)
class Reports:
    """A report: one Report for each (project, node) of which a fact is stated.

    `told` are projects of the sender's unit of which works were told beside them, if nothing of that is kept.
    """

    reports: tuple[Report, ...]
    correction: bool = False
    told: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends inside it."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Query:
    """A question: a topic and only the filters that were said."""

    topic: Topic
    projects: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    colors: tuple[Color, ...] = ()
    node_kinds: tuple[NodeKind, ...] = ()
    problem_categories: tuple[ProblemCategory, ...] = ()
    node_state: NodeState | None = None
    period: Period | None = None
    aspect: Aspect | None = None
    """What a follow-up asks of the last subject; not part of the wire."""


@dataclass(frozen=True, slots=True)
class Command:
    """An order: a name and only the arguments that were said."""

    name: CommandName
    units: tuple[str, ...] = ()
    what: Publication | None = None
    number: int | None = None
    project: str | None = None
    problems: tuple[ProblemCategory, ...] = ()
    person: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """It cannot be told apart what it is about; a guess could write a wrong fact."""

    about: AskAbout
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing to record and nothing asked.

    `told` are the projects of the sender's unit of which works were told all the same, if nothing of it is kept:
    3号楼封顶了.
    """

    told: tuple[str, ...] = ()


Understanding = Reports | Query | Command | Ask | Nothing


def query_with(query: Query, **changes: Any) -> Query:
    """The same question with some filters set."""
    return replace(query, **changes)
