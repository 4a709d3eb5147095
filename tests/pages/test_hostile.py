"""What strangers, other sites and careless hands may try."""

import random
import re

import aiohttp
import pytest
from playwright.async_api import expect

from pages.render import FOLDER

SCRIPTS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{ 7 * 7 }} {% raw %} ${alert(1)}",
    "</textarea></style><style>*{display:none}</style>",
    "\u202e反向\u2066\u200b零宽",
]
FOREIGN = "document.querySelectorAll('script, iframe, svg, img[src=x], style').length"
SAID = {"me": "jiangtao", "chat": "g1", "text": "谁还没报", "id": "a-first-message"}


async def test_what_people_type_stays_text(open_page) -> None:
    page = await open_page()
    before = await page.evaluate(FOREIGN)
    for words in SCRIPTS:
        await page.fill("#text", words)
        await page.press("#text", "Enter")
        await expect(page.locator("#log .message.mine .bubble").last).to_contain_text(words[:12])
        await expect(page.locator("#send")).to_be_enabled()
        assert await page.evaluate(FOREIGN) == before
    assert await page.locator("#log .bubble a").count() == 0


async def test_the_offices_pages_show_words_as_words(site: str, http: aiohttp.ClientSession, open_page) -> None:
    words = '滨溪大道<img src=x onerror="alert(1)">施工许可6月11日已取得'
    assert (await http.post("/api/say", json={**SAID, "text": words})).status == 200
    page = await open_page("/project/p01")
    await expect(page.locator("blockquote", has_text="<img src=x")).to_be_visible()
    assert await page.locator("img[src=x]").count() == 0


async def test_pages_forbid_everything_foreign(http: aiohttp.ClientSession) -> None:
    for path in ("/", "/overview", "/static/group/main.js", "/nowhere", "/api/scene", "/health"):
        answer = await http.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_templates_need_no_exception_from_the_policy() -> None:
    for path in (FOLDER / "templates").glob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"\son\w+=|\sstyle=|<style|https?://|<script(?![^>]*\bsrc=)", text), path
    for path in (FOLDER / "static").rglob("*.*"):
        assert not re.search(
            r"https?://(?!www\.w3\.org/2000/svg)|\binnerHTML\b|insertAdjacentHTML|\beval\(", path.read_text("utf-8")
        ), path


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
    ],
)
async def test_other_sites_cannot_speak_here(http: aiohttp.ClientSession, headers: dict[str, str]) -> None:
    for path in ("/api/say", "/api/clock", "/plan/confirm"):
        assert (await http.post(path, json=SAID, headers=headers)).status == 403


async def test_a_foreign_name_that_leads_here_is_not_answered(http: aiohttp.ClientSession) -> None:
    assert (await http.get("/api/scene", headers={"Host": "rebound.example:80"})).status == 421
    assert (await http.get("/api/scene", headers={"Host": "localhost:80"})).status == 200


async def test_only_json_is_taken(http: aiohttp.ClientSession) -> None:
    assert (await http.post("/api/say", data="text=hello")).status == 415
    assert (await http.post("/api/say", data=b"{", headers={"Content-Type": "application/json"})).status == 400
    assert (await http.post("/api/say", json=[1])).status == 400
    assert (await http.post("/api/say", json={**SAID, "text": "长" * 5000})).status == 400
    big = b'{"text": "' + b"x" * 300_000 + b'"}'
    assert (await http.post("/api/say", data=big, headers={"Content-Type": "application/json"})).status == 413


async def test_what_is_not_there_is_not_found(http: aiohttp.ClientSession) -> None:
    for path in (
        "/project/nobody", "/api/messages?me=nobody&chat=g1", "/api/messages?me=jiangtao&chat=other", "/api/body/999999",
        "/board/99.png", "/static/../routes.py", "/static/%2e%2e/routes.py", "/static/..%2froutes.py",
    ):  # fmt: skip
        answer = await http.get(path)
        assert answer.status == 404, path
        assert "import" not in await answer.text()


async def test_nonsense_is_refused_and_never_a_fault(http: aiohttp.ClientSession) -> None:
    chance = random.Random(20260611)
    values: list[object] = [
        None,
        1,
        -1,
        1e308,
        True,
        [],
        {},
        "",
        "g1",
        "private",
        "jiangtao",
        "x" * 70,
        "\x00",
        "\u202e",
        "nowhere",
    ]
    for _ in range(300):
        data = {key: chance.choice(values) for key in chance.sample(["me", "chat", "quote", "id", "to"], 4)}
        answer = await http.post(chance.choice(["/api/say", "/api/clock"]), json=data)
        assert answer.status in (400, 404), data
    for query in ("on=2026-13-45", "on=x", "on=0000-00-00", "before=x", "color=purple&unit=%00&q=%27"):
        for path in ("/overview", "/project/p01", "/api/messages"):
            assert (await http.get(f"{path}?me=jiangtao&chat=g1&{query}")).status in (200, 400), (path, query)
