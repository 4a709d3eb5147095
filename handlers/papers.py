"""Drafts of official papers, for the office alone: lists for talks, urging letters, bulletins, calls for opinions."""

from collections.abc import Sequence
from dataclasses import replace

from actions import commitment, dialogue, to_office
from actions.board import take_snapshot
from actions.meeting import ASSIGNED
from handlers.answers import status
from handlers.turn import Turn
from language.paper_requests import Paper, PaperRequest, amends_paper, answer_by, paper_wanted, posts_paper
from language.understanding import Query
from language.wording import common
from language.wording import papers as wording
from models.calendar import day_of, local
from models.dialogue import open_question
from models.issue import open_issues
from models.mailbox import Inbox, Reply
from models.meeting import CLOSED, Decision, Meeting
from models.people import Person, unit_names
from models.standing import standings
from models.vocabulary import UNSPOKEN, Color, Role, Topic, Why

BY_WHEN = "paper_due"
FOR_LEADERS = (Paper.PROBLEMS, Paper.REPORT)
"""What only tells a leader what the ledgers hold; all others go out in somebody's name, and are the office's."""


async def answer(turn: Turn) -> tuple[Reply, ...] | None:
    """Draft what is wanted; None where no paper is, and no day for the last one is told."""
    person = turn.person
    if person is None:
        return None
    wanted = paper_wanted(turn.plain, turn.now, turn.lexicon)
    if wanted is None and posts_paper(turn.plain):
        return (Reply(wording.not_posted()),)
    if wanted is None:
        return await _with_day(turn, person)
    to_read = Role(person.role) is Role.LEADER and wanted.paper in FOR_LEADERS
    if not person.is_office and not to_read:
        return await _passed_on(turn, person)
    return await _drafted(turn, person, wanted)


async def _passed_on(turn: Turn, person: Person) -> tuple[Reply, ...]:
    """A leader's wish goes to the office; nobody else's does."""
    if Role(person.role) is not Role.LEADER:
        return (Reply(wording.only_office(), private=True),)
    told = Reply(wording.wanted(common.title_of(person), turn.said), why=Why.OFFICE)
    await to_office.tell_office(f"paper/{turn.message.id}", told, turn.now)
    return (Reply(wording.passed_on()),)


async def _drafted(turn: Turn, person: Person, wanted: PaperRequest) -> tuple[Reply, ...]:
    text, lacks_day = await _text(turn, wanted)
    if lacks_day:
        minutes = turn.office.policy.question_minutes
        await dialogue.ask(turn.chat, person, BY_WHEN, {"message": turn.message.id}, turn.now, minutes)
        text = f"{text}\n{wording.by_when()}"
    draft = Reply(text, private=True)
    return (Reply(wording.privately()), draft) if turn.chat.is_group else (draft,)


async def _with_day(turn: Turn, person: Person) -> tuple[Reply, ...] | None:
    """限12月26日前回复, right after a draft that lacked the day."""
    question = await open_question(turn.chat, person, turn.now)
    if question is None and amends_paper(turn.plain):
        return await _amended(turn, person)
    if question is None or question.kind != BY_WHEN or len(turn.plain) > 40:
        return None
    due = answer_by(turn.plain, turn.now, turn.lexicon)
    if due is None or not await dialogue.settle(question, turn.now):
        return None
    earlier = await Inbox.get(id=question.payload["message"])
    then = replace(turn, message=earlier)
    wanted = paper_wanted(then.plain, turn.now, turn.lexicon)
    return await _drafted(turn, person, replace(wanted, due=due)) if wanted else None


async def _amended(turn: Turn, person: Person) -> tuple[Reply, ...] | None:
    """函再改一下，加上请于6月15日前反馈: the last draft with its day; what else it says is typed by hand."""
    if not person.is_office:
        return None
    same = Inbox.filter(platform=turn.message.platform, sender_address=turn.message.sender_address)
    due = answer_by(turn.plain, turn.now, turn.lexicon)
    for earlier in await same.filter(id__lt=turn.message.id).order_by("-id").limit(15):
        then = replace(turn, message=earlier)
        if wanted := paper_wanted(then.plain, turn.now, turn.lexicon):
            if due is None:
                return (Reply(wording.by_hand(), private=True),)
            if KIND_SAID.get(wanted.paper, "") in turn.plain:
                return await _drafted(turn, person, replace(wanted, due=due))
    return None


KIND_SAID = {Paper.COORDINATION: "函", Paper.URGING: "督办", Paper.REQUEST: "请示", Paper.OPINIONS: "意见"}


async def _minutes() -> str:
    """The minutes of the last meeting as far as the ledger knows them."""
    found = Meeting.filter(ended_at__isnull=False).exclude(kind=ASSIGNED).order_by("-ended_at", "-id")
    for held in await found.limit(3):
        rows = await Decision.filter(meeting_id=held.id).order_by("serial").prefetch_related("unit")
        if rows and held.ended_at is not None:
            lines = [(each.text, each.unit.name if each.unit else "", each.due_on) for each in rows]
            return wording.minutes(held.kind, held.serial, day_of(local(held.ended_at)), lines)
    return wording.minutes_of_nothing()


async def _text(turn: Turn, wanted: PaperRequest) -> tuple[str, bool]:
    """The words of a draft, and whether a day for the answer is to be asked for."""
    match wanted.paper:
        case Paper.OPINIONS:
            return wording.opinions(wanted.matter, wanted.due, turn.today), wanted.due is None
        case Paper.BULLETIN:
            nodes, total = await _late(turn, (Color.RED, Color.YELLOW))
            return wording.bulletin(nodes, total, turn.today), False
        case Paper.TALKS:
            nodes, _ = await _late(turn, (Color.RED,))
            return wording.talks(nodes, await _decisions(turn, ()), turn.today), False
        case Paper.PROBLEMS:
            return wording.problems(await _problems(turn, wanted.projects), turn.today), False
        case Paper.MINUTES:
            return await _minutes(), False
        case Paper.STATE:
            return await _state(turn), False
        case Paper.REPORT:
            return await _report(turn, wanted), False
        case Paper.REQUEST:
            return await _request(turn, wanted), False
        case Paper.COORDINATION:
            return await _coordination(turn, wanted)
        case Paper.URGING:
            return await _urging(turn, wanted)


async def _problems(turn: Turn, projects: Sequence[str]) -> list[wording.OpenProblem]:
    """The open problems, of some projects where they are named; what is never spoken of stands in no paper."""
    found = await open_issues(turn.now, list(projects) or None)
    names, units = turn.lexicon.registry.projects, await unit_names()
    return [
        wording.OpenProblem(
            each.number,
            names[each.project_id].name,
            each.categories,
            each.words,
            units.get(each.unit_id or "", ""),
            each.level,
            day_of(each.opened_at),
        )
        for each in found
        if UNSPOKEN not in each.categories
    ]


async def _state(turn: Turn) -> str:
    """How all projects stand: colours, what is late, what is stuck, what of decisions and promises is past its day."""
    nodes, total = await _late(turn, (Color.RED, Color.YELLOW))
    broken = [each for each in await commitment.open_ones() if each.due_on and each.due_on < turn.today]
    promises = [(each.subject, each.due_on) for each in broken if each.due_on]
    problems = await _problems(turn, ())
    return wording.state(nodes, total, problems, await _decisions(turn, ()), promises, turn.today)


async def _report(turn: Turn, wanted: PaperRequest) -> str:
    """What the ledgers hold of the projects that are named."""
    if not wanted.projects:
        return wording.report_on_what()
    names = [turn.lexicon.registry.projects[each].name for each in wanted.projects]
    facts = await _facts(turn, wanted)
    special = "专报" in turn.plain
    return wording.report(names, facts, await _problems(turn, wanted.projects), turn.today, special=special)


async def _facts(turn: Turn, wanted: PaperRequest) -> str:
    """How the projects that are named stand."""
    if not wanted.projects:
        return ""
    replies = await status.answer(turn, Query(Topic.STATUS, projects=wanted.projects))
    return "\n".join(each.text for each in replies)


async def _request(turn: Turn, wanted: PaperRequest) -> str:
    """The request to those above: what is asked, in the office's words, and how the projects stand."""
    names = [turn.lexicon.registry.projects[each].name for each in wanted.projects]
    stuck = await _problems(turn, wanted.projects) if wanted.projects else []
    if not wanted.matter and not stuck:
        return wording.request_what()
    return wording.request(names, await _facts(turn, wanted), wanted.matter, stuck, turn.today)


async def _coordination(turn: Turn, wanted: PaperRequest) -> tuple[str, bool]:
    """The letter to a unit whose help is wanted: what is stuck in the projects that are named."""
    if len(wanted.units) != 1 or not wanted.projects:
        return wording.coordination_whom(), False
    unit = turn.lexicon.registry.units[wanted.units[0]].name
    stuck = await _problems(turn, wanted.projects)
    if not stuck and wanted.matter:
        return wording.asks_unit(unit, await _facts(turn, wanted), wanted.matter, wanted.due, turn.today), (
            wanted.due is None
        )
    if not stuck:
        names = [turn.lexicon.registry.projects[each].name for each in wanted.projects]
        return wording.coordination_what(names), False
    return wording.coordination(unit, stuck, wanted.due, turn.today), wanted.due is None


async def _late(turn: Turn, colors: Sequence[Color]) -> tuple[list[wording.LateNode], int]:
    """The projects of some colours with the node that decides it, and of how many."""
    snapshot = (await take_snapshot(turn.now, turn.office.policy)).of(turn.chat.scope if turn.chat.is_group else [])
    found = [
        wording.LateNode(line.name, line.node, line.planned, line.holder or line.unit, line.color.label)
        for color in colors
        for line in snapshot.of_color(color)
        if line.planned is not None
    ]
    return found, len(snapshot.lines)


async def _decisions(turn: Turn, units: Sequence[str]) -> list[wording.LateDecision]:
    """What meetings and leaders decided that is past its day."""
    rows = Decision.filter(due_on__lt=turn.today).exclude(state=CLOSED).order_by("due_on", "id")
    return [
        wording.LateDecision(row.number, row.text, row.unit.name if row.unit else "", row.due_on)
        for row in await rows.prefetch_related("meeting", "unit")
        if row.due_on is not None and (not units or row.unit_id in units)
    ]


async def _urging(turn: Turn, wanted: PaperRequest) -> tuple[str, bool]:
    """The letter to a unit: what of the project that is named, else of all that it holds, is past its day."""
    known = await standings(turn.now, list(wanted.projects) or None)
    units = wanted.units[:1] or tuple(
        dict.fromkeys(lead for each in known.values() if wanted.projects and (lead := each.project.lead_unit_id))
    )
    if len(units) != 1:
        return wording.urging_whom(), False
    names = await unit_names()
    nodes = [
        wording.LateNode(
            each.project.name,
            node.name,
            node.planned,
            names.get(units[0], ""),
            node.color(turn.today, turn.office.policy).label,
        )
        for each in known.values()
        for node in each.open_nodes()
        if node.planned and node.planned < turn.today and (node.unit or each.project.lead_unit_id) == units[0]
    ]
    decisions = [] if wanted.projects and nodes else await _decisions(turn, units)
    if not nodes and not decisions:
        return wording.urging_what(names.get(units[0], "")), False
    return wording.urging(names.get(units[0], ""), nodes, decisions, wanted.due, turn.today), wanted.due is None
