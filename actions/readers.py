"""Who has read what the bot said in a group: asked of the platform only when the office wants to know, for each
question costs calls."""

from collections.abc import Collection, Sequence
from datetime import datetime

from language.wording import command as wording
from models.calendar import local
from models.mailbox import RECALLS, Inbox, Outbox, Reply
from models.people import Identity, person_at
from models.vocabulary import LetterKind, Role, Why

ASKED = "readers/"


async def ask_who_read(letters: Sequence[Outbox], asked: Inbox, now: datetime) -> int:
    """Ask after the first message in each group that can be asked after; how many groups that are."""
    groups: dict[int, Outbox] = {}
    for letter in letters:
        if letter.chat_id is not None and letter.receipt:
            groups.setdefault(letter.chat_id, letter)
    for letter in groups.values():
        await letter.fetch_related("chat")
        first = (letter.receipt or "").split(",")[0]
        said_at = local(letter.delivered_at or letter.created_at)
        context = {RECALLS: first, "why": letter.why, "said_at": said_at.isoformat()}
        reply = Reply("", kind=LetterKind.READERS, context=context)
        await Outbox.put(f"{ASKED}{asked.id}/{letter.id}", reply, now, chat=letter.chat, answers=asked)
    return len(groups)


async def tell_readers(question: Outbox, platform: str, accounts: Collection[str], now: datetime) -> None:
    """Tell whoever asked, privately: how many have read it, and which liaisons have not."""
    asked = question.answers
    asker = await person_at(asked.platform, asked.sender_address) if asked is not None else None
    if asker is None or question.chat is None:
        return
    rows = await Identity.filter(platform=platform).prefetch_related("person").order_by("person_id")
    unread = [
        row.person.name
        for row in rows
        if row.person.active and row.person.role == Role.LIAISON.value and row.address not in accounts
    ]
    said_at = datetime.fromisoformat(question.context["said_at"])
    text = wording.readers(question.chat.name, Why(question.context["why"]), said_at, len(accounts), unread)
    reply = Reply(text, why=Why.REPLY)
    await Outbox.put(f"{question.key}/told", reply, now, person=asker, answers=asked)
