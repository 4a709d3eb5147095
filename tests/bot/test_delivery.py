"""Letters go out once, in order, at their hour; what fails is tried again, given up and shown."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.clock import MovedClock
from bot.delivery import Delivery
from bot.fate import PAUSES, TRIES
from bot.letters import SENDING, Candidate, Desk
from bot.platforms.base import Parcel, Sent
from bot.platforms.memory import NAME, Fault, MemoryPlatform
from language.wording import door as wording
from models.calendar import SHANGHAI, utc
from models.chat import Chat, ChatChannel
from models.mailbox import Inbox, Outbox, Reply
from models.people import Identity, Person, office_people
from models.policy import Office
from models.vocabulary import Why
from tests.bot.conftest import START

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def group(office: str) -> Chat:
    return await Chat.create(platform=NAME, address="g1", kind="group", name="一线群", bound=True)


@pytest.fixture
def delivery(platform: MemoryPlatform, settings: Office, clock: MovedClock) -> Delivery:
    return Delivery({NAME: platform}, settings, clock, lambda: 0.0)


async def put(
    key: str, group: Chat, why: Why = Why.REPLY, text: str = "", mentions: tuple[str, ...] = (), **more: object
) -> None:
    await Outbox.put(key, Reply(text or key, why=why, mentions=mentions), START, chat=group, **more)


async def run_until(delivery: Delivery, clock: MovedClock, end: datetime) -> None:
    """Deliver at every moment at which something is due."""
    await delivery.deliver_due()
    while (due := await delivery.next_due()) is not None and due <= end:
        clock.move(due)
        await delivery.deliver_due()


async def taken(desk: Desk) -> Outbox:
    """The first letter that is due, in the hands of this desk."""
    letter = await desk.take((await desk.due())[0])
    assert letter is not None
    return letter


def texts(platform: MemoryPlatform) -> list[str]:
    return [said.parcel.text for said in platform.said]


async def test_a_replica_that_stands_by_on_one_platform_speaks_on_the_others(
    group: Chat, settings: Office, clock: MovedClock, platform: MemoryPlatform
) -> None:
    elsewhere = MemoryPlatform(clock.now)
    delivery = Delivery({NAME: platform, "elsewhere": elsewhere}, settings, clock, lambda: 0.0)
    delivery.silent = lambda: "elsewhere"
    there = await Chat.create(platform="elsewhere", address="g2", kind="group", name="群", bound=True)
    await Identity.create(person_id="liuyang", platform="elsewhere", address="l")
    await put("theirs", there)
    await Outbox.put("both", Reply("both"), START, person=await Person.get(id="liuyang"))
    await put("ours", group)
    delivery.start()
    try:
        await until(lambda: len(platform.said) == 1)
        await asyncio.sleep(0.1)
        assert (texts(platform), texts(elsewhere)) == (["ours"], [])
        delivery.silent = lambda: None
        delivery.wake()
        await until(lambda: len(platform.said) + len(elsewhere.said) == 3)
    finally:
        await delivery.stop()
    assert texts(elsewhere) == ["theirs"]


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_the_most_urgent_first_and_the_rest_in_order(
    group: Chat, delivery: Delivery, platform: MemoryPlatform
) -> None:
    for key, why in (("a", Why.SUMMARY), ("b", Why.SUMMARY), ("c", Why.REPLY), ("d", Why.ALERT), ("e", Why.REPLY)):
        await put(key, group, why)
    assert await delivery.deliver_due() == 5
    assert texts(platform) == ["d", "c", "e", "a", "b"]
    assert await Outbox.filter(delivered_at=None).count() == 0
    assert await delivery.deliver_due() == 0


async def test_two_processes_send_each_letter_once(
    group: Chat, platform: MemoryPlatform, settings: Office, clock: MovedClock
) -> None:
    people = await Person.all().order_by("id")
    for number in range(60):
        await Outbox.put(f"k{number}", Reply(str(number)), START, person=people[number % len(people)])
    both = [Delivery({NAME: platform}, settings, clock, lambda: 0.0) for _ in range(2)]
    await asyncio.gather(*(each.deliver_due() for each in both))
    assert sorted(map(int, texts(platform))) == list(range(60))


async def test_a_person_is_reached_by_their_account_and_mentions_become_accounts(
    group: Chat, delivery: Delivery, platform: MemoryPlatform
) -> None:
    await ChatChannel.create(chat=group, kind="webhook", address="https://hook", secret="s")
    await Outbox.put("k1", Reply("二位请看", mentions=("zhangwei", "gone", "liuyang")), START, chat=group)
    await Outbox.put("k2", Reply("私下说"), START, person=await Person.get(id="zhangwei"))
    await delivery.deliver_due()
    public, private = (said.parcel for said in platform.said)
    assert (public.chat, public.person, public.mentions) == ("g1", None, ("zhangwei", "liuyang"))
    assert (public.webhook, public.webhook_secret) == ("https://hook", "s")
    assert (private.chat, private.person, private.webhook) == (None, "zhangwei", None)


async def test_the_address_for_answering_goes_only_where_it_leads(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    asked = await Inbox.create(
        platform=NAME, message_id="m1", chat_address="g1", chat_kind="group", sender_address="zhangwei", text="谁没报",
        reply_address="https://secret", reply_until=utc(START + 90 * MINUTE), sent_at=START, received_at=START,
    )  # fmt: skip
    await Outbox.put("public", Reply("答"), START, chat=group, answers=asked)
    await Outbox.put("private", Reply("私下答"), START, person=await Person.get(id="zhangwei"), answers=asked)
    await delivery.deliver_due()
    clock.move(START + 91 * MINUTE)
    await Outbox.put("late", Reply("晚答"), START, chat=group, answers=asked)
    await delivery.deliver_due()
    assert [said.parcel.reply_address for said in platform.said] == ["https://secret", None, None]
    assert {said.parcel.reply_to for said in platform.said} == {"m1"}


async def test_nobody_is_disturbed_out_of_hours_but_answers_and_alarms_go(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    clock.move(datetime(2026, 6, 12, 20, 0, tzinfo=SHANGHAI))  # a Friday evening
    for why in (Why.REMINDER, Why.OFFICE, Why.REPLY, Why.ALERT):
        await Outbox.put(why.value, Reply(why.value, why=why), clock.now(), chat=group)
    await delivery.deliver_due()
    assert texts(platform) == ["alert", "reply"]
    assert await delivery.next_due() == datetime(2026, 6, 15, 8, 30, tzinfo=SHANGHAI)
    await run_until(delivery, clock, clock.now() + timedelta(days=3))
    assert sorted(texts(platform)[2:]) == ["office", "reminder"]
    assert {letter.attempts for letter in await Outbox.all()} == {1}


@pytest.mark.parametrize("fault", [Fault.RATE_LIMIT, Fault.SERVER_ERROR])
async def test_what_passes_is_tried_again_and_later_letters_wait_their_turn(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock, fault: Fault
) -> None:
    await put("a", group)
    await put("b", group)
    platform.fail(fault, 2)
    await run_until(delivery, clock, START + 60 * MINUTE)
    assert texts(platform) == (["a\nb"] if fault is Fault.RATE_LIMIT else ["a", "b"])
    too_fast = fault is Fault.RATE_LIMIT  # which is no try: the letter had no room yet
    assert (await Outbox.get(key="a")).attempts == (1 if too_fast else 3)
    assert platform.said[0].at == START + timedelta(seconds=120.0 if too_fast else sum(PAUSES[:2]))


async def test_after_five_tries_it_is_given_up_and_the_office_is_told_once(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    await put("a", group, Why.NOTICE)
    platform.fail(Fault.SERVER_ERROR, TRIES)
    await run_until(delivery, clock, START + timedelta(days=1))
    letter = await Outbox.get(key="a")
    assert letter.given_up_at is not None
    assert letter.attempts == TRIES
    told = [said.parcel for said in platform.said]
    assert {parcel.person for parcel in told} == {person.id for person in await office_people()}
    assert all("没有送达一线群" in parcel.text for parcel in told)
    assert len(told) == 2


async def test_a_refusal_for_good_is_not_tried_again(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    await put("a", group)
    platform.fail(Fault.FORBIDDEN, 1)
    await run_until(delivery, clock, START + timedelta(days=1))
    assert (await Outbox.get(key="a")).attempts == 1
    assert [said.parcel.why for said in platform.said] == [Why.OFFICE] * 2


async def test_failing_to_tell_the_office_is_not_told_to_the_office(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    await put("a", group)
    platform.fail(Fault.FORBIDDEN, 3)
    await run_until(delivery, clock, START + timedelta(days=1))
    assert platform.said == []
    assert await Outbox.all().count() == 3


async def test_an_answer_that_may_have_arrived_is_repeated_once_and_says_so(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    await put("a", group)
    platform.fail(Fault.TIMEOUT, 1)
    await run_until(delivery, clock, START + 60 * MINUTE)
    assert texts(platform) == ["a", f"a\n{wording.REPEATED}"]
    assert [said.uncertain for said in platform.said] == [True, False]
    assert len({said.parcel.key for said in platform.said}) == 1


@pytest.mark.parametrize("why", [Why.REMINDER, Why.SUMMARY, Why.NOTICE])
async def test_nothing_else_that_may_have_arrived_is_repeated(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock, why: Why
) -> None:
    await put("a", group, why)
    platform.fail(Fault.TIMEOUT, 1)
    await run_until(delivery, clock, START + timedelta(days=1))
    assert texts(platform).count("a") == 1
    letter = await Outbox.get(key="a")
    assert letter.uncertain
    assert letter.given_up_at is not None
    assert "可能已送达" in texts(platform)[1]


async def test_an_answer_that_mentions_somebody_is_not_repeated(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    await Outbox.put("a", Reply("a", mentions=("zhangwei",)), START, chat=group)
    platform.fail(Fault.TIMEOUT, 1)
    await run_until(delivery, clock, START + timedelta(days=1))
    assert texts(platform).count("a") == 1


async def test_a_letter_whose_sender_died_before_sending_is_simply_sent(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    await put("a", group, Why.REMINDER)
    assert await taken(Desk(clock)) is not None
    await delivery.deliver_due()
    assert platform.said == []
    await run_until(delivery, clock, START + 5 * MINUTE)
    assert texts(platform) == ["a"]


async def test_where_nobody_else_can_be_alive_nothing_waits_for_a_dead_one(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    await put("a", group, Why.REMINDER)
    assert await taken(Desk(clock)) is not None
    await delivery.reclaim()
    await delivery.deliver_due()
    assert texts(platform) == ["a"]


@pytest.mark.parametrize(("why", "sends"), [(Why.REPLY, 1), (Why.REMINDER, 0)])
async def test_a_letter_whose_sender_died_while_sending_counts_as_one_that_may_have_arrived(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock, why: Why, sends: int
) -> None:
    await put("a", group, why)
    desk = Desk(clock)
    letter = await taken(desk)
    await desk.sending([letter])
    assert str((await Outbox.get(key="a")).taken_by).endswith(SENDING)
    await run_until(delivery, clock, START + 60 * MINUTE)
    assert sum(text.startswith("a") for text in texts(platform)) == sends
    assert (await Outbox.get(key="a")).uncertain


@pytest.mark.parametrize(("why", "sends"), [(Why.REPLY, 1), (Why.NOTICE, 0)])
async def test_whoever_dies_over_a_letter_that_may_have_arrived_leaves_it_so(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock, why: Why, sends: int
) -> None:
    await put("a", group, why)
    first, second = Desk(clock), Desk(clock)
    await first.sending([await taken(first)])
    await second.reclaim()
    assert await taken(second) is not None  # and dies before it has settled what the first one may have sent
    await delivery.reclaim()
    await run_until(delivery, clock, START + 60 * MINUTE)
    assert sum(text.startswith("a") for text in texts(platform)) == sends
    assert (await Outbox.get(key="a")).uncertain


async def test_what_is_too_old_is_not_sent_and_told_in_one_line(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, clock: MovedClock
) -> None:
    for number in range(5):
        await put(f"a{number}", group, Why.REMINDER)
    clock.move(START + timedelta(days=4))  # a Monday
    await delivery.deliver_due()
    assert len(platform.said) == 2
    assert all("已过时" in text for text in texts(platform))


async def test_who_has_no_account_is_told_to_the_office(
    group: Chat, delivery: Delivery, platform: MemoryPlatform
) -> None:
    somebody = await Person.create(id="new", name="新来的", role="liaison")
    await Outbox.put("a", Reply("a"), START, person=somebody)
    await delivery.deliver_due()
    assert [said.parcel.why for said in platform.said] == [Why.OFFICE] * 2
    assert "没有送达新来的：没有绑定账号" in texts(platform)[0]


async def test_what_is_not_for_a_group_goes_privately_to_who_asked(
    group: Chat, delivery: Delivery, platform: MemoryPlatform
) -> None:
    asked = await Inbox.create(
        platform=NAME, message_id="m1", chat_address="g1", chat_kind="group", sender_address="lijianguo",
        text="电话多少", sent_at=START, received_at=START,
    )  # fmt: skip
    await Outbox.put("a", Reply("张伟，电话13800001234"), START, chat=group, answers=asked)
    await Outbox.put("b", Reply("身份证110101199001011234"), START, chat=group, answers=asked)
    await delivery.deliver_due()
    said = [(said.parcel.chat or said.parcel.person, said.parcel.text) for said in platform.said]
    assert said == [
        ("g1", wording.NOT_FOR_GROUP),
        ("lijianguo", "张伟，电话13800001234"),
        ("g1", wording.NOT_FOR_ANYBODY),
    ]


async def test_a_platform_that_breaks_or_hangs_holds_up_nobody_else(
    group: Chat, settings: Office, clock: MovedClock, platform: MemoryPlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.carrying.LONGEST_SEND", 0.2)

    class Odd(MemoryPlatform):
        async def send(self, parcel: Parcel) -> Sent:
            if parcel.person == "zhangwei":
                await asyncio.sleep(60)
            if parcel.person == "liuyang":
                raise ZeroDivisionError
            return await super().send(parcel)

    odd = Odd(clock.now)
    delivery = Delivery({NAME: odd}, settings, clock, lambda: 0.0)
    for person in await Person.all().order_by("id"):
        await Outbox.put(f"k/{person.id}", Reply(person.id), START, person=person)
    delivery.start()
    for _ in range(200):
        await asyncio.sleep(0.02)
        if await Outbox.filter(uncertain=True).count() == 2:
            break
    await delivery.stop()
    assert len([said for said in odd.said if said.parcel.key.startswith("k/")]) == await Person.all().count() - 2
    assert {letter.person_id for letter in await Outbox.filter(uncertain=True)} == {"zhangwei", "liuyang"}


async def test_the_loop_wakes_at_once_and_does_not_spin(
    group: Chat, delivery: Delivery, platform: MemoryPlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0
    due = Desk.due

    async def counted(desk: Desk, **silent: Any) -> list[Candidate]:
        nonlocal looks
        looks += 1
        return await due(desk, **silent)

    monkeypatch.setattr(Desk, "due", counted)
    delivery.start()
    await asyncio.sleep(0.2)
    await put("a", group)
    delivery.wake()
    for _ in range(100):
        await asyncio.sleep(0.01)
        if platform.said:
            break
    platform.fail(Fault.SERVER_ERROR, 1)
    await put("b", group)
    await put("c", group)  # due, but behind one that waits
    delivery.wake()
    await asyncio.sleep(0.3)
    await delivery.stop()
    assert texts(platform) == ["a"]
    assert looks < 15


async def test_a_mention_that_was_lost_on_the_way_is_told_to_the_office_once_a_month(
    group: Chat, settings: Office, clock: MovedClock
) -> None:
    class Deaf(MemoryPlatform):
        async def send(self, parcel: Parcel) -> Sent:
            await super().send(parcel)
            return Sent("r", "已发到群里，但没有 @ 到人：本群没有登记群机器人地址" if parcel.mentions else "")

    deaf = Deaf(clock.now)
    delivery = Delivery({NAME: deaf}, settings, clock, lambda: 0.0)
    for number in range(3):
        await put(f"a{number}", group, mentions=("zhangwei",))
    await delivery.deliver_due()
    told = [said.parcel for said in deaf.said if said.parcel.why is Why.OFFICE]
    assert {parcel.person for parcel in told} == {person.id for person in await office_people()}
    assert len(told) == 2
    assert told[0].text == "一线群：已发到群里，但没有 @ 到人：本群没有登记群机器人地址。"
    clock.move(clock.now() + timedelta(days=32))
    await Outbox.put("b", Reply("b", mentions=("zhangwei",)), clock.now(), chat=group)
    await delivery.deliver_due()
    assert len([said for said in deaf.said if said.parcel.why is Why.OFFICE]) == 4
