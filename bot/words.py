"""The words `run` and `migrate`, and how every word reads its configuration and tells its mistakes."""

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path

from bot import collector
from bot.config import Config, ConfigError, read_config
from language.wording import config as config_wording
from language.wording import start as wording
from models.store.settings import StoreError

BROKEN = 2


def run_bot(path: Path) -> int:
    """Run until stopped."""
    collector.rest()
    config = settle_config(path)
    if config is None:
        return BROKEN
    if config.browser:
        from bot.browser import serve

        return finish(serve(config))
    if config.dingtalk is None and config.wecom is None:
        print(wording.NOTHING_ENABLED, file=sys.stderr)
        return BROKEN
    from bot.app import App
    from bot.log import set_up

    set_up(config.log_level, config.log_format)

    async def work() -> None:
        await App(config).run()

    return finish(work())


def migrate_store(path: Path) -> int:
    """Bring the store to the newest form."""
    config = settle_config(path)
    if config is None:
        return BROKEN
    from bot.clock import RealClock
    from models.store.migrate import migrate

    status = finish(migrate(config.store_url, RealClock().now()))
    if status == 0:
        print(wording.MIGRATED)
    return status


def settle_config(path: Path) -> Config | None:
    """The configuration, or every mistake of it on the screen."""
    try:
        config = read_config(path)
    except ConfigError as error:
        print(config_wording.HEADING.format(count=len(error.mistakes)), file=sys.stderr)
        for mistake in error.mistakes:
            print(f"  {mistake}", file=sys.stderr)
        return None
    for warning in config.warnings:
        print(warning, file=sys.stderr)
    return config


def finish(work: Coroutine[None, None, None]) -> int:
    """Run something to its end; what the person at the screen can mend is one line, never a traceback."""
    from bot.problems import PortTaken, outside_errors

    try:
        asyncio.run(work)
    except (StoreError, PortTaken) as error:
        print(error, file=sys.stderr)
    except outside_errors() as error:
        print(wording.no_store(str(error)), file=sys.stderr)
    else:
        return 0
    return 1
