"""The aibot's own messages over its socket: replies, pushes, and the pictures and files it uploads for them."""

import asyncio
import hashlib
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from bot.platforms.wecom.aibot import Aibot
from bot.platforms.wecom.cards import Press, body_of, pressed_body
from bot.platforms.wecom.errors import Trouble, WeComError
from bot.platforms.wecom.pace import Paces
from bot.platforms.wecom.route import Step
from bot.platforms.wecom.uploads import Remembered, checked_file, checked_picture
from models.vocabulary import LetterKind

CHUNK = 512 << 10
LONGEST_QUEUE = 100.0
SENDING = 10.0
SINGLE, GROUP = 1, 2


class Speaker:
    """Says things in the aibot's name. Every method raises WeComError."""

    def __init__(self, aibot: Aibot, paces: Paces) -> None:
        self._aibot = aibot
        self._paces = paces
        self._known = Remembered()
        self._one_upload = asyncio.Lock()  # chunks beside each other gave system errors and timeouts

    async def reply(self, request: str, place: str, step: Step) -> str:
        """Answer a message under its own id."""
        body = await self._body(step)
        self._paces.talk(place, asyncio.get_running_loop().time())
        await self._aibot.ask("aibot_respond_msg", body, request, SENDING)
        return ""

    async def push(self, place: str, step: Step, *, group: bool) -> str:
        """Say something unasked, in a group or to one person."""
        body = await self._body(step)
        self._paces.talk(place, asyncio.get_running_loop().time())
        where = {"chatid": place, "chat_type": GROUP if group else SINGLE}
        await self._aibot.ask("aibot_send_msg", {**where, **body}, within=SENDING)
        return ""

    async def pressed(self, request: str, press: Press, address: str) -> None:
        """Change the card of which a button was pressed; the platform takes it for five seconds."""
        await self._aibot.ask("aibot_respond_update_msg", pressed_body(press, address), request)

    async def _body(self, step: Step) -> Mapping[str, Any]:
        if step.kind is LetterKind.IMAGE:
            return {"msgtype": "image", "image": {"media_id": await self._uploaded("image", step)}}
        if step.kind is LetterKind.FILE:
            return {"msgtype": "file", "file": {"media_id": await self._uploaded("file", step)}}
        if step.card is not None:
            return body_of(step.card)
        return {"msgtype": "markdown", "markdown": {"content": step.text}}  # plain text is refused here

    async def _uploaded(self, kind: str, step: Step) -> str:
        name = checked_picture(step.body) if kind == "image" else checked_file(step.body, step.name)
        key = Remembered.key(kind, name, step.body)
        async with self._one_upload:
            if (media := self._known.get(key)) is not None:
                return media
            try:
                media = await self._upload(kind, name, step.body)
            except WeComError as error:
                # An upload that may have arrived is no letter that may have arrived.
                raise WeComError(Trouble.BUSY, "upload") if error.unknown else error from None
            self._known.put(key, media)
            return media

    async def _upload(self, kind: str, name: str, body: bytes) -> str:
        chunks = [body[start : start + CHUNK] for start in range(0, len(body), CHUNK)]
        begin = {
            "type": kind,
            "filename": name,
            "total_size": len(body),
            "total_chunks": len(chunks),
            "md5": hashlib.md5(body).hexdigest(),  # noqa: S324 - the platform's choice, not ours
        }
        upload = _word(await self._frame("init", begin), "upload_id")
        for number, chunk in enumerate(chunks):
            part = {"upload_id": upload, "chunk_index": number, "base64_data": b64encode(chunk).decode()}
            await self._chunk(part)
        return _word(await self._frame("finish", {"upload_id": upload}), "media_id")

    async def _chunk(self, part: Mapping[str, Any]) -> None:
        """One piece; the same piece again does no harm, so a lost answer is no reason to begin anew."""
        try:
            await self._frame("chunk", part)
        except WeComError as error:
            if not error.unknown:
                raise
            await self._frame("chunk", part)

    async def _frame(self, name: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Every frame counts: whether uploads or frames are limited to thirty a minute is not known."""
        now = asyncio.get_running_loop().time()
        await asyncio.sleep(self._paces.upload.take("upload", now, LONGEST_QUEUE))
        return await self._aibot.ask(f"aibot_upload_media_{name}", body, within=SENDING)


def _word(body: Mapping[str, Any], key: str) -> str:
    word = body.get(key)
    if not isinstance(word, str) or not word:
        raise WeComError(Trouble.BUSY, key)
    return word
