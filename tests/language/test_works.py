"""What is done on the sites of forty sectors finds its node, be its words in a table or not."""

from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.language.telling import Case, read_cases, tell
from tests.language.works import registry

NOW = datetime(2026, 6, 4, 9, 30, tzinfo=SHANGHAI)
REGISTRY = registry()
LEXICON = Lexicon(REGISTRY)
SAID = list(read_cases(Path(__file__).parent / "cases" / "works.txt"))


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.text[:24])
def test_works_find_their_node(case: Case) -> None:
    found = understand(Utterance(case.text, NOW, ChatKind.GROUP, case.sender), LEXICON)
    assert sorted(tell(found, REGISTRY)) == sorted(case.told)
