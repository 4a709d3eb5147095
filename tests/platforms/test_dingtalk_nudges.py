"""Private letters with something to press, work notices, many people in one call, and what is taken back."""

import asyncio
import contextlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest

from bot.platforms.base import Button, Incoming, Parcel, Recalling, Watching
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from models.mailbox import PRESSED
from models.vocabulary import ChatKind, LetterKind, Why
from tests.wire.dingtalk import World
from tests.wire.dingtalk.faults import Fault, answer
from tests.wire.dingtalk.gateway import CARDS, Push
from tests.wire.dingtalk.kit import Kit, playing

CHAT = "cidGROUP=="
BUTTONS = (Button("无变化", "同上周"), Button("稍后", "稍后报"))
CARD = {"card_template": "tpl.schema"}
WORDS = "区发展改革局联络员您好，本周涉及您单位的北站路等1项尚待更新，11:30截止。"


def parcel(key: str = "remind/2026-W24/fgj/0123/first", **more: Any) -> Parcel:
    chosen: dict[str, Any] = {"text": WORDS, "person": "0123", "why": Why.REMINDER, **more}
    return Parcel(key, chosen.pop("kind", LetterKind.TEXT), **chosen)


async def failing(kit: Kit, letter: Parcel) -> DingTalkError:
    with pytest.raises(DingTalkError) as caught:
        await kit.platform.send(letter)
    return caught.value


# -- something to press, without a template ----------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 2, 5])
async def test_without_a_template_buttons_say_the_words_for_you(count: int):
    buttons = tuple(Button(f"选{number}", f"{number} & 已完成+100%") for number in range(count))
    async with playing(hearing=False) as kit:
        await kit.platform.send(parcel(buttons=buttons))
        (seen,) = kit.world.sent
        values = json.loads(seen.raw["msgParam"])
        links = [value for name, value in values.items() if "URL" in name]
        said = [unquote(link.partition("content=")[2]) for link in links]
        assert (seen.channel, seen.kind) == ("private", f"sampleActionCard{count if count > 1 else ''}")
        assert said == [each.words for each in buttons]
        assert WORDS in values["text"]


async def test_too_many_buttons_are_left_to_the_words():
    async with playing(hearing=False) as kit:
        await kit.platform.send(parcel(buttons=tuple(Button(str(n), str(n)) for n in range(6))))
        assert [one.kind for one in kit.world.sent] == ["sampleText"]


async def test_in_a_group_nothing_can_be_pressed():
    async with playing(hearing=False, settings=CARD) as kit:
        await kit.platform.send(parcel(person=None, chat=CHAT, buttons=BUTTONS))
        assert [(one.channel, one.kind) for one in kit.world.sent] == [("group", "sampleText")]


async def test_what_people_wrote_is_no_link_and_no_picture_where_marks_are_shown():
    async with playing(hearing=False) as kit:
        await kit.platform.send(parcel(text="# 题\n[点我](https://evil.example) ![](x) <@all>", buttons=BUTTONS))
        text = json.loads(kit.world.sent[0].raw["msgParam"])["text"]
        assert "](" not in text
        assert "<@" not in text
        assert not text.startswith("#")


async def test_long_words_go_before_their_buttons():
    async with playing(hearing=False) as kit:
        await kit.platform.send(parcel(text="\n".join([WORDS] * 200), buttons=BUTTONS))
        assert [one.kind for one in kit.world.sent] == ["sampleText", "sampleText", "sampleActionCard2"]


# -- cards ------------------------------------------------------------------------------------------------


async def test_a_card_is_pressed_and_says_what_typed_words_would():
    async with playing(settings=CARD) as kit:
        sent = await kit.platform.send(parcel(buttons=BUTTONS))
        (card,) = kit.world.cards
        assert [(one.channel, one.to) for one in kit.world.sent] == [("card", "0123")]
        assert sent.receipt == kit.world.sent[0].receipt
        assert kit.world.cards[card]["markdown"] == WORDS
        for _ in range(2):  # the same click comes again now and then
            push = await kit.ding.gateway.push(Push("CALLBACK", CARDS, kit.world.click(card, 1, "0123")))
            response = push.acked.result()["response"]
            assert response["cardData"]["cardParamMap"] == {"chosen": "已选：无变化"}
        (heard,) = kit.inbox.kept.values()
        assert (heard.text, heard.sender, heard.chat, heard.chat_kind) == ("同上周", "0123", "0123", ChatKind.SINGLE)
        ((kind, name, letter),) = [(each.kind, each.name, each.code) for each in heard.attachments]
        assert (kind, name, letter) == (PRESSED, "无变化", "remind/2026-W24/fgj/0123/first")


async def test_a_click_that_is_not_kept_comes_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.platforms.dingtalk.hearing.CARD_WITHIN", 0.2)
    tries: list[str] = []

    async def before(incoming: Incoming) -> bool:
        tries.append(incoming.message_id)
        if len(tries) == 1:
            return False
        if len(tries) == 2:
            await asyncio.sleep(30)
        return True

    async with playing(settings=CARD) as kit:
        kit.inbox.before = before
        await kit.platform.send(parcel(buttons=BUTTONS))
        click = kit.world.click(next(iter(kit.world.cards)), 2, "0123")
        push = await kit.ding.gateway.push(Push("CALLBACK", CARDS, click))
        assert push.tries == 3
        assert [heard.text for heard in kit.inbox.kept.values()] == ["稍后报"]


def spoilt(body: Mapping[str, Any], **params: Any) -> dict[str, Any]:
    inner = json.loads(body["content"])
    inner["cardPrivateData"]["params"].update(params)
    return {**body, "content": json.dumps(inner)}


async def test_a_click_that_is_not_of_our_card_says_nothing():
    async with playing(settings={**CARD, "corp_id": "dingfakecorp"}) as kit:
        await kit.platform.send(parcel(buttons=BUTTONS))
        good = kit.world.click(next(iter(kit.world.cards)), 1, "0123")
        odd: list[dict[str, Any]] = [
            spoilt(good, letter="draft/2026-W24/other"),
            spoilt(good, words=""),
            spoilt(good, label=None),
            spoilt(good, words=["同上周"]),
            {**good, "userId": ""},
            {**good, "userId": "x" * 500},
            {**good, "content": "{"},
            {**good, "content": "[]"},
            {**good, "corpId": "dingOTHER"},
        ]
        kit.ding.gateway.most_tries = 1
        for body in odd:
            with contextlib.suppress(TimeoutError):  # answered 400
                await kit.ding.gateway.push(Push("CALLBACK", CARDS, body))
        assert kit.inbox.kept == {}


@pytest.mark.parametrize(
    "fault",
    [
        answer(400, code="param.templateUnpublished"),
        answer(400, code="param.contentUnsafe"),
        answer(403, code="Forbidden.AccessDenied.AccessTokenPermissionDenied"),
        answer(200, success=False),
    ],
)
async def test_where_a_card_is_refused_the_buttons_speak_for_themselves(fault: Fault):
    async with playing(hearing=False, settings=CARD) as kit:
        kit.ding.fault("/v1.0/card/instances/createAndDeliver", fault)
        await kit.platform.send(parcel(buttons=BUTTONS))
        assert [one.kind for one in kit.world.sent] == ["sampleActionCard2"]


async def test_words_too_long_for_a_card_keep_their_buttons():
    async with playing(hearing=False, settings=CARD) as kit:
        await kit.platform.send(parcel(text="字" * 400, buttons=BUTTONS))
        assert [one.kind for one in kit.world.sent] == ["sampleActionCard2"]
        assert kit.world.calls["/v1.0/card/instances/createAndDeliver"] == 0


async def test_a_card_that_may_have_arrived_is_there_once():
    async with playing(hearing=False, settings={**CARD, "answer_within": 0.3}) as kit:
        kit.ding.fault("/v1.0/card/instances/createAndDeliver", Fault("hang", after=True))
        error = await failing(kit, parcel(buttons=BUTTONS))
        assert (error.unknown, error.deduplicated) == (True, True)
        await kit.platform.send(parcel(buttons=BUTTONS))
        assert [one.channel for one in kit.world.sent] == ["card"]


async def test_by_callback_address_there_are_no_cards():
    async with playing(hearing=False, settings=CARD, stream=False) as kit:
        await kit.platform.send(parcel(buttons=BUTTONS))
        assert [one.kind for one in kit.world.sent] == ["sampleActionCard2"]


# -- the stronger nudge -------------------------------------------------------------------------------------


async def test_what_was_asked_in_vain_comes_as_a_work_notice():
    async with playing(hearing=False) as kit:
        sent = await kit.platform.send(parcel(stronger=True, buttons=BUTTONS))
        (seen,) = kit.world.sent
        assert (seen.channel, seen.to) == ("notice", "0123")
        assert WORDS in seen.text
        assert "请到与机器人的单聊里回复" in seen.text
        assert sent.receipt == "notice:256271667526"


@pytest.mark.parametrize(
    ("fault", "more"),
    [
        (answer(200, errcode=60011), {}),
        (answer(200, errcode=90018), {}),
        (answer(200, errcode=40035), {}),
        (None, {"text": "长" * 700}),
    ],
)
async def test_where_a_work_notice_is_refused_it_is_said_privately(fault: Fault | None, more: dict[str, Any]):
    async with playing(hearing=False) as kit:
        if fault:
            kit.ding.fault("/topapi/message/corpconversation/asyncsend_v2", fault)
        await kit.platform.send(parcel(stronger=True, **more))
        assert [one.channel for one in kit.world.sent] == ["private"]


async def test_without_an_agent_id_it_is_said_privately():
    async with playing(hearing=False, settings={"agent_id": None}) as kit:
        await kit.platform.send(parcel(stronger=True))
        assert [one.channel for one in kit.world.sent] == ["private"]


async def test_a_work_notice_that_may_have_arrived_is_not_said_again():
    async with playing(hearing=False, settings={"answer_within": 0.3}) as kit:
        kit.ding.fault("/topapi/message/corpconversation/asyncsend_v2", Fault("hang", after=True))
        error = await failing(kit, parcel(stronger=True))
        assert (error.unknown, error.deduplicated) == (True, False)
        assert [one.channel for one in kit.world.sent] == ["notice"]


# -- many people in one call --------------------------------------------------------------------------------


async def test_the_same_words_to_many_go_in_calls_of_twenty_and_each_hears_of_their_own_fate():
    people = [f"u{number:02}" for number in range(45)]
    world = World(staff=dict.fromkeys(people, "某人"), flow_controlled={"u03"})
    async with playing(world, hearing=False) as kit:
        letters = [parcel(f"notice/{person}", person=person, why=Why.OFFICE) for person in [*people, "gone"]]
        fates = await asyncio.gather(*(kit.platform.send(each) for each in letters), return_exceptions=True)
        assert kit.world.calls["/v1.0/robot/oToMessages/batchSend"] == 3
        assert sorted(one.to for one in kit.world.sent) == [person for person in people if person != "u03"]
        failed = {letter.person: fate.trouble for letter, fate in zip(letters, fates, strict=True)
                  if isinstance(fate, DingTalkError)}  # fmt: skip
        assert failed == {"u03": Trouble.HELD_BACK, "gone": Trouble.PERSON}


async def test_other_words_the_same_person_and_answers_are_not_put_together():
    async with playing(hearing=False) as kit:
        letters = [
            parcel("a", text="一", why=Why.OFFICE),
            parcel("b", text="二", person="0456", why=Why.OFFICE),
            parcel("c", text="一", why=Why.OFFICE),
            parcel("d", text="一", person="0456", why=Why.REPLY),
        ]
        await asyncio.gather(*(kit.platform.send(each) for each in letters))
        assert sorted((one.to, one.text) for one in kit.world.sent) == [
            ("0123", "一"), ("0123", "一"), ("0456", "一"), ("0456", "二"),
        ]  # fmt: skip
        assert kit.world.calls["/v1.0/robot/oToMessages/batchSend"] == 4


async def test_one_who_gives_up_waiting_takes_nobody_along():
    async with playing(hearing=False) as kit:
        first = asyncio.create_task(kit.platform.send(parcel("a", why=Why.OFFICE)))
        second = asyncio.create_task(kit.platform.send(parcel("b", person="0456", why=Why.OFFICE)))
        await asyncio.sleep(0)
        first.cancel()
        assert (await second).receipt
        assert [one.to for one in kit.world.sent] == ["0123", "0456"]


# -- taken back ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [{"chat": CHAT, "person": None}, {"person": "0123"}])
async def test_what_was_said_is_taken_back_and_only_once(place: dict[str, Any]):
    async with playing(hearing=False) as kit:
        sent = await kit.platform.send(parcel(text="\n".join([WORDS] * 150), **place))
        assert len(kit.world.sent) == 2
        back = parcel("recall/1", kind=LetterKind.RECALL, text="", recalls=sent.receipt, **place)
        await kit.platform.take_back(back)
        assert kit.world.sent == []
        with pytest.raises(DingTalkError) as caught:
            await kit.platform.take_back(back)
        assert (caught.value.trouble, caught.value.permanent) == (Trouble.NOT_TAKEN_BACK, True)


async def test_who_has_read_is_asked_once_for_each_question():
    async with playing(hearing=False) as kit:
        assert isinstance(kit.platform, Recalling)
        assert isinstance(kit.platform, Watching)
        sent = await kit.platform.send(parcel(person=None, chat=CHAT))
        query = "/v1.0/robot/groupMessages/query"
        assert kit.world.calls[query] == 0
        question = parcel("readers/1", person=None, chat=CHAT, kind=LetterKind.READERS, recalls=sent.receipt)
        assert await kit.platform.readers(question) == {"0123", "0456"}
        assert kit.world.calls[query] == 1
        with pytest.raises(DingTalkError):
            await kit.platform.readers(replace(question, recalls="too-old"))


async def test_a_work_notice_is_taken_back_its_own_way():
    async with playing(hearing=False) as kit:
        sent = await kit.platform.send(parcel(stronger=True))
        await kit.platform.take_back(parcel("recall/1", kind=LetterKind.RECALL, recalls=sent.receipt))
        assert kit.world.calls["/topapi/message/corpconversation/recall"] == 1
        assert kit.world.calls["/v1.0/robot/otoMessages/batchRecall"] == 0


# -- what may have arrived, and what is not let through -------------------------------------------------------


async def test_what_may_have_arrived_by_a_groups_robot_is_repeated_there_and_shown_once():
    async with playing(hearing=False, settings={"answer_within": 0.3}) as kit:
        webhook = kit.world.add_robot(CHAT)
        letter = parcel("k", person=None, chat=CHAT, webhook=webhook, mentions=("0123",))
        kit.ding.fault("/robot/send", Fault("reset", after=True))
        error = await failing(kit, letter)
        assert (error.unknown, error.deduplicated) == (True, True)
        await kit.platform.send(letter)
        assert [one.channel for one in kit.world.sent] == ["webhook"]
        assert kit.world.calls["/robot/send"] == 2


@pytest.mark.parametrize("path", ["/v1.0/robot/groupMessages/send", "/v1.0/robot/oToMessages/batchSend"])
async def test_elsewhere_nothing_is_shown_once_only(path: str):
    async with playing(hearing=False, settings={"answer_within": 0.3}) as kit:
        kit.ding.fault(path, Fault("hang", after=True))
        place: dict[str, Any] = {"person": None, "chat": CHAT} if "group" in path else {}
        error = await failing(kit, parcel(**place))
        assert (error.unknown, error.deduplicated) == (True, False)


@pytest.mark.parametrize(("why", "told"), [(Why.REPLY, True), (Why.REMINDER, False)])
async def test_who_waits_for_an_answer_hears_that_it_was_not_let_through(why: Why, told: bool):
    async with playing(hearing=False) as kit:
        kit.ding.fault("/v1.0/robot/oToMessages/batchSend", answer(400, code="contain.notAllowed.words"))
        assert (await failing(kit, parcel(why=why))).trouble is Trouble.UNSAFE
        assert [one.text for one in kit.world.sent] == (
            ["这条答复没有通过钉钉的内容审核，没能显示，请联系办公室。"] if told else []
        )
