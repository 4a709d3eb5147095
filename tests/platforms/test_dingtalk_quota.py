"""The month's calls, the token and the pace: counted, warned of once, never overrun."""

import asyncio
import heapq
import random
from datetime import UTC, datetime, timedelta

import pytest

from bot.platforms.dingtalk.errors import DingTalkError, Trouble
from bot.platforms.dingtalk.pace import no_room
from bot.platforms.dingtalk.quota import Budget, Meter, Passed, Use
from bot.platforms.pace import Pace
from bot.platforms.tokens import Tokens

JUNE = datetime(2026, 6, 12, 2, tzinfo=UTC)


def test_each_threshold_is_told_once():
    meter = Meter(Budget(api=10, traffic=100))
    said = [meter.count(Use.API, JUNE) for _ in range(12)]
    assert [one for one in said if one] == [
        Passed("api", 70, 7, 10),
        Passed("api", 90, 9, 10),
        Passed("api", 100, 10, 10),
    ]


def test_webhook_and_stream_share_a_budget():
    meter = Meter(Budget(api=5, traffic=10))
    for use in (Use.WEBHOOK, Use.STREAM) * 3:
        assert meter.count(use, JUNE) is None
    assert meter.count(Use.STREAM, JUNE) == Passed("traffic", 70, 7, 10)


def test_a_new_month_begins_in_shanghai():
    meter = Meter(Budget(api=10, traffic=10))
    last = datetime(2026, 6, 30, 15, 59, tzinfo=UTC)
    for _ in range(7):
        meter.count(Use.API, last)
    assert meter.used(last) == {"api": 7, "traffic": 0}
    assert meter.used(last + timedelta(minutes=1)) == {"api": 0, "traffic": 0}


def test_processes_add_up_through_the_store():
    store: dict[Use, int] = {}
    meters = [Meter(Budget(api=10, traffic=10)) for _ in range(3)]
    for meter in meters:
        for _ in range(2):
            meter.count(Use.API, JUNE)
        month, fresh = meter.unsaved()
        assert month == "2026-06"
        for use, number in fresh.items():
            store[use] = store.get(use, 0) + number
        assert meter.unsaved() == (month, {})
    for meter in meters:
        meter.learn("2026-06", store)
        assert meter.used(JUNE)["api"] == 6
    assert meters[0].count(Use.API, JUNE) == Passed("api", 70, 7, 10)
    assert meters[0].unsaved() == ("2026-06", {Use.API: 1})


def test_a_restart_does_not_repeat_a_warning():
    meter = Meter(Budget(api=10, traffic=10))
    meter.learn("2026-06", {Use.API: 7})
    assert meter.count(Use.API, JUNE) is None
    assert meter.count(Use.API, JUNE) == Passed("api", 90, 9, 10)


def test_no_window_ever_holds_more_than_its_limit():
    pace, now, taken, waits = Pace(15, 60.0, no_room), 0.0, [], []
    for _ in range(400):
        try:
            pace.take("k", now)
            taken.append(now)
        except DingTalkError as error:
            waits.append((error.trouble, error.retry_after or 0))
        now += 1.3
    assert all(trouble is Trouble.TOO_FAST and wait > 0 for trouble, wait in waits)
    assert len(taken) > 100
    assert max(sum(start <= one < start + 60 for one in taken) for start in taken) == 15


@pytest.mark.parametrize(("late", "most"), [(0.0, 2), (0.25, 6)])
def test_a_burst_of_three_hundred_comes_back_in_order(late: float, most: int):
    """As the outbox does it: who was refused comes again after the time it was told, or up to a quarter later."""
    chance = random.Random(8)
    pace, taken, tries = Pace(15, 60.0, no_room), [], dict.fromkeys(range(300), 0)
    due = [(0.0, number) for number in range(300)]
    while due:
        now, number = heapq.heappop(due)
        tries[number] += 1
        try:
            pace.take("k", now)
            taken.append(now)
        except DingTalkError as error:
            heapq.heappush(due, (now + (error.retry_after or 0) * (1 + chance.random() * late), number))
    assert len(taken) == 300
    assert max(sum(start <= one < start + 60 for one in taken) for start in taken) <= 15
    assert max(tries.values()) <= most
    assert taken[-1] <= (300 / 15) * 60 * (1 + 2 * late)


def test_patience_books_places_one_after_the_other():
    pace = Pace(2, 1.0, no_room)
    assert [pace.take("k", 0.0, 5.0) for _ in range(6)] == [0, 0, 1, 1, 2, 2]
    assert pace.take("other", 0.0) == 0
    with pytest.raises(DingTalkError):
        pace.take("k", 0.0, 2.5)


def test_what_was_shut_stays_shut():
    pace = Pace(2, 1.0, no_room)
    pace.shut("k", 600.0)
    with pytest.raises(DingTalkError) as caught:
        pace.take("k", 10.0)
    assert caught.value.retry_after == 590
    assert pace.take("k", 600.0) == 0


class Clock:
    def __init__(self) -> None:
        self.now = JUNE

    def __call__(self) -> datetime:
        return self.now


async def test_fifty_senders_cost_one_fetch():
    clock, fetched = Clock(), 0

    async def fetch() -> tuple[str, int]:
        nonlocal fetched
        fetched += 1
        await asyncio.sleep(0.01)
        return f"t{fetched}", 7200

    tokens = Tokens(fetch, clock)
    assert set(await asyncio.gather(*(tokens.get() for _ in range(50)))) == {"t1"}
    clock.now += timedelta(minutes=109)
    assert await tokens.get() == "t1"
    clock.now += timedelta(minutes=2)  # ten minutes before the end
    assert set(await asyncio.gather(*(tokens.get() for _ in range(50)))) == {"t2"}
    for _ in range(50):  # fifty refusals of the old token do not throw away the new one
        tokens.drop("t1")
    assert await tokens.get() == "t2"
    tokens.drop("t2")
    assert set(await asyncio.gather(*(tokens.get() for _ in range(50)))) == {"t3"}
    assert fetched == 3


async def test_a_failed_fetch_is_not_repeated_by_everybody():
    clock, fetched = Clock(), 0

    async def fetch() -> tuple[str, int]:
        nonlocal fetched
        fetched += 1
        if fetched == 1:
            raise DingTalkError(Trouble.UNREACHABLE)
        return "t", 30

    tokens = Tokens(fetch, clock)
    results = await asyncio.gather(*(tokens.get() for _ in range(50)), return_exceptions=True)
    assert all(isinstance(one, DingTalkError) for one in results)
    assert fetched == 1
    clock.now += timedelta(seconds=6)
    assert await tokens.get() == "t"
    clock.now += timedelta(seconds=25)  # a short life is still used for half of it
    assert await tokens.get() == "t"
    assert fetched == 2
