"""WeChat Work as the house sees it: hears by the 智能机器人, and sends each letter by the channel that can carry it."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import structlog
from aiohttp import ClientSession, web

from bot.platforms.base import Parcel, Receive, Sent
from bot.platforms.outside import ForeignAddress, guarded
from bot.platforms.reading import decoded
from bot.platforms.receipts import joined
from bot.platforms.shelf import Shelf
from bot.platforms.wecom.aibot import Aibot, Health, Lease, Tell
from bot.platforms.wecom.app import App, AppApi
from bot.platforms.wecom.callback import Callback, encrypted_json, encrypted_xml
from bot.platforms.wecom.cards import CLICK, Press, chosen, press_in_app
from bot.platforms.wecom.crypto import Crypto, key_of
from bot.platforms.wecom.errors import Trouble, WeComError
from bot.platforms.wecom.exchange import ask
from bot.platforms.wecom.frames import Frame
from bot.platforms.wecom.hearing import Hearing
from bot.platforms.wecom.hosts import Hosts
from bot.platforms.wecom.login import Login
from bot.platforms.wecom.media import Fetcher
from bot.platforms.wecom.pace import Paces
from bot.platforms.wecom.parse import PLATFORM, Ignored, parse_app
from bot.platforms.wecom.people import People
from bot.platforms.wecom.route import Channel, Means, Step, channels_for, may_detour, shows_cards, steps_of
from bot.platforms.wecom.settings import Settings
from bot.platforms.wecom.speaking import Speaker
from bot.platforms.wecom.webhook import Shared, Webhooks
from bot.platforms.wecom.wechat import read_message
from language.wording.wecom import NO_WEBHOOK, UNMENTIONED
from models.vocabulary import Why

log = structlog.get_logger(__name__)

BOT_PATH = "/wecom/bot"
APP_PATH = "/wecom/app"
MOST_UNFINISHED = 1000


async def nobody(sentence: str) -> None:
    """Tell nobody."""


async def nothing(chat: str) -> None:
    """Do nothing about a group that is gone."""


def _wall_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Progress:
    """How far a letter of several messages has come, and on which channel; a second try goes on from there."""

    channel: Channel | None = None
    receipts: list[str] = field(default_factory=list)


class WeCom:
    """One corporation. `tell` reaches the office; `gone` hears of groups that we left, `unhooked` of dead webhooks."""

    name = PLATFORM

    def __init__(
        self,
        session: ClientSession,
        settings: Settings,
        *,
        now: Callable[[], datetime] = _wall_clock,
        tell: Tell = nobody,
        gone: Callable[[str], Awaitable[None]] = nothing,
        unhooked: Callable[[str], Awaitable[None]] = nothing,
        lease: Lease | None = None,
        shelf: Shelf | None = None,
        shared: Shared | None = None,
    ) -> None:
        self._settings = settings
        self._now = now
        self._tell = tell
        self._gone = gone
        self._unhooked = unhooked
        self._hosts = Hosts(settings)
        self._session = guarded(session, self._hosts, settings.answer_within)
        paces = Paces()
        self.app_api = AppApi(self._session, settings, now)
        self.app = App(self.app_api, settings, paces) if settings.has_app else None
        self.login = Login(self.app_api, settings) if settings.has_app else None
        self.webhooks = Webhooks(self._session, settings, paces, shared)
        callback = settings.bot_callback
        key = key_of(callback.aes_key) if callback else None
        by_id = self.app_api.download if settings.has_app else None
        self.fetcher = Fetcher(self._session, settings, shelf, key, by_id)
        self._people = People(self.app)
        self._hearing: Hearing | None = None
        self.aibot: Aibot | None = None
        if settings.bot_secret:
            self.aibot = Aibot(self._session, settings, self._frame, lease=lease, tell=tell)
        self._speaker = Speaker(self.aibot, paces) if self.aibot else None
        self._listener: asyncio.Task[None] | None = None
        self._done: OrderedDict[str, Progress] = OrderedDict()

    async def start(self, receive: Receive) -> None:
        """Begin to hear."""
        patience, name = self._settings.patience, self._settings.bot_name
        self._hearing = Hearing(
            receive, self._now, self._hosts, self.fetcher, self._people.plain, patience, name, pressed=self._pressed
        )
        if self.aibot is not None:
            self._listener = asyncio.create_task(self._listen(self.aibot))

    async def hush(self) -> None:
        """Stop hearing, and let what was heard be kept."""
        if self._listener is not None:
            self._listener.cancel()
            await asyncio.gather(self._listener, return_exceptions=True)
        if self._hearing is not None:
            await self._hearing.stop()
        self._listener = self._hearing = None

    async def stop(self) -> None:
        """Let go of everything."""
        await self.hush()
        await self._session.close()

    def routes(self) -> list[web.RouteDef]:
        """Where callbacks are answered; only those whose secrets are set."""
        found: list[web.RouteDef] = []
        for path, secrets, receiver, outer, take in (
            (BOT_PATH, self._settings.bot_callback, "", encrypted_json, self._take_json),
            (APP_PATH, self._settings.app_callback, self._settings.corp_id, encrypted_xml, self._take_xml),
        ):
            if secrets:
                crypto = Crypto(secrets.token, key_of(secrets.aes_key), receiver)
                callback = Callback(crypto, outer, take, self._now)
                found += [web.get(path, callback.verify, allow_head=False), web.post(path, callback.handle)]
        return found

    def health(self) -> Health | None:
        """How the long connection is; None where there is none."""
        return self.aibot.health() if self.aibot else None

    async def send(self, parcel: Parcel) -> Sent:
        """Send one parcel; a second try goes on where the first one stopped."""
        progress = self._done.setdefault(parcel.key, Progress())
        while len(self._done) > MOST_UNFINISHED:
            self._done.popitem(last=False)
        means = self._means(parcel)
        ways = channels_for(parcel, means, self._now())
        if progress.channel is not None:
            ways = (progress.channel,)  # the rest of it follows where the beginning is
        try:
            channel, why = await self._by_the_best(parcel, ways, means, progress)
        except WeComError as error:
            if error.trouble is Trouble.GROUP_GONE and parcel.chat:
                await self._gone(parcel.chat)
            raise
        self._done.pop(parcel.key, None)
        unmentioned = parcel.mentions and channel is not Channel.WEBHOOK
        return Sent(joined(progress.receipts), UNMENTIONED.format(reason=why) if unmentioned else "")

    async def take_back(self, parcel: Parcel) -> None:
        """Take back the application's messages of the last day; nothing else gives a receipt."""
        if self.app is None:
            raise WeComError(Trouble.NOWHERE)
        for receipt in filter(None, parcel.recalls.split(",")):
            try:
                await self.app.recall(receipt)
            except WeComError as error:
                error.deduplicated = error.unknown  # to take back what is taken back changes nothing
                raise

    async def _by_the_best(
        self, parcel: Parcel, ways: Sequence[Channel], means: Means, progress: Progress
    ) -> tuple[Channel, str]:
        """All messages of a letter by the first channel that takes it; gives it, and why no other could mention."""
        why = NO_WEBHOOK
        for place, channel in enumerate(ways, 1):
            try:
                for number, step in enumerate(steps_of(parcel, channel, cards=shows_cards(parcel, channel, means))):
                    if number >= len(progress.receipts):
                        progress.receipts.append(await self._step(channel, parcel, step))
                        progress.channel = channel
            except WeComError as error:
                if error.trouble is Trouble.WEBHOOK_GONE and parcel.chat:
                    await self._unhooked(parcel.chat)
                if place == len(ways) or progress.channel is not None or not may_detour(channel, error):
                    raise
                if channel is Channel.WEBHOOK:
                    why = error.reason
                log.warning("wecom detour", by=channel.value, trouble=error.trouble.value, code=error.code)
            else:
                log.debug("wecom sent", by=channel.value)
                return channel, why
        raise WeComError(Trouble.NOWHERE)

    async def _step(self, channel: Channel, parcel: Parcel, step: Step) -> str:
        """One message; where a card is refused its words go without buttons."""
        try:
            return await self._by(channel, parcel, step)
        except WeComError as error:
            if step.card is None or error.trouble not in (Trouble.REJECTED, Trouble.TOO_LONG):
                raise
            log.warning("wecom card refused", by=channel.value, code=error.code)
        return await self._by(channel, parcel, words) if (words := step.words_only) else ""

    async def _pressed(self, press: Press, request: str) -> None:
        """Show on the card what was pressed; what it does not show, the answer says."""
        person = press.incoming.sender or ""
        try:
            if press.code and self.app is not None:
                await self.app.pressed(person, press.code, chosen(press.label))
            elif request and self._speaker is not None:
                await self._speaker.pressed(request, press, self._settings.address)
        except WeComError as error:
            log.warning("wecom card not changed", trouble=error.trouble.value, code=error.code)

    async def _by(self, channel: Channel, parcel: Parcel, step: Step) -> str:
        group, place = parcel.chat is not None, parcel.chat or parcel.person or ""
        match channel:
            case Channel.REPLY:
                request = self._request(parcel)
                if self._speaker is None or request is None:
                    raise WeComError(Trouble.REPLY_OVER)
                return await self._speaker.reply(request, place, step)
            case Channel.PUSH:
                if self._speaker is None:
                    raise WeComError(Trouble.NOWHERE)
                return await self._speaker.push(place, step, group=group)
            case Channel.RESPONSE:
                return await self._respond(parcel, step)
            case Channel.WEBHOOK:
                return await self.webhooks.send(parcel.webhook or "", step)
            case Channel.APP:
                if self.app is None:
                    raise WeComError(Trouble.NOWHERE)
                return await self.app.send(parcel.person or "", step, once=parcel.why is not Why.REPLY)

    async def _respond(self, parcel: Parcel, step: Step) -> str:
        try:
            url = self._hosts.response(parcel.reply_address or "")
        except ForeignAddress:
            raise WeComError(Trouble.FOREIGN) from None
        await ask(self._session, "POST", url, body={"msgtype": "markdown", "markdown": {"content": step.text}})
        return ""

    def _means(self, parcel: Parcel) -> Means:
        return Means(
            socket=self.aibot is not None,
            app=self.app is not None,
            request=self._request(parcel),
            app_hears=bool(self._settings.app_callback),
        )

    def _request(self, parcel: Parcel) -> str | None:
        if self._hearing is None:
            return None
        group = parcel.chat is not None
        return self._hearing.request_of(parcel.reply_to, group, parcel.chat or parcel.person or "")

    def _frame(self, frame: Frame) -> None:
        if self._hearing is not None:
            self._hearing.frame(frame)

    async def _take_json(self, message: bytes) -> bool:
        return self._hearing is not None and await self._hearing.message(decoded(message))

    async def _take_xml(self, message: bytes) -> bool:
        if self._hearing is None:
            return False
        read = read_message(message)
        if read.event == CLICK:
            return await self._hearing.press(press_in_app(read, self._now()))
        found = parse_app(read, self._now())
        if isinstance(found, Ignored):
            log.info("wecom app event ignored", name=found.why[:40])
            return True
        self.fetcher.begin(found.media)
        return await self._hearing.keep(found.incoming)

    async def _listen(self, aibot: Aibot) -> None:
        """A bot that lives and is deaf is the worst: whatever ends the listening, it is begun again."""
        while True:
            try:
                await aibot.run()
            except Exception as error:
                log.error("wecom connection broke", error=type(error).__name__)
            await asyncio.sleep(self._settings.patience.longest_pause)
