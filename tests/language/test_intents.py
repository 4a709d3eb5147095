"""Questions, orders, talk and what is asked back about: each message of a table is what the table says."""

from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.registry import read_registry
from models.vocabulary import ChatKind
from tests.language.intents import Case, read_cases, tell

HERE = Path(__file__).parent


@cache
def lexicon(district: str) -> Lexicon:
    """The names of a district of the corpus."""
    return Lexicon(read_registry(HERE.parent / "corpus" / district / "registry.json"))


@pytest.mark.parametrize("case", list(read_cases(HERE / "cases" / "intents.txt")), ids=lambda case: case.text[:24])
def test_a_message_is_what_the_table_says(case: Case) -> None:
    said = Utterance(
        case.text,
        datetime.fromisoformat(case.now),
        ChatKind.GROUP,
        case.sender,
        case.quote,
        case.prompt,
    )
    assert tell(understand(said, lexicon(case.district))) == case.told
