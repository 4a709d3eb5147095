"""Days that are promised, put off, moved up, doubted, kept and reported, in messages of many sectors."""

from datetime import datetime
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.language.days_plans import plans
from tests.language.telling import Case, read_cases, tell

REGISTRY = plans()
LEXICON = Lexicon(REGISTRY)
WRITTEN = {"days_spring": (2026, 3, 12), "days_summer": (2026, 8, 13), "days_autumn": (2026, 10, 22)}
"""When the messages of each file were written: what a bare day means depends on it."""
SAID = [
    (datetime(*day, 9, 30, tzinfo=SHANGHAI), case)
    for name, day in WRITTEN.items()
    for case in read_cases(Path(__file__).parent / "cases" / f"{name}.txt")
]


@pytest.mark.parametrize(("now", "case"), SAID, ids=lambda each: each.text[:24] if isinstance(each, Case) else "")
def test_which_day_belongs_to_which_node(now: datetime, case: Case) -> None:
    found = understand(Utterance(case.text, now, ChatKind.GROUP, case.sender), LEXICON)
    assert tell(found, REGISTRY) == list(case.told)
