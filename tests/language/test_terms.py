"""Where the words for works belong: messages of forty sectors, each read whole."""

from datetime import datetime

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Reports, Utterance
from models.calendar import SHANGHAI
from models.registry import registry_from_json
from models.vocabulary import ChatKind
from tests.language.sectors import SECTORS, read

NOW = datetime(2026, 9, 16, 10, tzinfo=SHANGHAI)
PROJECTS = read(SECTORS)
NODE_IDS = {f"p{n}n{m}": name for n, (_, nodes, _) in enumerate(PROJECTS) for m, (name, _) in enumerate(nodes)}
LEXICON = Lexicon(
    registry_from_json(
        {
            "units": [{"id": "u", "name": "区发展和改革局"}],
            "people": [
                {"id": f"w{n}", "name": f"联络员{n}", "unit": "u", "role": "liaison"} for n in range(len(PROJECTS))
            ],
            "projects": [
                {
                    "id": f"p{n}",
                    "name": name,
                    "category": "重点",
                    "town": "城关镇",
                    "lead_unit": "u",
                    "liaison": f"w{n}",
                    "nodes": [
                        {"id": f"p{n}n{m}", "name": node, "kind": kind, "planned": "2026-12-31", "unit": "u"}
                        for m, (node, kind) in enumerate(nodes)
                    ],
                }
                for n, (name, nodes, _) in enumerate(PROJECTS)
            ],
        }
    )
)
SAID = [(f"w{n}", text, node) for n, (_, _, said) in enumerate(PROJECTS) for text, node in said]


@pytest.mark.parametrize(("sender", "text", "node"), SAID, ids=[text for _, text, _ in SAID])
def test_belongs(sender: str, text: str, node: str) -> None:
    found = understand(Utterance(f"@小助手 {text}", NOW, ChatKind.GROUP, sender), LEXICON)
    assert isinstance(found, Reports), found
    assert {NODE_IDS[each.node] if each.node else "-" for each in found.reports} == {node}
