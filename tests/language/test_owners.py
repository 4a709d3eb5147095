"""Whose a trouble is, what it is about, and whether it stops the node: messages about plans of many sectors."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Report, Reports, Utterance
from models.calendar import SHANGHAI
from models.registry import Registry, registry_from_json

CASES = Path(__file__).parent / "cases" / "owners.txt"
NOW = datetime(2026, 6, 4, 9, 30, tzinfo=SHANGHAI)


def plans(lines: list[str]) -> Registry:
    """A registry of the plans that lines beginning with # tell: sender|alias|name|node:kind,…"""
    people: list[dict[str, object]] = []
    projects: list[dict[str, object]] = []
    for place, line in enumerate(lines):
        sender, alias, name, nodes = line.split("|")
        number = f"z{place:02d}"
        people.append({"id": sender, "name": f"王{alias[0]}", "unit": "u", "role": "liaison"})
        plan = [
            {"id": f"{number}n{at}", "name": each.split(":")[0], "kind": each.split(":")[1]}
            | {"planned": "2026-10-31", "unit": "u"}
            for at, each in enumerate(nodes.split(","), 1)
        ]
        project = {
            "id": number,
            "name": name,
            "aliases": [alias],
            "category": "其他",
            "town": "城关镇",
            "lead_unit": "u",
        }
        projects.append(project | {"support_units": [], "liaison": sender, "nodes": plan})
    units = [{"id": "u", "name": "区发展改革局", "aliases": []}]
    return registry_from_json({"units": units, "people": people, "projects": projects, "festivals": {}})


def read() -> tuple[Lexicon, list[tuple[str, str, str]]]:
    """The plans, and each message with its sender and what it tells."""
    lines = CASES.read_text("utf-8").splitlines()
    told = [line.rpartition(" > ") for line in lines if line and not line.startswith("#")]
    messages = [(*message.partition("|")[::2], expected) for message, _, expected in told]
    return Lexicon(plans([line[2:] for line in lines if line.startswith("# ")])), messages


LEXICON, MESSAGES = read()


def tell(report: Report) -> Iterator[str]:
    """The troubles, the state and the cry for help of one report."""
    nodes = LEXICON.registry.projects[report.project].nodes
    owner = next((node.name for node in nodes if node.id == report.node), ".")
    yield from (f"{owner} {each.value}" for each in report.problems)
    if report.status is not None and report.status.value != "done":
        yield f"{owner} {report.status.value}"
    if report.needs_help:
        yield f"{owner} help"


@pytest.mark.parametrize(("sender", "text", "expected"), MESSAGES)
def test_whose_it_is(sender: str, text: str, expected: str) -> None:
    found = understand(Utterance(text.replace("\\n", "\n"), NOW, sender=sender), LEXICON)
    told = {line for report in (found.reports if isinstance(found, Reports) else ()) for line in tell(report)}
    assert told == (set() if expected == "-" else set(expected.split("; ")))
