"""The Stream gateway: tickets, sockets, pushes at random, redelivery, and every way a socket can end."""

import asyncio
import contextlib
import json
import random
import secrets
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.wire.dingtalk.world import World, new_error

MESSAGES = "/v1.0/im/bot/messages/get"
CARDS = "/v1.0/card/instances/callback"
TOPICS = {("CALLBACK", MESSAGES), ("CALLBACK", CARDS), ("EVENT", "*")}


@dataclass(eq=False)
class Socket:
    """One client on the line."""

    ws: web.WebSocketResponse
    request: web.Request
    topics: set[tuple[str, str]]
    leaving: bool = False
    silent: bool = False
    pings: dict[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class Push:
    """One push until it is acknowledged."""

    type: str
    topic: str
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)
    acked: asyncio.Future[dict[str, Any]] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    tries: int = 0
    sent_at: float = 0.0
    acked_at: float = 0.0


class Gateway:
    """Times can be shortened: what takes the real one half a minute takes a test half a second."""

    def __init__(self, world: World, *, ping_every: float = 25.0, redeliver_after: float = 20.0) -> None:
        self.world = world
        self.ping_every = ping_every
        self.redeliver_after = redeliver_after
        self.goodbye = 10.0
        self.most_tries = 1000
        self.endpoint: str | None = None
        self.sockets: list[Socket] = []
        self.pending: dict[str, tuple[Push, Socket]] = {}
        self.late_acks = 0
        self.opened = 0
        self.connected = 0
        self.background: set[asyncio.Task[None]] = set()
        self._subscribed: dict[str, set[tuple[str, str]]] = {}

    # -- what the client calls ---------------------------------------------------------------------------

    async def open(self, request: web.Request) -> dict[str, Any]:
        if request.content_type != "application/json" or "json" not in request.headers.get("Accept", ""):
            raise new_error("InvalidContentType", 415)
        if not request.headers.get("User-Agent"):
            raise new_error("MissingUserAgent")
        body = await request.json()
        if body.get("clientId") != self.world.client_id or body.get("clientSecret") != self.world.client_secret:
            raise new_error("authFailed", 401)
        wanted = {(one.get("type"), one.get("topic")) for one in body.get("subscriptions") or []}
        if not wanted or not wanted <= TOPICS:
            raise new_error("invalidParameter.subscriptions")
        ticket = self.world.ticket()
        self._subscribed[ticket] = wanted
        self.opened += 1
        return {"endpoint": self.endpoint or self.world.base.replace("http", "ws") + "/connect", "ticket": ticket}

    async def connect(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if not self.world.punch(ticket):
            return web.Response(status=401)
        ws = web.WebSocketResponse(autoping=True)
        await ws.prepare(request)
        socket = Socket(ws, request, self._subscribed[ticket])
        self.sockets.append(socket)
        self.connected += 1
        pinger = asyncio.create_task(self._ping(socket))
        try:
            async for message in ws:
                if message.type is WSMsgType.TEXT:
                    self._answered(socket, message.data)
        finally:
            pinger.cancel()
            self.sockets.remove(socket)
        return ws

    # -- what the test does ------------------------------------------------------------------------------

    @property
    def ready(self) -> list[Socket]:
        return [one for one in self.sockets if not one.leaving and not one.silent and not one.ws.closed]

    async def wait_connected(self, count: int = 1, within: float = 10.0) -> None:
        async with asyncio.timeout(within):
            while len(self.ready) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.005)

    async def say(self, body: dict[str, Any], *, within: float = 10.0) -> Push:
        """Push a bot message and wait for its acknowledgement, with redelivery as the field has seen it."""
        return await self.push(Push("CALLBACK", MESSAGES, body), within=within)

    async def push(self, push: Push, *, within: float = 10.0) -> Push:
        async with asyncio.timeout(within):
            while push.tries < self.most_tries and not push.acked.done():
                await self._send(push)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(asyncio.shield(push.acked), self.redeliver_after)
        if not push.acked.done():
            raise TimeoutError("never acknowledged")
        return push

    async def raw(self, text: str | bytes, socket: Socket | None = None) -> None:
        """Send anything at all."""
        ws = (socket or self.ready[-1]).ws
        await (ws.send_str(text) if isinstance(text, str) else ws.send_bytes(text))

    async def disconnect(self, socket: Socket | None = None) -> None:
        """Say goodbye, fall silent, hang up some seconds later."""
        socket = socket or self.ready[-1]
        socket.leaving = True
        frame = {
            "specVersion": "1.0",
            "type": "SYSTEM",
            "headers": {"topic": "disconnect", "time": str(int(self.world.now() * 1000))},
            "data": json.dumps({"reason": "connection is expired"}),
        }
        await socket.ws.send_str(json.dumps(frame))
        task = asyncio.get_running_loop().create_task(self._hang_up_later(socket))
        self.background.add(task)
        task.add_done_callback(self.background.discard)

    async def close(self, code: int = 1000, socket: Socket | None = None) -> None:
        """Close as the protocol says."""
        await (socket or self.ready[-1]).ws.close(code=code)

    def abort(self, socket: Socket | None = None) -> None:
        """Cut the line without a word."""
        transport = (socket or self.ready[-1]).request.transport
        if transport is not None:
            transport.abort()

    # -- inside ------------------------------------------------------------------------------------------

    async def _send(self, push: Push) -> None:
        wanted = (push.type, "*" if push.type == "EVENT" else push.topic)
        while not (able := [one for one in self.ready if wanted in one.topics]):  # noqa: ASYNC110
            await asyncio.sleep(0.005)  # held here for the tests; the real one loses what nobody hears
        socket = random.choice(able)
        message_id = secrets.token_hex(8)
        headers = {
            "topic": push.topic,
            "messageId": message_id,
            "contentType": "application/json",
            "time": str(int(self.world.now() * 1000)),
            "appId": "app",
            "connectionId": "c",
            **push.headers,
        }
        frame = {"specVersion": "1.0", "type": push.type, "headers": headers, "data": json.dumps(push.body)}
        self.pending[message_id] = (push, socket)
        push.tries += 1
        push.sent_at = asyncio.get_running_loop().time()
        with contextlib.suppress(ConnectionError, RuntimeError):
            await socket.ws.send_str(json.dumps(frame))

    async def _ping(self, socket: Socket) -> None:
        while True:
            await asyncio.sleep(self.ping_every)
            if socket.leaving or socket.silent:
                continue
            message_id, opaque = secrets.token_hex(8), secrets.token_hex(8)
            data = json.dumps({"opaque": opaque})
            socket.pings[message_id] = data
            headers = {"topic": "ping", "messageId": message_id, "contentType": "application/json"}
            frame = {"specVersion": "1.0", "type": "SYSTEM", "headers": headers, "data": data}
            with contextlib.suppress(ConnectionError, RuntimeError):
                await socket.ws.send_str(json.dumps(frame))

    async def _hang_up_later(self, socket: Socket) -> None:
        await asyncio.sleep(self.goodbye)
        self.abort(socket)

    def _answered(self, socket: Socket, text: str) -> None:
        try:
            frame = json.loads(text)
            message_id, data = frame["headers"]["messageId"], json.loads(frame["data"])
            good = set(frame) == {"code", "message", "headers", "data"} and isinstance(frame["code"], int)
            good = good and frame["headers"]["contentType"] == "application/json"
        except (ValueError, KeyError, TypeError) as error:
            self.world.complain(f"an acknowledgement that cannot be read: {type(error).__name__}")
            return
        if not good:
            self.world.complain("an acknowledgement in the wrong form")
        if message_id in socket.pings:
            if json.loads(socket.pings.pop(message_id)) != data:
                self.world.complain("a ping that was not echoed")
            return
        self._settled(message_id, socket, frame["code"], data)

    def _settled(self, message_id: str, socket: Socket, code: int, data: Any) -> None:
        push, by = self.pending.pop(message_id, (None, None))
        if push is None:
            return
        if by is not socket:
            self.world.complain("acknowledged on another socket")
        if push.type == "EVENT" and data.get("status") == "LATER":
            return
        if code == 200 and not push.acked.done():
            push.acked_at = asyncio.get_running_loop().time()
            push.acked.set_result(data)
