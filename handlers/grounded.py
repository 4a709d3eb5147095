"""The meeting that the office names after it was asked for one: 6月8日调度会第2项 completes the order before it."""

from dataclasses import replace
from datetime import timedelta

from handlers.turn import Turn
from language.requests import only_names_ground
from language.wording import refused
from models.calendar import utc
from models.mailbox import Inbox, Outbox
from models.refusal import NoReference


async def completed(turn: Turn) -> Turn:
    """The turn with the order before it and its ground in one; as it is where nothing waits for a ground."""
    if turn.person is None or not turn.person.is_office:
        return turn
    ground = only_names_ground(turn.plain)
    before = await _refused_before(turn) if ground else None
    if before is None:
        return turn
    # Only for this reading: the message stays on the disk as it was written.
    turn.message.text = f"{before.text.rstrip('。.！! ')}，依据{ground}"
    return replace(turn)


async def _refused_before(turn: Turn) -> Inbox | None:
    """The message before this one, by the same person and here, if it was refused for want of a ground."""
    message, since = turn.message, turn.now - timedelta(minutes=turn.office.policy.question_minutes)
    same = Inbox.filter(
        platform=message.platform, chat_address=message.chat_address, sender_address=message.sender_address
    )
    before = await same.filter(id__lt=message.id, sent_at__gte=utc(since)).order_by("-id").first()
    asked = Outbox.filter(answers_id=before.id, text=refused.words(NoReference())) if before else None
    return before if asked is not None and await asked.exists() else None
