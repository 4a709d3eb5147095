"""Cards with buttons: on the way that can show them, pressed once whatever comes twice, and changed afterwards."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.platforms.base import Button, Parcel
from bot.platforms.reading import Malformed
from bot.platforms.wecom.cards import Card, body_of, fits, press_in_bot
from bot.platforms.wecom.route import Channel, Means, shows_cards, steps_of
from bot.platforms.wecom.settings import Callback
from models.vocabulary import ChatKind, LetterKind, Why
from tests.platforms.test_wecom_send import NOW, parcel
from tests.wire.dingtalk.faults import Fault, answer
from tests.wire.wecom.kit import Kit, playing
from tests.wire.wecom.world import APP_TOKEN, KEY

SHORT = "区水利局联络员您好，北站路尚待更新，17:00截止。没有变化回“同上周”；如今日不便，可回“下午报”或指定同事。"
BUTTONS = (Button("无变化", "同上周"), Button("稍后", "稍后报"))
HEARS = {"app_callback": Callback(APP_TOKEN, KEY)}
ALL = Means(socket=True, app=True, app_hears=True)


def nudge(**more: Any) -> Parcel:
    chosen = {"key": "remind/2026-W24/u1", "person": "zhangwei", "why": Why.REMINDER, "text": SHORT, **more}
    return parcel(**{"buttons": BUTTONS, **chosen})


@asynccontextmanager
async def hearing(**more: Any) -> AsyncIterator[Kit]:
    """A fake that also posts to our address for the application."""
    async with playing(settings=HEARS, **more) as kit:
        app = web.Application()
        app.add_routes(kit.platform.routes())
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        kit.world.app_callback = f"http://127.0.0.1:{runner.addresses[0][1]}/wecom/app"
        try:
            yield kit
        finally:
            await runner.cleanup()


async def until(true: Any, within: float = 10.0) -> None:
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


# -- where buttons can be shown ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "means", "channel", "shown"),
    [
        ({}, ALL, Channel.APP, True),
        ({}, Means(socket=True, app=True), Channel.APP, False),
        ({}, ALL, Channel.PUSH, True),
        ({}, ALL, Channel.REPLY, True),
        ({}, ALL, Channel.RESPONSE, False),
        ({"person": None, "chat": "wrGROUP"}, ALL, Channel.PUSH, False),
        ({"person": None, "chat": "wrGROUP"}, ALL, Channel.WEBHOOK, False),
        ({"buttons": ()}, ALL, Channel.APP, False),
        ({"buttons": BUTTONS * 4}, ALL, Channel.APP, False),
        (
            {"buttons": (Button("比十个字还要长的按钮", "好"), Button("再长一个字就放不下了吧", "好"))},
            ALL,
            Channel.APP,
            False,
        ),
        ({"buttons": (Button("好", "一|二"),)}, ALL, Channel.APP, False),
        ({"buttons": (Button("好", "长" * 400),)}, ALL, Channel.APP, False),
    ],
)
def test_which_channel_shows_buttons(more: dict[str, Any], means: Means, channel: Channel, shown: bool):
    assert shows_cards(nudge(**more), channel, means) is shown


def test_few_words_stand_on_the_card_and_others_before_it():
    (only,) = steps_of(nudge(), Channel.APP, cards=True)
    assert (only.kind, only.text, only.card.text if only.card else None) == (LetterKind.CARD, SHORT, SHORT)
    for text in (SHORT * 3, "一\n二"):
        words, card = steps_of(nudge(text=text), Channel.APP, cards=True)
        assert (words.kind, words.text, card.kind, card.text) == (LetterKind.TEXT, text, LetterKind.CARD, "")
    assert [step.card for step in steps_of(nudge(), Channel.APP)] == [None]


def test_a_card_keeps_its_id_over_all_tries_and_no_other_letter_has_it():
    card = Card("remind/2026-W24/区水利局", Why.REMINDER, BUTTONS, SHORT)
    task = body_of(card)["template_card"]["task_id"]
    assert task == body_of(card)["template_card"]["task_id"]
    assert task != Card("remind/2026-W25/区水利局", Why.REMINDER, BUTTONS, SHORT).task
    assert fits(BUTTONS, "remind/" + "局" * 190)


# -- the application's ------------------------------------------------------------------------------------


async def test_a_nudge_is_a_card_and_a_press_says_its_words_once():
    async with hearing() as kit:
        await kit.platform.send(nudge())
        assert [(one.channel, one.kind, one.text) for one in kit.world.sent] == [("app", "template_card", SHORT)]
        assert await kit.wecom.press("zhangwei", "无变化", times=3) == [200, 200, 200]
        (heard,) = kit.heard
        assert (heard.text, heard.sender, heard.chat_kind) == ("同上周", "zhangwei", ChatKind.SINGLE)
        assert [(one.kind, one.name, one.code) for one in heard.attachments] == [
            ("button", "无变化", "remind/2026-W24/u1")
        ]
        (card,) = kit.world.cards.values()
        await until(lambda: card.shown == "已选：无变化")


async def test_another_button_of_the_same_card_is_another_word():
    async with hearing() as kit:
        await kit.platform.send(nudge())
        kit.wecom.fault("/cgi-bin/message/update_template_card", *[answer(200, errcode=42018)] * 2)
        await kit.wecom.press("zhangwei", "稍后")
        await kit.wecom.press("zhangwei", "无变化")
        assert [one.text for one in kit.heard] == ["稍后报", "同上周"]


async def test_a_press_that_cannot_be_kept_is_not_acknowledged_and_the_card_stays():
    async with hearing() as kit:
        await kit.platform.send(nudge())

        async def before(incoming: object) -> bool:
            return False

        kit.inbox.before = before
        assert await kit.wecom.press("zhangwei", "无变化") == [503]
        kit.inbox.before = None
        assert [card.shown for card in kit.world.cards.values()] == [""]
        assert await kit.wecom.press("zhangwei", "无变化") == [200]
        assert [one.text for one in kit.heard] == ["同上周"]


@pytest.mark.parametrize("text", [SHORT, SHORT * 3])
async def test_where_a_card_is_refused_the_words_go_alone(text: str):
    async with hearing() as kit:
        kit.world.app_callback = ""  # the console knows of no address: 42015
        await kit.platform.send(nudge(text=text))
        assert [(one.kind, one.text) for one in kit.world.sent] == [("text", text)]


async def test_without_an_address_of_ours_there_are_words_only():
    async with playing() as kit:
        await kit.platform.send(nudge())
        assert [(one.channel, one.kind, one.text) for one in kit.world.sent] == [("app", "text", SHORT)]


async def test_a_second_try_does_not_show_a_second_card():
    async with hearing() as kit:
        kit.wecom.fault("/cgi-bin/message/send", Fault("reset", after=True))
        with pytest.raises(Exception, match="unclear"):
            await kit.platform.send(nudge())
        await kit.platform.send(nudge())
        assert [one.kind for one in kit.world.sent] == ["template_card"]


# -- the 智能机器人's ---------------------------------------------------------------------------------------


async def test_the_aibots_own_card_is_pressed_and_changed():
    async with playing(settings={"app_secret": ""}) as kit:
        kit.world.met.add("zhangwei")
        await kit.platform.send(nudge())
        ((words, card),) = [(one.text, one.kind) for one in kit.world.sent]
        assert (words, card) == (SHORT, "template_card")
        body = await kit.wecom.gateway.press("zhangwei", "无变化")
        await until(lambda: kit.heard)
        await kit.wecom.gateway.push({**body, "msgid": "another"})  # the same press under another id
        await until(lambda: kit.inbox.seen == 2)
        assert [(one.text, one.sender) for one in kit.heard] == [("同上周", "zhangwei")]
        await until(lambda: [each.shown for each in kit.world.cards.values()] == ["已选：无变化"])


@pytest.mark.parametrize(
    "event",
    [
        None,
        {},
        {"template_card_event": 3},
        {"template_card_event": {"event_key": None}},
        {"template_card_event": {"event_key": "no bars"}},
        {"template_card_event": {"event_key": "|无变化|k"}},
        {"template_card_event": {"event_key": "好|好|" + "k" * 1100}},
    ],
)
def test_a_press_that_lacks_something_is_one_plain_error(event: Any):
    with pytest.raises(Malformed):
        press_in_bot({"from": {"userid": "zhangwei"}, "event": event}, NOW)
