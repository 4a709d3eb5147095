"""What people sent: pictures are shown, everything else is handed out as a file and never opened here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from aiohttp import web

from language.wording.wordless import KINDS
from models.mailbox import Inbox, messages_with_media
from models.people import person_at
from pages.desk import Desk, desk_of

SHOWN_FOR = timedelta(days=14)
MOST = 60
_PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
SHEETS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that came with a message; `there` says that it was fetched and has not been tidied away yet."""

    code: str
    kind: str
    name: str
    there: bool

    @property
    def label(self) -> str:
        """What people read of it."""
        return self.name or KINDS.get(self.kind, self.kind)

    @property
    def is_sheet(self) -> bool:
        """Whether it could be a plan."""
        return self.there and self.name.lower().endswith(SHEETS)


@dataclass(frozen=True, slots=True)
class Received:
    """A message that came with something."""

    at: datetime
    who: str
    private: bool
    text: str
    things: tuple[Thing, ...]
    office: bool = False


async def things_of(desk: Desk, attachments: Sequence[dict[str, Any]]) -> tuple[Thing, ...]:
    """What came with a message and can be looked at, or could once."""
    return tuple(
        [
            Thing(each["code"], each["kind"], each.get("name", ""), await desk.has(each["code"]))
            for each in attachments
            if each.get("kind") in KINDS and each.get("code")
        ]
    )


async def received(desk: Desk) -> list[Received]:
    """What came lately, newest first."""
    found = []
    for message in await messages_with_media(desk.now() - SHOWN_FOR):
        if things := await things_of(desk, message.attachments):
            found.append(await _received(message, things))
        if len(found) >= MOST:
            break
    return found


async def _received(message: Inbox, things: tuple[Thing, ...]) -> Received:
    person = await person_at(message.platform, message.sender_address)
    who = person.name if person else message.sender_name or ""
    private = message.chat_kind == "single"
    return Received(message.sent_at, who, private, message.text, things, bool(person and person.is_office))


async def sheets(desk: Desk) -> list[tuple[Received, Thing]]:
    """The spreadsheets that the office has sent privately."""
    return [
        (each, thing) for each in await received(desk) if each.office and each.private for thing in each.things
        if thing.is_sheet
    ]  # fmt: skip


async def show(request: web.Request) -> web.Response:
    """One thing."""
    body = await desk_of(request).get(request.match_info["code"])
    if body is None:
        raise web.HTTPNotFound
    kind = next((kind for start, kind in _PICTURES.items() if body.startswith(start)), None)
    # Whatever is no picture is never opened in our name: it may be a page with scripts.
    shown = "inline" if kind else f"attachment; filename*=UTF-8''{quote(request.query.get('name', '')[:120] or 'file')}"
    headers = {"Content-Disposition": shown, "Cache-Control": "private, max-age=3600"}
    return web.Response(body=body, content_type=kind or "application/octet-stream", headers=headers)
