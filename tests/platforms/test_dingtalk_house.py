"""DingTalk's Stream into the real inbox on both stores: redelivered, out of order, while the inbox restarts."""

import asyncio
import random
from dataclasses import replace

from bot.clock import RealClock
from bot.platforms.base import Incoming
from bot.receiving import Receiving
from models.calendar import utc
from models.inbox_writer import writer_for
from models.mailbox import Inbox
from tests.platforms.test_dingtalk_stream import until
from tests.wire.dingtalk.kit import QUICK, playing

MESSAGES = 300


class House:
    """The way in, which can be torn down and built again over the same store."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.handled: list[str] = []
        self.clock = RealClock()
        self.receiving: Receiving | None = None
        self.refused = 0

    async def open(self) -> None:
        self.receiving = Receiving(writer_for(self.url), self.handle, self.clock, lambda: None, pauses=())
        await self.receiving.start(sweep=False)

    async def close(self) -> None:
        if self.receiving is not None:
            await self.receiving.stop()

    async def handle(self, message: Inbox) -> None:
        if await Inbox.filter(id=message.id, handled_at=None).update(handled_at=utc(self.clock.now())):
            self.handled.append(message.message_id)

    async def receive(self, incoming: Incoming) -> bool:
        kept = self.receiving is not None and await self.receiving.receive(incoming)
        self.refused += not kept
        return kept


async def test_nothing_acknowledged_is_lost_and_nothing_is_done_twice(store: str):
    chance = random.Random(9)
    house = House(store)
    await house.open()
    patience = replace(QUICK, steady=0.02, keeping=5)
    async with playing(hearing=False, gateway={"redeliver_after": 0.5}, settings={"patience": patience}) as kit:
        gateway = kit.ding.gateway
        gateway.most_tries = 200
        await kit.platform.start(house.receive)
        await gateway.wait_connected()

        async def trouble(number: int) -> None:
            if number % 3 == 0:
                refused = house.refused
                await until(lambda: house.refused > refused)
                await house.open()
            elif number % 3 == 1:
                await gateway.wait_connected()
                await gateway.disconnect()
            else:
                gateway.abort()

        bodies = [kit.world.message(f"第{number}条") for number in range(MESSAGES)]
        again = [body for body in bodies for _ in range(chance.randint(1, 3))]
        chance.shuffle(again)
        for number, start in enumerate(range(0, len(again), 60)):
            if number % 3 == 0:
                await house.close()
            talk = (gateway.say(body, within=60) for body in again[start : start + 60])
            await asyncio.gather(trouble(number), *talk)
        await kit.platform.stop()
        assert house.refused > 0  # the inbox really was away
        assert gateway.connected > 3
    await house.close()
    await house.open()
    assert house.receiving is not None
    await house.receiving.drain()
    await house.close()
    assert await Inbox.all().count() == MESSAGES
    assert sorted(house.handled) == sorted(body["msgId"] for body in bodies)
