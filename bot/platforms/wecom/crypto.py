"""WeChat Work's callback crypto: signature, AES, padding, length and receiver, each checked by ourselves."""

import binascii
import hashlib
import hmac
import os
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass, field

from bot.platforms.wecom.wechat import decrypt_blocks, encrypt_blocks

BLOCK = 32
HEADER = 20
_KEY = re.compile(r"[A-Za-z0-9+/]{43}", re.ASCII)
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}", re.ASCII)


class BadCallback(Exception):
    """Not a callback of WeChat Work's. One error for every cause, so that an answer tells an attacker nothing."""


def sign(token: str, timestamp: str, nonce: str, encrypted: str) -> str:
    """SHA-1 over the four strings in the order of their bytes."""
    parts = sorted(part.encode("utf-8", "surrogatepass") for part in (token, timestamp, nonce, encrypted))
    return hashlib.sha1(b"".join(parts)).hexdigest()  # noqa: S324 - the platform's choice, not ours


def key_of(text: str) -> bytes:
    """The 32 bytes of an EncodingAESKey; its last letter may carry spare bits, which are nobody's business."""
    if not _KEY.fullmatch(text):
        raise ValueError("an EncodingAESKey has 43 letters and digits")
    return b64decode(text + "=")


def media_key(text: str) -> bytes:
    """The 32 bytes of the key beside a media address; raises BadCallback."""
    try:
        key = b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise BadCallback from None
    if len(key) != BLOCK:
        raise BadCallback
    return key


def unpadded(block: bytes) -> bytes:
    """Without its padding, which must be 1 to 32 equal bytes."""
    count = block[-1] if block else 0
    if not 1 <= count <= BLOCK or len(block) < count:
        raise BadCallback
    if not hmac.compare_digest(block[-count:], bytes([count]) * count):
        raise BadCallback
    return block[:-count]


def padded(plain: bytes) -> bytes:
    """Filled up to whole blocks of 32; a whole block more where it is full already."""
    count = BLOCK - len(plain) % BLOCK
    return plain + bytes([count]) * count


def decrypt_media(key: bytes, data: bytes) -> bytes:
    """A picture or file: no header, the whole of it is the content; raises BadCallback."""
    try:
        return unpadded(decrypt_blocks(key, data))
    except ValueError:
        raise BadCallback from None


@dataclass(frozen=True, slots=True)
class Crypto:
    """One callback's secrets; `receiver` is the corporation for an application and empty for our own 智能机器人."""

    token: str = field(repr=False)
    key: bytes = field(repr=False)
    receiver: str = ""

    def is_genuine(self, signature: str, timestamp: str, nonce: str, encrypted: str) -> bool:
        """Was this signed with our token? Takes the same time for every answer."""
        right = sign(self.token, timestamp, nonce, encrypted)
        return hmac.compare_digest(right.encode(), signature.encode("utf-8", "surrogatepass"))

    def open(self, encrypted: str) -> bytes:
        """The message inside; raises BadCallback and nothing else."""
        if not _BASE64.fullmatch(encrypted):
            raise BadCallback
        try:
            plain = unpadded(decrypt_blocks(self.key, b64decode(encrypted)))
        except ValueError:  # binascii.Error is one too
            raise BadCallback from None
        if len(plain) < HEADER:
            raise BadCallback
        end = HEADER + int.from_bytes(plain[16:HEADER], "big")
        # Not a byte more or less than the message and its receiver.
        if end > len(plain) or not hmac.compare_digest(plain[end:], self.receiver.encode()):
            raise BadCallback
        return plain[HEADER:end]

    def seal(self, message: bytes, prefix: bytes | None = None) -> str:
        """A message as WeChat Work wants it answered; `prefix` is random unless a test says otherwise."""
        start = os.urandom(16) if prefix is None else prefix
        plain = start + len(message).to_bytes(4, "big") + message + self.receiver.encode()
        return b64encode(encrypt_blocks(self.key, padded(plain))).decode()
