"""Handing in the key: the browser then carries a ticket that says nothing of the key itself."""

import asyncio

from aiohttp import web

from pages.access import COOKIE
from pages.desk import desk_of
from pages.render import go_to, page

A_WEEK = 7 * 24 * 3600
PAUSE = 1.0
"""Seconds that a wrong key costs, so that guessing is slow."""


async def ask(request: web.Request) -> web.Response:
    """The form."""
    if desk_of(request).access.is_open:
        return go_to("/overview")
    return page("login.html", simulated=False, here="login", wrong=False, shut=desk_of(request).access.is_shut)


async def check(request: web.Request) -> web.Response:
    """The answer to it."""
    access = desk_of(request).access
    given = (await request.post()).get("key", "")
    if not isinstance(given, str) or not access.is_key(given.strip()):
        await asyncio.sleep(PAUSE)
        return page("login.html", 403, simulated=False, here="login", wrong=True, shut=access.is_shut)
    response = go_to("/overview")
    response.set_cookie(
        COOKIE, access.ticket(), max_age=A_WEEK, httponly=True, samesite="Strict", secure=request.secure
    )
    return response
