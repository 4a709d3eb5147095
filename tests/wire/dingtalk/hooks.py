"""The webhooks: answers by session, and robots of a group with signature, keywords and twenty calls a minute."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Sequence
from typing import Any

from aiohttp import web

from tests.wire.dingtalk.world import GroupRobot, Refused, World, new_error, old_error

KINDS = {
    "text": {"content"},
    "markdown": {"title", "text"},
    "actionCard": {"title", "text"},
    "link": {"title", "text", "messageUrl"},
    "feedCard": {"links"},
}
TOP = {"msgtype", "at", "msgUuid", *KINDS}
LARGEST = 20_000
MOST_MENTIONS = 50


class Hooks:
    def __init__(self, world: World) -> None:
        self.world = world

    async def by_session(self, request: web.Request) -> dict[str, Any]:
        session = self.world.sessions.get(request.query.get("session", ""))
        if session is None:
            raise new_error("session.notExisted")
        if session.until <= self.world.now():
            raise new_error("session.expired")
        if not self.world.in_window(f"session/{session.chat}", 20, 60):
            raise old_error(130101)
        await self._post(request, "session", session.chat)
        return {"errcode": 0, "errmsg": "ok"}

    async def by_robot(self, request: web.Request) -> dict[str, Any]:
        robot = self.world.robots.get(request.query.get("access_token", ""))
        if robot is None:
            raise old_error(400101)
        if robot.stopped or robot.removed:
            raise old_error(400102 if robot.stopped else 400106)
        if robot.chat in self.world.disbanded:
            raise old_error(400013)
        self._secure(request, robot)
        self._in_pace(request.query["access_token"])
        await self._post(request, "webhook", robot.chat, robot.keywords)
        return {"errcode": 0, "errmsg": "ok"}

    def _secure(self, request: web.Request, robot: GroupRobot) -> None:
        stamps, signs = request.query.getall("timestamp", []), request.query.getall("sign", [])
        if robot.secret is None:
            if stamps or signs:
                self.world.complain("signed a webhook that has no secret")
            return
        if len(stamps) != 1 or len(signs) != 1 or not stamps[0].isdigit():
            raise old_error(310000)
        if abs(self.world.now() * 1000 - int(stamps[0])) > 3_600_000:
            raise old_error(310000)
        key = robot.secret.encode()
        right = base64.b64encode(hmac.new(key, f"{stamps[0]}\n{robot.secret}".encode(), hashlib.sha256).digest())
        if signs[0].encode() != right:
            raise old_error(310000)

    def _in_pace(self, token: str) -> None:
        """Twenty a minute; the one after that shuts the robot for ten."""
        if self.world.shut.get(token, 0) > self.world.now():
            raise old_error(130101)
        if not self.world.in_window(f"robot/{token}", 20, 60):
            self.world.shut[token] = self.world.now() + 600
            raise old_error(130101)

    async def _post(self, request: web.Request, channel: str, chat: str, keywords: Sequence[str] = ()) -> None:
        body = await self._body(request)
        kind = body.get("msgtype")
        if kind not in KINDS:
            raise Refused(200, {"errcode": 401102 if kind in ("image", "file") else 400105, "errmsg": "…"})
        content = body.get(kind)
        if not isinstance(content, dict) or not KINDS[kind] <= content.keys():
            raise old_error(40035)
        text = content.get("content") or content.get("text") or ""
        if not isinstance(text, str) or not text.strip():
            raise old_error(40035)
        if keywords and not any(word in text for word in keywords):
            raise old_error(310000)
        uuid = body.get("msgUuid")
        if uuid in self.world.uuids and channel == "webhook":
            return
        if uuid:
            self.world.uuids.add(uuid)
        self.world.deliver(channel, chat, kind, text, mentions=self._mentioned(body, text), raw=body)

    async def _body(self, request: web.Request) -> dict[str, Any]:
        if request.content_type != "application/json":
            raise old_error(43004)
        raw = await request.read()
        if len(raw) > LARGEST:
            raise old_error(460101)
        try:
            body = json.loads(raw)
        except ValueError:
            raise old_error(40035) from None
        if not isinstance(body, dict):
            raise old_error(40035)
        if unknown := set(body) - TOP:
            self.world.complain(f"unknown fields in a webhook message: {sorted(unknown)}")
        return body

    def _mentioned(self, body: dict[str, Any], text: str) -> tuple[str, ...]:
        """Those who are really mentioned: named in `at` and written in the text."""
        at = body.get("at") or {}
        people = at.get("atUserIds") or []
        if len(people) > MOST_MENTIONS:
            raise old_error(40035)
        if at.get("isAtAll"):
            self.world.complain("mentioned everybody")
        written = [person for person in people if re.search(rf"@{re.escape(person)}(?![\w.\-])", text)]
        if len(written) != len(people):
            self.world.complain("a mention that is not written in the text")
        return tuple(person for person in written if person in self.world.staff)
