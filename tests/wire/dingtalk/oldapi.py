"""The old API, which answers 200 to everything: uploads, work notices, the address book."""

import json
import secrets
from typing import Any

from aiohttp import web

from tests.wire.dingtalk.world import World, old_error

UPLOADS = {
    "image": (20 << 20, {"jpg", "jpeg", "gif", "png", "bmp"}),
    "voice": (2 << 20, {"amr", "mp3", "wav"}),
    "video": (20 << 20, {"mp4"}),
    "file": (20 << 20, {"doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "pdf", "rar"}),
}


class OldApi:
    def __init__(self, world: World) -> None:
        self.world = world

    async def upload(self, request: web.Request) -> dict[str, Any]:
        self._allowed(request, "robot")
        if not request.content_type.startswith("multipart/"):
            raise old_error(43004)
        form = await request.post()
        kind, part = form.get("type"), form.get("media")
        if kind not in UPLOADS or request.query.get("type") != kind:
            raise old_error(40004)
        if not isinstance(part, web.FileField) or not part.filename:
            raise old_error(40035)
        largest, endings = UPLOADS[kind]
        content = part.file.read()
        if not 0 < len(content) <= largest:
            raise old_error(40006)
        if part.filename.rpartition(".")[2].lower() not in endings:
            raise old_error(40004)
        media = "@lAD" + secrets.token_urlsafe(12)
        self.world.media[media] = (part.filename, content)
        self.world.pay()
        return {"errcode": 0, "errmsg": "ok", "media_id": media, "type": kind, "created_at": 1}

    async def notice(self, request: web.Request) -> dict[str, Any]:
        body = await self._body(request, "notice")
        self.world.pay()
        if body.get("agent_id") != self.world.agent_id:
            raise old_error(40035)
        msg = body.get("msg")
        if not isinstance(msg, dict) or len(json.dumps(msg, ensure_ascii=False).encode()) > 2048:
            raise old_error(40035)
        people = body.get("userid_list", "").split(",")
        if not 0 < len(people) <= 100:
            raise old_error(40035)
        for person in people:
            words = json.dumps(msg, ensure_ascii=False)
            if person in self.world.staff and (person, words) not in self.world.notices:
                self.world.notices.add((person, words))
                self.world.deliver("notice", person, msg["msgtype"], msg[msg["msgtype"]]["text"], raw=body)
        return {"errcode": "0", "errmsg": "ok", "task_id": 256271667526}

    async def notice_result(self, request: web.Request) -> dict[str, Any]:
        await self._body(request, "notice")
        return {"errcode": 0, "send_result": {"read_user_id_list": ["0123"], "forbidden_list": []}}

    async def notice_recall(self, request: web.Request) -> dict[str, Any]:
        await self._body(request, "notice")
        return {"errcode": 0}

    async def member(self, request: web.Request) -> dict[str, Any]:
        body = await self._body(request, "contact")
        user = body.get("userid", "")
        if user not in self.world.staff:
            raise old_error(60121)
        found = {"userid": user, "name": self.world.staff[user], "unionid": f"u{user}", "title": "", "active": True}
        return {"errcode": 0, "errmsg": "ok", "result": found}

    async def by_mobile(self, request: web.Request) -> dict[str, Any]:
        body = await self._body(request, "contact")
        user = self.world.mobiles.get(body.get("mobile", ""))
        if user is None:
            raise old_error(60121)
        return {"errcode": 0, "errmsg": "ok", "result": {"userid": user, "exclusive_account_userid_list": []}}

    def _allowed(self, request: web.Request, permission: str) -> None:
        if not self.world.token_is_good(request.query.get("access_token", "")):
            raise old_error(40014)
        if permission not in self.world.permissions:
            raise old_error(60011)

    async def _body(self, request: web.Request, permission: str) -> dict[str, Any]:
        self._allowed(request, permission)
        if request.content_type != "application/json":
            raise old_error(43004)
        try:
            body = json.loads(await request.read())
        except ValueError:
            raise old_error(40035) from None
        return body
