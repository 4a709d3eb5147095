"""What a message costs must not grow with the district: counted in calls, which no busy machine can change."""

import random
import sys
from datetime import datetime
from types import FrameType

from language.names import Lexicon
from language.understand import understand
from language.understanding import Utterance
from models.calendar import SHANGHAI
from models.vocabulary import ChatKind
from tests.bench.texts import usual
from tests.language.district import build

NOW = datetime(2026, 6, 12, 10, 0, tzinfo=SHANGHAI)


def _calls(lexicon: Lexicon, text: str, sender: str | None) -> int:
    """How many calls it takes to read one message."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        understand(Utterance(text, NOW, ChatKind.GROUP, sender), lexicon)
    finally:
        sys.setprofile(None)
    return calls


def _median(projects: int, first: bool) -> int:
    """The calls for a message of a liaison, the first that they write or a later one."""
    registry, made = build(projects)
    lexicon = Lexicon(registry)
    rng = random.Random(3)
    liaisons = list(dict.fromkeys(each.entry.liaison for each in made if each.entry.liaison))
    ahead = {registry.people[liaison].unit: liaison for liaison in liaisons}
    for liaison in ahead.values():  # what is made once for the district and for a unit, is
        _calls(lexicon, usual(rng, made), liaison)
    liaisons = [each for each in liaisons if each not in ahead.values()][:12]
    counted = []
    for liaison in liaisons:
        text = usual(rng, made)
        calls = _calls(lexicon, text, liaison)
        counted.append(calls if first else _calls(lexicon, usual(rng, made), liaison))
    return sorted(counted)[len(counted) // 2]


def test_a_message_costs_the_same_in_a_district_eight_times_as_large() -> None:
    for first in (True, False):
        small, large = _median(200, first), _median(1_600, first)
        assert large < 1.5 * small, (first, small, large)
