"""The three colours beside the chat: counts, projects, open problems, who has not reported, and the picture."""

import hashlib
import json
from typing import Any

from aiohttp import web

from actions.board import Line, Snapshot, take_snapshot
from actions.bulletin import draw_now
from models.calendar import Week, day_of, local
from models.cycle import reporting_week
from models.issue import OPEN, Issue
from models.people import Unit
from models.vocabulary import Color, ProblemCategory
from models.weekly import week_state
from pages.desk import Desk, desk_of

WORST_FIRST = (Color.RED, Color.YELLOW, Color.GREEN)


async def summary(request: web.Request) -> web.Response:
    """Everything that the panel beside the chat shows."""
    desk = desk_of(request)
    snapshot = await take_snapshot(desk.now(), desk.policy)
    return web.json_response(
        {
            "as_of": snapshot.as_of.isoformat(),
            "counts": [
                {"color": color.value, "label": color.label, "count": len(snapshot.of_color(color))}
                for color in WORST_FIRST
            ],
            "projects": [_project(line) for color in WORST_FIRST for line in snapshot.of_color(color)],
            "problems": await _problems(snapshot),
            "week": await _week(desk),
        }
    )


async def pictures(request: web.Request) -> web.Response:
    """Where the pages of the picture are, as the board stands now."""
    name, drawn = await _drawn(desk_of(request))
    return web.json_response({"pages": [f"/board/{number}.png?of={name}" for number in range(1, len(drawn) + 1)]})


async def picture(request: web.Request) -> web.Response:
    """One page of the picture."""
    _, drawn = await _drawn(desk_of(request))
    number = int(request.match_info["number"])
    if not 1 <= number <= len(drawn):
        raise web.HTTPNotFound
    return web.Response(body=drawn[number - 1], content_type="image/png", headers={"Cache-Control": "no-cache"})


async def _drawn(desk: Desk) -> tuple[str, list[bytes]]:
    """The pages of the picture, drawn once for each state of things, and the name of this state."""
    name = _name(await take_snapshot(desk.now(), desk.policy))
    if name not in desk.drawn:
        pages = await draw_now(desk.now(), (), desk.policy)
        desk.drawn.clear()
        desk.drawn[name] = [each.body for each in pages]
    return name, desk.drawn[name]


def _name(snapshot: Snapshot) -> str:
    """The same for the same state of things."""
    return hashlib.sha256(json.dumps(snapshot.to_json(), sort_keys=True).encode()).hexdigest()[:16]


def _project(line: Line) -> dict[str, Any]:
    return {
        "id": line.project,
        "name": line.name,
        "unit": line.unit,
        "color": line.color.value,
        "label": line.color.label,
        "node": line.node,
        "planned": line.planned.isoformat() if line.planned else None,
        "percent": line.percent,
    }


async def _problems(snapshot: Snapshot) -> list[dict[str, Any]]:
    names = {line.project: line.name for line in snapshot.lines}
    return [
        {
            "number": issue.number,
            "project": issue.project_id,
            "name": names.get(issue.project_id, ""),
            "categories": "、".join(ProblemCategory(each).label for each in issue.categories),
            "words": issue.words,
            "day": day_of(issue.opened_at).isoformat(),
            "help": issue.needs_help,
        }
        for issue in await Issue.filter(state=OPEN).order_by("-id")
    ]


async def _week(desk: Desk) -> dict[str, Any]:
    """How this week's reports stand."""
    now = desk.now()
    week: Week = reporting_week(now, desk.weekly, desk.calendar)
    current = await week_state(week, now, desk.weekly, desk.calendar)
    units = {unit.id: unit.name for unit in await Unit.all()}
    return {
        "label": week.label,
        "cutoff": local(current.cutoff).isoformat() if current.cutoff else None,
        "reported": [units.get(each, each) for each in current.reported],
        "late": [units.get(each, each) for each in current.late],
        "missing": [units.get(each, each) for each in current.missing],
    }
