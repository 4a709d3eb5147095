"""Taking back what the bot has said: for each message one letter, which the platform carries out."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from models.calendar import utc
from models.chat import Chat
from models.mailbox import RECALLS, Inbox, Outbox, Reply
from models.vocabulary import LetterKind, Why

WITHIN = timedelta(hours=24)
"""So long the platforms let private messages be taken back; of groups they name no limit."""
TAKING_BACK = "take_back/"
_NOT_SAID = [LetterKind.RECALL.value, LetterKind.READERS.value]


async def last_said(chat: Chat | None, whys: Sequence[Why], now: datetime) -> list[Outbox]:
    """What the bot said last, to one chat or to everybody: all letters that were put at that moment for that reason."""
    rows = Outbox.filter(delivered_at__gte=utc(now - WITHIN)).exclude(kind__in=_NOT_SAID)
    if chat is not None:
        rows = rows.filter(chat_id=chat.id)
    if whys:
        rows = rows.filter(why__in=[why.value for why in whys])
    taken = {row.key for row in await Outbox.filter(key__startswith=TAKING_BACK).only("key")}
    said = [row for row in await rows.order_by("-created_at", "id") if _key(row) not in taken]
    newest = next(iter(said), None)
    if newest is None:
        return []
    return [row for row in said if (row.created_at, row.why) == (newest.created_at, newest.why)]


async def take_back(letters: Sequence[Outbox], asked: Inbox, now: datetime) -> int:
    """Have letters taken back; how many can be. What went by a webhook has no receipt: nobody but people can."""
    known = [letter for letter in letters if letter.receipt]
    orders: dict[tuple[int | None, str | None], Outbox] = {}
    for letter in known:  # one call may have told many people, and is taken back from all of them at once
        orders.setdefault((letter.chat_id, letter.receipt), letter)
    for letter in orders.values():
        await letter.fetch_related("chat", "person")
        reply = Reply("", kind=LetterKind.RECALL, context={RECALLS: letter.receipt})
        await Outbox.put(_key(letter), reply, now, chat=letter.chat, person=letter.person, answers=asked)
    return len(known)


def _key(letter: Outbox) -> str:
    return f"{TAKING_BACK}{letter.id}"
