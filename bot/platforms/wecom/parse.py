"""What WeChat Work pushes about a message → `Incoming`. Total: whatever comes in, one of three things comes out."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.platforms.base import Attachment, Incoming
from bot.platforms.reading import (
    LONGEST_ADDRESS,
    LONGEST_ID,
    LONGEST_NAME,
    LONGEST_TEXT,
    Body,
    Malformed,
    clean,
    id_of,
    moment_of,
    text_of,
)
from bot.platforms.wecom.wechat import AppMessage
from models.vocabulary import ChatKind

PLATFORM = "wecom"
APP = "app:"
"""Begins the id of what was said to the application: its numbers are not those of the 智能机器人."""
LIFE_OF_A_RESPONSE = timedelta(hours=1)
MOST_PICTURES = 20
NAMED = frozenset({"file", "video"})


@dataclass(frozen=True, slots=True)
class Ignored:
    """A well-formed push that holds nothing to keep."""

    why: str


@dataclass(frozen=True, slots=True)
class Media:
    """Something to fetch within five minutes, and the name it is put away under.

    `url` is its address; of what was sent to the application, its media id.
    """

    code: str
    kind: str
    url: str = field(repr=False)
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, and what came with it."""

    incoming: Incoming
    media: tuple[Media, ...] = ()


def parse(body: Body, now: datetime, bot_name: str = "") -> Heard | Ignored:
    """One message to the 智能机器人, from the long connection or a decrypted callback alike; raises Malformed."""
    kind = text_of(body, "msgtype")
    if kind in ("stream", "event"):
        return Ignored(kind)
    chat_kind = _chat_kind(body)
    message, sender = id_of(body, "msgid"), id_of(_part(body, "from"), "userid")
    words, media = _content(kind, body, message)
    quoted, more = _quoted(_part(body, "quote"), message)
    sent_at = moment_of(body.get("create_time"), now) or now
    address = text_of(body, "response_url")
    # Never by age alone: a wrong clock of theirs must not make an address look good for longer.
    until = min(sent_at, now) + LIFE_OF_A_RESPONSE
    found = (*media, *more)[:MOST_PICTURES]
    incoming = Incoming(
        platform=PLATFORM,
        message_id=message,
        chat=id_of(body, "chatid") if chat_kind is ChatKind.GROUP else sender,
        chat_kind=chat_kind,
        sender=sender,
        text=_unmentioned(words, bot_name, chat_kind)[:LONGEST_TEXT],
        quote=quoted[:LONGEST_TEXT] or None,
        attachments=_attachments(kind, words, found),
        sent_at=sent_at,
        reply_address=address if 0 < len(address) <= LONGEST_ADDRESS else None,
        reply_until=until if address else None,
    )
    return Heard(incoming, found)


def parse_app(message: AppMessage, now: datetime) -> Heard | Ignored:
    """One message to the application; its pictures and voices are fetched by an id instead of an address."""
    fields = message.fields
    if message.kind == "event":
        return Ignored(message.event or "event")
    if not message.message_id or not 0 < len(message.sender) <= LONGEST_ID:
        raise Malformed("MsgId")
    words = text_of(fields, "Content") if message.kind == "text" else ""
    name = APP + clean(message.message_id)[:LONGEST_ID]
    attachments: tuple[Attachment, ...] = ()
    media: tuple[Media, ...] = ()
    if message.kind != "text":
        held = text_of(fields, "MediaId")[:LONGEST_ADDRESS]
        code = _code(name, 0) if held else ""
        attachments = (Attachment(clean(message.kind)[:LONGEST_NAME], code=code),)
        media = (Media(code, message.kind, held, ""),) if held else ()
    sender = clean(message.sender)
    incoming = Incoming(
        platform=PLATFORM,
        message_id=name,
        chat=sender,
        chat_kind=ChatKind.SINGLE,
        sender=sender,
        text=words.strip()[:LONGEST_TEXT],
        attachments=attachments,
        sent_at=moment_of(message.created, now) or now,
    )
    return Heard(incoming, media)


def _attachments(kind: str, words: str, media: tuple[Media, ...]) -> tuple[Attachment, ...]:
    if kind == "voice":
        return (Attachment("voice", transcript=words[:LONGEST_TEXT]),)
    if kind not in ("text", "mixed", "image", *NAMED):
        return (Attachment("unknown", name=kind[:LONGEST_NAME]),)
    return tuple(Attachment(one.kind, code=one.code) for one in media)


def _content(kind: str, body: Body, message: str) -> tuple[str, tuple[Media, ...]]:
    part = _part(body, kind)
    if kind in ("text", "voice"):
        return text_of(part, "content").strip(), ()
    if kind == "mixed":
        return _mixed(part, message)
    if kind == "image" or kind in NAMED:
        return "", tuple(_media(kind, part, message, 0))
    if not kind:
        raise Malformed("msgtype")
    return "", ()  # a kind that did not exist when this was written


def _quoted(quote: Body, message: str) -> tuple[str, tuple[Media, ...]]:
    """What is answered to; a quote that cannot be read takes nothing from the message."""
    try:
        return _content(text_of(quote, "msgtype"), quote, f"{message}/quote")
    except Malformed:
        return "", ()


def _mixed(part: Body, message: str) -> tuple[str, tuple[Media, ...]]:
    items = part.get("msg_item")
    if not isinstance(items, list):
        raise Malformed("msg_item")
    words: list[str] = []
    pictures: list[Media] = []
    for number, item in enumerate(item for item in items if isinstance(item, dict)):
        if text_of(item, "msgtype") == "text":
            words.append(text_of(_part(item, "text"), "content"))
        elif text_of(item, "msgtype") == "image":
            pictures += _media("image", _part(item, "image"), message, number)
    return "\n".join(words).strip(), tuple(pictures[:MOST_PICTURES])


def _media(kind: str, part: Body, message: str, number: int) -> Iterator[Media]:
    url = text_of(part, "url")
    if 0 < len(url) <= LONGEST_ADDRESS:
        yield Media(_code(message, number), kind, url, text_of(part, "aeskey")[:64])


def _code(message: str, number: int) -> str:
    """The name under which something is put away: ours, and the same for every delivery of its message."""
    return hashlib.sha256(f"{message}/{number}".encode()).hexdigest()[:40]


def _unmentioned(words: str, name: str, kind: ChatKind) -> str:
    """Without the robot's own mention, by its name: that may hold blanks, so the first blank says nothing."""
    rest = words.removeprefix(f"@{name}")
    mentioned = kind is ChatKind.GROUP and bool(name) and rest != words and not rest[:1].strip()
    return rest.strip() if mentioned else words


def _part(body: Body, key: str) -> Body:
    part = body.get(key)
    return part if isinstance(part, dict) else {}


def _chat_kind(body: Body) -> ChatKind:
    match text_of(body, "chattype"):
        case "single":
            return ChatKind.SINGLE
        case "group":
            return ChatKind.GROUP
        case _:
            raise Malformed("chattype")
