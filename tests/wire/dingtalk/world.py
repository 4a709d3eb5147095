"""What the fake DingTalk knows: who there is, what was sent, and what it has to complain about."""

import base64
import json
import secrets
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FRAMES = Path(__file__).parent / "frames"


def recorded(name: str) -> dict[str, Any]:
    """A push as it was seen, from its file."""
    return json.loads((FRAMES / f"{name}.json").read_text("utf-8"))


@dataclass
class Delivered:
    """One message that people would see."""

    channel: str
    to: str
    kind: str
    text: str
    mentions: tuple[str, ...] = ()
    receipt: str = ""
    raw: dict[str, Any] = field(default_factory=dict, repr=False)


@dataclass
class Session:
    chat: str
    until: float


@dataclass
class GroupRobot:
    chat: str
    secret: str | None = None
    keywords: tuple[str, ...] = ()
    stopped: bool = False
    removed: bool = False


class Refused(Exception):
    """An answer that says no: HTTP status and JSON body."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(str(body))
        self.status = status
        self.body = body


def new_error(code: str, status: int = 400) -> Refused:
    return Refused(status, {"code": code, "message": "…", "requestid": secrets.token_hex(4)})


def old_error(code: int) -> Refused:
    return Refused(200, {"errcode": code, "errmsg": "…"})


@dataclass
class World:
    """One organisation with one application; the clock can be turned."""

    client_id: str = "dingfakeclient"
    client_secret: str = "fake-client-secret-0123456789"
    corp: str = "dingfakecorp"
    robot_name: str = "项目助手"
    agent_id: int = 4242
    token_life: int = 7200
    ticket_life: float = 90.0
    api_quota: int | None = None
    staff: dict[str, str] = field(default_factory=lambda: {"0123": "张三", "0456": "李四"})
    mobiles: dict[str, str] = field(default_factory=dict)
    flow_controlled: set[str] = field(default_factory=set)
    groups: dict[str, str] = field(default_factory=lambda: {"cidGROUP==": "重大项目群"})
    disbanded: set[str] = field(default_factory=set)
    silenced: set[str] = field(default_factory=set)
    robots: dict[str, GroupRobot] = field(default_factory=dict)
    permissions: set[str] = field(default_factory=lambda: {"robot", "contact", "card", "notice"})
    templates: set[str] = field(default_factory=lambda: {"tpl.schema"})
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.skew = 0.0
        self.sent: list[Delivered] = []
        self.complaints: list[str] = []
        self.calls: Counter[str] = Counter()
        self.tokens: dict[str, float] = {}
        self.tickets: dict[str, float] = {}
        self.sessions: dict[str, Session] = {}
        self.media: dict[str, tuple[str, bytes]] = {}
        self.uuids: set[str] = set()
        self.receipts: dict[str, Delivered] = {}
        self.cards: dict[str, dict[str, str]] = {}
        self.notices: set[tuple[str, str]] = set()
        self.links: dict[str, bytes] = {}
        self.paid = 0
        self.windows: dict[str, deque[float]] = defaultdict(deque)
        self.shut: dict[str, float] = {}
        self.base = ""
        self.watch: Callable[[Delivered], None] = lambda seen: None

    def now(self) -> float:
        return time.time() + self.skew

    def complain(self, what: str) -> None:
        """Note something a real server might let pass and a good client never does."""
        self.complaints.append(what)

    # -- tokens, tickets, sessions -----------------------------------------------------------------------

    def token(self) -> tuple[str, int]:
        """The same token until it ends, as DingTalk gives it."""
        for text, until in self.tokens.items():
            if until > self.now():
                return text, max(int(until - self.now()), 1)
        text = "tok" + secrets.token_hex(16)
        self.tokens[text] = self.now() + self.token_life
        return text, self.token_life

    def token_is_good(self, text: str) -> bool:
        return self.tokens.get(text, 0) > self.now()

    def revoke_tokens(self) -> None:
        self.tokens.clear()

    def ticket(self) -> str:
        text = secrets.token_hex(16) + "+/=&%"  # what tickets are full of
        self.tickets[text] = self.now() + self.ticket_life
        return text

    def punch(self, ticket: str) -> bool:
        """Use up a ticket; good once and for 90 seconds."""
        return self.tickets.pop(ticket, 0) > self.now()

    def open_session(self, chat: str, life: float = 5400.0) -> str:
        name = secrets.token_hex(8)
        self.sessions[name] = Session(chat, self.now() + life)
        return f"{self.base}/robot/sendBySession?session={name}"

    def add_robot(self, chat: str, secret: str | None = None, **more: Any) -> str:
        name = secrets.token_hex(8)
        self.robots[name] = GroupRobot(chat, secret, **more)
        return f"{self.base}/robot/send?access_token={name}"

    def add_file(self, body: bytes) -> str:
        code = secrets.token_hex(8)
        self.files[code] = body
        return code

    # -- limits ------------------------------------------------------------------------------------------

    def in_window(self, key: str, limit: int, seconds: float) -> bool:
        calls = self.windows[key]
        while calls and self.now() - calls[0] >= seconds:
            calls.popleft()
        calls.append(self.now())
        return len(calls) <= limit

    def pay(self) -> None:
        self.paid += 1
        if self.api_quota is not None and self.paid > self.api_quota:
            raise new_error("Forbidden.AccessDenied.ApiCountLimitForOrg", 403)

    # -- messages ----------------------------------------------------------------------------------------

    def deliver(self, channel: str, to: str, kind: str, text: str, **more: Any) -> Delivered:
        receipt = "" if channel in ("session", "webhook") else base64.b64encode(secrets.token_bytes(18)).decode()
        seen = Delivered(channel, to, kind, text, receipt=receipt, **more)
        self.sent.append(seen)
        self.watch(seen)
        if receipt:
            self.receipts[receipt] = seen
        return seen

    def click(self, card: str, number: int, staff: str) -> dict[str, Any]:
        """The callback of a card's button, whose template hands back letter, words and label as the docs ask."""
        values = self.cards[card]
        params = {"letter": values["letter"], "words": values[f"words{number}"], "label": values[f"label{number}"]}
        content = {"cardPrivateData": {"actionIds": [str(number)], "params": params}}
        return {
            "type": "actionCallback",
            "outTrackId": card,
            "corpId": self.corp,
            "userId": staff,
            "content": json.dumps(content, ensure_ascii=False),
        }

    def message(self, text: str, staff: str | None = "0123", chat: str = "cidGROUP==", **more: Any) -> dict[str, Any]:
        """The body of a bot message, as a person in a group (or in a single chat) makes one."""
        now = int(self.now() * 1000)
        body: dict[str, Any] = {
            "conversationId": chat,
            "atUsers": [{"dingtalkId": "$:LWCP_v1:$bot"}],
            "chatbotCorpId": self.corp,
            "chatbotUserId": "$:LWCP_v1:$bot",
            "msgId": "msg" + secrets.token_urlsafe(12) + "==",
            "senderNick": self.staff.get(staff or "", "路人"),
            "isAdmin": False,
            "senderCorpId": self.corp,
            "conversationType": "2" if chat in self.groups else "1",
            "senderId": f"$:LWCP_v1:${staff or 'x'}",
            "isInAtList": True,
            "sessionWebhook": self.open_session(chat),
            "sessionWebhookExpiredTime": now + 5_400_000,
            "createAt": now,
            "text": {"content": f" {text}"},
            "robotCode": self.client_id,
            "msgtype": "text",
        }
        if chat in self.groups:
            body["conversationTitle"] = self.groups[chat]
        if staff:
            body["senderStaffId"] = staff
        return {**body, **more}
