"""Questions, orders and talk said differently are read as before: courtesy, haste, synonyms, other words for the same."""

import json
from collections.abc import Iterator
from functools import cache

import pytest

from language.names import Lexicon
from models.registry import read_registry
from tests.language.rewording.questions import ORDERS, OTHERS, QUESTIONS
from tests.language.rewording.rewording import FOLDERS, Reword, Said, outcome
from tests.language.scoring import statements

EVERY = 6


def _rows(intent: str) -> Iterator[Said]:
    """Every sixth message of an intent that is read rightly as it stands."""
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


def _kept(rewords: dict[str, Reword], intent: str, step: int = 1) -> float:
    """The share that is read as before; each rewording meets its own messages where `step` leaves some out."""
    tried = changed = 0
    for place, reword in enumerate(rewords.values()):
        result = outcome(reword, list(_said(intent)[place % step :: step]))
        tried, changed = tried + result.tried, changed + len(result.changed)
    assert tried > 20
    return 100 * (1 - changed / tried)


def _family(name: str) -> dict[str, Reword]:
    return {key: reword for key, reword in QUESTIONS.items() if key.startswith(name) or (name == "…" and "…" in key)}


@pytest.mark.parametrize(
    ("family", "floor", "step"),
    [
        ("…", 99.0, 8),
        ("soft", 98.0, 2),
        ("same", 98.0, 1),
        ("status", 99.0, 2),
        ("missing", 98.0, 2),
        ("colors", 99.0, 2),
        ("problems", 99.0, 2),
        ("investment", 99.0, 2),
        ("nodes", 98.0, 2),
        ("contact", 99.0, 1),
        ("history", 98.0, 1),
        ("decisions", 98.0, 1),
        ("meeting", 98.0, 1),
        ("ranking", 98.0, 1),
        ("help", 98.0, 1),
    ],
)
def test_questions_said_differently_are_read_as_before(family: str, floor: float, step: int) -> None:
    assert _kept(_family(family), "query", step) >= floor


def test_orders_given_politely_or_in_haste_are_followed_as_before() -> None:
    assert _kept(ORDERS, "command", 4) >= 98.0


def test_talk_with_courtesy_around_it_stays_talk() -> None:
    assert _kept(OTHERS, "none", 6) >= 97.0
