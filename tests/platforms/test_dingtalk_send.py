"""Each letter goes by the channel that can carry it, and what fails, fails with a reason."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.platforms.base import Button, Parcel
from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.quota import Budget, Meter
from bot.platforms.dingtalk.route import Channel, Means, Step, channels_for
from bot.platforms.dingtalk.texts import LARGEST
from models.vocabulary import LetterKind, Why
from tests.wire.dingtalk import World
from tests.wire.dingtalk.faults import Fault, answer, page
from tests.wire.dingtalk.kit import Kit, playing

CHAT = "cidGROUP=="
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
SOON = timedelta(minutes=80)
OK = Button("确认", "确认")


def parcel(kit: Kit | None = None, *, key: str = "k", kind: LetterKind = LetterKind.MARKDOWN, **more: Any) -> Parcel:
    chosen: dict[str, Any] = {"text": "**周报** 已汇总", "chat": CHAT, **more}
    if chosen.get("person"):
        chosen["chat"] = None
    if chosen.pop("answering", False):
        assert kit is not None
        chosen |= {"reply_address": kit.world.open_session(CHAT), "reply_until": datetime.now(UTC) + SOON}
    return Parcel(key, kind, **chosen)


async def failing(kit: Kit, letter: Parcel) -> DingTalkError:
    with pytest.raises(DingTalkError) as caught:
        await kit.platform.send(letter)
    return caught.value


# -- the table -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "ways", "means"),
    [
        ({"chat": "c"}, "group", ""),
        ({"chat": "c", "webhook": "w"}, "group webhook", ""),
        ({"chat": "c", "webhook": "w", "mentions": ("a",)}, "webhook group", ""),
        ({"chat": "c", "mentions": ("a",)}, "group", ""),
        ({"chat": "c", "minutes": 80}, "session group", ""),
        ({"chat": "c", "minutes": 80, "webhook": "w"}, "session group webhook", ""),
        ({"chat": "c", "minutes": 80, "webhook": "w", "mentions": ("a",)}, "session webhook group", ""),
        ({"chat": "c", "minutes": 0.4}, "group", ""),
        ({"chat": "c", "minutes": -1}, "group", ""),
        ({"person": "p"}, "private", ""),
        ({"person": "p", "minutes": 80, "webhook": "w", "mentions": ("a",)}, "private", ""),
        ({"chat": "c", "minutes": 80, "webhook": "w", "kind": LetterKind.IMAGE}, "group", ""),
        ({"chat": "c", "minutes": 80, "kind": LetterKind.FILE}, "group", ""),
        ({"person": "p", "kind": LetterKind.FILE}, "private", ""),
        ({"chat": "c", "minutes": 80, "kind": LetterKind.CARD}, "session group", ""),
        ({"person": "p", "stronger": True}, "notice private", "notice card"),
        ({"person": "p", "stronger": True, "buttons": (OK,)}, "notice private", "notice card"),
        ({"person": "p", "stronger": True, "buttons": (OK,)}, "card private", "card"),
        ({"person": "p", "stronger": True, "kind": LetterKind.FILE}, "private", "notice card"),
        ({"person": "p", "buttons": (OK,)}, "card private", "notice card"),
        ({"person": "p", "buttons": (OK,)}, "private", ""),
        ({"person": "p"}, "private", "notice card"),
        ({"chat": "c", "stronger": True, "buttons": (OK,)}, "group", "notice card"),
    ],
)
def test_which_channel_carries_what(more: dict[str, Any], ways: str, means: str):
    now = datetime(2026, 6, 12, 2, tzinfo=UTC)
    more = dict(more)
    if "minutes" in more:
        more |= {"reply_address": "s", "reply_until": now + timedelta(minutes=more.pop("minutes"))}
    letter = Parcel("k", more.pop("kind", LetterKind.TEXT), "x", **more)
    step = Step(letter.kind, letter.text, letter.mentions, buttons=letter.buttons)
    has = Means(**dict.fromkeys(means.split(), True))
    assert channels_for(letter, step, has, now) == tuple(Channel(way) for way in ways.split())


# -- the channels ----------------------------------------------------------------------------------------


async def test_an_answer_goes_by_the_session_and_mentions():
    async with playing(hearing=False) as kit:
        sent = await kit.platform.send(parcel(kit, answering=True, mentions=("0123",)))
        (seen,) = kit.world.sent
        assert (seen.channel, seen.mentions, sent.receipt, sent.note) == ("session", ("0123",), "", "")
        assert kit.platform.meter.used(datetime.now(UTC)) == {"api": 0, "traffic": 1}
        assert kit.world.calls["/v1.0/oauth2/accessToken"] == 0  # a session needs no token


async def test_a_group_post_goes_in_the_robots_name_and_can_be_recalled():
    async with playing(hearing=False) as kit:
        sent = await kit.platform.send(parcel(title="第24周"))
        (seen,) = kit.world.sent
        assert (seen.channel, seen.kind, seen.text) == ("group", "sampleMarkdown", "**周报** 已汇总")
        assert json.loads(seen.raw["msgParam"])["title"] == "第24周"
        assert await kit.platform.robot.read_in_group(CHAT, sent.receipt) == ["0123", "0456"]
        assert await kit.platform.robot.recall_from_group(CHAT, [sent.receipt]) == [sent.receipt]
        assert kit.world.sent == []


async def test_a_private_letter_is_never_said_in_the_group_it_was_asked_in():
    async with playing(hearing=False) as kit:
        letter = parcel(kit, answering=True, person="0123", webhook=kit.world.add_robot(CHAT))
        sent = await kit.platform.send(letter)
        assert [(one.channel, one.to) for one in kit.world.sent] == [("private", "0123")]
        assert await kit.platform.robot.read_by(sent.receipt) == {"0123": True}
        assert await kit.platform.robot.recall_from_people([sent.receipt]) == [sent.receipt]


@pytest.mark.parametrize("secret", [None, "SECabc+/=def"])
async def test_a_nag_mentions_by_the_groups_webhook(secret: str | None):
    async with playing(hearing=False) as kit:
        webhook = kit.world.add_robot(CHAT, secret)
        await kit.platform.send(parcel(mentions=("0123", "0456"), webhook=webhook, webhook_secret=secret))
        (seen,) = kit.world.sent
        assert (seen.channel, seen.mentions) == ("webhook", ("0123", "0456"))


async def test_more_than_fifty_mentions_are_several_messages():
    people = [f"u{number:03}" for number in range(120)]
    world = World(staff=dict.fromkeys(people, "某人"))
    async with playing(world, hearing=False) as kit:
        letter = parcel(mentions=tuple(people), webhook=kit.world.add_robot(CHAT))
        await kit.platform.send(letter)
        assert [len(one.mentions) for one in world.sent] == [50, 50, 20]
        assert [person for one in world.sent for person in one.mentions] == people
        world.sent.clear()
        sent = await kit.platform.send(parcel(key="k2", mentions=tuple(people)))  # without a webhook the words go once
        assert [one.channel for one in world.sent] == ["group"]
        assert "没有登记群机器人地址" in sent.note


async def test_a_picture_is_uploaded_once():
    async with playing(hearing=False) as kit:
        for key, more in (("a", {"chat": CHAT}), ("b", {"person": "0123"}), ("c", {"person": "0456"})):
            letter = parcel(key=key, kind=LetterKind.IMAGE, text="", name="三色图.dat", body=PNG, **more)
            await kit.platform.send(letter)
        assert [one.channel for one in kit.world.sent] == ["group", "private", "private"]
        assert [name for name, _ in kit.world.media.values()] == ["image.png"]
        await kit.platform.send(parcel(key="d", kind=LetterKind.IMAGE, text="", name="x.png", body=PNG + b"1"))
        assert kit.world.calls["/media/upload"] == 2


async def test_a_caption_goes_before_its_file():
    async with playing(hearing=False) as kit:
        letter = parcel(kind=LetterKind.FILE, text="台账见附件", name="台账.XLSX", body=b"PK", person="0123")
        sent = await kit.platform.send(letter)
        assert [one.text for one in kit.world.sent] == ["台账见附件", "台账.XLSX"]
        assert len(sent.receipt.split(",")) == 2


@pytest.mark.parametrize(
    ("kind", "name", "body"),
    [
        (LetterKind.IMAGE, "a.png", b"<svg/>"),
        (LetterKind.IMAGE, "a.png", None),
        (LetterKind.FILE, "a.txt", b"x"),
        (LetterKind.FILE, "xlsx", b"x"),
        (LetterKind.FILE, "a.xlsx", b""),
        (LetterKind.FILE, "a.pdf", b"x" * ((20 << 20) + 1)),
    ],
)
async def test_what_cannot_be_shown_is_not_uploaded(kind: LetterKind, name: str, body: bytes | None):
    async with playing(hearing=False) as kit:
        error = await failing(kit, parcel(kind=kind, text="", name=name, body=body))
        assert (error.trouble, error.permanent) == (Trouble.MEDIA, True)
        assert kit.world.calls["/media/upload"] == 0


async def test_a_long_letter_is_cut_at_lines_and_a_second_try_goes_on_where_the_first_stopped():
    lines = [f"{number}. 北站路环境影响评价批复办理中，计划六月底前完成" for number in range(350)]
    async with playing(hearing=False) as kit:
        letter = parcel(kind=LetterKind.TEXT, text="\n".join(lines))
        group = "/v1.0/robot/groupMessages/send"
        kit.ding.fault(group, answer(503, code="ServiceUnavailable"))
        assert not (await failing(kit, letter)).permanent
        await kit.platform.send(letter)
        parts = [one.text for one in kit.world.sent]
        assert len(parts) == 2
        assert all(len(one.raw["msgParam"].encode()) <= LARGEST for one in kit.world.sent)
        assert "\n".join(parts).split("\n") == lines
        kit.world.sent.clear()
        again = parcel(key="k2", kind=LetterKind.TEXT, text="\n".join(lines))
        kit.ding.faults[group].extend([Fault("pass"), answer(503, code="ServiceUnavailable")])
        await failing(kit, again)
        await kit.platform.send(again)
        assert "\n".join(one.text for one in kit.world.sent).split("\n") == lines


async def test_what_two_messages_cannot_hold_goes_whole_as_a_document():
    lines = [f"{number}. 北站路环境影响评价批复办理中，计划六月底前完成" for number in range(700)]
    async with playing(hearing=False) as kit:
        letter = parcel(title="第24周/周报", kind=LetterKind.TEXT, text="\n".join(lines), mentions=("0123",))
        sent = await kit.platform.send(letter)
        first, whole = kit.world.sent
        assert first.text.startswith(lines[0])
        assert first.text.endswith("\n（全文见附件）")
        assert len(first.raw["msgParam"].encode()) <= LARGEST
        assert (whole.kind, whole.text) == ("sampleFile", "第24周周报.pdf")
        ((_, body),) = kit.world.media.values()
        assert body.startswith(b"%PDF")
        assert len(sent.receipt.split(",")) == 2


# -- both failure lists ----------------------------------------------------------------------------------


async def test_one_call_reaches_some_and_says_whom_it_did_not():
    async with playing(World(flow_controlled={"0456"}), hearing=False) as kit:
        key, failed = await kit.platform.robot.to_people(["0123", "0456", "gone"], ("sampleText", '{"content":"x"}'))
        assert key
        assert [one.to for one in kit.world.sent] == ["0123"]
        assert (failed["gone"].trouble, failed["gone"].permanent) == (Trouble.PERSON, True)
        assert (failed["0456"].trouble, failed["0456"].permanent) == (Trouble.HELD_BACK, False)
        assert (await failing(kit, parcel(person="gone"))).permanent
        assert (await failing(kit, parcel(person="0456"))).retry_after == 60
        with pytest.raises(ValueError):
            await kit.platform.robot.to_people([], ("sampleText", "{}"))


# -- detours ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        answer(400, code="session.expired"),
        answer(400, code="session.notExisted"),
        answer(500, code="InternalError"),
        Fault("empty", 500),
        answer(200, errcode=300001, errmsg="token is not exist"),
        answer(200, errcode=130101),
    ],
)
async def test_an_expired_session_falls_back_to_the_group(fault: Fault):
    async with playing(hearing=False) as kit:
        kit.ding.fault("/robot/sendBySession", fault)
        sent = await kit.platform.send(parcel(kit, answering=True))
        assert [one.channel for one in kit.world.sent] == ["group"]
        assert sent.note == ""


async def test_an_expired_session_with_a_mention_falls_back_to_the_webhook():
    async with playing(hearing=False) as kit:
        kit.ding.fault("/robot/sendBySession", answer(400, code="session.expired"))
        webhook = kit.world.add_robot(CHAT)
        await kit.platform.send(parcel(kit, answering=True, mentions=("0123",), webhook=webhook))
        assert [(one.channel, one.mentions) for one in kit.world.sent] == [("webhook", ("0123",))]


ODD = [
    "https://evil.example/robot/sendBySession?session=S",
    "http://oapi.dingtalk.com/robot/sendBySession?session=S",
    "{base}/robot/send?access_token=theirs",
    "{base}@evil.example/robot/sendBySession?session=S",
    "http://127.0.0.1:9/robot/sendBySession?session=S",
    "not an address",
    "",
]


@pytest.mark.parametrize("address", ODD)
async def test_an_odd_reply_address_is_not_called(address: str):
    async with playing(hearing=False) as kit:
        address = address.format(base=kit.ding.base)
        letter = parcel(reply_address=address, reply_until=datetime.now(UTC) + SOON)
        await kit.platform.send(letter)
        assert [one.channel for one in kit.world.sent] == ["group"]
        assert kit.world.calls["/robot/send"] == kit.world.calls["/robot/sendBySession"] == 0


@pytest.mark.parametrize(
    ("spoil", "more"),
    [
        ({"stopped": True}, {}),
        ({"removed": True}, {}),
        ({"secret": "SECx"}, {"webhook_secret": "SECwrong"}),
        ({"secret": "SECx"}, {}),
        ({"keywords": ("催办",)}, {}),
    ],
)
async def test_a_webhook_that_refuses_loses_the_mention_not_the_words(spoil: dict[str, Any], more: dict[str, Any]):
    async with playing(hearing=False) as kit:
        webhook = kit.world.add_robot(CHAT, **spoil)
        sent = await kit.platform.send(parcel(mentions=("0123",), webhook=webhook, **more))
        assert [(one.channel, one.text) for one in kit.world.sent] == [("group", "**周报** 已汇总")]
        assert sent.note.startswith("已发到群里，但没有 @ 到人：群机器人")


async def test_when_the_months_calls_are_gone_the_webhook_still_speaks():
    async with playing(World(api_quota=0), hearing=False) as kit:
        await kit.platform.send(parcel(webhook=kit.world.add_robot(CHAT)))
        assert [one.channel for one in kit.world.sent] == ["webhook"]
        error = await failing(kit, parcel(key="k2"))
        assert (error.trouble, error.permanent) == (Trouble.QUOTA, True)


async def test_an_open_outcome_is_never_sent_by_another_way():
    async with playing(hearing=False, settings={"answer_within": 0.3}) as kit:
        for fault in (Fault("hang"), Fault("reset", after=True), Fault("half", after=True)):
            kit.ding.fault("/robot/sendBySession", fault)
            error = await failing(kit, parcel(kit, answering=True))
            assert (error.unknown, error.permanent) == (True, False)
        assert kit.world.calls["/v1.0/robot/groupMessages/send"] == 0


# -- errors ----------------------------------------------------------------------------------------------

CODES = [
    (answer(400, code="send.too.fast"), Trouble.TOO_FAST, False),
    (answer(400, code="too.many.people"), Trouble.TOO_FAST, False),
    (answer(403, code="Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"), Trouble.TOO_FAST, False),
    (answer(403, code="Forbidden.AccessDenied.QpsLimitForApi"), Trouble.TOO_FAST, False),
    (answer(403, code="Forbidden.AccessDenied.ApiCountLimitForOrg"), Trouble.QUOTA, True),
    (answer(403, code="Forbidden.AccessDenied.AccessTokenPermissionDenied"), Trouble.NOT_ALLOWED, True),
    (answer(400, code="invalidParameter.msgParam.tooLong"), Trouble.TOO_LONG, True),
    (answer(400, code="invalid.openConversationId"), Trouble.GROUP_GONE, True),
    (answer(400, code="group.disbanded"), Trouble.GROUP_GONE, True),
    (answer(400, code="resource.not.found"), Trouble.GROUP_GONE, True),
    (answer(400, code="bot.stopped"), Trouble.GROUP_GONE, True),
    (answer(400, code="bot.forbidden.sendMessage"), Trouble.SILENCED, False),
    (answer(400, code="contain.unsafe.url"), Trouble.UNSAFE, True),
    (answer(400, code="contain.notAllowed.words"), Trouble.UNSAFE, True),
    (answer(400, code="staffId.notExisted"), Trouble.PERSON, True),
    (answer(400, code="something.new"), Trouble.REJECTED, True),
    (answer(429), Trouble.TOO_FAST, False),
    (answer(504), Trouble.UNCLEAR, False),
    (answer(200, errcode=15), Trouble.UNCLEAR, False),
    (answer(200, errcode=-1), Trouble.BUSY, False),
    (answer(200, errcode="130101"), Trouble.TOO_FAST, False),
    (answer(200, errcode=90018), Trouble.TOO_FAST, False),
    (answer(200, errcode=90020), Trouble.QUOTA, True),
    (answer(200, errcode=60011), Trouble.NOT_ALLOWED, True),
    (answer(200, errcode=60020), Trouble.NETWORK_NOT_ALLOWED, False),
    (answer(200, errcode=460101), Trouble.TOO_LONG, True),
    (answer(200, errcode=430103), Trouble.UNSAFE, True),
    (answer(200, status=1111, wait=5), Trouble.BANNED, False),
    (page(), Trouble.BANNED, False),
    (page(403), Trouble.BANNED, False),
]


@pytest.mark.parametrize(("fault", "trouble", "permanent"), CODES, ids=lambda one: str(getattr(one, "body", one)))
async def test_what_each_error_means(fault: Fault, trouble: Trouble, permanent: bool):
    gone: list[str] = []

    async def note(chat: str) -> None:
        gone.append(chat)

    async with playing(hearing=False, gone=note) as kit:
        kit.ding.fault("/v1.0/robot/groupMessages/send", fault)
        error = await failing(kit, parcel(why=Why.NOTICE))
        assert (error.trouble, error.permanent) == (trouble, permanent)
        assert gone == ([parcel().chat] if trouble is Trouble.GROUP_GONE else [])
        assert error.unknown is (trouble is Trouble.UNCLEAR)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in error.reason)
        assert kit.world.sent == []


async def test_how_long_to_wait_is_what_the_platform_says():
    async with playing(hearing=False) as kit:
        path = "/v1.0/robot/groupMessages/send"
        for fault, wait in (
            (Fault("answer", 429, {}, {"Retry-After": "7"}), 7),
            (Fault("answer", 429, {}, {"Retry-After": "99999"}), 3600),
            (Fault("answer", 429, {}, {"Retry-After": "Fri, 12 Jun 2026"}), 60),
            (answer(200, status=1111, wait=5), 5),
            (answer(403, code="QpsLimitForApi"), 1),
            (page(), 300),
        ):
            kit.ding.fault(path, fault)
            assert (await failing(kit, parcel())).retry_after == wait


async def test_a_code_from_outside_is_not_repeated_if_it_is_no_code():
    async with playing(hearing=False) as kit:
        kit.ding.fault("/v1.0/robot/groupMessages/send", answer(400, code="看 https://evil.example/?t=1\n"))
        assert "evil" not in (await failing(kit, parcel())).reason


# -- token, pace, count ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        answer(200, errcode=40014),
        answer(200, errcode="42001"),
        answer(200, errcode=40001),
        answer(401),
        answer(400, code="InvalidAuthentication"),
    ],
)
async def test_a_dead_token_is_renewed_once_and_the_letter_goes(fault: Fault):
    async with playing(hearing=False) as kit:
        kit.ding.fault("/v1.0/robot/groupMessages/send", fault)
        await kit.platform.send(parcel())
        assert kit.world.calls["/v1.0/oauth2/accessToken"] == 2
        kit.ding.fault("/v1.0/robot/groupMessages/send", fault, fault)
        assert (await failing(kit, parcel())).trouble is Trouble.TOKEN
        assert len(kit.world.sent) == 1


async def test_a_wrong_secret_is_said_and_not_hammered():
    async with playing(hearing=False, settings={"robot_code": "x"}) as kit:
        kit.world.client_secret = "changed"
        for number in range(20):
            assert (await failing(kit, parcel(key=str(number)))).trouble is Trouble.TOKEN
        assert kit.world.calls["/v1.0/oauth2/accessToken"] == 1


async def test_a_webhook_is_never_called_more_than_twenty_times_a_minute():
    async with playing(hearing=False) as kit:
        webhook = kit.world.add_robot(CHAT)
        waits = []
        for number in range(60):
            try:
                await kit.platform.send(parcel(key=str(number), webhook=webhook, mentions=("0123",)))
            except DingTalkError as error:
                waits.append((error.trouble, error.permanent, error.retry_after or 0))
        assert len(kit.world.sent) == kit.world.calls["/robot/send"] == 15
        assert all(trouble is Trouble.TOO_FAST and not never and 0 < wait <= 240 for trouble, never, wait in waits)


async def test_a_webhook_that_was_shut_is_left_alone():
    async with playing(hearing=False) as kit:
        kit.ding.fault("/robot/send", answer(200, errcode=410100))
        webhook = kit.world.add_robot(CHAT)
        for number in range(3):
            error = await failing(kit, parcel(key=str(number), webhook=webhook, mentions=("0123",)))
            assert error.retry_after == pytest.approx(600, abs=2)
        assert kit.world.calls["/robot/send"] == 1


async def test_a_burst_stays_within_the_calls_of_a_second():
    async with playing(hearing=False) as kit:
        await asyncio.gather(*(kit.platform.send(parcel(key=str(number))) for number in range(30)))
        assert len(kit.world.sent) == 30


async def test_calls_are_counted_and_the_office_is_told():
    meter = Meter(Budget(api=10, traffic=10))
    async with playing(hearing=False, meter=meter) as kit:
        kit.ding.fault("/v1.0/robot/groupMessages/send", answer(400, code="send.too.fast"))
        await failing(kit, parcel())  # what was refused costs nothing
        for number in range(7):
            await kit.platform.send(parcel(key=str(number)))
        await kit.platform.people.member("0123")  # the address book is free
        assert meter.used(datetime.now(UTC)) == {"api": 7, "traffic": 0}
        assert len(kit.told) == 1
        assert "70%" in kit.told[0]


# -- the rest of the robot -------------------------------------------------------------------------------


async def test_work_notices():
    async with playing(hearing=False) as kit:
        task = await kit.platform.notices.send(["0123", "0456"], "催报", "6月12日 11:30截止")
        assert [one.to for one in kit.world.sent] == ["0123", "0456"]
        assert (await kit.platform.notices.result(task))["read_user_id_list"] == ["0123"]
        await kit.platform.notices.recall(task)
        with pytest.raises(DingTalkError) as caught:
            await kit.platform.notices.send(["0123"], "x", "长" * 1000)
        assert caught.value.trouble is Trouble.TOO_LONG


async def test_cards():
    async with playing(hearing=False, settings={"card_template": "tpl.schema"}) as kit:
        values = {"title": "催报", "items": [{"n": 1}]}
        assert await kit.platform.cards.to_group("c1", CHAT, values, {"0123": "张三"})
        assert await kit.platform.cards.to_person("c2", "0123", values)
        await kit.platform.cards.change("c1", {"title": "已报"})
        assert kit.world.cards["c1"] == {"title": "已报", "items": '[{"n": 1}]'}
        for card, chat, much in (("c1", CHAT, {}), ("c3", "cidX", {}), ("c4", CHAT, {"x": "长" * 400})):
            with pytest.raises(DingTalkError) as caught:
                await kit.platform.cards.to_group(card, chat, much)
            assert caught.value.permanent


async def test_people_marks_and_downloads():
    world = World(mobiles={"13800000000": "0456"})
    async with playing(world, hearing=False) as kit:
        assert (await kit.platform.people.member("0123")).name == "张三"
        assert await kit.platform.people.user_by_mobile("13800000000") == "0456"
        with pytest.raises(DingTalkError) as caught:
            await kit.platform.people.member("nobody")
        assert caught.value.trouble is Trouble.PERSON
        await kit.platform.robot.mark(CHAT, "msgAAA==", "已收到")
        assert await kit.platform.media.fetch(world.add_file("PK台账".encode())) == "PK台账".encode()
        with pytest.raises(DingTalkError):
            await kit.platform.media.fetch(world.add_file(b"x" * 2000), largest=1000)


@pytest.mark.parametrize("link", ["https://evil.example/x", "http://127.0.0.1:9/x", "", None, "file:///etc/passwd"])
async def test_a_download_link_leads_to_dingtalk_only(link: Any):
    async with playing(hearing=False) as kit:
        kit.ding.fault("/v1.0/robot/messageFiles/download", answer(200, downloadUrl=link))
        with pytest.raises(DingTalkError) as caught:
            await kit.platform.media.fetch("code")
        assert caught.value.trouble is Trouble.FOREIGN
