"""What an inspector asks: what was reported, of what nothing is heard, how many there are, who changed a bulletin."""

from datetime import datetime, time, timedelta

from actions.bulletin import draft_of
from actions.to_office import tell_office
from handlers.answers.scope import scope_of
from handlers.quoting import Quotes, may_be_named
from handlers.turn import Turn
from language.ledger_questions import days_without_news
from language.requests import asks_about_last_week
from language.understanding import Query, query_with
from language.wording import common
from language.wording.answers import inspections as wording
from models.calendar import at, local, utc
from models.cycle import reporting_week
from models.draft import DraftEvent
from models.mailbox import Reply
from models.people import Unit
from models.permission import ABOVE
from models.policy import Approval
from models.project import REJECTED, PlanChange
from models.refusal import OfficeOnly
from models.report import Fact, Withdrawal
from models.vocabulary import Color, NodeKind, Role, Why
from models.weekly import cycle_times


async def overview(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """How many projects there are, and how many of those with a start in their plan have begun."""
    scope = await scope_of(turn, query_with(query, node_kinds=(), node_state=None, period=None))
    colors: dict[Color, int] = {}
    for standing in scope.found.values():
        color, _ = standing.color(scope.today, turn.office.policy)
        colors[color] = colors.get(color, 0) + 1
    starts = [node for each in scope.found.values() for node in each.nodes.values() if node.kind is NodeKind.START]
    begun = sum(node.finished_on is not None for node in starts)
    return (Reply(wording.overview(scope.label, len(scope.found), colors, len(starts), begun, turn.today)),)


async def stale(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """The projects of which nothing was heard for so long, the longest first."""
    days = days_without_news(turn.message.text) or 30
    scope = await scope_of(turn, query_with(query, colors=(), period=None))
    lines = []
    for standing in scope.found.values():
        last = standing.latest()
        if standing.nodes and not standing.open_nodes():
            continue  # of what is finished nothing need be heard
        if last is None or last.day <= turn.today - timedelta(days=days):
            lines.append((standing.project.name, last.day if last else None, scope.unit(last.unit) if last else ""))
    lines.sort(key=lambda line: line[1] or turn.today - timedelta(days=9999))
    return (Reply(wording.stale(lines, days, len(scope.found), turn.today, turn.office.policy.answer_lines)),)


async def reported(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """What a unit, or anybody of a project, reported this week or last, message by message."""
    week = turn.week.previous if asks_about_last_week(turn.message.text) else turn.week
    wide = query_with(query, units=(), period=None)
    # 住建和水利 beside a project's name are units, and no sort of projects that would shut it out.
    scope = await scope_of(turn, query_with(wide, categories=()) if query.projects else wide)
    facts = Fact.filter(project_id__in=list(scope.found), said_at__gte=utc(at(week.monday, time())))
    facts = facts.filter(said_at__lt=utc(at(week.next.monday, time())), said_at__lte=utc(turn.now))
    if query.units:
        facts = facts.filter(unit_id__in=list(query.units))
    gone = {each.message_id for each in await Withdrawal.filter(at__lte=utc(turn.now)).only("id", "message_id")}
    told: dict[int, tuple[datetime, str, dict[str, list[str]]]] = {}
    for fact in await facts.order_by("-said_at", "id").prefetch_related("person", "node"):
        if fact.message_id in gone or fact.key == "needs_help" or not _may_be_told(turn, fact):
            continue
        who = common.speaker(scope.unit(fact.unit_id), fact.person)
        entry = told.setdefault(fact.message_id or -fact.id, (fact.said_at, who, {}))
        name = scope.found[fact.project_id].project.name + (f"，{fact.node.name}" if fact.node else "")
        entry[2].setdefault(name, []).append(common.value(fact.key, fact.value, turn.today))
    lines = [
        (moment, who, "；".join(f"{name}{'、'.join(values)}" for name, values in what.items()))
        for moment, who, what in told.values()
    ]
    names = [scope.units[unit] for unit in query.units] or [scope.found[each].project.name for each in query.projects]
    text = wording.reported("、".join(names), week.label, lines, turn.today, turn.office.policy.answer_lines)
    return (Reply(text),)


async def plan_changes(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Which planned dates were asked to be moved or have been, and on what ground."""
    scope = await scope_of(turn, query_with(query, period=None))
    rows = PlanChange.filter(node__project_id__in=list(scope.found), requested_at__lte=utc(turn.now))
    found = await rows.order_by("-id").prefetch_related("node")
    changes = [row for row in found if row.state != REJECTED or row.decided_by_id]  # nobody decided what was withdrawn
    quotes = await Quotes.of(turn, [row.message_id for row in changes])
    why = any(word in turn.message.text for word in ("为什么", "为啥", "为何", "怎么", "凭什么", "原因"))
    lines = [
        wording.PlanLine(
            scope.found[row.node.project_id].project.name,
            row.node.name,
            row.old,
            row.new,
            row.state,
            row.reference,
            quotes.words(row.reason, row.message_id, about_people=row.node.kind is NodeKind.ACQUISITION) if why else "",
        )
        for row in changes
    ]
    names = [each.project.name for each in scope.found.values()]
    about = scope.label or (names[0] if len(names) == 1 else "")
    return (Reply(wording.plan_changes(about, lines, turn.today, turn.office.policy.answer_lines)),)


async def differs(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """你统计的数怎么和发改局的不一样: whose figures these are and as of when; the office hears that it was asked."""
    if turn.person is not None:
        unit = await Unit.get_or_none(id=turn.person.unit_id)
        who = common.named_speaker(unit.name if unit else "", turn.person)
        letter = Reply(wording.doubted(who, turn.said), why=Why.OFFICE)
        await tell_office(f"differs/{turn.message.id}", letter, turn.now, but=turn.person.id)
    return (Reply(wording.differs(turn.today)),)


def _may_be_told(turn: Turn, fact: Fact) -> bool:
    return fact.key != "problems" or may_be_named(turn, fact.value or ())


async def publication(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """周报发了没, 这周的图怎么还没出: whether the week's bulletin is out, and what it waits for if not."""
    week = reporting_week(turn.now, turn.office.weekly, turn.office.calendar)
    week = week.previous if asks_about_last_week(turn.message.text) else min(week, turn.week)
    draft = await draft_of(week)
    if draft is not None:
        out = wording.out(week.label, local(draft.published_at) if draft.published_at else None, turn.today)
        above = turn.person is not None and Role(turn.person.role) in ABOVE
        return await draft_history(turn, query) if above and not turn.chat.is_group else (Reply(out),)
    times = await cycle_times(week, turn.office.weekly, turn.office.calendar)
    automatic = turn.office.weekly.approval is not Approval.REQUIRED
    return (Reply(wording.not_drafted(week.label, times, turn.now, automatic)),)


async def draft_history(turn: Turn, query: Query) -> tuple[Reply, ...]:
    """Who drafted, edited, held and published a bulletin, and when; for those above only."""
    if turn.person is None or Role(turn.person.role) not in ABOVE:
        raise OfficeOnly
    week = turn.week.previous if asks_about_last_week(turn.message.text) else turn.week
    draft = await draft_of(week)
    events = await DraftEvent.filter(draft=draft).order_by("id").prefetch_related("person__unit") if draft else []
    lines = [
        (
            event.at,
            common.named_speaker(event.person.unit.name if event.person.unit else "", event.person)
            if event.person
            else "",
            event.what,
        )
        for event in events
    ]
    return (Reply(wording.draft_history(week.label, lines, turn.today)),)
