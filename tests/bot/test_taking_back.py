"""The office takes back what the bot has said: in the group, everywhere, what can be, and only the office."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from tortoise import Tortoise

from bot.clock import MovedClock
from bot.delivery import Delivery
from bot.house import House, open_house
from bot.platforms.base import Incoming, Parcel, Sent
from bot.platforms.memory import NAME, Fault, MemoryPlatform
from language.office_orders import OfficeOrderName, read_office_orders
from models.chat import Chat
from models.mailbox import Outbox, Reply
from models.people import Person
from models.policy import Office
from models.vocabulary import ChatKind, LetterKind, Why
from tests.bot.conftest import START

OFFICE, LIAISON = "wangfang", "zhangwei"


@pytest.fixture
async def house(office: str, settings: Office, clock: MovedClock, platform: MemoryPlatform) -> AsyncIterator[House]:
    await Tortoise.close_connections()
    async with open_house(office, settings, clock, {NAME: platform}, lambda: 0.0, durable=False, pauses=()) as house:
        await house.receiving.start(sweep=False)
        yield house
        await house.receiving.stop()


@pytest.fixture
async def group(house: House) -> Chat:
    return await Chat.create(platform=NAME, address="g1", kind="group", name="一线群", bound=True)


async def say(house: House, text: str, sender: str, chat: str | None = None) -> list[Outbox]:
    name = f"{text}/{house.clock.now()}"
    incoming = Incoming(
        platform=NAME, message_id=name, chat=chat or sender, chat_kind=ChatKind.GROUP if chat else ChatKind.SINGLE,
        sender=sender, text=text, sent_at=house.clock.now(),
    )  # fmt: skip
    assert await house.receiving.receive(incoming)
    await house.receiving.drain()
    letters = await Outbox.filter(answers__message_id=name).exclude(kind="recall").order_by("id")
    await house.delivery.deliver_due()
    return letters


async def publish(house: House, group: Chat, *keys: str, why: Why = Why.SUMMARY) -> None:
    for key in keys:
        await Outbox.put(key, Reply(key, why=why), house.clock.now(), chat=group)
    await house.delivery.deliver_due()


def recalled(platform: MemoryPlatform) -> list[tuple[str | None, str]]:
    return [
        (said.parcel.chat or said.parcel.person, said.parcel.recalls)
        for said in platform.said
        if said.parcel.kind is LetterKind.RECALL
    ]


@pytest.mark.parametrize("words", ["撤回周报", "把刚才发的周报撤回", "撤回你刚才发的那条", "撤回", "撤回上一条"])
async def test_the_office_takes_back_what_was_published_here(
    house: House, group: Chat, platform: MemoryPlatform, words: str
) -> None:
    await publish(house, group, "text", "picture")
    (told,) = await say(house, words, OFFICE, "g1")
    assert recalled(platform) == [("g1", "1"), ("g1", "2")]
    assert (told.person_id, told.text) == (OFFICE, "正在撤回周报（6月11日 10:00发出）2条，撤不回的会告诉您。")
    (again,) = await say(house, words + "吧" if words == "撤回周报" else "撤回周报", OFFICE, "g1")
    assert "没有找到" in again.text
    assert len(recalled(platform)) == 2


async def test_asked_privately_it_is_taken_back_everywhere_and_only_the_last(
    house: House, group: Chat, platform: MemoryPlatform, clock: MovedClock
) -> None:
    other = await Chat.create(platform=NAME, address="g2", kind="group", name="二线群", bound=True)
    await publish(house, group, "old")
    clock.move(START + timedelta(hours=1))
    await Outbox.put("new1", Reply("新", why=Why.SUMMARY), clock.now(), chat=group)
    await Outbox.put("new2", Reply("新", why=Why.SUMMARY), clock.now(), chat=other)
    await Outbox.put("count", Reply("数", why=Why.COUNT), clock.now(), chat=group)
    await house.delivery.deliver_due()
    await say(house, "撤回周报", OFFICE)
    assert sorted(recalled(platform)) == [("g1", "3"), ("g2", "4")] or len(recalled(platform)) == 2
    assert {place for place, _ in recalled(platform)} == {"g1", "g2"}


async def test_what_told_many_in_one_call_is_taken_back_once(
    house: House, group: Chat, platform: MemoryPlatform
) -> None:
    for name in (LIAISON, "liuyang"):
        await Outbox.put(f"k/{name}", Reply("请报", why=Why.REMINDER), START, person=await Person.get(id=name))
    await house.delivery.deliver_due()
    await Outbox.filter(key__startswith="k/").update(receipt="shared")
    await say(house, "撤回催报提醒", OFFICE)
    assert [receipt for _, receipt in recalled(platform)] == ["shared"]


async def test_without_a_receipt_people_must_do_it(house: House, group: Chat, platform: MemoryPlatform) -> None:
    await publish(house, group, "text")
    await Outbox.filter(key="text").update(receipt=None)
    (told,) = await say(house, "撤回周报", OFFICE, "g1")
    assert "请在群里手工撤回" in told.text
    assert recalled(platform) == []


async def test_what_is_a_day_old_stays(house: House, group: Chat, platform: MemoryPlatform, clock: MovedClock) -> None:
    await publish(house, group, "text")
    clock.move(START + timedelta(hours=25))
    (told,) = await say(house, "撤回周报", OFFICE, "g1")
    assert "没有找到" in told.text


@pytest.mark.parametrize("fault", [Fault.FORBIDDEN, Fault.SERVER_ERROR])
async def test_what_cannot_be_taken_back_is_told(
    house: House, group: Chat, platform: MemoryPlatform, clock: MovedClock, fault: Fault
) -> None:
    await publish(house, group, "text")
    platform.fail(fault, 1 if fault is Fault.FORBIDDEN else 10)  # the answer to the order fails as well
    await say(house, "撤回周报", OFFICE, "g1")
    while (due := await house.delivery.next_due()) is not None:
        clock.move(due)
        await house.delivery.deliver_due()
    assert recalled(platform) == []
    assert any("没有撤回" in said.parcel.text and "手工" in said.parcel.text for said in platform.said)


async def test_a_platform_that_cannot_take_back_says_so(house: House, group: Chat, settings: Office) -> None:
    class Simple:
        name = NAME

        async def start(self, receive: object) -> None: ...

        async def stop(self) -> None: ...

        async def send(self, parcel: Parcel) -> Sent:
            assert parcel.kind is not LetterKind.RECALL
            return Sent("r")

    await Outbox.put("a", Reply("", kind=LetterKind.RECALL, context={"recalls": "r"}), START, chat=group)
    await Delivery({NAME: Simple()}, settings, house.clock, lambda: 0.0).deliver_due()
    letter = await Outbox.get(key="a")
    assert letter.given_up_at is not None
    assert letter.trouble == "这个平台不支持撤回"


async def test_nobody_else_takes_back_what_the_bot_said(house: House, group: Chat, platform: MemoryPlatform) -> None:
    await publish(house, group, "text")
    await say(house, "撤回周报", LIAISON, "g1")
    await say(house, "撤回上一条", LIAISON, "g1")
    assert recalled(platform) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("撤回周报", "周报"), ("请把周报撤回", "周报"), ("收回刚才的通知", "通知"), ("撤回刚刚发的三色图", "三色图"),
        ("把你刚才发的那条撤回", ""), ("撤回机器人刚才发的消息", "消息"), ("撤回预警吧", "预警"),
    ],
)  # fmt: skip
def test_what_is_meant(text: str, what: str) -> None:
    (order,) = read_office_orders(text)
    assert (order.name, order.words) == (OfficeOrderName.TAKE_BACK, what)


@pytest.mark.parametrize(
    "text", ["撤回", "撤回上一条", "撤回刚才那条", "撤回北站路", "周报里北站路撤回", "申请撤回环评", "撤回我刚才报的"]
)
def test_what_is_a_report_or_its_withdrawal(text: str) -> None:
    assert read_office_orders(text) == ()


@pytest.mark.parametrize(
    "words", ["谁看了周报", "周报谁没看", "周报还有谁没看", "周报的已读情况", "查一下周报已读人数"]
)
async def test_the_office_learns_who_has_read_only_when_it_asks(
    house: House, group: Chat, platform: MemoryPlatform, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    asked: list[str] = []

    async def read(parcel: Parcel) -> frozenset[str]:
        asked.append(parcel.recalls)
        return frozenset({LIAISON, "liuyang"})

    monkeypatch.setattr(platform, "readers", read)
    await publish(house, group, "text", "picture")
    assert asked == []
    await say(house, words, OFFICE, "g1")
    assert asked == ["1"]
    told = [said.parcel for said in platform.said if said.parcel.person == OFFICE][-1]
    assert told.text.startswith("一线群的周报（6月11日 10:00发出）已有2人看过；登记的联络员还没看的")
    assert "张伟" not in told.text
    assert "孙丽" in told.text


async def test_what_cannot_be_asked_after_is_said(house: House, group: Chat, platform: MemoryPlatform) -> None:
    (told,) = await say(house, "周报谁没看", OFFICE, "g1")
    assert "没有找到" in told.text
    (told,) = await say(house, "通知谁没看", LIAISON, "g1")
    assert "办公室" in told.text


@pytest.mark.parametrize("text", ["谁没报", "周报谁没报", "谁看得懂周报", "大家都看了", "谁没看", "北站路谁没看过现场"])
def test_what_is_no_question_after_readers(text: str) -> None:
    assert not any(order.name is OfficeOrderName.READERS for order in read_office_orders(text))
