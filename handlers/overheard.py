"""What is neither report nor question nor order and still counts: patience asked for, somebody away, a first hello."""

from actions import cycle
from handlers.turn import Turn
from language.deferral import away, promised_until
from language.wording import overheard as wording
from models.cycle import reporting_week
from models.mailbox import Reply
from models.vocabulary import Role
from models.weekly import cycle_times


async def listen(turn: Turn) -> tuple[Reply, ...]:
    """Respect what a liaison says about reporting; silence to everything else."""
    if turn.person is None or turn.person.role != Role.LIAISON.value:
        return ()
    absent = away(turn.message.text, turn.now, turn.lexicon)
    if absent is not None:
        substitute = await cycle.colleague(turn.person, absent.substitute)
        if substitute is None:
            return (Reply(wording.who_stands_in(absent.substitute), private=True),)
        await cycle.note_absence(turn.person, substitute, absent.first, absent.last)
        return (Reply(wording.away(absent.first, absent.last, substitute.name, turn.today), private=True),)
    return await _patience(turn)


async def _patience(turn: Turn) -> tuple[Reply, ...]:
    """下午报: no nudge until then. In a group this needs no answer."""
    until = promised_until(turn.message.text, turn.now)
    if until is None or turn.person is None:
        return ()
    week = reporting_week(turn.now, turn.settings.weekly, turn.settings.calendar)
    times = await cycle_times(week, turn.settings.weekly, turn.settings.calendar)
    if times is None:
        return ()
    await cycle.defer(times, turn.person, until, turn.message, turn.now)
    return () if turn.chat.is_group else (Reply(wording.patience(until, times.cutoff)),)
