"""What is acknowledged is kept; what is kept is handled once and in order; what cannot be handled stops nobody."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import MovedClock
from bot.platforms.base import Attachment, Incoming
from bot.platforms.memory import NAME
from bot.receiving import LEFT_BEHIND, TRIES, Receiving
from language.wording import door as wording
from models.calendar import utc
from models.chat import Chat
from models.inbox_writer import writer_for
from models.mailbox import Inbox, Outbox
from models.vocabulary import ChatKind
from tests.bot.conftest import START

Act = Callable[[Inbox], Awaitable[None]]


def incoming(name: str, text: str = "北站路环评已批复", chat: str = "g1", **more: object) -> Incoming:
    values: dict[str, object] = {"sender": "zhangwei", "sent_at": START, "chat_kind": ChatKind.GROUP} | more
    return Incoming(platform=NAME, message_id=name, chat=chat, text=text, **values)


class Handler:
    """Marks messages as handled, notes which, and does what a test wants on the way."""

    def __init__(self, clock: MovedClock) -> None:
        self.clock = clock
        self.handled: list[str] = []
        self.act: Act | None = None

    async def __call__(self, message: Inbox) -> None:
        if self.act is not None:
            await self.act(message)
        if await Inbox.filter(id=message.id, handled_at=None).update(handled_at=utc(self.clock.now())):
            self.handled.append(message.message_id)


@pytest.fixture
def handler(clock: MovedClock) -> Handler:
    return Handler(clock)


@pytest.fixture
def build(office: str, handler: Handler, clock: MovedClock) -> Callable[[], Receiving]:
    return lambda: Receiving(writer_for(office), handler, clock, lambda: None, pauses=())


@pytest.fixture
async def receiving(build: Callable[[], Receiving]) -> AsyncIterator[Receiving]:
    receiving = build()
    await receiving.start(sweep=False)
    yield receiving
    await receiving.stop()


async def test_repeats_change_nothing(receiving: Receiving, handler: Handler) -> None:
    heard = [incoming(f"m{number % 20}") for number in range(80)]
    assert all(await asyncio.gather(*map(receiving.receive, heard)))
    await receiving.drain()
    assert sorted(handler.handled) == sorted(f"m{number}" for number in range(20))
    assert await receiving.receive(incoming("m3", "同一编号，别的内容"))
    await receiving.drain()
    assert len(handler.handled) == 20
    assert (await Inbox.get(message_id="m3")).text == "北站路环评已批复"


async def test_each_chat_in_its_order_and_chats_beside_each_other(receiving: Receiving, handler: Handler) -> None:
    async def slow_in_one(message: Inbox) -> None:
        await asyncio.sleep(0.05 if message.chat_address == "slow" else 0)

    handler.act = slow_in_one
    for number in range(6):
        await receiving.receive(incoming(f"s{number}", chat="slow"))
        await receiving.receive(incoming(f"f{number}", chat="fast"))
    await receiving.drain()
    assert [name for name in handler.handled if name[0] == "s"] == [f"s{number}" for number in range(6)]
    assert [name for name in handler.handled if name[0] == "f"] == [f"f{number}" for number in range(6)]
    assert handler.handled.index("f5") < handler.handled.index("s2")


async def test_a_poisoned_message_is_put_aside_and_the_line_goes_on(receiving: Receiving, handler: Handler) -> None:
    tries = 0
    await Chat.create(platform=NAME, address="g1", kind="group", name="一线群")

    async def poison(message: Inbox) -> None:
        nonlocal tries
        if message.message_id == "m1":
            tries += 1
            raise RecursionError("很深")

    handler.act = poison
    for number in range(4):
        assert await receiving.receive(incoming(f"m{number}", chat_title="一线群", sender_name="张伟"))
    await receiving.drain()
    assert tries == TRIES
    assert handler.handled == ["m0", "m2", "m3"]
    row = await Inbox.get(message_id="m1")
    assert (row.fault, row.attempts) == ("RecursionError", TRIES)
    assert row.handled_at is not None
    apology = await Outbox.get(key=f"fault/{row.id}")
    assert apology.text == f"刚才那条没有处理成功，已记下（编号 {row.id}），办公室会看到。"
    assert await Outbox.filter(why="office").count() == 2
    assert await receiving.receive(incoming("m1"))
    await receiving.drain()
    assert tries == TRIES


async def test_what_was_left_behind_is_taken_up_at_the_start(build: Callable[[], Receiving], handler: Handler) -> None:
    dead = build()
    await dead.start(sweep=False)
    hold = asyncio.Event()

    async def die(message: Inbox) -> None:
        await hold.wait()

    handler.act = die
    for number in range(3):
        await dead.receive(incoming(f"m{number}"))
    await dead.stop(patience=0.05)
    assert handler.handled == []
    handler.act = None
    alive = build()
    await alive.start(sweep=False)
    await alive.drain()
    await alive.stop()
    assert handler.handled == ["m0", "m1", "m2"]


async def test_a_message_that_kills_the_process_does_not_kill_it_for_ever(
    build: Callable[[], Receiving], handler: Handler
) -> None:
    kills = 0

    async def kill(message: Inbox) -> None:
        nonlocal kills
        if message.message_id == "m1":
            kills += 1
            await asyncio.sleep(600)

    handler.act = kill
    for start in range(TRIES + 2):
        receiving = build()
        await receiving.start(sweep=False)
        if start == 0:
            for number in range(3):
                await receiving.receive(incoming(f"m{number}"))
        async with asyncio.timeout(60):
            while kills <= start and "m2" not in handler.handled:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        await receiving.stop(patience=0.01)
    assert (await Inbox.get(message_id="m1")).fault == "Killed"
    assert handler.handled == ["m0", "m2"]


async def test_the_sweep_takes_up_what_another_process_left(
    build: Callable[[], Receiving], handler: Handler, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.receiving.SWEEP_EVERY", 0.02)
    receiving = build()
    await receiving.start()
    await Inbox.create(
        platform=NAME, message_id="m1", chat_address="g1", chat_kind="group", text="x", sent_at=START,
        received_at=utc(clock.now()),
    )  # fmt: skip
    await asyncio.sleep(0.1)
    assert handler.handled == []  # whoever has it is given a minute
    clock.move(clock.now() + LEFT_BEHIND + timedelta(seconds=1))
    await asyncio.sleep(0.2)
    await receiving.stop()
    assert handler.handled == ["m1"]


async def test_nothing_of_a_secret_is_kept_and_only_the_sender_is_told(
    receiving: Receiving, handler: Handler, caplog: pytest.LogCaptureFixture
) -> None:
    secrets = [
        incoming("m1", "秘密★1年 关于北站路征拆的通知"),
        incoming("m2", "请看", attachments=(Attachment("file", "【机密】方案.docx"),)),
        incoming("m3", "这份要报吗", quote="密级：秘密\n内容"),
        incoming("m4", "绝密", sender="outsider", chat_kind=ChatKind.SINGLE, chat="c9"),
    ]
    for each in secrets:
        assert await receiving.receive(each)
        assert await receiving.receive(each)
    assert await receiving.receive(incoming("m5", "保密协议已签，秘书处已盖章"))
    await receiving.drain()
    assert [row.message_id for row in await Inbox.all()] == ["m5"]
    letters = await Outbox.all().order_by("id").prefetch_related("chat")
    assert [letter.person_id for letter in letters] == ["zhangwei", "zhangwei", "zhangwei", None]
    assert letters[3].chat is not None
    assert (letters[3].chat.kind, letters[3].chat.address) == ("single", "outsider")
    assert {letter.text for letter in letters} == {wording.MARKED}
    assert "m1" in caplog.text
    assert "征拆" not in caplog.text


async def test_odd_text_ids_and_moments_are_made_storable(receiving: Receiving) -> None:
    odd = incoming(
        "m" * 500,
        "北站\x00路\ud83d" + "长" * 50_000,
        chat="c" * 500,
        sent_at=datetime(1970, 1, 1, tzinfo=UTC),
        sender_name="名" * 500,
        chat_title="群" * 500,
    )
    assert await receiving.receive(odd)
    assert await receiving.receive(odd)
    row = await Inbox.get()
    assert row.text.startswith("北站路长")
    assert len(row.text) <= 20_000
    assert row.sent_at == START  # nobody spoke to us in 1970


async def test_what_cannot_be_kept_is_not_acknowledged(receiving: Receiving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.receiving.LONGEST_KEEPING", 0.05)

    async def never(message: Inbox) -> None:
        await asyncio.sleep(10)

    monkeypatch.setattr(receiving._writer, "keep", never)
    assert not await receiving.receive(incoming("m1"))
    await receiving.stop()
    assert not await receiving.receive(incoming("m2"))
