"""Offhand messages of a district of the plain, each with the lines that it tells."""

from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.registry import read_registry
from tests.language.telling import Case, read_cases, tell

HERE = Path(__file__).parent
REGISTRY = read_registry(HERE.parent / "corpus" / "g" / "registry.json")
LEXICON = Lexicon(REGISTRY)
NOW = datetime.fromisoformat("2026-06-04T09:30:00+08:00")


@pytest.mark.parametrize("case", list(read_cases(HERE / "cases" / "plain.txt")), ids=lambda case: case.text[:24])
def test_what_liaisons_of_the_plain_write(case: Case) -> None:
    found = understand(Utterance(case.text, NOW, sender=case.sender), LEXICON)
    assert tell(found, REGISTRY) == list(case.told)
