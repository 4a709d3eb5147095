"""Projects as liaisons call them: shortened, split, turned round, joined, left out, signed, misspelt, and strangers."""

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
NOW = datetime(2026, 6, 4, 9, 30, tzinfo=SHANGHAI)
DISTRICTS = {"river": "l", "steppe": "k", "city": "j", "coast": "h", "hills": "f", "mountain": "i"}
REGISTRIES = {
    name: read_registry(HERE.parent / "corpus" / corpus / "registry.json") for name, corpus in DISTRICTS.items()
}
LEXICONS = {name: Lexicon(registry) for name, registry in REGISTRIES.items()}
SAID = [(name, case) for name in DISTRICTS for case in read_cases(HERE / "cases" / f"names_{name}.txt")]


@pytest.mark.parametrize(
    ("district", "case"), SAID, ids=lambda value: value.text[:24] if isinstance(value, Case) else ""
)
def test_a_project_is_known_by_what_people_call_it(district: str, case: Case) -> None:
    found = understand(Utterance(case.text, NOW, ChatKind.GROUP, case.sender), LEXICONS[district])
    assert tell(found, REGISTRIES[district]) == list(case.told)
