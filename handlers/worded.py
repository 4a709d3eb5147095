"""The office's word on matters in the ledgers that it names by what they are about: they stay, open again, may go."""

from datetime import timedelta

from actions import bulletin, escalation, issue, issue_rounds, meeting, plan_change
from handlers import shown
from handlers.meant import decisions_meant, issues_meant, projects_named
from handlers.turn import Turn
from language.ledger_orders import read_item
from language.ledger_words import consents, level_up, merges, opens_again, sends_back, stays_open
from language.rulings import sets_day
from language.settling import quoted_issues
from language.wording import command as command_wording
from language.wording import escalation as escalation_wording
from language.wording import ledger as wording
from language.wording import rounds
from models.calendar import utc
from models.issue import CLOSED, Issue, open_issues
from models.mailbox import Reply
from models.meeting import APPLIED, Decision
from models.people import Person
from models.vocabulary import UNSPOKEN

LATELY = timedelta(days=60)
"""So long after it was closed a problem is opened again by being spoken of."""


async def answer(turn: Turn) -> tuple[Reply, ...] | None:
    """Keep open, open again or close what is meant; None where nothing is, or it cannot be told what."""
    if turn.person is None or not turn.person.is_office:
        return None
    if merges(turn.plain):
        return await _merged(turn, turn.person)
    if level := level_up(turn.plain):
        return await _taken_up(turn, turn.person, level)
    if sends_back(turn.plain) and (back := await _sent_back(turn, turn.person)):
        return back
    if stays_open(turn.plain) or opens_again(turn.plain):
        return await _given_back(turn) or await _opened_again(turn) or await _kept_open(turn)
    return await _closed(turn) if consents(turn.plain) else None


async def _applied(turn: Turn) -> list[Decision]:
    """What a unit has asked to close and is meant: the one that waits where the words single out none."""
    waiting = await Decision.filter(state=APPLIED).order_by("id").prefetch_related("meeting")
    if meant := decisions_meant(turn, waiting):
        return meant
    elsewhere = turn.lexicon.sure_projects(turn.plain) or await issues_meant(turn, await open_issues(turn.now))
    return [] if elsewhere else list(waiting)


async def _given_back(turn: Turn) -> tuple[Reply, ...] | None:
    """许可证扫描件没看到，先不销，让住建局补: the request goes back with the reason."""
    found = await _applied(turn)
    if len(found) != 1 or turn.person is None:
        return None
    await meeting.give_back(found[0], turn.plain, turn.person, turn.message, turn.now)
    return (Reply(wording.returned(found[0].number, found[0].text, turn.plain)),)


async def _opened_again(turn: Turn) -> tuple[Reply, ...] | None:
    """粮库迁坟的问题重新挂上: the problem that was closed lately and is meant."""
    assert turn.person is not None
    closed = await Issue.filter(state=CLOSED, closed_at__gte=utc(turn.now - LATELY)).order_by("-closed_at")
    standing = await issues_meant(turn, await open_issues(turn.now))
    found = await issues_meant(turn, closed)
    if not found and opens_again(turn.plain) and not projects_named(turn):
        found = [each for each in closed if each.closed_by_id == turn.person.id][:1]
    if len(found) != 1 or (standing and not opens_again(turn.plain)):
        return None
    again = await issue.reopen(found[0].serial, turn.person, turn.message, turn.now)
    registry = turn.lexicon.registry
    told = command_wording.reopened_issue(again.number, registry, again.project_id, again.categories)
    return (Reply(told, private=UNSPOKEN in again.categories),)


async def _kept_open(turn: Turn) -> tuple[Reply, ...] | None:
    """便桥不算数，进场路继续挂着: nothing changes, and the word is kept beside the problem."""
    assert turn.person is not None
    found = await _standing(turn, turn.person)
    if len(found) != 1:
        return None
    charge = read_item(turn.plain, turn.now, turn.lexicon)
    if charge.due is not None and sets_day(turn.plain):
        await issue.charge(found[0], None, charge.due, turn.person, turn.message, turn.now)
        told = command_wording.stays_open_until(found[0].number, charge.due, turn.today)
        return (Reply(told, private=UNSPOKEN in found[0].categories),)
    await issue.note_said(found[0], turn.said, turn.person, turn.message, turn.now)
    return (Reply(command_wording.stays_open(found[0].number), private=UNSPOKEN in found[0].categories),)


async def _standing(turn: Turn, person: Person) -> list[Issue]:
    """The open problems that are meant by words; where these name nothing, the one that was shown last."""
    found = await issues_meant(turn, await open_issues(turn.now))
    if found or projects_named(turn):
        return found
    return (await shown.last(turn, person))[0]


async def _sent_back(turn: Turn, person: Person) -> tuple[Reply, ...] | None:
    """资源分局这个答复不行，退回去接着办: its unit is told to go on."""
    if await _applied(turn):
        return None  # what waits to be closed is given back as ever
    serial = next(iter(quoted_issues(turn.plain)), None)
    known = [await issue.open_one(serial, turn.now)] if serial is not None else await _standing(turn, person)
    charged = [each for each in known if each.unit_id] or known
    if len(charged) != 1:
        return None
    unit = await issue_rounds.give_back(charged[0], turn.said, person, turn.message, turn.now)
    return (Reply(rounds.returned(charged[0].number, unit), private=UNSPOKEN in charged[0].categories),)


async def _merged(turn: Turn, person: Person) -> tuple[Reply, ...] | None:
    """Make those problems one that are numbered, or those of the one project that is named."""
    serials = quoted_issues(turn.plain)
    named = projects_named(turn)
    if len(serials) > 1:
        known = [await issue.open_one(each, turn.now) for each in serials]
    else:
        known = [each for each in await open_issues(turn.now) if each.project_id in named]
    if not known or (not serials and len(named) != 1):
        return None
    private = any(UNSPOKEN in each.categories for each in known)
    if len(known) == 1:
        name = turn.lexicon.registry.projects[known[0].project_id].name
        return (Reply(rounds.one_already(name, known[0].number), private=private),)
    if len(known) > PAIR and len(serials) < PAIR:
        return (Reply(rounds.which_to_merge([each.number for each in known]), private=private),)
    if len({each.project_id for each in known}) > 1:
        return None
    kept, *others = sorted(known, key=lambda each: each.id)
    await issue_rounds.merge(kept, others, person, turn.message, turn.now)
    return (Reply(rounds.merged(kept.number, [each.number for each in others]), private=private),)


PAIR = 2


async def _taken_up(turn: Turn, person: Person, level: int) -> tuple[Reply, ...] | None:
    """渔港海域论证的问题直接报沈区长协调: the problem that is meant goes up to that level."""
    found = await _standing(turn, person)
    if len(found) != 1:
        return None
    known, told = await escalation.submit(found[0].serial, level, person, turn.message, turn.office, turn.now)
    words = escalation_wording.submitted(known.number, known.level, told)
    return (Reply(words, private=UNSPOKEN in known.categories),)


async def _closed(turn: Turn) -> tuple[Reply, ...] | None:
    """数据中心这条同意: yes to what its unit has asked to close."""
    assert turn.person is not None
    waiting = await Decision.filter(state=APPLIED).order_by("id").prefetch_related("meeting")
    found = decisions_meant(turn, waiting)
    if not found and not projects_named(turn) and not await _waits_else(turn):
        found = list(waiting)
    if len(found) != 1:
        return None
    await meeting.close(found[0], "", turn.person, turn.message, turn.now)
    return (Reply(wording.closed(found[0].number, found[0].text)),)


async def _waits_else(turn: Turn) -> bool:
    """Whether something else than a closing waits for the office's yes."""
    return turn.chat.is_group or bool(await plan_change.waiting() or await bulletin.waiting_draft())
