"""Buttons do what the typed words would, for whom they were meant and only while their matter is open."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from tortoise import Tortoise

from actions import dialogue, roster
from bot.clock import MovedClock
from bot.house import House, open_house
from bot.platforms.base import Attachment, Incoming
from bot.platforms.memory import NAME, MemoryPlatform
from models.cycle import reporting_week
from models.dialogue import PendingQuestion
from models.draft import Draft
from models.mailbox import Inbox, Outbox, Reply
from models.people import Identity, Person
from models.policy import Office
from models.report import Fact
from models.vocabulary import ChatKind, Why

OVER = "这张卡片说的事已经办过或已过期"


@pytest.fixture
async def house(office: str, settings: Office, clock: MovedClock, platform: MemoryPlatform) -> AsyncIterator[House]:
    await Tortoise.close_connections()
    async with open_house(office, settings, clock, {NAME: platform}, lambda: 0.0, durable=False, pauses=()) as house:
        await house.receiving.start(sweep=False)
        yield house
        await house.receiving.stop()


async def say(house: House, text: str, sender: str, name: str, *attachments: Attachment) -> str:
    """Say something privately; what is answered to it."""
    incoming = Incoming(
        platform=NAME, message_id=name, chat=sender, chat_kind=ChatKind.SINGLE, sender=sender, text=text,
        attachments=attachments, sent_at=house.clock.now(),
    )  # fmt: skip
    assert await house.receiving.receive(incoming)
    await house.receiving.drain()
    return "\n".join([letter.text for letter in await Outbox.filter(answers__message_id=name).order_by("id")])


async def press(house: House, words: str, letter: str, sender: str, name: str) -> str:
    return await say(house, words, sender, name, Attachment("button", name="按钮", code=letter))


async def put(person: str, key: str, **context: object) -> None:
    reply = Reply("请反馈", why=Why.REMINDER, context=context, buttons=(("无变化", "同上周"),))
    await Outbox.put(key, reply, NOW[0], person=await Person.get(id=person))


NOW: list[datetime] = []


@pytest.fixture(autouse=True)
def now(clock: MovedClock) -> None:
    NOW[:] = [clock.now()]


async def test_this_weeks_nudge_is_answered_and_last_weeks_is_not(house: House, settings: Office) -> None:
    week = reporting_week(house.clock.now(), settings.weekly, settings.calendar)
    await put("zhangwei", "new", week=str(week))
    await put("zhangwei", "old", week=str(week.previous))
    assert OVER in await press(house, "北站路环评6月10日已批复", "old", "zhangwei", "m1")
    assert await Fact.all().count() == 0
    assert "已登记" in await press(house, "北站路环评6月10日已批复", "new", "zhangwei", "m2")


async def test_a_letter_is_not_pressed_by_another(house: House) -> None:
    await put("zhangwei", "his")
    others = [person.id for person in await Person.exclude(id="zhangwei")]
    assert OVER in await press(house, "北站路环评6月10日已批复", "his", others[0], "m1")
    assert OVER in await press(house, "北站路环评6月10日已批复", "no such letter", "zhangwei", "m2")
    assert await Fact.all().count() == 0


async def test_each_claim_has_its_own_card_and_the_typed_word_is_about_the_last(house: House) -> None:
    office = await Person.filter(role="office", active=True).order_by("id").first()
    assert office is not None
    liaisons = await Person.filter(role="liaison", active=True).order_by("id").limit(3)
    for number, person in enumerate(liaisons):
        asked = await Inbox.create(
            platform=NAME, message_id=f"claim{number}", chat_address=f"s{number}", chat_kind="single",
            sender_address=f"s{number}", text="我是", sent_at=house.clock.now(), received_at=house.clock.now(),
        )  # fmt: skip
        await roster.ask_to_confirm(asked, await roster.find_person(person.name, None), house.clock.now(), 600)
    first = f"identity/{NAME}/claim0/{office.id}"
    told = await press(house, "确认", first, office.id, "m1")
    assert f"绑定为{liaisons[0].name}" in told
    assert liaisons[2].name in told  # the one that a typed 确认 would be about
    assert "另有1人" in told
    assert (await Identity.get(address="s0")).person_id == liaisons[0].id
    assert OVER in await press(house, "不对", first, office.id, "m2")
    assert (await Identity.get(address="s0")).person_id == liaisons[0].id
    told = await say(house, "不对", office.id, "m3")
    assert f"不会按{liaisons[2].name}登记" in told
    assert liaisons[1].name in told
    await say(house, "确认", office.id, "m4")
    assert (await Identity.get(address="s1")).person_id == liaisons[1].id
    assert await PendingQuestion.filter(answered_at=None).count() == 0  # those of the colleagues too
    welcomed = await Outbox.filter(key__startswith="welcome/").prefetch_related("chat")
    assert [letter.chat.address for letter in welcomed if letter.chat] == ["s0", "s1"]


async def test_a_draft_is_decided_on_its_own_card_only(house: House) -> None:
    office = await Person.filter(role="office", active=True).order_by("id").first()
    assert office is not None
    at = house.clock.now()
    old = await Draft.create(kind="weekly", week="2026-W20", text="旧", created_at=at, state="waiting")
    new = await Draft.create(kind="weekly", week="2026-W21", text="新", created_at=at, state="waiting")
    await put(office.id, "old", draft=old.id)
    await put(office.id, "new", draft=new.id)
    assert OVER in await press(house, "暂缓发布", "old", office.id, "m1")
    assert {draft.state for draft in await Draft.all()} == {"waiting"}
    assert "已暂缓" in await press(house, "暂缓发布", "new", office.id, "m2")
    assert (await Draft.get(id=new.id)).state == "held"


async def test_a_question_that_has_run_out_is_over(house: House) -> None:
    office = await Person.filter(role="office", active=True).order_by("id").first()
    assert office is not None
    long_ago = house.clock.now() - timedelta(days=3)
    number = await dialogue.ask(None, office, roster.IDENTITY, {}, long_ago, 60)
    await put(office.id, "q", question=number)
    assert OVER in await press(house, "确认", "q", office.id, "m1")


async def test_a_choice_is_pressed_like_its_number_and_once(house: House) -> None:
    await say(house, "征地拆迁完成60%了", "zhoujie", "m1")
    letter = await Outbox.get(answers__message_id="m1")
    assert letter.context["buttons"] == [
        ["1. 第三污水处理厂", "1"],
        ["2. 城南泵站工程", "2"],
        ["3. 鹤鸣水库除险加", "3"],
    ]
    assert "已登记：泵站" in await press(house, "2", letter.key, "zhoujie", "m2")
    assert OVER in await press(house, "3", letter.key, "zhoujie", "m3")
    assert {fact.project_id for fact in await Fact.all()} == {"p07"}
