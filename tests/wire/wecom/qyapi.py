"""The HTTP side: application, webhooks, response addresses, and the objects that people have sent."""

import asyncio
import base64
import hashlib
import json
import re
import secrets
from typing import Any

from aiohttp import web
from yarl import URL

from tests.wire.wecom.world import Refused, World

HOOK_KINDS = {"text", "markdown", "markdown_v2", "image", "file"}
HOOK_LIMITS = {"text": 2048, "markdown": 4096, "markdown_v2": 4096}
APP_KINDS = {"text", "markdown", "image", "file", "template_card"}
APP_TOP = {
    "touser",
    "agentid",
    "msgtype",
    "safe",
    "enable_id_trans",
    "enable_duplicate_check",
    "duplicate_check_interval",
    *APP_KINDS,
}


class QyApi:
    def __init__(self, world: World) -> None:
        self.world = world
        self.slow = 0.0
        self._posting: set[str] = set()

    # -- application -------------------------------------------------------------------------------------

    async def gettoken(self, request: web.Request) -> dict[str, Any]:
        if request.query.get("corpid") != self.world.corp:
            raise Refused(40013)
        if request.query.get("corpsecret") != self.world.app_secret:
            raise Refused(40091)
        text, lives = self.world.token()
        return {"access_token": text, "expires_in": lives}

    async def send(self, request: web.Request) -> dict[str, Any]:
        self.world.check_token(request.query.get("access_token", ""))
        body = await _json(request)
        if not isinstance(body.get("agentid"), int) or body["agentid"] != self.world.agent_id:
            raise Refused(40056)
        kind = body.get("msgtype")
        if kind not in APP_KINDS or set(body) - APP_TOP:
            raise Refused(40058)
        people = str(body.get("touser") or "").split("|")
        if people == ["@all"]:
            self.world.complain("wrote to everybody")
        good = [one for one in people if one in self.world.staff and one not in self.world.hidden]
        bad = [one.lower() for one in people if one not in good]
        if not good:
            raise Refused(81013)
        if kind == "template_card" and not self.world.app_callback:
            raise Refused(42015)
        if not self._is_repeated(body):
            self._show(kind, body, good)
        answer = {"invaliduser": "|".join(bad), "invalidparty": "", "msgid": f"m{len(self.world.sent)}"}
        if kind == "template_card":
            answer["response_code"] = self.world.new_code(body["template_card"]["task_id"])
        return answer

    async def recall(self, request: web.Request) -> dict[str, Any]:
        self.world.check_token(request.query.get("access_token", ""))
        body = await _json(request)
        number = str(body.get("msgid", "")).removeprefix("m")
        if set(body) != {"msgid"} or not number.isdigit() or not 0 < int(number) <= len(self.world.sent):
            raise Refused(40058)
        self.world.recalled.append(self.world.sent[int(number) - 1])
        return {}

    async def change_card(self, request: web.Request) -> dict[str, Any]:
        self.world.check_token(request.query.get("access_token", ""))
        body = await _json(request)
        if set(body) != {"userids", "agentid", "response_code", "button"} or body["agentid"] != self.world.agent_id:
            raise Refused(40058)
        task, until = self.world.codes.pop(body["response_code"], ("", 0.0))  # once
        if until < self.world.now():
            raise Refused(42018)
        card = self.world.cards[task]
        if body["userids"] != [card.to]:
            raise Refused(40003)
        card.shown = body["button"]["replace_name"]
        return {"invaliduser": []}

    def _is_repeated(self, body: dict[str, Any]) -> bool:
        if not body.get("enable_duplicate_check"):
            return False
        key = json.dumps(body, sort_keys=True)
        repeated = self.world.duplicates.get(key, 0.0) > self.world.now()
        self.world.duplicates[key] = self.world.now() + body.get("duplicate_check_interval", 1800)
        return repeated

    def _show(self, kind: str, body: dict[str, Any], people: list[str]) -> None:
        for person in people:
            if not self.world.in_window(f"app/{person}", 30):
                continue  # dropped without a word
            if kind in ("image", "file"):
                name, data = self.world.take_media(body[kind]["media_id"], kind, "app")
                self.world.deliver("app", person, kind, "", body=data, name=name, raw=body)
                continue
            if kind == "template_card":
                self.world.keep_card("app", person, body[kind], body)
                continue
            text = body[kind]["content"]
            if len(text.encode()) > 2048:
                self.world.complain("a message to a person that is cut off")
            self.world.deliver("app", person, kind, text, raw=body)

    async def upload(self, request: web.Request) -> dict[str, Any]:
        self.world.check_token(request.query.get("access_token", ""))
        return await self._upload(request, "app", {"image": 10 << 20, "file": 20 << 20})

    async def download(self, request: web.Request) -> web.Response:
        """Bytes, or JSON with the same status where it says no."""
        try:
            self.world.check_token(request.query.get("access_token", ""))
            found = self.world.media.get(request.query.get("media_id", ""))
            if found is None:
                raise Refused(40007)
        except Refused as refused:
            return web.json_response(refused.body)
        return web.Response(body=found[2], content_type="image/jpeg")

    async def authorize(self, request: web.Request) -> web.StreamResponse:
        """The page that asks a member; here everybody says yes at once."""
        query, inside = dict(request.query), request.path.startswith("/connect")
        wanted = {"appid", "agentid", "redirect_uri", "state"}
        wanted |= {"response_type", "scope"} if inside else {"login_type"}
        right = {"appid": self.world.corp, "agentid": str(self.world.agent_id)}
        right |= {"response_type": "code", "scope": "snsapi_base"} if inside else {"login_type": "CorpApp"}
        if set(query) - {"lang"} != wanted or any(query[name] != value for name, value in right.items()):
            self.world.complain(f"a sign-in that is not as described: {sorted(query)}")
        if not re.fullmatch(r"[A-Za-z0-9]{1,128}", query["state"]):
            self.world.complain("a state that the platform would cut")
        back = URL(query["redirect_uri"])
        if back.host != self.world.trusted_domain:
            return web.Response(text="50001", status=200)
        code = secrets.token_urlsafe(32)
        self.world.login_codes[code] = (self.world.signing_in, self.world.now() + 300)
        raise web.HTTPFound(back.update_query(code=code, state=query["state"]))

    async def user_info(self, request: web.Request) -> dict[str, Any]:
        self.world.check_token(request.query.get("access_token", ""))
        who, until = self.world.login_codes.pop(request.query.get("code", ""), ({}, 0.0))  # once
        if until < self.world.now():
            raise Refused(40029)
        return dict(who)

    async def plain_ids(self, request: web.Request) -> dict[str, Any]:
        self.world.check_token(request.query.get("access_token", ""))
        asked = (await _json(request)).get("open_userid_list", [])
        known = [
            {"open_userid": one, "userid": self.world.open_ids[one]} for one in asked if one in self.world.open_ids
        ]
        bad = [one for one in asked if one not in self.world.open_ids]
        return {"userid_list": known, "invalid_open_userid_list": bad}

    async def agent(self, request: web.Request) -> dict[str, Any]:
        self.world.check_token(request.query.get("access_token", ""))
        if request.query.get("agentid") != str(self.world.agent_id):
            raise Refused(40056)
        return {"agentid": self.world.agent_id, "name": "三色", "close": 0}

    # -- webhooks ----------------------------------------------------------------------------------------

    async def hook(self, request: web.Request) -> dict[str, Any]:
        key = request.query.get("key", "")
        hook = self.world.hooks.get(key)
        if hook is None:
            raise Refused(93000)
        if hook.stopped:
            raise Refused(93004)
        if key in self._posting:
            raise Refused(45033)
        self._posting.add(key)
        try:
            await asyncio.sleep(self.slow)
            body = await _json(request)
        finally:
            self._posting.discard(key)
        if not self.world.in_window(f"hook/{key}", 20):
            raise Refused(45009)
        kind = body.get("msgtype")
        if kind not in HOOK_KINDS or set(body) != {"msgtype", kind}:
            raise Refused(40008)
        self._hooked(key, hook.chat, kind, body[kind], body)
        return {}

    def _hooked(self, key: str, chat: str, kind: str, part: dict[str, Any], raw: dict[str, Any]) -> None:
        if kind == "image":
            data = base64.b64decode(part["base64"], validate=True)
            if len(data) > 2 << 20 or hashlib.md5(data).hexdigest() != part["md5"]:
                raise Refused(40009)
            self.world.deliver("webhook", chat, kind, "", body=data, raw=raw)
            return
        if kind == "file":
            name, data = self.world.take_media(part["media_id"], "file", key)
            self.world.deliver("webhook", chat, kind, "", body=data, name=name, raw=raw)
            return
        content = part["content"]
        if not content.strip():
            raise Refused(44004)
        if len(content.encode()) > HOOK_LIMITS[kind]:
            raise Refused(40058)
        mentions = part.get("mentioned_list", []) if kind == "text" else []
        if "@all" in mentions or "<@" in content:
            self.world.complain("a mention nobody asked for")
        named = tuple(one for one in mentions if one in self.world.staff)  # strangers are ignored silently
        self.world.deliver("webhook", chat, kind, content, mentions=named, raw=raw)

    async def hook_upload(self, request: web.Request) -> dict[str, Any]:
        key = request.query.get("key", "")
        if key not in self.world.hooks:
            raise Refused(93000)
        return await self._upload(request, key, {"file": 20 << 20})

    async def _upload(self, request: web.Request, where: str, most: dict[str, int]) -> dict[str, Any]:
        kind = request.query.get("type", "")
        reader = await request.multipart()
        part = await reader.next()
        if kind not in most or part is None or getattr(part, "name", "") != "media":
            raise Refused(40058)
        said = part.headers.get("Content-Disposition", "").encode("utf-8", "surrogateescape").decode()
        name = said.partition('filename="')[2].partition('"')[0]
        if not name or "%" in name:
            self.world.complain(f"a file name that people cannot read: {said}")
        data = bytes(await part.read(decode=False))
        if not 5 <= len(data) <= most[kind]:
            raise Refused(45001)
        media = self.world.keep_media(kind, name, data, where)
        return {"type": kind, "media_id": media, "created_at": "1380000000"}

    # -- response addresses and objects ------------------------------------------------------------------

    async def respond(self, request: web.Request) -> dict[str, Any]:
        place, until = self.world.responses.pop(request.query.get("response_code", ""), ("", 0.0))  # once
        if not place or until < self.world.now():
            raise Refused(40058)
        body = await _json(request)
        if body.get("msgtype") != "markdown" or len(body["markdown"]["content"].encode()) > 20_480:
            raise Refused(40008)
        self.world.deliver("response", place, "markdown", body["markdown"]["content"], raw=body)
        return {}

    async def thing(self, request: web.Request) -> web.Response:
        body, disposition, until = self.world.objects.get(request.match_info["name"], (b"", "", 0.0))
        if until < self.world.now():
            return web.Response(status=403)
        headers = {"Content-Disposition": disposition} if disposition else {}
        return web.Response(body=body, headers=headers, content_type="application/octet-stream")


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.read())
    except ValueError:
        raise Refused(40058) from None
    if not isinstance(body, dict):
        raise Refused(40058)
    return body
