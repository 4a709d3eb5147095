"""Who may open the pages: everybody on this machine while the group is simulated, else whoever has the key."""

import hashlib
import hmac
import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web

from pages.session import Sessions

if TYPE_CHECKING:
    from pages.door import Door

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

    Simulated: no key is asked for, but only this machine's own names are answered to. Else: with the key, or by the
    door of a platform that knows its members; where there is neither, nobody.
    """

    def __init__(
        self,
        host: str,
        key: str = "",
        *,
        simulated: bool = False,
        door: "Door | None" = None,
        sessions: Sessions | None = None,
        address: str = "",
    ) -> None:
        self._host = host
        self._key = key
        self._simulated = simulated
        self.door = door
        self.sessions = sessions
        self.is_secure = address.startswith("https://")
        """Whether browsers see us by TLS, whatever stands in between."""

    @property
    def is_open(self) -> bool:
        """Whether nobody is asked for a key."""
        return self._simulated

    @property
    def is_shut(self) -> bool:
        """Whether there is neither a key nor a door by which anybody could come in."""
        return not self._simulated and not self._key and self.door is None

    @property
    def has_key(self) -> bool:
        """Whether there is a key to be asked for."""
        return bool(self._key)

    def knows_host(self, host: str) -> bool:
        """Whether a request was meant for us: a foreign name that leads here is how other sites would read us."""
        name = (urlsplit(f"//{host}").hostname or "").lower()
        return not self.is_open or name in (*LOOPBACK_NAMES, self._host) or _is_address(name)

    def is_key(self, given: str) -> bool:
        """Whether somebody knows the key; takes the same time for every answer."""
        return self.has_key and hmac.compare_digest(_digest(given), _digest(self._key))

    def ticket(self) -> str:
        """What a browser carries instead of the key itself."""
        return hmac.new(self._key.encode(), b"pages", hashlib.sha256).hexdigest()

    def admits(self, request: web.Request) -> bool:
        """Whether this request may see all of the office's pages; who has signed in is asked for elsewhere."""
        if self.is_open or not self.has_key:
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
