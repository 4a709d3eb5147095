"""The running bot: builds everything once, starts it in order, and stops it in order within ten seconds."""

import asyncio
import hashlib
import hmac
import logging
import random
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from aiohttp import ClientSession, TCPConnector, web
from tortoise.exceptions import BaseORMException
from yarl import URL

from actions.groups import drop_webhook, keep_group, unbind_group
from actions.roster import bind_accounts
from actions.to_office import tell_office
from bot import collector
from bot.call_counts import CallCounts
from bot.clock import Clock, RealClock
from bot.config import Config, DingTalkConfig
from bot.config_wecom import WECOM, WeComConfig
from bot.fate import short_hash
from bot.house import House, open_house
from bot.lease import SharedLease
from bot.only_one import only_one
from bot.platforms.base import Hushing, Platform, PostedTo
from bot.platforms.dingtalk.pace import WEBHOOK_PER_MINUTE
from bot.platforms.dingtalk.platform import DingTalk
from bot.platforms.dingtalk.quota import Meter
from bot.platforms.dingtalk.settings import Settings as DingTalkSettings
from bot.platforms.outside import PublicResolver
from bot.platforms.shelf import Shelf
from bot.platforms.verdicts import MINUTE
from bot.problems import PortTaken
from bot.shared_pace import SharedPace
from language import tokens
from language.wording import start as wording
from models.mailbox import Reply
from models.store.migrate import migrate
from models.store.settings import is_sqlite, sqlite_path
from models.vocabulary import Why
from pages.access import Access
from pages.routes import Desk, make_app
from pages.session import Sessions
from scheduler.alarm import Alarm

logger = logging.getLogger(__name__)

PATIENCE = 3.0
"""Seconds that each part gets to finish; together they stay below the ten after which a keeper kills."""


class App:
    """One process between the platforms and the store."""

    def __init__(self, config: Config, clock: Clock | None = None) -> None:
        self.config = config
        self.clock = clock or RealClock()
        self.port = config.port
        self._stop = asyncio.Event()
        self._ready = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._lease = SharedLease(WECOM)
        self._counts: CallCounts | None = None
        self._shelf = Shelf(config.wecom.media_folder) if config.wecom is not None else None
        self._accounts: dict[str, dict[str, str]] = {
            platform: dict(section.form.accounts)
            for platform, section in ((WECOM, config.wecom), (DingTalk.name, config.dingtalk))
            if section is not None
        }

    def stop(self) -> None:
        """Ask it to come to an end."""
        self._stop.set()

    async def ready(self) -> None:
        """Wait until it hears."""
        await self._ready.wait()

    async def run(self) -> None:
        """Run until somebody asks it to stop."""
        loop = asyncio.get_running_loop()
        for asked in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(asked, self.stop)
        with only_one(self.config.store_url):
            await migrate(self.config.store_url, self.clock.now())
            async with ClientSession(connector=self._connector()) as session, self._open(session):
                self._ready.set()
                await self._stop.wait()
        logger.info(wording.STOPPED)

    @asynccontextmanager
    async def _open(self, session: ClientSession) -> AsyncIterator[None]:
        """Start the parts from the inside out, so that nothing is heard before it can be kept."""
        platforms = self._platforms(session)
        async with AsyncExitStack() as stack:
            house = await stack.enter_async_context(
                open_house(self.config.store_url, self.config.office, self.clock, platforms, random.random)
            )
            await self._bind_groups()
            await self._bind_accounts()
            for platform in platforms.values():
                stack.push_async_callback(platform.stop)  # the last to stop: until then letters are being sent
            stack.push_async_callback(self._settle_counts)
            stack.push_async_callback(self._end_background)
            await self._start_out(house, stack)
            await house.receiving.start(handling=False)
            stack.push_async_callback(house.receiving.stop, PATIENCE)
            await self._serve(platforms, house, stack)
            for platform in platforms.values():
                await platform.start(house.receiving.receive)
                if isinstance(platform, Hushing):
                    stack.push_async_callback(platform.hush)
            # Only now: loading the dictionary takes the processor from whoever waits for the first acknowledgement.
            self._in_the_background(self._minute(house))
            self._in_the_background(self._warm(house))
            yield

    async def _start_out(self, house: House, stack: AsyncExitStack) -> None:
        """The way out and the alarm clock."""
        alone = is_sqlite(self.config.store_url)
        if alone:
            await house.delivery.reclaim()
        if self.config.wecom is not None:
            await self._share(house, stack, alone)
        house.delivery.start()
        stack.push_async_callback(house.delivery.stop, PATIENCE)
        alarm = Alarm(self.minute(house))
        alarm.start()
        stack.callback(alarm.stop)

    async def _share(self, house: House, stack: AsyncExitStack, alone: bool) -> None:
        """One of several processes connects to WeCom and speaks there; the others keep what is posted to them."""
        await self._lease.start(alone=alone)
        stack.push_async_callback(self._lease.stop)
        house.delivery.silent = lambda: None if self._lease.held else WECOM

        async def wake() -> None:
            while True:
                await self._lease.until_held()
                house.delivery.wake()
                await self._lease.until_lost()

        self._in_the_background(wake())

    def _connector(self) -> TCPConnector:
        """Connections to public addresses only, and to those that the configuration names."""
        sections = (self.config.dingtalk and self.config.dingtalk.form, self.config.wecom and self.config.wecom.form)
        named = (getattr(form, key, "") for form in sections if form for key in ("api", "oapi", "socket"))
        return TCPConnector(resolver=PublicResolver(URL(base).host or "" for base in named if base))

    def _platforms(self, session: ClientSession) -> dict[str, Platform]:
        platforms: dict[str, Platform] = {}
        if self.config.dingtalk is not None:
            platforms[DingTalk.name] = self._dingtalk(session, self.config.dingtalk)
        if self.config.wecom is not None:
            platforms[WECOM] = self._wecom(session, self.config.wecom)
        return platforms

    def _wecom(self, session: ClientSession, config: WeComConfig) -> Platform:
        # Its library brings a hundred modules that nobody else needs: a tenth of a second and 8 MB.
        from bot.platforms.wecom import pace
        from bot.platforms.wecom.platform import WeCom
        from bot.wecom import wecom_settings

        return WeCom(
            session,
            wecom_settings(config, self.config.pages_address),
            now=self.clock.now,
            tell=self._tell_office,
            gone=partial(unbind_group, WECOM),
            unhooked=self._unhooked,
            lease=self._lease,
            shelf=self._shelf,
            shared=SharedPace(pace.WEBHOOK_PER_MINUTE, MINUTE, self.clock.now),
        )

    def _dingtalk(self, session: ClientSession, config: DingTalkConfig) -> DingTalk:
        settings = dingtalk_settings(config)
        meter = Meter()
        self._counts = CallCounts(meter, self.clock.now)
        return DingTalk(
            session,
            settings,
            stream=config.form.mode == "stream",
            now=self.clock.now,
            meter=meter,
            tell=self._tell_office,
            warn=self._counts.warn,
            shared=SharedPace(WEBHOOK_PER_MINUTE, MINUTE, self.clock.now),
            gone=partial(unbind_group, DingTalk.name),
        )

    async def _unhooked(self, chat: str) -> None:
        await drop_webhook(WECOM, chat, self.clock.now())

    async def _tell_office(self, sentence: str) -> None:
        """A platform is in trouble: it is logged, and the office hears of it as soon as anything gets through."""
        logger.error(sentence)
        now = self.clock.now()
        await tell_office(f"trouble/{now:%Y-%m-%d}/{short_hash(sentence)}", Reply(sentence, why=Why.OFFICE), now)

    async def _bind_groups(self) -> None:
        for group in self.config.dingtalk.groups if self.config.dingtalk else ():
            await keep_group(
                DingTalk.name,
                group.conversation,
                name=group.name,
                scope=group.projects,
                webhook=group.webhook,
                secret=group.webhook_secret,
            )
        for each in self.config.wecom.groups if self.config.wecom else ():
            await keep_group(WECOM, each.chat, name=each.name, scope=each.projects, webhook=each.webhook)

    async def _bind_accounts(self) -> None:
        """Those whom the configuration names, as soon as the roster has them."""
        for platform, accounts in self._accounts.items():
            if accounts:
                self._accounts[platform] = await bind_accounts(platform, accounts, self.clock.now())

    def minute(self, house: House) -> Callable[[], Awaitable[None]]:
        """What the alarm rings; it has to be something that the alarm can see to be awaited."""
        return partial(self._minute, house)

    async def _minute(self, house: House) -> None:
        """Every full minute: what is due, and what somebody else changed in the registry."""
        try:
            await house.tick()
            await house.knowledge.look_again()
            await self._bind_accounts()
            await self._settle_counts()
        except (BaseORMException, OSError):
            logger.exception("the timetable could not be looked at; it is again in a minute")

    async def _settle_counts(self) -> None:
        if self._counts is None:
            return
        try:
            await self._counts.settle()
        except (BaseORMException, OSError):
            logger.exception("this month's calls could not be settled; they are in a minute")

    async def _warm(self, house: House) -> None:
        """Load the dictionary in a thread, then handle what has been kept meanwhile."""
        if is_sqlite(self.config.store_url):
            tokens.keep_cache_in(sqlite_path(self.config.store_url).parent)
        try:
            await asyncio.to_thread(tokens.warm)
        finally:
            collector.settle()
            house.receiving.handle()

    async def _serve(self, platforms: dict[str, Platform], house: House, stack: AsyncExitStack) -> None:
        """Listen for what the platforms post to us, and show the office its pages."""
        office = self.config.office
        desk = Desk(
            self.clock.now,
            office.policy,
            office.weekly,
            office.calendar,
            self._access(platforms),
            changed=house.knowledge.refresh,
            shelf=self._shelf,
        )
        posted_to = (each for each in platforms.values() if isinstance(each, PostedTo))
        callbacks = [route for each in posted_to for route in each.routes()]
        server = make_app(desk, callbacks)
        runner = web.AppRunner(server, access_log=None, shutdown_timeout=PATIENCE)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        try:
            await web.TCPSite(runner, self.config.host, self.config.port).start()
        except OSError as error:
            raise PortTaken(wording.port_taken(self.config.host, self.config.port)) from error
        self.port = runner.addresses[0][1]
        logger.info(wording.listening(f"http://{self.config.host}:{self.port}"))

    def _access(self, platforms: Mapping[str, Platform]) -> Access:
        """By the key, and where the pages have an address, by WeChat Work's application."""
        config, section = self.config, self.config.wecom
        wecom = platforms.get(WECOM)
        door = getattr(wecom, "login", None)
        if not config.pages_address or section is None or door is None:
            return Access(config.host, config.pages_key)
        # A key of its own, the same in every process, and none that anybody need think of.
        key = hmac.new(section.secrets["app_secret"].encode(), b"sanse/pages", hashlib.sha256).digest()
        sessions = Sessions(key, self.clock.now)
        return Access(config.host, config.pages_key, door=door, sessions=sessions, address=config.pages_address)

    async def _end_background(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _in_the_background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def dingtalk_settings(config: DingTalkConfig) -> DingTalkSettings:
    """The application as its platform's folder wants it described."""
    form = config.form
    return DingTalkSettings(
        client_id=form.client_id,
        client_secret=config.client_secret,
        robot_code=form.robot_code,
        agent_id=form.agent_id,
        corp_id=form.corp_id,
        card_template=form.card_template,
        api=form.api,
        oapi=form.oapi,
        gateway_domain=form.gateway_domain,
        download_domains=form.download_domains,
    )
