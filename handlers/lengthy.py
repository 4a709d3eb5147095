"""A message too long to be read whole: its answer says how far it was read, so that nothing is lost in silence."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.turn import Turn
from language.length import last_read
from language.wording import report as wording
from models.mailbox import Reply


def with_word(turn: Turn, replies: Sequence[Reply]) -> Sequence[Reply]:
    """The answer to a message, with the word that only its beginning was read, where that is so."""
    last = last_read(turn.message.text)
    if last is None or not replies:
        return replies
    first, *rest = replies
    return (replace(first, text=f"{first.text}\n{wording.read_up_to(last)}"), *rest)
