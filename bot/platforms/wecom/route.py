"""Which channel carries a letter, by what each can do. Pure: the table of the platform.

| what is to be said                  | first choice              | when that cannot, in this order           |
|-------------------------------------|---------------------------|-------------------------------------------|
| words to a group with mentions      | the group's webhook       | aibot reply, aibot push: unmentioned      |
| words to a group, just asked        | aibot reply (23 hours)    | aibot push, response address, webhook     |
| words to a group                    | aibot push                | response address, webhook                 |
| a picture or file to a group        | aibot reply or push       | webhook                                   |
| an answer to who wrote to the aibot | aibot reply               | response address, aibot push, application |
| an answer to who wrote to the app   | application               | aibot push                                |
| anything else to one person         | application               | aibot push (who has said hello to it)     |
| buttons to one person               | a card on the way chosen  | its words alone                           |

Only the webhook can mention. Only the aibot hears a group. Only the application reaches who has never written to us.
The aibot replies and pushes over its socket alone; by callback address only the response address is left to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.platforms.base import Parcel
from bot.platforms.texts import MOST_PARTS, beginning, file_name, split
from bot.platforms.wecom.cards import LONGEST_IN_APP, LONGEST_IN_BOT, Card, fits
from bot.platforms.wecom.errors import Trouble, WeComError
from bot.platforms.wecom.texts import (
    LARGEST_APP,
    LARGEST_HOOK_MARKDOWN,
    LARGEST_HOOK_TEXT,
    LARGEST_REPLY,
    harmless,
    plain,
)
from language.wording.wecom import FULL_TEXT, REST_IN_FILE
from models.vocabulary import LetterKind

MARGIN = timedelta(seconds=30)  # an address that ends while we write is no address
WORDS = frozenset({LetterKind.TEXT, LetterKind.MARKDOWN, LetterKind.CARD})


class Channel(StrEnum):
    """A way out."""

    REPLY = "reply"
    PUSH = "push"
    RESPONSE = "response"
    WEBHOOK = "webhook"
    APP = "app"


@dataclass(frozen=True, slots=True)
class Means:
    """What there is to send with: the aibot's socket, an application, and the id of a message that may be answered."""

    socket: bool = False
    app: bool = False
    request: str | None = None
    app_hears: bool = False  # without its callback address the platform refuses the application's buttons


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a letter."""

    kind: LetterKind
    text: str = ""
    mentions: tuple[str, ...] = ()
    name: str = ""
    body: bytes = b""
    card: Card | None = None

    @property
    def words_only(self) -> "Step | None":
        """What is said where a card is refused; nothing where the words went before."""
        return replace(self, kind=LetterKind.TEXT, card=None) if self.text else None


def channels_for(parcel: Parcel, means: Means, now: datetime) -> Sequence[Channel]:
    """The ways a letter may go, best first."""
    return tuple(_private(parcel, means, now) if parcel.person is not None else _group(parcel, means, now))


def _group(parcel: Parcel, means: Means, now: datetime) -> Iterator[Channel]:
    mentioning = bool(parcel.mentions and parcel.webhook and parcel.kind in WORDS)
    if mentioning:
        yield Channel.WEBHOOK
    if means.socket and means.request:
        yield Channel.REPLY
    if means.socket:
        yield Channel.PUSH
    if _has_response(parcel, now) and parcel.kind in WORDS:
        yield Channel.RESPONSE
    if parcel.webhook and not mentioning:
        yield Channel.WEBHOOK


def _private(parcel: Parcel, means: Means, now: datetime) -> Iterator[Channel]:
    answering = means.request is not None
    if means.socket and answering:
        yield Channel.REPLY
    if _has_response(parcel, now) and parcel.kind in WORDS:
        yield Channel.RESPONSE
    if means.socket and answering:
        yield Channel.PUSH
    if means.app:
        yield Channel.APP
    if means.socket and not answering:
        yield Channel.PUSH


def _has_response(parcel: Parcel, now: datetime) -> bool:
    return bool(parcel.reply_address) and parcel.reply_until is not None and now + MARGIN < parcel.reply_until


def shows_cards(parcel: Parcel, channel: Channel, means: Means) -> bool:
    """Whether a letter's buttons can be shown: privately, for in a group anybody could press them."""
    if parcel.person is None or not fits(parcel.buttons, parcel.key):
        return False
    return means.app_hears if channel is Channel.APP else channel in (Channel.REPLY, Channel.PUSH)


def steps_of(parcel: Parcel, channel: Channel, *, cards: bool = False) -> list[Step]:
    """The messages that a letter becomes on one channel: its words in at most two parts, else whole as a file.

    `cards`: its buttons can be shown. Few words stand on the card itself, others go before it.
    """
    words = parcel.kind in WORDS
    if cards and words:
        return _with_card(parcel, channel)
    kind = LetterKind.TEXT if parcel.kind is LetterKind.TEXT or not words else LetterKind.MARKDOWN
    steps: list[Step] = []
    if parcel.text.strip():
        steps += _worded(parcel, channel, kind)
    if not words:
        steps.append(Step(parcel.kind, name=parcel.name, body=parcel.body or b""))
    return steps


def _with_card(parcel: Parcel, channel: Channel) -> list[Step]:
    text = harmless(parcel.text)
    longest = LONGEST_IN_APP if channel is Channel.APP else LONGEST_IN_BOT
    short = parcel.kind is LetterKind.TEXT and len(text) <= longest and "\n" not in text
    before = [] if short else steps_of(parcel, channel)
    card = Card(parcel.key, parcel.why, parcel.buttons, text if short else "")
    return [*before, Step(LetterKind.CARD, card.text, card=card)]


def _worded(parcel: Parcel, channel: Channel, kind: LetterKind) -> Iterator[Step]:
    mentions = parcel.mentions if channel is Channel.WEBHOOK else ()
    text = harmless(parcel.text)
    if mentions and kind is LetterKind.MARKDOWN:
        text, kind = plain(text), LetterKind.TEXT
    limit = _limit(channel, kind)
    parts = split(text, limit)
    if len(parts) <= MOST_PARTS or channel is Channel.RESPONSE:
        shown = parts[:1] if channel is Channel.RESPONSE else parts  # it answers once
        for number, part in enumerate(shown):
            yield Step(kind, part, mentions if number == 0 else ())
        return
    yield Step(kind, beginning(text, limit, REST_IN_FILE), mentions)
    name = file_name(parcel.title, FULL_TEXT, "txt")
    yield Step(LetterKind.FILE, name=name, body=parcel.text.encode("utf-8", "replace"))


def _limit(channel: Channel, kind: LetterKind) -> int:
    match channel:
        case Channel.WEBHOOK:
            return LARGEST_HOOK_TEXT if kind is LetterKind.TEXT else LARGEST_HOOK_MARKDOWN
        case Channel.APP:
            return LARGEST_APP
        case _:
            return LARGEST_REPLY


_DEAF = frozenset({Trouble.OFFLINE, Trouble.KICKED, Trouble.BOT_SECRET})
_DETOURS: dict[Channel, frozenset[Trouble]] = {
    Channel.REPLY: _DEAF | {Trouble.REPLY_OVER, Trouble.REJECTED, Trouble.GROUP_GONE, Trouble.NEVER_MET},
    Channel.PUSH: _DEAF | {Trouble.REJECTED, Trouble.GROUP_GONE, Trouble.NEVER_MET, Trouble.NOT_ALLOWED},
    Channel.RESPONSE: frozenset({Trouble.REJECTED, Trouble.FOREIGN, Trouble.REPLY_OVER, Trouble.BUSY}),
    Channel.WEBHOOK: frozenset({Trouble.WEBHOOK_GONE, Trouble.FOREIGN, Trouble.REJECTED}),
    Channel.APP: frozenset(
        {Trouble.PERSON, Trouble.NOT_ALLOWED, Trouble.DISABLED, Trouble.NETWORK_NOT_ALLOWED, Trouble.SECRET}
    ),
}


def may_detour(channel: Channel, error: WeComError) -> bool:
    """May the next channel be tried? Never while the outcome of this one is open."""
    return not error.unknown and error.trouble in _DETOURS[channel]
