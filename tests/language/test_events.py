"""What happened, is happening and will: messages of forty sectors, told by the liaisons of their projects."""

from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.registry import registry_from_json
from tests.language.telling import Case, read_cases, tell

CASES = Path(__file__).parent / "cases"
NOW = datetime.fromisoformat("2026-06-04T09:30:00+08:00")


def _project(number: int, line: str) -> dict[str, object]:
    liaison, name, alias, *nodes = line.split()
    plan = [
        {"id": f"e{number}n{place}", "name": said, "kind": kind, "planned": "2026-12-28"}
        for place, (said, kind) in enumerate(node.split(":") for node in nodes)
    ]
    return {"id": f"e{number}", "name": name, "aliases": [alias], "liaison": liaison, "nodes": plan}


LINES = (CASES / "events_plans.txt").read_text(encoding="utf-8").splitlines()
PROJECTS = [_project(number, line) for number, line in enumerate(LINES)]
LIAISONS = dict.fromkeys(each["liaison"] for each in PROJECTS)
REGISTRY = registry_from_json(
    {
        "units": [{"id": "u", "name": "区发展和改革局", "aliases": ["发改局"]}],
        "people": [{"id": each, "name": f"王{each}", "unit": "u", "role": "liaison"} for each in LIAISONS],
        "projects": PROJECTS,
    }
)
LEXICON = Lexicon(REGISTRY)


@pytest.mark.parametrize("case", list(read_cases(CASES / "events.txt")), ids=lambda case: case.text[:24])
def test_events(case: Case) -> None:
    understood = understand(Utterance(case.text, NOW, sender=case.sender), LEXICON)
    assert tell(understood, REGISTRY) == list(case.told)
