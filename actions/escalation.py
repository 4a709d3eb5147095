"""Problems climb four levels while they stay open (S1-18 to 21): unit, group, deputy, head; counted in working days."""

from collections.abc import Sequence
from datetime import date, datetime

from actions.to_office import tell_office
from language.discretion import speaks_of_petition
from language.requests import says_in_vain
from language.understanding import Report
from language.wording import common
from language.wording import escalation as wording
from models.calendar import day_of, utc
from models.change import Change
from models.issue import CLOSED, OPEN, Issue
from models.mailbox import Inbox, Outbox, Reply
from models.people import Person, Unit, leaders_on_duty
from models.policy import Office
from models.refusal import NoSuchIssue
from models.standing import standings
from models.vocabulary import UNSPOKEN, Role, Why

LEVEL = "level/"
TO_LEADERS = 3
HIGHEST = 4


async def climb(office: Office, now: datetime) -> None:
    """Every problem whose time at its level is over goes one level up; the office hears of all in one letter a day."""
    today, risen = day_of(now), []
    for issue in (
        await Issue.filter(state=OPEN, level__lt=HIGHEST, project__active=True)
        .order_by("id")
        .prefetch_related("project", "node")
    ):
        since = await _since(issue)
        if office.calendar.add_workdays(since, office.policy.level_days[issue.level - 1]) > today:
            continue
        if ended := await _ended_since(issue, now):
            text = wording.over(issue.number, issue.project.name, issue.node.name if issue.node else "", ended, today)
            await tell_office(f"escalation/over/{issue.number}", Reply(text, why=Why.ESCALATION), now)
            continue
        await _rise(issue, issue.level + 1, None, None, now)
        risen.append(issue)
    if risen:
        await _tell_office(risen, f"{today}", office, now)


async def _ended_since(issue: Issue, now: datetime) -> date | None:
    """Whether the node that a problem held up has been finished since: nobody above need hear of it any more."""
    if issue.node_id is None:
        return None
    standing = (await standings(now, [issue.project_id])).get(issue.project_id)
    node = standing.nodes.get(issue.node_id) if standing else None
    ended = node.finished_on if node else None
    return ended if ended and ended >= day_of(issue.opened_at) else None


async def ask_for_help(opened: Sequence[Issue], project: str, person: Person, now: datetime) -> None:
    """The office hears at once of a new problem with which somebody asks for help (S0-04)."""
    for issue in opened:
        if not issue.needs_help or person.is_office or UNSPOKEN in issue.categories:
            continue  # of what is not spoken of the office has heard already
        unit = await Unit.get_or_none(id=person.unit_id)
        who = common.speaker(unit.name if unit else "", person)
        text = wording.help_wanted(issue.number, project, issue.categories, issue.words, who)
        await tell_office(f"help/{issue.number}", Reply(text, why=Why.OFFICE), now)


async def ask_again(message: Inbox, person: Person, report: Report, project: str, now: datetime) -> bool:
    """Help that is asked for with a problem known already, or with none that has a name; whether the office hears."""
    if person.is_office or speaks_of_petition(report.words):
        return False
    wanted = {category.value for category in report.problems}
    known = Issue.filter(project_id=report.project, state=OPEN).order_by("id")
    of_kind = [issue for issue in await known if wanted & set(issue.categories)]
    if of_kind and all(issue.needs_help for issue in of_kind):
        return False  # that help is asked for stands in the ledger
    for issue in of_kind:
        issue.needs_help = True
        await issue.save(update_fields=["needs_help"])
    unit = await Unit.get_or_none(id=person.unit_id)
    who = common.speaker(unit.name if unit else "", person)
    number = of_kind[0].number if of_kind else ""
    text = wording.help_wanted(number, project, sorted(wanted), report.words, who)
    await tell_office(f"help/{number or message.id}/{report.project}/again", Reply(text, why=Why.OFFICE), now)
    return True


async def note_vain(
    message: Inbox, person: Person, report: Report, office: Office, now: datetime, alone: bool = False
) -> bool:
    """A unit that says that it cannot settle a problem itself need not wait; whether the office was told of any.

    `alone` where the message tells of no other problem, so that all its words are of this one.
    """
    if not (says_in_vain(report.words) or (alone and report.problems and says_in_vain(message.text))):
        return False
    open_ones = Issue.filter(project_id=report.project, state=OPEN, level=1).order_by("id").prefetch_related("project")
    wanted = {category.value for category in report.problems}
    risen = [issue for issue in await open_ones if not wanted or wanted & set(issue.categories)]
    for issue in risen:
        await _rise(issue, 2, person, message, now)
    if risen:
        await _tell_office(risen, f"message/{message.id}", office, now)
    return bool(risen)


async def submit(
    number: int, level: int, person: Person, message: Inbox, office: Office, now: datetime
) -> tuple[Issue, int]:
    """The office takes a problem up; from the third level on the leaders get it in one page. How many were told."""
    found = Issue.filter(serial=number, year__lte=day_of(now).year).order_by("-year").prefetch_related("project")
    issue = await found.first()
    if issue is None or issue.state != OPEN:
        raise NoSuchIssue(number, closed=issue is not None and issue.state == CLOSED)
    await _rise(issue, max(level, issue.level), person, message, now)
    if issue.level < TO_LEADERS:
        return issue, 0
    lines = await _lines([issue], office, now)
    leaders = [each for each in await leaders_on_duty(day_of(now)) if each.role == Role.LEADER.value]
    for leader in leaders:
        key = f"escalation/{issue.number}/{message.id}/{leader.id}"
        await Outbox.put(key, Reply(wording.to_leader(lines[0]), why=Why.ESCALATION), now, person=leader)
    return issue, len(leaders)


async def _since(issue: Issue) -> date:
    """The day since which a problem is at its level."""
    last = await Change.filter(key=f"{LEVEL}{issue.number}").order_by("-id").first()
    return day_of(last.at if last else issue.opened_at)


async def _rise(issue: Issue, level: int, person: Person | None, message: Inbox | None, now: datetime) -> None:
    await Change.create(
        project_id=issue.project_id,
        key=f"{LEVEL}{issue.number}",
        old=issue.level,
        new=level,
        person=person,
        message=message,
        at=utc(now),
    )
    issue.level = level
    await issue.save(update_fields=["level"])


async def _tell_office(risen: Sequence[Issue], what: str, office: Office, now: datetime) -> None:
    text = wording.to_office(await _lines(risen, office, now))
    await tell_office(f"escalation/{what}", Reply(text, why=Why.ESCALATION), now)


async def _lines(issues: Sequence[Issue], office: Office, now: datetime) -> list[str]:
    """What stands in the ledger of each: number, project, sort, who reported it when, for how many working days."""
    units = {unit.id: unit.name for unit in await Unit.all()}
    found = []
    for issue in issues:
        await issue.fetch_related("opened_by")
        opened = day_of(issue.opened_at)
        who = units.get(issue.opened_by.unit_id or "", "") if issue.opened_by else ""
        days = office.calendar.workdays_between(opened, day_of(now))
        found.append(
            wording.line(
                issue.number,
                issue.project.name,
                issue.categories,
                wording.Known(opened, who, issue.words, days, issue.level),
                day_of(now),
            )
        )
    return found
