"""Where any platform is willing to connect: plain https addresses without tricks, and only public ones."""

import ipaddress
import socket
from collections.abc import Iterable

from aiohttp import ClientHandlerType, ClientRequest, ClientResponse, ClientSession, ClientTimeout, DummyCookieJar
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
LONGEST = 2048
LARGEST_ANSWER = 1 << 20
UPLOAD_WITHIN = ClientTimeout(total=60, connect=6, sock_connect=5)
_PLAIN = {"ws": "http", "wss": "https"}
# No compression is offered and none is unpacked: an answer of ours is a few hundred bytes, a bomb is not.
_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "sanse/1"}

Origin = tuple[str, str, int | None]


class ForeignAddress(Exception):
    """An address we do not connect to; it is not named, for it may hold a secret."""


def parsed(text: str) -> URL:
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


def origin(url: URL) -> Origin:
    """Scheme, host and port, with sockets counted as what they begin as."""
    return _PLAIN.get(url.scheme, url.scheme), url.host or "", url.port


def within(url: URL, domains: Iterable[str]) -> bool:
    """Whether an address lies under one of these domains, by https on its own port."""
    scheme, host, port = origin(url)
    return scheme == "https" and port == 443 and any(host.endswith(f".{name}") for name in domains)


def must_be_safe(base: str) -> None:
    """Refuse a configured address without TLS: a token sent over plain http is a token given away."""
    url = URL(base)
    scheme = _PLAIN.get(url.scheme, url.scheme)
    # The loopback is where the tests listen.
    if scheme != "https" and not (scheme == "http" and url.host in LOOPBACK):
        raise ValueError(f"not an https address: {url.scheme}://{url.host}")


class Guard:
    """The addresses of one platform: some exact origins, and whole domains where its hosts are not published."""

    def __init__(self, exact: Iterable[str], domains: Iterable[str] = ()) -> None:
        self._exact = frozenset(origin(URL(base)) for base in exact)
        self._domains = tuple(domains)

    def is_exact(self, url: URL) -> bool:
        """Is it one of the origins that the configuration names?"""
        return origin(url) in self._exact

    def allows(self, url: URL) -> bool:
        """May anything at all be asked of this address?"""
        return self.is_exact(url) or within(url, self._domains)

    async def guard(self, request: ClientRequest, handler: ClientHandlerType) -> ClientResponse:
        """The session's last look: every request, redirect and handshake passes here."""
        if not self.allows(request.url):
            raise ForeignAddress
        return await handler(request)


def guarded(session: ClientSession, guard: Guard, seconds: float) -> ClientSession:
    """A session on the shared connections that goes nowhere but to the platform, keeps no cookies, unpacks nothing."""
    return ClientSession(
        connector=session.connector,
        connector_owner=False,
        middlewares=(guard.guard,),
        cookie_jar=DummyCookieJar(),
        headers=_HEADERS,
        timeout=ClientTimeout(total=seconds, connect=seconds * 0.6, sock_connect=seconds * 0.5),
        auto_decompress=False,
        trust_env=False,
    )


async def capped(response: ClientResponse, largest: int = LARGEST_ANSWER) -> bytes | None:
    """The body of an answer; None where it is packed or longer than it may be."""
    if response.headers.get("Content-Encoding", "identity") != "identity":
        return None
    parts, size = [], 0
    async for chunk in response.content.iter_any():
        parts.append(chunk)
        size += len(chunk)
        if size > largest:
            return None
    return b"".join(parts)


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
