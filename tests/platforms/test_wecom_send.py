"""Each letter goes by the channel that can carry it, and what fails, fails with a reason."""

import asyncio
import operator
import random
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from bot.platforms.base import Parcel
from bot.platforms.texts import split
from bot.platforms.wecom.errors import CODES, Trouble, WeComError, judge
from bot.platforms.wecom.pace import Paces
from bot.platforms.wecom.route import Channel, Means, channels_for, steps_of
from bot.platforms.wecom.texts import LARGEST_APP, LARGEST_HOOK_TEXT, harmless, plain
from language.wording.wecom import TROUBLE
from models.vocabulary import LetterKind, Why
from tests.wire.dingtalk.faults import Fault, answer, page
from tests.wire.wecom.kit import Kit, playing
from tests.wire.wecom.world import World

GROUP = "wrGROUP"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
NOW = datetime(2026, 6, 12, 2, tzinfo=UTC)


def parcel(**more: Any) -> Parcel:
    chosen: dict[str, Any] = {"key": "k", "kind": LetterKind.TEXT, "text": "已登记", "chat": GROUP, **more}
    if chosen.get("person"):
        chosen["chat"] = None
    return Parcel(**chosen)


async def failing(kit: Kit, letter: Parcel) -> WeComError:
    with pytest.raises(WeComError) as caught:
        await kit.platform.send(letter)
    return caught.value


# -- the table -------------------------------------------------------------------------------------------

ALL = Means(socket=True, app=True)
ASKED = Means(socket=True, app=True, request="r")


@pytest.mark.parametrize(
    ("means", "more", "ways"),
    [
        (ALL, {}, "push"),
        (ALL, {"webhook": "w"}, "push webhook"),
        (ALL, {"webhook": "w", "mentions": ("a",)}, "webhook push"),
        (ALL, {"mentions": ("a",)}, "push"),
        (ASKED, {"webhook": "w"}, "reply push webhook"),
        (ASKED, {"webhook": "w", "mentions": ("a",)}, "webhook reply push"),
        (ASKED, {"minutes": 50, "webhook": "w"}, "reply push response webhook"),
        (ASKED, {"minutes": 0.4}, "reply push"),
        (ASKED, {"minutes": 50, "webhook": "w", "kind": LetterKind.IMAGE}, "reply push webhook"),
        (ASKED, {"minutes": 50, "webhook": "w", "kind": LetterKind.FILE, "mentions": ("a",)}, "reply push webhook"),
        (ALL, {"kind": LetterKind.FILE}, "push"),
        (Means(), {"minutes": 50, "webhook": "w"}, "response webhook"),
        (Means(), {"webhook": "w", "kind": LetterKind.IMAGE}, "webhook"),
        (Means(), {}, ""),
        (ALL, {"person": "p"}, "app push"),
        (ASKED, {"person": "p"}, "reply push app"),
        (ASKED, {"person": "p", "minutes": 50}, "reply response push app"),
        (Means(socket=True), {"person": "p"}, "push"),
        (Means(app=True), {"person": "p", "minutes": 50}, "response app"),
        (ALL, {"person": "p", "webhook": "w", "mentions": ("a",)}, "app push"),
        (ALL, {"person": "p", "kind": LetterKind.FILE}, "app push"),
        (Means(), {"person": "p"}, ""),
    ],
)
def test_which_channel_carries_what(means: Means, more: dict[str, Any], ways: str):
    more = dict(more)
    if "minutes" in more:
        more |= {"reply_address": "s", "reply_until": NOW + timedelta(minutes=more.pop("minutes"))}
    assert channels_for(parcel(**more), means, NOW) == tuple(Channel(way) for way in ways.split())


def test_every_trouble_has_words_and_every_code_a_trouble():
    assert set(TROUBLE) == {one.value for one in Trouble}
    assert {judge(code).trouble for code in CODES} <= set(Trouble)
    assert judge(999999).permanent
    assert not judge(45009).permanent
    assert judge(45009).retry_after == 60


# -- words -----------------------------------------------------------------------------------------------


def test_long_words_are_cut_at_lines_by_bytes_and_never_inside_a_character():
    chance = random.Random(3)
    for _ in range(300):
        lines = ["".join(chance.choice("汉字a😀，") for _ in range(chance.randrange(200))) for _ in range(20)]
        text = "\n".join(lines)
        limit = chance.randrange(50, 900)
        parts = split(text, limit)
        assert all(len(part.encode()) <= limit for part in parts)
        assert "".join(parts).replace("\n", "") == text.replace("\n", "")


@pytest.mark.parametrize("channel", list(Channel))
def test_at_most_two_parts_and_then_a_file(channel: Channel):
    for size in (10, 1500, 5000, 200_000):
        text = "\n".join("第一季度完成投资两亿元" for _ in range(size // 33 + 1))
        steps = steps_of(parcel(text=text, title="第24周 重点项目"), channel)
        assert len([step for step in steps if step.kind is not LetterKind.FILE]) <= 2
        files = [step for step in steps if step.kind is LetterKind.FILE]
        if files:
            assert files[0].body.decode() == text
            assert files[0].name == "第24周 重点项目.txt"


def test_the_quoted_cannot_mention_link_or_colour():
    assert harmless("<@all> <@zhangwei> <a href='x'>点</a> <font color=1> 3<5 a<b") == (
        "＜@all> ＜@zhangwei> ＜a href='x'>点＜/a> ＜font color=1> 3<5 a＜b"
    )
    assert (
        plain("# 周报\n**已报** 3家\n> 引用 [看](https://a.example/b)") == "周报\n已报 3家\n引用 看 https://a.example/b"
    )


# -- the channels ----------------------------------------------------------------------------------------


async def test_a_reminder_mentions_by_the_webhook():
    async with playing() as kit:
        hook = kit.world.add_hook()
        letter = parcel(kind=LetterKind.MARKDOWN, text="**请报周报**", mentions=("zhangwei", "LiNa"), webhook=hook)
        sent = await kit.platform.send(letter)
        (seen,) = kit.world.sent
        assert (seen.channel, seen.kind, seen.text, seen.mentions) == (
            "webhook",
            "text",
            "请报周报",
            ("zhangwei", "LiNa"),
        )
        assert sent.note == ""


async def test_a_bare_key_is_as_good_as_the_address():
    async with playing(hearing=False) as kit:
        key = kit.world.add_hook().rpartition("=")[2]
        await kit.platform.send(parcel(mentions=("zhangwei",), webhook=key))
        assert [one.mentions for one in kit.world.sent] == [("zhangwei",)]


@pytest.mark.parametrize("stop", ["removed", "disabled", "foreign", "none"])
async def test_without_a_webhook_it_is_said_unmentioned_and_noted(stop: str):
    async with playing() as kit:
        kit.world.met.add(GROUP)
        hook: str | None = kit.world.add_hook()
        if stop == "removed":
            kit.world.hooks.clear()
        elif stop == "disabled":
            next(iter(kit.world.hooks.values())).stopped = True
        else:
            hook = "https://evil.example/cgi-bin/webhook/send?key=a" if stop == "foreign" else None
        sent = await kit.platform.send(parcel(mentions=("zhangwei",), webhook=hook))
        assert [(one.channel, one.to) for one in kit.world.sent] == [("push", GROUP)]
        assert "没有 @ 到人" in sent.note


async def test_a_webhook_that_may_have_mentioned_is_not_asked_again_by_another_way():
    async with playing() as kit:
        kit.world.met.add(GROUP)
        hook = kit.world.add_hook()
        kit.wecom.fault("/cgi-bin/webhook/send", Fault("reset", after=True))
        error = await failing(kit, parcel(mentions=("zhangwei",), webhook=hook))
        assert error.unknown
        assert [one.channel for one in kit.world.sent] == ["webhook"]


async def test_never_more_than_twenty_a_minute_by_one_webhook():
    async with playing(hearing=False) as kit:
        hook = kit.world.add_hook()
        waits = []
        for number in range(60):
            try:
                await kit.platform.send(parcel(key=f"k{number}", mentions=("zhangwei",), webhook=hook))
            except WeComError as error:
                waits.append(error.retry_after)
        assert len(kit.world.sent) == 18
        assert len(waits) == 42
        assert kit.world.calls["/cgi-bin/webhook/send"] == 18  # the platform was not even asked
        assert min(wait or 0 for wait in waits) > 50


async def test_posts_by_one_key_wait_for_each_other():
    async with playing(hearing=False) as kit:
        hook = kit.world.add_hook()
        kit.wecom.api.slow = 0.05
        letters = [parcel(key=f"k{number}", mentions=("zhangwei",), webhook=hook) for number in range(8)]
        await asyncio.gather(*(kit.platform.send(letter) for letter in letters))
        assert len(kit.world.sent) == 8


@pytest.mark.parametrize("by", ["socket", "webhook"])
async def test_a_picture_and_a_file_reach_the_group(by: str):
    more: dict[str, Any] = {} if by == "socket" else {"settings": {"bot_secret": ""}, "hearing": False}
    async with playing(**more) as kit:
        kit.world.met.add(GROUP)
        hook = kit.world.add_hook()
        sheet = random.Random(1).randbytes(1_300_000)
        common = {"text": "", "webhook": hook}
        await kit.platform.send(parcel(kind=LetterKind.IMAGE, body=PNG, name="三色图.png", **common))
        await kit.platform.send(parcel(key="f", kind=LetterKind.FILE, body=sheet, name="第24周 周报.xlsx", **common))
        await kit.platform.send(parcel(key="g", kind=LetterKind.FILE, body=sheet, name="第24周 周报.xlsx", **common))
        picture, file, again = kit.world.sent
        assert (picture.channel, picture.body) == ("push" if by == "socket" else "webhook", PNG)
        assert (file.body, file.name) == (sheet, "第24周 周报.xlsx")
        assert again.body == sheet
        uploads = kit.world.calls["aibot_upload_media_init"] or kit.world.calls["/cgi-bin/webhook/upload_media"]
        assert uploads == (2 if by == "socket" else 1)  # the same file is not uploaded twice


@pytest.mark.parametrize(
    ("kind", "body", "name"),
    [
        (LetterKind.IMAGE, b"GIF89a" + b"0" * 100, "a.gif"),
        (LetterKind.IMAGE, PNG + b"0" * (2 << 20), "a.png"),
        (LetterKind.IMAGE, b"", "a.png"),
        (LetterKind.FILE, b"1234", "a.txt"),
        (LetterKind.FILE, b"0" * ((20 << 20) + 1), "a.txt"),
        (LetterKind.FILE, b"12345", "noending"),
        (LetterKind.FILE, b"12345", ""),
    ],
)
async def test_what_cannot_be_shown_is_refused_before_it_is_sent(kind: LetterKind, body: bytes, name: str):
    async with playing(hearing=False) as kit:
        error = await failing(kit, parcel(kind=kind, body=body, name=name, text="", webhook=kit.world.add_hook()))
        assert error.permanent or error.trouble is Trouble.OFFLINE
        assert kit.world.sent == []


async def test_a_private_nudge_goes_by_the_application_once():
    async with playing() as kit:
        letter = parcel(person="zhangwei", why=Why.REMINDER)
        for _ in range(3):
            kit.wecom.fault("/cgi-bin/message/send", Fault("reset", after=True))
            error = await failing(kit, letter)
            assert (error.unknown, error.trouble) == (False, Trouble.BUSY)
        await kit.platform.send(letter)
        assert [(one.channel, one.to) for one in kit.world.sent] == [("app", "zhangwei")]


async def test_the_same_answer_twice_is_two_answers():
    async with playing() as kit:
        await kit.platform.send(parcel(person="zhangwei"))
        await kit.platform.send(parcel(key="k2", person="zhangwei"))
        assert len(kit.world.sent) == 2
        kit.wecom.fault("/cgi-bin/message/send", Fault("reset", after=True))
        assert (await failing(kit, parcel(key="k3", person="zhangwei"))).unknown


async def test_who_is_outside_the_range_is_reached_by_the_aibot_if_they_have_met():
    world = World(hidden={"zhangwei", "LiNa"}, met={"zhangwei"})
    async with playing(world) as kit:
        await kit.platform.send(parcel(person="zhangwei"))
        assert [(one.channel, one.to) for one in world.sent] == [("push", "zhangwei")]
        error = await failing(kit, parcel(key="l", person="LiNa"))
        assert (error.trouble, error.permanent) == (Trouble.NEVER_MET, True)


async def test_a_partly_failed_send_is_noticed_whatever_the_letters_of_the_id():
    async with playing(settings={"bot_secret": ""}, hearing=False) as kit:
        kit.wecom.fault("/cgi-bin/message/send", answer(200, errcode=0, errmsg="ok", invaliduser="lina|x"))
        error = await failing(kit, parcel(person="LiNa"))
        assert error.trouble is Trouble.PERSON


async def test_a_long_letter_to_a_person_ends_in_a_file():
    async with playing() as kit:
        text = "\n".join(f"{number}. 北站路工程本周完成管网迁改" for number in range(400))
        await kit.platform.send(parcel(person="zhangwei", text=text, title="周报"))
        words, file = kit.world.sent
        assert words.text.endswith("（全文见附件）")
        assert len(words.text.encode()) <= LARGEST_APP
        assert file.body.decode() == text


async def test_a_second_try_goes_on_where_the_first_one_stopped():
    async with playing() as kit:
        hook = kit.world.add_hook()
        text = "\n".join("请在今天上午报送本周进展" for _ in range(100))
        assert LARGEST_HOOK_TEXT < len(text.encode()) < 2 * LARGEST_HOOK_TEXT
        letter = parcel(text=text, mentions=("zhangwei",), webhook=hook)
        before = kit.platform.webhooks._post
        kit.platform.webhooks._post = _failing_second(before)  # type: ignore[method-assign]
        error = await failing(kit, letter)
        kit.platform.webhooks._post = before  # type: ignore[method-assign]
        assert error.trouble is Trouble.BUSY
        await kit.platform.send(letter)
        assert len(kit.world.sent) == 2
        assert "\n".join(one.text for one in kit.world.sent) == text
        assert [one.mentions for one in kit.world.sent] == [("zhangwei",), ()]


def _failing_second(post: Any) -> Any:
    calls = 0

    async def posting(key: str, body: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise WeComError(Trouble.BUSY, -1)
        await post(key, body)

    return posting


async def test_a_group_that_is_gone_is_told_of():
    async with playing() as kit:
        kit.world.met.add(GROUP)
        kit.world.removed.add(GROUP)
        error = await failing(kit, parcel())
        assert (error.trouble, error.permanent, kit.gone) == (Trouble.GROUP_GONE, True, [GROUP])


async def test_thirty_a_minute_in_one_conversation_and_others_are_not_held_up():
    world = World(groups={GROUP: "a", "wrOTHER": "b"}, met={GROUP, "wrOTHER"})
    async with playing(world) as kit:
        refused = 0
        for number in range(40):
            try:
                await kit.platform.send(parcel(key=f"k{number}"))
            except WeComError as error:
                refused += error.trouble is Trouble.TOO_FAST
        assert (len(world.sent), refused) == (27, 13)
        await kit.platform.send(parcel(key="other", chat="wrOTHER"))
        assert world.sent[-1].to == "wrOTHER"


async def test_a_socket_that_is_away_leaves_the_response_address_and_the_webhook():
    async with playing(hearing=False) as kit:
        body = kit.world.message("x")
        until = datetime.now(UTC) + timedelta(minutes=50)
        answering = {"reply_address": body["response_url"], "reply_until": until, "webhook": kit.world.add_hook()}
        await kit.platform.send(parcel(**answering))
        await kit.platform.send(parcel(key="k2", **answering))  # the address is good once
        assert [one.channel for one in kit.world.sent] == ["response", "webhook"]


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/cgi-bin/aibot/response?response_code=a",
        "http://169.254.169.254/cgi-bin/aibot/response?response_code=a",
        "https://qyapi.weixin.qq.com.evil.example/cgi-bin/aibot/response?response_code=a",
        "https://u@127.0.0.1/cgi-bin/aibot/response?response_code=a",
        "/cgi-bin/aibot/response?response_code=a",
        "",
    ],
)
async def test_a_foreign_response_address_is_never_called(address: str):
    async with playing(settings={"bot_secret": "", "app_secret": ""}, hearing=False) as kit:
        until = datetime.now(UTC) + timedelta(minutes=50)
        error = await failing(kit, parcel(reply_address=address, reply_until=until))
        assert error.trouble in (Trouble.FOREIGN, Trouble.NOWHERE)
        assert not kit.world.calls


# -- tokens and faults -----------------------------------------------------------------------------------


async def test_fifty_senders_and_an_early_death_cost_two_fetches_and_no_letter():
    world = World(staff={f"u{number}": "某人" for number in range(100)})
    async with playing(world, settings={"bot_secret": ""}, hearing=False) as kit:
        await asyncio.gather(*(kit.platform.send(parcel(key=f"a{n}", person=f"u{n}")) for n in range(50)))
        world.tokens.clear()  # dead before its time: 40014
        await asyncio.gather(*(kit.platform.send(parcel(key=f"b{n}", person=f"u{n + 50}")) for n in range(50)))
        assert len(world.sent) == 100
        assert world.calls["/cgi-bin/gettoken"] == 2


async def test_a_wrong_secret_is_said_and_not_hammered():
    async with playing(settings={"bot_secret": "", "app_secret": "wrong"}, hearing=False) as kit:
        for number in range(20):
            error = await failing(kit, parcel(key=f"k{number}", person="zhangwei"))
            assert (error.trouble, error.permanent) == (Trouble.SECRET, False)
        assert kit.world.calls["/cgi-bin/gettoken"] == 1


FAULTS = {
    "500": (Fault("empty", 500), False, False),
    "502": (Fault("empty", 502), False, False),
    "429": (Fault("empty", 429), False, False),
    "45009": (answer(200, errcode=45009), False, False),
    "45033": (answer(200, errcode=45033), False, False),
    "-1": (answer(200, errcode=-1), False, False),
    "60020": (answer(200, errcode=60020), False, False),
    "40001 twice": (answer(200, errcode=40001), False, False),
    "81013": (answer(200, errcode=81013), True, False),
    "unknown code": (answer(200, errcode=1234567), True, False),
    "page": (page(), False, True),
    "half": (Fault("half"), False, True),
    "list": (Fault("list"), False, True),
    "short": (Fault("short"), False, True),
    "redirect": (Fault("redirect", body={"to": "https://evil.example/"}), False, False),
    "reset": (Fault("reset"), False, True),
    "hang": (Fault("hang"), False, True),
    "drip": (Fault("drip"), False, True),
    "bomb": (Fault("bomb"), False, True),
    "flood": (Fault("flood"), False, True),
    "504": (Fault("empty", 504), False, True),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_a_fault_is_sorted_by_what_it_means_for_a_letter(name: str):
    fault, permanent, unknown = FAULTS[name]
    async with playing(settings={"bot_secret": "", "answer_within": 0.4}, hearing=False) as kit:
        kit.wecom.fault("/cgi-bin/message/send", fault, fault)
        error = await failing(kit, parcel(person="zhangwei"))
        assert (error.permanent, error.unknown) == (permanent, unknown), error.reason
        kit.wecom.faults.clear()
        if not permanent:
            await kit.platform.send(parcel(person="zhangwei"))
            assert len(kit.world.sent) == 1


async def test_what_the_application_said_can_be_taken_back():
    async with playing() as kit:
        sent = await kit.platform.send(parcel(person="zhangwei", text="\n".join("请报周报" for _ in range(250))))
        assert len(kit.world.sent) == 2
        await kit.platform.take_back(parcel(person="zhangwei", kind=LetterKind.RECALL, text="", recalls=sent.receipt))
        assert kit.world.recalled == kit.world.sent
        kit.wecom.fault("/cgi-bin/message/recall", Fault("reset", after=True))
        with pytest.raises(WeComError) as caught:
            await kit.platform.take_back(parcel(person="zhangwei", recalls=sent.receipt))
        assert (caught.value.unknown, caught.value.deduplicated) == (True, True)


async def test_what_went_to_a_group_has_no_receipt():
    async with playing() as kit:
        kit.world.met.add(GROUP)
        assert (await kit.platform.send(parcel())).receipt == ""


async def test_a_message_may_be_answered_under_its_id_for_23_hours():
    now = [NOW]
    async with playing(now=lambda: now[0]) as kit:
        body = kit.world.message("问一句")
        await kit.wecom.gateway.say_until(body, lambda: body["msgid"] in kit.inbox.kept)
        for hours, channel in ((22.9, "reply"), (0.2, "push")):
            now[0] += timedelta(hours=hours)
            await kit.platform.send(parcel(key=channel, reply_to=body["msgid"]))
            assert kit.world.sent[-1].channel == channel


async def test_an_encrypted_id_is_read_by_the_application_once():
    async with playing() as kit:
        kit.world.open_ids["woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA"] = "LiNa"
        for words in ("一", "二"):
            body = kit.world.message(words, "woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA")
            await kit.wecom.gateway.say_until(body, partial(operator.contains, kit.inbox.kept, body["msgid"]))
        assert {one.sender for one in kit.heard} == {"LiNa"}
        assert kit.world.calls["/cgi-bin/batch/openuserid_to_userid"] == 1
        body = kit.world.message("三", "woUNKNOWNAXtWyujaWJHDDGi0mACAAAA")
        await kit.wecom.gateway.say_until(body, lambda: body["msgid"] in kit.inbox.kept)
        assert kit.heard[-1].sender == "woUNKNOWNAXtWyujaWJHDDGi0mACAAAA"


def test_a_thousand_an_hour_in_one_conversation():
    paces, moment, held = Paces(), 0.0, 0
    for _ in range(1200):
        try:
            paces.talk(GROUP, moment)
        except WeComError:
            held += 1
        moment += 2.5  # never more than 24 a minute
    assert held == 1200 - 950


CODES_OF_THE_SHEET = {
    "again": (-1, 6000, 45033, 40007),
    "next minute": (45009, 40014, 41001, 42001),
    "later": (40001, 40013, 40091, 50003, 60020, 853000),
    "never": (
        40003, 40008, 40009, 40029, 40056, 40058, 40123, 40125, 42014, 42020, 42022, 42045, 44001, 44004, 45001, 45002,
        46004, 48002, 50001, 60011, 60021, 60111, 80001, 81013, 82001, 85005, 86001, 86003, 86008, 93000, 93001, 93004,
        93006, 93008, 93017, 93018, 93019, 301002, 846605, 846608, 999999,
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("what", "code"), [(what, code) for what, codes in CODES_OF_THE_SHEET.items() for code in codes]
)
def test_each_code_of_the_sheet_is_followed_by_what_it_calls_for(what: str, code: int):
    error = judge(code)
    if what == "never":
        assert error.permanent
    elif what == "next minute":
        assert (error.permanent, error.retry_after) == (False, 60.0)
    elif what == "later":
        assert (error.permanent, (error.retry_after or 0) >= 300) == (False, True)
    elif code != 40007:  # uploaded again at once, where it happens
        assert (error.permanent, error.unknown) == (False, False)


async def test_a_webhooks_pace_is_kept_with_the_other_processes():
    class Full:
        def __init__(self) -> None:
            self.shut_for: list[float] = []

        async def take(self, key: str) -> float:
            return 40.0 if len(kit.world.sent) else 0.0

        async def shut(self, key: str, seconds: float) -> None:
            self.shut_for.append(seconds)

    shared = Full()
    async with playing(hearing=False, shared=shared) as kit:
        letter = {"webhook": kit.world.add_hook(), "mentions": ("zhangwei",)}
        kit.wecom.fault("/cgi-bin/webhook/send", answer(200, errcode=45009))
        error = await failing(kit, parcel(key="refused", **letter))
        assert (error.too_fast, shared.shut_for) == (True, [60.0])
        kit.platform.webhooks._paces.webhook.shut(next(iter(kit.world.hooks)), 0.0)
        await kit.platform.send(parcel(key="first", **letter))
        error = await failing(kit, parcel(key="second", **letter))
        assert (error.too_fast, error.retry_after, len(kit.world.sent)) == (True, 40.0, 1)
