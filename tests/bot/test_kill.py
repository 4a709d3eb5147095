"""What was acknowledged survives kill -9 under load, has exactly one effect, and is answered."""

import pytest

from tests.bot.kill import trial


@pytest.mark.timeout(300)
async def test_kills_under_load_lose_nothing_and_do_nothing_twice(store_url: str, engine: str) -> None:
    outcome = await trial(6 if engine == "sqlite" else 3, store_url, seed=1)
    assert outcome.acked > 60
    assert (outcome.lost, outcome.unhandled, outcome.doubles, outcome.unanswered) == (0, 0, 0, 0), outcome
    assert outcome.unmarked == 0, outcome
    assert outcome.repeats <= outcome.kills * 4, outcome  # at most what was being sent when it was killed
