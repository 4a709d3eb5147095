"""What people sent, as the office sees it: shown where it is a picture, handed out otherwise, and only to the office."""

from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from actions.district import enter, enter_accounts
from bot.platforms.shelf import Shelf
from documents.plan_writer import blank_template
from models.calendar import WorkCalendar, utc
from models.mailbox import Inbox
from models.policy import Policy, WeeklySettings
from models.registry import read_registry
from pages.access import Access
from pages.routes import Desk, make_app
from tests.pages.test_office import KEY, NOW, SAMPLE

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
PICTURE, PAGE, SHEET, GONE = "a" * 40, "b" * 40, "c" * 40, "d" * 40


async def came(sender: str, code: str, kind: str, name: str = "", *, text: str = "", single: bool = True) -> None:
    await Inbox.create(
        platform="wecom", message_id=code, chat_address=sender if single else "g", sender_address=sender, text=text,
        chat_kind="single" if single else "group", sent_at=utc(NOW), received_at=utc(NOW), handled_at=utc(NOW),
        attachments=[{"kind": kind, "name": name, "transcript": "", "code": code}],
    )  # fmt: skip


@pytest.fixture
async def http(store: str, tmp_path: Path):
    registry = read_registry(SAMPLE)
    await enter(registry)
    await enter_accounts(registry, "wecom")
    shelf = Shelf(tmp_path / "media")
    await shelf.put(PICTURE, PNG)
    await shelf.put(PAGE, b"<html><script>alert(1)</script>")
    await shelf.put(SHEET, blank_template(2026))
    office = next(each.id for each in registry.people.values() if each.role.value == "office")
    liaison = next(each.id for each in registry.people.values() if each.role.value == "liaison")
    await came(liaison, PICTURE, "image", text="桩基完成", single=False)
    await came(liaison, PAGE, "file", "说明.html")
    await came(liaison, GONE, "file", "没取到.pdf")
    await came(liaison, "button-pressed", "button", "无变化", text="同上周")
    await came(office, SHEET, "file", "台账.xlsx")
    desk = Desk(lambda: NOW, Policy(), WeeklySettings(), WorkCalendar(), Access("127.0.0.1", KEY), shelf=shelf)
    runner = web.AppRunner(make_app(desk), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with aiohttp.ClientSession(f"http://127.0.0.1:{runner.addresses[0][1]}") as http:
        yield http
    await runner.cleanup()


OFFICE = {"Authorization": f"Bearer {KEY}"}


async def test_the_office_sees_what_was_sent(http: aiohttp.ClientSession) -> None:
    async with http.get("/letters", headers=OFFICE) as answer:
        page = await answer.text()
    assert f'href="/media/{PICTURE}?name="' in page
    assert "桩基完成" in page
    assert "没取到.pdf（没有取到或已清理）" in page
    assert "无变化" not in page
    async with http.get(f"/media/{PICTURE}", headers=OFFICE) as answer:
        assert (answer.status, answer.content_type, await answer.read()) == (200, "image/png", PNG)


async def test_what_is_no_picture_is_never_opened_in_our_name(http: aiohttp.ClientSession) -> None:
    async with http.get(f"/media/{PAGE}?name=说明.html", headers=OFFICE) as answer:
        assert (answer.status, answer.content_type) == (200, "application/octet-stream")
        assert answer.headers["Content-Disposition"].startswith("attachment;")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", [f"/media/{GONE}", "/media/..%2f..%2fetc%2fpasswd", "/media/zz", f"/media/{'a' * 65}"])
async def test_what_is_not_there_is_not_found(http: aiohttp.ClientSession, path: str) -> None:
    async with http.get(path, headers=OFFICE) as answer:
        assert answer.status == 404


async def test_nobody_else_sees_anything(http: aiohttp.ClientSession) -> None:
    async with http.get(f"/media/{PICTURE}", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/login")


async def test_a_ledger_sent_privately_is_read_as_an_uploaded_one(http: aiohttp.ClientSession) -> None:
    async with http.get("/plan", headers=OFFICE) as answer:
        page = await answer.text()
    assert "台账.xlsx" in page
    async with http.post("/plan/received", data={"code": SHEET}, headers=OFFICE) as answer:
        received = answer.status, (await answer.text()).count("台账.xlsx")
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("file", BytesIO(blank_template(2026)), filename="台账.xlsx")
    async with http.post("/plan", data=form, headers=OFFICE) as answer:
        assert (answer.status, (await answer.text()).count("台账.xlsx")) == received
    async with http.post("/plan/received", data={"code": PAGE}, headers=OFFICE) as answer:
        assert answer.status == 422
