"""JSON from outside, read so that whatever comes in, only good values come out: what both platforms' parsers share."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

LONGEST_ID = 120
LONGEST_TEXT = 10_000
LONGEST_NAME = 120
LONGEST_ADDRESS = 2048
_CREDIBLE = (datetime(2020, 1, 1, tzinfo=UTC), timedelta(days=1))
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL refuses the one, UTF-8 the others

Body = Mapping[str, Any]


class Malformed(Exception):
    """Not something the platform sends; the text says which part, never what it held."""


def _no_constant(name: str) -> None:
    raise ValueError(name)


_DECODER = json.JSONDecoder(parse_constant=_no_constant)  # made anew for each message it would cost as much as reading


def decoded(text: str | bytes) -> Body:
    """A JSON object from outside; raises Malformed for anything else, however deep, long or odd it is."""
    try:
        body = _DECODER.decode(text if isinstance(text, str) else text.decode())
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None
    if not isinstance(body, dict):
        raise Malformed("not an object")
    return body


def clean(text: object) -> str:
    """A text as it can be kept; nothing where it is none."""
    if isinstance(text, str) and text.isprintable():
        return text  # as nearly every text is; what cannot be kept cannot be printed either
    return _UNKEEPABLE.sub("\N{REPLACEMENT CHARACTER}", text) if isinstance(text, str) else ""


def text_of(body: Body, key: str) -> str:
    """The text under a key, empty where there is none."""
    return clean(body.get(key))


def id_of(body: Body, key: str) -> str:
    """The id under a key; without a good one nothing can be done with the message."""
    value = text_of(body, key)
    if not value.strip() or len(value) > LONGEST_ID:
        raise Malformed(key)
    return value


def moment_of(value: object, now: datetime) -> datetime | None:
    """A time in milliseconds or seconds, number or string; None when it cannot be true."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 15:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < 1e14:
        return None
    moment = datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC)
    return moment if _CREDIBLE[0] <= moment <= now + _CREDIBLE[1] else None
