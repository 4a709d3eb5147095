"""Pictures and files that people send: fetched at once, decrypted with their own key, never larger than we want."""

import asyncio
import re
import unicodedata
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import unquote

import structlog
from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from bot.platforms.base import DeliveryError
from bot.platforms.outside import ForeignAddress, capped
from bot.platforms.reading import LONGEST_NAME
from bot.platforms.shelf import Shelf
from bot.platforms.wecom.crypto import BadCallback, decrypt_media, media_key
from bot.platforms.wecom.hosts import Hosts
from bot.platforms.wecom.parse import Media
from bot.platforms.wecom.settings import Settings
from language.secrecy import marks_secret

ById = Callable[[str, int], Awaitable[bytes]]
"""Fetches what was sent to the application: by its id, at most so many bytes."""

log = structlog.get_logger(__name__)

LARGEST = 20 << 20
AT_ONCE = 4
MOST_WAITING = 200
MOST_REMEMBERED = 1000
_ENCODED = re.compile(r"filename\*\s*=\s*(?:utf-8|UTF-8)''([^;\s]+)")
_PLAIN = re.compile(r'filename\s*=\s*(?:"([^"]*)"|([^;\s]+))')


class Fetcher:
    """Downloads for one corporation. Without a shelf nothing is fetched."""

    def __init__(
        self,
        session: ClientSession,
        settings: Settings,
        shelf: Shelf | None,
        callback_key: bytes | None,
        by_id: ById | None = None,
    ) -> None:
        self._session = session
        self._hosts = Hosts(settings)
        self._shelf = shelf
        self._key = callback_key
        self._by_id = by_id
        self._within = ClientTimeout(total=settings.patience.media, connect=10, sock_read=20)
        self._places = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._names: OrderedDict[str, asyncio.Future[str]] = OrderedDict()
        self.fetched = 0
        self.failed = 0

    def begin(self, media: Sequence[Media]) -> list[asyncio.Future[str]]:
        """Start to fetch, once; gives the files' names as soon as they are known, empty where they never are."""
        return [self._names.get(one.code) or self._begin(one) for one in media]

    def _begin(self, media: Media) -> asyncio.Future[str]:
        name: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        if self._shelf is None or len(self._tasks) >= MOST_WAITING:
            name.set_result("")
            return name
        self._names[media.code] = name
        while len(self._names) > MOST_REMEMBERED:
            self._names.popitem(last=False)
        task = asyncio.create_task(self._fetch(media, name, self._shelf))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return name

    async def stop(self, within: float) -> None:
        """Give what is under way a moment, then let go."""
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=within)
        for task in set(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _fetch(self, media: Media, name: asyncio.Future[str], shelf: Shelf) -> None:
        try:
            async with self._places:
                await self._fetched(media, name, shelf)
            self.fetched += 1
        except (ForeignAddress, BadCallback, ClientError, DeliveryError, TimeoutError, OSError, ValueError) as error:
            self.failed += 1
            # Only its kind: the address is a secret for as long as it lives.
            log.warning("wecom media not fetched", kind=media.kind, error=type(error).__name__)
        finally:
            if not name.done():
                name.set_result("")

    async def _fetched(self, media: Media, name: asyncio.Future[str], shelf: Shelf) -> None:
        if "://" not in media.url and self._by_id is not None:
            await shelf.put(media.code, await self._by_id(media.url, LARGEST))
            return
        key = media_key(media.key) if media.key else self._key
        if key is None:
            raise BadCallback
        url = self._hosts.media(media.url)
        async with self._session.get(url, allow_redirects=False, timeout=self._within) as response:
            if response.status != 200 or (response.content_length or 0) > LARGEST:
                raise ValueError("refused")
            name.set_result(found := file_name(response))
            if marks_secret(found):
                return  # not even fetched: whoever keeps the message refuses it by the same name
            body = await capped(response, LARGEST)
        if body is None:
            raise ValueError("too large")
        plain = await asyncio.to_thread(decrypt_media, key, body)
        await shelf.put(media.code, plain)


def file_name(response: ClientResponse) -> str:
    """The name that a download gives itself: no folders, no control characters, not endless."""
    said = response.headers.get("Content-Disposition", "")
    # Raw UTF-8 in a header arrives with surrogates in its place.
    said = said.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if found := _ENCODED.search(said):
        name = unquote(found[1], errors="replace")
    elif found := _PLAIN.search(said):
        name = unquote(found[1] or found[2] or "", errors="replace")
    else:
        return ""
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in name if letter.isprintable()).strip(". ")[-LONGEST_NAME:]
