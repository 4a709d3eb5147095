"""The simulated group's page and what its script asks for; everything is JSON that the script shows as text."""

import asyncio
import re
from datetime import datetime, time, timedelta
from typing import Any

from aiohttp import web

from models.calendar import Week, at, day_of, local
from models.chat import Chat
from models.cycle import cutoff_day
from models.mailbox import Outbox
from models.people import Person
from models.vocabulary import ChatKind, LetterKind, Role
from pages import suggestions, transcript
from pages.desk import Desk, desk_of
from pages.render import page
from pages.room import Busy, Room, Words

PRIVATE = "private"
LONGEST_TEXT = 4000
LONGEST_QUOTE = 2000
HEARTBEAT = 15.0
MORNING = time(9, 0)
CLOSING: web.AppKey[asyncio.Event] = web.AppKey("closing", asyncio.Event)
SAFE_ID = re.compile(r"[\w-]{8,64}")
ROLES = (Role.LIAISON, Role.LEADER, Role.OFFICE, Role.OWNER, Role.SUPERVISOR)


def add_routes(app: web.Application) -> None:
    """The group's addresses."""
    app[CLOSING] = asyncio.Event()
    app.on_shutdown.append(_close)
    app.router.add_get("/", show)
    app.router.add_get("/api/scene", scene)
    app.router.add_get("/api/state", state)
    app.router.add_get("/api/messages", messages)
    app.router.add_get("/api/events", events)
    app.router.add_get("/api/body/{letter:\\d+}", body)
    app.router.add_post("/api/say", say)
    app.router.add_post("/api/clock", move)


async def show(request: web.Request) -> web.Response:
    """The page itself; the script fills it."""
    return page("group.html", simulated=True, here="group")


async def scene(request: web.Request) -> web.Response:
    """Who may speak, and in which groups: what does not change while people talk."""
    people = await Person.filter(active=True).order_by("id").prefetch_related("unit")
    ordered = sorted(people, key=lambda each: ROLES.index(Role(each.role)))
    groups = await _groups()
    return web.json_response(
        {
            "story": await suggestions.story_name(),
            "speaker": await suggestions.first_speaker(desk_of(request)),
            "people": [
                {
                    "id": each.id,
                    "name": each.name,
                    "unit": each.unit.name if each.unit else "",
                    "role": each.role,
                    "label": Role(each.role).label,
                }
                for each in ordered
            ],
            "groups": [{"id": group.address, "name": group.name} for group in groups],
            "members": len(people) + 1,
        }
    )


async def state(request: web.Request) -> web.Response:
    """The clock, the chats of whoever looks, and what they might say."""
    desk, room = desk_of(request), _room(request)
    person = await _person(request.query.get("me", ""))
    upcoming = await room.next() if room.progress is None else None
    version = room.version
    chats = [await _chat(group.address, group.name, group, person.id) for group in await _groups()]
    chats.append(await _chat(PRIVATE, "", None, person.id))
    return web.json_response(
        {
            "version": version,
            "clock": _clock(room.now(), desk),
            "next": {"at": upcoming.at.isoformat(), "label": upcoming.label} if upcoming else None,
            "progress": {"done": room.progress.done, "total": room.progress.total} if room.progress else None,
            "chats": chats,
            "letters": await transcript.private_counts(),
            "suggestions": await suggestions.for_person(person, room.now(), desk.policy),
        }
    )


async def messages(request: web.Request) -> web.Response:
    """The newest messages of one conversation."""
    person = await _person(request.query.get("me", ""))
    chat = await _group(request.query.get("chat", ""))
    before = request.query.get("before")
    rows = await transcript.transcript(chat, person.id, _moment(before) if before else None)
    return web.json_response({"messages": rows, "more": len(rows) >= transcript.MOST})


async def body(request: web.Request) -> web.Response:
    """A picture, shown; any other file only to be saved."""
    letter = await Outbox.get_or_none(id=int(request.match_info["letter"]))
    if letter is None or letter.body is None:
        raise web.HTTPNotFound
    response = web.Response(body=bytes(letter.body), headers={"Cache-Control": "private, max-age=86400"})
    if letter.kind == LetterKind.IMAGE.value:
        response.content_type = "image/png"
    else:
        response.content_type = "application/octet-stream"
        response.headers["Content-Disposition"] = "attachment"
    return response


async def say(request: web.Request) -> web.Response:
    """Let the visitor speak in somebody's name."""
    data = await _json(request)
    person = await _person(_text(data, "me", 60))
    chat = await _group(_text(data, "chat", 60))
    text, quote = _text(data, "text", LONGEST_TEXT).strip(), _text(data, "quote", LONGEST_QUOTE)
    id_ = _text(data, "id", 64)
    if not text or not SAFE_ID.fullmatch(id_):
        raise web.HTTPBadRequest
    words = Words(id_, person.id, text, chat.address if chat else None, quote or None)
    return await _act(request, _room(request).say(words))


async def move(request: web.Request) -> web.Response:
    """Move the clock: to what comes next, by an hour, by a day, or to the next weekly report."""
    desk, room = desk_of(request), _room(request)
    data, now = await _json(request), _room(request).now()
    match data.get("to"):
        case "next":
            upcoming = await room.next()
            target = upcoming.at if upcoming else now
        case "hour":
            target = now + timedelta(hours=1)
        case "day":
            target = now + timedelta(days=1)
        case "friday":
            target = _report_morning(now, desk)
        case _:
            raise web.HTTPBadRequest
    return await _act(request, room.move(target))


async def events(request: web.Request) -> web.StreamResponse:
    """Tell the page that there is something new, as server-sent events."""
    room, closing = _room(request), request.app[CLOSING]
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    seen = 0
    closed = asyncio.create_task(closing.wait())
    try:
        while not closing.is_set():
            changed = asyncio.create_task(room.changed(seen))
            await asyncio.wait({changed, closed}, timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
            if changed.done():
                seen = changed.result()
                await response.write(f"data: {seen}\n\n".encode())
            else:
                changed.cancel()
                await response.write(b": \n\n")
    except ConnectionResetError:
        pass  # whoever looked has gone
    finally:
        closed.cancel()
    return response


async def _close(app: web.Application) -> None:
    app[CLOSING].set()


async def _act(request: web.Request, work: Any) -> web.Response:
    """Do something in the room; what the bot sent of itself comes back."""
    before = _room(request).now()
    try:
        await work
    except Busy:
        return web.json_response({"error": "busy"}, status=409)
    return web.json_response({"happened": await transcript.letters_since(before)})


def _report_morning(now: datetime, desk: Desk) -> datetime:
    """The morning of the next day on which reports are due, a minute before the first call."""
    week = Week.of(day_of(now))
    while True:
        day = cutoff_day(week, desk.weekly.holiday_mode, desk.calendar)
        if day is not None and (moment := at(day, desk.weekly.first_call)) > now:
            return moment
        week = week.next


def _clock(now: datetime, desk: Desk) -> dict[str, Any]:
    day = day_of(now)
    return {
        "at": local(now).isoformat(),
        "workday": desk.calendar.is_workday(day),
        "estimated": desk.calendar.is_estimated(day),
    }


async def _chat(id_: str, name: str, chat: Chat | None, person: str) -> dict[str, Any]:
    return {
        "id": id_,
        "name": name,
        "count": await transcript.count(chat, person),
        "last": await transcript.last(chat, person),
    }


async def _groups() -> list[Chat]:
    return await Chat.filter(platform=transcript.PLATFORM, kind=ChatKind.GROUP.value).order_by("id")


async def _group(address: str) -> Chat | None:
    """The group of an address; None is the private chat."""
    if address == PRIVATE:
        return None
    chat = await Chat.get_or_none(platform=transcript.PLATFORM, kind=ChatKind.GROUP.value, address=address)
    if chat is None:
        raise web.HTTPNotFound
    return chat


async def _person(id_: str) -> Person:
    person = await Person.get_or_none(id=id_, active=True)
    if person is None:
        raise web.HTTPNotFound
    return person


def _room(request: web.Request) -> Room:
    room = desk_of(request).room
    if room is None:
        raise web.HTTPNotFound
    return room


async def _json(request: web.Request) -> dict[str, Any]:
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        data = await request.json()
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(data, dict):
        raise web.HTTPBadRequest
    return data


def _text(data: dict[str, Any], key: str, longest: int) -> str:
    value = data.get(key) or ""
    if not isinstance(value, str) or len(value) > longest:
        raise web.HTTPBadRequest
    return value


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise web.HTTPBadRequest from None
    if moment.tzinfo is None:
        raise web.HTTPBadRequest
    return moment
