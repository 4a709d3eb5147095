"""What DingTalk pushes about a message → `Incoming`. Total: whatever comes in, one of three things comes out."""

from dataclasses import dataclass
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
    decoded,
    id_of,
    moment_of,
    text_of,
)
from models.vocabulary import ChatKind

PLATFORM = "dingtalk"
LIFE_OF_A_SESSION = timedelta(minutes=90)
QUOTA_USED_UP = "20001"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A well-formed push that holds nothing to keep."""

    why: str


def parse(body: Body, now: datetime, corp: str = "") -> Incoming | Ignored:
    """One bot message, from Stream `data` or an HTTP body alike; `corp` is the only organisation we serve."""
    if _code(body.get("errorCode")) == QUOTA_USED_UP:
        return Ignored("quota")
    if corp and text_of(body, "chatbotCorpId") not in ("", corp):
        return Ignored("other organisation")
    sender, robot = text_of(body, "senderId"), text_of(body, "chatbotUserId")
    if sender and sender == robot:
        return Ignored("own")
    text, attachments = _content(body, robot)
    sent_at = moment_of(body.get("createAt"), now) or now
    address = text_of(body, "sessionWebhook")
    until = moment_of(body.get("sessionWebhookExpiredTime"), now) or sent_at + LIFE_OF_A_SESSION
    return Incoming(
        platform=PLATFORM,
        message_id=id_of(body, "msgId"),
        chat=id_of(body, "conversationId"),
        chat_kind=_chat_kind(body),
        chat_title=text_of(body, "conversationTitle")[:LONGEST_NAME] or None,
        sender=_sender(body, corp),
        sender_name=text_of(body, "senderNick")[:LONGEST_NAME] or None,
        text=text[:LONGEST_TEXT],
        quote=_quote(body)[:LONGEST_TEXT] or None,
        attachments=attachments,
        sent_at=sent_at,
        reply_address=address if 0 < len(address) <= LONGEST_ADDRESS else None,
        reply_until=min(until, now + LIFE_OF_A_SESSION) if address else None,
    )


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
    staff = text_of(body, "senderStaffId")
    home, theirs = corp or text_of(body, "chatbotCorpId"), text_of(body, "senderCorpId")
    if not staff or len(staff) > LONGEST_ID or (home and theirs and home != theirs):
        return None
    return staff


def _content(body: Body, robot: str) -> tuple[str, tuple[Attachment, ...]]:
    kind, content = text_of(body, "msgtype"), _part(body, "content")
    match kind:
        case "text":
            words = _part(body, "text") or content
            return clean(words.get("content")).strip(), _quoted_files(words)
        case "richText":
            return _rich(content.get("richText"), robot)
        case "picture":
            return "", (_attachment("image", content),)
        case "audio":
            transcript = clean(content.get("recognition")).strip()[:LONGEST_TEXT]
            return transcript, (_attachment("voice", content, transcript),)
        case "file" | "video":
            return "", (_attachment(kind, content),)
        case "":
            raise Malformed("msgtype")
        case _:
            return "", (Attachment(kind="unknown", name=kind[:LONGEST_NAME]),)


def _attachment(kind: str, content: Body, transcript: str = "") -> Attachment:
    code = text_of(content, "downloadCode") or text_of(content, "pictureDownloadCode")
    name = text_of(content, "fileName").replace("\\", "/").rpartition("/")[2][:LONGEST_NAME]
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
            mention = "" if not words or part.get("atUserId") == robot else f"@{text_of(part, 'atName')} "
            words.append(mention)
        else:
            words.append(text_of(part, "text"))
    return "".join(words).strip(), tuple(pictures[:20])


def _replied(words: Body) -> Body:
    return _part(words, "repliedMsg") if words.get("isReplyMsg") else {}


def _quote(body: Body) -> str:
    """The text that is answered to: plain, markdown or rich; nothing for a card."""
    content = _part(_replied(_part(body, "text") or _part(body, "content")), "content")
    for key in ("text", "content"):
        if isinstance(content.get(key), str):
            return text_of(content, key).strip()
    rich = content.get("richText")
    if not isinstance(rich, list):
        return ""
    # Undocumented, and each part names its text differently from client to client.
    texts = (text_of(part, "text") or text_of(part, "content") for part in rich if isinstance(part, dict))
    return "".join(texts).strip()


def _quoted_files(words: Body) -> tuple[Attachment, ...]:
    """A file or picture that is quoted together with a text, in the clients that tell."""
    replied = _replied(words)
    content = _part(replied, "content")
    if not text_of(content, "downloadCode"):
        return ()
    return (_attachment("image" if text_of(replied, "msgType") == "picture" else "file", content),)
