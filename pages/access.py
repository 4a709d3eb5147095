"""Who may open the pages: everybody on this machine while the group is simulated, else whoever has the key."""

import hashlib
import hmac
import ipaddress
from urllib.parse import urlsplit

from aiohttp import web

COOKIE = "sanse"
LOOPBACK_NAMES = ("localhost",)
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Access:
    """The rule at the door.

    Simulated: no key is asked for, but only this machine's own names are answered to. Else: with the key, and where
    none is set, nobody.
    """

    def __init__(self, host: str, key: str = "", *, simulated: bool = False) -> None:
        self._host = host
        self._key = key
        self._simulated = simulated

    @property
    def is_open(self) -> bool:
        """Whether nobody is asked for a key."""
        return self._simulated

    @property
    def is_shut(self) -> bool:
        """Whether there is no key with which anybody could come in."""
        return not self._simulated and not self._key

    def knows_host(self, host: str) -> bool:
        """Whether a request was meant for us: a foreign name that leads here is how other sites would read us."""
        name = (urlsplit(f"//{host}").hostname or "").lower()
        return not self.is_open or name in (*LOOPBACK_NAMES, self._host) or _is_address(name)

    def is_key(self, given: str) -> bool:
        """Whether somebody knows the key; takes the same time for every answer."""
        return not self.is_shut and hmac.compare_digest(_digest(given), _digest(self._key))

    def ticket(self) -> str:
        """What a browser carries instead of the key itself."""
        return hmac.new(self._key.encode(), b"pages", hashlib.sha256).hexdigest()

    def admits(self, request: web.Request) -> bool:
        """Whether this request may see the office's pages."""
        if self.is_open or self.is_shut:
            return self.is_open
        given = request.headers.get("Authorization", "")
        if given.startswith("Bearer "):
            return self.is_key(given.removeprefix("Bearer "))
        return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), self.ticket().encode())


def is_from_here(request: web.Request) -> bool:
    """Whether a request that changes something was made by our own pages, or by no page at all."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
