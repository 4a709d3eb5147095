"""The month's calls over restarts and replicas, and the office warned of each mark once."""

from datetime import timedelta

import pytest
from tortoise.exceptions import OperationalError

from bot import call_counts
from bot.call_counts import CallCounts
from bot.clock import MovedClock
from bot.platforms.dingtalk.quota import Budget, Meter, Use
from models.call_count import CallCount, calls_of
from models.mailbox import Outbox

JUNE = "2026-06"


def replica(clock: MovedClock) -> tuple[Meter, CallCounts]:
    meter = Meter(Budget(api=10, traffic=100))
    return meter, CallCounts(meter, clock.now)


async def warnings() -> list[str]:
    letters = await Outbox.filter(key__startswith="quota/").order_by("id")
    return sorted({letter.text for letter in letters})


async def test_replicas_add_up_and_a_mark_that_none_saw_alone_is_told_once(office: str, clock: MovedClock):
    replicas = [replica(clock) for _ in range(3)]
    for meter, counts in replicas:
        for _ in range(3):
            assert meter.count(Use.API, clock.now()) is None
        await counts.settle()
    assert await calls_of("dingtalk", JUNE) == {"api": 9}
    for _, counts in replicas:
        await counts.settle()
    assert await calls_of("dingtalk", JUNE) == {"api": 9}
    assert await warnings() == ["钉钉接口调用本月已用 9 次，达到额度 10 次的 90%。"]
    assert await Outbox.filter(key=f"quota/dingtalk/{JUNE}/api/90/wangfang").count() == 1


async def test_seventy_and_ninety_each_bring_one_letter(office: str, clock: MovedClock):
    meter, counts = replica(clock)
    for _ in range(9):
        passed = meter.count(Use.API, clock.now())
        if passed is not None:
            await counts.warn(passed)
        await counts.settle()
    assert [text[-5:] for text in await warnings()] == [" 70%。", " 90%。"]


async def test_a_restart_knows_what_was_used(office: str, clock: MovedClock):
    meter, counts = replica(clock)
    for use in (Use.API, Use.STREAM, Use.WEBHOOK, Use.WEBHOOK):
        meter.count(use, clock.now())
    await counts.settle()
    again, after = replica(clock)
    again.count(Use.API, clock.now())
    await after.settle()
    assert again.used(clock.now()) == {"api": 2, "traffic": 3}
    assert await calls_of("dingtalk", JUNE) == {"api": 2, "stream": 1, "webhook": 2}


async def test_a_new_month_begins_at_nothing(office: str, clock: MovedClock):
    meter, counts = replica(clock)
    meter.count(Use.API, clock.now())
    await counts.settle()
    clock.move(clock.now() + timedelta(days=30))
    meter.count(Use.API, clock.now())
    await counts.settle()
    assert await CallCount.all().order_by("month").values_list("month", "count") == [(JUNE, 1), ("2026-07", 1)]


async def test_what_could_not_be_saved_is_saved_later(office: str, clock: MovedClock, monkeypatch: pytest.MonkeyPatch):
    meter, counts = replica(clock)
    meter.count(Use.API, clock.now())

    async def fail(*args: object) -> None:
        raise OperationalError("no")

    with monkeypatch.context() as broken:
        broken.setattr(call_counts, "add_calls", fail)
        with pytest.raises(OperationalError):
            await counts.settle()
    meter.count(Use.API, clock.now())
    await counts.settle()
    assert await calls_of("dingtalk", JUNE) == {"api": 2}
    assert meter.used(clock.now())["api"] == 2
