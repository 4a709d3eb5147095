"""A letter's words in the forms DingTalk takes: cut by bytes, newlines for its markdown, mentions in the text."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any
from urllib.parse import quote

from bot.platforms.base import Button
from bot.platforms.texts import beginning, split
from language.wording.dingtalk import ANSWER_THE_ROBOT, REST_IN_FILE
from models.calendar import local
from models.vocabulary import LetterKind

LARGEST = 15_000  # bytes of a message parameter; webhooks take 20,000, one limit for all is simpler
ROOM = 600  # for the keys, the title and what else is around the text
NEWLINE = 4  # two blanks and an escaped newline, as markdown needs them
MOST_MENTIONS = 50
MOST_BUTTONS = 5
_SAY = "dtmd://dingtalkclient/sendMessage?content={}"
_HEAD = re.compile(r"^(\s*)#", re.MULTILINE)
_LINK_MARK = re.compile(r"[\[\]]|<(?=[@a-zA-Z/!])")
_WIDE = {"[": "［", "]": "］", "<": "＜"}
_MARKS = re.compile(r"[#>*_`\[\]]+")


def weight(text: str) -> int:
    """Bytes of a text once it stands inside JSON."""
    return len(json.dumps(text, ensure_ascii=False).encode("utf-8", "replace")) - 2


def parts_of(text: str, limit: int) -> list[str]:
    """The text in parts within the limit."""
    return split(text, limit, weight, NEWLINE) or [""]


def first_of(text: str, limit: int) -> str:
    """The beginning of a text whose whole goes along as a file."""
    return beginning(text, limit, REST_IN_FILE, weight, NEWLINE)


def markdown(text: str) -> str:
    """Single newlines written as DingTalk's markdown needs them; blank lines already part paragraphs."""
    lines = [line.rstrip() for line in text.split("\n")]
    out = lines[0]
    for before, line in pairwise(lines):
        out += f"  \n{line}" if before and line else f"\n{line}"
    return out


def title_of(title: str, text: str) -> str:
    """What the chat list shows: the title, else the first line without its marks."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return (title.strip() or _MARKS.sub("", first).strip() or "消息")[:60]


def mentioning(text: str, mentions: Sequence[str]) -> str:
    """The text with an @ for everybody who is mentioned: without it in the words there is no mention."""
    missing = [person for person in mentions if not re.search(rf"@{re.escape(person)}(?![\w.\-])", text)]
    return " ".join(f"@{person}" for person in missing) + "\n" + text if missing else text


def groups_of(mentions: Sequence[str]) -> list[tuple[str, ...]]:
    """The mentioned in groups that one message can hold; one empty group when nobody is."""
    people = tuple(dict.fromkeys(mentions))
    return [people[start : start + MOST_MENTIONS] for start in range(0, len(people), MOST_MENTIONS)] or [()]


def webhook_body(kind: LetterKind, title: str, text: str, mentions: Sequence[str], uuid: str) -> Mapping[str, Any]:
    """A message for a session webhook or a group's robot."""
    words = mentioning(text, mentions)
    at = {"atUserIds": list(mentions), "atMobiles": [], "isAtAll": False}
    if kind is LetterKind.TEXT:
        return {"msgtype": "text", "text": {"content": words}, "at": at, "msgUuid": uuid}
    shown = {"title": title_of(title, text), "text": markdown(words)}
    return {"msgtype": "markdown", "markdown": shown, "at": at, "msgUuid": uuid}


def robot_message(kind: LetterKind, title: str, text: str) -> tuple[str, str]:
    """The message key and parameter for group and private sends."""
    if kind is LetterKind.TEXT:
        return "sampleText", _parameter(content=text)
    return "sampleMarkdown", _parameter(title=title_of(title, text), text=markdown(text))


def harmless(text: str) -> str:
    """Plain words where marks would be shown: a link or picture in what we quote from people is not ours to offer."""
    return _LINK_MARK.sub(lambda found: _WIDE[found[0]], _HEAD.sub(r"\1＃", text))


def button_message(title: str, text: str, buttons: Sequence[Button]) -> tuple[str, str]:
    """Words with buttons that speak for whoever presses them: in a single chat that works without a template."""
    shown = {"title": title_of(title, text), "text": markdown(harmless(text))}
    links = [_SAY.format(quote(each.words, safe="")) for each in buttons]
    if len(buttons) == 1:
        return "sampleActionCard", _parameter(**shown, singleTitle=buttons[0].label, singleURL=links[0])
    for number, (each, link) in enumerate(zip(buttons, links, strict=True), 1):
        shown |= {f"actionTitle{number}": each.label, f"actionURL{number}": link}
    return f"sampleActionCard{len(buttons)}", _parameter(**shown)


def notice_text(text: str, now: datetime) -> str:
    """A work notice's words, with where to answer; and with the time, for the same words go out once a day only."""
    return markdown(f"{harmless(text)}\n\n{ANSWER_THE_ROBOT}（{local(now):%m-%d %H:%M}）")


def image_message(media: str) -> tuple[str, str]:
    """A picture that was uploaded."""
    return "sampleImageMsg", _parameter(photoURL=media)


def file_message(media: str, name: str) -> tuple[str, str]:
    """A file that was uploaded."""
    return "sampleFile", _parameter(mediaId=media, fileName=name, fileType=name.rpartition(".")[2].lower())


def _parameter(**values: str) -> str:
    return json.dumps(values, ensure_ascii=False)
