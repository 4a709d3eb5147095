"""Callbacks that are too old, or that were heard before."""

from collections import OrderedDict
from datetime import datetime

FRESH = 300.0
MOST = 100_000
MOST_DIGITS = 12
LONGEST_NONCE = 128


class Replays:
    """Remembers what was heard within the time in which a timestamp counts as fresh.

    A repeat is no fault of the sender's: the platform may send a message again. It is answered and changes nothing,
    for the inbox knows every message's own id.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._heard: OrderedDict[tuple[str, str, str], float] = OrderedDict()

    def is_fresh(self, timestamp: str, now: datetime) -> bool:
        """Was this signed within the last minutes?"""
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= MOST_DIGITS):
            return False
        return abs(now.timestamp() - int(timestamp)) <= FRESH

    def is_known(self, timestamp: str, nonce: str, signature: str) -> bool:
        """Has this very callback been answered before?"""
        return (timestamp, nonce, signature) in self._heard

    def note(self, timestamp: str, nonce: str, signature: str, now: datetime) -> None:
        """It has been kept: from now on it is a repeat."""
        moment = now.timestamp()
        self._heard[timestamp, nonce, signature] = moment
        while self._heard and (len(self._heard) > self._most or next(iter(self._heard.values())) < moment - 3 * FRESH):
            self._heard.popitem(last=False)
