"""Killed at random moments of a week's cycle, or gone for three days: what must be true afterwards.

The long form (200 deaths on each engine) is run by hand: SANSE_TEST_LONG=1.
"""

import os
import random
from datetime import datetime
from pathlib import Path

import pytest

from models.calendar import SHANGHAI
from tests.outage.actor import Actor, letters_on
from tests.outage.script import START, friday
from tests.outage.trial import NewStore, kill_through, known

KILLS, OUTAGES = (200, 20) if os.environ.get("SANSE_TEST_LONG") else (5, 2)
THURSDAY = datetime(2026, 6, 11, 15, 0, tzinfo=SHANGHAI)
MONDAY = datetime(2026, 6, 15, 9, 0, tzinfo=SHANGHAI)
NOON = datetime(2026, 6, 15, 12, 0, tzinfo=SHANGHAI)
SHORTEST, LONGEST = 0.0, 0.1
"""Seconds after the hour of the notice at which it dies: some letters are gone by then, some are not."""


@pytest.mark.timeout(3600 if KILLS > 100 else 300)
async def test_a_week_survives_being_killed_at_any_moment(new_store: NewStore, tmp_path: Path) -> None:
    outcome = await kill_through(new_store, tmp_path, KILLS, seed=1)
    print(outcome)
    assert outcome.kills == KILLS
    assert not outcome.wrong, f"{outcome}\n" + "\n".join(outcome.wrong)


@pytest.mark.timeout(600)
async def test_three_days_away_over_a_friday(new_store: NewStore, tmp_path: Path) -> None:
    chance = random.Random(2)
    for number in range(OUTAGES):
        url, wire = await new_store(), tmp_path / f"wire{number}"
        actor = Actor(url, wire, START, chance, 1.0)
        try:
            actor.advance(THURSDAY)
            actor.vanish(chance.uniform(SHORTEST, LONGEST))
            before = len(letters_on(wire))
            actor.now = MONDAY
            actor.play([line for line in friday(number) if line.at > NOON], NOON, 0)
        finally:
            actor.abandon()
        late = letters_on(wire)[before:]
        assert [
            each for each in late if each["group"] or each["why"] in ("notice", "reminder", "count", "summary")
        ] == []
        missed = [each for each in late if each["key"].startswith("missed/")]
        assert sorted(each["to"] for each in missed) == ["wangfang", "zhaolei"]
        _every_letter_has_ended(late, (await known(url)).letters.values())


def _every_letter_has_ended(late: list[dict[str, str]], letters: object) -> None:
    """What had not gone out on Thursday is given up, and told in one line to each of the office, not one a letter."""
    stale = [each for each in late if each["key"].startswith("undelivered/2026-06-15/notice/")]
    assert len(stale) == len({each["to"] for each in stale}) <= 2
    for letter in letters:  # type: ignore[attr-defined]
        assert letter.delivered_at or letter.given_up_at, letter.key
