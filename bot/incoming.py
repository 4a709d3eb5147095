"""From what a platform heard to the row that is kept: cleaned, capped, and dated by a clock that can be believed."""

import hashlib
import re
from dataclasses import asdict
from datetime import datetime, timedelta

from bot.platforms.base import Incoming
from models.calendar import utc
from models.mailbox import Inbox, arrived
from models.vocabulary import ChatKind

LONGEST_TEXT = 20_000
BELIEVABLE = (-timedelta(days=2), timedelta(minutes=5))
"""How far a platform's moment may lie before and after ours; its clock, or its units, may be wrong."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def row_of(incoming: Incoming, now: datetime) -> Inbox:
    """An unsaved row. A private chat is known by the speaker's id: that is how they can be written to again."""
    private = incoming.chat_kind is ChatKind.SINGLE
    address = incoming.sender if private and incoming.sender else incoming.chat
    return arrived(
        platform=incoming.platform,
        message_id=_id(incoming.message_id, 200),
        chat_address=_id(address, 200),
        chat_kind=incoming.chat_kind.value,
        chat_title=_clean(incoming.chat_title, 200),
        sender_address=None if incoming.sender is None else _id(incoming.sender, 120),
        sender_name=_clean(incoming.sender_name, 120),
        text=_clean(incoming.text, LONGEST_TEXT) or "",
        quote=_clean(incoming.quote, LONGEST_TEXT),
        attachments=[_plain(asdict(each)) for each in incoming.attachments[:20]],
        reply_address=_clean(incoming.reply_address, 4000),
        reply_until=None if incoming.reply_until is None else utc(incoming.reply_until),
        sent_at=utc(_believed(incoming.sent_at, now)),
        received_at=utc(now),
    )


def _clean(text: str | None, longest: int) -> str | None:
    """Without what a database cannot hold, and no longer than anybody will read."""
    return None if text is None else _storable(text[:longest])


def _storable(text: str) -> str:
    return text if text.isprintable() else _UNSTORABLE.sub("", text)


def _id(text: str, longest: int) -> str:
    """An id that fits its column; one that is too long is known by its hash."""
    clean = _storable(text)
    return clean if len(clean) <= longest else "sha256:" + hashlib.sha256(clean.encode()).hexdigest()


def _plain(attachment: dict[str, str]) -> dict[str, str]:
    return {key: _clean(value, 4000) or "" for key, value in attachment.items()}


def _believed(sent_at: datetime, now: datetime) -> datetime:
    """The moment the message was sent, or ours where theirs cannot be."""
    return sent_at if BELIEVABLE[0] <= sent_at - now <= BELIEVABLE[1] else now
