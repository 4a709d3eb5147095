"""Held by one process at a time: the right to connect and to speak. The others stand by and take over."""

import asyncio
import logging
import os
import socket
from uuid import uuid4

from tortoise.exceptions import BaseORMException

from models.lease import Lease

logger = logging.getLogger(__name__)

BEAT = 5.0
LONGEST_STILL = 20.0
"""A holder whose beat stands still so long is taken for dead."""
GIVES_UP = 13.0
"""A holder that could not move its beat so long stops by itself, well before somebody takes over."""


class SharedLease:
    """One task's lease, kept by a loop of its own. All times are this process's own monotonic clock."""

    def __init__(
        self, name: str, *, beat: float = BEAT, still: float = LONGEST_STILL, gives_up: float = GIVES_UP
    ) -> None:
        self._name = name
        self._beat = beat
        self._still = still
        self._gives_up = gives_up
        self._me = f"{socket.gethostname()[:30]}/{os.getpid()}/{uuid4().hex[:8]}"
        self._renewed: float | None = None
        self._seen: tuple[str, int] | None = None
        self._since = 0.0
        self._held, self._lost = asyncio.Event(), asyncio.Event()
        self._lost.set()
        self._loop: asyncio.Task[None] | None = None

    @property
    def held(self) -> bool:
        """Whether it is ours at this very moment, also after the process has slept for hours."""
        return self._renewed is not None and asyncio.get_running_loop().time() - self._renewed < self._gives_up

    async def until_held(self) -> None:
        """Wait until it is ours."""
        await self._held.wait()

    async def until_lost(self) -> None:
        """Wait until it is not ours any more."""
        await self._lost.wait()

    async def start(self, *, alone: bool = False) -> None:
        """Begin; `alone` says that nobody else can be alive, so that a dead holder need not be waited for."""
        if alone:
            holder, beat = await Lease.seen(self._name)
            await self._take(holder, beat)
        self._loop = asyncio.create_task(self._keep(), name=f"lease {self._name}")

    async def stop(self) -> None:
        """Give it back, so that a replica takes over at once."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)
        self._lose()
        try:
            await Lease.give_back(self._name, self._me)
        except (BaseORMException, OSError) as error:
            logger.warning("the lease %s was not given back: %s", self._name, type(error).__name__)

    async def _keep(self) -> None:
        while True:
            began = asyncio.get_running_loop().time()
            try:
                async with asyncio.timeout(self._beat):
                    await self._once()
            except (BaseORMException, OSError) as error:
                logger.warning("the lease %s could not be looked at: %s", self._name, type(error).__name__)
            if self._held.is_set() and not self.held:
                self._lose()
            await asyncio.sleep(max(0.0, began + self._beat - asyncio.get_running_loop().time()))

    async def _once(self) -> None:
        holder, beat = await Lease.seen(self._name)
        now = asyncio.get_running_loop().time()
        if (holder, beat) != self._seen:
            self._seen, self._since = (holder, beat), now
        if holder in ("", self._me) or now - self._since >= self._still:
            await self._take(holder, beat)
        elif self._held.is_set():
            self._lose()  # somebody took us for dead

    async def _take(self, holder: str, beat: int) -> None:
        asked = asyncio.get_running_loop().time()
        if await Lease.take(self._name, self._me, holder, beat):
            self._seen, self._since = (self._me, beat + 1), asked
            self._renewed = asked  # from before the asking: the store may have been slow
            self._lost.clear()
            self._held.set()

    def _lose(self) -> None:
        self._renewed = None
        self._held.clear()
        self._lost.set()
