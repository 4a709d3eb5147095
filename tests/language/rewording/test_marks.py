"""Other marks and other lines for the same words are read as before."""

from collections.abc import Mapping

import pytest

from tests.language.rewording.marks import ASKED, DICTATED, SAME, Change, body
from tests.language.rewording.rewording import outcome, thinned

EVERY = 10
KEPT = {"no first comma": 76, "no second comma": 79, "no commas": 62, "no marks": 58}
"""Percent of what is dictated that is read as before."""


def _kept(changes: Mapping[str, Change], name: str, intent: str, step: int) -> float:
    """The share that is read as before, of messages that other changes of the family do not meet."""
    place = list(changes).index(name)
    result = outcome(body(changes[name]), list(thinned(intent, EVERY)[place % step :: step]))
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
