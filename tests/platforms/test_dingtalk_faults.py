"""Every way a send can go wrong on the line: nothing lost, nothing twice, nobody else held up."""

import asyncio
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.platforms.base import Parcel
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.platform import DingTalk
from models.vocabulary import LetterKind
from tests.wire.dingtalk import World
from tests.wire.dingtalk.faults import Fault, answer, page
from tests.wire.dingtalk.kit import Kit, playing, settings_for

GROUP, PRIVATE = "/v1.0/robot/groupMessages/send", "/v1.0/robot/oToMessages/batchSend"
TRIES = 5

REFUSALS = {
    "500": answer(500, code="InternalError"),
    "502": Fault("empty", 502),
    "503": page(503),
    "429": Fault("answer", 429, {"code": "x"}, {"Retry-After": "1"}),
    "-1": answer(200, errcode=-1),
    "130101": answer(200, errcode=130101),
    "410100": answer(200, errcode=410100),
    "40014": answer(200, errcode=40014),
    "42001": answer(200, errcode=42001),
    "60020": answer(200, errcode=60020),
    "html": page(),
    "ban": answer(200, status=1111, wait=5),
    "redirect": Fault("redirect", body={"to": "https://evil.example/"}),
    "inner redirect": Fault("redirect", body={"to": "http://127.0.0.1:9/"}),
}
CUTS = {
    "half": Fault("half", after=True),
    "short": Fault("short", after=True),
    "reset": Fault("reset", after=True),
    "reset before": Fault("reset"),
    "list": Fault("list", after=True),
    "empty": Fault("empty", 200, after=True),
    "bomb": Fault("bomb", after=True),
    "504": Fault("empty", 504, after=True),
}
SLOW = {"hang": Fault("hang", after=True), "drip": Fault("drip", after=True), "flood": Fault("flood", after=True)}


async def delivered(kit: Kit, letter: Parcel) -> list[DingTalkError]:
    """Try as the outbox does: again while the answer is a definite no that may change; gives the errors on the way."""
    errors: list[DingTalkError] = []
    for _ in range(TRIES):
        try:
            await kit.platform.send(letter)
        except DingTalkError as error:
            errors.append(error)
            if error.permanent or error.unknown:
                return errors
        else:
            return errors
    return errors


def letters(kind: str, count: int) -> list[Parcel]:
    return [Parcel(f"{kind}/{number}", LetterKind.TEXT, f"第{number}封", person="0123") for number in range(count)]


@pytest.mark.parametrize("kind", REFUSALS)
async def test_a_definite_no_is_tried_again_and_arrives_once(kind: str):
    async with playing(hearing=False) as kit:
        for letter in letters(kind, 3):
            kit.ding.fault(PRIVATE, REFUSALS[kind])
            assert all(not error.unknown for error in await delivered(kit, letter))
        assert [one.text for one in kit.world.sent] == ["第0封", "第1封", "第2封"]


@pytest.mark.parametrize("kind", CUTS)
async def test_an_answer_that_was_cut_off_leaves_the_outcome_open(kind: str):
    async with playing(hearing=False) as kit:
        for letter in letters(kind, 3):
            kit.ding.fault(PRIVATE, CUTS[kind])
            (error,) = await delivered(kit, letter)
            assert (error.unknown, error.permanent) == (True, False)
        assert len(kit.world.sent) == (0 if kind == "reset before" else 3)


@pytest.mark.parametrize("kind", SLOW)
async def test_a_slow_answer_is_not_waited_for_and_holds_up_nobody(kind: str):
    async with playing(hearing=False, settings={"answer_within": 1.5}) as kit:
        kit.ding.fault(GROUP, SLOW[kind])
        slow = asyncio.create_task(delivered(kit, Parcel("slow", LetterKind.TEXT, "x", chat="cidGROUP==")))
        for letter in letters(kind, 5):
            assert await delivered(kit, letter) == []
        (error,) = await slow
        assert error.unknown


@pytest.mark.parametrize("kind", [kind for kind in (*REFUSALS, *CUTS) if kind not in ("40014", "42001")])
async def test_a_token_that_does_not_come_leaves_no_outcome_open(kind: str):
    async with playing(hearing=False) as kit:
        kit.ding.fault("/v1.0/oauth2/accessToken", {**REFUSALS, **CUTS}[kind])
        (letter,) = letters(kind, 1)
        with pytest.raises(DingTalkError) as caught:
            await kit.platform.send(letter)
        assert (caught.value.unknown, caught.value.permanent) == (False, False)
        kit.platform._api.tokens._failure = None  # five seconds later
        assert await delivered(kit, letter) == []
        assert len(kit.world.sent) == 1


@pytest.mark.parametrize("kind", CUTS)
async def test_an_upload_that_was_cut_off_is_made_again(kind: str):
    async with playing(hearing=False) as kit:
        kit.ding.fault("/media/upload", CUTS[kind])
        letter = Parcel("k", LetterKind.FILE, "", person="0123", name="台账.xlsx", body=b"PK")
        (error,) = await delivered(kit, letter)
        assert not error.unknown
        assert [one.text for one in kit.world.sent] == ["台账.xlsx"]


@pytest.mark.parametrize("api", ["http://127.0.0.1:9", "https://127.0.0.1:{port}", "https://oapi.invalid"])
async def test_a_server_that_is_not_there_was_sent_nothing(api: str):
    async with playing(hearing=False) as kit, ClientSession() as session:
        base = api.format(port=kit.ding.base.rpartition(":")[2])
        platform = DingTalk(session, settings_for(World(), base))
        with pytest.raises(DingTalkError) as caught:
            await platform.send(letters("x", 1)[0])
        assert caught.value.trouble is Trouble.UNREACHABLE
        assert not caught.value.unknown
        await platform.stop()


async def test_tokens_that_die_in_a_burst_lose_nothing():
    async with playing(hearing=False) as kit:
        burst: list[Any] = [delivered(kit, letter) for letter in letters("burst", 25)]
        running = asyncio.gather(*burst)
        for _ in range(3):
            await asyncio.sleep(0.2)
            kit.world.revoke_tokens()
        await running
        assert sorted(one.text for one in kit.world.sent) == sorted(one.text for one in letters("burst", 25))
        assert kit.world.calls["/v1.0/oauth2/accessToken"] <= 4
