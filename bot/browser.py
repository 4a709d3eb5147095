"""`python -m bot run` without a real platform: the simulated group and the office's pages, in the browser."""

import asyncio
import logging
import signal
from contextlib import AsyncExitStack

from aiohttp import web

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

logger = logging.getLogger(__name__)

PATIENCE = 2.0


async def serve(config: Config) -> None:
    """Serve until somebody asks us to stop."""
    set_up(config.log_level, config.log_format)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for asked in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(asked, stopped.set)
    with only_one(config.store_url):
        async with AsyncExitStack() as stack:
            group = await stack.enter_async_context(open_group(config))
            await _listen(config, group, stack)
            replaying = asyncio.create_task(_begin(config, group))
            stack.push_async_callback(_finish, replaying)
            await stopped.wait()
    logger.info(wording.STOPPED)


async def _listen(config: Config, group: Group, stack: AsyncExitStack) -> None:
    policy, settings = config.settings.policy, config.settings
    desk = Desk(
        group.now, policy, settings.weekly, settings.calendar, Access(config.host), room=group, changed=group.learn
    )
    runner = web.AppRunner(make_app(desk), access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, config.host, config.port).start()
    except OSError as error:
        raise PortTaken(wording.port_taken(config.host, config.port)) from error
    host = "127.0.0.1" if config.host in ("0.0.0.0", "::", "") else config.host  # noqa: S104
    print(wording.listening(f"http://{host}:{runner.addresses[0][1]}"), flush=True)


async def _begin(config: Config, group: Group) -> None:
    """Load the dictionary beside the loop, then tell the story."""
    if is_sqlite(config.store_url):
        tokens.keep_cache_in(sqlite_path(config.store_url).parent)
    await asyncio.to_thread(tokens.warm)
    await group.replay()


async def _finish(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
