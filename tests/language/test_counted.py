"""Counts, shares and money of projects of forty sectors, each told by the liaison of one project."""

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


def _project(line: str) -> dict[str, object]:
    code, name, alias, *nodes = line.split()
    plan = [
        {"id": f"{code}{place}", "name": said, "kind": kind, "planned": "2026-12-31", "unit": "u"}
        for place, (said, kind) in enumerate(node.split(":") for node in nodes)
    ]
    rest = {"category": "其他", "town": "城关镇", "lead_unit": "u", "support_units": [], "liaison": code}
    return {"id": code, "name": name, "aliases": [alias], "nodes": plan, **rest}


PROJECTS = [_project(line) for line in (CASES / "counted_plans.txt").read_text(encoding="utf-8").splitlines()]
REGISTRY = registry_from_json(
    {
        "units": [{"id": "u", "name": "区住房和城乡建设局", "aliases": ["住建局"]}],
        "people": [
            {"id": each["id"], "name": f"联络员{each['id']}", "unit": "u", "role": "liaison"} for each in PROJECTS
        ],
        "projects": PROJECTS,
        "festivals": {},
    }
)
LEXICON = Lexicon(REGISTRY)


@pytest.mark.parametrize("case", list(read_cases(CASES / "counted.txt")), ids=lambda case: case.text[:24])
def test_counted(case: Case) -> None:
    understood = understand(Utterance(case.text, NOW, sender=case.sender), LEXICON)
    assert tell(understood, REGISTRY) == list(case.told)
