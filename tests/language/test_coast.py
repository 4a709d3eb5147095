"""What people of a coastal district write: sentences of no corpus, for its projects."""

from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.calendar import SHANGHAI
from models.registry import read_registry
from models.vocabulary import ChatKind
from tests.language.telling import Case, read_cases, tell

NOW = datetime(2026, 9, 16, 10, tzinfo=SHANGHAI)
REGISTRY = read_registry(Path(__file__).parents[1] / "corpus" / "h" / "registry.json")
LEXICON = Lexicon(REGISTRY)
SAID = list(read_cases(Path(__file__).parent / "cases" / "coast.txt"))


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.text[:24])
def test_what_people_of_the_coast_write(case: Case) -> None:
    found = understand(Utterance(case.text, NOW, ChatKind.GROUP, case.sender), LEXICON)
    assert tell(found, REGISTRY) == list(case.told)
