"""What is said: each letter message by message, each message by the best channel that takes it."""

import asyncio
import contextlib
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.platforms.base import Parcel, Sent
from bot.platforms.dingtalk.api import Api
from bot.platforms.dingtalk.cards import ALREADY_THERE, Cards, Offer
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.hosts import Hosts
from bot.platforms.dingtalk.media import Media
from bot.platforms.dingtalk.route import Channel, Means, Step, channels_for, may_detour, steps_of
from bot.platforms.dingtalk.send import Message, Robot, Together, WorkNotice
from bot.platforms.dingtalk.signing import signed_url
from bot.platforms.dingtalk.texts import (
    button_message,
    file_message,
    image_message,
    notice_text,
    robot_message,
    webhook_body,
)
from bot.platforms.outside import ForeignAddress
from bot.platforms.receipts import joined
from bot.platforms.texts import file_name
from language.wording.dingtalk import FULL_TEXT, NO_WEBHOOK, UNMENTIONED, UNSAFE_INSTEAD
from models.vocabulary import LetterKind, Why

log = structlog.get_logger(__name__)

MOST_UNFINISHED = 1000
NOTICE = "notice:"
"""Begins the receipt of a work notice, which is taken back in another way than messages."""
_ANSWERS = frozenset({Why.REPLY, Why.RESTRICTED, Why.ALERT})


@dataclass(slots=True)
class Progress:
    """How far a letter of several messages has come; `pinned` is the channel of one whose outcome is open."""

    receipts: list[str] = field(default_factory=list)
    pinned: Channel | None = None


class Speaker:
    """The voice of one application."""

    def __init__(
        self, api: Api, robot: Robot, notices: WorkNotice, cards: Cards, media: Media, hosts: Hosts, means: Means
    ) -> None:
        self._api = api
        self._robot = robot
        self._together = Together(robot)
        self._notices = notices
        self._cards = cards
        self._media = media
        self._hosts = hosts
        self._means = means
        self._done: OrderedDict[str, Progress] = OrderedDict()

    async def say(self, parcel: Parcel, now: Callable[[], datetime]) -> Sent:
        """Say one parcel; a second try goes on where the first one stopped."""
        progress = self._progress(parcel.key)
        notes: list[str] = []
        try:
            for step in steps_of(parcel)[len(progress.receipts) :]:
                receipt, note = await self._carry(parcel, step, progress, now())
                progress.receipts.append(receipt)
                notes.append(note)
        except DingTalkError as error:
            if error.trouble is Trouble.UNSAFE and parcel.why in _ANSWERS:
                await self._apologise(parcel, now())
            raise
        self._done.pop(parcel.key, None)
        return Sent(joined(progress.receipts), next(filter(None, notes), ""))

    async def take_back(self, chat: str | None, receipts: str) -> None:
        """Take back what these receipts stand for; raises where one of them cannot be."""
        keys = [key for key in receipts.split(",") if key and not key.startswith(NOTICE)]
        for task in (key.removeprefix(NOTICE) for key in receipts.split(",") if key.startswith(NOTICE)):
            await self._notices.recall(task)
        if not keys:
            return
        taken = await (self._robot.recall_from_group(chat, keys) if chat else self._robot.recall_from_people(keys))
        if not set(keys) <= set(taken):
            raise DingTalkError(Trouble.NOT_TAKEN_BACK)

    def _progress(self, key: str) -> Progress:
        while len(self._done) > MOST_UNFINISHED:
            self._done.popitem(last=False)
        return self._done.setdefault(key, Progress())

    async def _carry(self, parcel: Parcel, step: Step, progress: Progress, now: datetime) -> tuple[str, str]:
        """One message by the best channel that takes it; gives its receipt, and what was lost on the way."""
        ways = (progress.pinned,) if progress.pinned else channels_for(parcel, step, self._means, now)
        why = NO_WEBHOOK
        for channel, more in zip(ways, [*ways[1:], None], strict=True):
            try:
                receipt = await self._by(channel, parcel, step, len(progress.receipts), now)
            except DingTalkError as error:
                if error.deduplicated:
                    progress.pinned = channel  # only there would it be shown once
                if more is None or not may_detour(channel, error):
                    raise
                if channel is Channel.WEBHOOK:
                    why = error.reason
                log.warning("dingtalk detour", by=channel.value, trouble=error.trouble.value, code=error.code)
            else:
                progress.pinned = None
                log.debug("dingtalk sent", by=channel.value)
                unmentioned = step.mentions and channel is Channel.GROUP
                return receipt, UNMENTIONED.format(reason=why) if unmentioned else ""
        raise DingTalkError(Trouble.NOWHERE)

    async def _apologise(self, parcel: Parcel, now: datetime) -> None:
        """Whoever waits for an answer that DingTalk does not let through learns at least that."""
        with contextlib.suppress(DingTalkError):
            await self._carry(parcel, Step(LetterKind.TEXT, UNSAFE_INSTEAD), Progress(), now)

    async def _by(self, channel: Channel, parcel: Parcel, step: Step, number: int, now: datetime) -> str:
        match channel:
            case Channel.SESSION | Channel.WEBHOOK:
                await self._hook(channel, parcel, step, number, now)
                return ""
            case Channel.GROUP if step.again:
                return ""  # nobody would be mentioned, and the words are there already
            case Channel.GROUP:
                return await self._robot.to_group(parcel.chat or "", await self._message(parcel, step))
            case Channel.NOTICE:
                text = notice_text(step.text, now)
                return NOTICE + await self._notices.send([parcel.person or ""], parcel.title, text)
            case Channel.CARD:
                return await self._card(parcel, step)
            case Channel.PRIVATE:
                return await self._privately(parcel, await self._message(parcel, step))

    async def _privately(self, parcel: Parcel, message: Message) -> str:
        """To one person; what nobody waits for goes together with the same words to others."""
        person = parcel.person or ""
        if parcel.why in _ANSWERS:
            return await self._robot.to_person(person, message)
        return await self._together.send(person, message)

    async def _card(self, parcel: Parcel, step: Step) -> str:
        offer = Offer(parcel.key, parcel.why, step.text, step.buttons)
        try:
            return await self._cards.offer(offer, parcel.person or "")
        except DingTalkError as error:
            if error.code == ALREADY_THERE:
                return ""  # a first try arrived after all: the card's id is the letter's
            error.deduplicated = error.unknown
            raise

    async def _hook(self, channel: Channel, parcel: Parcel, step: Step, number: int, now: datetime) -> None:
        uuid = hashlib.sha256(f"{parcel.key}/{number}".encode()).hexdigest()[:32]
        body = webhook_body(step.kind, parcel.title, step.text, step.mentions, uuid)
        try:
            if channel is Channel.SESSION:
                url = self._hosts.session_webhook(parcel.reply_address or "")
                await self._api.webhook(f"session/{parcel.chat}", url, body)
            else:
                known = self._hosts.webhook(parcel.webhook or "")
                url = signed_url(known, parcel.webhook_secret, now)
                await self._api.webhook(str(known), url, body, shared=True)
        except ForeignAddress:
            raise DingTalkError(Trouble.FOREIGN) from None
        except DingTalkError as error:
            # The uuid is documented for a group's robot; of the session's address nobody says so.
            error.deduplicated = error.unknown and channel is Channel.WEBHOOK
            raise

    async def _message(self, parcel: Parcel, step: Step) -> Message:
        if step.buttons:
            return button_message(parcel.title, step.text, step.buttons)
        if step.kind is LetterKind.IMAGE:
            return image_message(await self._media.image(parcel.body or b""))
        if step.kind is LetterKind.FILE and step.text:
            return await self._full_text(parcel)
        if step.kind is LetterKind.FILE:
            return file_message(await self._media.file(parcel.body or b"", parcel.name), parcel.name)
        return robot_message(step.kind, parcel.title, step.text)

    async def _full_text(self, parcel: Parcel) -> Message:
        """A text too long for messages; of the documents that can be sent, every telephone shows a PDF."""
        from documents.plain_text import text_pdf  # brings the typesetter, which hardly any letter needs

        name = file_name(parcel.title, FULL_TEXT, "pdf")
        body = await asyncio.to_thread(text_pdf, parcel.title, parcel.text)
        return file_message(await self._media.file(body, name), name)
