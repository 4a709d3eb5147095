"""DingTalk as the house sees it: hears by Stream or by HTTP, and sends each letter by the channel that can carry it."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from datetime import UTC, datetime
from typing import Any

import structlog
from aiohttp import ClientSession, web

from bot.platforms.base import Parcel, Receive, Sent
from bot.platforms.dingtalk.api import Api
from bot.platforms.dingtalk.callback import Callback
from bot.platforms.dingtalk.cards import Cards, Clicked
from bot.platforms.dingtalk.check import Finding, findings
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.hearing import Event, Hearing, Tell, nobody, nothing
from bot.platforms.dingtalk.hosts import Hosts
from bot.platforms.dingtalk.media import Media
from bot.platforms.dingtalk.parse import PLATFORM
from bot.platforms.dingtalk.people import People
from bot.platforms.dingtalk.quota import Meter, Passed, Use, Warn
from bot.platforms.dingtalk.route import Channel, Step, channels_for, may_detour, steps_of
from bot.platforms.dingtalk.send import Message, Robot, WorkNotice
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.dingtalk.signing import signed_url
from bot.platforms.dingtalk.stream import Health, Stream
from bot.platforms.dingtalk.texts import file_message, image_message, robot_message, webhook_body
from bot.platforms.outside import ForeignAddress, guarded
from bot.platforms.texts import file_name
from language.wording.dingtalk import BUDGET_PASSED, BUDGETS, FULL_TEXT, NO_WEBHOOK, UNMENTIONED
from models.vocabulary import LetterKind

log = structlog.get_logger(__name__)

CALLBACK_PATH = "/dingtalk/callback"
MOST_UNFINISHED = 1000
LONGEST_RECEIPT = 200


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class DingTalk:
    """One DingTalk application. `tell` reaches the office by some other way than the one that is in trouble.

    `warn` hears of budgets that run low, `gone` of groups that are no more, or that we were taken out of.
    """

    name = PLATFORM

    def __init__(
        self,
        session: ClientSession,
        settings: Settings,
        *,
        stream: bool = True,
        now: Callable[[], datetime] = _wall_clock,
        meter: Meter | None = None,
        tell: Tell = nobody,
        warn: Warn | None = None,
        gone: Callable[[str], Awaitable[None]] = nobody,
        clicked: Clicked | None = None,
        event: Event = nothing,
        media_ids: MutableMapping[str, str] | None = None,
    ) -> None:
        self.meter = meter or Meter()
        self._settings = settings
        self._now = now
        self._tell = tell
        self._warn = warn or self._warn_in_words
        self._gone = gone
        self._clicked = clicked
        self._event = event
        self._session = guarded(session, Hosts(settings), settings.answer_within)
        self._hosts = Hosts(settings)
        self._api = Api(self._session, settings, now, self._count)
        self.robot = Robot(self._api, settings)
        self.notices = WorkNotice(self._api, settings)
        self.cards = Cards(self._api, settings)
        self.people = People(self._api)
        self.media = Media(self._session, self._api, settings, media_ids)
        self._hearing: Hearing | None = None
        self._stream: Stream | None = None
        self._uses_stream = stream
        self._tasks: set[asyncio.Task[None]] = set()
        self._listener: asyncio.Task[None] | None = None
        self._done: OrderedDict[str, list[str]] = OrderedDict()

    async def start(self, receive: Receive) -> None:
        """Begin to hear."""
        hearing = Hearing(
            receive, self._now, self._count, self._tell, self._clicked, self._event, self._settings.corp_id
        )
        self._hearing = hearing
        if self._uses_stream:
            self._stream = Stream(
                self._session,
                self._settings,
                self._api,
                hearing.answer,
                cards=self._clicked is not None,
                tell=self._tell,
            )
            self._listener = asyncio.create_task(self._listen(self._stream))

    async def stop(self) -> None:
        """Stop hearing, let what was heard be kept and acknowledged, let go."""
        tasks = [task for task in (self._listener, *self._tasks) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._listener = self._stream = self._hearing = None
        await self._session.close()

    def routes(self) -> list[web.RouteDef]:
        """Where HTTP mode is answered; harmless beside the Stream."""
        callback = Callback(self._settings.client_secret, self._take, self._now)
        return [web.post(CALLBACK_PATH, callback.handle)]

    def health(self) -> Health | None:
        """How the Stream is; None in HTTP mode."""
        return self._stream.health() if self._stream else None

    async def check(self) -> list[Finding]:
        """Try every credential and permission; nothing is sent to anybody."""
        return await findings(self._api, self._settings, stream=self._uses_stream)

    async def send(self, parcel: Parcel) -> Sent:
        """Send one parcel; a second try goes on where the first one stopped."""
        self._forget_old()
        receipts = self._done.setdefault(parcel.key, [])
        notes: list[str] = []
        for step in steps_of(parcel)[len(receipts) :]:
            try:
                receipt, note = await self._carry(parcel, step, len(receipts))
            except DingTalkError as error:
                if error.trouble is Trouble.GROUP_GONE and parcel.chat:
                    await self._gone(parcel.chat)
                raise
            receipts.append(receipt)
            notes.append(note)
        self._done.pop(parcel.key, None)
        return Sent(_joined(receipts), next(filter(None, notes), ""))

    async def _carry(self, parcel: Parcel, step: Step, number: int) -> tuple[str, str]:
        """One message by the best channel that takes it; gives its receipt, and what was lost on the way."""
        ways = channels_for(parcel, step, self._now())
        why = NO_WEBHOOK
        for channel, more in zip(ways, [*ways[1:], None], strict=True):
            try:
                receipt = await self._by(channel, parcel, step, number)
            except DingTalkError as error:
                if more is None or not may_detour(channel, error):
                    raise
                if channel is Channel.WEBHOOK:
                    why = error.reason
                log.warning("dingtalk detour", by=channel.value, trouble=error.trouble.value, code=error.code)
            else:
                log.debug("dingtalk sent", by=channel.value)
                unmentioned = step.mentions and channel is Channel.GROUP
                return receipt, UNMENTIONED.format(reason=why) if unmentioned else ""
        raise DingTalkError(Trouble.NOWHERE)

    async def _by(self, channel: Channel, parcel: Parcel, step: Step, number: int) -> str:
        match channel:
            case Channel.SESSION | Channel.WEBHOOK:
                await self._hook(channel, parcel, step, number)
                return ""
            case Channel.GROUP if step.again:
                return ""  # nobody would be mentioned, and the words are there already
            case Channel.GROUP:
                return await self.robot.to_group(parcel.chat or "", await self._message(parcel, step))
            case Channel.PRIVATE:
                return await self.robot.to_person(parcel.person or "", await self._message(parcel, step))

    async def _hook(self, channel: Channel, parcel: Parcel, step: Step, number: int) -> None:
        uuid = hashlib.sha256(f"{parcel.key}/{number}".encode()).hexdigest()[:32]
        body = webhook_body(step.kind, parcel.title, step.text, step.mentions, uuid)
        try:
            if channel is Channel.SESSION:
                url = self._hosts.session_webhook(parcel.reply_address or "")
                await self._api.webhook(f"session/{parcel.chat}", url, body)
            else:
                known = self._hosts.webhook(parcel.webhook or "")
                url = signed_url(known, parcel.webhook_secret, self._now())
                await self._api.webhook(str(known), url, body)
        except ForeignAddress:
            raise DingTalkError(Trouble.FOREIGN) from None

    async def _message(self, parcel: Parcel, step: Step) -> Message:
        if step.kind is LetterKind.IMAGE:
            return image_message(await self.media.image(parcel.body or b""))
        if step.kind is LetterKind.FILE and step.text:
            return await self._full_text(parcel)
        if step.kind is LetterKind.FILE:
            return file_message(await self.media.file(parcel.body or b"", parcel.name), parcel.name)
        return robot_message(step.kind, parcel.title, step.text)

    async def _full_text(self, parcel: Parcel) -> Message:
        """A text too long for messages; of the documents that can be sent, every telephone shows a PDF."""
        from documents.plain_text import text_pdf  # brings the typesetter, which hardly any letter needs

        name = file_name(parcel.title, FULL_TEXT, "pdf")
        body = await asyncio.to_thread(text_pdf, parcel.title, parcel.text)
        return file_message(await self.media.file(body, name), name)

    async def _take(self, body: Mapping[str, Any]) -> bool:
        return await self._hearing.message(body) if self._hearing else False

    async def _listen(self, stream: Stream) -> None:
        """A bot that lives and is deaf is the worst: whatever ends the listening, it is begun again."""
        while True:
            try:
                await stream.run()
            except Exception as error:
                log.error("dingtalk stream broke", error=type(error).__name__)
                await asyncio.sleep(self._settings.patience.longest_pause)

    def _count(self, use: Use) -> None:
        if (passed := self.meter.count(use, self._now())) is not None:
            self._later(self._warn(passed))

    async def _warn_in_words(self, passed: Passed) -> None:
        budget = BUDGETS[passed.budget]
        await self._tell(
            BUDGET_PASSED.format(budget=budget, used=passed.used, limit=passed.limit, percent=passed.percent)
        )

    def _later(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _forget_old(self) -> None:
        while len(self._done) > MOST_UNFINISHED:
            self._done.popitem(last=False)


def _joined(receipts: list[str]) -> str:
    """The receipts that are worth keeping, as many as the store has room for."""
    kept = ""
    for receipt in filter(None, receipts):
        longer = f"{kept},{receipt}" if kept else receipt
        kept = longer if len(longer) <= LONGEST_RECEIPT else kept
    return kept
