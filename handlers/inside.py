"""What is known stays inside the organisation's own chats: private ones, and groups that the office has bound."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.turn import Turn
from language.wording import overheard as wording
from models.mailbox import Reply


def keep(turn: Turn, replies: Sequence[Reply]) -> Sequence[Reply]:
    """In a group that nobody has bound, answers go privately to who asked; nobody knows who else is there."""
    if not replies or not turn.chat.is_group or turn.chat.bound:
        return replies
    return (Reply(wording.not_bound()), *(replace(reply, private=True) for reply in replies))
