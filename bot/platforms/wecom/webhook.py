"""A group's webhook (群机器人): the only way to mention people, and a second way for pictures and files."""

import asyncio
import hashlib
from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Protocol

from aiohttp import ClientSession, FormData
from yarl import URL

from bot.platforms.outside import UPLOAD_WITHIN, ForeignAddress
from bot.platforms.wecom.errors import Trouble, WeComError
from bot.platforms.wecom.exchange import ask
from bot.platforms.wecom.hosts import Hosts
from bot.platforms.wecom.pace import Paces, no_room
from bot.platforms.wecom.route import Step
from bot.platforms.wecom.settings import Settings
from bot.platforms.wecom.uploads import Remembered, checked_file, checked_picture
from models.vocabulary import LetterKind


class Shared(Protocol):
    """A pace that other processes keep as well, and that outlives a restart."""

    async def take(self, key: str) -> float:
        """Book a place; gives 0, or the seconds until there is one."""

    async def shut(self, key: str, seconds: float) -> None:
        """Let nobody call for some time."""


class Webhooks:
    """All webhooks; each key is one group's, and a secret. Every method raises WeComError."""

    def __init__(self, session: ClientSession, settings: Settings, paces: Paces, shared: Shared | None = None) -> None:
        self._session = session
        self._base = settings.api
        self._hosts = Hosts(settings)
        self._paces = paces
        self._shared = shared
        self._known = Remembered()
        self._turns: dict[str, asyncio.Lock] = {}

    async def send(self, webhook: str, step: Step) -> str:
        """Post one message; `webhook` is the address or the bare key."""
        try:
            key = self._hosts.webhook_key(webhook)
        except ForeignAddress:
            raise WeComError(Trouble.FOREIGN) from None
        # One after the other: the platform answers several at once with 45033.
        async with self._turns.setdefault(key, asyncio.Lock()):
            try:
                await self._post(key, await self._body(key, step))
            except WeComError as error:
                if error.trouble is not Trouble.MEDIA_OVER:
                    raise
                self._known = Remembered()
                await self._post(key, await self._body(key, step))
        return ""

    async def _post(self, key: str, body: Mapping[str, Any]) -> None:
        now = asyncio.get_running_loop().time()
        self._paces.webhook.take(key, now)
        if self._shared is not None and (wait := await self._shared.take(key)):
            raise no_room(wait)
        url = URL(f"{self._base}/cgi-bin/webhook/send").with_query(key=key)
        try:
            await ask(self._session, "POST", url, body=body)
        except WeComError as error:
            if error.trouble is Trouble.TOO_FAST:
                self._paces.webhook.shut(key, now + (error.retry_after or 60.0))
                if self._shared is not None:
                    await self._shared.shut(key, error.retry_after or 60.0)
            raise

    async def _body(self, key: str, step: Step) -> Mapping[str, Any]:
        if step.kind is LetterKind.IMAGE:
            checked_picture(step.body)
            md5 = hashlib.md5(step.body).hexdigest()  # noqa: S324 - the platform's choice, not ours
            return {"msgtype": "image", "image": {"base64": b64encode(step.body).decode(), "md5": md5}}
        if step.kind is LetterKind.FILE:
            return {"msgtype": "file", "file": {"media_id": await self._uploaded(key, step)}}
        if step.kind is LetterKind.TEXT:
            text: dict[str, Any] = {"content": step.text}
            if step.mentions:
                text["mentioned_list"] = list(step.mentions)
            return {"msgtype": "text", "text": text}
        return {"msgtype": "markdown", "markdown": {"content": step.text}}

    async def _uploaded(self, key: str, step: Step) -> str:
        name = checked_file(step.body, step.name)
        known = Remembered.key("file", name, step.body, hashlib.sha256(key.encode()).hexdigest())
        if (media := self._known.get(known)) is not None:
            return media
        url = URL(f"{self._base}/cgi-bin/webhook/upload_media").with_query(key=key, type="file")
        media = await upload(self._session, url, name, step.body)
        self._known.put(known, media)
        return media


async def upload(session: ClientSession, url: URL, name: str, body: bytes) -> str:
    """Upload one file; gives its media id. Raises WeComError, never with an unknown outcome: it is no letter yet."""
    # Left to itself aiohttp percent-encodes the name, and that is what people would read.
    form = FormData(quote_fields=False)
    form.add_field("media", BytesIO(body), filename=name, content_type="application/octet-stream")
    try:
        answer = await ask(session, "POST", url, form=form, within=UPLOAD_WITHIN)
    except WeComError as error:
        raise WeComError(Trouble.BUSY, "upload") if error.unknown else error from None
    media = answer.get("media_id")
    if not isinstance(media, str) or not media:
        raise WeComError(Trouble.BUSY, "media_id")
    return media
