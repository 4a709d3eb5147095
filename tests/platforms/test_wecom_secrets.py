"""No secret shows in a log, an error, a traceback or a printed value, whatever goes wrong."""

import asyncio
import logging
import traceback
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.base import Parcel
from bot.platforms.shelf import Shelf
from bot.platforms.wecom.errors import WeComError
from bot.platforms.wecom.settings import Callback
from models.vocabulary import LetterKind
from pages.door import NotShown
from tests.wire.dingtalk.faults import Fault, answer, page
from tests.wire.wecom.kit import Kit, playing
from tests.wire.wecom.world import KEY

GROUP = "wrGROUP"
PATHS = ["/cgi-bin/webhook/send", "/cgi-bin/webhook/upload_media", "/cgi-bin/message/send", "/cgi-bin/gettoken"]
PATHS += ["/cgi-bin/aibot/response", "/cgi-bin/media/upload", "/objects", "/socket"]
PATHS += ["/cgi-bin/message/update_template_card", "/cgi-bin/media/get", "/cgi-bin/auth/getuserinfo"]
FAULTS = [
    Fault("reset", after=True),
    Fault("hang", seconds=2),  # ten times as long as an answer is waited for; files are waited for a whole minute
    Fault("half"),
    page(),
    Fault("redirect", body={"to": "https://evil.example/"}),
    answer(200, errcode=40058, errmsg="planted-echo"),
    answer(500),
]


async def everything_fails(kit: Kit, shown: list[str]) -> None:
    """Every call with every fault; what a person could see of it is collected."""
    until = datetime.now(UTC) + timedelta(minutes=50)
    for fault in FAULTS:
        for path in PATHS:
            kit.wecom.fault(path, fault)
        hook = kit.world.add_hook(GROUP)
        body = kit.world.message("x")
        letters: list[dict[str, Any]] = [
            {"text": "x", "mentions": ("zhangwei",), "webhook": hook, "chat": GROUP},
            {"text": "x", "reply_address": body["response_url"], "reply_until": until, "chat": GROUP},
            {"text": "x", "person": "zhangwei"},
            {"kind": LetterKind.FILE, "text": "", "name": "a.pdf", "body": b"planted-body", "person": "zhangwei"},
            {
                "kind": LetterKind.FILE,
                "text": "",
                "name": "a.pdf",
                "body": b"planted-body",
                "webhook": hook,
                "chat": GROUP,
            },
        ]
        for number, letter in enumerate(letters):
            await collect(kit, Parcel(**{"key": f"{fault.kind}{number}", "kind": LetterKind.TEXT, **letter}), shown)
        await others(kit, shown)
        kit.platform.app_api.tokens._failure = None
        with suppress(IndexError):
            kit.wecom.gateway.abort()
        for faults in kit.wecom.faults.values():
            faults.clear()
        await kit.wecom.gateway.wait_connected()


async def others(kit: Kit, shown: list[str]) -> None:
    """The calls that carry no letter: a card that changes, something that was sent to us, somebody who signs in."""
    platform = kit.platform
    assert platform.app is not None
    assert platform.login is not None
    for call in (
        platform.app.pressed("zhangwei", "planted-response", "已选"),
        platform.app_api.download("planted-media", 100),
        platform.login.account("planted-sign-in"),
    ):
        try:
            shown.append(repr(await call))
        except (WeComError, NotShown) as error:
            shown += [repr(error), str(error), "".join(traceback.format_exception(error))]


async def collect(kit: Kit, parcel: Parcel, shown: list[str]) -> None:
    shown.append(repr(parcel))
    try:
        shown.append(repr(await kit.platform.send(parcel)))
    except WeComError as error:
        shown += [repr(error), str(error), error.reason, "".join(traceback.format_exception(error))]


async def test_planted_secrets_are_nowhere_to_be_seen(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], tmp_path: Path
):
    caplog.set_level(logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)
    shown: list[str] = []
    settings = {"answer_within": 0.2, "bot_callback": Callback("planted-token", KEY)}
    async with playing(settings=settings, shelf=Shelf(tmp_path)) as kit:
        kit.wecom.gateway.most_subscriptions = 1000

        async def breaking(incoming: object) -> bool:
            raise RuntimeError(f"planted-words {incoming!r}")

        kit.inbox.before = breaking
        picture = kit.world.add_object(b"x" * 100)
        await kit.wecom.gateway.push(kit.world.message("planted-words"))
        await asyncio.sleep(0.1)
        kit.inbox.before = None
        kit.wecom.fault("/objects", *[Fault("reset")] * 3)
        body = kit.world.message("x", chat=None, msgtype="image", image=picture)
        await kit.wecom.gateway.say_until(body, lambda: body["msgid"] in kit.inbox.kept)
        await everything_fails(kit, shown)
        world = kit.world
        shown += [repr(kit.platform._settings), repr(kit.platform.health()), *kit.told]
        shown += [repr(one) for one in kit.heard if "planted" not in one.text]
        shown += [repr(kit.platform.app_api.tokens._token)]
    out = capfd.readouterr()
    seen = "\n".join([*shown, out.out, out.err, *(record.getMessage() for record in caplog.records), caplog.text])
    secrets = {
        world.bot_secret,
        world.app_secret,
        "planted-words",
        "planted-body",
        "planted-echo",
        "planted-token",
        "planted-response",
        "planted-media",
        "planted-sign-in",
        KEY,
    }
    secrets |= {*world.hooks, *world.tokens, *world.responses, *world.objects, picture["aeskey"]}
    assert "wecom" in seen  # the log was really looked at
    assert len(secrets) > 15
    assert [secret for secret in secrets if secret in seen] == []
