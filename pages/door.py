"""Signing in by a platform: who comes in is a member there, and what they may see stands in our own roster."""

import logging
from typing import Protocol

from aiohttp import web

from language.wording import signing_in as wording
from models.people import Person, person_at
from models.permission import OPENS_PAGES
from models.vocabulary import Role
from pages.desk import desk_of
from pages.render import go_to, page

logger = logging.getLogger(__name__)

ATTEMPT_COOKIE = "sanse_attempt"
SESSION_COOKIE = "sanse_person"
PLACE = "/login/platform"
BACK = f"{PLACE}/back"


class NotShown(Exception):
    """The platform does not say who this is; `again` where another attempt may help."""

    def __init__(self, *, again: bool) -> None:
        super().__init__()
        self.again = again


class Door(Protocol):
    """A platform that tells who its members are."""

    platform: str

    def leads_to(self, state: str, *, inside: bool) -> str:
        """Where a browser is sent; `inside` the platform's own client."""

    def is_inside(self, agent: str) -> bool:
        """Whether this is the platform's own client."""

    async def account(self, code: str) -> str:
        """The account behind a code; raises NotShown."""


async def begin(request: web.Request) -> web.Response:
    """Send the browser to the platform."""
    access = desk_of(request).access
    if access.door is None or access.sessions is None:
        raise web.HTTPNotFound
    state, cookie = access.sessions.begin()
    response = go_to(access.door.leads_to(state, inside=access.door.is_inside(request.headers.get("User-Agent", ""))))
    response.headers["Cache-Control"] = "no-store"
    _set(response, ATTEMPT_COOKIE, cookie, secure=access.is_secure, path=PLACE, seconds=600)
    return response


async def end(request: web.Request) -> web.Response:
    """The browser comes back: the attempt must be ours, the code the platform's, the person in the roster."""
    access = desk_of(request).access
    if access.door is None or access.sessions is None:
        raise web.HTTPNotFound
    state, code = request.query.get("state", ""), request.query.get("code", "")
    if not access.sessions.ends(state, request.cookies.get(ATTEMPT_COOKIE, "")):
        return _refused(request, wording.OVER)
    if not code:
        return _refused(request, wording.DECLINED)
    try:
        person = await person_at(access.door.platform, await access.door.account(code))
    except NotShown as error:
        return _refused(request, wording.AGAIN if error.again else wording.NO_MEMBER)
    if person is None:
        return _refused(request, wording.UNKNOWN)
    if Role(person.role) not in OPENS_PAGES:
        return _refused(request, wording.NOT_FOR_YOU)
    logger.info("signed in to the pages: %s", person.id)
    response = go_to("/overview")
    _set(response, SESSION_COOKIE, access.sessions.issue(person.id), secure=access.is_secure, seconds=12 * 3600)
    response.del_cookie(ATTEMPT_COOKIE, path=PLACE)
    return response


async def leave(request: web.Request) -> web.Response:
    """Sign out."""
    response = go_to("/login")
    response.del_cookie(SESSION_COOKIE, path="/")
    return response


async def visitor(request: web.Request) -> Person | None:
    """Who has signed in, as the roster knows them at this moment; nobody where that has changed."""
    sessions = desk_of(request).access.sessions
    known = sessions.person(request.cookies.get(SESSION_COOKIE, "")) if sessions else None
    person = await Person.get_or_none(id=known, active=True) if known else None
    return person if person is not None and Role(person.role) in OPENS_PAGES else None


def _set(response: web.Response, name: str, value: str, *, secure: bool, seconds: int, path: str = "/") -> None:
    # Lax and not Strict: the browser comes from the platform's page, and a Strict cookie would not come along.
    response.set_cookie(name, value, max_age=seconds, path=path, httponly=True, samesite="Lax", secure=secure)


def _refused(request: web.Request, words: str) -> web.Response:
    access = desk_of(request).access
    return page(
        "login.html", 403, simulated=False, here="login", wrong=False, shut=access.is_shut,
        key=access.has_key, door=True, inside=False, refused=words,
    )  # fmt: skip
