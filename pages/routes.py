"""Addresses, and who may open them."""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable

from aiohttp import web

from pages import board, chatroom, door, health, letters, login, media, overview, plan, project
from pages.access import HEADERS, is_from_here
from pages.desk import DESK, Desk, desk_of
from pages.render import STATIC, go_to, page

__all__ = ["Desk", "make_app"]

logger = logging.getLogger(__name__)

LARGEST_BODY = 256 << 10
"""Of what is read at once; files are read piece by piece, with a limit of their own."""
OPEN_TO_ALL = ("/static/", "/health", "/login")
FOR_LEADERS = ("/overview", "/board", "/project/", "/media/")
"""What whoever is not of the office sees after signing in: where things stand, and not how the office works."""
READING = ("GET", "HEAD")
CALLBACKS: web.AppKey[frozenset[str]] = web.AppKey("callbacks", frozenset)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def make_app(desk: Desk, callbacks: Iterable[web.RouteDef] = ()) -> web.Application:
    """The pages of the office, the simulated group where there is one, and what platforms post to us.

    `callbacks` have rules of their own: they know their callers by signatures, and bound what they read.
    """
    app = web.Application(middlewares=[guard], client_max_size=LARGEST_BODY)
    app[DESK] = desk
    callbacks = list(callbacks)
    app.router.add_routes(callbacks)
    app[CALLBACKS] = frozenset(each.path for each in callbacks)
    if desk.room is not None:
        chatroom.add_routes(app)
    app[plan.OFFERS] = OrderedDict()
    app.router.add_routes(
        [
            web.get("/board", board.summary),
            web.get("/board/pictures", board.pictures),
            web.get("/board/{number:\\d+}.png", board.picture),
            web.get("/overview", overview.show),
            web.get("/project/{project}", project.show),
            web.get("/letters", letters.show),
            web.get("/media/{code:[0-9a-f]{8,64}}", media.show),
            web.get("/plan", plan.ask),
            web.post("/plan/received", plan.read_received),
            web.post("/plan", plan.read),
            web.post("/plan/confirm", plan.confirm),
            web.get("/plan/template.xlsx", plan.template),
            web.get("/status", health.show),
            web.get("/health", health.as_json),
            web.get("/login", login.ask),
            web.post("/login", login.check),
            web.get(door.PLACE, door.begin),
            web.get(door.BACK, door.end),
            web.post("/login/leave", door.leave),
        ]
    )
    if desk.room is None:
        app.router.add_get("/", _home)
    app.router.add_static("/static", STATIC)
    return app


async def _home(request: web.Request) -> web.StreamResponse:
    return go_to("/overview")


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every request passes here: the door first, then what may go wrong, told without its details."""
    if request.path in request.app[CALLBACKS]:
        return await handler(request)
    try:
        response = await _admitted(request, handler)
    except web.HTTPException as error:
        response = _trouble(request, error.status)
    except Exception:
        logger.exception("%s %s failed", request.method, request.path)
        response = _trouble(request, 500)
    if not response.prepared:
        response.headers.update(HEADERS)
        if request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-cache"  # asked for again, and answered "not modified"
    return response


async def _admitted(request: web.Request, handler: Handler) -> web.StreamResponse:
    access = desk_of(request).access
    if not access.knows_host(request.host):
        return _trouble(request, 421)
    if request.method not in READING and not is_from_here(request):
        return _trouble(request, 403)
    if request.path.startswith(OPEN_TO_ALL) or access.admits(request):
        return await handler(request)
    person = await door.visitor(request)
    if person is None:
        return go_to("/login")
    if not person.is_office and not request.path.startswith(FOR_LEADERS):
        return _trouble(request, 401)
    return await handler(request)


def _trouble(request: web.Request, status: int) -> web.Response:
    if request.path.startswith("/api/"):
        return web.json_response({"error": status}, status=status)
    return page("trouble.html", status, status_code=status, simulated=desk_of(request).room is not None, here="")
