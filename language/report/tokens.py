"""What a clause is made of: names, nodes, works, parts, numbers, dates and the small words."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any


class Kind(IntEnum):
    """What a token is; where two overlap, the lower one stays."""

    PROJECT = 0
    SAYING = 1
    DATE = 2
    NUMBER = 3
    NODE = 4
    PART = 5
    WORK = 6
    MARK = 7


@dataclass(slots=True)
class Token:
    """One meaningful stretch of the text."""

    start: int
    end: int
    kind: Kind
    text: str
    value: Any
