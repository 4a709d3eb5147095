"""How much of a message is read: nobody reports at greater length, and a reader must not be held up."""

MOST = 800
"""Characters, three times the longest message of any corpus; what is longer is read up to a whole line or sentence."""

_BORDERS = ("\n", "。；！？!?;", "，, ")
_TAIL = 12


def readable(text: str) -> str:
    """What is read of a text."""
    if len(text) <= MOST:
        return text
    for signs in _BORDERS:
        end = max(text.rfind(sign, MOST // 2, MOST) for sign in signs)
        if end >= 0:
            return text[: end + 1]
    return text[:MOST]


def last_read(text: str) -> str | None:
    """The last words that are read of a text too long to be read whole; None where it is read whole."""
    read = readable(text)
    return read.strip()[-_TAIL:] if text[len(read) :].strip() else None
