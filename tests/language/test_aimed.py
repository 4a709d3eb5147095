"""Which node of which project a clause speaks of, where neither is named as the plan names it."""

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

CASES = Path(__file__).parent / "cases"
NOW = datetime(2026, 6, 4, 9, 30, tzinfo=SHANGHAI)
REGISTRY = registry((CASES / "aimed_plans.txt").read_text(encoding="utf-8"))
LEXICON = Lexicon(REGISTRY)
SAID = list(read_cases(CASES / "aimed.txt"))


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.text[:24])
def test_a_clause_is_laid_to_its_node(case: Case) -> None:
    found = understand(Utterance(case.text, NOW, ChatKind.GROUP, case.sender), LEXICON)
    assert sorted(tell(found, REGISTRY)) == sorted(case.told)
