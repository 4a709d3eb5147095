"""Other words for the same are read as before: how large a share of the messages at least, in percent."""

import pytest

from tests.language.rewording.rewording import FOLDERS, messages, outcome
from tests.language.rewording.words import WORDS, reword

MOST = 18
"""So many messages are tried with each."""
MOSTLY = 92
FLOORS = {"under way": 80, "being done": 85, "resumed": 88, "made": 90, "the first": 80}
"""Where less than nearly all of them are read as before."""


@pytest.mark.parametrize("name", WORDS)
def test_other_words_for_the_same(name: str) -> None:
    said_so = reword(WORDS[name])
    said = [each for each in messages("report", FOLDERS) if said_so(each) not in (None, each.text)]
    found = outcome(said_so, said[:: len(said) // MOST + 1])
    assert found.tried
    assert found.kept >= FLOORS.get(name, MOSTLY), found.changed
