"""What to do with each frame that is pushed, and how it is acknowledged. A message is kept first, then acknowledged."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from bot.platforms.base import Receive
from bot.platforms.dingtalk.cards import Press, click_of
from bot.platforms.dingtalk.frames import CARDS, MESSAGES, TAKEN, Frame, ack
from bot.platforms.dingtalk.parse import Ignored, parse
from bot.platforms.dingtalk.quota import Use
from language.wording.dingtalk import QUOTA_USED_UP

log = structlog.get_logger(__name__)

CARD_WITHIN = 1.5  # DingTalk waits 2 s for the answer to a click

Tell = Callable[[str], Awaitable[None]]
Event = Callable[[str, Mapping[str, Any]], Awaitable[bool]]


async def nobody(sentence: str) -> None:
    """Tell nobody."""


async def nothing(name: str, data: Mapping[str, Any]) -> bool:
    """Take an event and do nothing with it."""
    return True


@dataclass(slots=True)
class Hearing:
    """Those who are told what was heard: the house, the office, and whoever wants events."""

    receive: Receive
    now: Callable[[], datetime]
    count: Callable[[Use], None] = lambda use: None
    tell: Tell = nobody
    press: Press | None = None
    event: Event = nothing
    corp: str = ""
    heard_at: datetime | None = None
    _short: bool = False

    async def answer(self, frame: Frame) -> str | None:
        """The acknowledgement of a push; None when it must be pushed again. May raise Malformed."""
        if frame.type == "EVENT":
            return await self._event(frame)
        if frame.topic == MESSAGES:
            return ack(frame, TAKEN) if await self.message(frame.body()) else None
        if frame.topic == CARDS:
            change = await self._card(frame.body())
            return None if change is None else ack(frame, {"response": change})
        return ack(frame, {}, 404, "unknown topic")

    async def message(self, body: Mapping[str, Any]) -> bool:
        """Hand a message up; True once it is committed, or holds nothing to keep."""
        self.count(Use.STREAM)
        incoming = parse(body, self.now(), self.corp)
        if isinstance(incoming, Ignored):
            await self._ignored(incoming)
            return True
        self._short = False
        kept = await self.receive(incoming)
        if kept:
            self.heard_at = self.now()
        return kept

    async def _ignored(self, push: Ignored) -> None:
        log.info("dingtalk push ignored", why=push.why)
        if push.why == "quota" and not self._short:
            self._short = True
            await self.tell(QUOTA_USED_UP)

    async def _card(self, body: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The change of a card that was clicked; None where the click is not kept, so that it comes again."""
        self.count(Use.STREAM)
        if self.press is None or (self.corp and body.get("corpId") not in (None, "", self.corp)):
            return {}
        incoming, change = self.press(click_of(body), self.now())
        try:
            async with asyncio.timeout(CARD_WITHIN):
                return change if await self.receive(incoming) else None
        except TimeoutError:
            log.warning("dingtalk click not kept in time")
            return None

    async def _event(self, frame: Frame) -> str:
        self.count(Use.STREAM)
        name = frame.headers.get("eventType")
        taken = await self.event(name if isinstance(name, str) else "", frame.body())
        return ack(frame, {"status": "SUCCESS" if taken else "LATER"})
