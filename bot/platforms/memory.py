"""The platform of stories, tests and the browser: what is said is kept in a list, and faults come to order."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.platforms.base import DeliveryError, Parcel, Receive, Sent
from language.wording import faults as wording

NAME = "memory"


class Fault(StrEnum):
    """What a platform may do to a letter."""

    RATE_LIMIT = "rate_limit"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"
    FORBIDDEN = "forbidden"

    def error(self) -> DeliveryError:
        """What a real platform's folder would raise."""
        match self:
            case Fault.RATE_LIMIT:
                return DeliveryError(wording.RATE_LIMIT, retry_after=60.0, too_fast=True)
            case Fault.SERVER_ERROR:
                return DeliveryError(wording.SERVER_ERROR)
            case Fault.TIMEOUT:
                return DeliveryError(wording.TIMEOUT, unknown=True, deduplicated=True)
            case Fault.FORBIDDEN:
                return DeliveryError(wording.FORBIDDEN, permanent=True)


@dataclass(frozen=True, slots=True)
class Said:
    """One parcel that left, and when; `uncertain` where the sender was told that it may not have arrived."""

    at: datetime
    parcel: Parcel
    uncertain: bool = False


class MemoryPlatform:
    """Hears what `hear` is given, keeps what is sent; the accounts are the ids of the people themselves."""

    name = NAME

    def __init__(self, now: Callable[[], datetime], listener: Callable[[Said], None] | None = None) -> None:
        self.said: list[Said] = []
        self._now = now
        self._listener = listener
        self._faults: deque[Fault] = deque()
        self.receive: Receive | None = None

    async def start(self, receive: Receive) -> None:
        """Hand what is heard to the house from now on."""
        self.receive = receive

    async def stop(self) -> None:
        """Hear no more."""
        self.receive = None

    def fail(self, fault: Fault, times: int) -> None:
        """Let the next sends fail."""
        self._faults.extend([fault] * times)

    async def send(self, parcel: Parcel) -> Sent:
        """Keep the parcel, unless a fault is due; one that times out may have arrived."""
        fault = self._faults.popleft() if self._faults else None
        if fault is None or fault is Fault.TIMEOUT:
            self._keep(Said(self._now(), parcel, uncertain=fault is Fault.TIMEOUT))
        if fault is not None:
            raise fault.error()
        return Sent(receipt=str(len(self.said)))

    async def take_back(self, parcel: Parcel) -> None:
        """Keep that something was taken back."""
        await self.send(parcel)

    async def readers(self, parcel: Parcel) -> frozenset[str]:
        """Nobody reads here but whoever looks at what was said."""
        return frozenset()

    def _keep(self, said: Said) -> None:
        self.said.append(said)
        if self._listener is not None:
            self._listener(said)
