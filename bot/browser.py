"""`python -m bot run` without a real platform: the simulated group and the office's pages, in the browser."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from aiohttp import web

from bot import collector
from bot.config import Config
from bot.group import Group, open_group
from bot.log import set_up
from bot.only_one import only_one
from bot.problems import PortTaken
from language import tokens
from language.wording import start as wording
from models.store.settings import is_sqlite, sqlite_path
from pages.access import Access
from pages.routes import Desk, make_app
from scheduler import timetable

logger = logging.getLogger(__name__)

PATIENCE = 2.0
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104
"""Hosts that mean every address of this machine; a person opens its own."""


async def serve(config: Config) -> None:
    """Serve until somebody asks us to stop."""
    set_up(config.log_level, config.log_format)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for asked in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(asked, stopped.set)
    async with open_site(config) as address:
        print(wording.listening(address), flush=True)
        await stopped.wait()
    logger.info(wording.STOPPED)


@asynccontextmanager
async def open_site(config: Config) -> AsyncIterator[str]:
    """The simulated group, heard under an address; its story goes on being told meanwhile."""
    with only_one(config.store_url):
        async with AsyncExitStack() as stack:
            group = await stack.enter_async_context(open_group(config))
            address = await _listen(config, group, stack)
            replaying = asyncio.create_task(_begin(config, group))
            stack.push_async_callback(_finish, replaying)
            yield address


async def _listen(config: Config, group: Group, stack: AsyncExitStack) -> str:
    settings, access = config.office, Access(config.host, simulated=True)
    desk = Desk(
        group.now, settings.policy, settings.weekly, settings.calendar, access, group, group.learn, timetable.LABELS
    )
    runner = web.AppRunner(make_app(desk), access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, config.host, config.port).start()
    except OSError as error:
        raise PortTaken(wording.port_taken(config.host, config.port)) from error
    host = "127.0.0.1" if config.host in EVERYWHERE else config.host
    return f"http://{host}:{runner.addresses[0][1]}"


async def _begin(config: Config, group: Group) -> None:
    """Load the dictionary beside the loop, then tell the story."""
    if is_sqlite(config.store_url):
        tokens.keep_cache_in(sqlite_path(config.store_url).parent)
    try:
        await asyncio.to_thread(tokens.warm)
    finally:
        collector.settle()
    await group.replay()


async def _finish(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
