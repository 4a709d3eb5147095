"""Whose a trouble is: the node that it holds up, the one just spoken of, or the project."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Report, Reports, Utterance
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.language.works import PROJECTS, registry

NOW = datetime(2026, 12, 14, 9, 30, tzinfo=SHANGHAI)
REGISTRY = registry(PROJECTS)
LEXICON = Lexicon(REGISTRY)
NOTHING = "-"


def cases() -> Iterator[tuple[str, str, str]]:
    """Who says it, the message, and whose its troubles are."""
    for line in (Path(__file__).parent / "cases" / "whose_trouble.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            said, _, told = line.rpartition(" > ")
            sender, _, text = said.partition(": ")
            yield sender, text, told


def _line(report: Report) -> str:
    project = REGISTRY.projects[report.project]
    node = next((each.name for each in project.nodes if each.id == report.node), "项目")
    problems = ",".join(sorted(each.value for each in report.problems))
    return " ".join(filter(None, (node, problems, "help" if report.needs_help else "")))


@pytest.mark.parametrize(("sender", "text", "told"), list(cases()), ids=lambda value: str(value)[:24])
def test_whose_a_trouble_is(sender: str, text: str, told: str) -> None:
    found = understand(Utterance(text, NOW, ChatKind.GROUP, sender), LEXICON)
    reports = found.reports if isinstance(found, Reports) else ()
    lines = sorted(_line(report) for report in reports if report.problems or report.needs_help)
    assert lines == (sorted(told.split("; ")) if told != NOTHING else [])
