"""The frames of the Stream: JSON texts that hold a JSON text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.platforms.reading import Malformed, decoded

MESSAGES = "/v1.0/im/bot/messages/get"
CARDS = "/v1.0/card/instances/callback"
TAKEN = {"response": None}
_TAKEN_AS_SENT = json.dumps(TAKEN)


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame from the server; every header may be missing."""

    type: str
    topic: str
    message_id: str
    data: str
    headers: Mapping[str, Any]

    def body(self) -> Mapping[str, Any]:
        """What the frame carries, decoded the second time."""
        return decoded(self.data)


def read_frame(text: str) -> Frame:
    """The frame in a text message; raises Malformed."""
    outer = decoded(text)
    headers = outer.get("headers")
    headers = headers if isinstance(headers, dict) else {}
    kind, data = outer.get("type"), outer.get("data", "")
    if not isinstance(kind, str):
        raise Malformed("type")
    topic, message_id = headers.get("topic"), headers.get("messageId")
    return Frame(
        type=kind,
        topic=topic if isinstance(topic, str) else "",
        message_id=message_id if isinstance(message_id, str) else "",
        data=data if isinstance(data, str) else "",  # an object here is against the protocol
        headers=headers,
    )


def ack(frame: Frame, data: Mapping[str, Any] | str, code: int = 200, message: str = "OK") -> str:
    """The answer to a frame, under the same message id."""
    headers = {"messageId": frame.message_id, "contentType": "application/json"}
    if data is TAKEN:
        data = _TAKEN_AS_SENT  # as nearly every answer
    inner = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return json.dumps({"code": code, "message": message, "headers": headers, "data": inner})
