"""Templates and the few words with which they write days, moments and amounts."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import jinja2
from aiohttp import web

from language.wording import common
from language.wording import pages as wording
from models.calendar import local
from models.vocabulary import ProblemCategory

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"


def _newest() -> str:
    """A number that changes with every file that browsers may keep."""
    return f"{int(max(path.stat().st_mtime for path in STATIC.rglob('*') if path.is_file())):x}"


def _day(value: date | None, today: date) -> str:
    return common.day(value, today) if value else "—"


def _moment(value: datetime | None, today: date) -> str:
    return f"{common.day(local(value).date(), today)} {common.clock(value)}" if value else "—"


def _money(yuan: int | None) -> str:
    return common.money(yuan / 10000) if yuan is not None else "—"


def _problem(category: str) -> str:
    return ProblemCategory(category).label


ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters.update(
    day=_day, moment=_moment, money=_money, problem=_problem, job=wording.job, count=common.count
)
ENVIRONMENT.globals["version"] = _newest()


def page(name: str, status: int = 200, **values: Any) -> web.Response:
    """A page from its template."""
    text = ENVIRONMENT.get_template(name).render(**values)
    return web.Response(text=text, status=status, content_type="text/html", headers={"Cache-Control": "no-store"})


def go_to(path: str) -> web.Response:
    """Send the browser to another page of ours."""
    return web.Response(status=303, headers={"Location": path})
