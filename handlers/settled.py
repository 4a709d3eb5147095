"""What stands in the ledgers and is told to be carried out or settled beside a report, or without its number."""

from collections.abc import Sequence
from dataclasses import replace

from actions import issue, issue_rounds, meeting
from handlers import noted, shown
from handlers.meant import decisions_meant, issues_meant, spoken_of
from handlers.report import take_reports, take_untold
from handlers.turn import Turn
from language.carrying import loosely_named
from language.same_matter import concerns_node, names_around, same_matter, shares_word
from language.settling import (
    asks_closing,
    disputes,
    looked_into,
    numbers_in,
    quoted_issue,
    says_finished,
    says_paid,
    says_settled,
    shows_ground,
    speaks_of_all,
    speaks_of_both,
    speaks_of_decision,
    speaks_of_money,
    without_closing,
    without_numbers,
)
from language.troubles_over import Clause, clauses_of
from language.understanding import Ask, Command, Nothing, Query, Reports, Understanding
from language.vocabulary_words import node_kinds_in
from language.wording import command as command_wording
from language.wording import ledger as wording
from language.wording.answers import problems as problem_wording
from models.issue import Issue, open_issues, open_now
from models.mailbox import Reply
from models.meeting import APPLIED, CLOSED, OPEN, Decision
from models.people import Person
from models.permission import REPORTS
from models.refusal import NoSuchDecision
from models.vocabulary import UNSPOKEN, CommandName, Role


async def answer(turn: Turn, understood: Understanding) -> tuple[Reply, ...] | None:
    """Pass on what is said of a decision's number or of a problem that is no more; None where neither is told."""
    person = turn.person
    if person is None or Role(person.role) not in REPORTS or isinstance(understood, Query):
        return None
    bare = isinstance(understood, Command) and understood.name is CommandName.CLOSE_PROBLEM
    if isinstance(understood, Command) and not bare:
        return None
    if decisions := await _decisions(turn, person):
        return await _of_decisions(turn, person, understood, decisions)
    if not person.is_office and await _is_anothers(turn, person):
        return ()
    if bare and isinstance(understood, Command) and understood.number is not None:
        return None
    closing = asks_closing(turn.plain)
    if not closing and (of_matter := await _of_matter(turn, person, understood)):
        return of_matter
    if not closing and not (says_settled(turn.plain) and not person.is_office):
        return await _of_trouble(turn, person, understood) or await _of_only_one(turn, person, understood)
    told = await _without_number(turn, person, understood, closing)
    return told or await _of_only_one(turn, person, understood)


async def _of_only_one(turn: Turn, person: Person, understood: Understanding) -> tuple[Reply, ...] | None:
    """钱昨天拨了, from a unit with one charge and no works named: what else should it have done."""
    if person.is_office or not isinstance(understood, Nothing | Ask) or turn.lexicon.sure_projects(turn.plain):
        return None
    paid = says_paid(turn.plain)
    if not (says_finished(turn.plain) or paid):
        return None
    rows = await Decision.filter(unit_id=person.unit_id, state=OPEN).order_by("id").prefetch_related("meeting")
    if len(rows) != 1:
        return None
    has_works = bool(turn.lexicon.own_projects(person.id))
    if has_works and not (paid and speaks_of_money(rows[0].text)):
        return None  # of which of its works it tells is asked
    return (Reply(await noted.note(turn, person, rows[0], turn.said)),)


async def _decisions(turn: Turn, person: Person) -> list[Decision]:
    """The open decisions whose numbers are named, of the speaker's unit or, for the office, of any."""
    found = []
    for number in numbers_in(turn.plain) or _quoted(turn):
        try:
            decision = await meeting.decision_of(*number)
        except NoSuchDecision:
            continue
        if person.is_office or decision.unit_id in (None, person.unit_id):
            found.append(decision)
    return found


async def _is_anothers(turn: Turn, person: Person) -> bool:
    """Whether only another unit's decision is named: what is said of it is no report of the speaker's own works."""
    if turn.lexicon.sure_projects(turn.plain):
        return False
    for number in numbers_in(turn.plain):
        try:
            decision = await meeting.decision_of(*number)
        except NoSuchDecision:
            continue
        if decision.unit_id not in (None, person.unit_id):
            return True
    return False


def _quoted(turn: Turn) -> list[tuple[int, int]]:
    """The one decision in what is quoted."""
    numbers = numbers_in(turn.message.quote or "")
    return numbers if len(numbers) == 1 else []


async def _of_decisions(
    turn: Turn, person: Person, understood: Understanding, decisions: Sequence[Decision]
) -> tuple[Reply, ...] | None:
    """The office closes them; their unit asks for that where it shows on what ground, else tells how far they are."""
    if person.is_office:
        if not asks_closing(turn.plain):
            return None
        standing = [each for each in decisions if each.state != CLOSED] or decisions
        for each in standing:
            await meeting.close(each, "", person, turn.message, turn.now)
        return (Reply("\n".join(wording.closed(each.number, each.text) for each in standing)),)
    told = [await noted.note(turn, person, each, turn.said) for each in decisions]
    if not isinstance(understood, Reports):
        understood = noted.ended_in(turn, decisions[0], turn.said) or understood
    return await _beside_report(turn, understood, told)


async def _beside_report(turn: Turn, understood: Understanding, told: Sequence[str]) -> tuple[Reply, ...]:
    """What else a message tells is recorded as ever."""
    reports = await take_reports(turn, understood) if isinstance(understood, Reports) else ()
    lines = "\n".join(told)
    if not reports:
        return (Reply(lines),)
    return (replace(reports[0], text=f"{reports[0].text}\n{lines}"), *reports[1:])


async def _of_matter(turn: Turn, person: Person, understood: Understanding) -> tuple[Reply, ...]:
    """What a unit tells of the very matter of its decision, without the number: how far it is, beside any report."""
    if person.is_office or (isinstance(understood, Reports) and understood.correction):
        return ()
    open_ones = Decision.filter(unit_id=person.unit_id, state=OPEN).order_by("id")
    rows = await open_ones.prefetch_related("meeting")
    projects = _projects(turn, person, understood) if rows else []
    if not projects and isinstance(understood, Ask | Nothing) and (own := await _without_project(turn, rows)):
        told = await noted.note(turn, person, own, turn.said)
        return await _heard(turn, [own.project_id] if own.project_id else [], [told])
    there = [each for each in rows if each.project_id in projects]
    meant = [each for each in there if _is_about(turn, each, understood)]
    meant = meant or decisions_meant(turn, [each for each in rows if each.project_id is None])
    if not meant and len(there) == 1 and there[0].project_id:
        around = tuple(names_around(there[0].project_id, turn.lexicon))
        meant = there if shares_word(there[0].text, turn.plain, around) else []
    if not meant and len(there) == 1 and any(each.over for each in clauses_of(turn.plain)):
        meant = there  # what a unit says is over of its only charge there (装完送电了) is that
    if len(meant) != 1:
        return ()
    told = await noted.note(turn, person, meant[0], turn.said)
    return await _beside_report(turn, understood, [told])


async def _without_project(turn: Turn, rows: Sequence[Decision]) -> Decision | None:
    """The one decision of which a unit speaks without any project's name; or that is brought what it lacked."""
    meant = [each for each in rows if each.project_id and _is_about(turn, each, None)]
    if not meant and (shows_ground(turn.plain) or turn.message.attachments):
        meant = [each for each in rows if await meeting.was_returned(each)]
    return meant[0] if len(meant) == 1 else None


def _is_about(turn: Turn, decision: Decision, understood: Understanding | None) -> bool:
    """Whether a message speaks of what was decided: of a node that is meant there, else of the same thing."""
    assert decision.project_id is not None
    reports = understood.reports if isinstance(understood, Reports) else ()
    told = {each.node for each in reports if each.project == decision.project_id}
    spoken = set(node_kinds_in(turn.plain))
    for node in turn.lexicon.registry.projects[decision.project_id].nodes:
        if (node.id in told or node.kind in spoken) and concerns_node(decision.text, node.name, node.kind):
            return True
    return same_matter(decision.text, turn.plain, tuple(names_around(decision.project_id, turn.lexicon)))


async def _without_number(
    turn: Turn, person: Person, understood: Understanding, closing: bool
) -> tuple[Reply, ...] | None:
    """B1线那个问题销号: the one open matter of the project that is named; of several it is asked which."""
    if (serial := quoted_issue(turn.message.quote or "")) is not None and closing:
        return await _close_or_ask(turn, person, understood, await issue.open_one(serial, turn.now))
    if closing and not person.is_office and (own := await _own_in_words(turn, person)):
        told = [await noted.note(turn, person, own, turn.said)]
        return await _beside_report(turn, understood, told)
    projects = _projects(turn, person, understood)
    if not projects and closing and person.is_office:
        rows = await Decision.filter(state__in=[OPEN, APPLIED]).order_by("id").prefetch_related("meeting")
        decided = decisions_meant(turn, rows)
        spoken = await issues_meant(turn, await open_issues(turn.now))
        if len(decided) == 1:
            await meeting.close(decided[0], _own_ground(turn), person, turn.message, turn.now)
            closed = (Reply(wording.closed(decided[0].number, decided[0].text)),)
            both = len(spoken) == 1 and speaks_of_both(turn.plain)
            return (*closed, *await _close_or_ask(turn, person, understood, spoken[0])) if both else closed
        if not decided and len(spoken) == 1:
            return await _close_or_ask(turn, person, understood, spoken[0])
        return await _all_applied(turn, person) or await shown.close(turn, person)
    if not projects and isinstance(understood, Nothing | Command | Ask):
        projects = await _of_own_matter(turn, person)
        if not projects:
            return await _own_applied(person) if closing else None
    if len(projects) != 1:
        return None
    both = closing and speaks_of_both(turn.plain)
    alone = "问题" not in turn.plain or both
    if person.is_office and closing and alone and (decision := await _closable(turn, projects[0])):
        await meeting.close(decision, _own_ground(turn), person, turn.message, turn.now)
        gone = (Reply(wording.closed(decision.number, decision.text)),)
        known = await issues_meant(turn, await open_now(projects[0])) if both else []
        return (*gone, *await _close_or_ask(turn, person, understood, known[0])) if len(known) == 1 else gone
    reported = understood if isinstance(understood, Reports) else None
    if not person.is_office and closing and (decision := await _only_decision(person, projects[0])):
        told = [await noted.note(turn, person, decision, turn.said)]
        return await _beside_report(turn, understood, told)
    there = _about(await open_now(projects[0]), reported)
    meant = await issues_meant(turn, there) if len(there) > 1 else there
    issues = meant if len(meant) == 1 else await _of_own(there, person)
    if not issues:
        # The office closes something that is not there: it is no report of the works.
        if person.is_office and closing and isinstance(understood, Reports | Nothing | Ask):
            return (Reply(wording.nothing_to_close(turn.lexicon.registry.projects[projects[0]].name)),)
        none = closing and isinstance(understood, Nothing | Command | Ask) and not await open_now(projects[0])
        return (Reply(_none_open(turn, projects[0])),) if none else None
    if len(issues) > 1:
        unread = closing or isinstance(understood, Ask)
        return None if not unread else (Reply(_which(turn, projects[0], issues), private=_unspoken(issues)),)
    return await _close_or_ask(turn, person, understood, issues[0])


async def _own_in_words(turn: Turn, person: Person) -> Decision | None:
    """The one decision of the speaker's unit of which the words speak, whatever project it is about or none."""
    rows = await Decision.filter(unit_id=person.unit_id, state=OPEN).order_by("id").prefetch_related("meeting")
    meant = decisions_meant(turn, rows)
    if not meant and len(rows) == 1 and not turn.lexicon.sure_projects(turn.plain):
        meant = rows
    return meant[0] if len(meant) == 1 else None


def _own_ground(turn: Turn) -> str:
    """What the office says of why something may be closed (办完了，销了); empty where it only wants it so."""
    return turn.said if says_finished(without_numbers(turn.plain)) or looked_into(turn.plain) else ""


async def _close_part(turn: Turn, person: Person, known: Issue) -> tuple[Reply, ...]:
    """光缆那个问题销号, of a problem of two sorts: the other stays open; nothing where all of it is meant."""
    named = {topic.value for clause in clauses_of(turn.plain) for topic in clause.topics}
    part = [each for each in known.categories if each in named]
    if not part or len(part) == len(known.categories):
        return ()
    rest = await issue.close_part(known, part, person, turn.message, turn.now)
    return (Reply(command_wording.closed_part(known.number, part, rest), private=_unspoken([known])),)


async def _close_or_ask(turn: Turn, person: Person, understood: Understanding, known: Issue) -> tuple[Reply, ...]:
    """The office closes a problem; who else calls it settled is passed on to the office."""
    if person.is_office:
        if partly := await _close_part(turn, person, known):
            return partly
        closed = await issue.close_issue(known.serial, person, turn.message, turn.now)
        registry = turn.lexicon.registry
        words = command_wording.closed_issue(closed.number, registry, closed.project_id, closed.categories)
        return (Reply(words, private=_unspoken([known])),)
    await issue.ask_to_close(known.serial, person, turn.message, turn.now)
    replies = await _beside_report(turn, understood, [command_wording.asked_to_close(known.number)])
    return tuple(replace(each, private=True) for each in replies) if _unspoken([known]) else replies


async def _all_applied(turn: Turn, person: Person) -> tuple[Reply, ...] | None:
    """同意销号, without a number: the one decision that waits for it, or, 全部, each of them."""
    waiting = await Decision.filter(state=APPLIED).order_by("id").prefetch_related("meeting")
    if not waiting:
        return None
    if len(waiting) > 1 and not speaks_of_all(turn.plain):
        return (Reply(wording.which_decision([(each.number, each.text) for each in waiting])),)
    for each in waiting:
        await meeting.close(each, "", person, turn.message, turn.now)
    return (Reply("\n".join(wording.closed(each.number, each.text) for each in waiting)),)


async def _of_trouble(turn: Turn, person: Person, understood: Understanding) -> tuple[Reply, ...] | None:
    """财政局拨了钱，缓过来了: what is told of an open problem in other words; the office looks whether it is over."""
    if person.is_office or isinstance(understood, Command):
        return None
    reported = understood if isinstance(understood, Reports) else None
    named = _projects(turn, person, understood)
    own = [] if named else await _of_own_matter(turn, person)
    projects = named or own
    if len(projects) != 1 or (reported is not None and reported.correction):
        return None
    standing = await open_now(projects[0])
    known = _about(standing, reported)
    for each in standing if reported is not None else ():
        if each not in known and each.message_id != turn.message.id:
            await issue.note_said(each, turn.said, person, turn.message, turn.now)
    clauses = clauses_of(turn.plain) if known else []
    names = tuple(names_around(projects[0], turn.lexicon)) if known else ()
    telling = [each for each in clauses if each.over or each.remains or each.counts]
    meant = [each for each in known if any(_concerns(each, clause, names) for clause in telling)]
    if not meant:
        spoken = [each for each in known if await spoken_of(turn, each)]
        meant = spoken if telling or disputes(turn.plain) or _is_charged(person, spoken) else []
    if not meant and reported is None and len(known) == 1 and not any(each.topics for each in clauses):
        # Nothing else is known there of which a liaison could tell so (路放开了).
        meant = known if telling else []
    if not meant and reported is None:
        meant = _charged_there(turn, person, projects[0], known)
    over = [each for each in meant if _is_over(each, clauses, names, alone=len(meant) == 1)]
    for each in meant:
        await issue.note_said(each, turn.said, person, turn.message, turn.now)
    for each in over:
        await issue.ask_to_close(each.serial, person, turn.message, turn.now, implied=True)
    sorts = {sort.value for each in (reported.reports if reported else ()) for sort in each.problems}
    answered = [
        each for each in standing if each.unit_id == person.unit_id and (each in meant or sorts & set(each.categories))
    ]
    if len(answered) == 1 and not over and not disputes(turn.plain):
        await issue_rounds.tell_answer(answered[0], turn.said, person, turn.message, turn.now)
    if len(meant) == 1 and not over and disputes(turn.plain):
        await issue.dispute(meant[0], turn.said, person, turn.message, turn.now)
        return (Reply(command_wording.dispute_passed_on(meant[0].number), private=_unspoken(meant)),)
    told = [command_wording.looked_at(each.number) for each in over]
    if reported is not None:
        replies = await _beside_report(turn, understood, told) if told else ()
    elif told or (len(meant) == 1 and person.role == Role.LIAISON.value and (own or not isinstance(understood, Ask))):
        replies = await _heard(turn, projects, told or [command_wording.issue_noted(meant[0].number)])
    else:
        replies = ()
    return (tuple(replace(each, private=True) for each in replies) if _unspoken(meant) else replies) or None


def _charged_there(turn: Turn, person: Person, project: str, known: Sequence[Issue]) -> list[Issue]:
    """The one problem with which a unit was charged whose own works these are not: what else would it speak of."""
    own = turn.lexicon.registry.projects[project].lead_unit == person.unit_id
    charged = [each for each in known if each.unit_id == person.unit_id]
    return charged if len(charged) == 1 and not own else []


def _is_charged(person: Person, issues: Sequence[Issue]) -> bool:
    """Whether a problem is the speaker's unit's to settle: whatever they say of it is how far it is."""
    return len(issues) == 1 and issues[0].unit_id == person.unit_id


async def _heard(turn: Turn, projects: list[str], told: Sequence[str]) -> tuple[Reply, ...]:
    """What is told of a problem alone counts as the week's report of its project, too."""
    await take_untold(turn, projects)
    return (Reply("\n".join(told)),)


async def _of_own_matter(turn: Turn, person: Person) -> list[str]:
    """The project of the one problem of the speaker's unit of which the words speak, where none is named."""
    colleagues = {each.id for each in await Person.filter(unit_id=person.unit_id)}
    rows = await open_issues(turn.now)
    own = [each for each in rows if each.unit_id == person.unit_id or each.opened_by_id in colleagues]
    spoken = [each for each in own if await spoken_of(turn, each)]
    if not spoken and len(own) == 1 and says_settled(turn.plain):
        spoken = own  # 那5户全签了，问题解决了, of the only problem that the unit has
    return [spoken[0].project_id] if len(spoken) == 1 else []


def _is_over(known: Issue, clauses: Sequence[Clause], names: tuple[str, ...], *, alone: bool) -> bool:
    """Whether some clause about a problem says that it is over, and none that something of it remains."""
    about = [each for each in clauses if _concerns(known, each, names) or (alone and not each.topics)]
    return any(each.over for each in about) and not any(each.remains for each in about)


def _concerns(known: Issue, clause: Clause, names: tuple[str, ...]) -> bool:
    topics = {each.value for each in clause.topics}
    return bool(topics & set(known.categories)) or same_matter(known.words, clause.text, names)


def _projects(turn: Turn, person: Person, understood: Understanding) -> list[str]:
    """The projects that are spoken of."""
    if isinstance(understood, Reports):
        return list(dict.fromkeys(report.project for report in understood.reports))
    if isinstance(understood, Nothing) and understood.told:
        return list(understood.told)
    named = turn.lexicon.sure_projects(turn.plain, person.id)
    if not named and person.is_office and asks_closing(turn.plain):
        named = list(loosely_named(without_closing(turn.plain), turn.lexicon))  # 同意古城那项销号
    if named or (isinstance(understood, Ask) and understood.candidates):
        return named
    return [turn.chat.scope[0]] if turn.chat.is_group and len(turn.chat.scope) == 1 else []


async def _closable(turn: Turn, project: str) -> Decision | None:
    """The decision about a project that the office closes: the one that waits for it, else the one that is meant."""
    found = await Decision.filter(project_id=project, state=APPLIED).prefetch_related("meeting")
    if len(found) == 1:
        return found[0]
    rows = await Decision.filter(project_id=project, state=OPEN).order_by("id").prefetch_related("meeting")
    if not speaks_of_decision(turn.plain) and await open_now(project):
        return None
    meant = [each for each in rows if _is_about(turn, each, None)] if len(rows) > 1 else rows
    if not meant:  # 燃气管由城建投改完, decided of no project that was named
        loose = await Decision.filter(project_id=None, state__in=[OPEN, APPLIED]).prefetch_related("meeting")
        meant = decisions_meant(turn, loose)
    return meant[0] if len(meant) == 1 else None


async def _own_applied(person: Person) -> tuple[Reply, ...] | None:
    """A unit that says again that its matter may be closed hears that this is the office's to do."""
    found = await Decision.filter(unit_id=person.unit_id, state=APPLIED).order_by("id").prefetch_related("meeting")
    return (Reply("\n".join(wording.waits_for_office(each.number) for each in found)),) if found else None


async def _only_decision(person: Person, project: str) -> Decision | None:
    """The one open decision that the speaker's unit has about a project."""
    found = await Decision.filter(unit_id=person.unit_id, project_id=project, state=OPEN).prefetch_related("meeting")
    return found[0] if len(found) == 1 else None


def _about(issues: Sequence[Issue], reports: Reports | None) -> list[Issue]:
    """The problems that may be meant: not one that the same message has just told of."""
    told = {category.value for each in (reports.reports if reports else ()) for category in each.problems}
    return [each for each in issues if not told & set(each.categories)]


async def _of_own(issues: list[Issue], person: Person) -> list[Issue]:
    """Of several, the one that the speaker's unit has raised; all of them where that is none or not one."""
    if len(issues) < 2 or person.is_office:
        return issues
    colleagues = {each.id for each in await Person.filter(unit_id=person.unit_id)}
    own = [each for each in issues if each.opened_by_id in colleagues]
    return own if len(own) == 1 else issues


def _which(turn: Turn, project: str, issues: Sequence[Issue]) -> str:
    lines = [(each.number, each.categories) for each in issues]
    return command_wording.which_issue(turn.lexicon.registry, project, lines)


def _none_open(turn: Turn, project: str) -> str:
    name = turn.lexicon.registry.projects[project].name
    return problem_wording.listed(name, (), (), turn.today, turn.office.policy.answer_lines)


def _unspoken(issues: Sequence[Issue]) -> bool:
    return any(UNSPOKEN in each.categories for each in issues)
