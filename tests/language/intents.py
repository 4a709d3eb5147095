"""Puts an understanding into one short line: its intent, and what a question, an order or a question back holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from language.understanding import Ask, Command, Nothing, PromptItem, Query, Report, Reports, Understanding


@dataclass(frozen=True)
class Case:
    """A message by somebody to a district at a time, with what it quotes or answers, and what it is."""

    district: str
    now: str
    sender: str | None
    text: str
    quote: str | None
    prompt: tuple[PromptItem, ...]
    told: str


def read_cases(path: Path) -> Iterator[Case]:
    """Cases of a file: `sender|message => what it is`; `Q:…‖` before a message is a quote, `P:…‖` a list of items."""
    district = now = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# district "):
            _, _, district, now = line.split()
        if not line.strip() or line.startswith("#"):
            continue
        left, _, told = line.rpartition(" => ")
        sender, _, text = left.partition("|")
        context, _, text = text.rpartition("‖")
        quote = context[2:] if context.startswith("Q:") else None
        items = context[2:].split(",") if context.startswith("P:") else []
        prompt = tuple(PromptItem(place, *item.split(".")) for place, item in enumerate(items, 1))
        yield Case(district, now, None if sender == "-" else sender, text.replace("\\n", "\n"), quote, prompt, told)


def tell(understanding: Understanding) -> str:
    """The line of an understanding; what stands in no order is sorted."""
    match understanding:
        case Nothing():
            return "none"
        case Ask(about, candidates):
            return _joined("ask", about.value, ",".join(sorted(candidates)))
        case Query():
            return _query(understanding)
        case Command():
            return _command(understanding)
        case Reports(reports):
            return "report " + " & ".join(sorted(map(_report, reports)))


def _query(query: Query) -> str:
    named: Sequence[tuple[str, Sequence[str]]] = (
        ("p", query.projects),
        ("u", query.units),
        ("t", query.towns),
        ("c", query.categories),
        ("color", [each.value for each in query.colors]),
        ("kind", [each.value for each in query.node_kinds]),
        ("problem", [each.value for each in query.problem_categories]),
        ("state", [query.node_state.value] if query.node_state else []),
        ("period", [f"{query.period.first}..{query.period.last}"] if query.period else []),
    )
    return _joined(
        "query", query.topic.value, *(f"{key}={','.join(sorted(values))}" for key, values in named if values)
    )


def _command(command: Command) -> str:
    number = str(command.number) if command.number else ""
    named = (
        ("units", ",".join(sorted(command.units))),
        ("what", command.what.value if command.what else ""),
        ("number", number),
        ("project", command.project or ""),
        ("problems", ",".join(sorted(each.value for each in command.problems))),
        ("person", command.person or ""),
        ("unit", command.unit or ""),
    )
    return _joined("command", command.name.value, *(f"{key}={value}" for key, value in named if value))


def _report(report: Report) -> str:
    counts = [
        "".join(f"{key}{value:f}" for key, value in (("d", each.done), ("t", each.total), ("l", each.left)) if value)
        + each.unit
        for each in report.quantities
    ]
    return _joined(
        report.node or report.project,
        report.status.value if report.status else "",
        f"{report.percent:f}%" if report.percent is not None else "",
        *counts,
        f"done:{report.done_on}" if report.done_on else "",
        f"due:{report.due_on}" if report.due_on else "",
        *(each.value for each in report.problems),
        "help" if report.needs_help else "",
    )


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
