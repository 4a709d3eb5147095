"""Stores that hold a district, as many as a trial wants, on each engine in turn."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from actions.district import enter, enter_accounts
from bot.platforms.memory import NAME
from models.chat import Chat
from models.registry import read_registry
from models.store.connection import open_store
from tests.conftest import _execute
from tests.outage.script import GROUP
from tests.outage.trial import NewStore

DISTRICT = Path(__file__).parents[1] / "conversations" / "district.json"


@pytest.fixture
async def new_store(
    store_url: str, engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[NewStore]:
    """Makes a store of its own each time it is called."""
    registry = read_registry(DISTRICT)
    async with open_store(store_url):
        await enter(registry)
        await enter_accounts(registry, NAME)
        await Chat.create(platform=NAME, address=GROUP, kind="group", name="调度群", bound=True)
    if engine == "sqlite":
        template = _content(store_url)

        async def copy() -> str:
            path = tmp_path / f"{uuid4().hex[:8]}.sqlite3"
            path.write_bytes(template)
            return f"sqlite://{path}"

        yield copy
        return
    url, made = request.getfixturevalue("postgres_url"), []
    template_name = store_url.split("/")[3].split("?")[0]

    async def clone() -> str:
        made.append(f"week_{uuid4().hex[:12]}")
        await _execute(url, f'CREATE DATABASE "{made[-1]}" TEMPLATE "{template_name}"')
        return url.format(name=made[-1])

    yield clone
    for name in made:
        await _execute(url, f'DROP DATABASE "{name}" WITH (FORCE)')


def _content(store_url: str) -> bytes:
    return Path(store_url.removeprefix("sqlite://")).read_bytes()
