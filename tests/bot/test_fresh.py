"""Letters that have just been put go out without being looked up, and still once, in order, and only where they may."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import MovedClock
from bot.delivery import Delivery
from bot.letters import SENDING, Candidate, Desk
from bot.platforms.base import Parcel, Sent
from bot.platforms.memory import NAME, Fault, MemoryPlatform
from models.calendar import utc
from models.chat import Chat
from models.inbox_writer import InboxWriter, writer_for
from models.mailbox import Outbox, Reply, letters_put
from models.people import Person
from models.policy import Office
from models.store.connection import open_store
from models.vocabulary import Why
from tests.bot.conftest import START


@pytest.fixture
async def store(store_url: str) -> AsyncIterator[str]:
    """As in the running bot: what is written by two connections must be written durably."""
    async with open_store(store_url):
        yield store_url


@pytest.fixture
async def writer(office: str) -> AsyncIterator[InboxWriter]:
    writer = writer_for(office)
    await writer.open()
    yield writer
    await writer.close()


@pytest.fixture
async def group(office: str) -> Chat:
    return await Chat.create(platform=NAME, address="g1", kind="group", name="一线群", bound=True)


@pytest.fixture
async def delivery(
    platform: MemoryPlatform,
    settings: Office,
    clock: MovedClock,
    writer: InboxWriter,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Delivery]:
    delivery = Delivery({NAME: platform}, settings, clock, lambda: 0.0, writer)
    delivery.start()
    await asyncio.sleep(0.1)  # the first look is behind it
    yield delivery
    await delivery.stop()


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one each time the outbox is looked at, by what was found."""
    found: list[int] = []
    due = Desk.due

    async def counted(desk: Desk, **silent: Any) -> list[Candidate]:
        candidates = await due(desk, **silent)
        found.append(len(candidates))
        return candidates

    monkeypatch.setattr(Desk, "due", counted)
    return found


async def put(key: str, why: Why = Why.REPLY, **place: Any) -> list[Outbox]:
    with letters_put() as letters:
        await Outbox.put(key, Reply(key, why=why), START, **place)
    return letters


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def all_delivered() -> None:
    async with asyncio.timeout(30):
        while await Outbox.filter(delivered_at=None).exists():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def texts(platform: MemoryPlatform) -> list[str]:
    return [said.parcel.text for said in platform.said]


async def test_what_is_put_is_known_as_it_would_be_read(group: Chat) -> None:
    person = await Person.get(id="zhangwei")
    (letter,) = await put("a", person=person)
    read = await Outbox.get(key="a")
    names = Outbox._meta.fields_db_projection
    assert {name: getattr(letter, name) for name in names} == {name: getattr(read, name) for name in names}
    assert (letter.chat, letter.person, letter.answers) == (None, person, None)
    assert await put("a", person=person) == []


async def test_an_answer_goes_out_without_being_looked_up(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, looks: list[int]
) -> None:
    delivery.put(await put("a", chat=group))
    await until(lambda: bool(platform.said))
    await all_delivered()
    assert (texts(platform), sum(looks)) == (["a"], 0)
    letter = await Outbox.get()
    assert (letter.attempts, letter.taken_by, letter.lease_until) == (1, None, None)


async def test_while_it_is_handed_over_it_is_marked_as_such(
    group: Chat, settings: Office, clock: MovedClock, writer: InboxWriter
) -> None:
    marks: list[str | None] = []

    class Watching(MemoryPlatform):
        async def send(self, parcel: Parcel) -> Sent:
            marks.append((await Outbox.get(key=parcel.key)).taken_by)
            return await super().send(parcel)

    platform = Watching(clock.now)
    delivery = Delivery({NAME: platform}, settings, clock, lambda: 0.0, writer)
    delivery.start()
    delivery.put(await put("a", chat=group))
    await until(lambda: bool(platform.said))
    await delivery.stop()
    assert len(marks) == 1
    assert str(marks[0]).endswith(SENDING)


async def test_those_to_one_place_keep_their_order(group: Chat, delivery: Delivery, platform: MemoryPlatform) -> None:
    letters = [letter for number in range(8) for letter in await put(f"k{number}", chat=group)]
    for letter in letters:
        delivery.put([letter])
    await until(lambda: len(platform.said) == 8)
    assert texts(platform) == [f"k{number}" for number in range(8)]


async def test_one_that_waits_for_another_try_is_not_overtaken(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    platform.fail(Fault.SERVER_ERROR, 1)
    delivery.put(await put("a", chat=group))
    await until(lambda: not platform._faults)
    delivery.put(await put("b", chat=group))
    await asyncio.sleep(0.2)
    assert texts(platform) == []
    clock.move(clock.now() + timedelta(minutes=1))
    delivery.wake()
    await until(lambda: len(platform.said) == 2)
    assert texts(platform) == ["a", "b"]


async def test_one_that_another_process_took_is_left_to_it(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    letters = await put("a", chat=group)
    await Outbox.all().update(taken_by="other", lease_until=utc(clock.now() + timedelta(seconds=20)))
    delivery.put(letters)
    await asyncio.sleep(0.3)
    assert texts(platform) == []
    assert (await Outbox.get()).taken_by == "other"


async def test_what_is_not_ordinary_goes_the_ordinary_way(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, looks: list[int]
) -> None:
    delivery.silent = lambda: NAME
    delivery.put(await put("silent", chat=group))
    delivery.put(await put("reminder", Why.REMINDER, chat=group))
    nobody = await Person.create(id="nobody", name="无号", role="liaison")
    delivery.put(await put("nobody", person=nobody))
    await asyncio.sleep(0.2)
    assert texts(platform) == []
    assert looks
    delivery.silent = lambda: None
    delivery.wake()
    await until(lambda: {"silent", "reminder"} <= set(texts(platform)))
    async with asyncio.timeout(30):
        while await Outbox.filter(key="nobody", given_up_at=None).exists():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_a_stopped_writer_stops_no_letter(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, writer: InboxWriter
) -> None:
    await writer.close()
    delivery.put(await put("a", chat=group))
    await until(lambda: bool(platform.said))
    await all_delivered()
    assert texts(platform) == ["a"]


async def test_what_others_put_is_found_however_much_there_is_to_do_here(
    group: Chat, delivery: Delivery, platform: MemoryPlatform
) -> None:
    people = await Person.all().order_by("id")
    await Outbox.put("of a neighbour", Reply("of a neighbour"), START, chat=group)
    async with asyncio.timeout(60):
        number = 0
        while "of a neighbour" not in texts(platform):
            delivery.put(await put(f"k{number}", person=people[number % len(people)]))
            number += 1
            await asyncio.sleep(0.02)
