"""The seam between the house and the outside: what every platform hears and sends, and nothing of any one of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, runtime_checkable

from aiohttp import web

from models.vocabulary import ChatKind, LetterKind, Why


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture, file or voice that came with a message; `code` fetches it from the platform.

    Also a button that was pressed (`kind` is `BUTTON`): `name` is what stands on it, `code` the key of its letter.
    """

    kind: str
    name: str = ""
    transcript: str = ""
    code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a platform heard, before anything is stored.

    `chat` and `sender` are the platform's own ids; `sender_name` is never an identity. `sent_at` is aware.
    `reply_address` is a bearer secret (a session webhook), good until `reply_until`; never log it.
    """

    platform: str
    message_id: str
    chat: str
    chat_kind: ChatKind
    sender: str | None
    text: str
    sent_at: datetime
    chat_title: str | None = None
    sender_name: str | None = None
    quote: str | None = None
    attachments: tuple[Attachment, ...] = ()
    reply_address: str | None = field(default=None, repr=False)
    reply_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press instead of typing; pressing it says `words`."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """One letter as a platform gets it: who is meant, in the platform's own ids, and what is to be said.

    Exactly one of `chat` (a conversation) and `person` (a private letter) is set. `mentions` are user ids in order.
    `key` is unique to the letter and stays the same over all tries. `webhook` and `reply_address` are bearer secrets.
    `stronger`: it was asked in vain before. `recalls` are receipts of what is to be taken back, or asked after.
    `buttons` are an offer: where a platform has none, the words of the letter say what to answer.
    """

    key: str
    kind: LetterKind
    text: str
    chat: str | None = None
    person: str | None = None
    title: str = ""
    why: Why = Why.REPLY
    mentions: tuple[str, ...] = ()
    name: str = ""
    body: bytes | None = field(default=None, repr=False)
    reply_to: str | None = None
    reply_address: str | None = field(default=None, repr=False)
    reply_until: datetime | None = None
    webhook: str | None = field(default=None, repr=False)
    webhook_secret: str | None = field(default=None, repr=False)
    buttons: tuple[Button, ...] = ()
    stronger: bool = False
    recalls: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """What is known after a send: the platform's own id of the message, where it gives one."""

    receipt: str = ""
    note: str = ""


class DeliveryError(Exception):
    """A letter did not go out.

    `permanent`: never try again. `retry_after`: seconds to wait before the next try, where the platform says.
    `too_fast`: there was no room for it yet, which is no try. `unknown`: it may have arrived; `deduplicated` then
    says that the platform shows it once however often it is handed over under the same key.
    `reason` is short, fit for a log and for the office, and holds no secret.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        retry_after: float | None = None,
        unknown: bool = False,
        too_fast: bool = False,
        deduplicated: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.retry_after = retry_after
        self.unknown = unknown
        self.too_fast = too_fast
        self.deduplicated = deduplicated


Receive = Callable[[Incoming], Awaitable[bool]]
"""Keeps a message. True: it is committed (or was there before), acknowledge it. False: not kept, do not acknowledge."""


class Platform(Protocol):
    """One way to the people: hears until stopped, sends one parcel at a time."""

    name: str

    async def start(self, receive: Receive) -> None:
        """Begin to hear; every message goes to `receive` before it is acknowledged."""

    async def stop(self) -> None:
        """Stop hearing and let go of everything."""

    async def send(self, parcel: Parcel) -> Sent:
        """Send one parcel; raises DeliveryError."""


@runtime_checkable
class Recalling(Protocol):
    """A platform that can take back what it has sent."""

    async def take_back(self, parcel: Parcel) -> None:
        """Take back what `recalls` names, in the parcel's place; raises DeliveryError."""


@runtime_checkable
class Watching(Protocol):
    """A platform that can be asked who has read what it sent to a group."""

    async def readers(self, parcel: Parcel) -> frozenset[str]:
        """The accounts of those who have read what `recalls` names; raises DeliveryError."""


@runtime_checkable
class PostedTo(Protocol):
    """A platform that posts to us."""

    def routes(self) -> list[web.RouteDef]:
        """Where it is answered."""


@runtime_checkable
class Hushing(Protocol):
    """A platform that is to fall silent while everything can still be kept: what it pushes never comes again."""

    async def hush(self) -> None:
        """Hear no more."""
