"""Three replicas at one PostgreSQL race through week after week: each letter once, each message handled once.

The long form (100 weeks) is run by hand: SANSE_TEST_LONG=1.
"""

import os
import random
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from tests.outage.actor import Actor, Life, letters_on
from tests.outage.script import END, START, Line, friday
from tests.outage.trial import NewStore, known

WEEKS = 100 if os.environ.get("SANSE_TEST_LONG") else 1
REPLICAS = 3


class Chorus:
    """Replicas that are told everything at the same time; what is said reaches one of them, or several at once."""

    def __init__(self, url: str, wire: Path, chance: random.Random) -> None:
        self._chance = chance
        self._lives = [Life(url, wire, START) for _ in range(REPLICAS)]

    def play(self, lines: list[Line], until: datetime) -> None:
        self._together("move", START.isoformat())
        for line in lines:
            self._advance(line.at)
            heard = self._chance.sample(self._lives, self._chance.choice((1, 1, 2, 3)))
            for life in heard:
                life.tell("hear", line.said)
            acknowledged = [life.answer() for life in heard]
            assert all(acknowledged)
        self._advance(until)
        self._together("end")

    def close(self) -> None:
        for life in self._lives:
            life.bury()

    def _advance(self, target: datetime) -> None:
        """All of them do what is due at its own time, side by side."""
        while (due := self._next()) and due < target:
            self._together("move", due.isoformat())
        self._together("move", target.isoformat())
        self._next()

    def _next(self) -> datetime | None:
        moments = [datetime.fromisoformat(each) for each in self._together("rest") if each]
        return min(moments, default=None)

    def _together(self, *order: object) -> list[str | None]:
        for life in self._lives:
            life.tell(*order)
        return [life.answer() for life in self._lives]


@pytest.mark.timeout(3600 if WEEKS > 10 else 300)
@pytest.mark.parametrize("engine", ["postgres"], indirect=True)
async def test_each_letter_goes_once(new_store: NewStore, tmp_path: Path) -> None:
    chance, sent_by, letters = random.Random(3), Counter[int](), 0
    for week in range(WEEKS):
        calm, wild, wire = await new_store(), await new_store(), tmp_path / f"wild{week}"
        actor = Actor(calm, tmp_path / f"calm{week}", START, chance, 1.0)
        actor.play(friday(week), END, 0)
        chorus = Chorus(wild, wire, chance)
        try:
            chorus.play(friday(week), END)
        finally:
            chorus.close()
        wanted, had, sent = await known(calm), await known(wild), letters_on(wire)
        assert had.letters.keys() == wanted.letters.keys(), week
        assert (had.facts, had.runs) == (wanted.facts, wanted.runs), week
        due = {key for key, letter in wanted.letters.items() if letter.delivered_at}
        assert Counter(each["key"] for each in sent) == Counter(due), week
        sent_by.update(each["by"] for each in sent)
        letters += len(sent)
    print(f"{WEEKS} weeks, {letters} letters, by {len(sent_by)} processes")
    assert len(sent_by) > WEEKS  # it was not always the same one
