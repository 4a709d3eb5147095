"""Handing in the key: the browser then carries a ticket that says nothing of the key itself."""

import asyncio

from aiohttp import web

from pages.access import COOKIE
from pages.desk import desk_of
from pages.door import PLACE, SESSION_COOKIE
from pages.render import go_to, page

A_WEEK = 7 * 24 * 3600
PAUSE = 1.0
"""Seconds that a wrong key costs, so that guessing is slow."""


async def ask(request: web.Request) -> web.Response:
    """The form."""
    access = desk_of(request).access
    if access.is_open:
        return go_to("/overview")
    if access.door is not None and access.door.is_inside(request.headers.get("User-Agent", "")):
        return go_to(PLACE)  # there nobody need do anything
    return _form(request)


def _form(request: web.Request, status: int = 200, *, wrong: bool = False) -> web.Response:
    access = desk_of(request).access
    return page(
        "login.html", status, simulated=False, here="login", wrong=wrong, shut=access.is_shut,
        key=access.has_key, door=access.door is not None, inside=SESSION_COOKIE in request.cookies, refused="",
    )  # fmt: skip


async def check(request: web.Request) -> web.Response:
    """The answer to it."""
    access = desk_of(request).access
    given = (await request.post()).get("key", "")
    if not isinstance(given, str) or not access.is_key(given.strip()):
        await asyncio.sleep(PAUSE)
        return _form(request, 403, wrong=True)
    response = go_to("/overview")
    response.set_cookie(
        COOKIE, access.ticket(), max_age=A_WEEK, httponly=True, samesite="Strict", secure=request.secure
    )
    return response
