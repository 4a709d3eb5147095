"""No secret shows in a log, an error, a traceback or a printed value, whatever goes wrong."""

import asyncio
import hashlib
import json
import logging
import traceback
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.platforms.base import Button, Parcel
from bot.platforms.dingtalk.errors import DingTalkError
from models.vocabulary import LetterKind, Why
from tests.wire.dingtalk import recorded
from tests.wire.dingtalk.faults import Fault, answer, page
from tests.wire.dingtalk.gateway import CARDS, Push
from tests.wire.dingtalk.kit import QUICK, Kit, playing

CHAT = "cidGROUP=="
PRESSED = {"letter": "planted-words", "words": "planted-words", "label": "planted-words"}
CLICK = {
    "outTrackId": hashlib.sha256(b"planted-words").hexdigest()[:40],
    "userId": "0123",
    "content": json.dumps({"cardPrivateData": {"actionIds": ["1"], "params": PRESSED}}),
}
FAULTS = [
    Fault("reset", after=True),
    Fault("hang"),
    Fault("half"),
    page(),
    Fault("redirect", body={"to": "https://evil.example/"}),
    answer(400, code="x", message="planted-echo"),
    answer(500),
    answer(401),
    Fault("empty", 504),
]
PATHS = ["/robot/sendBySession", "/robot/send", "/v1.0/robot/groupMessages/send", "/v1.0/oauth2", "/media/upload"]
PATHS += ["/v1.0/robot/oToMessages", "/v1.0/robot/otoMessages", "/v1.0/card", "/topapi/message/corpconversation"]
PATHS += ["/v1.0/robot/messageFiles/download", "/v1.0/gateway/connections/open", "/connect"]


async def everything_fails(kit: Kit, shown: list[str]) -> None:
    """Every call with every fault; what a person could see of it is collected."""
    for fault in FAULTS:
        for path in PATHS:
            kit.ding.fault(path, fault)
        webhook = kit.world.add_robot(CHAT, "SECplanted")
        until = datetime.now(UTC) + timedelta(minutes=80)
        common = {"chat": CHAT, "webhook": webhook, "webhook_secret": "SECplanted"}
        for number, parcel in enumerate(
            (
                Parcel("a", LetterKind.TEXT, "x", reply_address=kit.world.open_session(CHAT), reply_until=until),
                Parcel("b", LetterKind.TEXT, "x", mentions=("0123",), **common),
                Parcel("c", LetterKind.TEXT, "x", **common),
                Parcel("d", LetterKind.FILE, "", name="a.pdf", body=b"planted-body", **common),
            )
        ):
            await collect(kit, replace(parcel, key=f"{fault.kind}{number}", chat=CHAT), shown)
        offer = {"person": "0123", "buttons": (Button("好", "planted-words"),)}
        for number, parcel in enumerate(
            (
                Parcel("e", LetterKind.TEXT, "planted-words", **offer),
                Parcel("f", LetterKind.TEXT, "planted-words", person="0123", stronger=True),
                Parcel("g", LetterKind.TEXT, "planted-words", person="0123", why=Why.OFFICE),
            )
        ):
            await collect(kit, replace(parcel, key=f"{fault.kind}/{number}"), [])  # its own words may be in its repr
        with suppress(DingTalkError):
            await kit.platform.take_back(Parcel("h", LetterKind.RECALL, "", person="0123", recalls="notice:1,a"))
        with suppress(DingTalkError):
            await kit.platform.media.fetch(kit.world.add_file(b"x"))
        kit.platform._api.tokens._failure = None
        kit.ding.gateway.abort()
        async with asyncio.timeout(10):
            while kit.ding.faults["/connect"]:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        for faults in kit.ding.faults.values():
            faults.clear()
        await kit.ding.gateway.wait_connected()


async def collect(kit: Kit, parcel: Parcel, shown: list[str]) -> None:
    shown.append(repr(parcel))
    try:
        shown.append(repr(await kit.platform.send(parcel)))
    except DingTalkError as error:
        shown += [repr(error), str(error), error.reason, "".join(traceback.format_exception(error))]


async def test_planted_secrets_are_nowhere_to_be_seen(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
):
    caplog.set_level(logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)
    shown: list[str] = []
    tickets: set[str] = set()
    patience = replace(QUICK, opening=0.3)
    async with playing(settings={"patience": patience, "answer_within": 0.2, "card_template": "tpl.schema"}) as kit:
        real = kit.world.ticket

        def ticket() -> str:
            one = real()
            tickets.add(one[:32])  # whatever the rest of it is written as
            return one

        kit.world.ticket = ticket  # type: ignore[method-assign]

        async def breaking(incoming: object) -> bool:
            raise RuntimeError(f"planted-words {incoming!r}")

        kit.inbox.before = breaking
        with suppress(TimeoutError):
            await kit.ding.gateway.say({**recorded("group_text"), "text": {"content": "planted-words"}}, within=0.2)
        kit.ding.gateway.most_tries = 1
        for body in (CLICK, {**CLICK, "content": "planted-words"}, {**CLICK, "outTrackId": "planted-words"}):
            with suppress(TimeoutError):
                await kit.ding.gateway.push(Push("CALLBACK", CARDS, body), within=1.0)
        kit.ding.gateway.most_tries = 1000
        kit.inbox.before = None
        await kit.ding.gateway.say(kit.world.message("x"))
        await everything_fails(kit, shown)
        world, settings = kit.world, kit.platform._settings
        shown += [repr(settings), repr(kit.platform.health()), *map(repr, kit.inbox.kept.values()), *kit.told]
        shown += [repr(kit.platform._api.tokens._token)]
    out = capfd.readouterr()
    seen = "\n".join([*shown, out.out, out.err, *(record.getMessage() for record in caplog.records), caplog.text])
    secrets = {world.client_secret, "SECplanted", "planted-words", "planted-body", "planted-echo", *tickets}
    secrets |= {*world.sessions, *world.robots, *world.tokens, *world.links}
    assert len(tickets) > 5
    assert len(secrets) > 30
    assert "dingtalk not reached" in seen  # the log was really looked at
    assert [secret for secret in secrets if secret in seen] == []
