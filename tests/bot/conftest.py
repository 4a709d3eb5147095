"""A small office on an open store, and a clock that tests move."""

from datetime import datetime
from pathlib import Path

import pytest

from actions.district import enter, enter_accounts
from bot.clock import MovedClock
from bot.config import build_config
from bot.platforms.memory import NAME, MemoryPlatform
from models.calendar import SHANGHAI
from models.policy import Office
from models.registry import read_registry

START = datetime(2026, 6, 11, 10, 0, tzinfo=SHANGHAI)
DISTRICT = Path(__file__).parents[1] / "conversations" / "district.json"


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock(START)


@pytest.fixture
def settings() -> Office:
    return build_config({}).office


@pytest.fixture
async def office(store: str) -> str:
    """An open store that holds the sample district, whose people the memory platform knows by their ids."""
    registry = read_registry(DISTRICT)
    await enter(registry)
    await enter_accounts(registry, NAME)
    return store


@pytest.fixture
def platform(clock: MovedClock) -> MemoryPlatform:
    return MemoryPlatform(clock.now)
