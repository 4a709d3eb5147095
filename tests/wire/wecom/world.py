"""What the fake WeChat Work knows: who there is, what was sent, and what it has to complain about."""

import base64
import os
import re
import secrets
import time
import uuid
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

TASK = re.compile(r"[0-9A-Za-z_\-@]{1,128}")
APP_TOKEN = "app-token"
KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"


@dataclass
class Delivered:
    """One message that people would see."""

    channel: str
    to: str
    kind: str
    text: str
    mentions: tuple[str, ...] = ()
    body: bytes = b""
    name: str = ""
    raw: dict[str, Any] = field(default_factory=dict, repr=False)


@dataclass
class Card:
    """A card on somebody's telephone; `shown` is what stands in the place of its buttons since one was pressed."""

    channel: str
    to: str
    body: dict[str, Any]
    shown: str = ""

    def button(self, label: str) -> dict[str, Any]:
        return next(one for one in self.body["button_list"] if one["text"] == label)


@dataclass
class GroupHook:
    chat: str
    stopped: bool = False


class Refused(Exception):
    """An answer that says no."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code

    @property
    def body(self) -> dict[str, Any]:
        return {"errcode": self.code, "errmsg": "hint: [1700000000_1_ab] not for matching"}


@dataclass
class World:
    """One corporation with one 智能机器人 and one application; the clock can be turned."""

    bot_id: str = "aibFAKE"
    bot_secret: str = "bot-secret"
    corp: str = "wwFAKE"
    agent_id: int = 1000002
    app_secret: str = "app-secret"
    staff: dict[str, str] = field(default_factory=lambda: {"zhangwei": "张伟", "LiNa": "李娜", "chief": "王主任"})
    hidden: set[str] = field(default_factory=set)  # outside the application's visible range
    groups: dict[str, str] = field(default_factory=lambda: {"wrGROUP": "重点项目调度群"})
    met: set[str] = field(default_factory=set)  # conversations in which somebody has spoken to the bot
    removed: set[str] = field(default_factory=set)
    open_ids: dict[str, str] = field(default_factory=dict)
    token_life: int = 7200
    skew: float = 0.0
    per_minute: int = 30

    def __post_init__(self) -> None:
        self.sent: list[Delivered] = []
        self.recalled: list[Delivered] = []
        self.complaints: list[str] = []
        self.calls: Counter[str] = Counter()
        self.tokens: dict[str, float] = {}
        self.hooks: dict[str, GroupHook] = {}
        self.responses: dict[str, tuple[str, float]] = {}
        self.media: dict[str, tuple[str, str, bytes, str]] = {}  # id → kind, name, content, where it is good
        self.objects: dict[str, tuple[bytes, str, float]] = {}
        self.windows: dict[str, deque[float]] = defaultdict(deque)
        self.duplicates: dict[str, float] = {}
        self.cards: dict[str, Card] = {}  # by task id
        self.codes: dict[str, tuple[str, float]] = {}  # response code → task id, until when it is good
        self.login_codes: dict[str, tuple[dict[str, str], float]] = {}
        self.trusted_domain = "127.0.0.1"  # 可信域名 of the application
        self.signing_in: dict[str, str] = {"userid": "chief"}  # who is asked, and says yes
        self.app_callback = ""  # where the console was told to post what people do in the application
        self.base = ""
        self.watch: Callable[[Delivered], None] = lambda seen: None

    def now(self) -> float:
        return time.time() + self.skew

    def complain(self, what: str) -> None:
        """Note something a real server might let pass and a good client never does."""
        self.complaints.append(what)

    def token(self) -> tuple[str, int]:
        """The same token until it ends."""
        for text, until in self.tokens.items():
            if until > self.now():
                return text, max(int(until - self.now()), 1)
        text = "tok" + secrets.token_hex(16)
        self.tokens[text] = self.now() + self.token_life
        return text, self.token_life

    def check_token(self, text: str) -> None:
        if not text:
            raise Refused(41001)
        if text not in self.tokens:
            raise Refused(40014)
        if self.tokens[text] <= self.now():
            raise Refused(42001)

    def in_window(self, key: str, limit: int, seconds: float = 60.0) -> bool:
        calls = self.windows[key]
        while calls and self.now() - calls[0] >= seconds:
            calls.popleft()
        calls.append(self.now())
        return len(calls) <= limit

    def add_hook(self, chat: str = "wrGROUP") -> str:
        key = str(uuid.uuid4())
        self.hooks[key] = GroupHook(chat)
        return f"{self.base}/cgi-bin/webhook/send?key={key}"

    def keep_card(self, channel: str, to: str, body: Any, raw: dict[str, Any]) -> None:
        """A card with buttons, refused for what the real one refuses."""
        if not isinstance(body, dict) or body.get("card_type") != "button_interaction":
            raise Refused(42014)
        if set(body) - {"card_type", "main_title", "sub_title_text", "task_id", "button_list"}:
            raise Refused(40058)
        task, buttons = body.get("task_id"), body.get("button_list")
        if not isinstance(task, str) or not TASK.fullmatch(task) or task in self.cards:
            raise Refused(42016)
        if not isinstance(buttons, list) or not 1 <= len(buttons) <= 6:
            raise Refused(42017)
        for one in buttons:
            if not one["text"] or len(one["key"].encode()) > 1024 or one.get("style", 1) not in (1, 2, 3, 4):
                raise Refused(42017)
            if len(one["text"]) > 10:
                self.complain("a button with more than ten letters")
        limits = (36, 160) if channel == "app" else (26, 112)
        title, text = body["main_title"]["title"], body.get("sub_title_text", "")
        if not title or len(title) > limits[0] or len(text) > limits[1]:
            self.complain("a card whose words are cut off")
        self.cards[task] = Card(channel, to, body)
        self.deliver(channel, to, "template_card", text, raw=raw)

    def card_of(self, user: str, label: str) -> tuple[str, Card]:
        """The newest card of a person with such a button on it, and its task id."""
        found = [(task, card) for task, card in self.cards.items() if card.to == user and not card.shown]
        return next(one for one in reversed(found) if label in {each["text"] for each in one[1].body["button_list"]})

    def new_code(self, task: str) -> str:
        code = "code" + secrets.token_hex(12)
        self.codes[code] = (task, self.now() + 72 * 3600)
        return code

    def keep_media(self, kind: str, name: str, body: bytes, where: str) -> str:
        media = "media" + secrets.token_hex(12)
        self.media[media] = (kind, name, body, where)
        return media

    def take_media(self, media: str, kind: str, where: str) -> tuple[str, bytes]:
        found = self.media.get(media)
        if found is None or found[3] != where or found[0] != kind:
            raise Refused(40007)
        return found[1], found[2]

    def deliver(self, channel: str, to: str, kind: str, text: str, **more: Any) -> None:
        seen = Delivered(channel, to, kind, text, **more)
        self.sent.append(seen)
        self.watch(seen)

    def add_object(self, body: bytes, disposition: str = "", key: bytes | None = None) -> dict[str, str]:
        """Something that a person sent: its address, good for five minutes, and its own key."""
        own = os.urandom(32) if key is None else key
        count = 32 - len(body) % 32
        sealer = Cipher(algorithms.AES(own), modes.CBC(own[:16])).encryptor()
        sealed = sealer.update(body + bytes([count]) * count) + sealer.finalize()
        name = secrets.token_hex(8)
        self.objects[name] = (sealed, disposition, self.now() + 300)
        found = {"url": f"{self.base}/objects/{name}?sign=secret"}
        return found if key is not None else {**found, "aeskey": base64.b64encode(own).decode().rstrip("=")}

    def message(self, text: str, user: str = "zhangwei", chat: str | None = "wrGROUP", **more: Any) -> dict[str, Any]:
        """The body of a message to the bot, in a group or, without one, in the single chat."""
        code = secrets.token_hex(8)
        self.met.add(chat or user)
        self.responses[code] = (chat or user, self.now() + 3600)
        body: dict[str, Any] = {
            "msgid": "CAIQ" + secrets.token_urlsafe(12),
            "create_time": int(self.now()),
            "aibotid": self.bot_id,
            "chattype": "group" if chat else "single",
            "from": {"userid": user},
            "response_url": f"{self.base}/cgi-bin/aibot/response?response_code={code}",
            "msgtype": "text",
            "text": {"content": f"@项目 助手 {text}" if chat else text},
        }
        if chat:
            body["chatid"] = chat
        return {**body, **more}


def seal(message: bytes, receiver: str) -> str:
    """A callback's cipher text, written from the platform's description and not with our own code."""
    key = base64.b64decode(KEY + "=")
    plain = os.urandom(16) + len(message).to_bytes(4, "big") + message + receiver.encode()
    count = 32 - len(plain) % 32
    sealer = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return base64.b64encode(sealer.update(plain + bytes([count]) * count) + sealer.finalize()).decode()
