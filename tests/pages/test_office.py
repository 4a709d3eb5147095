"""The office's pages: the same figures as the store, the words behind them, and a plan that is brought in."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from openpyxl import Workbook

from actions.board import take_snapshot
from actions.district import enter
from bot.group import STORY
from documents.plan_rows import PlanProjectRow
from documents.plan_writer import write_plan
from models.calendar import WorkCalendar, at, utc
from models.change import Change
from models.database import load_registry
from models.mailbox import Inbox, Outbox, Reply
from models.people import Person
from models.policy import Policy, WeeklySettings
from models.project import PlanChange, PlanNode, Project
from models.registry import read_registry
from models.vocabulary import Color, Why
from pages.access import Access
from pages.routes import Desk, make_app

NOW = at(date(2026, 6, 12), WeeklySettings().cutoff)
KEY = "a-key-that-is-long-enough"
SAMPLE = STORY.with_name("district.json")


@asynccontextmanager
async def served(access: Access, learnt: list[str] | None = None) -> AsyncIterator[aiohttp.ClientSession]:
    """The office's pages beside a real platform, on the open store."""

    async def learn() -> None:
        if learnt is not None:
            learnt.append("learnt")

    desk = Desk(lambda: NOW, Policy(), WeeklySettings(), WorkCalendar(), access, changed=learn)
    runner = web.AppRunner(make_app(desk), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{runner.addresses[0][1]}", cookie_jar=jar) as http:
        yield http
    await runner.cleanup()


@pytest.fixture
async def office(store: str) -> AsyncIterator[aiohttp.ClientSession]:
    """A client that has the key, with the sample district in the store."""
    await enter(read_registry(SAMPLE))
    async with served(Access("127.0.0.1", KEY)) as http:
        http.headers["Authorization"] = f"Bearer {KEY}"
        yield http


async def text_of(http: aiohttp.ClientSession, path: str, status: int = 200) -> str:
    answer = await http.get(path)
    assert answer.status == status
    return await answer.text()


def tiles(page: str) -> dict[str, int]:
    found = re.findall(r'<a class="(red|yellow|green)"[^>]*><b>(\d+)</b>', page)
    return {color: int(count) for color, count in found}


# ---- what is shown


@pytest.mark.parametrize("day", ["", "2026-05-31", "2026-06-04"])
async def test_the_overview_shows_the_board_of_any_day(office: aiohttp.ClientSession, day: str) -> None:
    moment = NOW if not day else at(date.fromisoformat(day), WeeklySettings().publish)
    snapshot = await take_snapshot(moment, Policy())
    page = await text_of(office, f"/overview?on={day}")
    assert tiles(page) == {color.value: len(snapshot.of_color(color)) for color in Color}
    assert page.count("<tr>") - 1 == len(snapshot.lines)


async def test_the_overview_can_be_narrowed(office: aiohttp.ClientSession) -> None:
    whole = tiles(await text_of(office, "/overview"))
    assert (await text_of(office, "/overview?color=red")).count("<tr>") - 1 == whole["red"]
    page = await text_of(office, "/overview?q=老旧小区")
    assert page.count("<tr>") - 1 == 2
    assert "没有符合条件的项目" in await text_of(office, "/overview?q=不存在的项目")


async def test_what_changed_is_told_in_words_and_not_in_the_keys_of_the_store(http: aiohttp.ClientSession) -> None:
    kept = {
        row.project_id
        for row in await Change.filter(project_id__isnull=False)
        if row.key.startswith(("warned/", "asked/"))
    }
    assert kept
    for project in await Project.all():
        page = await text_of(http, f"/project/{project.id}")
        changes = page[page.index("变化记录") :]
        assert not re.search(r"\d{4}-\d\d-\d\d|0001|[a-z]+/", re.sub(r"<[^>]*>", "", changes)), project.id


async def test_the_overview_tells_the_figures_of_the_node_at_hand(http: aiohttp.ClientSession) -> None:
    page = await text_of(http, "/overview")
    row = next(each for each in page.split("<tr>") if "鹭洲大桥及接线工程" in each)
    assert "完成108根" in row


async def test_a_projects_page_gives_the_words_behind_each_figure(http: aiohttp.ClientSession) -> None:
    for words, id_ in (
        ("滨溪大道施工许可6月9日已取得", "a-report-on-p01"),
        ("更正：滨溪大道施工许可6月10日已取得", "a-correction-on-p01"),
    ):
        sent = await http.post("/api/say", json={"me": "jiangtao", "chat": "g1", "text": words, "id": id_})
        assert sent.status == 200
    page = await text_of(http, "/project/p01")
    assert "更正：滨溪大道施工许可6月10日已取得" in page
    assert "江涛" in page
    assert "6月10日完成" in page
    then = await text_of(http, "/project/p01?on=2026-06-10")
    assert "更正：滨溪大道" not in then
    assert "严重滞后" in then


async def test_letters_that_are_stuck_are_shown_with_their_reason(office: aiohttp.ClientSession) -> None:
    person = await Person.get(id="jiangtao")
    await Outbox.put("a", Reply("一", why=Why.REMINDER), NOW, person=person)
    await Outbox.filter(key="a").update(given_up_at=utc(NOW), trouble="对方不在可见范围", attempts=5)
    await Outbox.put("b", Reply("二", why=Why.NOTICE), NOW.replace(hour=9), person=person)
    page = await text_of(office, "/letters")
    assert "对方不在可见范围" in page
    assert re.findall(r'class="count">(\d+)<', page) == ["1", "1", "0", "0"]


async def test_a_message_that_went_wrong_is_shown(office: aiohttp.ClientSession) -> None:
    row = {"platform": "x", "chat_address": "c", "chat_kind": "group", "sender_name": "江涛", "sent_at": utc(NOW)}
    await Inbox.create(**row, message_id="1", text="<b>没人理</b>", received_at=utc(NOW.replace(hour=8)))
    await Inbox.create(
        **row, message_id="2", text="出错的", received_at=utc(NOW), handled_at=utc(NOW), fault="KeyError"
    )
    page = await text_of(office, "/letters")
    assert "&lt;b&gt;没人理&lt;/b&gt;" in page
    assert "处理出错" in page
    assert "KeyError" not in page


async def test_how_much_was_asked_of_whom_equals_the_outbox(office: aiohttp.ClientSession) -> None:
    person = await Person.get(id="fangwei")
    for number in range(4):
        why = Why.REMINDER if number else Why.REPLY
        await Outbox.put(f"{number}", Reply("四个字呢", why=why), NOW, person=person)
    await Outbox.all().update(delivered_at=utc(NOW))
    row = re.search(r"方蔚.*?</tr>", await text_of(office, "/letters"), re.DOTALL)
    assert row
    numbers = re.findall(r">(\d+)<", row[0])
    assert (numbers[0], numbers[4], numbers[5], numbers[6]) == ("3", "3", "12", "1")


async def test_monitors_are_told_in_numbers(office: aiohttp.ClientSession) -> None:
    answer = await office.get("/health")
    assert (answer.status, (await answer.json())["status"]) == (200, "ok")
    person = await Person.get(id="fangwei")
    await Outbox.put("late", Reply("江涛的秘密", why=Why.NOTICE), NOW.replace(hour=8), person=person)
    answer = await office.get("/health")
    told = await answer.json()
    assert (answer.status, told["status"], told["letters_stuck"]) == (503, "trouble", 1)
    assert "江涛" not in json.dumps(told, ensure_ascii=False)
    page = await text_of(office, "/status")
    assert "请看一下" in page
    assert "因放假调整" in page, "the Friday after is a holiday"


# ---- who may see it


async def test_without_a_key_nobody_comes_in(store: str) -> None:
    async with served(Access("0.0.0.0")) as http:
        for path in ("/", "/overview", "/letters", "/plan", "/status", "/board"):
            answer = await http.get(path, allow_redirects=False)
            assert (answer.status, answer.headers["Location"]) == (303, "/login"), path
        assert "没有设置口令" in await text_of(http, "/login")
        assert (await http.post("/login", data={"key": ""})).status == 403
        assert (await http.get("/health")).status == 200


async def test_the_key_opens_and_nothing_else_does(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.login.PAUSE", 0.0)
    async with served(Access("0.0.0.0", KEY)) as http:
        for wrong in ("", KEY[:-1], KEY + "x", KEY.upper(), "密码"):
            assert (await http.post("/login", data={"key": wrong})).status == 403
            bearer = {"Authorization": f"Bearer {wrong}".encode().decode("latin-1")}
            assert (await http.get("/overview", headers=bearer, allow_redirects=False)).status == 303
        for ticket in ("", "0" * 64, KEY):
            assert (await http.get("/overview", cookies={"sanse": ticket}, allow_redirects=False)).status == 303
        entered = await http.post("/login", data={"key": KEY}, allow_redirects=False)
        assert entered.status == 303
        cookie = entered.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert KEY not in cookie
        assert (await http.get("/overview", allow_redirects=False)).status == 200


async def test_a_real_platforms_callback_has_rules_of_its_own(store: str) -> None:
    async def heard(request: web.Request) -> web.Response:
        return web.Response(text=await request.text())

    desk = Desk(lambda: NOW, Policy(), WeeklySettings(), WorkCalendar(), Access("127.0.0.1"))
    runner = web.AppRunner(make_app(desk, [web.post("/platform/callback", heard)]), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with aiohttp.ClientSession(f"http://127.0.0.1:{runner.addresses[0][1]}") as http:
        headers = {"Origin": "https://platform.example", "Host": "bot.example"}
        assert await (await http.post("/platform/callback", data="x", headers=headers)).text() == "x"
        assert (await http.post("/platform/callback", data=b"x" * 300_000)).status == 413
        assert (await http.post("/plan", data="x", headers=headers)).status == 403
    await runner.cleanup()


# ---- bringing in a plan


def sheet(*rows: tuple[object, ...], tmp_path: Path) -> bytes:
    book = Workbook()
    page = book.active
    page.append(["序号", "项目名称", "责任单位", "计划节点", "完成时限", "总投资（万元）"])
    for row in rows:
        page.append(list(row))
    path = tmp_path / "ledger.xlsx"
    book.save(path)
    return path.read_bytes()


async def upload(http: aiohttp.ClientSession, name: str, body: bytes, status: int = 200) -> str:
    form = aiohttp.FormData()
    form.add_field("file", body, filename=name)
    answer = await http.post("/plan", data=form)
    assert answer.status == status
    return await answer.text()


async def confirm(http: aiohttp.ClientSession, page: str, reference: str = "") -> str:
    key = re.search(r'name="offer" value="([^"]+)"', page)
    assert key
    answer = await http.post("/plan/confirm", data={"offer": key[1], "reference": reference})
    return await answer.text()


async def test_a_ledger_changes_nothing_before_the_second_press(office: aiohttp.ClientSession, tmp_path: Path) -> None:
    body = sheet(
        (1, "丰禾消防站", "区住建局", "开工", "2026.9.30", 3200),
        (2, "茶岭茶厂", "未知的局", "备案", "九月三十五", 10),
        tmp_path=tmp_path,
    )
    before = await load_registry()
    page = await upload(office, "台账.xlsx", body)
    assert "丰禾消防站" in page
    assert "新增" in page
    assert "九月三十五" in page or "第3行" in page, "a cell that cannot be read is shown with its place"
    assert await load_registry() == before
    assert "已导入" in await confirm(office, page)
    after = await load_registry()
    added = next(each for each in after.projects.values() if each.name == "丰禾消防站")
    assert added.lead_unit == "zjj", "a unit is known by its alias"
    assert added.total_yuan == 32_000_000
    assert "没有要改的" in await upload(office, "台账.xlsx", body)


async def test_an_approved_date_moves_only_with_a_reference(store: str) -> None:
    await enter(read_registry(SAMPLE))
    known = await load_registry()
    learnt: list[object] = []
    data = json.loads(SAMPLE.read_text("utf-8"))
    data["projects"][0]["nodes"][0]["planned"] = "2026-07-20"
    body = json.dumps({**data, "festivals": {}}, ensure_ascii=False).encode()
    async with served(Access("127.0.0.1", KEY), learnt) as http:
        http.headers["Authorization"] = f"Bearer {KEY}"
        page = await upload(http, "登记表.json", body)
        assert "7月20日" in page
        page = await confirm(http, page)
        assert "请写明依据" in page
        assert await load_registry() == known
        assert "已导入" in await confirm(http, page, "6月10日调度会纪要")
    change = await PlanChange.get()
    assert (change.node_id, change.reference) == ("p01n1", "6月10日调度会纪要")
    assert (await PlanNode.get(id="p01n1")).planned == date(2026, 7, 20)
    assert learnt == ["learnt"], "who reads messages is told"


async def test_a_preview_is_good_once_and_for_what_it_showed(office: aiohttp.ClientSession, tmp_path: Path) -> None:
    body = sheet((1, "丰禾消防站", "区住建局", "开工", "2026.9.30", 3200), tmp_path=tmp_path)
    page = await upload(office, "台账.xlsx", body)
    again = await upload(office, "台账.xlsx", body)
    assert "已导入" in await confirm(office, page)
    assert "已经失效" in await confirm(office, page)
    assert "又有变化" in await confirm(office, again)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("台账.xlsx", b"no spreadsheet"),
        ("台账.xlsx", b"PK\x03\x04broken"),
        ("登记表.json", b"{"),
        ("登记表.json", b"[1]"),
        ("登记表.json", b'{"units": [{"id": 1}]}'),
        ("登记表.json", b'{"projects": [{"id": "p", "name": "x", "lead_unit": "nobody"}]}'),
        ("登记表.json", b"[" * 100_000),
        ("台账.xlsx", b""),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(
    office: aiohttp.ClientSession, name: str, body: bytes
) -> None:
    before = await load_registry()
    page = await upload(office, name, body, 422)
    told = re.search(r'role="alert">([^<]+)<', page)
    assert told
    assert re.search("[一-鿿]", told[1])
    assert await load_registry() == before


async def test_a_huge_file_is_refused_while_it_is_read(office: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData()
    form.add_field("file", BytesIO(b"x" * (11 << 20)), filename="台账.xlsx")
    assert (await office.post("/plan", data=form)).status == 413


async def test_the_blank_ledger_is_read_back(office: aiohttp.ClientSession) -> None:
    answer = await office.get("/plan/template.xlsx")
    assert answer.status == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    page = await upload(office, "项目计划.xlsx", await answer.read())
    assert "没有找到表头" not in page


async def test_what_is_exported_comes_back_unchanged(office: aiohttp.ClientSession) -> None:
    known = await load_registry()
    rows = [PlanProjectRow(name=each.name, category=each.category, town=each.town) for each in known.projects.values()]
    assert "没有要改的" in await upload(office, "导出.xlsx", write_plan(rows))
