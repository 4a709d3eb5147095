"""Other marks and other lines for the same words are read as before."""

import json
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from language.names import Lexicon
from models.registry import read_registry
from tests.language.rewording.marks import ASKED, DICTATED, SAME, Change, body
from tests.language.rewording.rewording import FOLDERS, Said, outcome
from tests.language.scoring import statements

EVERY = 10
KEPT = {"no first comma": 76, "no second comma": 79, "no commas": 62, "no marks": 58}
"""Percent of what is dictated that is read as before."""


def _rows(intent: str) -> Iterator[Said]:
    """Every tenth message of an intent that is read rightly as it stands."""
    for folder in FOLDERS:
        registry = json.loads((folder / "registry.json").read_text("utf-8"))
        lexicon = Lexicon(read_registry(folder / "registry.json"))
        lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
        rows = [row for row in map(json.loads, lines) if row["expect"]["intent"] == intent and "quote" not in row]
        for row in rows[::EVERY]:
            said = Said(row["id"], row, registry, lexicon, frozenset(statements(row["expect"])))
            if said.read(said.text) == said.facts:
                yield said


@cache
def _said(intent: str) -> tuple[Said, ...]:
    return tuple(_rows(intent))


def _kept(changes: Mapping[str, Change], name: str, intent: str, step: int) -> float:
    """The share that is read as before, of messages that other changes of the family do not meet."""
    place = list(changes).index(name)
    result = outcome(body(changes[name]), list(_said(intent)[place % step :: step]))
    assert result.tried > 0
    return result.kept


@pytest.mark.parametrize("name", SAME)
def test_reports_with_other_marks(name: str) -> None:
    assert _kept(SAME, name, "report", 4) >= 92


@pytest.mark.parametrize("name", DICTATED)
def test_reports_without_marks(name: str) -> None:
    assert _kept(DICTATED, name, "report", 2) >= KEPT[name]


@pytest.mark.parametrize("name", ASKED)
def test_questions_with_other_marks(name: str) -> None:
    assert _kept(ASKED, name, "query", 1) >= 95
