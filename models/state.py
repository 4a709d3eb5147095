"""All that the bot knows at a moment, as the replay contract writes it (`simulation.md`)."""

from datetime import datetime
from typing import Any

from models.calendar import Week, WorkCalendar, day_of, utc
from models.commitment import Commitment
from models.issue import Issue
from models.meeting import CLOSED, OPEN, Decision
from models.policy import Policy, WeeklySettings
from models.project import PlanChange
from models.standing import NodeStanding, ProjectStanding, standings
from models.vocabulary import Scope
from models.weekly import cycle_times, week_state


async def state(
    since: datetime, now: datetime, policy: Policy, weekly: WeeklySettings, calendar: WorkCalendar
) -> dict[str, Any]:
    """Projects, problems, decisions, promises and plan changes now, and every week since a moment."""
    known = await standings(now)
    return {
        "at": now.isoformat(),
        "projects": {each.project.id: _project(each, now, policy) for each in known.values()},
        "weeks": await _weeks(since, now, weekly, calendar),
        "problems": await _problems(),
        "decisions": await _decisions(),
        "commitments": await _commitments(now),
        "plan_changes": await _plan_changes(),
    }


def _project(standing: ProjectStanding, now: datetime, policy: Policy) -> dict[str, Any]:
    color, _ = standing.color(day_of(now), policy)
    invested = standing.invested(Scope.TOTAL, day_of(now))
    return {
        "color": color.value,
        "percent": standing.percent,
        "invested_wan": invested.value if invested else None,
        "nodes": {node.id: _node(node, now, policy) for node in standing.nodes.values()},
    }


def _node(node: NodeStanding, now: datetime, policy: Policy) -> dict[str, Any]:
    today = day_of(now)
    return {
        "status": node.status.value if node.status else None,
        "finished_on": node.finished_on.isoformat() if node.finished_on else None,
        "planned": node.planned.isoformat() if node.planned else None,
        "color": node.color(today, policy).value,
        "late_days": node.days_late(today),
    }


async def _weeks(
    since: datetime, now: datetime, weekly: WeeklySettings, calendar: WorkCalendar
) -> dict[str, dict[str, Any]]:
    """Each week whose report was asked for, its reports as they stand now."""
    found: dict[str, dict[str, Any]] = {}
    week, last = Week.of(day_of(since)), Week.of(day_of(now))
    while week <= last:
        if await cycle_times(week, weekly, calendar) is not None:
            current = await week_state(week, now, weekly, calendar)
            found[str(week)] = {
                "cutoff": current.cutoff.isoformat() if current.cutoff else None,
                "reported": list(current.reported),
                "late": list(current.late),
                "missing": list(current.missing),
            }
        week = week.next
    return found


async def _problems() -> list[dict[str, Any]]:
    return [
        {
            "number": issue.number,
            "project": issue.project_id,
            "categories": issue.categories,
            "level": issue.level,
            "state": issue.state,
        }
        for issue in await Issue.all().order_by("year", "serial")
    ]


async def _decisions() -> list[dict[str, Any]]:
    return [
        {
            "number": decision.number,
            "state": CLOSED if decision.state == CLOSED else OPEN,
            "unit": decision.unit_id,
            "due_on": decision.due_on.isoformat() if decision.due_on else None,
        }
        for decision in await Decision.all().order_by("meeting_id", "serial").prefetch_related("meeting")
    ]


async def _commitments(now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "project": promise.project_id,
            "node": promise.node_id,
            "unit": promise.unit_id,
            "due_on": promise.due_on.isoformat() if promise.due_on else None,
            "state": promise.state,
        }
        for promise in await Commitment.filter(promised_at__lte=utc(now)).order_by("id")
    ]


async def _plan_changes() -> list[dict[str, Any]]:
    return [
        {
            "node": change.node_id,
            "from": change.old.isoformat() if change.old else None,
            "to": change.new.isoformat(),
            "state": change.state,
        }
        for change in await PlanChange.all().order_by("id")
    ]
