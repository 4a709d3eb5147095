"""The day that a page is asked about: now, or any day before."""

from datetime import date, datetime, time, timedelta

from aiohttp import web

from models.calendar import at
from pages.desk import Desk


def asked_day(request: web.Request, desk: Desk) -> date | None:
    """The past day in the address (`?on=2026-05-31`); None where it asks for today or for nothing."""
    words = request.query.get("on", "")
    if not words:
        return None
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise web.HTTPBadRequest from None
    return day if day < desk.today else None


def moment_of(day: date | None, desk: Desk) -> datetime:
    """The end of a past day, else now."""
    return desk.now() if day is None else at(day + timedelta(days=1), time.min) - timedelta(seconds=1)
