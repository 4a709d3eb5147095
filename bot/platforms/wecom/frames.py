"""The frames of the long connection: JSON texts, with `cmd` from the server a callback, without it an answer."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.platforms.reading import Malformed, decoded

MESSAGE = "aibot_msg_callback"
EVENT = "aibot_event_callback"
LONGEST_ID = 256


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame from the server; `code` is None where it carries none."""

    command: str
    request: str
    body: Mapping[str, Any]
    code: int | None = None


def read_frame(text: str) -> Frame:
    """The frame in a text message; raises Malformed."""
    outer = decoded(text)
    headers, body = outer.get("headers"), outer.get("body", {})
    request = headers.get("req_id") if isinstance(headers, dict) else None
    command, code = outer.get("cmd", ""), outer.get("errcode")
    if not isinstance(command, str) or not isinstance(body, dict):
        raise Malformed("frame")
    if not isinstance(request, str) or not 0 < len(request) <= LONGEST_ID:
        raise Malformed("req_id")
    if code is not None and (isinstance(code, bool) or not isinstance(code, int)):
        raise Malformed("errcode")
    if not command and code is None:
        raise Malformed("neither callback nor answer")
    return Frame(command, request, body, code)


def frame(command: str, request: str, body: Mapping[str, Any] | None = None) -> str:
    """A frame of ours; surrogates cannot travel, so they are replaced."""
    outer: dict[str, Any] = {"cmd": command, "headers": {"req_id": request}}
    if body is not None:
        outer["body"] = body
    return json.dumps(outer, ensure_ascii=False).encode("utf-8", "replace").decode()


def fresh_id() -> str:
    """An id that no other request has."""
    return secrets.token_hex(16)
