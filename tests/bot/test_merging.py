"""Bursts are joined, not dropped: every letter is said exactly once, in order, within the platform's limits."""

import asyncio
import random
import time
from collections import defaultdict, deque
from datetime import datetime, timedelta

import pytest

from bot.clock import Clock, MovedClock
from bot.delivery import Delivery
from bot.fate import PAUSES
from bot.letters import Candidate
from bot.merging import LARGEST, joined, runs
from bot.platforms.base import DeliveryError, Parcel, Sent
from bot.platforms.memory import NAME
from bot.platforms.pace import Pace
from models.calendar import utc
from models.chat import Chat
from models.mailbox import PRIORITY, Inbox, Outbox, Reply
from models.people import Person
from models.policy import Office
from models.vocabulary import LetterKind, Why
from tests.bot.conftest import START

LIMIT, WINDOW = 5, 60.0
WHYS = (Why.ALERT, Why.REPLY, Why.REMINDER, Why.SUMMARY)
FOREVER = timedelta(days=2)


def too_fast(wait: float) -> DeliveryError:
    return DeliveryError("too fast", retry_after=wait, too_fast=True)


class Narrow:
    """A platform with so many messages a minute for each place; it notes a call beyond them, and breaks at times."""

    name = NAME

    def __init__(self, clock: Clock, chance: random.Random | None = None, *, paced: bool = True) -> None:
        self.said: list[tuple[datetime, Parcel]] = []
        self.beyond = 0
        self._clock = clock
        self._chance = chance
        self._pace = Pace(LIMIT, WINDOW, too_fast) if paced else None
        self._seen: dict[str, deque[float]] = defaultdict(deque)

    async def start(self, receive: object) -> None: ...

    async def stop(self) -> None: ...

    async def send(self, parcel: Parcel) -> Sent:
        place, now = f"{parcel.chat}/{parcel.person}", self._clock.now().timestamp()
        if self._pace is not None:
            self._pace.take(place, now)
        seen = self._seen[place]
        while seen and now - seen[0] >= WINDOW:
            seen.popleft()
        seen.append(now)
        self.beyond += len(seen) > LIMIT
        if self._chance is not None and self._chance.random() < 0.1:
            raise DeliveryError("broken")
        self.said.append((self._clock.now(), parcel))
        return Sent(f"r{len(self.said)}")

    def texts(self) -> list[str]:
        return [parcel.text for _, parcel in self.said]


@pytest.fixture
async def group(office: str) -> Chat:
    return await Chat.create(platform=NAME, address="g1", kind="group", name="一线群", bound=True)


def deliver(platform: Narrow, settings: Office, clock: Clock) -> Delivery:
    return Delivery({NAME: platform}, settings, clock, lambda: 0.0)


async def play(delivery: Delivery, clock: MovedClock) -> None:
    """Deliver at every moment at which something is due, until nothing waits."""
    await delivery.deliver_due()
    while (due := await delivery.next_due()) is not None:
        assert due < START + FOREVER
        clock.move(due)
        await delivery.deliver_due()


async def put(key: str, group: Chat | None, why: Why = Why.REMINDER, **more: object) -> None:
    text = str(more.pop("text", key))
    kind = more.pop("kind", LetterKind.TEXT)
    mentions = more.pop("mentions", ())
    context = more.pop("context", {})
    reply = Reply(text, kind=kind, why=why, mentions=mentions, context=context)
    await Outbox.put(key, reply, START, chat=group, **more)


async def test_what_does_not_fit_a_minute_is_said_together_when_there_is_room(
    group: Chat, settings: Office, clock: MovedClock
) -> None:
    platform = Narrow(clock)
    for number in range(12):
        await put(f"第{number}条", group, mentions=("zhangwei",) if number % 2 else ("liuyang",))
    await play(deliver(platform, settings, clock), clock)
    assert platform.texts() == [f"第{n}条" for n in range(5)] + ["\n".join(f"第{n}条" for n in range(5, 12))]
    at, last = platform.said[-1]
    assert last.mentions == ("zhangwei", "liuyang")
    assert at == START + timedelta(seconds=WINDOW)
    letters = await Outbox.all().order_by("id")
    assert {letter.attempts for letter in letters} == {1}
    assert len({letter.receipt for letter in letters}) == 6
    assert {letter.delivered_at for letter in letters[5:]} == {utc(at)}


async def test_people_are_never_joined_and_neither_are_classes_or_what_will_be_answered(
    group: Chat, settings: Office, clock: MovedClock
) -> None:
    platform = Narrow(clock)
    people = [await Person.get(id=name) for name in ("zhangwei", "liuyang")]
    for number in range(8):
        for person in people:
            await put(f"{person.id}{number}", None, person=person)
    for number, why in enumerate([Why.SUMMARY] * 6 + [Why.REPLY] * 2):
        await put(f"g{number}", group, why)
    await put("asks", group, Why.REMINDER, context={"items": [{"number": 1}]})
    await play(deliver(platform, settings, clock), clock)
    told = {person.id: [p.text for _, p in platform.said if p.person == person.id] for person in people}
    for name, texts in told.items():
        assert "\n".join(texts).split("\n") == [f"{name}{number}" for number in range(8)]
        assert len(texts) < 8
    assert [p.text for _, p in platform.said if p.chat] == ["g6", "g7", "asks", "g0", "g1", "g2\ng3\ng4\ng5"]


async def test_a_joined_text_stays_within_one_message(group: Chat, settings: Office, clock: MovedClock) -> None:
    platform = Narrow(clock)
    for number in range(30):
        await put(f"k{number:02}", group, text=f"{number:02}" + "滨江大桥尚待更新，" * 10)
    await play(deliver(platform, settings, clock), clock)
    assert all(len(text.encode()) <= LARGEST for text in platform.texts())
    lines = "\n".join(platform.texts()).split("\n")
    assert [line[:2] for line in lines] == [f"{number:02}" for number in range(30)]
    assert platform.beyond == 0


async def test_what_two_letters_say_together_is_looked_at_again(
    group: Chat, settings: Office, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What neither says alone is not said by joining them: k6 and k7 stay apart."""
    monkeypatch.setattr("bot.last_look.allowed", lambda text, **who: not ("k6" in text and "k7" in text))
    platform = Narrow(clock)
    for number in range(9):
        await put(f"k{number}", group)
    await play(deliver(platform, settings, clock), clock)
    assert platform.texts()[5:] == ["k5\nk6", "k7\nk8"]


async def test_one_that_is_refused_for_good_takes_no_others_along(
    group: Chat, settings: Office, clock: MovedClock
) -> None:
    class Picky(Narrow):
        async def send(self, parcel: Parcel) -> Sent:
            if "k6" in parcel.text:
                raise DeliveryError("unsafe", permanent=True)
            return await super().send(parcel)

    platform = Picky(clock)
    for number in range(9):
        await put(f"k{number}", group)
    await play(deliver(platform, settings, clock), clock)
    assert [p.text for _, p in platform.said if p.chat] == [f"k{number}" for number in range(9) if number != 6]
    assert (await Outbox.get(key="k6")).given_up_at is not None
    assert (await Outbox.get(key="k8")).attempts == 1


async def test_a_joined_parcel_that_may_have_arrived_is_not_repeated(
    group: Chat, settings: Office, clock: MovedClock
) -> None:
    class Unsure(Narrow):
        async def send(self, parcel: Parcel) -> Sent:
            sent = await super().send(parcel)
            if "\n" in parcel.text and parcel.chat:
                raise DeliveryError("cut off", unknown=True, deduplicated=True)
            return sent

    platform = Unsure(clock)
    for number in range(8):
        await put(f"k{number}", group, Why.REPLY)
    await play(deliver(platform, settings, clock), clock)
    assert [p.text for _, p in platform.said if p.chat] == ["k0", "k1", "k2", "k3", "k4", "k5\nk6\nk7"]
    doubtful = await Outbox.filter(uncertain=True).order_by("id")
    assert [letter.key for letter in doubtful] == ["k5", "k6", "k7"]


@pytest.mark.parametrize("deduplicated", [True, False])
@pytest.mark.parametrize(("why", "repeated"), [(Why.REPLY, "deduplicated"), (Why.ALERT, "ever"), (Why.NOTICE, "never")])
async def test_an_answer_is_repeated_only_where_the_platform_shows_it_once(
    group: Chat, settings: Office, clock: MovedClock, why: Why, repeated: str, deduplicated: bool
) -> None:
    class Unsure(Narrow):
        async def send(self, parcel: Parcel) -> Sent:
            sent = await super().send(parcel)
            if parcel.chat and len(self.said) == 1:
                raise DeliveryError("cut off", unknown=True, deduplicated=deduplicated)
            return sent

    platform = Unsure(clock)
    await put("k", group, why)
    await play(deliver(platform, settings, clock), clock)
    again = repeated == "ever" or (repeated == "deduplicated" and deduplicated)
    assert len([p for _, p in platform.said if p.chat]) == 1 + again


async def test_the_newest_address_for_answering_goes_with_what_is_joined(
    group: Chat, settings: Office, clock: MovedClock
) -> None:
    platform = Narrow(clock)
    for number in range(8):
        asked = await Inbox.create(
            platform=NAME, message_id=f"m{number}", chat_address="g1", chat_kind="group", sender_address="zhangwei",
            text="谁没报", reply_address=f"https://{number}", reply_until=utc(START + timedelta(minutes=80 + number)),
            sent_at=START, received_at=START,
        )  # fmt: skip
        await put(f"k{number}", group, Why.REPLY, answers=asked)
    await play(deliver(platform, settings, clock), clock)
    assert [p.reply_address for _, p in platform.said] == [f"https://{number}" for number in (0, 1, 2, 3, 4, 7)]


async def test_many_refusals_for_lack_of_room_end_no_letter(group: Chat, settings: Office, clock: MovedClock) -> None:
    class Shut(Narrow):
        refused = 0

        async def send(self, parcel: Parcel) -> Sent:
            self.refused += 1
            if self.refused < 100:
                raise too_fast(10.0)
            return await super().send(parcel)

    platform = Shut(clock)
    await put("k", group)
    await play(deliver(platform, settings, clock), clock)
    assert platform.texts() == ["k"]
    assert (await Outbox.get(key="k")).attempts == 1


@pytest.mark.parametrize("seed", range(12))
async def test_any_burst_is_said_exactly_once_in_order_and_within_the_limits(
    group: Chat, settings: Office, clock: MovedClock, seed: int
) -> None:
    chance = random.Random(seed)
    platform = Narrow(clock, chance)
    other = await Chat.create(platform=NAME, address="g2", kind="group", name="二线群", bound=True)
    people = [await Person.get(id=name) for name in ("zhangwei", "liuyang")]
    names = [person.id for person in await Person.all()]
    expected: dict[tuple[str | None, str | None], list[tuple[int, str, str]]] = defaultdict(list)
    for number in range(chance.randint(10, 80)):
        why, place = chance.choice(WHYS), chance.choice([group, group, other, *people])
        text = f"#{number:03}" + "字" * chance.randint(0, 300)
        mentions = tuple(chance.sample(names, chance.randint(0, 3)))
        kind = chance.choice([LetterKind.TEXT, LetterKind.TEXT, LetterKind.MARKDOWN])
        chat = place if isinstance(place, Chat) else None
        person = place if isinstance(place, Person) else None
        await put(f"k{number}", chat, why, text=text, mentions=mentions, kind=kind, person=person)
        expected[chat.address if chat else None, person.id if person else None].append(
            (PRIORITY.get(why, 5), text, why.value)
        )
    await play(deliver(platform, settings, clock), clock)
    assert platform.beyond == 0
    for (chat_address, person_id), letters in expected.items():
        said = [p for _, p in platform.said if (p.chat, p.person) == (chat_address, person_id)]
        assert [line for p in said for line in p.text.split("\n") if line] == [
            text for _, text, _ in sorted(letters, key=lambda each: each[0])
        ]
    rows = await Outbox.filter(key__startswith="k")
    assert all(row.delivered_at and row.receipt and not row.given_up_at for row in rows)
    assert all(row.attempts <= len(PAUSES) + 1 for row in rows)


class Running:
    """A clock that began at the start of the story."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def now(self) -> datetime:
        return START + timedelta(seconds=time.monotonic() - self._began)


async def test_the_running_loop_joins_as_well(group: Chat, settings: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.WINDOW", 0.5)
    platform = Narrow(Running())
    people = [await Person.get(id=name) for name in ("zhangwei", "liuyang")]
    for number in range(20):
        await put(f"g{number}", group)
        await put(f"p{number}", None, person=people[number % 2])
    delivery = deliver(platform, settings, Running())
    delivery.start()
    for _ in range(600):
        await asyncio.sleep(0.05)
        if await Outbox.filter(delivered_at=None).count() == 0:
            break
    await delivery.stop()
    said = "\n".join(p.text for _, p in platform.said if p.chat).split("\n")
    assert said == [f"g{number}" for number in range(20)]
    for place, person in enumerate(people):
        told = "\n".join(p.text for _, p in platform.said if p.person == person.id).split("\n")
        assert told == [f"p{number}" for number in range(20) if number % 2 == place]
    assert platform.beyond == 0


def test_only_what_follows_one_another_is_joined() -> None:
    def letter(
        number: int, why: str = "reminder", kind: str = "text", place: int = 1, by: str | None = None
    ) -> Candidate:
        return Candidate(number, (place, None), by, why, kind)

    due = [letter(1), letter(2), letter(3, place=2), letter(4), letter(5, kind="image"), letter(6), letter(7, by="x+")]
    found = [[first.id, *(each.id for each in rest)] for first, rest in runs(due, {(1, None)}, {9}.__contains__)]
    assert found == [[1, 2, 4], [3], [5], [6], [7]]
    assert [rest for _, rest in runs(due, set(), {9}.__contains__)] == [()] * 7
    alone = [[first.id, *(each.id for each in rest)] for first, rest in runs(due, {(1, None)}, {2}.__contains__)]
    assert alone == [[1], [2], [3], [4], [5], [6], [7]]


def test_too_many_mentions_or_bytes_are_not_joined() -> None:
    def parcel(text: str, *mentions: str) -> Parcel:
        return Parcel(text, LetterKind.TEXT, text, chat="c", mentions=mentions)

    assert joined([parcel("a", *map(str, range(30))), parcel("b", *map(str, range(25, 60)))]) is None
    both = joined([parcel("a", *map(str, range(30))), parcel("b", *map(str, range(20, 50)))])
    assert both is not None
    assert len(both.mentions) == 50
    assert joined([parcel("字" * 400), parcel("字" * 300)]) is None
