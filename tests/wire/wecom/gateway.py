"""The long connection: subscription, kicks, callbacks, replies, pushes, uploads, and every way a socket can end."""

import asyncio
import base64
import contextlib
import hashlib
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.wire.wecom.world import Refused, World

KINDS = {"markdown", "stream", "template_card", "image", "file", "voice", "video"}
LARGEST = 20_480
CHUNK = 512 << 10


@dataclass(eq=False)
class Socket:
    """One client on the line."""

    ws: web.WebSocketResponse
    request: web.Request
    subscribed: bool = False
    leaving: bool = False
    deaf: bool = False
    heard_at: float = 0.0


@dataclass
class Upload:
    kind: str
    name: str
    size: int
    count: int
    md5: str
    chunks: dict[int, bytes] = field(default_factory=dict)


class Gateway:
    """Times can be shortened: what takes the real one half a minute takes a test half a second."""

    def __init__(self, world: World, *, silence: float = 70.0, linger: float = 2.0) -> None:
        self.world = world
        self.silence = silence
        self.linger = linger
        self.most_subscriptions = 60
        self.slow = 0.0  # seconds that every reply and push takes
        self.refuse: list[int] = []  # codes with which the next replies and pushes are refused
        self.refuse_subscription: list[int] = []
        self.mute: set[str] = set()  # commands that are done and never answered
        self.sockets: list[Socket] = []
        self.requests: dict[str, tuple[str, float, bool]] = {}
        self.uploads: dict[str, Upload] = {}
        self.presses: dict[str, tuple[str, float]] = {}
        self.connected = 0
        self.kicks = 0
        self.pings = 0
        self.background: set[asyncio.Task[None]] = set()
        self._busy: set[str] = set()
        self._uploading = False

    # -- what the client calls ---------------------------------------------------------------------------

    async def connect(self, request: web.Request) -> web.StreamResponse:
        if request.query_string or "Authorization" in request.headers:
            self.world.complain("a socket with a query or credentials")
        ws = web.WebSocketResponse(autoping=True)
        await ws.prepare(request)
        socket = Socket(ws, request, heard_at=self.world.now())
        self.sockets.append(socket)
        watcher = self._task(self._watch(socket))
        try:
            async for message in ws:
                if message.type is WSMsgType.TEXT:
                    socket.heard_at = self.world.now()
                    self._task(self._obey(socket, message.data))
        finally:
            watcher.cancel()
            self.sockets.remove(socket)
        return ws

    async def _obey(self, socket: Socket, text: str) -> None:
        if socket.deaf:
            return
        frame = json.loads(text)
        command, request = frame["cmd"], frame["headers"]["req_id"]
        if set(frame) - {"cmd", "headers", "body"} or set(frame["headers"]) != {"req_id"}:
            self.world.complain(f"unknown fields in a frame: {sorted(frame)}")
        body = frame.get("body", {})
        try:
            answer = await self._done(socket, command, request, body)
            reply = {"headers": {"req_id": request}, "errcode": 0, "errmsg": "ok"} | (
                {"body": answer} if answer else {}
            )
        except Refused as refused:
            reply = {"headers": {"req_id": request}, **refused.body}
        if command not in self.mute:
            with contextlib.suppress(ConnectionError, RuntimeError):
                await socket.ws.send_str(json.dumps(reply))

    async def _done(self, socket: Socket, command: str, request: str, body: dict[str, Any]) -> dict[str, Any]:
        self.world.calls[command] += 1
        if command == "aibot_subscribe":
            await self._subscribe(socket, body)
            return {}
        if not socket.subscribed:
            raise Refused(853000 if command != "ping" else 0)
        match command:
            case "ping":
                self.pings += 1
                if body:
                    self.world.complain("a ping with a body")
                return {}
            case "aibot_respond_msg":
                await self._respond(request, body)
                return {}
            case "aibot_respond_update_msg":
                self._change(request, body)
                return {}
            case "aibot_send_msg":
                await self._send(body)
                return {}
            case "aibot_upload_media_init":
                return self._begin(body)
            case "aibot_upload_media_chunk":
                return await self._chunk(body)
            case "aibot_upload_media_finish":
                return self._finish(body)
        self.world.complain(f"unknown command {command}")
        raise Refused(40058)

    async def _subscribe(self, socket: Socket, body: dict[str, Any]) -> None:
        if not self.world.in_window("subscribe", self.most_subscriptions):
            raise Refused(45009)
        if self.refuse_subscription:
            raise Refused(self.refuse_subscription.pop(0))
        if body.get("bot_id") != self.world.bot_id or body.get("secret") != self.world.bot_secret:
            raise Refused(853000)  # and the socket stays open, good for nothing
        for other in self.sockets:
            if other.subscribed and other is not socket and not other.leaving:
                await self.kick(other)
        socket.subscribed = True
        self.connected += 1

    async def _respond(self, request: str, body: dict[str, Any]) -> None:
        place, until, event = self.requests.get(request, ("", 0.0, False))
        if not place or until < self.world.now() or event:
            raise Refused(846605)
        await self._say("reply", place, body)

    def _change(self, request: str, body: dict[str, Any]) -> None:
        """A card may be changed for five seconds, under the id of the press."""
        task, until = self.presses.pop(request, ("", 0.0))
        if until < self.world.now():
            raise Refused(846605)
        card = body["template_card"]
        if body.get("response_type") != "update_template_card" or card.get("task_id") != task:
            raise Refused(40058)
        action = card.get("card_action", {})
        if action.get("type") not in (1, 2) or not str(action.get("url", "")).startswith("http"):
            raise Refused(42045)
        self.world.cards[task].shown = card["main_title"]["title"]

    async def _send(self, body: dict[str, Any]) -> None:
        place = body.get("chatid")
        if body.get("chat_type") not in (1, 2):
            self.world.complain("a push without chat_type")
        known = self.world.groups if body.get("chat_type") == 2 else self.world.staff
        if place not in known or place not in self.world.met:
            raise Refused(93006)
        await self._say("push", place, body)

    async def _say(self, channel: str, place: str, body: dict[str, Any]) -> None:
        if place in self.world.removed:
            raise Refused(93001)
        if self.refuse:
            raise Refused(self.refuse.pop(0))
        if place in self._busy:
            raise Refused(6000)
        self._busy.add(place)
        try:
            await asyncio.sleep(self.slow)
        finally:
            self._busy.discard(place)
        if not self.world.in_window(f"talk/{place}", self.world.per_minute):
            raise Refused(45009)
        kind = body.get("msgtype")
        if kind not in KINDS or not isinstance(body.get(kind), dict):
            raise Refused(40008)
        if set(body) - {"msgtype", "chatid", "chat_type", kind}:
            raise Refused(40058)
        self._show(channel, place, kind, body[kind], body)

    def _show(self, channel: str, place: str, kind: str, part: dict[str, Any], raw: dict[str, Any]) -> None:
        if kind in ("image", "file"):
            name, data = self.world.take_media(part.get("media_id", ""), kind, "bot")
            self.world.deliver(channel, place, kind, "", body=data, name=name, raw=raw)
            return
        if kind == "template_card":
            self.world.keep_card("bot", place, part, raw)
            return
        content = part.get("content", "")
        if not content.strip():
            raise Refused(44004)
        if len(content.encode()) > LARGEST:
            raise Refused(40008)
        if "<@" in content:
            self.world.complain("a mention where none is possible")
        self.world.deliver(channel, place, kind, content, raw=raw)

    def _begin(self, body: dict[str, Any]) -> dict[str, Any]:
        self._count_upload()
        size, count, kind = body["total_size"], body["total_chunks"], body["type"]
        most = {"image": 10 << 20, "file": 20 << 20}.get(kind, 0)
        if not 5 <= size <= most:
            raise Refused(45001)
        if not 1 <= count <= 100 or len(body["filename"].encode()) > 256:
            raise Refused(40058)
        upload = secrets.token_hex(8)
        self.uploads[upload] = Upload(kind, body["filename"], size, count, body.get("md5", ""))
        return {"upload_id": upload}

    async def _chunk(self, body: dict[str, Any]) -> dict[str, Any]:
        self._count_upload()
        if self._uploading:
            raise Refused(-1)
        self._uploading = True
        await asyncio.sleep(0)
        self._uploading = False
        upload = self.uploads.get(body["upload_id"])
        data = base64.b64decode(body["base64_data"], validate=True)
        if upload is None or not 0 <= body["chunk_index"] < upload.count or len(data) > CHUNK:
            raise Refused(40058)
        upload.chunks[body["chunk_index"]] = data
        return {}

    def _finish(self, body: dict[str, Any]) -> dict[str, Any]:
        self._count_upload()
        upload = self.uploads.get(body["upload_id"])
        if upload is None or len(upload.chunks) != upload.count:
            raise Refused(40058)
        data = b"".join(upload.chunks[number] for number in range(upload.count))
        if len(data) != upload.size or (upload.md5 and hashlib.md5(data).hexdigest() != upload.md5):
            raise Refused(40058)
        media = self.world.keep_media(upload.kind, upload.name, data, "bot")
        return {"type": upload.kind, "media_id": media, "created_at": int(self.world.now())}

    def _count_upload(self) -> None:
        if not self.world.in_window("upload", 30):
            raise Refused(45009)

    # -- what the test does ------------------------------------------------------------------------------

    @property
    def ready(self) -> list[Socket]:
        return [
            one for one in self.sockets if one.subscribed and not one.leaving and not one.deaf and not one.ws.closed
        ]

    async def wait_connected(self, within: float = 10.0) -> None:
        async with asyncio.timeout(within):
            while not self.ready:  # noqa: ASYNC110
                await asyncio.sleep(0.005)

    async def push(self, body: dict[str, Any]) -> str:
        """Push a message once, as the real one does; gives its request id."""
        request, event = secrets.token_hex(12), body["msgtype"] == "event"
        self.requests[request] = (body.get("chatid") or body["from"]["userid"], self.world.now() + 86_400, event)
        command = "aibot_event_callback" if event else "aibot_msg_callback"
        await self.raw(json.dumps({"cmd": command, "headers": {"req_id": request}, "body": body}))
        return request

    async def press(self, user: str, label: str) -> dict[str, Any]:
        """Press a button on the newest card of the 智能机器人's that has it; gives the event."""
        task, card = self.world.card_of(user, label)
        inner = {"card_type": "button_interaction", "event_key": card.button(label)["key"], "task_id": task}
        body = self.world.message("", user, None, msgtype="event")
        body["event"] = {"eventtype": "template_card_event", "template_card_event": inner}
        self.presses[await self.push(body)] = (task, self.world.now() + 5)
        return body

    async def say_until(self, body: dict[str, Any], kept: Callable[[], bool], within: float = 30.0) -> int:
        """Push a message, again under a new request id while it is not kept; gives how often it was pushed."""
        tries = 0
        async with asyncio.timeout(within):
            while not kept():
                await self.wait_connected(within)
                with contextlib.suppress(ConnectionError, RuntimeError, IndexError):
                    await self.push(body)
                    tries += 1
                for _ in range(40):
                    if kept():
                        break
                    await asyncio.sleep(0.01)
        return tries

    async def raw(self, text: str | bytes) -> None:
        """Send anything at all."""
        ws = self.ready[-1].ws
        await (ws.send_str(text) if isinstance(text, str) else ws.send_bytes(text))

    async def kick(self, socket: Socket | None = None) -> None:
        """Tell a socket that another has taken its place; hang up some time later."""
        socket = socket or self.ready[-1]
        socket.leaving = True
        self.kicks += 1
        event = {"msgtype": "event", "event": {"eventtype": "disconnected_event"}, "aibotid": self.world.bot_id}
        frame = {"cmd": "aibot_event_callback", "headers": {"req_id": secrets.token_hex(8)}, "body": event}
        with contextlib.suppress(ConnectionError, RuntimeError):
            await socket.ws.send_str(json.dumps(frame))
        self._task(self._hang_up_later(socket))

    async def close(self, code: int = 1000) -> None:
        """Close as the protocol says."""
        await self.ready[-1].ws.close(code=code)

    def abort(self) -> None:
        """Cut the line without a word."""
        transport = self.ready[-1].request.transport
        if transport is not None:
            transport.abort()

    # -- inside ------------------------------------------------------------------------------------------

    async def _hang_up_later(self, socket: Socket) -> None:
        await asyncio.sleep(self.linger)
        if socket.request.transport is not None:
            socket.request.transport.abort()

    async def _watch(self, socket: Socket) -> None:
        while self.world.now() - socket.heard_at < self.silence:  # noqa: ASYNC110
            await asyncio.sleep(self.silence / 10)
        self.world.complain("a socket that said nothing for too long")
        await socket.ws.close()

    def _task(self, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self.background.add(task)
        task.add_done_callback(self.background.discard)
        return task
