"""The word `understand`: messages as JSON lines in, understandings as JSON lines out."""

import json
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from language.names import Lexicon
from language.understand import understand
from language.understanding import PromptItem, Utterance
from language.understanding_json import to_json
from models.calendar import local
from models.registry import RegistryError, read_registry
from models.vocabulary import ChatKind

BROKEN = 2


class BrokenLine(ValueError):
    """A line that is no message; says which and why, in Chinese."""


def run(
    registry: Path, messages: Iterable[str] = sys.stdin, out: TextIO = sys.stdout, errors: TextIO = sys.stderr
) -> int:
    """Read messages, print understandings; the exit status is 2 where a line or the registry cannot be read."""
    try:
        lexicon = Lexicon(read_registry(registry))
        for number, line in enumerate(messages, 1):
            if line.strip():
                name, utterance = read_line(line, number)
                print(json.dumps({"id": name, **to_json(understand(utterance, lexicon))}, ensure_ascii=False), file=out)
    except (RegistryError, BrokenLine) as error:
        out.flush()
        print(error, file=errors)
        return BROKEN
    return 0


def read_line(line: str, number: int) -> tuple[Any, Utterance]:
    """A message and its id from one line of JSON."""
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise BrokenLine(f"第{number}行不是合规的 JSON：{error.msg}（第{error.colno}列）") from error
    if not isinstance(data, dict):
        raise BrokenLine(f"第{number}行应是一个对象，含 id、now、text")
    try:
        return data["id"], _utterance(data)
    except KeyError as error:
        raise BrokenLine(f"第{number}行缺少 {error.args[0]}") from error
    except (ValueError, TypeError) as error:
        raise BrokenLine(f"第{number}行：{error}") from error


def _utterance(data: dict[str, Any]) -> Utterance:
    text = data["text"]
    if not isinstance(text, str):
        raise ValueError("text 应是文字")
    now = datetime.fromisoformat(data["now"])
    if now.tzinfo is None:
        raise ValueError("now 应带时区，如 +08:00")
    prompt = tuple(PromptItem(item["number"], item["project"], item.get("node")) for item in data.get("prompt", ()))
    return Utterance(
        text=text,
        now=local(now),
        chat=ChatKind(data.get("chat", "group")),
        sender=data.get("sender"),
        quote=data.get("quote"),
        prompt=prompt,
    )
