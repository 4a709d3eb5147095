"""The simulated group as a browser sees it: a store in which the sample's story has been told, served on a free port."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.browser import open_site
from bot.config import Config, build_config

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-quic",
]  # fmt: skip
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
WIDTH = "(picture) => picture.decode().then(() => picture.naturalWidth)"
OFFICE = ("/overview", "/project/p01", "/project/p11", "/letters", "/plan", "/status")


def config_for(store: Path | str) -> Config:
    """The configuration of a simulated group on a store (a file, or a URL) of its own, on a port that nobody has."""
    url = f"sqlite://{store}" if isinstance(store, Path) else store
    return build_config({"store": {"url": url}, "server": {"port": 0}})


async def told(address: str) -> None:
    """Wait until the story has been told."""
    async with aiohttp.ClientSession() as session:
        scene = await (await session.get(f"{address}/api/scene")).json()
        for _ in range(600):
            state = await (await session.get(f"{address}/api/state", params={"me": scene["people"][0]["id"]})).json()
            if state["progress"] is None:
                return
            await asyncio.sleep(0.05)
    raise AssertionError("the story does not come to an end")


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which the story has been told, to be copied."""
    store = tmp_path_factory.mktemp("played") / "sample.sqlite3"

    async def play() -> None:
        async with open_site(config_for(store)) as address:
            await told(address)

    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, play()).result()
    return store


def copied(played: Path, folder: Path) -> Path:
    """A store of one's own in which the story has been told."""
    store = folder / "sample.sqlite3"
    shutil.copyfile(played, store)
    return store


@pytest.fixture
async def site(played: Path, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a simulated group whose story has been told."""
    async with open_site(config_for(copied(played, tmp_path))) as address:
        yield address


@pytest.fixture
async def http(site: str) -> AsyncIterator[aiohttp.ClientSession]:
    """A client of that address, without a browser."""
    async with aiohttp.ClientSession(site) as session:
        yield session


def chromium() -> str:
    """The browser of this machine; without one the test is skipped, unless nothing may be."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
    )
    if not found and not os.environ.get("SANSE_TEST_STRICT"):
        pytest.skip("no Chromium here")
    assert found, "no Chromium here"
    return found


class Watched:
    """A page, and everything that a careful visitor would not want to see."""

    def __init__(self, page, site: str) -> None:
        self.page = page
        self.troubles: list[str] = []
        host = urlsplit(site).netloc
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", lambda request: self._look(request.url, host))
        page.on("dialog", lambda dialog: self.troubles.append(f"dialog: {dialog.message}"))

    def _heard(self, message) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(message.text)

    def _look(self, url: str, host: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != host:
            self.troubles.append(f"a request left the host: {url}")


@pytest.fixture
async def browser() -> AsyncIterator:
    """A browser; the Chinese type that comes with the installation serves where the system has none."""
    path = chromium()
    from playwright.async_api import async_playwright

    with tempfile.TemporaryDirectory(prefix="sanse-fonts-") as folder:
        async with async_playwright() as playwright:
            environment = {**os.environ, "FONTCONFIG_FILE": str(_fonts(Path(folder)))}
            started = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS, env=environment)
            yield started
            await started.close()


@pytest.fixture
async def open_page(browser, site: str) -> AsyncIterator[Callable]:
    """Open a page of the site; at the end nothing may have gone wrong on any of them."""
    watched: list[Watched] = []

    async def open_(path: str = "/", size: dict = DESK, **options):
        context = await browser.new_context(viewport=size, locale="zh-CN", timezone_id="Asia/Shanghai", **options)
        page = await context.new_page()
        watched.append(Watched(page, site))
        await page.goto(site + path)
        if path == "/":
            await page.wait_for_selector("#next:not(:disabled)")
        return page

    yield open_
    assert [trouble for each in watched for trouble in each.troubles] == []


def _fonts(folder: Path) -> Path:
    """A font configuration with the bundled Chinese type in it."""
    from documents.fonts import find_fonts

    folders = "".join(f"<dir>{each}</dir>" for each in find_fonts().folders)
    path = folder / "fonts.conf"
    path.write_text(
        f'<?xml version="1.0"?><fontconfig>{folders}<dir>/usr/share/fonts</dir><cachedir>{folder}</cachedir>'
        "<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias></fontconfig>"
    )
    return path


@asynccontextmanager
async def running(store: Path | str) -> AsyncIterator[str]:
    """A site on a given store, for tests that start it more than once."""
    async with open_site(config_for(store)) as address:
        yield address
