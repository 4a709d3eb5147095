"""The fake DingTalk as one server on the loopback."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any, Self

from aiohttp import web

from tests.wire.dingtalk.faults import Fault, play
from tests.wire.dingtalk.gateway import Gateway
from tests.wire.dingtalk.hooks import Hooks
from tests.wire.dingtalk.oldapi import OldApi
from tests.wire.dingtalk.openapi import OpenApi
from tests.wire.dingtalk.world import Refused, World

Answering = Callable[[web.Request], Awaitable[dict[str, Any]]]


class FakeDingTalk:
    """`async with FakeDingTalk() as ding:` – then `ding.base`, `ding.world`, `ding.gateway`, `ding.fault(…)`."""

    def __init__(self, world: World | None = None, *, host: str = "127.0.0.1", port: int = 0, **gateway: Any) -> None:
        self.world = world or World()
        self.gateway = Gateway(self.world, **gateway)
        self.faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._host = host
        self._port = port
        self._runner: web.AppRunner | None = None

    @property
    def base(self) -> str:
        return self.world.base

    def fault(self, path: str, *faults: Fault) -> None:
        """The next calls to a path (or to any path that begins so) go wrong like this, one after the other."""
        self.faults[path].extend(faults)

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 << 20)
        self._routes(app)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        self.world.base = f"http://{self._host}:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *args: object) -> None:
        assert self._runner is not None
        for task in self.gateway.background:
            task.cancel()
        await self._runner.cleanup()

    def _routes(self, app: web.Application) -> None:
        new, old, hooks = OpenApi(self.world), OldApi(self.world), Hooks(self.world)
        posts: dict[str, Answering] = {
            "/v1.0/gateway/connections/open": self.gateway.open,
            "/v1.0/oauth2/accessToken": new.token,
            "/v1.0/robot/groupMessages/send": new.to_group,
            "/v1.0/robot/groupMessages/recall": new.recall_from_group,
            "/v1.0/robot/groupMessages/query": new.read_in_group,
            "/v1.0/robot/oToMessages/batchSend": new.to_people,
            "/v1.0/robot/otoMessages/batchRecall": new.recall_from_people,
            "/v1.0/robot/messageFiles/download": new.download,
            "/v1.0/robot/emotion/reply": new.mark,
            "/v1.0/card/instances/createAndDeliver": new.create_card,
            "/media/upload": old.upload,
            "/topapi/message/corpconversation/asyncsend_v2": old.notice,
            "/topapi/message/corpconversation/getsendresult": old.notice_result,
            "/topapi/message/corpconversation/recall": old.notice_recall,
            "/topapi/v2/user/get": old.member,
            "/topapi/v2/user/getbymobile": old.by_mobile,
            "/robot/sendBySession": hooks.by_session,
            "/robot/send": hooks.by_robot,
        }
        for path, handler in posts.items():
            app.router.add_post(path, self._answering(handler))
        app.router.add_put("/v1.0/card/instances", self._answering(new.change_card))
        app.router.add_get("/v1.0/robot/oToMessages/readStatus", self._answering(new.read_by))
        app.router.add_get("/connect", self._connect)
        app.router.add_get("/objects/{name}", self._object)

    def _answering(self, handler: Answering) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def answer(request: web.Request) -> web.StreamResponse:
            self.world.calls[request.path] += 1
            if request.headers.get("Accept-Encoding", "identity") != "identity":
                self.world.complain("offered to unpack answers")
            fault = self._next_fault(request.path)
            fault = None if fault is not None and fault.kind == "pass" else fault
            if fault is not None and not fault.after:
                return await play(fault, request)
            try:
                body, status = await handler(request), 200
            except Refused as refused:
                body, status = refused.body, refused.status
            if fault is not None:
                return await play(fault, request)
            return web.json_response(body, status=status)

        return answer

    def _next_fault(self, path: str) -> Fault | None:
        for start, faults in self.faults.items():
            if path.startswith(start) and faults:
                return faults.popleft()
        return None

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        fault = self._next_fault("/connect")
        return await (play(fault, request) if fault else self.gateway.connect(request))

    async def _object(self, request: web.Request) -> web.Response:
        body = self.world.links.get(request.match_info["name"])
        await asyncio.sleep(0)
        return web.Response(status=404) if body is None else web.Response(body=body)
