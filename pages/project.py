"""One project: its plan, its problems, what was reported in which words, and everything that changed."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from aiohttp import web

from language.wording import common
from language.wording import pages as wording
from models.calendar import utc
from models.change import Change
from models.issue import Issue
from models.people import LIAISON, SUPPORT, Duty
from models.project import PlanChange, PlanNode, Project
from models.report import Fact, Withdrawal
from models.standing import standings
from pages.desk import Desk, desk_of
from pages.media import Thing, things_of
from pages.moment import asked_day, moment_of
from pages.render import page

MOST_MESSAGES = 60
MOST_CHANGES = 80
FACTS = frozenset(
    {"status", "percent", "done_on", "due_on", "investment", "share", "quantity", "problems", "needs_help"}
)
"""How the keys of what was reported begin."""


@dataclass(slots=True)
class Report:
    """One message that said something of the project, and what was taken from it."""

    at: datetime
    person: str
    unit: str
    text: str
    values: list[tuple[str, str]] = field(default_factory=list)
    withdrawn: bool = False
    correction: bool = False
    things: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """One value that became another."""

    what: str
    old: str
    new: str


@dataclass(slots=True)
class Changed:
    """What one message, or one decision of the office, changed."""

    at: datetime
    person: str
    text: str
    moves: list[Moved] = field(default_factory=list)


async def show(request: web.Request) -> web.Response:
    """The page of a project."""
    desk = desk_of(request)
    id_ = request.match_info["project"]
    project = await Project.get_or_none(id=id_).prefetch_related("lead_unit")
    if project is None:
        raise web.HTTPNotFound
    day = asked_day(request, desk)
    moment = moment_of(day, desk)
    standing = (await standings(moment, [id_]))[id_]
    color, deciding = standing.color(day or desk.today, desk.policy)
    duties = await Duty.filter(project_id=id_).order_by("id").prefetch_related("unit", "person__unit")
    return page(
        "project.html",
        simulated=desk.room is not None,
        here="",
        today=desk.today,
        day=day,
        shown_day=day or desk.today,
        project=project,
        standing=standing,
        color=color,
        deciding=deciding,
        policy=desk.policy,
        units=await _holders(id_),
        support=[each.unit.name for each in duties if each.kind == SUPPORT and each.unit],
        liaisons=[each.person for each in duties if each.kind == LIAISON and each.person],
        issues=await Issue.filter(project_id=id_, opened_at__lte=utc(moment)).order_by("-id").prefetch_related("unit"),
        reports=await _reports(id_, moment, desk),
        changes=await _changes(id_, moment, desk.today),
        plan_changes=await PlanChange.filter(node__project_id=id_, requested_at__lte=utc(moment))
        .order_by("-requested_at")
        .prefetch_related("node", "requested_by", "decided_by"),
    )


async def _holders(project: str) -> dict[str, str]:
    """The names of the units that hold the project's nodes."""
    nodes = await PlanNode.filter(project_id=project, unit_id__not_isnull=True).prefetch_related("unit")
    return {node.unit_id: node.unit.name for node in nodes if node.unit_id and node.unit}


async def _reports(project: str, moment: datetime, desk: Desk) -> list[Report]:
    """What was said of a project, message by message, the newest first."""
    facts = (
        await Fact.filter(project_id=project, said_at__lte=utc(moment))
        .order_by("-said_at", "id")
        .prefetch_related("message", "person", "unit", "node")
    )
    withdrawn = {each.message_id for each in await Withdrawal.filter(at__lte=utc(moment))}
    found: dict[tuple[int | None, datetime], Report] = {}
    for fact in facts:
        key = fact.message_id, fact.said_at
        if key not in found:
            found[key] = await _report(fact, fact.message_id in withdrawn, desk)
        value = common.value(fact.key, fact.value, desk.today)
        found[key].values.append((fact.node.name if fact.node else "", value))
    return list(found.values())[:MOST_MESSAGES]


async def _report(fact: Fact, withdrawn: bool, desk: Desk) -> Report:
    return Report(
        fact.said_at,
        fact.person.name if fact.person else "",
        fact.unit.name if fact.unit else "",
        fact.message.text if fact.message else fact.words,
        withdrawn=withdrawn,
        correction=fact.correction,
        things=await things_of(desk, fact.message.attachments) if fact.message else (),
    )


async def _changes(project: str, moment: datetime, today: date) -> list[Changed]:
    """Old value, new value, by whose words, the newest first."""
    rows = (
        await Change.filter(project_id=project, at__lte=utc(moment))
        .order_by("-at", "-id")
        .limit(MOST_CHANGES)
        .prefetch_related("node", "person", "message")
    )
    found: dict[tuple[int | None, datetime], Changed] = {}
    for row in rows:
        if row.old != row.new and (moved := _moved(row, today)) is not None:
            text = row.message.text if row.message else ""
            changed = Changed(row.at, row.person.name if row.person else "", text)
            found.setdefault((row.message_id, row.at), changed).moves.insert(0, moved)
    return list(found.values())


def _moved(row: Change, today: date) -> Moved | None:
    """What a row tells a reader; of what the bot only keeps count of (who was warned, who was asked), nothing."""
    head, _, tail = row.key.partition("/")
    node = row.node.name if row.node else ""
    match head:
        case "issue":
            return Moved(wording.issue(tail), "", wording.CLOSED if row.new == "closed" else wording.OPENED)
        case "level":
            return Moved(wording.issue(tail), wording.level(row.old), wording.level(row.new))
        case "planned" | "promise":
            what = f"{node} {wording.PLANNED if head == 'planned' else wording.PROMISED}".strip()
            return Moved(what, _day(row.old, today), _day(row.new, today) or wording.TAKEN_BACK)
        case "alias":
            return Moved(wording.ALIAS, row.old or "", row.new or wording.TAKEN_BACK)
        case _ if head in FACTS:
            new = _value(row.key, row.new, today) or wording.TAKEN_BACK
            return Moved(node or wording.PROJECT, _value(row.key, row.old, today), new)
    return None


def _day(wire: str | None, today: date) -> str:
    return common.day(date.fromisoformat(wire), today) if wire else ""


def _value(key: str, wire: Any, today: date) -> str:
    return "" if wire is None else common.value(key, wire, today)
