"""The outages of a Stream at their true length: `python -m tests.platforms.outage_dingtalk [NAME …]` (three minutes).

Each prints the seconds from the end of the fault to the first new message that was kept and acknowledged.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.platforms.dingtalk.settings import Patience
from tests.wire.dingtalk.faults import Fault
from tests.wire.dingtalk.gateway import Push
from tests.wire.dingtalk.kit import Kit, playing
from tests.wire.relay import Relay

OPEN = "/v1.0/gateway/connections/open"
Outage = Callable[[Kit, Relay], Awaitable[None]]


async def goodbye(kit: Kit, relay: Relay) -> None:
    await kit.ding.gateway.disconnect()


async def closed(kit: Kit, relay: Relay) -> None:
    await kit.ding.gateway.close(1000)


async def reset(kit: Kit, relay: Relay) -> None:
    kit.ding.gateway.abort()


async def reset_and_503(kit: Kit, relay: Relay) -> None:
    kit.ding.fault(OPEN, *[Fault("empty", 503)] * 100)
    kit.ding.gateway.abort()
    await asyncio.sleep(60)
    kit.ding.faults[OPEN].clear()


async def hung_gateway(kit: Kit, relay: Relay) -> None:
    kit.ding.fault(OPEN, *[Fault("hang")] * 100)
    kit.ding.gateway.abort()
    await asyncio.sleep(60)
    kit.ding.faults[OPEN].clear()


async def expired_tickets(kit: Kit, relay: Relay) -> None:
    kit.world.ticket_life = -1
    kit.ding.gateway.abort()
    await asyncio.sleep(60)
    kit.world.ticket_life = 90


async def hole(kit: Kit, relay: Relay, seconds: float) -> None:
    dead = kit.ding.gateway.ready[-1]
    relay.hole()
    await asyncio.sleep(seconds)
    relay.mend()
    dead.silent = True


async def short_hole(kit: Kit, relay: Relay) -> None:
    await hole(kit, relay, 5)


async def long_hole(kit: Kit, relay: Relay) -> None:
    await hole(kit, relay, 60)


async def silence(kit: Kit, relay: Relay) -> None:
    kit.ding.gateway.ready[-1].silent = True


async def malformed(kit: Kit, relay: Relay) -> None:
    for _ in range(10_000):
        await kit.ding.gateway.raw('{"type":')


OUTAGES: dict[str, tuple[Outage, float]] = {
    "goodbye": (goodbye, 1),
    "clean close": (closed, 2),
    "reset": (reset, 2),
    "reset, then 60 s of 503": (reset_and_503, 30),
    "gateway hangs for 60 s": (hung_gateway, 30),
    "60 s of expired tickets": (expired_tickets, 30),
    "black hole of 5 s": (short_hole, 30),
    "black hole of 60 s": (long_hole, 30),
    "pingable and silent": (silence, 180),
    "10,000 malformed frames": (malformed, 1),
}


async def measured(name: str) -> tuple[float, float]:
    """Seconds until a new message was acknowledged, and the slowest acknowledgement of a quiet socket before it."""
    outage, _ = OUTAGES[name]
    gateway = {"ping_every": 25.0, "redeliver_after": 1.0}
    settings = {"patience": Patience(), "answer_within": 10.0}
    async with Relay() as relay, playing(hearing=False, base=relay.base, gateway=gateway, settings=settings) as kit:
        relay.to = int(kit.ding.base.rpartition(":")[2])
        kit.ding.gateway.endpoint = relay.base.replace("http", "ws") + "/connect"
        kit.ding.gateway.goodbye = 10.0
        await kit.platform.start(kit.inbox.receive)
        await kit.ding.gateway.wait_connected()
        pushes = [await kit.ding.gateway.say(kit.world.message("x")) for _ in range(200)]
        await asyncio.sleep(6)  # as long as sockets live in earnest
        await outage(kit, relay)
        ended = asyncio.get_running_loop().time()
        push: Push = await kit.ding.gateway.say(kit.world.message("y"), within=240)
        return push.acked_at - ended, max(one.acked_at - one.sent_at for one in pushes)


async def main(names: list[str]) -> int:
    failed = 0
    with suppress(asyncio.CancelledError):
        results = await asyncio.gather(*(measured(name) for name in names))
        for name, (seconds, slowest) in zip(names, results, strict=True):
            allowed = OUTAGES[name][1]
            good = seconds <= allowed and slowest <= 1
            failed += not good
            print(
                f"{name:26} {seconds:7.2f} s (≤ {allowed:g}), slowest ack {slowest * 1000:.0f} ms {'' if good else '✗'}"
            )
    print(f"{len(names) - failed} passed, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:] or list(OUTAGES))) > 0)
