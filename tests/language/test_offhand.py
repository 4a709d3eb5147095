"""Offhand messages of districts that the corpora tell of, each with the lines that it tells."""

from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.registry import read_registry
from tests.language.telling import Case, read_cases, tell

HERE = Path(__file__).parent
NOW = datetime.fromisoformat("2026-06-04T09:30:00+08:00")
CASES = [
    ("g", each) for name in ("offhand_plain", "dictated") for each in read_cases(HERE / "cases" / f"{name}.txt")
] + [("k", each) for each in read_cases(HERE / "cases" / "offhand_steppe.txt")]


@cache
def lexicon_of(corpus: str) -> Lexicon:
    return Lexicon(read_registry(HERE.parent / "corpus" / corpus / "registry.json"))


@pytest.mark.parametrize(
    ("corpus", "case"), CASES, ids=lambda value: value.text[:24] if isinstance(value, Case) else value
)
def test_what_liaisons_write_offhand(corpus: str, case: Case) -> None:
    lexicon = lexicon_of(corpus)
    found = understand(Utterance(case.text, NOW, sender=case.sender), lexicon)
    assert tell(found, lexicon.registry) == list(case.told)
