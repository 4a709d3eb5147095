"""Bringing in a plan: a file is read, what would change is shown, and only a second press changes it."""

import asyncio
import json
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import quote

from aiohttp import BodyPartReader, web

from actions.plan_import import Edit, apply, compare
from actions.plan_names import registry_from_rows
from documents.plan_workbook import read_workbook
from documents.plan_writer import blank_template
from documents.workbook_guard import WorkbookRefused
from language.node_kinds import kind_of
from language.wording import plan_import as wording
from models.database import load_registry
from models.registry import Registry, RegistryError, registry_from_json
from pages import media
from pages.desk import Desk, desk_of
from pages.render import page

LARGEST_FILE = 10 << 20
MOST_WAITING = 8
MOST_SHOWN = 300
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that was read and waits for a yes."""

    name: str
    registry: Registry
    issues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = field(default=())


OFFERS: web.AppKey[OrderedDict[str, Offer]] = web.AppKey("offers", OrderedDict)


async def ask(request: web.Request) -> web.Response:
    """The form."""
    return _page(request, "plan.html", received=await media.sheets(desk_of(request)))


async def read_received(request: web.Request) -> web.Response:
    """The same for a file that the office has sent in its private chat."""
    desk, code = desk_of(request), str((await request.post()).get("code", ""))
    known = {thing.code: thing.name for _, thing in await media.sheets(desk)}
    body = await desk.get(code) if code in known else None
    if body is None or len(body) > LARGEST_FILE:
        return _page(request, "plan.html", refused=wording.GONE)
    return await _read_body(request, known[code], body)


async def template(request: web.Request) -> web.Response:
    """An empty ledger to fill in."""
    body = await asyncio.to_thread(blank_template, desk_of(request).today.year)
    return web.Response(
        body=body,
        content_type=SHEET,
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(wording.TEMPLATE_NAME)}"},
    )


async def read(request: web.Request) -> web.Response:
    """Read a file and show what it would change; nothing is changed."""
    name, body = await _file(request)
    if not body:
        return _page(request, "plan.html", refused=wording.NO_FILE)
    return await _read_body(request, name, body)


async def _read_body(request: web.Request, name: str, body: bytes) -> web.Response:
    known = await load_registry()
    try:
        offer = await asyncio.to_thread(_read, name, body, known, desk_of(request).today)
    except (WorkbookRefused, RegistryError) as error:
        return _page(request, "plan.html", refused=str(error))
    return _offer(request, offer)


async def confirm(request: web.Request) -> web.Response:
    """Change what was shown, all of it or nothing; where the store has moved on meanwhile, show it again."""
    desk = desk_of(request)
    form = await request.post()
    offer = request.app[OFFERS].pop(str(form.get("offer", "")), None)
    if offer is None:
        return _page(request, "plan.html", refused=wording.GONE)
    reference = str(form.get("reference", "")).strip()[:200]
    known = await load_registry()
    if tuple(compare(known, offer.registry)) != offer.edits:
        return _offer(request, _with_edits(offer, known), told=wording.MOVED_ON)
    if _moves_dates(offer) and not reference:
        return _offer(request, offer, told=wording.NO_REFERENCE)
    await apply(known, offer.registry, reference or offer.name, desk.now())
    if desk.changed is not None:
        await desk.changed()
    return _page(request, "plan.html", done=wording.done(len(offer.edits)))


def _offer(request: web.Request, offer: Offer, told: str = "") -> web.Response:
    """Keep an offer for a while and show it."""
    offers, key = request.app[OFFERS], secrets.token_urlsafe(16)
    offers[key] = offer
    while len(offers) > MOST_WAITING:
        offers.popitem(last=False)
    today = desk_of(request).today
    lines = [wording.edit(each, offer.registry, today) for each in offer.edits]
    return _page(
        request,
        "plan_offer.html",
        offer=offer,
        key=key,
        told=told,
        lines=lines[:MOST_SHOWN],
        more=max(0, len(lines) - MOST_SHOWN),
        needs_reference=_moves_dates(offer),
    )


def _moves_dates(offer: Offer) -> bool:
    """Whether an approved date of a known node would be another: that takes a meeting's word."""
    return any(edit.field == "planned" and edit.old is not None for edit in offer.edits)


def _read(name: str, body: bytes, known: Registry, today: date) -> Offer:
    """Slow; raises WorkbookRefused and RegistryError."""
    if name.lower().endswith(".json"):
        return _with_edits(Offer(name, _registry(body)), known)
    result = read_workbook(body, kind_of, today)
    offer = Offer(
        name, registry_from_rows(result.projects, known), tuple(str(each) for each in result.issues), result.notes
    )
    return _with_edits(offer, known)


def _registry(body: bytes) -> Registry:
    try:
        data: Any = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise RegistryError(wording.NOT_JSON) from None
    if not isinstance(data, dict):
        raise RegistryError(wording.NOT_JSON)
    return registry_from_json(data)


def _with_edits(offer: Offer, known: Registry) -> Offer:
    return Offer(offer.name, offer.registry, offer.issues, offer.notes, tuple(compare(known, offer.registry)))


async def _file(request: web.Request) -> tuple[str, bytes]:
    """Name and content of the one file of a form."""
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name == "file" and part.filename:
            return part.filename[:120], await _content(part)
    return "", b""


async def _content(part: BodyPartReader) -> bytes:
    body = bytearray()
    while chunk := await part.read_chunk(1 << 16):
        body += chunk
        if len(body) > LARGEST_FILE:
            raise web.HTTPRequestEntityTooLarge(LARGEST_FILE, len(body))
    return bytes(body)


def _page(request: web.Request, name: str, **values: Any) -> web.Response:
    desk: Desk = desk_of(request)
    given = {"refused": "", "done": "", "received": (), **values}
    return page(
        name, 422 if given["refused"] else 200, simulated=desk.room is not None, here="plan", today=desk.today, **given
    )
