"""The simulated group: the whole bot on a store that stays, a clock that visitors move, and a story to begin with."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from actions import sample
from actions.groups import keep_group
from bot.clock import MovedClock, RealClock
from bot.config import Config
from bot.platforms.browser import NAME, BrowserPlatform
from bot.stage import Stage
from bot.story import MessageLine, Story, read_story
from language.wording import simulated as wording
from models.chat import Chat
from models.database import load_registry
from models.registry import Registry
from models.store.connection import open_store
from models.store.migrate import migrate
from models.vocabulary import ChatKind
from pages.room import Busy, Next, Progress, Words
from scheduler import timetable

logger = logging.getLogger(__name__)

STORY = Path(__file__).parent / "sample" / "story.jsonl"
GROUP = "g1"
BETWEEN_MESSAGES = timedelta(minutes=1)
LONGEST_JUMP = timedelta(days=31)


class Group:
    """What the pages see of the simulated group; one thing happens at a time."""

    def __init__(self, stage: Stage, story: Story | None) -> None:
        """`story` is what is still to be told, if anything."""
        self._stage = stage
        self._story = story
        self._progress = Progress(0, len(story.steps)) if story else None
        self._lock = asyncio.Lock()
        self._version = 1
        self._something = asyncio.Event()

    @property
    def version(self) -> int:
        """Grows with everything that happens."""
        return self._version

    @property
    def progress(self) -> Progress | None:
        """How far the story is; None when it has been told."""
        return self._progress

    def now(self) -> datetime:
        """The simulated moment."""
        return self._stage.clock.now()

    async def say(self, words: Words) -> None:
        """Let somebody speak a minute later, so that everything said has a moment of its own, and the bot answer."""
        async with self._turn():
            await self._stage.advance(self.now() + BETWEEN_MESSAGES)
            await self._stage.say(words.text, sender=words.speaker, group=words.group, name=words.id, quote=words.quote)
            await self._stage.settle()

    async def move(self, target: datetime) -> None:
        """Move the clock on; everything due on the way, and at its end, happens at its own time."""
        async with self._turn():
            await self._stage.advance(min(target, self.now() + LONGEST_JUMP))
            await self._stage.settle()

    async def next(self) -> Next | None:
        """The next thing of the weekly cycle, or letter that waits; what is looked at daily comes by the way."""
        now, office = self.now(), self._stage.office
        found = [
            Next(each.due, each.entry.label)
            for each in await timetable.occasions(now, office)
            if isinstance(each.entry, timetable.Entry) and each.due > now
        ]
        if self._stage.house is not None and (waits := await self._stage.house.delivery.next_due()) is not None:
            found.append(Next(waits, wording.WAITING))
        return min(found, key=lambda each: each.at, default=None)

    async def changed(self, seen: int) -> int:
        """Wait until the version is another than `seen`."""
        while self._version == seen:
            await self._something.wait()
        return self._version

    def tell(self) -> None:
        """Something is to be seen that was not there before."""
        self._version += 1
        self._something.set()
        self._something = asyncio.Event()

    async def learn(self) -> None:
        """Something was changed in the registry by a page."""
        if self._stage.house is not None:
            await sample.open_accounts(NAME)
            await self._stage.house.knowledge.refresh()
        self.tell()

    async def replay(self) -> None:
        """Tell the story from where it was left; what was told before is a redelivery and changes nothing."""
        if self._story is None:
            return
        try:
            async with self._lock:
                await self._tell_story(self._story)
        except Exception:
            logger.exception("the sample's story could not be told to its end")
        finally:
            self._progress = None
            self.tell()

    async def _tell_story(self, story: Story) -> None:
        begun, total = self.now(), len(story.steps)
        for number, step in enumerate(story.steps):
            self._progress = Progress(number, total)
            if step.at < begun:
                continue
            await self._stage.advance(step.at)
            if isinstance(line := step.line, MessageLine):
                await self._stage.say(line.text, sender=line.sender, group=line.group, name=step.name, quote=line.quote)
            await sample.keep_clock(self.now())
            self.tell()
        await self._stage.settle()
        await sample.finish_story()

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """One visitor at a time, and nobody while the story is being told."""
        if self._progress is not None:
            raise Busy
        async with self._lock:
            try:
                yield
            finally:
                await sample.keep_clock(self.now())
                self.tell()


@asynccontextmanager
async def open_group(config: Config, story: Path = STORY) -> AsyncIterator[Group]:
    """Open the store, with the sample district in it where it was empty, and start the bot on it."""
    await migrate(config.store_url, RealClock().now())
    told = read_story(story) if config.sample else None
    start = await _prepare(config, told)
    clock = MovedClock(start)
    group: Group | None = None

    def tell() -> None:
        if group is not None:
            group.tell()

    registry = replace(await _registry(config), festivals=told.registry.festivals if told else {})
    stage = Stage(config.store_url, registry, config.office, clock, BrowserPlatform(clock.now, tell), durable=True)
    await stage.up()
    try:
        group = Group(stage, None if await sample.story_is_told() else told)
        yield group
    finally:
        await stage.down()


async def _prepare(config: Config, story: Story | None) -> datetime:
    """Whatever the simulated group needs in the store; where its clock stands."""
    async with open_store(config.store_url):
        now = RealClock().now()
        if story is not None:
            groups = {each.id: (each.name, each.projects) for each in story.groups}
            await sample.enter_sample(story.registry, groups, NAME, story.start, now)
        await sample.open_accounts(NAME)
        if not await Chat.filter(platform=NAME, kind=ChatKind.GROUP.value).exists():
            await keep_group(NAME, GROUP, name=wording.GROUP, scope=())
        return await sample.kept_clock() or now


async def _registry(config: Config) -> Registry:
    async with open_store(config.store_url):
        return await load_registry()
