"""What goes wrong and how far things are, told by the site people of a district whose works no table was made for."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from language.understand import understand
from language.understanding import Report, Reports, Utterance
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.language import luzhou

CASES = Path(__file__).parent / "cases"
NOTHING = "-"


def cases(name: str) -> list[tuple[str, str]]:
    """Messages and what they tell, of one file."""
    lines = (CASES / name).read_text("utf-8").splitlines()
    told = [line.split(" > ") for line in lines if line and not line.startswith("#")]
    return [(text, expected) for text, expected in told]


def told(text: str) -> str:
    """The states, problems and cries for help of a message, in one line."""
    now = datetime.fromisoformat(luzhou.NOW).replace(tzinfo=SHANGHAI)
    found = understand(Utterance(text, now, ChatKind.GROUP, "lian", None, ()), luzhou.lexicon())
    reports = found.reports if isinstance(found, Reports) else ()
    return "; ".join(line for report in reports if (line := _line(report))) or NOTHING


def _line(report: Report) -> str:
    words = ",".join(_words(report))
    return f"{_whose(report)} {words}" if words else ""


def _whose(report: Report) -> str:
    project = luzhou.registry().projects[report.project]
    node = next((each.name for each in project.nodes if each.id == report.node), None)
    return f"{project.aliases[0]}/{node}" if node else project.aliases[0]


def _words(report: Report) -> Iterator[str]:
    yield from (each.value for each in report.problems)
    if report.status:
        yield report.status.value
    if report.needs_help:
        yield "help"


def _sorted(line: str) -> list[tuple[str, list[str]]]:
    """Reports in any order, with what each tells in any order."""
    parts = [report.split(" ") for report in line.split("; ")]
    return sorted((part[0], sorted(part[-1].split(","))) for part in parts)


@pytest.mark.parametrize(("text", "expected"), [*cases("troubles.txt"), *cases("states.txt")])
def test_told(text: str, expected: str) -> None:
    assert _sorted(told(text)) == _sorted(expected)
