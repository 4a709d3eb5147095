"""Does what the console must provide really work? Each credential and permission is tried, and nobody is written to."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.platforms.dingtalk.api import Api
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.frames import MESSAGES
from bot.platforms.dingtalk.hosts import Hosts
from bot.platforms.dingtalk.settings import Settings
from bot.platforms.dingtalk.signing import signed_url
from bot.platforms.finding import Finding, tried
from bot.platforms.outside import ForeignAddress
from language.wording.dingtalk import CHECKS, REMEDIES

NOBODY = "sanse-check"
NO_MESSAGE = frozenset({"40035", "400105", "43004"})
OPTIONAL = frozenset({"contact"})
_MISSING = frozenset({Trouble.NOT_ALLOWED, Trouble.TOKEN, Trouble.NETWORK_NOT_ALLOWED, Trouble.UNREACHABLE})


@dataclass(frozen=True, slots=True)
class Hook:
    """A group's robot: the group's name, and where and how it is addressed."""

    name: str
    address: str = field(repr=False)
    secret: str | None = field(default=None, repr=False)


async def findings(
    api: Api, settings: Settings, now: datetime, *, stream: bool, hooks: Sequence[Hook] = ()
) -> list[Finding]:
    """What works and what does not, in the order in which it is set up."""
    found = [await _tried("token", api.tokens.get)]
    if stream:
        found.append(await _tried("stream", lambda: _registered(api, settings)))
    if not found[0].good:
        return found
    read = f"/v1.0/robot/oToMessages/readStatus?robotCode={settings.robot}&processQueryKey={NOBODY}"
    who = "/topapi/v2/user/get"
    found.append(await _tried("robot", lambda: _allowed(api.new("GET", read))))
    found.append(await _tried("contact", lambda: _allowed(api.old(who, {"userid": NOBODY}, free=True))))
    if settings.agent_id is not None:
        result = {"agent_id": settings.agent_id, "task_id": 1}
        asked = "/topapi/message/corpconversation/getsendresult"
        found.append(await _tried("notice", lambda: _allowed(api.old(asked, result))))
    if settings.card_template:
        nothing = {"outTrackId": NOBODY, "cardData": {"cardParamMap": {}}, "userIdType": 1}
        found.append(await _tried("card", lambda: _allowed(api.new("PUT", "/v1.0/card/instances", nothing))))
    return found + [await _hook(api, settings, now, hook) for hook in hooks]


async def _tried(name: str, attempt: Callable[[], Awaitable[object]]) -> Finding:
    return await tried(CHECKS[name], REMEDIES[name], attempt, optional=name in OPTIONAL)


async def _hook(api: Api, settings: Settings, now: datetime, hook: Hook) -> Finding:
    """Post no message: where address and signature are good, that alone is refused, and nobody hears of it."""
    subject = f"{CHECKS['webhook']}（{hook.name}）"
    try:
        known = Hosts(settings).webhook(hook.address)
        await api.webhook(str(known), signed_url(known, hook.secret, now), {})
    except ForeignAddress:
        return Finding(subject, DingTalkError(Trouble.FOREIGN).reason, REMEDIES["webhook"])
    except DingTalkError as error:
        if error.code not in NO_MESSAGE:
            return Finding(subject, error.reason, REMEDIES["webhook"])
    return Finding(subject)


async def _registered(api: Api, settings: Settings) -> Mapping[str, Any]:
    """A ticket that nobody uses ends by itself."""
    subscriptions = [{"type": "CALLBACK", "topic": MESSAGES}]
    body = {"clientId": settings.client_id, "clientSecret": settings.client_secret, "subscriptions": subscriptions}
    return (await api.open_connection(body)).unless_wrong()


async def _allowed(call: Awaitable[Any]) -> None:
    """Ask after what does not exist: whoever may ask is told so, whoever may not is refused."""
    try:
        await call
    except DingTalkError as error:
        if error.trouble in _MISSING or error.unknown:
            raise
