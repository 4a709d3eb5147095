"""The corporation's own application (自建应用): private messages that the platform itself will not deliver twice."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from aiohttp import ClientSession
from yarl import URL

from bot.platforms.tokens import Tokens
from bot.platforms.wecom.cards import body_of
from bot.platforms.wecom.errors import Trouble, WeComError
from bot.platforms.wecom.exchange import ask, fetch
from bot.platforms.wecom.pace import Paces
from bot.platforms.wecom.route import Step
from bot.platforms.wecom.settings import Settings
from bot.platforms.wecom.uploads import Remembered, checked_file, checked_picture
from bot.platforms.wecom.webhook import upload
from models.vocabulary import LetterKind

DUPLICATE_WITHIN = 1800
"""Longer than all tries of one letter take, shorter than the time between two calls in the same words."""
_FAILED = {"invaliduser", "unlicenseduser"}

Got = TypeVar("Got")


class AppApi:
    """Calls in the application's name. Every method raises WeComError and nothing else."""

    def __init__(self, session: ClientSession, settings: Settings, now: Callable[[], datetime]) -> None:
        self._session = session
        self._settings = settings
        self.tokens = Tokens(self._fetch_token, now)

    async def call(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Post to one of its addresses."""
        return await self._with_token(lambda token: ask(self._session, "POST", self._url(path, token), body=body))

    async def get(self, path: str, **query: str) -> Mapping[str, Any]:
        """Ask one of its addresses."""
        return await self._with_token(lambda token: ask(self._session, "GET", self._url(path, token, **query)))

    async def upload(self, kind: str, name: str, body: bytes) -> str:
        """Upload something that its messages can carry."""

        async def once(token: str) -> str:
            return await upload(self._session, self._url("/cgi-bin/media/upload", token, type=kind), name, body)

        return await self._with_token(once)

    async def download(self, media: str, largest: int) -> bytes:
        """What somebody sent to the application, by its media id."""
        return await self._with_token(
            lambda token: fetch(self._session, self._url("/cgi-bin/media/get", token, media_id=media), largest)
        )

    async def _with_token(self, once: Callable[[str], Awaitable[Got]]) -> Got:
        token = await self._token()
        try:
            return await once(token)
        except WeComError as error:
            # 40001 may mean an old token as well as a wrong secret: the new fetch tells. Once, never more.
            if error.trouble is not Trouble.TOKEN and error.code != 40001:
                raise
        self.tokens.drop(token)
        return await once(await self._token())

    async def _token(self) -> str:
        return await self.tokens.get()

    def _url(self, path: str, token: str, **query: str) -> URL:
        return URL(self._settings.api + path).with_query(access_token=token, **query)

    async def _fetch_token(self) -> tuple[str, int]:
        who = {"corpid": self._settings.corp_id, "corpsecret": self._settings.app_secret}
        url = URL(self._settings.api + "/cgi-bin/gettoken").with_query(who)
        try:
            found = await ask(self._session, "GET", url)
        except WeComError as error:
            # A token that did not come is no letter that may have arrived.
            raise WeComError(Trouble.UNREACHABLE) if error.unknown else error from None
        token, lives = found.get("access_token"), found.get("expires_in")
        if not isinstance(token, str) or not token or isinstance(lives, bool) or not isinstance(lives, int):
            raise WeComError(Trouble.BUSY, "access_token")
        return token, lives


class App:
    """Writes to people. Every method raises WeComError."""

    def __init__(self, api: AppApi, settings: Settings, paces: Paces) -> None:
        self._api = api
        self._agent = settings.agent_id
        self._paces = paces
        self._known = Remembered()

    async def send(self, person: str, step: Step, *, once: bool = False) -> str:
        """One message to one person; gives the id by which it can be recalled for a day.

        `once` lets the platform drop the same words said again within half an hour: right for a reminder that is
        tried again, wrong for an answer to somebody who asks the same thing twice.
        """
        body = await self._body(step)
        self._paces.write(person.lower(), asyncio.get_running_loop().time())
        try:
            answer = await self._sent(person, body, once)
        except WeComError as error:
            if error.trouble is Trouble.MEDIA_OVER:
                self._known = Remembered()
                raise WeComError(Trouble.BUSY, error.code) from None
            if error.unknown and once:  # the platform drops it if it has it
                raise WeComError(Trouble.BUSY, "unclear") from None
            raise
        if person.lower() in _failed(answer):
            raise WeComError(Trouble.PERSON, "invaliduser")
        message = answer.get("msgid")
        return message if isinstance(message, str) else ""

    async def recall(self, message: str) -> None:
        """Take back a message of the last day."""
        await self._api.call("/cgi-bin/message/recall", {"msgid": message})

    async def pressed(self, person: str, code: str, words: str) -> None:
        """Put words in the place of a card's buttons, for who pressed one; `code` is good once."""
        body = {"userids": [person], "agentid": self._agent, "response_code": code, "button": {"replace_name": words}}
        await self._api.call("/cgi-bin/message/update_template_card", body)

    async def plain_id(self, open_id: str) -> str | None:
        """The user id of an open_userid; None where the person is outside the application's range."""
        body = {"open_userid_list": [open_id]}
        found = (await self._api.call("/cgi-bin/batch/openuserid_to_userid", body)).get("userid_list")
        for one in found if isinstance(found, list) else ():
            if isinstance(one, dict) and one.get("open_userid") == open_id and isinstance(one.get("userid"), str):
                return str(one["userid"]) or None
        return None

    async def _sent(self, person: str, body: Mapping[str, Any], once: bool) -> Mapping[str, Any]:
        envelope: dict[str, Any] = {"touser": person, "agentid": self._agent, "safe": 0}
        if once:
            envelope |= {"enable_duplicate_check": 1, "duplicate_check_interval": DUPLICATE_WITHIN}
        return await self._api.call("/cgi-bin/message/send", {**envelope, **body})

    async def _body(self, step: Step) -> Mapping[str, Any]:
        if step.kind is LetterKind.IMAGE:
            return {"msgtype": "image", "image": {"media_id": await self._uploaded("image", step)}}
        if step.kind is LetterKind.FILE:
            return {"msgtype": "file", "file": {"media_id": await self._uploaded("file", step)}}
        if step.card is not None:
            return body_of(step.card)
        if step.kind is LetterKind.TEXT:
            return {"msgtype": "text", "text": {"content": step.text}}
        return {"msgtype": "markdown", "markdown": {"content": step.text}}

    async def _uploaded(self, kind: str, step: Step) -> str:
        name = checked_picture(step.body) if kind == "image" else checked_file(step.body, step.name)
        key = Remembered.key(kind, name, step.body)
        if (media := self._known.get(key)) is None:
            media = await self._api.upload(kind, name, step.body)
            self._known.put(key, media)
        return media


def _failed(answer: Mapping[str, Any]) -> set[str]:
    """Those it did not reach, although the answer says yes; the ids come back in small letters."""
    named = (answer.get(key) for key in _FAILED)
    return {one.lower() for names in named if isinstance(names, str) for one in names.split("|") if one}
