"""What DingTalk pushes about a message → `Incoming`. Total: whatever comes in, one of three things comes out."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.platforms.base import Attachment, Incoming
from models.vocabulary import ChatKind

PLATFORM = "dingtalk"
LONGEST_ID = 120
LONGEST_TEXT = 10_000
LONGEST_NAME = 120
LONGEST_ADDRESS = 2048
LIFE_OF_A_SESSION = timedelta(minutes=90)
QUOTA_USED_UP = "20001"
_CREDIBLE = (datetime(2020, 1, 1, tzinfo=UTC), timedelta(days=1))
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL refuses the one, UTF-8 the others

Body = Mapping[str, Any]


class Malformed(Exception):
    """Not a message of DingTalk's; the text says which part, never what it held."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A well-formed push that holds nothing to keep."""

    why: str


def decoded(text: str | bytes) -> Body:
    """A JSON object from outside; raises Malformed for anything else, however deep, long or odd it is."""
    try:
        body = _DECODER.decode(text if isinstance(text, str) else text.decode())
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None
    if not isinstance(body, dict):
        raise Malformed("not an object")
    return body


def parse(body: Body, now: datetime, corp: str = "") -> Incoming | Ignored:
    """One bot message, from Stream `data` or an HTTP body alike; `corp` is the only organisation we serve."""
    if _code(body.get("errorCode")) == QUOTA_USED_UP:
        return Ignored("quota")
    if corp and _text(body, "chatbotCorpId") not in ("", corp):
        return Ignored("other organisation")
    sender, robot = _text(body, "senderId"), _text(body, "chatbotUserId")
    if sender and sender == robot:
        return Ignored("own")
    text, attachments = _content(body, robot)
    sent_at = _moment(body.get("createAt"), now) or now
    address = _text(body, "sessionWebhook")
    until = _moment(body.get("sessionWebhookExpiredTime"), now) or sent_at + LIFE_OF_A_SESSION
    return Incoming(
        platform=PLATFORM,
        message_id=_id(body, "msgId"),
        chat=_id(body, "conversationId"),
        chat_kind=_chat_kind(body),
        chat_title=_text(body, "conversationTitle")[:LONGEST_NAME] or None,
        sender=_sender(body, corp),
        sender_name=_text(body, "senderNick")[:LONGEST_NAME] or None,
        text=text[:LONGEST_TEXT],
        quote=_quote(body)[:LONGEST_TEXT] or None,
        attachments=attachments,
        sent_at=sent_at,
        reply_address=address if 0 < len(address) <= LONGEST_ADDRESS else None,
        reply_until=min(until, now + LIFE_OF_A_SESSION) if address else None,
    )


def _no_constant(name: str) -> None:
    raise ValueError(name)


_DECODER = json.JSONDecoder(parse_constant=_no_constant)  # made anew for each message it would cost as much as reading


def _clean(text: object) -> str:
    return _UNKEEPABLE.sub("\N{REPLACEMENT CHARACTER}", text) if isinstance(text, str) else ""


def _text(body: Body, key: str) -> str:
    return _clean(body.get(key))


def _part(body: Body, key: str) -> Body:
    """An object inside; some clients write it as a string of JSON."""
    part = body.get(key)
    if isinstance(part, str):
        try:
            return decoded(part)
        except Malformed:
            return {"content": part}
    return part if isinstance(part, dict) else {}


def _code(value: object) -> str:
    """A short code that may come as a number or as a string."""
    return str(value) if isinstance(value, (int, str)) else ""


def _id(body: Body, key: str) -> str:
    value = _text(body, key)
    if not value.strip() or len(value) > LONGEST_ID:
        raise Malformed(key)
    return value


def _chat_kind(body: Body) -> ChatKind:
    match _code(body.get("conversationType")):
        case "1":
            return ChatKind.SINGLE
        case "2":
            return ChatKind.GROUP
        case _:
            raise Malformed("conversationType")


def _sender(body: Body, corp: str) -> str | None:
    """The staff id: an identity only within the robot's own organisation. The nickname never is one."""
    staff = _text(body, "senderStaffId")
    home, theirs = corp or _text(body, "chatbotCorpId"), _text(body, "senderCorpId")
    if not staff or len(staff) > LONGEST_ID or (home and theirs and home != theirs):
        return None
    return staff


def _moment(value: object, now: datetime) -> datetime | None:
    """A time in milliseconds or seconds, number or string; None when it cannot be true."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 15:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < 1e14:
        return None
    moment = datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC)
    return moment if _CREDIBLE[0] <= moment <= now + _CREDIBLE[1] else None


def _content(body: Body, robot: str) -> tuple[str, tuple[Attachment, ...]]:
    kind, content = _text(body, "msgtype"), _part(body, "content")
    match kind:
        case "text":
            words = _part(body, "text") or content
            return _clean(words.get("content")).strip(), _quoted_files(words)
        case "richText":
            return _rich(content.get("richText"), robot)
        case "picture":
            return "", (_attachment("image", content),)
        case "audio":
            transcript = _clean(content.get("recognition")).strip()[:LONGEST_TEXT]
            return transcript, (_attachment("voice", content, transcript),)
        case "file" | "video":
            return "", (_attachment(kind, content),)
        case "":
            raise Malformed("msgtype")
        case _:
            return "", (Attachment(kind="unknown", name=kind[:LONGEST_NAME]),)


def _attachment(kind: str, content: Body, transcript: str = "") -> Attachment:
    code = _text(content, "downloadCode") or _text(content, "pictureDownloadCode")
    name = _text(content, "fileName").replace("\\", "/").rpartition("/")[2][:LONGEST_NAME]
    return Attachment(kind=kind, name=name, transcript=transcript, code=code[:LONGEST_ADDRESS])


def _rich(parts: object, robot: str) -> tuple[str, tuple[Attachment, ...]]:
    """Text and pictures mixed; the robot's own mention is left out, as DingTalk leaves it out of plain text.

    HarmonyOS repeats that mention as a text: taking it off is left to those who know the robot's name.
    """
    if not isinstance(parts, list):
        raise Malformed("richText")
    words: list[str] = []
    pictures: list[Attachment] = []
    for part in (part for part in parts if isinstance(part, dict)):
        if part.get("type") == "picture":
            pictures.append(_attachment("image", part))
        elif part.get("type") == "at":
            mention = "" if not words or part.get("atUserId") == robot else f"@{_text(part, 'atName')} "
            words.append(mention)
        else:
            words.append(_text(part, "text"))
    return "".join(words).strip(), tuple(pictures[:20])


def _replied(words: Body) -> Body:
    return _part(words, "repliedMsg") if words.get("isReplyMsg") else {}


def _quote(body: Body) -> str:
    """The text that is answered to: plain, markdown or rich; nothing for a card."""
    content = _part(_replied(_part(body, "text") or _part(body, "content")), "content")
    for key in ("text", "content"):
        if isinstance(content.get(key), str):
            return _text(content, key).strip()
    rich = content.get("richText")
    if not isinstance(rich, list):
        return ""
    # Undocumented, and each part names its text differently from client to client.
    texts = (_text(part, "text") or _text(part, "content") for part in rich if isinstance(part, dict))
    return "".join(texts).strip()


def _quoted_files(words: Body) -> tuple[Attachment, ...]:
    """A file or picture that is quoted together with a text, in the clients that tell."""
    replied = _replied(words)
    content = _part(replied, "content")
    if not _text(content, "downloadCode"):
        return ()
    return (_attachment("image" if _text(replied, "msgType") == "picture" else "file", content),)
