"""The far end: a DingTalk that only registers, pushes and takes answers, so that it never is what is measured."""

import asyncio
import re
import time
from collections.abc import Callable
from typing import Self

from aiohttp import WSMsgType, web

_ACKED = re.compile(r'"messageId": ?"(push[^"]+)"')


class Platform:
    """Notes when each answer came; `answered` and `acked` are called at once with the name of the message."""

    def __init__(self) -> None:
        self.base = ""
        self.answered: Callable[[str], None] = lambda name: None
        self.acked: Callable[[str], None] = lambda name: None
        self.socket: web.WebSocketResponse | None = None
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=1 << 20)
        app.router.add_post("/robot/sendBySession", self._answer)
        app.router.add_post("/v1.0/gateway/connections/open", self._open)
        app.router.add_get("/connect", self._connect)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *args: object) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    async def connected(self, within: float = 30.0) -> web.WebSocketResponse:
        """The client's socket, once it is there."""
        until = time.monotonic() + within
        while self.socket is None:
            if time.monotonic() > until:
                raise TimeoutError("nobody connects")
            await asyncio.sleep(0.002)
        return self.socket

    async def _answer(self, request: web.Request) -> web.Response:
        await request.read()
        self.answered(request.query["session"])
        return web.json_response({"errcode": 0, "errmsg": "ok"})

    async def _open(self, request: web.Request) -> web.Response:
        await request.read()
        return web.json_response({"endpoint": self.base.replace("http", "ws") + "/connect", "ticket": "t+/="})

    async def _connect(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        self.socket = socket
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT and (found := _ACKED.search(message.data)):
                    self.acked(found[1])
        finally:
            self.socket = None
        return socket
