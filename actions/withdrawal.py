"""A published bulletin that is not to be relied on any more: the groups are told, its letters are taken back."""

from collections.abc import Sequence
from datetime import datetime

from actions import bulletin, taking_back
from language.wording import bulletin as wording
from models.calendar import day_of, local, utc
from models.chat import bound_groups
from models.draft import PUBLISHED, WITHDRAWN, Draft, DraftEvent
from models.mailbox import Inbox, Outbox, Reply
from models.people import Person
from models.refusal import NoBulletin
from models.vocabulary import Why


async def published() -> Sequence[Draft]:
    """The bulletins that are out, the newest first."""
    return await Draft.filter(kind=bulletin.WEEKLY, state=PUBLISHED).order_by("-week")


async def withdraw(draft: Draft, person: Person, asked: Inbox, now: datetime) -> tuple[int, int]:
    """Take a bulletin back from all groups, with a word to them; how many of its letters can go, and how many not."""
    if not await Draft.filter(id=draft.id, state=PUBLISHED).update(
        state=WITHDRAWN, decided_by_id=person.id, decided_at=utc(now)
    ):
        raise NoBulletin
    await bulletin.note(draft, WITHDRAWN, person, now, draft.text, draft.text)
    times = await DraftEvent.filter(draft=draft, what=WITHDRAWN).count()
    assert draft.published_at is not None
    # What was out before it was made again has been taken back already.
    of_issue = f"summary/{draft.week}/again{times - 1}/" if times > 1 else f"summary/{draft.week}/"
    letters = await Outbox.filter(key__startswith=of_issue, delivered_at__not_isnull=True).order_by("id")
    told = {letter.chat_id for letter in letters}
    text = wording.withdrawn(draft.week, local(draft.published_at), day_of(now))
    for group in await bound_groups():
        if group.id in told:
            key = f"withdrawn/{draft.week}/{times}/{group.id}"
            await Outbox.put(key, Reply(text, why=Why.SUPPLEMENT), now, chat=group)
    can = await taking_back.take_back(letters, asked, now)
    return can, len(letters) - can
