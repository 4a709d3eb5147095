"""One life of the bot: a process that does what it is told over a pipe, and may be killed while it does.

Its clock is moved by whoever tells it; its platform is a file that outlives it, on which every sent letter is a line.
"""

import asyncio
import json
import os
import random
from collections.abc import Callable
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot.clock import MovedClock
from bot.config import build_config
from bot.house import House, open_house
from bot.letters import WAITING
from bot.log import quiet
from bot.platforms.base import Incoming, Parcel, Receive, Sent
from bot.platforms.memory import NAME
from models.calendar import local, utc
from models.mailbox import Outbox
from models.store.settings import is_sqlite
from models.vocabulary import ChatKind

ROAD = (0.0, 0.004)
"""Seconds that a letter is on its way, and as many that the platform's answer is."""
LONGEST_MINUTE = 60.0


class Wire:
    """A platform whose letters are lines of a file, written at once and whole: those of a dead process are there too."""

    name = NAME

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._now = now
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._chance = random.Random()

    async def start(self, receive: Receive) -> None:
        """It hears nothing by itself."""

    async def stop(self) -> None:
        os.close(self._file)

    async def send(self, parcel: Parcel) -> Sent:
        await asyncio.sleep(self._chance.uniform(*ROAD))
        line = {
            "key": parcel.key, "why": parcel.why.value, "kind": parcel.kind.value, "to": parcel.chat or parcel.person,
            "group": parcel.chat is not None, "text": parcel.text, "at": self._now().isoformat(), "by": os.getpid(),
        }  # fmt: skip
        os.write(self._file, (json.dumps(line, ensure_ascii=False) + "\n").encode())
        await asyncio.sleep(self._chance.uniform(*ROAD))
        return Sent()


def live(pipe: Connection, url: str, wire: str, moment: str) -> None:
    """Be born at a moment, and do what is said until it is said to end."""
    with quiet():
        asyncio.run(_live(pipe, url, Path(wire), datetime.fromisoformat(moment)))


async def _live(pipe: Connection, url: str, path: Path, moment: datetime) -> None:
    clock = MovedClock(moment)
    wire = Wire(path, clock.now)
    settings = build_config({}).office
    async with open_house(url, settings, clock, {NAME: wire}, lambda: 0.0, pauses=()) as house:
        if is_sqlite(url):
            await house.delivery.reclaim()  # as the real process does where it is alone
        await house.receiving.start()
        house.delivery.start()
        try:
            while (order := await asyncio.to_thread(pipe.recv))[0] != "end":
                pipe.send(await _obey(house, clock, *order))
        finally:
            await house.delivery.stop()
            await house.receiving.stop()
            await wire.stop()
    pipe.send(None)


async def _obey(house: House, clock: MovedClock, order: str, *words: Any) -> Any:
    match order:
        case "move":
            clock.move(datetime.fromisoformat(words[0]))
            await house.tick()
            house.delivery.wake()
        case "hear":
            return await house.receiving.receive(_incoming(words[0], clock.now()))
        case "rest":
            await house.receiving.drain()
            await _everything_sent(house, clock.now())
            due = await house.next_due()
            return due and local(due).isoformat()
    return None


async def _everything_sent(house: House, now: datetime) -> None:
    """Wait until nothing is left that could be sent now, and nothing is in our hands."""
    async with asyncio.timeout(LONGEST_MINUTE):
        while await _something_to_send(house.delivery._desk._me, now):
            house.delivery.wake()
            await asyncio.sleep(0.003)


async def _something_to_send(me: str, now: datetime) -> bool:
    """Asked in one statement: what is looked up twice may have moved on in between."""
    waiting: set[tuple[int | None, str | None]] = set()
    for letter in await Outbox.filter(WAITING, not_before__lte=utc(now)).order_by("priority", "id"):
        if letter.taken_by and letter.taken_by.startswith(me):
            return True
        if letter.lease_until and letter.lease_until > now:
            waiting.add((letter.chat_id, letter.person_id))
        elif (letter.chat_id, letter.person_id) not in waiting:
            return True
    return False


def _incoming(said: dict[str, Any], now: datetime) -> Incoming:
    group = said.get("group")
    return Incoming(
        platform=NAME,
        message_id=said["id"],
        chat=group or said["who"],
        chat_kind=ChatKind.GROUP if group else ChatKind.SINGLE,
        sender=said["who"],
        text=said["text"],
        sent_at=now,
    )
