"""What a unit says of a decision of its own: it is to be closed, wants a later day, is not its to do, goes on."""

from datetime import date

from actions import meeting
from handlers.turn import Turn
from language.dates import find_dates
from language.requests import asks_to_postpone
from language.settling import (
    asks_closing,
    comes_later,
    disputes,
    ground_in,
    says_finished,
    shows_ground,
    without_numbers,
)
from language.understand import understand
from language.understanding import Reports, Utterance
from language.wording import ledger as wording
from models.meeting import Decision
from models.people import Person
from models.vocabulary import Status


def ended_in(turn: Turn, decision: Decision, words: str) -> Reports | None:
    """The nodes that are told done beside a decision's number (证今天已核发，8-02可以销号了): facts like any other."""
    about = (decision.project_id,) if decision.project_id else ()
    told = without_numbers(words)
    said = Utterance(told, turn.now, sender=turn.person.id if turn.person else None, about=about)
    read = understand(said, turn.lexicon)
    if not isinstance(read, Reports):
        return None
    # A count (5户都签完了) is of the decision and need not be all of a node.
    done = [each for each in read.reports if each.node and each.status is Status.DONE and not each.quantities]
    return Reports(tuple(done)) if done else None


async def note(turn: Turn, person: Person, decision: Decision, words: str) -> str:
    """What a unit says of its decision: a request to close it where it is carried out and shown, else its progress."""
    shown = shows_ground(words) or bool(turn.message.attachments)
    finished = says_finished(words) or ended_in(turn, decision, words) is not None
    again = shown and await meeting.was_returned(decision)
    if asks_closing(words) or again or (finished and shown):
        await meeting.apply_closing(decision, ground_in(words), person, turn.message, turn.now)
        return wording.asked_to_close(decision.number)
    later = None if finished else _later_day(turn, decision, words)
    if later is not None:
        await meeting.note_progress(decision, words, person, turn.message, turn.now)
        await meeting.ask_later(decision, words, later, person, turn.message, turn.now)
        return wording.later_asked(decision.number, later, turn.today)
    if disputes(words):
        await meeting.dispute(decision, words, person, turn.message, turn.now)
        return wording.dispute_passed_on(decision.number)
    await meeting.note_progress(decision, words, person, turn.message, turn.now)
    return wording.noted_done(decision.number) if finished else wording.noted(decision.number)


def _later_day(turn: Turn, decision: Decision, words: str) -> date | None:
    """The day behind its own by which a decision is now to be carried out (14号接不上，得25号)."""
    if decision.due_on is None or not (asks_to_postpone(words) or comes_later(words)):
        return None
    days = [day for span in find_dates(words, turn.now, turn.lexicon.registry.festivals) if (day := span.deadline())]
    return max((day for day in days if day > decision.due_on), default=None)
