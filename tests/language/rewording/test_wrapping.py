"""Whatever stands around the facts, they are read as before; talk stays talk, a question a question."""

import pytest

from tests.language.rewording.rewording import messages, outcome
from tests.language.rewording.wrapping import OTHERS, QUESTIONS, REPORTS

EVERY = 20
KEPT = {"dates": 93.0}
"""Share that must be read as before where it is not the usual one."""
USUALLY_KEPT = 99.0


@pytest.mark.parametrize("name", REPORTS)
def test_a_wrapped_report_states_the_same_facts(name: str) -> None:
    found = outcome(REPORTS[name], list(messages("report", every=EVERY)))
    assert found.tried > 40
    assert found.kept >= KEPT.get(name, USUALLY_KEPT), found.changed[:3]


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_wrapped_question_asks_the_same(name: str) -> None:
    found = outcome(QUESTIONS[name], list(messages("query", every=EVERY)))
    assert found.tried > 12
    assert found.kept >= USUALLY_KEPT, found.changed[:3]


@pytest.mark.parametrize("name", OTHERS)
def test_wrapped_talk_stays_talk(name: str) -> None:
    found = outcome(OTHERS[name], list(messages("none", every=EVERY)))
    assert found.tried > 3
    assert found.kept >= USUALLY_KEPT, found.changed[:3]
