"""Callbacks that are too old, or that were heard before."""

from collections import OrderedDict
from datetime import datetime

FRESH = 300.0
TRYING = 60.0
"""Seconds within which the platform may send the same again: it waits five and tries three times."""

MOST = 100_000
MOST_DIGITS = 12
LONGEST_NONCE = 128


class Replays:
    """Remembers what was heard within the time in which a timestamp counts as fresh.

    A repeat within a minute is no fault of the sender's: the platform sends again what it saw no answer to. It is
    answered and changes nothing. A later one is not the platform's, and is refused.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._heard: OrderedDict[tuple[str, str, str], float] = OrderedDict()

    def is_fresh(self, timestamp: str, now: datetime) -> bool:
        """Was this signed within the last minutes?"""
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= MOST_DIGITS):
            return False
        return abs(now.timestamp() - int(timestamp)) <= FRESH

    def age(self, timestamp: str, nonce: str, signature: str, now: datetime) -> float | None:
        """Seconds since this very callback was answered; None where it never was."""
        heard = self._heard.get((timestamp, nonce, signature))
        return None if heard is None else now.timestamp() - heard

    def note(self, timestamp: str, nonce: str, signature: str, now: datetime) -> None:
        """It has been kept: from now on it is a repeat."""
        moment = now.timestamp()
        self._heard[timestamp, nonce, signature] = moment
        while self._heard and (len(self._heard) > self._most or next(iter(self._heard.values())) < moment - 3 * FRESH):
            self._heard.popitem(last=False)
