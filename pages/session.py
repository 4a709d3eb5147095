"""Signed words that a browser carries: for one attempt to sign in, and for a session afterwards."""

import hashlib
import hmac
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

ATTEMPT = timedelta(minutes=10)
SESSION = timedelta(hours=12)
MOST_USED = 10_000
LONGEST = 2000


class Sessions:
    """What is signed here is believed here; every process with the same key believes it too."""

    def __init__(self, key: bytes, now: Callable[[], datetime]) -> None:
        self._key = key
        self._now = now
        self._used: OrderedDict[str, None] = OrderedDict()

    def begin(self) -> tuple[str, str]:
        """A new attempt: the state that goes to the platform and back, and the cookie that waits for it."""
        state = secrets.token_hex(16)
        return state, self._signed({"state": state}, ATTEMPT)

    def ends(self, state: str, cookie: str) -> bool:
        """Whether this browser has begun this attempt, lately, and it has not been ended before."""
        begun = self._read(cookie).get("state")
        if not isinstance(begun, str) or not hmac.compare_digest(begun.encode(), state.encode("utf-8", "replace")):
            return False
        if begun in self._used:
            return False
        self._used[begun] = None
        while len(self._used) > MOST_USED:
            self._used.popitem(last=False)
        return True

    def issue(self, person: str) -> str:
        """A session."""
        return self._signed({"person": person}, SESSION)

    def person(self, cookie: str) -> str | None:
        """Whose session it is, while it lasts."""
        person = self._read(cookie).get("person")
        return person if isinstance(person, str) else None

    def _signed(self, values: dict[str, Any], life: timedelta) -> str:
        until = int((self._now() + life).timestamp())
        text = urlsafe_b64encode(json.dumps({**values, "until": until}).encode()).decode()
        return f"{text}.{self._sign(text)}"

    def _read(self, cookie: str) -> dict[str, Any]:
        """The values in a cookie of ours; nothing where it is another's, or over."""
        text, _, signature = cookie.rpartition(".")
        if len(cookie) > LONGEST or not hmac.compare_digest(
            self._sign(text).encode(), signature.encode("utf-8", "replace")
        ):
            return {}
        values: dict[str, Any] = json.loads(urlsafe_b64decode(text))
        return values if self._now().timestamp() < values["until"] else {}

    def _sign(self, text: str) -> str:
        return hmac.new(self._key, b"pages/" + text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
