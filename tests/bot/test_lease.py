"""Only one process at a time, whatever the others, the store and the clocks do."""

import asyncio
import random
from typing import Any

from bot.lease import SharedLease
from models.lease import Lease

BEAT, STILL, GIVES_UP = 0.25, 2.5, 1.75
"""Long enough that a machine busy with other tests is not taken for a dead store."""


def lease(**more: Any) -> SharedLease:
    return SharedLease("aibot", **{"beat": BEAT, "still": STILL, "gives_up": GIVES_UP, **more})


async def eventually(true: Any, within: float = 20.0) -> None:
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_one_holds_it_and_a_replica_takes_over_at_once_when_it_is_given_back(store: str):
    first, second = lease(), lease()
    await first.start()
    await eventually(lambda: first.held)
    await second.start()
    await asyncio.sleep(STILL + 2 * BEAT)
    assert (first.held, second.held) == (True, False)
    given_back = asyncio.get_running_loop().time()
    await first.stop()
    await second.until_held()
    assert asyncio.get_running_loop().time() - given_back < STILL  # not waited for as a dead holder is
    assert (first.held, second.held) == (False, True)
    await second.stop()


async def test_a_dead_holder_is_waited_for_and_not_where_nobody_else_can_be_alive(store: str):
    await Lease.seen("aibot")
    assert await Lease.take("aibot", "dead", "", 0)
    patient, sure = lease(), lease()
    await patient.start()
    await asyncio.sleep(STILL / 2)
    assert not patient.held
    await eventually(lambda: patient.held)
    await patient.stop()
    assert await Lease.take("aibot", "dead", *await Lease.seen("aibot"))
    await sure.start(alone=True)
    assert sure.held
    await sure.stop()


async def test_who_sleeps_has_lost_it_before_somebody_takes_it(store: str):
    sleeper, other = lease(), lease()
    await sleeper.start()
    await eventually(lambda: sleeper.held)
    assert sleeper._loop is not None
    sleeper._loop.cancel()  # as a process that is stopped, or cut off from the store
    await other.start()
    while not other.held:
        was_held = sleeper.held
        await asyncio.sleep(0.01)
    assert not was_held
    await other.stop()


async def test_never_two_at_once_among_five_that_come_and_go(store: str):
    chance, worst, rounds = random.Random(3), 0, 0
    turns: set[int] = set()
    hasty = {"beat": 0.05, "still": 0.4, "gives_up": 0.25}  # what is promised holds however late the beats are
    leases = [lease(**hasty) for _ in range(5)]
    for each in leases:
        await each.start()
    while rounds < 300 or len(turns) <= 2:  # on a busy machine a turn takes longer
        rounds += 1
        held = [number for number, each in enumerate(leases) if each.held]
        worst = max(worst, len(held))
        turns.update(held)
        if held and chance.random() < 0.1:
            gone = leases[held[0]]
            if chance.random() < 0.5 and gone._loop is not None:
                gone._loop.cancel()
            else:
                await gone.stop()
            leases[held[0]] = lease(**hasty)
            await leases[held[0]].start()
        await asyncio.sleep(0.01)
    for each in leases:
        await each.stop()
    assert worst == 1
