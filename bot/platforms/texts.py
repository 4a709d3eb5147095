"""What every platform does with words that are too long: cut at line borders, at most two parts, the rest in a file."""

from collections.abc import Callable, Iterator

MOST_PARTS = 2
Weight = Callable[[str], int]


def utf8(text: str) -> int:
    """Bytes of a text."""
    return len(text.encode("utf-8", "replace"))


def split(text: str, limit: int, weight: Weight = utf8, newline: int = 1) -> list[str]:
    """The text in parts within the limit, cut at line borders; a line that is longer itself, between characters.

    `weight` is what a piece counts, `newline` what a line border may count in addition.
    """
    parts: list[str] = []
    current: list[str] = []
    taken = 0
    for line in (piece for whole in text.split("\n") for piece in _chopped(whole, limit - newline, weight)):
        size = weight(line) + newline
        if current and taken + size > limit:
            parts.append("\n".join(current))
            current, taken = [], 0
        current.append(line)
        taken += size
    return [part for part in (*parts, "\n".join(current)) if part.strip()]


def beginning(text: str, limit: int, notice: str, weight: Weight = utf8, newline: int = 1) -> str:
    """As much of a text as fits, with a notice on a line of its own where the rest is."""
    room = limit - weight(notice) - newline
    return "\n".join([*split(text, room, weight, newline)[:1], notice])


def file_name(title: str, otherwise: str, ending: str) -> str:
    """A letter's title as the name of a file."""
    name = "".join(letter for letter in title if letter.isalnum() or letter in " -（）()")[:40].strip()
    return f"{name or otherwise}.{ending}"


def _chopped(line: str, limit: int, weight: Weight) -> Iterator[str]:
    while weight(line) > limit:
        cut = _longest(line, limit, weight)
        yield line[:cut]
        line = line[cut:]
    yield line


def _longest(text: str, limit: int, weight: Weight) -> int:
    """How many characters from the start fit: at least one, so that cutting ends."""
    low, high = 1, max(1, min(len(text), limit))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if weight(text[:middle]) <= limit else (low, middle - 1)
    return low
