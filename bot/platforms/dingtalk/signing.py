"""DingTalk's signatures: of HTTP callbacks, of group webhooks (加签) and of card callbacks."""

import base64
import hashlib
import hmac
from datetime import datetime
from urllib.parse import quote_plus

from yarl import URL

FRESH_MS = 3_600_000  # DingTalk's own rule: one hour either way
MOST_DIGITS = 15


def _hmac(key: str, message: str) -> str:
    digest = hmac.new(key.encode(), message.encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def sign(secret: str, timestamp: str) -> str:
    """The signature of a robot: Base64 of HMAC-SHA256 over the timestamp, a newline and the secret."""
    return _hmac(secret, f"{timestamp}\n{secret}")


def sign_card(secret: str, timestamp: str) -> str:
    """The signature of a card callback, which covers the timestamp alone."""
    return _hmac(secret, timestamp)


def milliseconds(moment: datetime) -> int:
    """The moment as DingTalk writes it."""
    return int(moment.timestamp() * 1000)


def is_genuine(timestamp: str, signature: str, secret: str, now: datetime) -> bool:
    """Was this callback signed with our secret within the last hour, as far as its two headers tell?"""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= MOST_DIGITS):
        return False
    fresh = abs(milliseconds(now) - int(timestamp)) <= FRESH_MS
    # Both are computed whatever the other says, so that the time taken tells nothing.
    equal = hmac.compare_digest(sign(secret, timestamp).encode(), signature.encode("utf-8", "surrogateescape"))
    return fresh and equal


def signed_url(webhook: URL, secret: str | None, now: datetime) -> URL:
    """The webhook's address for one call; rebuilt every time, so that parameters never pile up."""
    query = f"access_token={quote_plus(webhook.query.get('access_token', ''))}"
    if secret:
        timestamp = str(milliseconds(now))
        query += f"&timestamp={timestamp}&sign={quote_plus(sign(secret, timestamp))}"
    return URL(f"{webhook.origin()}{webhook.path}?{query}", encoded=True)
