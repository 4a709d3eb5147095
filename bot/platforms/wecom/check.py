"""Does what the console must provide really work? Each credential is tried, and nobody is written to."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from aiohttp import ClientSession
from yarl import URL

from bot.platforms.finding import Finding, tried
from bot.platforms.outside import ForeignAddress, guarded
from bot.platforms.wecom.aibot import Aibot, State
from bot.platforms.wecom.app import AppApi
from bot.platforms.wecom.errors import WeComError
from bot.platforms.wecom.exchange import ask
from bot.platforms.wecom.hosts import Hosts
from bot.platforms.wecom.settings import Settings
from language.wording.wecom import CHECKS, NO_ANSWER_IN_TIME, REMEDIES, TROUBLE

WITHIN = 15.0
EMPTY_TEXT = frozenset({44004, 93017})


async def findings(
    session: ClientSession,
    settings: Settings,
    now: Callable[[], datetime],
    *,
    connect: bool,
    hooks: Sequence[tuple[str, str]] = (),
) -> list[Finding]:
    """What works and what does not; `connect` tries the long connection, which throws out whoever is on it.

    `hooks` are groups' webhooks with the groups' names.
    """
    found: list[Finding] = []
    own = guarded(session, Hosts(settings), settings.answer_within)
    try:
        if settings.bot_secret and connect:
            found.append(await _connected(own, settings))
        found += await _application(settings, AppApi(own, settings, now))
        found += [await _hook(own, settings, name, address) for name, address in hooks]
    finally:
        await own.close()
    return found


async def _application(settings: Settings, api: AppApi) -> list[Finding]:
    found: list[Finding] = []
    if settings.has_app:
        found.append(await tried(CHECKS["app"], REMEDIES["app"], api.tokens.get))
        if found[-1].good:
            agent = str(settings.agent_id)
            found.append(
                await tried(CHECKS["agent"], REMEDIES["agent"], lambda: api.get("/cgi-bin/agent/get", agentid=agent))
            )
    return found


async def _hook(session: ClientSession, settings: Settings, name: str, address: str) -> Finding:
    """Post nothing: an empty text is refused as such where the address is good, and reaches nobody."""
    subject = f"{CHECKS['webhook']}（{name}）"
    try:
        url = URL(f"{settings.api}/cgi-bin/webhook/send").with_query(key=Hosts(settings).webhook_key(address))
        await ask(session, "POST", url, body={"msgtype": "text", "text": {"content": ""}})
    except ForeignAddress:
        return Finding(subject, TROUBLE["foreign"], REMEDIES["webhook"])
    except WeComError as error:
        if error.code not in EMPTY_TEXT:
            return Finding(subject, error.reason, REMEDIES["webhook"])
    return Finding(subject)


async def _connected(session: ClientSession, settings: Settings) -> Finding:
    """Subscribe once and hang up."""
    said: list[str] = []

    async def tell(sentence: str) -> None:
        said.append(sentence)

    aibot = Aibot(session, settings, lambda frame: None, tell=tell)
    running = asyncio.create_task(aibot.run())
    try:
        async with asyncio.timeout(WITHIN):
            while aibot.state is not State.READY and not said:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
    except TimeoutError:
        said.append(NO_ANSWER_IN_TIME)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    return Finding(CHECKS["bot"], said[0], REMEDIES["bot"]) if said else Finding(CHECKS["bot"])
