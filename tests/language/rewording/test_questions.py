"""Questions, orders and talk said differently are read as before: courtesy, haste, synonyms, other words for the same."""

import pytest

from tests.language.rewording.questions import ORDERS, OTHERS, QUESTIONS
from tests.language.rewording.rewording import Reword, outcome, thinned

EVERY = 6


def _kept(rewords: dict[str, Reword], intent: str, step: int = 1) -> float:
    """The share that is read as before; each rewording meets its own messages where `step` leaves some out."""
    tried = changed = 0
    for place, reword in enumerate(rewords.values()):
        result = outcome(reword, list(thinned(intent, EVERY)[place % step :: step]))
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
