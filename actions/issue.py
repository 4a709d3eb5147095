"""The ledger of problems: opened from a report or by order (挂号), closed by the office (销号)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from actions.calls import answerable_for
from actions.to_office import tell_office
from language.promises import only_lacks_papers
from language.troubles_over import hampers
from language.understanding import Report
from language.wording import command as wording
from models.calendar import day_of, utc
from models.change import Change
from models.issue import CLOSED, OPEN, WITHDRAWN, Issue, last_serial, open_issues, open_now, said_of
from models.mailbox import Inbox, Outbox, Reply
from models.people import Person, Unit
from models.project import Project
from models.refusal import NoSuchIssue, NotClosed
from models.store.quick import create, insert
from models.vocabulary import UNSPOKEN, ProblemCategory, Status, Why

LOOKED_AT = timedelta(days=5)
"""So long the office has what it was told before it."""


PEOPLE = ("村民", "居民", "群众", "业主", "商户", "职工", "工人", "农民", "代表", "住户")


async def open_from_report(message: Inbox, person: Person, report: Report, now: datetime) -> list[Issue]:
    """Open a problem for what a report says is stuck, unless one about the same is open already."""
    if not report.problems or _only_promised(report) or _only_weather(report):
        return []
    known: set[str] = set()
    for issue in await open_now(report.project):
        known.update(issue.categories)
    fresh = [category for category in report.problems if category.value not in known]
    if not fresh:
        return []
    return [await open_issue(report.project, fresh, person, message, now, report)]


def _only_weather(report: Report) -> bool:
    """Whether it is only told what the weather is like (连着下雨，路不好走), and not that it holds anything up."""
    told = report.status or report.needs_help or report.due_on
    return set(report.problems) == {ProblemCategory.WEATHER} and not told and not hampers(report.words)


def _only_promised(report: Report) -> bool:
    """Whether it is only that a conditional approval lacks a paper, which the ledger of promises follows."""
    missing = {ProblemCategory.APPROVAL, ProblemCategory.DESIGN, ProblemCategory.OTHER}
    conditional = report.status is Status.CONDITIONAL and not report.needs_help
    return conditional and missing.issuperset(report.problems) and only_lacks_papers(report.words)


async def open_issue(
    project: str,
    categories: Sequence[ProblemCategory],
    person: Person,
    message: Inbox,
    now: datetime,
    report: Report | None = None,
) -> Issue:
    """Put a problem into the ledger under the next number of the year (挂号)."""
    year = day_of(now).year
    row = {
        "year": year,
        "serial": await last_serial(year) + 1,
        "project_id": project,
        "node_id": report.node if report else None,
        "categories": [category.value for category in categories],
        "words": _words(categories, message, report),
        "needs_help": bool(report and report.needs_help),
        "opened_by_id": person.id,
        "message_id": message.id,
        "opened_at": utc(now),
    }
    issue = await create(Issue, row)
    await _note(issue, None, OPEN, person, message, now)
    return issue


def _words(categories: Sequence[ProblemCategory], message: Inbox, report: Report | None) -> str:
    """The words in which it was told; of people the whole clause, which may begin with a name that was split."""
    if report is None:
        return message.text
    start = message.text.find(report.words)
    if UNSPOKEN not in [each.value for each in categories] or start < 0:
        return report.words
    begins = max(message.text.rfind(stop, 0, start) for stop in "，,。；;：:！!\n ")
    before = message.text[begins + 1 : start]
    return f"{before}{report.words}" if any(word in before for word in PEOPLE) else report.words


async def close_issue(number: int, closer: Person, message: Inbox, now: datetime) -> Issue:
    """Close a problem (销号): by its number of this year, or of the year before where this year has none so high."""
    issue = await open_one(number, now)
    issue.state = CLOSED
    issue.closed_by = closer
    issue.closed_at = utc(now)
    issue.closing_words = message.text
    await issue.save(update_fields=["state", "closed_by_id", "closed_at", "closing_words"])
    await _note(issue, OPEN, CLOSED, closer, message, now)
    await _tell_askers(issue, closer, now)
    return issue


async def close_part(issue: Issue, part: Sequence[str], closer: Person, message: Inbox, now: datetime) -> list[str]:
    """Of a problem of several sorts some are no more: it goes on with the others, which are given back."""
    rest = [each for each in issue.categories if each not in part]
    await Issue.filter(id=issue.id).update(categories=rest)
    await _note(issue, OPEN, OPEN, closer, message, now)
    return rest


async def reopen(number: int | None, person: Person, message: Inbox, now: datetime) -> Issue:
    """Take back that a problem was closed: by its number, or the one that this person closed last."""
    closed = Issue.filter(state=CLOSED, year__lte=day_of(now).year)
    closed = closed.filter(serial=number) if number is not None else closed.filter(closed_by=person)
    issue = await closed.order_by("-year" if number is not None else "-closed_at").first()
    if issue is None:
        raise NotClosed
    issue.state, issue.closed_by_id, issue.closed_at, issue.closing_words = OPEN, None, None, ""
    await issue.save(update_fields=["state", "closed_by_id", "closed_at", "closing_words"])
    await _note(issue, CLOSED, OPEN, person, message, now)
    return issue


async def open_one(number: int, now: datetime) -> Issue:
    """The open problem of a number of this year, or the year before; raises NoSuchIssue."""
    issue = await Issue.filter(serial=number, year__lte=day_of(now).year).order_by("-year").first()
    if issue is None or issue.state != OPEN:
        raise NoSuchIssue(number, closed=issue is not None)
    return issue


async def ask_to_close(number: int, person: Person, message: Inbox, now: datetime, *, implied: bool = False) -> Issue:
    """Tell the office that somebody calls a problem settled; only the office closes it.

    Where it only follows from what was told, the office is not told again of what it has before it already.
    """
    issue = await open_one(number, now)
    lately = Outbox.filter(key__startswith=_asked(issue), created_at__gte=utc(now - LOOKED_AT))
    if implied and await lately.exists():
        return issue
    project = await Project.get(id=issue.project_id)
    unit = await Unit.get_or_none(id=person.unit_id)
    who = unit.name if unit else person.name
    asked = wording.over_told if implied else wording.closing_asked
    text = asked(issue.number, issue.serial, project.name, issue.categories, who, message.text)
    why = Why.RESTRICTED if UNSPOKEN in issue.categories else Why.OFFICE
    reply = Reply(text, why=why, context={ASKER: person.id, IMPLIED: implied})
    await tell_office(f"{_asked(issue)}{message.id}", reply, now, but=person.id)
    return issue


async def note_said(issue: Issue, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """Keep what was last told of a problem beside the words in which it was opened."""
    # Without the project, whose history tells of values and not of words.
    await Change.create(
        key=said_of(issue.number),
        new=words,
        person=person,
        message=message,
        at=utc(now),
    )


async def charge(
    issue: Issue, unit: str | None, due: date | None, person: Person, message: Inbox, now: datetime
) -> Issue:
    """Say whose a problem is and until when it is to be settled; its unit hears of it (S3-11)."""
    issue.unit_id, issue.due_on = unit or issue.unit_id, due or issue.due_on
    await issue.save(update_fields=["unit_id", "due_on"])
    await _note(issue, OPEN, OPEN, person, message, now)
    whom = await answerable_for(issue.unit_id, issue.project_id, now)
    holder = await Unit.get_or_none(id=issue.unit_id)
    if whom is not None and holder is not None and whom.id != person.id:
        project = await Project.get(id=issue.project_id)
        text = wording.charged_to_unit(
            holder.name, issue.number, project.name, issue.categories, issue.words, issue.due_on, day_of(now)
        )
        why = Why.RESTRICTED if UNSPOKEN in issue.categories else Why.DECISION
        await Outbox.put(f"issue/{issue.number}/charged/{message.id}", Reply(text, why=why), now, person=whom)
    return issue


async def _tell_askers(issue: Issue, closer: Person, now: datetime) -> None:
    """Who called a problem settled hears that it is closed."""
    letters = await Outbox.filter(key__startswith=_asked(issue)).only("id", "context")
    for asker in sorted({letter.context[ASKER] for letter in letters} - {closer.id}):
        reply = Reply(wording.closing_done(issue.number), why=Why.REPLY)
        await Outbox.put(f"issue/{issue.number}/closed/{asker}", reply, now, person=await Person.get(id=asker))


ASKER = "asker"
IMPLIED = "implied"


async def waiting(now: datetime) -> list[Issue]:
    """The open problems that somebody has lately asked the office to close, in so many words."""
    found = []
    for each in await open_issues(now):
        letters = Outbox.filter(key__startswith=_asked(each), created_at__gte=utc(now - LOOKED_AT)).only(
            "id", "context"
        )
        if any(not letter.context.get(IMPLIED) for letter in await letters):
            found.append(each)
    return found


async def dispute(issue: Issue, words: str, person: Person, message: Inbox, now: datetime) -> None:
    """A unit says that a problem is not for it to settle: the office hears of it and decides."""
    project = await Project.get(id=issue.project_id)
    unit = await Unit.get_or_none(id=person.unit_id)
    text = wording.disputed(issue.number, project.name, unit.name if unit else person.name, words)
    why = Why.RESTRICTED if UNSPOKEN in issue.categories else Why.OFFICE
    await tell_office(f"issue/{issue.number}/disputed/{message.id}", Reply(text, why=why), now, but=person.id)


def _asked(issue: Issue) -> str:
    return f"issue/{issue.number}/asked/"


async def withdraw_from(message: Inbox, now: datetime) -> None:
    """Take the problems that a withdrawn message opened out of the ledger; their numbers are not used again."""
    await Issue.filter(message=message, state=OPEN).update(state=WITHDRAWN, closed_at=utc(now))


async def _note(issue: Issue, old: str | None, new: str, person: Person, message: Inbox, now: datetime) -> None:
    row = {
        "project_id": issue.project_id,
        "node_id": issue.node_id,
        "key": f"issue/{issue.number}",
        "old": old,
        "new": new,
        "person_id": person.id,
        "message_id": message.id,
        "at": utc(now),
    }
    await insert(Change, [row])
