"""From a letter (what, to whom) to a parcel in a platform's own ids (which conversation, which account)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.platforms.base import Button, DeliveryError, Parcel
from language.wording import door as wording
from models.chat import Chat, door_of
from models.mailbox import BUTTONS, RECALLS, STRONGER, Inbox, Outbox
from models.people import accounts_of
from models.vocabulary import LetterKind, Why

WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True)
class Addressed:
    """A parcel and the platform that carries it; `group` says that more than one person will read it."""

    platform: str
    parcel: Parcel
    group: bool


async def address(letter: Outbox, platforms: Collection[str], now: datetime) -> Addressed:
    """Find out where a letter goes; `chat`, `person` and `answers` are fetched. Raises DeliveryError."""
    message = letter.answers
    if letter.chat is not None:
        return await _to_chat(letter, letter.chat, message, platforms, now)
    platform, account = await _account(letter, message, platforms)
    return Addressed(platform, _parcel(letter, message, platform, now, person=account), group=False)


async def _to_chat(
    letter: Outbox, chat: Chat, message: Inbox | None, platforms: Collection[str], now: datetime
) -> Addressed:
    if chat.platform not in platforms:
        raise DeliveryError(wording.NO_PLATFORM, permanent=True)
    if not chat.is_group:
        return Addressed(chat.platform, _parcel(letter, message, chat.platform, now, person=chat.address), group=False)
    channel = await door_of(chat, WEBHOOK)
    parcel = _parcel(
        letter,
        message,
        chat.platform,
        now,
        chat=chat.address,
        mentions=await _accounts(letter.mentions, chat.platform),
        webhook=channel.address if channel else None,
        webhook_secret=channel.secret or None if channel else None,
    )
    return Addressed(chat.platform, parcel, group=True)


async def _account(letter: Outbox, message: Inbox | None, platforms: Collection[str]) -> tuple[str, str]:
    """Under which account a person is reached: where they just spoke, else the first that is connected."""
    known = await accounts_of([letter.person_id] if letter.person_id else [])
    found = [identity for identity in known if identity.platform in platforms]
    here = [identity for identity in found if message is not None and identity.platform == message.platform]
    if not found:
        raise DeliveryError(wording.NO_ACCOUNT, permanent=True)
    chosen = (here or found)[0]
    return chosen.platform, chosen.address


async def _accounts(people: list[str], platform: str) -> tuple[str, ...]:
    """The accounts of those who are mentioned, in order; who has none on this platform is left out."""
    rows = [row for row in await accounts_of(people) if row.platform == platform]
    by_person = {row.person_id: row.address for row in reversed(rows)}
    return tuple(by_person[person] for person in people if person in by_person)


def _parcel(
    letter: Outbox,
    message: Inbox | None,
    platform: str,
    now: datetime,
    *,
    chat: str | None = None,
    person: str | None = None,
    mentions: tuple[str, ...] = (),
    webhook: str | None = None,
    webhook_secret: str | None = None,
) -> Parcel:
    """The parcel; the address for answering goes with it where it leads to this very place and is still good."""
    asked = message if message is not None and message.platform == platform else None
    place = asked and (asked.chat_address if asked.chat_kind == "group" else asked.sender_address)
    direct = asked if asked and place == (chat or person) and _is_good(asked, now) else None
    return Parcel(
        key=letter.key,
        kind=LetterKind(letter.kind),
        text=wording.repeated(letter.text) if letter.uncertain else letter.text,
        chat=chat,
        person=person,
        title=letter.title,
        why=Why(letter.why),
        mentions=mentions,
        name=letter.name,
        body=letter.body,
        reply_to=asked.message_id if asked else None,
        reply_address=direct.reply_address if direct else None,
        reply_until=direct.reply_until if direct else None,
        webhook=webhook,
        webhook_secret=webhook_secret,
        stronger=bool(letter.context.get(STRONGER)),
        recalls=letter.context.get(RECALLS, ""),
        buttons=tuple(Button(label, words) for label, words in letter.context.get(BUTTONS, ())),
    )


def _is_good(message: Inbox, now: datetime) -> bool:
    """Whether a message may still be answered at the address that came with it."""
    return bool(message.reply_address) and (message.reply_until is None or now < message.reply_until)
