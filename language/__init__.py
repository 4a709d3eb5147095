"""The language room: one chat message in, one understanding out; it knows no database and no network."""

import sys
from enum import EnumType

if sys.version_info < (3, 12) and "__getattr__" in vars(EnumType):
    # Python 3.11 still has the hook that 3.12 dropped: members are attributes of their class anyhow, and with it each
    # look at one costs four times as much; a message takes thousands of them.
    del EnumType.__getattr__  # type: ignore[attr-defined]
