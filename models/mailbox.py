"""The inbox (kept before it is acknowledged) and the outbox (what is to be said, never how)."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.calendar import utc
from models.chat import Chat
from models.people import Person
from models.store.quick import Select, Update, as_read, insert_one
from models.vocabulary import LetterKind, Why

BUTTONS = "buttons"
STRONGER = "stronger"
"""In a letter's context: it was asked in vain before, so a stronger way of telling may be taken where there is one."""
RECALLS = "recalls"
"""In the context of a letter that takes another one back: the receipts under which that one was sent."""
PRESSED = "button"
"""The kind of an attachment that says which letter's button was pressed."""
HOOK = "webhook"
"""The kind of an attachment that holds a group's webhook, taken out of the words; erased once it is handled."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a handler answers: to the chat it came from, or, where `private`, to the person who spoke."""

    text: str
    kind: LetterKind = LetterKind.TEXT
    why: Why = Why.REPLY
    title: str = ""
    mentions: tuple[str, ...] = ()
    name: str = ""
    body: bytes | None = field(default=None, repr=False)
    private: bool = False
    context: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What a later answer to this letter needs to know, such as its numbered items."""
    buttons: tuple[tuple[str, str], ...] = ()
    """What may be pressed instead of typed, where the platform can show it: (label, the words it stands for)."""


class Inbox(Model):
    """One message as it came, `handled_at` is empty until it was answered, `fault` names what went wrong."""

    id = fields.IntField(primary_key=True)
    platform = fields.CharField(20)
    message_id = fields.CharField(200)
    chat_address = fields.CharField(200)
    chat_kind = fields.CharField(10)
    chat_title = fields.CharField(200, null=True)
    sender_address = fields.CharField(120, null=True)
    sender_name = fields.CharField(120, null=True)
    text = fields.TextField()
    quote = fields.TextField(null=True)
    attachments: list[dict[str, Any]] = fields.JSONField(default=list)
    reply_address = fields.TextField(null=True)
    reply_until = fields.DatetimeField(null=True)
    sent_at = fields.DatetimeField()
    received_at = fields.DatetimeField()
    handled_at = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0, db_default=0)
    fault = fields.CharField(40, null=True)

    class Meta:
        table = "inbox"
        unique_together = (("platform", "message_id"),)
        indexes = (("handled_at",),)


def arrived(**values: Any) -> Inbox:
    """An unsaved message with all its columns; made as the ORM makes what it reads, which takes a third of the time."""
    message: Inbox = Inbox._init_from_db(id=None, handled_at=None, attempts=0, fault=None, **values)
    message._saved_in_db = False
    return message


class Outbox(Model):
    """One letter: to a chat, or privately to a person, `key` is business language and makes it happen once.

    It waits until `not_before`, `taken_by` holds it until `lease_until`. It ends with `delivered_at` or `given_up_at`.
    `uncertain` says that a try may have arrived although it failed.
    """

    id = fields.IntField(primary_key=True)
    key = fields.CharField(200)
    chat: fields.ForeignKeyNullableRelation[Chat] = fields.ForeignKeyField(
        "models.Chat", related_name="letters", null=True, on_delete=fields.RESTRICT
    )
    chat_id: int | None
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "models.Person", related_name="letters", null=True, on_delete=fields.RESTRICT
    )
    person_id: str | None
    answers: fields.ForeignKeyNullableRelation[Inbox] = fields.ForeignKeyField(
        "models.Inbox", related_name="letters", null=True, on_delete=fields.RESTRICT
    )
    answers_id: int | None
    why = fields.CharField(20)
    kind = fields.CharField(20)
    title = fields.CharField(200, default="", db_default="")
    text = fields.TextField()
    mentions: list[str] = fields.JSONField(default=list)
    name = fields.CharField(200, default="", db_default="")
    body = fields.BinaryField(null=True)
    context: dict[str, Any] = fields.JSONField(default=dict)
    priority = fields.IntField(default=5, db_default=5)
    not_before = fields.DatetimeField()
    created_at = fields.DatetimeField()
    taken_by = fields.CharField(60, null=True)
    lease_until = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0, db_default=0)
    uncertain = fields.BooleanField(default=False, db_default=False)
    delivered_at = fields.DatetimeField(null=True)
    given_up_at = fields.DatetimeField(null=True)
    receipt = fields.CharField(200, null=True)
    trouble = fields.CharField(300, null=True)

    class Meta:
        table = "outbox"
        unique_together = (("key",),)
        indexes = (
            ("delivered_at", "given_up_at", "not_before"),
            ("person_id", "created_at"),
            ("chat_id", "created_at"),
        )

    @classmethod
    async def put(
        cls,
        key: str,
        reply: Reply,
        now: datetime,
        *,
        chat: Chat | None = None,
        person: Person | None = None,
        answers: Inbox | None = None,
        not_before: datetime | None = None,
        context: dict[str, Any] | None = None,
    ) -> None:
        """Put one letter to a chat or to a person; the same key a second time changes nothing.

        `context` is what a later answer to this letter needs to know, such as its numbered items.
        """
        letter = {
            "key": key,
            "chat_id": chat and chat.id,
            "person_id": person and person.id,
            "answers_id": answers and answers.id,
            "why": reply.why.value,
            "kind": reply.kind.value,
            "title": reply.title,
            "text": reply.text,
            "mentions": list(reply.mentions),
            "name": reply.name,
            "body": reply.body,
            "context": _context(reply, context),
            "priority": PRIORITY.get(reply.why, 5),
            "not_before": utc(not_before or now),
            "created_at": utc(now),
        }
        new = await insert_one(cls, letter, conflict="DO NOTHING")
        gathered = _gathered.get()
        if new is not None and gathered is not None:
            gathered.append(_as_put(new, letter, chat, person, answers))


_gathered: ContextVar[list[Outbox] | None] = ContextVar("gathered", default=None)


@contextmanager
def letters_put() -> Iterator[list[Outbox]]:
    """The letters that are put in this block, as if read with all that belongs to them; good once it is committed."""
    found: list[Outbox] = []
    token = _gathered.set(found)
    try:
        yield found
    finally:
        _gathered.reset(token)


def _as_put(id_: int, row: Mapping[str, Any], chat: Chat | None, person: Person | None, asked: Inbox | None) -> Outbox:
    """The letter that a row was made of."""
    letter = as_read(Outbox, id_, row)
    # As assigning does, past what the ORM looks at each time.
    letter.__dict__.update(_chat=chat, _person=person, _answers=asked)
    return letter


def _context(reply: Reply, more: Mapping[str, Any] | None) -> dict[str, Any]:
    """What a letter keeps beside its words."""
    context = dict(more or reply.context)
    if reply.buttons:
        context[BUTTONS] = [list(each) for each in reply.buttons]
    return context


_AMONG = Select(Inbox, 'WHERE "id" IN ($*)')


async def messages_among(ids: Sequence[int]) -> list[Inbox]:
    """The messages with these numbers."""
    return await _AMONG.rows(among=ids)


_SAID_BEFORE = Select(
    Inbox,
    'WHERE "platform" = $1 AND "chat_address" = $2 AND "sent_at" >= $3 AND "id" < $4 AND "id" > $5'
    ' ORDER BY "id" DESC LIMIT 500',
)
FAR_BACK = 20_000
"""No message looks further back than so many others: the table has no index of chats."""


async def said_before(message: Inbox, since: datetime) -> list[Inbox]:
    """What came in the chat of a message before it, not before a moment; the newest first."""
    return await _SAID_BEFORE.rows(
        message.platform, message.chat_address, utc(since), message.id, message.id - FAR_BACK
    )


_WITH_MEDIA = Select(
    Inbox, 'WHERE "received_at" >= $1 AND CAST("attachments" AS TEXT) <> \'[]\' ORDER BY "id" DESC LIMIT 500'
)


async def messages_with_media(since: datetime) -> list[Inbox]:
    """What came with a picture, a file or a voice, newest first."""
    rows = await _WITH_MEDIA.rows(utc(since))
    return [row for row in rows if any(each.get("kind") not in (PRESSED, HOOK) for each in row.attachments)]


async def pressed_letter(message: Inbox) -> "Outbox | None":
    """The letter whose button was pressed, if that is what a message is."""
    key = next((each["code"] for each in message.attachments if each.get("kind") == PRESSED), None)
    return None if key is None else await Outbox.get_or_none(key=key)


def is_press(message: Inbox) -> bool:
    """Whether a message was not typed but pressed."""
    return any(each.get("kind") == PRESSED for each in message.attachments)


PRIORITY = {
    Why.ALERT: 0,
    Why.REPLY: 1,
    Why.RESTRICTED: 1,
    Why.DRAFT: 2,
    Why.OFFICE: 2,
    Why.NOTICE: 4,
    Why.SUMMARY: 6,
    Why.SUPPLEMENT: 7,
}
"""Smaller goes first: safety, answers, the office, reminders (5), summaries."""


_LETTER = Select(Outbox, 'WHERE "id" = $1')
_CHAT = Select(Chat, 'WHERE "id" = $1')
_PERSON = Select(Person, 'WHERE "id" = $1')
_MESSAGE = Select(Inbox, 'WHERE "id" = $1')


async def whole_letter(id_: int) -> Outbox | None:
    """A letter with its chat, its person and what it answers."""
    letter = await _LETTER.first(id_)
    if letter is None:
        return None
    letter.chat = await _CHAT.first(letter.chat_id) if letter.chat_id else None
    letter.person = await _PERSON.first(letter.person_id) if letter.person_id else None
    letter.answers = await _MESSAGE.first(letter.answers_id) if letter.answers_id else None
    return letter


_UNTOUCHED = Select(
    Outbox,
    'WHERE "delivered_at" IS NULL AND "given_up_at" IS NULL AND "taken_by" IS NULL AND "attempts" = 0'
    " AND \"key\" LIKE $1 ESCAPE '!'",
)


async def untouched_letters(start: str) -> list[Outbox]:
    """The letters whose keys begin so and that nobody has tried to send yet."""
    pattern = start.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return await _UNTOUCHED.rows(f"{pattern}%")


_HANDLED = Update(Inbox, 'UPDATE "inbox" SET "handled_at" = $1 WHERE "id" = $2 AND "handled_at" IS NULL')


async def claim(message: Inbox, now: datetime) -> bool:
    """Mark a message as handled; false where somebody was first."""
    return bool(await _HANDLED.run(utc(now), message.id))


PROMPT_LIVES = timedelta(days=7)
_RECENT = Select(Outbox, 'WHERE "person_id" = $1 AND "created_at" >= $2 ORDER BY "id" DESC LIMIT 20')


async def last_prompt(person: Person, now: datetime) -> Sequence[Mapping[str, Any]]:
    """The numbered items that were last put to a person, with `number`, `project` and `node` each."""
    recent = await _RECENT.rows(person.id, utc(now - PROMPT_LIVES))
    return next((letter.context["items"] for letter in recent if letter.context.get("items")), ())
