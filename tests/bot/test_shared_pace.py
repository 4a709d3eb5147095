"""All processes together keep to one pace, also over a restart, and where the platform has shut an address."""

import asyncio
import random
from collections import deque
from datetime import datetime, timedelta

import pytest

from bot.clock import MovedClock
from bot.delivery import Delivery
from bot.platforms.base import Parcel
from bot.platforms.dingtalk.errors import DingTalkError
from bot.platforms.dingtalk.pace import WEBHOOK_PER_MINUTE
from bot.shared_pace import SharedPace
from models.call_slot import CallSlot, take_slot
from models.chat import Chat, ChatChannel
from models.mailbox import Outbox, Reply
from models.people import Identity
from models.policy import Office
from models.vocabulary import LetterKind, Why
from tests.bot.conftest import START
from tests.wire.dingtalk.faults import answer
from tests.wire.dingtalk.kit import playing

CHAT = "cidGROUP=="


async def test_no_window_holds_more_than_its_calls_whoever_makes_them(store: str) -> None:
    chance, clock = random.Random(7), MovedClock(START)
    paces = [SharedPace(15, 60.0, clock.now) for _ in range(3)]
    made: deque[datetime] = deque()
    for _ in range(120):
        waits = await asyncio.gather(*(pace.take("https://secret") for pace in paces))
        for wait in waits:
            assert 0 <= wait <= 60
            if wait == 0:
                made.append(clock.now())
        clock.move(clock.now() + timedelta(seconds=chance.choice([0, 0.5, 3, 20])))
    for place, moment in enumerate(made):
        assert sum(1 for other in list(made)[place:] if (other - moment).total_seconds() < 60) <= 15
    assert len(made) > 60
    assert not any("secret" in row.key for row in await CallSlot.all())


async def test_other_addresses_are_other_windows(store: str) -> None:
    pace = SharedPace(2, 60.0, lambda: START)
    assert [await pace.take(key) for key in ("a", "a", "b", "b")] == [0, 0, 0, 0]
    assert (await pace.take("a"), await pace.take("b")) == (60.0, 60.0)


async def test_what_the_platform_has_shut_is_shut_to_all(store: str) -> None:
    clock = MovedClock(START)
    one, other = (SharedPace(15, 60.0, clock.now) for _ in range(2))
    assert await one.take("a") == 0
    await one.shut("a", 600.0)
    assert await other.take("a") == 600.0
    clock.move(START + timedelta(seconds=600))
    assert await other.take("a") == 0


async def test_a_clock_that_was_wrong_shuts_nothing_for_days(store: str) -> None:
    far = int((START + timedelta(days=3)).timestamp() * 1000)
    assert await take_slot("k", 1, 60_000, far) == 0
    assert await take_slot("k", 1, 60_000, int(START.timestamp() * 1000)) == 0


async def test_a_robot_that_was_shut_is_shut_to_the_other_processes(store: str) -> None:
    async with playing(hearing=False) as kit:
        pace = SharedPace(WEBHOOK_PER_MINUTE, 60.0, lambda: START)
        platform = kit.another(shared=pace)
        parcel = Parcel("k", LetterKind.TEXT, "x", chat=CHAT, mentions=("0123",), webhook=kit.world.add_robot(CHAT))
        kit.ding.fault("/robot/send", answer(200, errcode=410100))
        with pytest.raises(DingTalkError):
            await platform.send(parcel)
        await platform.stop()
        assert await pace.take(parcel.webhook or "") == 600.0


async def test_three_replicas_never_call_a_groups_robot_too_often(
    office: str, settings: Office, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred and fifty letters to one group, three processes: each is said once, the fake would shut the robot else."""
    monkeypatch.setattr("bot.platforms.dingtalk.pace.WEBHOOK_PER_MINUTE", 1000)  # each one's own is not what is tried
    async with playing(hearing=False) as first:
        world = first.world
        shared = [SharedPace(WEBHOOK_PER_MINUTE, 60.0, clock.now) for _ in range(3)]
        webhook = world.add_robot(CHAT)
        group = await Chat.create(platform="dingtalk", address=CHAT, kind="group", name="重大项目群", bound=True)
        await ChatChannel.create(chat=group, kind="webhook", address=webhook)
        await Identity.create(platform="dingtalk", address="0123", person_id="zhangwei")
        for number in range(150):
            reply = Reply(f"第{number:03}封", why=Why.REMINDER, mentions=("zhangwei",))
            await Outbox.put(f"k{number}", reply, START, chat=group)
        replicas = []
        for pace in shared:
            platform = first.another(shared=pace, now=clock.now)
            replicas.append(Delivery({"dingtalk": platform}, settings, clock, lambda: 0.0))
        for _ in range(200):
            await asyncio.gather(*(each.deliver_due() for each in replicas))
            due = await replicas[0].next_due()
            if due is None:
                break
            world.skew += max((due - clock.now()).total_seconds(), 0)
            clock.move(due)
        said = "\n".join(one.text.replace("@0123", "").strip() for one in world.sent)
        assert [line for line in said.split("\n") if line] == [f"第{number:03}封" for number in range(150)]
        assert not world.shut
        await asyncio.gather(*(platform.stop() for platform in first.others))
