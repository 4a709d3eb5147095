"""The outages of the long connection at their true length: `python -m tests.platforms.outage_wecom [NAME …]` (two minutes).

Each prints the seconds from the end of the fault to the first new message that was kept.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable

from aiohttp import ClientSession

from bot.platforms.wecom.platform import WeCom
from bot.platforms.wecom.settings import Patience
from tests.wire.dingtalk.faults import Fault
from tests.wire.dingtalk.kit import Inbox
from tests.wire.relay import Relay
from tests.wire.wecom import FakeWeCom
from tests.wire.wecom.kit import settings_for

Outage = Callable[[FakeWeCom, Relay], Awaitable[None]]


async def closed(wecom: FakeWeCom, relay: Relay) -> None:
    await wecom.gateway.close(1000)


async def reset(wecom: FakeWeCom, relay: Relay) -> None:
    wecom.gateway.abort()


async def reset_and_503(wecom: FakeWeCom, relay: Relay) -> None:
    wecom.fault("/socket", *[Fault("empty", 503)] * 100)
    wecom.gateway.abort()
    await asyncio.sleep(60)
    wecom.faults["/socket"].clear()


async def hung(wecom: FakeWeCom, relay: Relay) -> None:
    wecom.fault("/socket", *[Fault("hang", seconds=300)] * 100)
    wecom.gateway.abort()
    await asyncio.sleep(60)
    wecom.faults["/socket"].clear()


async def hole(wecom: FakeWeCom, relay: Relay, seconds: float) -> None:
    dead = wecom.gateway.ready[-1]
    relay.hole()
    await asyncio.sleep(seconds)
    relay.mend()
    dead.deaf = True


async def short_hole(wecom: FakeWeCom, relay: Relay) -> None:
    await hole(wecom, relay, 5)


async def long_hole(wecom: FakeWeCom, relay: Relay) -> None:
    await hole(wecom, relay, 60)


async def deaf(wecom: FakeWeCom, relay: Relay) -> None:
    wecom.gateway.ready[-1].deaf = True


async def malformed(wecom: FakeWeCom, relay: Relay) -> None:
    for _ in range(10_000):
        await wecom.gateway.raw('{"cmd":')


OUTAGES: dict[str, tuple[Outage, float]] = {
    "clean close": (closed, 2),
    "reset": (reset, 2),
    "reset, then 60 s of 503": (reset_and_503, 30),
    "handshake hangs for 60 s": (hung, 30),
    "black hole of 5 s": (short_hole, 30),
    "black hole of 60 s": (long_hole, 30),
    "open, and answers nothing": (deaf, 35),
    "10,000 malformed frames": (malformed, 1),
}


async def measured(name: str) -> float:
    """Seconds until a new message was kept."""
    outage, _ = OUTAGES[name]
    inbox = Inbox()
    async with Relay() as relay, FakeWeCom(silence=70.0) as wecom, ClientSession() as session:
        relay.to = int(wecom.base.rpartition(":")[2])
        socket = relay.base.replace("http", "ws") + "/socket"
        platform = WeCom(session, settings_for(wecom, socket=socket, patience=Patience(), app_secret=""))
        await platform.start(inbox.receive)
        await wecom.gateway.wait_connected()
        await asyncio.sleep(6)  # as long as sockets live in earnest
        await outage(wecom, relay)
        ended = asyncio.get_running_loop().time()
        body = wecom.world.message("y")
        await wecom.gateway.say_until(body, lambda: body["msgid"] in inbox.kept, 240)
        took = asyncio.get_running_loop().time() - ended
        await platform.stop()
        return took


async def main(names: list[str]) -> int:
    failed = 0
    for name, seconds in zip(names, await asyncio.gather(*(measured(name) for name in names)), strict=True):
        good = seconds <= OUTAGES[name][1]
        failed += not good
        print(f"{name:26} {seconds:7.2f} s (≤ {OUTAGES[name][1]:g}) {'' if good else '✗'}")
    print(f"{len(names) - failed} passed, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:] or list(OUTAGES))) > 0)
