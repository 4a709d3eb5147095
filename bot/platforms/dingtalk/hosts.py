"""Where we are willing to connect: an exact list for what callers and messages name, https, and public addresses."""

import ipaddress
import socket
from collections.abc import Iterable

from aiohttp import ClientHandlerType, ClientRequest, ClientResponse
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from bot.platforms.dingtalk.settings import LOOPBACK, Settings

LONGEST = 2048
SESSION_PATH = "/robot/sendBySession"
WEBHOOK_PATH = "/robot/send"
_PLAIN = {"ws": "http", "wss": "https"}


class ForeignAddress(Exception):
    """An address we do not connect to; it is not named, for it may hold a secret."""


def _parsed(text: str) -> URL:
    """The address, if it is one without tricks: no credentials, no blanks, nothing beyond ASCII, no backslash."""
    if not text.isascii() or not text.isprintable() or len(text) > LONGEST or " " in text or "\\" in text:
        raise ForeignAddress
    try:
        url = URL(text)
        whole = url.absolute and bool(url.host) and url.port is not None
    except ValueError:
        raise ForeignAddress from None
    if not whole or url.raw_user is not None or url.raw_password is not None:
        raise ForeignAddress
    return url


def _origin(url: URL) -> tuple[str, str, int | None]:
    """Scheme, host and port, with sockets counted as what they begin as."""
    return _PLAIN.get(url.scheme, url.scheme), url.host or "", url.port


def _within(url: URL, domains: Iterable[str]) -> bool:
    scheme, host, port = _origin(url)
    return scheme == "https" and port == 443 and any(host.endswith(f".{name}") for name in domains)


class Hosts:
    """The addresses of one DingTalk application."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._exact = frozenset(_origin(URL(base)) for base in (settings.api, settings.oapi))

    def _known(self, text: str, path: str) -> URL:
        url = _parsed(text)
        # The path counts too: another path of the right host could be a robot in somebody else's group.
        if _origin(url) not in self._exact or url.raw_path != path:
            raise ForeignAddress
        return url

    def session_webhook(self, text: str) -> URL:
        """The address at which one conversation may be answered for 90 minutes."""
        return self._known(text, SESSION_PATH)

    def webhook(self, text: str) -> URL:
        """The address of a group's robot, as the office pasted it."""
        url = self._known(text, WEBHOOK_PATH)
        if not url.query.get("access_token"):
            raise ForeignAddress
        return url

    def gateway(self, text: str) -> URL:
        """The socket's address; DingTalk adds gateway hosts without notice, so its whole domain is accepted here.

        It comes over TLS from the API itself, never out of a message.
        """
        url = _parsed(text)
        if _origin(url) not in self._exact and not _within(url, (self._settings.gateway_domain,)):
            raise ForeignAddress
        return url

    def download(self, text: str) -> URL:
        """A signed link to a file that somebody sent; the hosts of the object store are not published."""
        url = _parsed(text)
        if _origin(url) not in self._exact and not _within(url, self._settings.download_domains):
            raise ForeignAddress
        return url

    def allows(self, url: URL) -> bool:
        """May anything at all be asked of this address?"""
        domains = (self._settings.gateway_domain, *self._settings.download_domains)
        return _origin(url) in self._exact or _within(url, domains)

    async def guard(self, request: ClientRequest, handler: ClientHandlerType) -> ClientResponse:
        """The session's last look: every request, redirect and handshake passes here."""
        if not self.allows(request.url):
            raise ForeignAddress
        return await handler(request)


class PublicResolver(AbstractResolver):
    """Resolves names to public addresses only, so that no name can lead into the customer's own network.

    `inside` names hosts that are meant to be reached there, such as a relay in front of the platform.
    """

    def __init__(self, inside: Iterable[str] = (), resolver: AbstractResolver | None = None) -> None:
        self._inside = frozenset(inside) | LOOPBACK
        self._resolver = resolver or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a host, if all of them are public."""
        found = await self._resolver.resolve(host, port, family)
        if host not in self._inside and not all(ipaddress.ip_address(one["host"]).is_global for one in found):
            raise OSError(None, "the name leads to an address that is not public")
        return found

    async def close(self) -> None:
        """Let go of the resolver underneath."""
        await self._resolver.close()
