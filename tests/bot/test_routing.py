"""Facts, changes, letters and "handled" stand or fall together; what may be told is told, everything else is a fault."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from tortoise import Tortoise

from bot.clock import MovedClock
from bot.house import House, open_house
from bot.platforms.base import Incoming
from bot.platforms.memory import NAME, MemoryPlatform
from handlers import report
from models.chat import Chat
from models.mailbox import Inbox, Outbox, Reply, last_prompt
from models.people import Person
from models.policy import Office
from models.report import Fact
from models.vocabulary import ChatKind, Why
from tests.bot.conftest import START


@pytest.fixture
async def house(office: str, settings: Office, clock: MovedClock, platform: MemoryPlatform) -> AsyncIterator[House]:
    """The parts around the store that `office` has filled; it is opened a second time, as a restart would."""
    await Tortoise.close_connections()
    async with open_house(office, settings, clock, {NAME: platform}, lambda: 0.0, durable=False, pauses=()) as house:
        await house.receiving.start(sweep=False)
        yield house
        await house.receiving.stop()


async def say(house: House, text: str, name: str = "m1", *, private: bool = False, sender: str = "zhangwei") -> None:
    incoming = Incoming(
        platform=NAME, message_id=name, chat=sender if private else "g1",
        chat_kind=ChatKind.SINGLE if private else ChatKind.GROUP, sender=sender, text=text, sent_at=house.clock.now(),
    )  # fmt: skip
    assert await house.receiving.receive(incoming)
    await house.receiving.drain()


async def test_a_fault_leaves_nothing_behind_but_an_apology(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    put = Outbox.put

    async def broken(key: str, reply: Reply, *more: object, **named: object) -> None:
        if key.startswith("reply/"):
            raise OSError("disk full")
        await put(key, reply, *more, **named)

    monkeypatch.setattr(Outbox, "put", broken)
    await say(house, "北站路环评6月10日已批复")
    assert await Fact.all().count() == 0
    row = await Inbox.get()
    assert row.fault == "OSError"
    assert [letter.key for letter in await Outbox.filter(why="reply")] == [f"fault/{row.id}"]


async def test_a_refusal_is_told_and_writes_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    from models.refusal import Stranger

    async def refuses(*_: object) -> tuple[Reply, ...]:
        await Chat.create(platform=NAME, address="written before it was refused", kind="group")
        raise Stranger

    monkeypatch.setattr(report, "take_reports", refuses)
    await say(house, "北站路环评6月10日已批复")
    assert await Chat.filter(address__startswith="written").count() == 0
    (letter,) = await Outbox.all()
    assert "登记" in letter.text
    assert (await Inbox.get()).fault is None


async def test_two_processes_answer_a_message_once(house: House) -> None:
    from handlers.routing import handle

    await say(house, "收到", "m0")
    row = await Inbox.create(
        platform=NAME, message_id="m1", chat_address="g1", chat_kind="group", sender_address="zhangwei",
        text="北站路环评6月10日已批复", sent_at=START, received_at=START,
    )  # fmt: skip
    work = [handle(row, house.office, house.knowledge.lexicon, house.clock.now()) for _ in range(2)]
    await asyncio.gather(*work)
    assert await Outbox.filter(key__startswith="reply/").count() == 1
    assert await Fact.filter(key="status").count() == 1


async def test_what_is_said_privately_is_answered_to_the_person(house: House) -> None:
    await say(house, "北站路环评6月10日已批复", private=True)
    letter = await Outbox.get(key__startswith="reply/")
    assert (letter.chat_id, letter.person_id) == (None, "zhangwei")
    chat = await Chat.get(kind="single")
    assert (chat.address, chat.person_id) == ("zhangwei", "zhangwei")


async def test_the_last_numbered_list_is_remembered_for_a_week(house: House) -> None:
    person = await Person.get(id="zhangwei")
    items = [{"number": 1, "project": "p01", "node": "p01n1"}]
    await Outbox.put("a", Reply("旧", context={"items": [{"number": 1, "project": "p02"}]}), START, person=person)
    await Outbox.put("b", Reply("新", why=Why.NOTICE, context={"items": items}), START, person=person)
    await Outbox.put("c", Reply("没有编号"), START, person=person)
    assert list(await last_prompt(person, START)) == items
    assert list(await last_prompt(person, START + timedelta(days=8))) == []


async def test_an_order_that_changes_the_registry_is_known_at_once(house: House) -> None:
    await say(house, "我是 区住房城乡建设局 孙丽", private=True, sender="new-account")
    await say(house, "确认", "m2", private=True, sender="wangfang")
    await say(house, "老旧小区施工招标6月9日已完成", "m3", private=True, sender="new-account")
    assert (await Fact.filter(key="status").first()).person_id == "sunli"
