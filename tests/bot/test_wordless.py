"""A picture, file or voice without a word gets one polite line a day; a ledger of the office's is pointed to its page."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from tortoise import Tortoise

from bot.clock import MovedClock
from bot.house import House, open_house
from bot.platforms.base import Attachment, Incoming
from bot.platforms.memory import NAME, MemoryPlatform
from models.mailbox import Outbox
from models.policy import Office
from models.report import Fact
from models.vocabulary import ChatKind


@pytest.fixture
async def house(office: str, settings: Office, clock: MovedClock, platform: MemoryPlatform) -> AsyncIterator[House]:
    await Tortoise.close_connections()
    async with open_house(office, settings, clock, {NAME: platform}, lambda: 0.0, durable=False, pauses=()) as house:
        await house.receiving.start(sweep=False)
        yield house
        await house.receiving.stop()


async def send(
    house: House, name: str, *attachments: Attachment, text: str = "", sender: str = "zhangwei", group: bool = False
) -> list[str]:
    incoming = Incoming(
        platform=NAME, message_id=name, chat="g1" if group else sender,
        chat_kind=ChatKind.GROUP if group else ChatKind.SINGLE, sender=sender, text=text, attachments=attachments,
        sent_at=house.clock.now(),
    )  # fmt: skip
    assert await house.receiving.receive(incoming)
    await house.receiving.drain()
    letters = await Outbox.filter(answers__message_id=name).order_by("id")
    assert all(letter.chat_id is None for letter in letters)  # never in the group
    return [letter.text for letter in letters]


async def test_one_line_a_person_and_day(house: House, clock: MovedClock) -> None:
    (told,) = await send(house, "m1", Attachment("image", code="a" * 40))
    assert "收到图片" in told
    assert await send(house, "m2", Attachment("voice")) == []
    (other,) = await send(house, "m3", Attachment("voice"), sender="lijianguo", group=True)
    assert "收到语音" in other
    clock.move(clock.now() + timedelta(days=1))
    assert len(await send(house, "m4", Attachment("file", name="方案.docx"))) == 1


async def test_the_word_for_a_picture_is_no_picture(house: House) -> None:
    """A copied [图片] brings nothing: it is not said to have been kept, and a real one later still has its line."""
    (told,) = await send(house, "m1", text="[图片]")
    assert "没有收到" in told
    assert "转存" not in told
    (told,) = await send(house, "m2", Attachment("image", code="a" * 40))
    assert "收到图片，已转存" in told


async def test_a_caption_or_a_transcript_is_read(house: House) -> None:
    told = await send(house, "m1", Attachment("image", code="a" * 40), text="北站路环评6月10日已批复")
    assert ["已登记" in each for each in told] == [True]
    told = await send(house, "m2", Attachment("voice", transcript="更正：北站路环评6月9日已批复"))
    assert not any("读不懂" in each for each in told)
    assert await Fact.all().count() > 1


async def test_the_offices_ledger_is_offered_for_import_and_a_liaisons_is_not(house: House) -> None:
    sheet = Attachment("file", name="项目台账.xlsx", code="b" * 40)
    (told,) = await send(house, "m1", sheet, sender="wangfang")
    assert "《项目台账.xlsx》，计划没有改动" in told
    (again,) = await send(house, "m2", sheet, sender="wangfang")
    assert again == told
    (other,) = await send(house, "m3", sheet)
    assert "读不懂" in other


async def test_the_placeholder_of_a_voice_is_no_word(house: House) -> None:
    told = await send(house, "m1", Attachment("voice", transcript="北站路环评6月10日已批复"), text="[语音 8秒]")
    assert ["已登记" in each for each in told] == [True]
