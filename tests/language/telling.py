"""Puts an understanding into one short line a report, so that a test reads like what a person would answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from language.understanding import Ask, Investment, Nothing, Quantity, Report, Reports, Understanding
from models.registry import Registry

SCOPES = {"total": "总", "year": "年", "quarter": "季", "month": "月", "week": "周"}


@dataclass(frozen=True)
class Case:
    """A message by somebody, and the lines it must be told as."""

    sender: str | None
    text: str
    told: tuple[str, ...]


def read_cases(path: Path) -> Iterator[Case]:
    """Cases of a file: `sender: message` with what it tells indented below; `\\n` in a message is a new line."""
    sender, text, told = "", "", list[str]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), "-: "]:
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("  "):
            told.append(line.strip())
            continue
        if text:
            yield Case(None if sender == "-" else sender, text.replace("\\n", "\n"), tuple(told))
        (sender, _, text), told = line.partition(": "), []


def tell(understanding: Understanding, registry: Registry) -> list[str]:
    """The lines of an understanding."""
    match understanding:
        case Reports(reports, correction):
            return [("更正 " if correction else "") + _line(report, registry) for report in reports]
        case Ask(about, candidates):
            return [" ".join(["反问", about.value, *(_project(each, registry) for each in candidates)])]
        case Nothing():
            return []
        case _:
            return [type(understanding).__name__]


def _project(project: str, registry: Registry) -> str:
    entry = registry.projects[project]
    return entry.aliases[0] if entry.aliases else entry.name


def _line(report: Report, registry: Registry) -> str:
    node = next((each.name for each in registry.projects[report.project].nodes if each.id == report.node), "")
    return " ".join([f"{_project(report.project, registry)}/{node}", *_facts(report)])


def _facts(report: Report) -> Iterator[str]:
    if report.status:
        yield report.status.label
    if report.percent is not None:
        yield f"{_plain(report.percent)}%"
    yield from (_investment(each) for each in report.investments)
    yield from (_quantity(each) for each in report.quantities)
    if report.done_on:
        yield f"于{report.done_on:%m-%d}"
    if report.due_on:
        yield f"至{report.due_on:%y-%m-%d}"
    yield from (f"问题:{each.label}" for each in report.problems)
    if report.needs_help:
        yield "求助"


def _investment(investment: Investment) -> str:
    amount = "" if investment.yuan is None else f"{_plain(Decimal(investment.yuan) / 10000)}万"
    share = "" if investment.plan_percent is None else f"({_plain(investment.plan_percent)}%)"
    return f"{SCOPES[investment.scope.value]}投资{amount}{share}"


def _quantity(quantity: Quantity) -> str:
    done = "" if quantity.done is None else f"{_plain(quantity.done)}"
    total = "" if quantity.total is None else f"/{_plain(quantity.total)}"
    left = "" if quantity.left is None else f"剩{_plain(quantity.left)}"
    return f"{done}{total}{quantity.unit}{left}"


def _plain(number: Decimal) -> str:
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
