"""Buttons: they say what typed words would, but only while what their letter is about is still open."""

from dataclasses import replace

from handlers.turn import Turn
from models.cycle import reporting_week
from models.dialogue import waiting_question
from models.draft import APPROVED, HELD, WAITING, Draft
from models.mailbox import Outbox, is_press, pressed_letter
from models.refusal import CardOver


async def with_letter(turn: Turn) -> Turn:
    """The turn with the letter whose button was pressed, if one was; raises CardOver for one that is settled.

    Words are taken as said now. A card stays on the telephone for weeks, and what it asks about does not.
    """
    if not is_press(turn.message):
        return turn
    letter = await pressed_letter(turn.message)
    if letter is None or turn.person is None or letter.person_id != turn.person.id:
        raise CardOver
    if not await _is_open(turn, letter):
        raise CardOver
    return replace(turn, pressed=letter)


async def _is_open(turn: Turn, letter: Outbox) -> bool:
    about = letter.context
    if "question" in about:
        return await waiting_question(about["question"], turn.now) is not None
    if "draft" in about:
        waiting = Draft.filter(state__in=[WAITING, HELD, APPROVED])
        newest = await waiting.order_by("-week").first()
        return newest is not None and newest.id == about["draft"]
    if "week" in about:
        return bool(about["week"] == str(reporting_week(turn.now, turn.office.weekly, turn.office.calendar)))
    return True
