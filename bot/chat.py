"""The word `chat`: talk to the bot in the terminal, as any person of a district, with a clock to move."""

import asyncio
import contextlib
import re
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TextIO

from bot.clock import RealClock
from bot.config import build_config
from bot.log import quiet
from bot.platforms.terminal import Screen
from bot.stage import Stage, open_stage
from bot.story import GroupForm
from language.wording import terminal as wording
from models.calendar import SHANGHAI, at, local
from models.registry import Registry, RegistryError, dangling, read_registry

BROKEN = 2
SAMPLE = Path(__file__).parent / "sample" / "district.json"
SAMPLE_START = datetime(2026, 6, 11, 14, 50, tzinfo=SHANGHAI)
GROUP = GroupForm(id="g1", name=wording.GROUP)

_AHEAD = re.compile(r"\+?\s*(\d{1,4})\s*(天|日|小时|时|分钟|分|周)")
_UNITS = {"天": "days", "日": "days", "小时": "hours", "时": "hours", "分钟": "minutes", "分": "minutes", "周": "weeks"}
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")

Ask = Callable[[str], str]


def run(registry: Path | None, start: str | None, ask: Ask = input, out: TextIO = sys.stdout) -> int:
    """Talk until the end of the input; the exit status is 2 where there is nothing to talk about."""
    try:
        district = read_registry(registry or SAMPLE)
        if loose := dangling(district):
            raise RegistryError(loose[0])
        moment = _start(start, sample=registry is None)
    except (RegistryError, ValueError) as error:
        print(error, file=sys.stderr)
        return BROKEN
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  # arrows and a history while one types
    with quiet():
        asyncio.run(_talk(district, moment, ask, out))
    return 0


def _start(words: str | None, *, sample: bool) -> datetime:
    """When it begins: as said, else on the eve of the sample's Friday, else now."""
    if words is None:
        return SAMPLE_START if sample else RealClock().now()
    try:
        return datetime.fromisoformat(words).replace(tzinfo=SHANGHAI)
    except ValueError:
        raise ValueError(wording.BAD_START) from None


async def _talk(district: Registry, start: datetime, ask: Ask, out: TextIO) -> None:
    people = {person.id: person.name for person in district.people.values()}
    with tempfile.TemporaryDirectory(prefix="sanse-chat-") as folder:
        screen = Screen(out, Path(folder), people, {GROUP.id: GROUP.name})
        async with open_stage(district, [GROUP], build_config({}).office, start, screen) as stage:
            await Talk(stage, people, out).go_on(ask)


class Talk:
    """Who is speaking, where, and how many messages there have been."""

    def __init__(self, stage: Stage, people: dict[str, str], out: TextIO) -> None:
        self.stage = stage
        self.people = people
        self.out = out
        self.speaker = next(iter(people))
        self.private = False
        self.count = 0

    async def go_on(self, ask: Ask) -> None:
        """Read lines until there are no more."""
        self._show(wording.WELCOME)
        while True:
            try:
                line = await asyncio.to_thread(ask, self._prompt())
            except (EOFError, KeyboardInterrupt):
                return
            if line.strip() in ("/退出", "/quit", "/q"):
                return
            if line.strip():
                await self.take(line.strip())

    async def take(self, line: str) -> None:
        """One line: a command, or something said."""
        if not line.startswith("/"):
            self.count += 1
            group = None if self.private else GROUP.id
            await self.stage.say(line, sender=self.speaker, group=group, name=f"m{self.count}")
            return
        word, _, rest = line[1:].partition(" ")
        match word:
            case "我是":
                self._become(rest.strip())
            case "谁":
                self._show("、".join(self.people.values()))
            case "私聊" | "群":
                self.private = word == "私聊"
            case "时间":
                await self._move(rest.strip())
            case "帮助":
                self._show(wording.WELCOME)
            case _:
                self._show(wording.NO_COMMAND)

    def _become(self, name: str) -> None:
        found = [person for person, known in self.people.items() if name in (known, person)]
        if found:
            self.speaker = found[0]
        else:
            self._show(wording.no_such_person(name))

    async def _move(self, words: str) -> None:
        """Move the clock; what is due on the way happens on the way."""
        now = self.stage.clock.now()
        target = await self.stage.next_due() if words == "下一件" else moment_of(words, now)
        if target is None:
            self._show(wording.NOTHING_DUE if words == "下一件" else wording.NOT_A_MOMENT)
        elif target < now:
            self._show(wording.BACKWARDS)
        else:
            await self.stage.advance(target)
            await self.stage.settle()
            self._show(wording.now(_shown(target)))

    def _prompt(self) -> str:
        place = "私聊" if self.private else GROUP.name
        return wording.prompt(f"{self.stage.clock.now():%m-%d %H:%M}", self.people[self.speaker], place)

    def _show(self, text: str) -> None:
        print(text, file=self.out)


def moment_of(words: str, now: datetime) -> datetime | None:
    """A moment as somebody types it: +1天, 09:30 (today), 2026-06-12, 2026-06-12 09:30."""
    if found := _AHEAD.fullmatch(words):
        return now + timedelta(**{_UNITS[found[2]]: int(found[1])})
    day, _, clock = words.rpartition(" ") if " " in words else ("", "", words)
    hour = _CLOCK.fullmatch(clock)
    try:
        on = date.fromisoformat(day or ("" if hour else clock)) if day or not hour else local(now).date()
    except ValueError:
        return None
    return at(on, time(int(hour[1]), int(hour[2])) if hour else time(0, 0)) if hour or not day else None


def _shown(moment: datetime) -> str:
    return f"{local(moment):%Y-%m-%d %H:%M}"
