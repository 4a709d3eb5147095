"""wechatpy behind one typed file: its AES cipher and its parser of application messages. Nobody else imports it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.parsers.expat import ExpatError

import xmltodict  # type: ignore[import-untyped]
from wechatpy.crypto.base import WeChatCipher
from wechatpy.enterprise import parse_message

BLOCK = 16
DEEPEST = 32
MOST_TAGS = 2000


class BadXml(Exception):
    """Not XML that we read; the text says why, never what it held."""


@dataclass(frozen=True, slots=True)
class AppMessage:
    """What somebody said to the application, or did there; `fields` holds every element as it came."""

    kind: str
    event: str
    sender: str
    message_id: str
    created: int
    fields: Mapping[str, Any]


def decrypt_blocks(key: bytes, data: bytes) -> bytes:
    """AES-256-CBC without its padding taken off; raises ValueError for anything but whole blocks."""
    if not data or len(data) % BLOCK:
        raise ValueError("not whole blocks")
    plain: bytes = WeChatCipher(key).decrypt(data)
    return plain


def encrypt_blocks(key: bytes, data: bytes) -> bytes:
    """AES-256-CBC of whole blocks."""
    sealed: bytes = WeChatCipher(key).encrypt(data)
    return sealed


def read_xml(text: bytes) -> Mapping[str, Any]:
    """The elements under <xml>; no document type, no entity of one's own, no depth, raises BadXml."""
    if b"<!" in text.replace(b"<![CDATA[", b""):
        raise BadXml("declaration")  # DOCTYPE and ENTITY, and comments, which nobody sends
    if text.count(b"<") > MOST_TAGS or not _is_shallow(text):
        raise BadXml("too deep or too many")
    try:
        found = xmltodict.parse(text.decode("utf-8"))["xml"]
    except (ExpatError, ValueError, KeyError, TypeError, RecursionError, AttributeError):
        raise BadXml("not XML") from None
    if not isinstance(found, dict):
        raise BadXml("no <xml>")
    return found


def read_message(text: bytes) -> AppMessage:
    """The message of an application's callback, as wechatpy parses it; raises BadXml."""
    fields = read_xml(text)
    for name in ("MsgType", "FromUserName"):
        if not isinstance(fields.get(name), str):
            raise BadXml(name)
    try:
        # Every fault of a parser that trusts its input is one fault here.
        message = parse_message(text)
        created = int(fields.get("CreateTime") or 0)
    except Exception:
        raise BadXml("message") from None
    return AppMessage(
        kind=fields["MsgType"].lower(),
        event=_word(fields.get("Event")).lower(),
        sender=str(message.source),
        message_id=_word(fields.get("MsgId")),
        created=created,
        fields=fields,
    )


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _is_shallow(text: bytes) -> bool:
    """Whether no element lies deeper than anybody writes; counted without parsing."""
    depth = deepest = 0
    for piece in text.split(b"<")[1:]:
        if piece.startswith(b"/"):
            depth -= 1
        elif not piece.startswith((b"!", b"?")) and not piece.partition(b">")[0].endswith(b"/"):
            depth += 1
            deepest = max(deepest, depth)
    return deepest <= DEEPEST
