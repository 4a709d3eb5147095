"""The simulated group without a browser: its story, its clock, and what stays when it is stopped."""

import asyncio
import os
import re
import sys
from pathlib import Path

import aiohttp
from playwright.async_api import expect

from bot.group import STORY
from bot.story import MessageLine, read_story
from models.mailbox import Inbox, Outbox
from models.vocabulary import Why
from scheduler.timetable import TIMETABLE
from tests.pages.conftest import copied, running, told

ME = {"me": "jiangtao", "chat": "g1"}


async def state(http: aiohttp.ClientSession) -> dict:
    return await (await http.get("/api/state", params=ME)).json()


async def messages(http: aiohttp.ClientSession, **where: str) -> list[dict]:
    return (await (await http.get("/api/messages", params={**ME, **where})).json())["messages"]


async def say(http: aiohttp.ClientSession, text: str, id_: str, **where: str) -> aiohttp.ClientResponse:
    return await http.post("/api/say", json={**ME, **where, "text": text, "id": id_})


async def test_the_story_is_told_once(site: str, http: aiohttp.ClientSession) -> None:
    heard = [each for each in await messages(http) if not each["bot"]]
    written = [
        step.line.text
        for step in read_story(STORY).steps
        if isinstance(step.line, MessageLine) and step.line.group == "g1"
    ]
    assert [each["text"] for each in heard] == written


async def test_everything_said_in_the_story_is_answered(played: Path, tmp_path: Path) -> None:
    """A newcomer judges by what they see first: no message without an answer, none that was not understood."""
    async with running(copied(played, tmp_path)):
        answers = {letter.answers_id: letter.text for letter in await Outbox.filter(why=Why.REPLY.value)}
        for message in await Inbox.all():
            assert message.id in answers, message.text
            assert "请确认" not in answers[message.id], message.text
            assert "没有认出" not in answers[message.id], message.text


async def test_messages_stand_in_the_order_in_which_they_were_said(http: aiohttp.ClientSession) -> None:
    for number in range(3):
        await say(http, "谁还没报", f"question-number-{number}")
    rows = await messages(http)
    assert [row["at"] for row in rows] == sorted(row["at"] for row in rows)
    assert [row["bot"] for row in rows[-6:]] == [False, True] * 3


async def test_the_same_press_twice_is_one_message(http: aiohttp.ClientSession) -> None:
    before = len(await messages(http))
    for _ in range(2):
        assert (await say(http, "谁还没报", "pressed-too-often")).status == 200
    assert len(await messages(http)) == before + 2


async def test_many_visitors_at_once_are_heard_one_after_the_other(http: aiohttp.ClientSession) -> None:
    before = len(await messages(http))
    answers = await asyncio.gather(*(say(http, "现在有几个红灯", f"all-at-once-{number}") for number in range(8)))
    assert {each.status for each in answers} == {200}
    rows = (await messages(http))[before:]
    assert len({row["at"] for row in rows if not row["bot"]}) == 8
    assert sum(row["bot"] for row in rows) == 8


async def test_a_private_word_is_seen_by_nobody_else(http: aiohttp.ClientSession) -> None:
    await say(http, "滨溪大道施工许可6月11日已取得", "between-you-and-me", chat="private")
    assert (await messages(http, chat="private"))[-2]["text"].startswith("滨溪大道")
    for other in ({"me": "fangwei", "chat": "private"}, {"me": "fangwei", "chat": "g1"}):
        assert not [
            row
            for row in await messages(http, **other)
            if row.get("person") == "jiangtao" and "6月11日已取得" in row["text"]
        ]


async def test_the_clock_goes_to_the_next_thing_an_hour_a_day_or_the_deadline(http: aiohttp.ClientSession) -> None:
    start = await state(http)
    await http.post("/api/clock", json={"to": "hour"})
    assert (await state(http))["clock"]["at"][
        11:16
    ] == f"{int(start['clock']['at'][11:13]) + 1:02}{start['clock']['at'][13:16]}"
    await http.post("/api/clock", json={"to": "friday"})
    friday = await state(http)
    assert friday["clock"]["at"][:16] == "2026-06-12T09:30"
    await http.post("/api/clock", json={"to": "next"})
    assert (await state(http))["clock"]["at"] == friday["next"]["at"]
    await http.post("/api/clock", json={"to": "friday"})
    assert (await state(http))["clock"]["at"][:16] == "2026-06-18T09:30", "the Friday after is a holiday"


async def test_a_holiday_is_shown_as_one(http: aiohttp.ClientSession) -> None:
    for _ in range(8):
        await http.post("/api/clock", json={"to": "day"})
    clock = (await state(http))["clock"]
    assert clock["at"][:10] == "2026-06-19"
    assert clock["workday"] is False


async def test_what_happened_on_the_way_is_told(http: aiohttp.ClientSession) -> None:
    await http.post("/api/clock", json={"to": "friday"})
    kinds = []
    for _ in range(4):
        answer = await (await http.post("/api/clock", json={"to": "next"})).json()
        kinds += [each["kind"] for each in answer["happened"]]
    assert {"count", "draft", "summary"} <= set(kinds)


async def test_whoever_listens_is_told(http: aiohttp.ClientSession) -> None:
    async with http.get("/api/events") as stream:
        first = await asyncio.wait_for(stream.content.readuntil(b"\n\n"), 5)
        await say(http, "谁还没报", "listen-to-this-one")
        second = await asyncio.wait_for(stream.content.readuntil(b"\n\n"), 5)
    assert int(second.split()[1]) > int(first.split()[1])


async def test_what_was_said_stays_when_it_is_started_again(tmp_path: Path, played: Path) -> None:
    store = copied(played, tmp_path)
    async with running(store) as address, aiohttp.ClientSession(address) as http:
        await say(http, "滨溪大道施工许可6月11日已取得", "stays-in-the-store")
        await http.post("/api/clock", json={"to": "hour"})
        before, rows = await state(http), await messages(http)
    async with running(store) as address, aiohttp.ClientSession(address) as http:
        after = await state(http)
        assert (await messages(http)) == rows
        assert after["clock"] == before["clock"]
        assert after["progress"] is None


async def test_a_story_that_was_interrupted_goes_on_where_it_was(tmp_path: Path, played: Path) -> None:
    store = tmp_path / "interrupted.sqlite3"
    process, address, _ = await _start(store)
    async with aiohttp.ClientSession(address) as http:
        while (seen := await state(http))["progress"] and seen["progress"]["done"] < 12:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    process.kill()
    await process.wait()
    assert seen["progress"], "it was to be interrupted while the story was being told"
    async with running(store) as address:
        await told(address)
        async with aiohttp.ClientSession(address) as http:
            rows = await messages(http)
    async with running(copied(played, tmp_path)) as address, aiohttp.ClientSession(address) as http:
        assert [(row["at"], row["text"]) for row in await messages(http)] == [(row["at"], row["text"]) for row in rows]


async def test_it_is_the_same_on_either_engine(store_url: str, tmp_path: Path, played: Path) -> None:
    async with running(copied(played, tmp_path)) as address, aiohttp.ClientSession(address) as http:
        expected = await messages(http)
        counts = (await (await http.get("/board")).json())["counts"]
    async with running(store_url) as address:
        await told(address)
        async with aiohttp.ClientSession(address) as http:
            rows = await messages(http)
            assert [(row["at"], row["text"]) for row in rows] == [(row["at"], row["text"]) for row in expected]
            assert (await (await http.get("/board")).json())["counts"] == counts
            assert (await say(http, "现在有几个红灯", "on-either-engine")).status == 200


async def test_whoever_opens_it_first_speaks_for_somebody_who_is_asked(browser, tmp_path: Path) -> None:
    async with running(tmp_path / "fresh.sqlite3") as address:
        page = await (await browser.new_context()).new_page()
        await page.goto(address)
        await expect(page.locator("#loading")).to_be_visible()
        await expect(page.locator("#loading")).to_be_hidden(timeout=60_000)
        async with aiohttp.ClientSession(address) as http:
            speaker = (await (await http.get("/api/scene")).json())["speaker"]
        await expect(page.locator("#me")).to_have_value(speaker)
        await expect(page.locator("#whoami")).to_contain_text(
            await page.evaluate("me.selectedOptions[0].text.slice(0, 2)")
        )


async def test_nobody_speaks_while_the_story_is_told(tmp_path: Path) -> None:
    async with running(tmp_path / "fresh.sqlite3") as address, aiohttp.ClientSession(address) as http:
        assert (await say(http, "谁还没报", "much-too-early-now")).status == 409
        assert (await http.post("/api/clock", json={"to": "hour"})).status == 409


async def test_one_command_serves_it_and_ends_cleanly(tmp_path: Path) -> None:
    process, address, words = await _start(tmp_path / "command.sqlite3")
    assert re.search(r"http://127\.0\.0\.1:\d+", words)
    async with aiohttp.ClientSession(address) as http:
        assert "模拟工作群" in await (await http.get("/")).text()
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 30) == 0


async def _start(store: Path) -> tuple[asyncio.subprocess.Process, str, str]:
    """`python -m bot run` on a store of its own, until it says its address."""
    environment = {**os.environ, "SANSE__STORE__URL": f"sqlite://{store}", "SANSE__SERVER__PORT": "0"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    words = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
    found = re.search(r"http://\S+:\d+", words)
    assert found, words
    return process, found[0], words


async def test_what_the_timetable_did_is_named_on_the_status_page(http: aiohttp.ClientSession) -> None:
    page = await (await http.get("/status")).text()
    for entry in TIMETABLE:
        assert entry.name not in re.sub("<[^>]+>", " ", page)
    assert "周报发布（第23周）" in page


async def test_every_sentence_that_is_proposed_is_understood(http: aiohttp.ClientSession) -> None:
    people = (await (await http.get("/api/scene")).json())["people"]
    failed = []
    for person in people:
        me = {"me": person["id"]}
        proposed = (await (await http.get("/api/state", params={**ME, **me})).json())["suggestions"]
        assert len(proposed) >= 3, person
        for number, sentence in enumerate(proposed):
            await say(http, sentence, f"proposed-{person['id']}-{number}", **me)
            rows = await messages(http, **me)
            heard = next(row for row in rows if row["text"] == sentence and row.get("person") == person["id"])
            answer = next((row["text"] or row["kind"] for row in rows if row.get("answers") == heard["id"]), "")
            if not answer or re.search("请确认|没有认出|没有看懂|没听懂|不能办|无权", answer):
                failed.append((person["name"], sentence, answer))
    assert failed == []
