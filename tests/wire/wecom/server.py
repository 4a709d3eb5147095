"""The fake WeChat Work as one server on the loopback."""

import asyncio
import hashlib
import secrets
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any, Self

from aiohttp import ClientSession, web

from tests.wire.dingtalk.faults import Fault, play
from tests.wire.wecom.gateway import Gateway
from tests.wire.wecom.qyapi import QyApi
from tests.wire.wecom.world import APP_TOKEN, Refused, World, seal

Answering = Callable[[web.Request], Awaitable[dict[str, Any]]]


class FakeWeCom:
    """`async with FakeWeCom() as wecom:` – then `wecom.base`, `wecom.world`, `wecom.gateway`, `wecom.fault(…)`."""

    def __init__(self, world: World | None = None, *, host: str = "127.0.0.1", port: int = 0, **gateway: Any) -> None:
        self.world = world or World()
        self.gateway = Gateway(self.world, **gateway)
        self.api = QyApi(self.world)
        self.faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._host = host
        self._port = port
        self._runner: web.AppRunner | None = None

    @property
    def base(self) -> str:
        return self.world.base

    @property
    def socket(self) -> str:
        return self.world.base.replace("http", "ws") + "/socket"

    def fault(self, path: str, *faults: Fault) -> None:
        """The next calls to a path go wrong like this, one after the other."""
        self.faults[path].extend(faults)

    async def press(self, user: str, label: str, *, times: int = 1) -> list[int]:
        """Press a button on the newest card of the application's that has it, told `times` times; the answers to it."""
        task, card = self.world.card_of(user, label)
        event = {
            "ToUserName": self.world.corp,
            "FromUserName": user,
            "CreateTime": str(int(self.world.now())),
            "MsgType": "event",
            "Event": "template_card_event",
            "EventKey": card.button(label)["key"],
            "TaskId": task,
            "CardType": "button_interaction",
            "ResponseCode": self.world.new_code(task),
            "AgentID": str(self.world.agent_id),
        }
        return [await self.to_app(event) for _ in range(times)]

    async def to_app(self, message: dict[str, str]) -> int:
        """Post something to the address that the console was told, encrypted and signed as the real one does."""
        inner = "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in message.items())
        sealed = seal(f"<xml>{inner}</xml>".encode(), self.world.corp)
        moment, nonce = str(int(self.world.now())), secrets.token_hex(8)
        signature = hashlib.sha1("".join(sorted((APP_TOKEN, moment, nonce, sealed))).encode()).hexdigest()
        query = {"msg_signature": signature, "timestamp": moment, "nonce": nonce}
        outer = (
            f"<xml><ToUserName><![CDATA[{self.world.corp}]]></ToUserName><Encrypt><![CDATA[{sealed}]]></Encrypt></xml>"
        )
        async with (
            ClientSession() as session,
            session.post(self.world.app_callback, params=query, data=outer.encode()) as response,
        ):
            return response.status

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 << 20)
        posts: dict[str, Answering] = {
            "/cgi-bin/message/send": self.api.send,
            "/cgi-bin/message/recall": self.api.recall,
            "/cgi-bin/message/update_template_card": self.api.change_card,
            "/cgi-bin/media/upload": self.api.upload,
            "/cgi-bin/batch/openuserid_to_userid": self.api.plain_ids,
            "/cgi-bin/webhook/send": self.api.hook,
            "/cgi-bin/webhook/upload_media": self.api.hook_upload,
            "/cgi-bin/aibot/response": self.api.respond,
        }
        for path, handler in posts.items():
            app.router.add_post(path, self._answering(handler))
        app.router.add_get("/cgi-bin/gettoken", self._answering(self.api.gettoken))
        app.router.add_get("/cgi-bin/agent/get", self._answering(self.api.agent))
        app.router.add_get("/cgi-bin/auth/getuserinfo", self._answering(self.api.user_info))
        for place in ("/connect/oauth2/authorize", "/wwlogin/sso/login"):
            app.router.add_get(place, self.api.authorize)
        app.router.add_get("/cgi-bin/media/get", self._download)
        app.router.add_get("/socket", self._connect)
        app.router.add_get("/objects/{name}", self._thing)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        self.world.base = f"http://{self._host}:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *args: object) -> None:
        assert self._runner is not None
        for task in list(self.gateway.background):
            task.cancel()
        await asyncio.gather(*self.gateway.background, return_exceptions=True)
        await self._runner.cleanup()

    def _answering(self, handler: Answering) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def answer(request: web.Request) -> web.StreamResponse:
            self.world.calls[request.path] += 1
            if request.headers.get("Accept-Encoding", "identity") != "identity":
                self.world.complain("offered to unpack answers")
            fault = self._next_fault(request.path)
            if fault is not None and not fault.after:
                return await play(fault, request)
            try:
                body = {"errcode": 0, "errmsg": "ok", **await handler(request)}
            except Refused as refused:
                body = refused.body
            if fault is not None:
                return await play(fault, request)
            return web.json_response(body)  # HTTP 200 also for errors

        return answer

    def _next_fault(self, path: str) -> Fault | None:
        faults = self.faults.get(path)
        return faults.popleft() if faults else None

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        fault = self._next_fault("/socket")
        return await (play(fault, request) if fault else self.gateway.connect(request))

    async def _download(self, request: web.Request) -> web.StreamResponse:
        self.world.calls[request.path] += 1
        fault = self._next_fault(request.path)
        return await (play(fault, request) if fault else self.api.download(request))

    async def _thing(self, request: web.Request) -> web.StreamResponse:
        self.world.calls["/objects"] += 1
        fault = self._next_fault("/objects")
        return await (play(fault, request) if fault else self.api.thing(request))
