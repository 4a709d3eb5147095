"""DingTalk as the house sees it: hears by Stream or by HTTP, and sends each letter by the channel that can carry it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from datetime import UTC, datetime
from typing import Any

import structlog
from aiohttp import ClientSession, web

from bot.platforms.base import Parcel, Receive, Sent
from bot.platforms.dingtalk.api import Api, Shared
from bot.platforms.dingtalk.callback import Callback
from bot.platforms.dingtalk.cards import Cards
from bot.platforms.dingtalk.check import Hook, findings
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.hearing import Event, Hearing, Tell, nobody, nothing
from bot.platforms.dingtalk.hosts import Hosts
from bot.platforms.dingtalk.media import Media
from bot.platforms.dingtalk.parse import PLATFORM
from bot.platforms.dingtalk.people import People
from bot.platforms.dingtalk.quota import Meter, Passed, Use, Warn
from bot.platforms.dingtalk.route import Means
from bot.platforms.dingtalk.send import Robot, WorkNotice
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.dingtalk.speaking import Speaker
from bot.platforms.dingtalk.stream import Health, Stream
from bot.platforms.finding import Finding
from bot.platforms.outside import guarded
from language.wording.dingtalk import BUDGET_PASSED, BUDGETS

log = structlog.get_logger(__name__)

CALLBACK_PATH = "/dingtalk/callback"


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
        event: Event = nothing,
        shared: Shared | None = None,
        media_ids: MutableMapping[str, str] | None = None,
    ) -> None:
        self.meter = meter or Meter()
        self._settings = settings
        self._now = now
        self._tell = tell
        self._warn = warn or self._warn_in_words
        self._gone = gone
        self._event = event
        self._session = guarded(session, Hosts(settings), settings.answer_within)
        self._hosts = Hosts(settings)
        self._api = Api(self._session, settings, now, self._count, shared)
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
        means = Means(card=stream and bool(settings.card_template), notice=settings.agent_id is not None)
        self._speaker = Speaker(self._api, self.robot, self.notices, self.cards, self.media, self._hosts, means)

    async def start(self, receive: Receive) -> None:
        """Begin to hear."""
        hearing = Hearing(
            receive, self._now, self._count, self._tell, self.cards.press, self._event, self._settings.corp_id
        )
        self._hearing = hearing
        if self._uses_stream:
            self._stream = Stream(
                self._session,
                self._settings,
                self._api,
                hearing.answer,
                cards=bool(self._settings.card_template),
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

    async def check(self, hooks: Sequence[Hook] = ()) -> list[Finding]:
        """Try every credential and permission; nothing is sent to anybody."""
        return await findings(self._api, self._settings, self._now(), stream=self._uses_stream, hooks=hooks)

    async def send(self, parcel: Parcel) -> Sent:
        """Send one parcel; a second try goes on where the first one stopped."""
        try:
            return await self._speaker.say(parcel, self._now)
        except DingTalkError as error:
            if error.trouble is Trouble.GROUP_GONE and parcel.chat:
                await self._gone(parcel.chat)
            raise

    async def readers(self, parcel: Parcel) -> frozenset[str]:
        """Who has read a message in a group; each question counts for the month."""
        return frozenset(await self.robot.read_in_group(parcel.chat or "", parcel.recalls))

    async def take_back(self, parcel: Parcel) -> None:
        """Take back what was sent to this place before; webhooks give no receipts, so nothing of theirs comes here."""
        try:
            await self._speaker.take_back(parcel.chat, parcel.recalls)
        except DingTalkError as error:
            error.deduplicated = error.unknown  # to take back what is taken back changes nothing
            raise

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
