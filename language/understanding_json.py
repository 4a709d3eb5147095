"""Understandings as JSON, and questions back from it."""

from datetime import date
from decimal import Decimal
from typing import Any

from language.understanding import (
    Ask,
    Command,
    Investment,
    Nothing,
    Period,
    Quantity,
    Query,
    Report,
    Reports,
    Understanding,
)
from models.vocabulary import Color, NodeKind, NodeState, ProblemCategory, Topic


def to_json(understanding: Understanding) -> dict[str, Any]:
    """The wire form of an understanding, without the message's id; keys with nothing to say are left out."""
    match understanding:
        case Reports(reports=reports, correction=correction):
            found: dict[str, Any] = {"intent": "report", "reports": [report_to_json(report) for report in reports]}
            if correction:
                found["correction"] = True
            return found
        case Query():
            return {"intent": "query", "query": query_to_json(understanding)}
        case Command():
            return {"intent": "command", "command": _command_to_json(understanding)}
        case Ask(about, candidates):
            return {"intent": "ask", "ask": _stated({"about": about.value, "candidates": list(candidates)})}
        case Nothing():
            return {"intent": "none"}


def report_to_json(report: Report) -> dict[str, Any]:
    """The wire form of one REPORT."""
    return _stated(
        {
            "project": report.project,
            "node": report.node,
            "status": report.status and report.status.value,
            "percent": number(report.percent),
            "investments": [investment_to_json(each) for each in report.investments],
            "quantities": [quantity_to_json(each) for each in report.quantities],
            "done_on": report.done_on and report.done_on.isoformat(),
            "due_on": report.due_on and report.due_on.isoformat(),
            "problems": [each.value for each in report.problems],
            "needs_help": report.needs_help,
        }
    )


def investment_to_json(each: Investment) -> dict[str, Any]:
    """Money as the contract writes it, in 万元."""
    wan = None if each.yuan is None else Decimal(each.yuan) / 10000
    return _stated({"wan": number(wan), "scope": each.scope.value, "plan_percent": number(each.plan_percent)})


def quantity_to_json(each: Quantity) -> dict[str, Any]:
    """A count as the contract writes it."""
    return _stated(
        {"done": number(each.done), "total": number(each.total), "left": number(each.left), "unit": each.unit}
    )


def number(value: Decimal | None) -> int | float | None:
    """A decimal as JSON writes it: an integer where it is one."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def query_to_json(query: Query) -> dict[str, Any]:
    """The wire form of a QUERY."""
    return _stated(
        {
            "topic": query.topic.value,
            "projects": list(query.projects),
            "units": list(query.units),
            "towns": list(query.towns),
            "categories": list(query.categories),
            "colors": [each.value for each in query.colors],
            "node_kinds": [each.value for each in query.node_kinds],
            "problem_categories": [each.value for each in query.problem_categories],
            "node_state": query.node_state and query.node_state.value,
            "period": query.period and {"from": query.period.first.isoformat(), "to": query.period.last.isoformat()},
        }
    )


def query_from_json(data: dict[str, Any]) -> Query:
    """A question back from its wire form."""
    period = data.get("period")
    return Query(
        topic=Topic(data["topic"]),
        projects=tuple(data.get("projects", ())),
        units=tuple(data.get("units", ())),
        towns=tuple(data.get("towns", ())),
        categories=tuple(data.get("categories", ())),
        colors=tuple(Color(each) for each in data.get("colors", ())),
        node_kinds=tuple(NodeKind(each) for each in data.get("node_kinds", ())),
        problem_categories=tuple(ProblemCategory(each) for each in data.get("problem_categories", ())),
        node_state=NodeState(data["node_state"]) if data.get("node_state") else None,
        period=Period(date.fromisoformat(period["from"]), date.fromisoformat(period["to"])) if period else None,
    )


def _command_to_json(command: Command) -> dict[str, Any]:
    return _stated(
        {
            "name": command.name.value,
            "units": list(command.units),
            "what": command.what and command.what.value,
            "number": command.number,
            "project": command.project,
            "problems": [each.value for each in command.problems],
            "person": command.person,
            "unit": command.unit,
        }
    )


def _stated(keys: dict[str, Any]) -> dict[str, Any]:
    """Only the keys that say something."""
    return {key: value for key, value in keys.items() if value is not None and value is not False and value != []}
