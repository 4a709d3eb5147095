"""What somebody points at without naming it (那个可以销了, 好，销了): the matter that they were shown last."""

import re
from datetime import timedelta

from actions import issue, meeting
from handlers.turn import Turn
from language.settling import called, numbers_in
from language.wording import command as command_wording
from language.wording import ledger as wording
from models.calendar import utc
from models.issue import OPEN as STANDS
from models.issue import Issue, open_issues
from models.mailbox import Outbox, Reply
from models.meeting import APPLIED, CLOSED, Decision
from models.people import Person
from models.refusal import NoSuchDecision
from models.vocabulary import UNSPOKEN, Why

LATELY = timedelta(hours=78)
"""So long a letter is still before one's eyes: what came on a Friday is answered on Monday morning."""
OF_ONE = (Why.REPLY.value, Why.OFFICE.value, Why.DECISION.value, Why.RESTRICTED.value, Why.ESCALATION.value)
MOST = 6
_NUMBER = re.compile(r"(?<!\d)(20\d\d)-(\d{3})(?!\d)")
_DECISION = re.compile(r"(?:议定事项|申请销号|交办)\s*(?=\d{2,3}-\d{2})|(?<![\d-])(?=\d{2,3}-\d{2}(?![\d-]))")


async def close(turn: Turn, person: Person) -> tuple[Reply, ...] | None:
    """Close the one matter that is pointed at, or ask which of those that were shown; None where none was."""
    waiting = await issue.waiting(turn.now)
    applied = await Decision.filter(state=APPLIED).order_by("id").prefetch_related("meeting")
    issues, decisions = (waiting, applied) if len(waiting) + len(applied) == 1 else await last(turn, person)
    unsure = False
    if who := called(turn.plain):
        theirs = await _of_unit(turn, who)
        unsure = not any(theirs)  # 财政那件 is not what was shown last, if that is another unit's
        issues, decisions = (issues, decisions) if unsure else theirs
    if len(issues) + len(decisions) > 1 or (unsure and issues + decisions):
        lines = [(each.number, each.text) for each in decisions]
        lines += [(each.number, each.words or "、".join(each.categories)) for each in issues]
        return (Reply(wording.which_to_close(lines), private=_unspoken(issues)),)
    for known in issues:
        closed = await issue.close_issue(known.serial, person, turn.message, turn.now)
        registry = turn.lexicon.registry
        words = command_wording.closed_issue(closed.number, registry, closed.project_id, closed.categories)
        return (Reply(words, private=_unspoken([known])),)
    for decision in decisions:
        await meeting.close(decision, turn.said, person, turn.message, turn.now)
        return (Reply(wording.closed(decision.number, decision.text)),)
    return None


async def _of_unit(turn: Turn, who: str) -> tuple[list[Issue], list[Decision]]:
    """The open matters of the units in whose names a word stands: 财政那件."""
    known = turn.lexicon.registry.units.values()
    units = [each.id for each in known if any(who in name for name in (each.name, *each.aliases))]
    issues = [each for each in await open_issues(turn.now) if each.unit_id in units]
    decisions = (
        await Decision.filter(unit_id__in=units).exclude(state=CLOSED).order_by("id").prefetch_related("meeting")
    )
    return issues[:MOST], decisions[:MOST]


async def last(turn: Turn, person: Person) -> tuple[list[Issue], list[Decision]]:
    """The open matters of the answer that the speaker has just had; else of all that was told them lately."""
    letters = Outbox.filter(created_at__gte=utc(turn.now - LATELY), created_at__lte=utc(turn.now), why__in=list(OF_ONE))
    there = letters.filter(chat_id=turn.chat.id) if turn.chat.is_group else letters.filter(person_id=person.id)
    rows = await there.order_by("-id").limit(40)
    just = utc(turn.now - timedelta(minutes=turn.office.policy.follow_up_minutes))
    issues: dict[int, Issue] = {}
    decisions: dict[int, Decision] = {}
    for letter in rows:
        told, decided = await _standing(letter.text)
        if letter.why == Why.REPLY.value and letter.created_at >= just and (told or decided) and not issues | decisions:
            return told, decided
        if len(told) + len(decided) > 1:
            continue  # a list is before nobody's eyes for long
        issues |= {each.id: each for each in told}
        decisions |= {each.id: each for each in decided}
    return list(issues.values())[:MOST], list(decisions.values())[:MOST]


async def _standing(text: str) -> tuple[list[Issue], list[Decision]]:
    """The matters whose numbers a letter holds and that are still open."""
    issues = []
    for year, serial in dict.fromkeys(_NUMBER.findall(text)):
        if known := await Issue.filter(year=int(year), serial=int(serial), state=STANDS).first():
            issues.append(known)
    decisions = []
    for number in numbers_in(_NUMBER.sub("", text)) if _DECISION.search(text) else ():
        try:
            decision = await meeting.decision_of(*number)
        except NoSuchDecision:
            continue
        if decision.state != CLOSED:
            decisions.append(decision)
    return issues, decisions


def _unspoken(issues: list[Issue]) -> bool:
    return any(UNSPOKEN in each.categories for each in issues)
