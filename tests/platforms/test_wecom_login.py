"""Signing in to the office's pages by WeChat Work: who may, what they see, and everything that must not work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

from actions.district import enter, enter_accounts
from bot.platforms.wecom.login import Login
from bot.platforms.wecom.settings import Settings
from models.calendar import WorkCalendar
from models.people import Identity, Person, person_at
from models.policy import Policy, WeeklySettings
from models.registry import read_registry
from pages.access import Access
from pages.door import ATTEMPT_COOKIE, SESSION_COOKIE
from pages.routes import Desk, make_app
from pages.session import Sessions
from tests.bot.conftest import DISTRICT, START
from tests.wire.dingtalk.faults import answer
from tests.wire.wecom.kit import Kit, playing

OFFICE, LEADER, LIAISON = "wangfang", "lijianguo", "zhangwei"
INSIDE = {"User-Agent": "Mozilla/5.0 wxwork/5.0.8 MicroMessenger/7.0.1"}


@dataclass
class House:
    kit: Kit
    http: aiohttp.ClientSession
    sessions: Sessions
    base: str
    now: list[object]

    async def sign_in(self, user: str, **headers: str) -> tuple[int, str]:
        """From the button to wherever it ends."""
        self.kit.world.signing_in = {"userid": user}
        async with self.http.get("/login/platform", headers=headers) as response:
            return response.status, await response.text()

    async def status(self, path: str) -> int:
        async with self.http.get(path, allow_redirects=False) as response:
            return response.status

    async def begun(self) -> tuple[str, URL]:
        """An attempt that has gone to the platform and not come back: its state, and where it went."""
        async with self.http.get("/login/platform", allow_redirects=False) as response:
            place = URL(response.headers["Location"])
            return place.query["state"], place

    async def back(self, **query: str) -> int:
        async with self.http.get("/login/platform/back", params=query, allow_redirects=False) as response:
            return response.status

    def code(self, **who: str) -> str:
        self.kit.world.login_codes["code"] = (who, self.kit.world.now() + 300)
        return "code"


@pytest.fixture
async def house(store: str) -> AsyncIterator[House]:
    registry = read_registry(DISTRICT)
    await enter(registry)
    await enter_accounts(registry, "wecom")
    async with opened() as house:
        yield house


@asynccontextmanager
async def opened() -> AsyncIterator[House]:
    now = [START]
    runner = None
    async with playing(hearing=False) as kit:
        sessions = Sessions(b"key", lambda: now[0])
        access = Access("127.0.0.1", sessions=sessions)
        desk = Desk(lambda: now[0], Policy(), WeeklySettings(), WorkCalendar(), access)
        runner = web.AppRunner(make_app(desk), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        ours = kit.platform._settings
        settings = Settings(
            corp_id=ours.corp_id, agent_id=ours.agent_id, app_secret=ours.app_secret, api=ours.api, socket=ours.socket,
            login=ours.login, authorize=ours.authorize, address=base,
        )  # fmt: skip
        access.door = Login(kit.platform.app_api, settings)
        async with aiohttp.ClientSession(base, cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
            yield House(kit, http, sessions, base, now)
        await runner.cleanup()


@pytest.mark.parametrize("headers", [{}, INSIDE])
async def test_the_office_signs_in_and_sees_everything(house: House, headers: dict[str, str]) -> None:
    assert await house.status("/overview") == 303
    status, page = await house.sign_in(OFFICE, **headers)
    assert (status, "项目总览" in page) == (200, True)
    for path in ("/overview", "/letters", "/plan", "/status"):
        assert await house.status(path) == 200, path


async def test_inside_the_client_nothing_is_pressed(house: House) -> None:
    house.kit.world.signing_in = {"userid": OFFICE}
    async with house.http.get("/overview", headers=INSIDE) as response:
        assert (response.status, response.url.path) == (200, "/overview")


async def test_a_leader_sees_where_things_stand_and_not_how_the_office_works(house: House) -> None:
    status, _ = await house.sign_in(LEADER)
    assert status == 200
    assert await house.status("/project/p1") in (200, 404)
    for path in ("/letters", "/plan", "/status"):
        assert await house.status(path) == 401, path
    async with house.http.post("/plan/confirm", data={"offer": "x"}) as response:
        assert response.status == 401


@pytest.mark.parametrize("user", [LIAISON, "a-stranger", "ww123/zhangsan"])
async def test_others_are_told_why_not(house: House, user: str) -> None:
    status, page = await house.sign_in(user)
    assert status == 403
    assert {LIAISON: "供办公室", "a-stranger": "还没有登记", "ww123/zhangsan": "不是本单位成员"}[user] in page
    assert await house.status("/overview") == 303


async def test_the_letters_of_an_account_may_be_large_or_small(house: House) -> None:
    status, _ = await house.sign_in(OFFICE.upper())
    assert status == 200
    await Identity.create(person_id=LIAISON, platform="dingtalk", address="abc")
    assert await person_at("dingtalk", "ABC") is None  # there it is another account


async def test_a_guest_is_no_member(house: House) -> None:
    state, _ = await house.begun()
    assert await house.back(state=state, code=house.code(openid="o123")) == 403


# -- what must not work -----------------------------------------------------------------------------------


async def test_a_state_is_good_once_and_in_its_own_browser(house: House) -> None:
    state, _ = await house.begun()
    jar = list(house.http.cookie_jar)
    attempt = next(each.value for each in jar if each.key == ATTEMPT_COOKIE)
    house.http.cookie_jar.clear()
    assert await house.back(state=state, code=house.code(userid=OFFICE)) == 403  # another browser
    cookies = {ATTEMPT_COOKIE: attempt}
    path = f"/login/platform/back?state={state}&code={house.code(userid=OFFICE)}"
    async with aiohttp.ClientSession(house.base, cookies=cookies, cookie_jar=aiohttp.CookieJar(unsafe=True)) as own:
        async with own.get(path, allow_redirects=False) as response:
            assert response.status == 303
        house.code(userid=OFFICE)
        async with own.get(path, allow_redirects=False, cookies=cookies) as response:
            assert response.status == 403  # the same state again


async def test_an_attempt_does_not_last(house: House) -> None:
    state, _ = await house.begun()
    house.now[0] = START + timedelta(minutes=11)
    assert await house.back(state=state, code=house.code(userid=OFFICE)) == 403


@pytest.mark.parametrize("query", [{}, {"state": ""}, {"state": "x" * 32}, {"state": "\ud7ff汉字"}])
async def test_a_state_that_is_not_ours_is_refused(house: House, query: dict[str, str]) -> None:
    await house.begun()
    assert await house.back(code=house.code(userid=OFFICE), **query) == 403
    assert house.kit.world.calls["/cgi-bin/auth/getuserinfo"] == 0  # nobody is even asked


async def test_a_code_is_good_once(house: House) -> None:
    code = house.code(userid=OFFICE)
    for status in (303, 403):
        state, _ = await house.begun()
        assert await house.back(state=state, code=code) == status


@pytest.mark.parametrize("code", ["", "c" * 513])
async def test_without_a_code_nobody_comes_in(house: House, code: str) -> None:
    state, _ = await house.begun()
    assert await house.back(state=state, code=code) == 403
    assert house.kit.world.calls["/cgi-bin/auth/getuserinfo"] == 0


async def test_a_platform_that_does_not_answer_lets_nobody_in(house: House) -> None:
    state, _ = await house.begun()
    house.kit.wecom.fault("/cgi-bin/auth/getuserinfo", answer(500))
    assert await house.back(state=state, code=house.code(userid=OFFICE)) == 403


async def test_the_way_out_leads_to_the_configured_hosts_alone(house: House) -> None:
    _, place = await house.begun()
    assert str(place.origin()) == house.kit.wecom.base
    async with house.http.get("/login/platform", headers={"Host": "evil.example"}, allow_redirects=False) as response:
        there = URL(response.headers["Location"])
        assert (str(there.origin()), there.query["redirect_uri"]) == (
            house.kit.wecom.base,
            f"{house.base}/login/platform/back",
        )


async def test_the_cookies_are_for_the_browser_alone(house: House) -> None:
    await house.sign_in(OFFICE)
    (cookie,) = [each for each in house.http.cookie_jar if each.key == SESSION_COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert OFFICE not in cookie.value.rpartition(".")[2]


@pytest.mark.parametrize("spoil", ["", "signature", "person", "old", "role", "gone", "attempt"])
async def test_a_session_ends_with_its_time_or_its_role_and_cannot_be_made(house: House, spoil: str) -> None:
    cookie = house.sessions.issue(OFFICE)
    text, _, signature = cookie.rpartition(".")
    if spoil == "signature":
        cookie = f"{text}.{'0' * len(signature)}"
    elif spoil == "person":
        cookie = f"{house.sessions.issue(LEADER).rpartition('.')[0]}.{signature}"
    elif spoil == "old":
        house.now[0] = START + timedelta(hours=13)
    elif spoil == "role":
        await Person.filter(id=OFFICE).update(role="liaison")
    elif spoil == "gone":
        await Person.filter(id=OFFICE).update(active=False)
    elif spoil == "attempt":
        cookie = house.sessions.begin()[1]
    async with (
        aiohttp.ClientSession(house.base, headers={"Cookie": f"{SESSION_COOKIE}={cookie}"}) as http,
        http.get("/letters", allow_redirects=False) as response,
    ):
        assert response.status == (303 if spoil else 200)


async def test_signing_out_forgets(house: House) -> None:
    await house.sign_in(OFFICE)
    async with house.http.post("/login/leave", allow_redirects=False) as response:
        assert response.status == 303
    assert await house.status("/letters") == 303
