"""Orders about what follows a meeting, and about a problem that the office takes up to the leaders."""

from actions import escalation, meeting, meeting_changes, meeting_timers
from handlers import ledger
from handlers.turn import Turn
from language.ledger_orders import MeetingName
from language.meeting_orders import read_change, skips_regular
from language.office_orders import OfficeOrder
from language.wording import escalation as escalation_wording
from language.wording import meeting as wording
from models.people import Person


async def is_over(turn: Turn, order: OfficeOrder) -> str:
    """A meeting has ended: its timers start."""
    named = MeetingName(order.words, order.number, turn.today, "")
    held = await meeting.meeting_over(named, turn.now)
    return await meeting_timers.begin(held, turn.office, turn.now, _speaker(turn))


async def mark_done(turn: Turn, order: OfficeOrder) -> str:
    """The minutes or the list are handed in."""
    held = await meeting_timers.mark(order.words, order.number, _speaker(turn), turn.message, turn.now)
    return wording.marked(order.words, held.kind, held.serial)


async def change(turn: Turn, order: OfficeOrder) -> str:
    """A meeting that is to come is held on another day or at another hour, or not at all."""
    wanted = read_change(order.words, turn.now, turn.lexicon)
    coming = await meeting_changes.coming(wanted.kind, wanted.old, turn.now)
    if len(coming) > 1:
        return wording.which_meeting([(each.kind, each.serial, each.starts_at) for each in coming], turn.today)
    if not coming and wanted.off and skips_regular(order.words):
        return await meeting_changes.skip_regular(wanted.kind, wanted.old, _speaker(turn), turn.message, turn.now)
    if not coming:
        if wanted.off or wanted.day is None or wanted.clock is None:
            return wording.no_such_meeting()
        return await ledger.register_meeting(turn, order)
    (held,) = coming
    if wanted.off:
        return await meeting_changes.call_off(held, _speaker(turn), turn.message, turn.now)
    return await meeting_changes.move(held, wanted.day, wanted.clock, _speaker(turn), turn.message, turn.now)


async def call_for_topics(turn: Turn, order: OfficeOrder) -> str:
    """The call for topics goes to the groups."""
    groups, until = await meeting_timers.call_for_topics(
        order.number, _speaker(turn), turn.message, turn.office, turn.now
    )
    return wording.called(groups, until, turn.today)


async def escalate(turn: Turn, order: OfficeOrder) -> str:
    """A problem goes up."""
    issue, told = await escalation.submit(
        order.number or 0, int(order.words), _speaker(turn), turn.message, turn.office, turn.now
    )
    return escalation_wording.submitted(issue.number, issue.level, told)


def _speaker(turn: Turn) -> Person:
    assert turn.person is not None  # routing reads orders only from people who are known
    return turn.person
