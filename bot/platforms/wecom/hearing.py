"""What to do with each message that is pushed: kept first, in the order of its chat; only then is there an answer."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.platforms.base import Incoming, Receive
from bot.platforms.reading import Malformed
from bot.platforms.wecom.cards import Press, is_press, press_in_bot
from bot.platforms.wecom.frames import EVENT, MESSAGE, Frame
from bot.platforms.wecom.hosts import Hosts
from bot.platforms.wecom.keys import hidden
from bot.platforms.wecom.media import Fetcher
from bot.platforms.wecom.parse import NAMED, Heard, Ignored, parse
from bot.platforms.wecom.settings import Patience
from models.vocabulary import ChatKind

log = structlog.get_logger(__name__)

LONGEST_AGAIN = 5.0
NAME_WITHIN = 2.0
MOST_IN_HAND = 1000
MOST_REQUESTS = 5000
LIFE_OF_A_REQUEST = timedelta(hours=23)  # the platform says 24

Resolve = Callable[[str], Awaitable[str]]


async def nothing_shown(press: Press, request: str) -> None:
    """Leave the card as it is."""


@dataclass(frozen=True, slots=True)
class Request:
    """A message that may be answered under its own id, in the place where it was said."""

    id: str
    group: bool
    place: str
    until: datetime


@dataclass(slots=True)
class Hearing:
    """Hands messages up. What comes by socket never comes again, so it is tried until it is kept."""

    receive: Receive
    now: Callable[[], datetime]
    hosts: Hosts
    fetcher: Fetcher
    resolve: Resolve
    patience: Patience
    bot_name: str = ""
    pressed: Callable[[Press, str], Coroutine[None, None, None]] = nothing_shown
    heard_at: datetime | None = None
    _requests: OrderedDict[str, Request] = field(default_factory=OrderedDict)
    _last: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _leaving: asyncio.Event = field(default_factory=asyncio.Event)

    def frame(self, frame: Frame) -> None:
        """Take a frame of the long connection; never waits."""
        if frame.command not in (MESSAGE, EVENT):
            log.info("wecom frame ignored", command=frame.command[:40])
            return
        if len(self._tasks) >= MOST_IN_HAND:
            log.error("wecom message dropped: too many are waiting to be kept")
            return
        body = frame.body
        chat = str(body.get("chatid") or body.get("from"))[:200]
        task = asyncio.create_task(self._in_turn(frame, self._last.get(chat)))
        self._tasks.add(task)
        self._last[chat] = task
        task.add_done_callback(lambda done: self._done(chat, done))

    async def message(self, body: Mapping[str, Any], request: str = "") -> bool:
        """Keep a message; True once it is committed, or holds nothing to keep. May raise Malformed."""
        if is_press(body):
            return await self.press(press_in_bot(body, self.now()), request)
        found = parse(body, self.now(), self.bot_name)
        if isinstance(found, Ignored):
            log.info("wecom push ignored", why=found.why)
            return True
        incoming = await self._complete(found)
        if not await self.keep(incoming):
            return False
        if request:
            self._remember(incoming, request)
        return True

    async def keep(self, incoming: Incoming) -> bool:
        """Keep a message without the keys that are in it; True once it is committed."""
        kept = await self.receive(hidden(incoming, self.hosts))
        if kept:
            self.heard_at = self.now()
        return kept

    async def press(self, press: Press, request: str = "") -> bool:
        """Keep what a button stands for, and change its card; True once it is committed."""
        sender = await self.resolve(press.incoming.sender or "")
        private = press.incoming.chat_kind is ChatKind.SINGLE
        incoming = replace(press.incoming, sender=sender, chat=sender if private else press.incoming.chat)
        if not await self.keep(incoming):
            return False
        task = asyncio.create_task(self.pressed(press, request))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    def request_of(self, message: str | None, group: bool, place: str) -> str | None:
        """The id under which a message may be answered in this very place; none for any other place."""
        found = self._requests.get(message or "")
        if found is None or self.now() >= found.until or (found.group, found.place) != (group, place):
            return None
        return found.id

    async def stop(self) -> None:
        """Try once more to keep what is in hand, then let go."""
        self._leaving.set()
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=self.patience.farewell)
        for task in set(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.fetcher.stop(self.patience.farewell)

    async def _in_turn(self, frame: Frame, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait({before})
        pause = self.patience.again
        while not await self._once(frame):
            if self._leaving.is_set():
                log.error("wecom message lost: it could not be kept before the end")
                return
            try:
                async with asyncio.timeout(pause):
                    await self._leaving.wait()
            except TimeoutError:
                pause = min(pause * 2, LONGEST_AGAIN)

    async def _once(self, frame: Frame) -> bool:
        """One try; False where it is worth another."""
        try:
            async with asyncio.timeout(self.patience.keeping):
                return await self.message(frame.body, frame.request)
        except Malformed as error:
            log.warning("wecom push not understood", part=str(error))
            return True
        except Exception as error:
            # Only its kind: an exception can quote the message, and that is nobody's business in a log.
            log.error("wecom message not kept", error=type(error).__name__)
            return False

    async def _complete(self, heard: Heard) -> Incoming:
        """With the names that only a download tells, and the sender's plain id where there is one."""
        incoming = heard.incoming
        names = self.fetcher.begin(heard.media)
        found = {}
        for one, name in zip(heard.media, names, strict=True):
            if one.kind in NAMED:
                await asyncio.wait({name}, timeout=NAME_WITHIN)
                found[one.code] = name.result() if name.done() else ""
        attachments = tuple(replace(each, name=found.get(each.code, each.name)) for each in incoming.attachments)
        sender = await self.resolve(incoming.sender or "")
        chat = sender if incoming.chat_kind is ChatKind.SINGLE else incoming.chat
        return replace(incoming, attachments=attachments, sender=sender, chat=chat)

    def _remember(self, incoming: Incoming, request: str) -> None:
        group = incoming.chat_kind is ChatKind.GROUP
        place = incoming.chat if group else incoming.sender or ""
        self._requests[incoming.message_id] = Request(request, group, place, self.now() + LIFE_OF_A_REQUEST)
        while len(self._requests) > MOST_REQUESTS:
            self._requests.popitem(last=False)

    def _done(self, chat: str, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if self._last.get(chat) is task:
            del self._last[chat]
