"""A letter's words in the forms WeChat Work takes: cut by bytes, harmless, with or without marks."""

import re

LARGEST_REPLY = 20_000  # bytes; 20,480 is the platform's own limit
LARGEST_HOOK_TEXT = 2_000
LARGEST_HOOK_MARKDOWN = 4_000
LARGEST_APP = 2_000
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
