"""All projects by colour, today or as they stood on any day before."""

from dataclasses import dataclass
from datetime import date

from aiohttp import web

from actions.board import Line, take_snapshot
from documents.color_chart import lateness
from language.wording import common
from language.wording import pages as wording
from models.issue import OPEN, Issue
from models.people import Person, Unit
from models.project import Project
from models.standing import ProjectStanding, Said, standings
from models.vocabulary import Color
from pages.desk import desk_of
from pages.moment import asked_day, moment_of
from pages.render import page

FILTERS = ("color", "unit", "category", "q", "on")
WORST_FIRST = (Color.RED, Color.YELLOW, Color.GREEN)


@dataclass(frozen=True, slots=True)
class Row:
    """One project of the table."""

    line: Line
    project: Project
    late: str
    done: str
    """How far the node of the line is by its own figures, where such were reported."""
    last: Said | None
    reporter: str
    problems: int


async def show(request: web.Request) -> web.Response:
    """The table, narrowed to a colour, a unit, or words."""
    desk = desk_of(request)
    day = asked_day(request, desk)
    moment = moment_of(day, desk)
    snapshot = await take_snapshot(moment, desk.policy)
    rows = await _rows([line for color in WORST_FIRST for line in snapshot.of_color(color)], day or desk.today, request)
    chosen = [row for row in rows if _is_wanted(row, request)]
    return page(
        "overview.html",
        simulated=desk.room is not None,
        here="overview",
        today=desk.today,
        day=day,
        counts=[(color, len(snapshot.of_color(color))) for color in WORST_FIRST],
        total=len(snapshot.lines),
        rows=chosen,
        wanted={key: request.query.get(key, "") for key in FILTERS},
        units=sorted({row.line.unit for row in rows if row.line.unit}),
        categories=list(dict.fromkeys(row.project.category for row in rows if row.project.category)),
    )


async def _rows(lines: list[Line], day: date, request: web.Request) -> list[Row]:
    desk = desk_of(request)
    moment = moment_of(asked_day(request, desk), desk)
    found = await standings(moment)
    people = {each.id: each.name for each in await Person.all()}
    units = {each.id: each.name for each in await Unit.all()}
    problems: dict[str, int] = {}
    for issue in await Issue.filter(state=OPEN, opened_at__lte=moment):
        problems[issue.project_id] = problems.get(issue.project_id, 0) + 1
    rows = []
    for line in lines:
        last = found[line.project].latest()
        reporter = f"{units.get(last.unit or '', '')} {people.get(last.person or '', '')}".strip() if last else ""
        late = lateness(line.planned, day) if line.planned else ""
        done = _done_of(found[line.project], line.node)
        rows.append(Row(line, found[line.project].project, late, done, last, reporter, problems.get(line.project, 0)))
    return rows


def _done_of(standing: ProjectStanding, name: str) -> str:
    node = next((each for each in standing.nodes.values() if each.name == name), None)
    if node is None:
        return ""
    share = [wording.of_node(node.percent)] if node.percent is not None else []
    return "，".join([*share, *(common.count(said.value) for said in node.quantities().values())])


def _is_wanted(row: Row, request: web.Request) -> bool:
    query = request.query
    words = query.get("q", "").strip()
    names = (row.line.name, row.line.unit, row.project.town, row.project.category, *row.project.aliases)
    return (
        query.get("color", "") in ("", row.line.color.value)
        and query.get("unit", "") in ("", row.line.unit)
        and query.get("category", "") in ("", row.project.category)
        and (not words or any(words in name for name in names))
    )
