"""A letter's words in the forms WeChat Work takes: cut by bytes, harmless, with or without marks."""

import re
from collections.abc import Iterator

LARGEST_REPLY = 20_000  # bytes; 20,480 is the platform's own limit
LARGEST_HOOK_TEXT = 2_000
LARGEST_HOOK_MARKDOWN = 4_000
LARGEST_APP = 2_000
MOST_PARTS = 2
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\((https?://[^)\s]{1,1000})\)")
_HEAD = re.compile(r"^ {0,3}(?:#{1,6}|>) ?", re.MULTILINE)
_BOLD = re.compile(r"\*\*([^*\n]{1,500})\*\*")
_TAG = re.compile(r"<(?=[@a-zA-Z/!])")


def harmless(text: str) -> str:
    """Without what the clients would take for a mention, a link or a colour: we quote people, and they write things.

    `<@all>` in our mouth would ring every telephone of a group.
    """
    return _TAG.sub("＜", text)


def plain(text: str) -> str:
    """Markdown as plain words, for the messages that can mention."""
    return _BOLD.sub(r"\1", _HEAD.sub("", _LINK.sub(r"\1 \2", text)))


def split(text: str, limit: int) -> list[str]:
    """The text in parts within the limit in UTF-8 bytes, cut at line borders; a longer line, between characters."""
    parts: list[str] = []
    current: list[str] = []
    taken = 0
    for line in (piece for whole in text.split("\n") for piece in _chopped(whole, limit)):
        size = len(line.encode("utf-8", "replace")) + 1
        if current and taken + size > limit + 1:
            parts.append("\n".join(current))
            current, taken = [], 0
        current.append(line)
        taken += size
    return [part for part in (*parts, "\n".join(current)) if part.strip()]


def _chopped(line: str, limit: int) -> Iterator[str]:
    while len(data := line.encode("utf-8", "replace")) > limit:
        head = data[:limit].decode("utf-8", "ignore")  # drops the character that the cut goes through
        yield head
        line = line[len(head) :]
    yield line
