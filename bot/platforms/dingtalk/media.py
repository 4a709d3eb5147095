"""Pictures and files: uploaded once for each content, fetched when somebody sends one."""

import hashlib
import ipaddress
import socket
from asyncio import get_running_loop
from collections import OrderedDict
from collections.abc import MutableMapping

from aiohttp import ClientError, ClientSession, FormData
from yarl import URL

from bot.platforms.dingtalk.api import Api
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.hosts import Hosts
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.outside import LOOPBACK, UPLOAD_WITHIN, ForeignAddress

LARGEST = 20 << 20
MOST_REMEMBERED = 500
_IMAGES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"BM": "bmp"}
_FILES = frozenset({"xlsx", "pdf", "zip", "rar", "doc", "docx"})  # what a message can show, fewer than can be uploaded


class Remembered(OrderedDict[str, str]):
    """The media ids of the last few hundred contents; a store of the house's may stand in its place."""

    def __setitem__(self, key: str, value: str) -> None:
        super().__setitem__(key, value)
        while len(self) > MOST_REMEMBERED:
            self.popitem(last=False)


class Media:
    """Uploads and downloads of one application."""

    def __init__(
        self, session: ClientSession, api: Api, settings: Settings, known: MutableMapping[str, str] | None = None
    ) -> None:
        self._session = session
        self._api = api
        self._settings = settings
        self._hosts = Hosts(settings)
        self._known: MutableMapping[str, str] = Remembered() if known is None else known

    async def image(self, body: bytes) -> str:
        """The media id of a picture."""
        ending = next((ending for start, ending in _IMAGES.items() if body.startswith(start)), None)
        if ending is None or len(body) > LARGEST:
            raise DingTalkError(Trouble.MEDIA, "image")
        return await self._uploaded("image", body, ending)

    async def file(self, body: bytes, name: str) -> str:
        """The media id of a file that a message can carry."""
        _, dot, ending = name.lower().rpartition(".")
        if not dot or ending not in _FILES or not 0 < len(body) <= LARGEST:
            raise DingTalkError(Trouble.MEDIA, "file")
        return await self._uploaded("file", body, ending)

    async def fetch(self, code: str, largest: int = LARGEST) -> bytes:
        """What somebody sent, by its download code; at once, for the link does not live long."""
        answer = await self._api.new(
            "POST", "/v1.0/robot/messageFiles/download", {"downloadCode": code, "robotCode": self._settings.robot}
        )
        link = answer.get("downloadUrl")
        try:
            url = self._hosts.download(link if isinstance(link, str) else "")
            await self._must_be_public(url)
            return await self._got(url, largest)
        except ForeignAddress:
            raise DingTalkError(Trouble.FOREIGN) from None
        except (ClientError, TimeoutError, OSError):
            raise DingTalkError(Trouble.UNREACHABLE) from None

    async def _uploaded(self, kind: str, body: bytes, ending: str) -> str:
        key = f"{kind}/{ending}/{hashlib.sha256(body).hexdigest()}"
        if (media := self._known.get(key)) is not None:
            return media

        def form() -> FormData:
            data = FormData({"type": kind})
            # DingTalk goes by the ending; the name that people see stands in the message and may be Chinese.
            data.add_field("media", body, filename=f"{kind}.{ending}", content_type="application/octet-stream")
            return data

        try:
            answer = await self._api.old("/media/upload", form=form, query={"type": kind})
        except DingTalkError as error:
            # An upload that may have arrived is no letter that may have arrived.
            raise DingTalkError(Trouble.BUSY, "upload") if error.unknown else error from None
        media = answer.get("media_id")
        if not isinstance(media, str) or not media:
            raise DingTalkError(Trouble.BUSY, "media_id")
        self._known[key] = media
        return media

    async def _must_be_public(self, url: URL) -> None:
        """Object stores have internal names under the same domain: they are not for us."""
        if url.host in LOOPBACK or url.host is None:
            return
        found = await get_running_loop().getaddrinfo(url.host, url.port, type=socket.SOCK_STREAM)
        if not all(ipaddress.ip_address(address[4][0]).is_global for address in found):
            raise ForeignAddress

    async def _got(self, url: URL, largest: int) -> bytes:
        parts, size = [], 0
        async with self._session.get(url, allow_redirects=False, timeout=UPLOAD_WITHIN) as response:
            if response.status != 200 or "Content-Encoding" in response.headers:
                raise DingTalkError(Trouble.MEDIA, f"HTTP {response.status}")
            async for chunk in response.content.iter_any():
                parts.append(chunk)
                size += len(chunk)
                if size > largest:
                    raise DingTalkError(Trouble.MEDIA, "too large")
        return b"".join(parts)
