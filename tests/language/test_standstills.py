"""What stands still and goes on again, what has just begun, and what only looks alike, in the words of thirty trades."""

from datetime import datetime
from pathlib import Path

import pytest

from language.understand import understand
from language.understanding import Utterance
from models.vocabulary import ChatKind
from tests.language import stages
from tests.language.telling import Case, read_cases, tell

NOW = datetime.fromisoformat(stages.NOW)
SAID = list(read_cases(Path(__file__).parent / "cases" / "standstills.txt"))


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.text[:24])
def test_how_it_stands(case: Case) -> None:
    found = understand(Utterance(case.text, NOW, ChatKind.GROUP, case.sender), stages.lexicon())
    assert tell(found, stages.registry()) == list(case.told)
