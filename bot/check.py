"""The word `check`: tries everything that the bot needs, and says what is missing and where to mend it."""

import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import ClientSession
from tortoise.exceptions import BaseORMException

from bot.app import dingtalk_settings
from bot.clock import RealClock
from bot.config import Config, DingTalkConfig
from bot.config_wecom import WECOM, WeComConfig
from bot.platforms.dingtalk.check import Hook
from bot.platforms.dingtalk.platform import CALLBACK_PATH, DingTalk
from bot.platforms.wecom.check import findings as tried_wecom
from bot.platforms.wecom.platform import APP_PATH, BOT_PATH
from bot.platforms.wecom.settings import Settings as WeComSettings
from bot.problems import outside_errors
from bot.wecom import wecom_settings
from bot.words import BROKEN, finish, settle_config
from documents.fonts import find_fonts
from language.wording import check as wording
from language.wording import start
from language.wording import wecom as about_wecom
from models.chat import Chat, bound_groups, webhooks_on
from models.people import Person, office_people
from models.project import Project
from models.store.connection import open_store
from models.store.migrate import migrate
from models.store.settings import StoreError, shown_url

EVERYWHERE = "0.0.0.0"  # noqa: S104 - a name to compare with


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    verdict: str
    words: str


def run(path: Path) -> int:
    """Look at everything; 0 where the bot can start, 1 where something is not right."""
    config = settle_config(path)
    if config is None:
        return BROKEN
    findings: list[Finding] = [Finding(wording.CONFIG, wording.GOOD, wording.config_read(str(path)))]

    async def work() -> None:
        findings.extend(_plain(config))
        async for finding in _store(config):
            findings.append(finding)
        async for finding in _platforms(config):
            findings.append(finding)

    status = finish(work())
    for finding in findings:
        print(wording.line(finding.subject, finding.verdict, finding.words))
    bad = sum(finding.verdict == wording.BAD for finding in findings)
    print(wording.summary(bad))
    return status or min(bad, 1)


def _plain(config: Config) -> Iterator[Finding]:
    """What can be seen without asking anybody."""
    for warning in config.warnings:
        yield Finding(wording.CONFIG, wording.NOTE, warning)
    fonts = find_fonts()
    yield Finding(wording.FONTS, wording.NOTE if fonts.note else wording.GOOD, fonts.note or fonts.families[0])
    today = RealClock().now().date()
    for year in (today.year, today.year + 1):
        if config.office.calendar.is_estimated(today.replace(year=year, month=6, day=1)):
            yield Finding(wording.CALENDAR, wording.NOTE, wording.ESTIMATED.format(year=year))
    if not _is_free(config.host, config.port):
        yield Finding(wording.PORT, wording.BAD, start.port_taken(config.host, config.port))
    elif config.host == EVERYWHERE:
        yield Finding(wording.PORT, wording.NOTE, wording.ANY_HOST)


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


async def _store(config: Config) -> AsyncIterator[Finding]:
    """Whether the store opens and who is in it."""
    try:
        await migrate(config.store_url, RealClock().now())
        async with open_store(config.store_url):
            projects = await Project.filter(active=True).count()
            people = await Person.filter(active=True).count()
            yield Finding(
                wording.STORE, wording.GOOD, wording.store_open(shown_url(config.store_url), projects, people)
            )
            if not projects:
                yield Finding(wording.STORE, wording.NOTE, wording.EMPTY_STORE)
            elif not await office_people():
                yield Finding(wording.STORE, wording.BAD, wording.NO_OFFICE)
            for group in await bound_groups():
                yield Finding(wording.STORE, wording.GOOD, wording.bound(group.name, group.platform, group.address))
            if projects and not config.browser and not await bound_groups():
                yield Finding(wording.STORE, wording.NOTE, wording.NOT_BOUND)
    except (StoreError, BaseORMException) as error:
        yield Finding(wording.STORE, wording.BAD, start.no_store(str(error)))
    except outside_errors() as error:
        yield Finding(wording.STORE, wording.BAD, start.no_store(str(error)))


async def _platforms(config: Config) -> AsyncIterator[Finding]:
    """Whether the platforms take our credentials."""
    if config.dingtalk is None and config.wecom is None:
        yield Finding(wording.DINGTALK, wording.NOTE, wording.NO_PLATFORM)
    if config.dingtalk is not None:
        async for finding in _dingtalk(config, config.dingtalk):
            yield finding
    if config.wecom is not None:
        async for finding in _wecom(config, config.wecom):
            yield finding


async def _wecom(config: Config, wecom: WeComConfig) -> AsyncIterator[Finding]:
    settings = wecom_settings(wecom)
    # Only one connection is kept for each 智能机器人: while the bot runs, trying would throw it out.
    free = _is_free(config.host, config.port)
    hooks = await _hooks(config, wecom)
    async with ClientSession() as session:
        for tried in await tried_wecom(session, settings, RealClock().now, connect=free, hooks=hooks):
            words = f"{tried.name}：{tried.reason or about_wecom.WORKS}{tried.remedy}"
            yield Finding(wording.WECOM, wording.GOOD if tried.good else wording.BAD, words)
    if settings.bot_secret and not free:
        yield Finding(wording.WECOM, wording.NOTE, about_wecom.NOT_TRIED)
    for name, path, secrets in (
        ("bot_callback", BOT_PATH, settings.bot_callback),
        ("app_callback", APP_PATH, settings.app_callback),
    ):
        if secrets:
            where = about_wecom.CALLBACK_WHERE.format(path=path, host=config.host, port=config.port)
            yield Finding(wording.WECOM, wording.NOTE, f"{about_wecom.CHECKS[name]}：{where}")
    for words in _wecom_notes(config, settings):
        yield Finding(wording.WECOM, wording.NOTE, words)


def _wecom_notes(config: Config, settings: WeComSettings) -> Iterator[str]:
    """What works without, and what it costs."""
    if not settings.has_app:
        yield about_wecom.NO_APP
        return
    if not settings.app_callback:
        yield about_wecom.NO_BUTTONS
    if address := config.pages_address:
        yield about_wecom.SIGN_IN.format(address=address, domain=urlsplit(address).hostname)
    else:
        yield about_wecom.NO_SIGN_IN


async def _hooks(config: Config, wecom: WeComConfig) -> list[tuple[str, str]]:
    """The groups' webhooks, from the configuration and from the store where it opens."""
    found = {each.webhook: each.name or each.chat for each in wecom.groups if each.webhook}
    found |= {address: chat.name or chat.address for chat, address, _ in await _stored_hooks(config, WECOM)}
    return [(name, address) for address, name in found.items()]


async def _dingtalk_hooks(config: Config, dingtalk: DingTalkConfig) -> list[Hook]:
    """The groups' robots, from the configuration and from the store where it opens."""
    listed = [(each.name or each.conversation, each.webhook, each.webhook_secret) for each in dingtalk.groups]
    stored = await _stored_hooks(config, DingTalk.name)
    listed += [(chat.name or chat.address, address, secret) for chat, address, secret in stored]
    return list({address: Hook(name, address, secret or None) for name, address, secret in listed if address}.values())


async def _stored_hooks(config: Config, platform: str) -> list[tuple[Chat, str, str]]:
    try:
        async with open_store(config.store_url):
            return await webhooks_on(platform)
    except (StoreError, BaseORMException):
        return []  # that it does not open is told elsewhere
    except outside_errors():
        return []


async def _dingtalk(config: Config, dingtalk: DingTalkConfig) -> AsyncIterator[Finding]:
    form = dingtalk.form
    hooks = await _dingtalk_hooks(config, dingtalk)
    async with ClientSession() as session:
        platform = DingTalk(session, dingtalk_settings(dingtalk), stream=form.mode == "stream", now=RealClock().now)
        try:
            found = await platform.check(hooks)
        finally:
            await platform.stop()
    for each in found:
        verdict = wording.GOOD if each.good else wording.NOTE if each.optional else wording.BAD
        remedy = f"。{each.remedy}" if each.remedy else ""
        yield Finding(wording.DINGTALK, verdict, f"{each.name}：{each.reason or about_wecom.WORKS}{remedy}")
    if form.mode == "http":
        where = wording.HTTP_MODE.format(path=CALLBACK_PATH, host=config.host, port=config.port)
        yield Finding(wording.DINGTALK, wording.NOTE, where)
    else:
        yield Finding(wording.DINGTALK, wording.NOTE, wording.STREAM_MODE)
    if not form.corp_id:
        yield Finding(wording.DINGTALK, wording.NOTE, wording.NO_CORP)
    if form.agent_id is None:
        yield Finding(wording.DINGTALK, wording.NOTE, wording.NO_SERVICE)
