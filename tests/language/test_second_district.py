"""What people of a second district would say, in words of their own."""

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

HERE = Path(__file__).parent
REGISTRY = read_registry(HERE.parent / "conversations" / "qinglong.json")
LEXICON = Lexicon(REGISTRY)
NOW = datetime(2026, 9, 10, 14, 0, tzinfo=SHANGHAI)
SAID = list(read_cases(HERE / "cases" / "second.txt"))


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.text[:24])
def test_it_is_read_as_it_was_meant(case: Case) -> None:
    found = understand(Utterance(case.text, NOW, ChatKind.GROUP, case.sender), LEXICON)
    assert sorted(tell(found, REGISTRY)) == sorted(case.told)
