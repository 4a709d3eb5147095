"""The office's word on matters in the ledgers that it names by what they are about: they stay, open again, may go."""

from datetime import timedelta

from actions import issue, meeting
from handlers.meant import decisions_meant, issues_meant
from handlers.turn import Turn
from language.ledger_words import consents, opens_again, stays_open
from language.wording import command as command_wording
from language.wording import ledger as wording
from models.calendar import utc
from models.issue import CLOSED, Issue, open_issues
from models.mailbox import Reply
from models.meeting import APPLIED, Decision
from models.vocabulary import UNSPOKEN

LATELY = timedelta(days=60)
"""So long after it was closed a problem is opened again by being spoken of."""


async def answer(turn: Turn) -> tuple[Reply, ...] | None:
    """Keep open, open again or close what is meant; None where nothing is, or it cannot be told what."""
    if turn.person is None or not turn.person.is_office:
        return None
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
    if len(found) != 1 or (standing and not opens_again(turn.plain)):
        return None
    again = await issue.reopen(found[0].serial, turn.person, turn.message, turn.now)
    registry = turn.lexicon.registry
    told = command_wording.reopened_issue(again.number, registry, again.project_id, again.categories)
    return (Reply(told, private=UNSPOKEN in again.categories),)


async def _kept_open(turn: Turn) -> tuple[Reply, ...] | None:
    """便桥不算数，进场路继续挂着: nothing changes, and the word is kept beside the problem."""
    assert turn.person is not None
    found = await issues_meant(turn, await open_issues(turn.now))
    if len(found) != 1:
        return None
    await issue.note_said(found[0], turn.said, turn.person, turn.message, turn.now)
    return (Reply(command_wording.stays_open(found[0].number), private=UNSPOKEN in found[0].categories),)


async def _closed(turn: Turn) -> tuple[Reply, ...] | None:
    """数据中心这条同意: yes to what its unit has asked to close."""
    assert turn.person is not None
    waiting = await Decision.filter(state=APPLIED).order_by("id").prefetch_related("meeting")
    found = decisions_meant(turn, waiting)
    if len(found) != 1:
        return None
    await meeting.close(found[0], "", turn.person, turn.message, turn.now)
    return (Reply(wording.closed(found[0].number, found[0].text)),)
