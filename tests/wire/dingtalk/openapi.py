"""The new API: tokens, messages in the robot's name, recall, read status, downloads, cards."""

import json
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.wire.dingtalk.world import Delivered, World, new_error

PARAMETERS = {
    "sampleText": {"content"},
    "sampleMarkdown": {"title", "text"},
    "sampleImageMsg": {"photoURL"},
    "sampleLink": {"title", "text", "messageUrl", "picUrl"},
    "sampleActionCard": {"title", "text", "singleTitle", "singleURL"},
    **{
        f"sampleActionCard{count}": {"title", "text"}
        | {f"action{part}{number}" for part in ("Title", "URL") for number in range(1, count + 1)}
        for count in range(2, 6)
    },
    "sampleAudio": {"mediaId", "duration"},
    "sampleFile": {"mediaId", "fileName", "fileType"},
}
FILE_TYPES = {"xlsx", "pdf", "zip", "rar", "doc", "docx"}
LARGEST = 15_000
Handler = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]


class OpenApi:
    def __init__(self, world: World) -> None:
        self.world = world

    async def token(self, request: web.Request) -> dict[str, Any]:
        body = await self._json(request)
        if body != {"appKey": self.world.client_id, "appSecret": self.world.client_secret}:
            raise new_error("invalidClientIdOrSecret")
        text, life = self.world.token()
        return {"accessToken": text, "expireIn": life}

    async def to_group(self, request: web.Request) -> dict[str, Any]:
        body = await self._robot(request)
        chat = body.get("openConversationId")
        self._group(chat)
        key, text = self._message(body)
        return {"processQueryKey": self.world.deliver("group", chat, key, text, raw=body).receipt}

    async def to_people(self, request: web.Request) -> dict[str, Any]:
        body = await self._robot(request)
        people = body.get("userIds")
        if not isinstance(people, list) or not 0 < len(people) <= 20 or not all(isinstance(p, str) for p in people):
            raise new_error("invalidParameter.userIds")
        key, text = self._message(body)
        invalid = [p for p in people if p not in self.world.staff]
        held = [p for p in people if p in self.world.flow_controlled]
        receipt = ""
        for person in people:
            if person not in invalid and person not in held:
                seen = self.world.deliver("private", person, key, text, raw=body)
                receipt = receipt or seen.receipt
                seen.receipt = receipt
        receipt = receipt or secrets.token_hex(8)
        return {"processQueryKey": receipt, "invalidStaffIdList": invalid, "flowControlledStaffIdList": held}

    async def recall_from_group(self, request: web.Request) -> dict[str, Any]:
        body = await self._robot(request)
        self._group(body.get("openConversationId"))
        return self._recalled(body)

    async def recall_from_people(self, request: web.Request) -> dict[str, Any]:
        return self._recalled(await self._robot(request))

    async def read_by(self, request: web.Request) -> dict[str, Any]:
        self._allowed(request)
        seen = self._receipt(request.query.get("processQueryKey", ""))
        info = {"name": self.world.staff[seen.to], "userId": seen.to, "readStatus": "READ"}
        return {"sendStatus": "SUCCESS", "messageReadInfoList": [info]}

    async def read_in_group(self, request: web.Request) -> dict[str, Any]:
        body = await self._robot(request)
        if not 0 < body.get("maxResults", 0) <= 200:
            raise new_error("invalidParameter.maxResults")
        self._receipt(body.get("processQueryKey", ""))
        return {"sendStatus": "SUCCESS", "readUserIds": sorted(self.world.staff), "hasMore": False}

    async def mark(self, request: web.Request) -> dict[str, Any]:
        body = await self._robot(request)
        if not isinstance(body.get("textEmotion"), dict) or body.get("emotionType") != 2:
            raise new_error("invalidParameter.emotion")
        return {"success": True}

    async def download(self, request: web.Request) -> dict[str, Any]:
        body = await self._robot(request)
        content = self.world.files.get(body.get("downloadCode", ""))
        if content is None:
            raise new_error("invalidParameter.downloadCode")
        name = secrets.token_hex(8) + ".file"
        self.world.links[name] = content
        return {"downloadUrl": f"{self.world.base}/objects/{name}?Signature={secrets.token_hex(8)}"}

    async def create_card(self, request: web.Request) -> dict[str, Any]:
        body = await self._card(request)
        if body.get("cardTemplateId") not in self.world.templates:
            raise new_error("param.templateNotExist")
        if body.get("outTrackId") in self.world.cards:
            raise new_error("param.cardAlreadyExist")
        space = str(body.get("openSpaceId", ""))
        kind, _, to = space.removeprefix("dtv1.card//").partition(".")
        model = {"IM_GROUP": "imGroupOpenDeliverModel", "IM_ROBOT": "imRobotOpenDeliverModel"}.get(kind)
        if model is None or not isinstance(body.get(model), dict):
            raise new_error("param.openSpaceIdInvalid")
        known = to in (self.world.groups if kind == "IM_GROUP" else self.world.staff)
        self.world.cards[body["outTrackId"]] = body["cardData"]["cardParamMap"]
        seen = self.world.deliver("card", to, kind, json.dumps(body["cardData"]), raw=body) if known else None
        result = {"spaceId": space, "spaceType": kind, "success": known, "carrierId": seen.receipt if seen else None}
        return {"success": True, "result": {"outTrackId": body["outTrackId"], "deliverResults": [result]}}

    async def change_card(self, request: web.Request) -> dict[str, Any]:
        body = await self._card(request)
        card = self.world.cards.get(body.get("outTrackId", ""))
        if card is None:
            raise new_error("param.cardNotExist")
        if not body.get("cardUpdateOptions", {}).get("updateCardDataByKey"):
            card.clear()
        card.update(body["cardData"]["cardParamMap"])
        return {"success": True, "result": True}

    # -- what all of them look at ------------------------------------------------------------------------

    async def _card(self, request: web.Request) -> dict[str, Any]:
        self._allowed(request, "card")
        body = await self._json(request)
        values = body.get("cardData", {}).get("cardParamMap")
        if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values()):
            raise new_error("param.cardParamMapInvalid")
        if any(len(k.encode()) > 100 or len(v.encode()) > 1024 for k, v in values.items()):
            raise new_error("param.cardParamMapTooLong")
        return body

    async def _robot(self, request: web.Request) -> dict[str, Any]:
        self._allowed(request)
        body = await self._json(request)
        if body.get("robotCode") != self.world.client_id:
            raise new_error("invalidParameter.robotCode.auth")
        return body

    def _allowed(self, request: web.Request, permission: str = "robot") -> None:
        if not self.world.token_is_good(request.headers.get("x-acs-dingtalk-access-token", "")):
            raise new_error("InvalidAuthentication", 401)
        if permission not in self.world.permissions:
            raise new_error("Forbidden.AccessDenied.AccessTokenPermissionDenied", 403)
        if not self.world.in_window(f"qps/{request.path}", 20, 1):
            raise new_error("Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", 403)
        self.world.pay()

    async def _json(self, request: web.Request) -> dict[str, Any]:
        if request.content_type != "application/json":
            raise new_error("InvalidContentType", 415)
        try:
            body = json.loads(await request.read())
        except ValueError:
            raise new_error("MissingBody") from None
        if not isinstance(body, dict):
            raise new_error("MissingBody")
        return body

    def _group(self, chat: Any) -> None:
        if chat in self.world.disbanded:
            raise new_error("group.disbanded")
        if chat not in self.world.groups:
            raise new_error("invalid.openConversationId")
        if chat in self.world.silenced:
            raise new_error("bot.forbidden.sendMessage")

    def _message(self, body: dict[str, Any]) -> tuple[str, str]:
        key, param = body.get("msgKey"), body.get("msgParam")
        if key not in PARAMETERS or not isinstance(param, str):
            raise new_error("invalidParameter.msgKey" if key not in PARAMETERS else "invalidParameter.msgParam")
        if len(param.encode()) > LARGEST:
            raise new_error("invalidParameter.msgParam.tooLong")
        try:
            values = json.loads(param)
        except ValueError:
            raise new_error("invalidParameter.msgParam") from None
        if not isinstance(values, dict) or set(values) != PARAMETERS[key]:
            raise new_error("invalidParameter.msgParam")
        if not all(isinstance(value, str) and value for value in values.values()):
            raise new_error("invalidParameter.msgParam")
        self._media(key, values)
        self._links(values, private="userIds" in body)
        return key, values.get("content") or values.get("text") or values.get("fileName") or values.get("photoURL", "")

    def _links(self, values: dict[str, str], *, private: bool) -> None:
        """What buttons lead to; those that speak are known to reach the robot from a single chat only."""
        for name in (name for name in values if "URL" in name and name != "photoURL"):
            url = values[name]
            if not url.startswith(("https://", "dtmd://dingtalkclient/sendMessage?content=")) or not url.isascii():
                raise new_error("contain.unsafe.url")
            if url.startswith("dtmd:") and not private:
                self.world.complain("a button that speaks, in a group")

    def _media(self, key: str, values: dict[str, str]) -> None:
        if key == "sampleFile":
            if values["fileType"] not in FILE_TYPES or not values["fileName"].lower().endswith(
                "." + values["fileType"]
            ):
                raise new_error("invalidParameter.fileType")
            if values["mediaId"] not in self.world.media:
                raise new_error("invalidParameter.mediaId")
        if key == "sampleImageMsg" and values["photoURL"] not in self.world.media:
            raise new_error("invalidParameter.photoURL")

    def _receipt(self, key: str) -> Delivered:
        if key not in self.world.receipts:
            raise new_error("processQueryKey.expireTime")
        return self.world.receipts[key]

    def _recalled(self, body: dict[str, Any]) -> dict[str, Any]:
        keys = body.get("processQueryKeys")
        if not isinstance(keys, list) or not 0 < len(keys) <= 20:
            raise new_error("invalidParameter.processQueryKeys")
        done = [key for key in keys if key in self.world.receipts]
        for key in done:
            self.world.sent.remove(self.world.receipts.pop(key))
        return {"successResult": done, "failedResult": {key: "notExist" for key in keys if key not in done}}
