"""Which channel carries a letter, by what each can do. Pure: the table of the platform.

| what is to be said                | first choice                  | when that cannot            |
|-----------------------------------|-------------------------------|-----------------------------|
| words to a group, just asked      | session webhook (90 minutes)  | as the rows below           |
| words to a group with mentions    | the group's stored webhook    | group send, unmentioned     |
| words to a group                  | group send                    | the group's stored webhook  |
| a picture or file to a group      | group send with a media id    | nothing: no webhook can     |
| anything to one person            | private batch send            | nothing, on purpose         |
| what was asked in vain before     | work notice (with agent id)   | private batch send          |
| buttons to one person             | card (with a template)        | private: buttons that speak |

Only the two webhooks can mention; only the sends in the robot's name can be recalled or carry pictures and files.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.platforms.base import Button, Parcel
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.texts import LARGEST, MOST_BUTTONS, ROOM, button_message, first_of, groups_of, parts_of
from bot.platforms.texts import MOST_PARTS
from language.wording.dingtalk import PRESS_OR_TYPE
from models.vocabulary import LetterKind

MARGIN = timedelta(seconds=30)  # a session that ends while we write is no session
WORDS = frozenset({LetterKind.TEXT, LetterKind.MARKDOWN, LetterKind.CARD})


class Channel(StrEnum):
    """A way out."""

    SESSION = "session"
    WEBHOOK = "webhook"
    GROUP = "group"
    PRIVATE = "private"
    NOTICE = "notice"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Means:
    """What the office has set up in the console beside the robot."""

    card: bool = False
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a letter; a file with a `text` holds these words.

    `again` repeats words for further mentions and is pointless where none can be made.
    """

    kind: LetterKind
    text: str = ""
    mentions: tuple[str, ...] = ()
    again: bool = False
    buttons: tuple[Button, ...] = ()


def steps_of(parcel: Parcel) -> list[Step]:
    """The messages that a letter becomes: its words in at most two parts, else whole as a file; its own file."""
    steps: list[Step] = []
    words = parcel.kind in WORDS
    if words and parcel.person is not None and 0 < len(parcel.buttons) <= MOST_BUTTONS:
        return _with_buttons(parcel)
    if words or parcel.text.strip():
        steps += _worded(parcel, parcel.kind if words else LetterKind.TEXT)
    if not words:
        steps.append(Step(parcel.kind))
    return steps


def _with_buttons(parcel: Parcel) -> list[Step]:
    """Words with something to press under them; many words go before."""
    if len(button_message(parcel.title, parcel.text, parcel.buttons)[1].encode("utf-8", "replace")) <= LARGEST:
        return [Step(LetterKind.TEXT, parcel.text, buttons=parcel.buttons)]
    return [*_worded(parcel, parcel.kind), Step(LetterKind.TEXT, PRESS_OR_TYPE, buttons=parcel.buttons)]


def _worded(parcel: Parcel, kind: LetterKind) -> list[Step]:
    first, *others = groups_of(parcel.mentions)
    tokens = sum(2 * len(person.encode()) + 6 for person in first)  # each stands in the text and in the list
    limit = LARGEST - ROOM - tokens
    parts = parts_of(parcel.text, limit)
    in_file = len(parts) > MOST_PARTS
    if in_file:
        parts = [first_of(parcel.text, limit)]
    steps = [Step(kind, part, first if number == 0 else ()) for number, part in enumerate(parts)]
    steps += [Step(kind, parts[0], group, again=True) for group in others]
    return [*steps, Step(LetterKind.FILE, parcel.text)] if in_file else steps


def channels_for(parcel: Parcel, step: Step, means: Means, now: datetime) -> Sequence[Channel]:
    """The ways a message may go, best first."""
    if parcel.person is not None:
        return tuple(_private(parcel, step, means))
    if step.kind not in WORDS:
        return (Channel.GROUP,)
    answering = (
        parcel.reply_address is not None and parcel.reply_until is not None and now + MARGIN < parcel.reply_until
    )
    ways = [Channel.SESSION] if answering else []
    if parcel.webhook is None:
        return (*ways, Channel.GROUP)
    return (*ways, Channel.WEBHOOK, Channel.GROUP) if step.mentions else (*ways, Channel.GROUP, Channel.WEBHOOK)


def _private(parcel: Parcel, step: Step, means: Means) -> Iterator[Channel]:
    """Never by the session webhook: the question may have come from a group, and the answer would land there."""
    if parcel.stronger and means.notice and step.kind in WORDS:
        yield Channel.NOTICE
    elif step.buttons and means.card:
        yield Channel.CARD
    yield Channel.PRIVATE


_DETOURS: dict[Channel, frozenset[Trouble]] = {
    Channel.SESSION: frozenset(
        {
            Trouble.SESSION_OVER,
            Trouble.WEBHOOK_GONE,
            Trouble.FOREIGN,
            Trouble.REJECTED,
            Trouble.TOO_FAST,
            Trouble.QUOTA,
            Trouble.BUSY,  # an expired session was seen to answer HTTP 500
            Trouble.BANNED,
        }
    ),
    Channel.WEBHOOK: frozenset(
        {Trouble.WEBHOOK_GONE, Trouble.SECURITY, Trouble.FOREIGN, Trouble.REJECTED, Trouble.QUOTA}
    ),
    Channel.GROUP: frozenset({Trouble.QUOTA, Trouble.NOT_ALLOWED}),
    Channel.PRIVATE: frozenset(),
    Channel.NOTICE: frozenset(Trouble) - {Trouble.UNCLEAR, Trouble.UNREACHABLE, Trouble.TOKEN},
    Channel.CARD: frozenset({Trouble.TOO_LONG, Trouble.REJECTED, Trouble.NOT_ALLOWED, Trouble.UNSAFE}),
}


def may_detour(channel: Channel, error: DingTalkError) -> bool:
    """May the next channel be tried? Never while the outcome of this one is open."""
    return not error.unknown and error.trouble in _DETOURS[channel]
