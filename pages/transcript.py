"""What was said in a chat, as a chat app shows it: the inbox and the outbox of one conversation in one row."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from models.calendar import local, utc
from models.chat import Chat
from models.mailbox import Inbox, Outbox
from models.people import Person
from models.vocabulary import ChatKind, LetterKind, Why

PLATFORM = "browser"
MOST = 120
LIGHT = ("id", "chat_id", "person_id", "answers_id", "why", "kind", "title", "text", "mentions", "name", "delivered_at")


async def transcript(chat: Chat | None, person: str, before: datetime | None = None) -> list[dict[str, Any]]:
    """The newest messages of a group, or (without one) of a person's private chat with the bot, oldest first."""
    heard, said = _where(chat, person)
    if before is not None:
        heard, said = heard & Q(sent_at__lt=utc(before)), said & Q(delivered_at__lt=utc(before))
    letters = await Outbox.filter(said).order_by("-delivered_at", "-id").limit(MOST).only(*LIGHT)
    words = await Inbox.filter(heard).order_by("-sent_at", "-id").limit(MOST)
    names = await _names([each.sender_address for each in words] + [one for each in letters for one in each.mentions])
    rows = [_heard(each, names) for each in words] + [_said(each, names) for each in letters]
    return sorted(rows, key=lambda row: (row["at"], row["bot"], row["number"]))[-MOST:]


async def count(chat: Chat | None, person: str) -> int:
    """How many messages a conversation has."""
    heard, said = _where(chat, person)
    return await Inbox.filter(heard).count() + await Outbox.filter(said).count()


async def last(chat: Chat | None, person: str) -> dict[str, Any] | None:
    """The newest message of a conversation, in short."""
    heard, said = _where(chat, person)
    letter = await Outbox.filter(said).order_by("-delivered_at", "-id").only(*LIGHT).first()
    words = await Inbox.filter(heard).order_by("-sent_at", "-id").first()
    if letter and letter.delivered_at and (words is None or letter.delivered_at >= words.sent_at):
        return {"at": local(letter.delivered_at).isoformat(), "text": _short(letter), "bot": True}
    if words is None:
        return None
    return {"at": local(words.sent_at).isoformat(), "text": words.text[:60], "bot": False}


async def private_counts() -> dict[str, int]:
    """How many letters each person has got privately."""
    rows = await Outbox.filter(delivered_at__not_isnull=True, person_id__not_isnull=True).values_list(
        "person_id", flat=True
    )
    found: dict[str, int] = {}
    for person in rows:
        found[str(person)] = found.get(str(person), 0) + 1
    return found


async def letters_since(moment: datetime) -> list[dict[str, Any]]:
    """What the bot has sent since a moment, by hour, reason and kind of place, with the people it went to."""
    rows = await Outbox.filter(delivered_at__gt=utc(moment)).order_by("delivered_at", "id").only(*LIGHT)
    found: dict[tuple[str, str, bool], dict[str, Any]] = {}
    for row in rows:
        if row.delivered_at is None or row.why == Why.REPLY.value:
            continue
        at = local(row.delivered_at).isoformat()
        entry = found.setdefault(
            (at, row.why, row.person_id is None),
            {"at": at, "kind": row.why, "why": Why(row.why).label, "group": row.person_id is None, "people": []},
        )
        if row.person_id and row.person_id not in entry["people"]:
            entry["people"].append(row.person_id)
    return list(found.values())


def _where(chat: Chat | None, person: str) -> tuple[Q, Q]:
    """The rows of the inbox and of the outbox that belong to a conversation."""
    if chat is not None:
        heard = Q(platform=PLATFORM, chat_kind=ChatKind.GROUP.value, chat_address=chat.address)
        return heard, Q(chat_id=chat.id, delivered_at__not_isnull=True)
    heard = Q(platform=PLATFORM, chat_kind=ChatKind.SINGLE.value, sender_address=person)
    return heard, Q(person_id=person, delivered_at__not_isnull=True)


async def _names(addresses: Iterable[str | None]) -> dict[str, tuple[str, str]]:
    """Name and unit of people, by id."""
    wanted = {each for each in addresses if each}
    rows = await Person.filter(id__in=list(wanted)).prefetch_related("unit")
    return {each.id: (each.name, each.unit.name if each.unit else "") for each in rows}


def _heard(row: Inbox, names: dict[str, tuple[str, str]]) -> dict[str, Any]:
    name, unit = names.get(row.sender_address or "", (row.sender_name or "", ""))
    return {
        "id": f"i{row.id}",
        "number": row.id,
        "at": local(row.sent_at).isoformat(),
        "bot": False,
        "person": row.sender_address,
        "name": name,
        "unit": unit,
        "kind": LetterKind.TEXT.value,
        "text": row.text,
        "quote": row.quote,
        "files": [{"name": each.get("name", ""), "kind": each.get("kind", "")} for each in row.attachments],
    }


def _said(row: Outbox, names: dict[str, tuple[str, str]]) -> dict[str, Any]:
    return {
        "id": f"o{row.id}",
        "number": row.id,
        "at": local(row.delivered_at).isoformat() if row.delivered_at else "",
        "bot": True,
        "kind": row.kind,
        "why": row.why,
        "label": "" if row.why == Why.REPLY.value else Why(row.why).label,
        "title": row.title,
        "text": row.text,
        "mentions": [names[each][0] for each in row.mentions if each in names],
        "answers": f"i{row.answers_id}" if row.answers_id else None,
        "file": {"name": row.name, "url": f"/api/body/{row.id}"} if row.name else None,
    }


def _short(row: Outbox) -> str:
    """One line for the list of chats."""
    return row.text.split("\n")[0][:60] or f"[{LetterKind(row.kind).label}]"
