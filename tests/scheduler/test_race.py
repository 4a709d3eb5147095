"""Three replicas on one store, as processes of their own: everything is done once, and nothing is left out."""

import asyncio
import os
import sys
from collections import Counter
from pathlib import Path

import pytest

from actions.district import enter, enter_accounts
from models.change import Change
from models.chat import Chat
from models.draft import Draft, DraftEvent
from models.job_run import JobRun
from models.mailbox import Outbox
from models.registry import read_registry
from models.store.connection import open_store
from tests.scheduler.racer import walk

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "tests" / "conversations" / "town.json"
WEEKS = 100 if os.environ.get("SANSE_TEST_LONG") else 14
"""Some moments of four cycles a month; the hundred of the acceptance run are the long form: SANSE_TEST_LONG=1."""


async def _district() -> None:
    registry = read_registry(TOWN)
    await enter(registry)
    await enter_accounts(registry, "memory")
    await Chat.create(platform="memory", address="g1", kind="group", name="一线群", bound=True)


async def _letters() -> Counter[tuple[str, str]]:
    return Counter([(letter.key, letter.text) for letter in await Outbox.all().only("id", "key", "text")])


async def test_three_replicas_do_everything_once(store_url: str) -> None:
    if store_url.startswith("sqlite"):
        pytest.skip("replicas share a PostgreSQL; the embedded store is for one process")
    async with open_store(store_url):
        await _district()
    racers = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.scheduler.racer",
            store_url,
            str(WEEKS),
            cwd=ROOT,
            stderr=asyncio.subprocess.PIPE,
        )
        for _ in range(3)
    ]
    for racer in racers:
        _, errors = await racer.communicate()
        assert racer.returncode == 0, errors.decode()
    async with open_store(store_url):
        raced = await _letters()
        runs = Counter([run.job for run in await JobRun.all()])
    assert max(raced.values()) == 1
    assert max(runs.values()) == 1
    assert len({key.split("/")[1] for key, _ in raced if key.startswith("notice/")}) >= WEEKS - 2
    assert not {run for run in runs if run.startswith("missed")}
    async with open_store(store_url):
        await Outbox.all().delete()
        await JobRun.all().delete()
        await _again()
        assert set(raced) == set(await _letters())


async def _again() -> None:
    """One replica alone, on the same store without its letters, to compare with."""
    await DraftEvent.all().delete()
    await Draft.all().delete()
    await Change.all().delete()
    await walk(WEEKS)
