"""The rungs of every procedure's ladder, said in many ways, at the node whose paper it is."""

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
    head, _, plan = line.partition(": ")
    alias, _, rest = head.partition(" = ")
    name, category = rest.split()
    nodes = [
        {"id": f"t{number}n{place}", "name": said, "kind": kind, "planned": "2026-12-31"}
        for place, (said, kind) in enumerate(each.split() for each in plan.split(";"))
    ]
    project = {"id": f"t{number}", "name": name, "aliases": [alias], "category": category, "town": "城关镇"}
    return {**project, "lead_unit": "u", "liaison": alias, "nodes": nodes}


PLANS = (CASES / "papers_plans.txt").read_text(encoding="utf-8").splitlines()
PROJECTS = [_project(number, line) for number, line in enumerate(PLANS)]
REGISTRY = registry_from_json(
    {
        "units": [{"id": "u", "name": "重点项目服务中心"}],
        "people": [
            {"id": each["liaison"], "name": f"联络{chr(0x4E00 + place)}", "unit": "u", "role": "liaison"}
            for place, each in enumerate(PROJECTS)
        ],
        "projects": PROJECTS,
        "festivals": {},
    }
)
LEXICON = Lexicon(REGISTRY)


@pytest.mark.parametrize("case", list(read_cases(CASES / "papers.txt")), ids=lambda case: case.text[:24])
def test_how_far_a_paper_is(case: Case) -> None:
    understood = understand(Utterance(case.text, NOW, sender=case.sender), LEXICON)
    assert sorted(tell(understood, REGISTRY)) == sorted(case.told)
