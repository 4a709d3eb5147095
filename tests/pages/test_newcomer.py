"""The first minute of somebody who has just opened the simulated group."""

from playwright.async_api import Page, expect

from actions.sample import kept_clock
from bot.browser import open_site
from bot.config import build_config
from bot.group import STORY
from models.calendar import utc
from models.chat import Chat
from models.mailbox import Outbox, Reply
from models.vocabulary import LetterKind, Why
from tests.pages.conftest import WIDTH

BUBBLES = "#log .message"


async def counts(page: Page) -> dict[str, int]:
    """The board's three numbers as they are shown."""
    return {
        color: int(await page.locator(f"#panel-colors .counts .{color} b").inner_text())
        for color in ("red", "yellow", "green")
    }


async def week(page: Page) -> dict:
    """How this week's reports stand, as the server knows it."""
    return await page.evaluate("fetch('/board').then((answer) => answer.json()).then((board) => board.week)")


async def test_the_story_is_there_when_the_page_opens(open_page) -> None:
    page = await open_page()
    await expect(page.locator("#chatname")).to_have_text("重点项目调度群")
    assert await page.locator(BUBBLES).count() > 20
    assert await page.locator(f"{BUBBLES}.bot").count() > 10
    shown = await counts(page)
    assert all(shown.values()), "a newcomer sees all three colours"
    assert await page.locator("#panel-colors .projects li").count() == sum(shown.values())
    assert await page.locator("#log .bubble.picture").count() >= 1, "a board was published before"
    await expect(page.locator("#daykind")).to_have_text("工作日")


async def test_a_report_is_understood_and_changes_the_board(open_page) -> None:
    page = await open_page()
    before = await counts(page)
    await page.click("#guide li:nth-child(1) button")
    await expect(page.locator("#text")).not_to_have_value("")
    words = await page.locator("#text").input_value()
    await page.keyboard.press("Enter")
    mine = page.locator(f"{BUBBLES}.mine").last
    await expect(mine).to_contain_text(words)
    await expect(page.locator(f"{BUBBLES}.bot").last).to_contain_text("已登记")
    await expect(page.locator("#panel-colors .counts .green b")).to_have_text(str(before["green"] + 1))
    await expect(page.locator("#guide li.done")).to_have_count(1)
    assert await page.locator("#text").input_value() == ""


async def test_a_leader_is_answered(open_page) -> None:
    page = await open_page()
    await page.click("#guide li:nth-child(2) button")
    await expect(page.locator("#text")).not_to_have_value("")
    await page.fill("#text", "现在有几个红灯")
    await page.click("#send")
    await expect(page.locator(f"{BUBBLES}.bot").last).to_contain_text(f"严重滞后{(await counts(page))['red']}项")


async def test_friday_asks_only_who_has_not_reported(open_page) -> None:
    page = await open_page()
    missing = (await week(page))["missing"]
    await page.click("[data-move=friday]")
    await expect(page.locator("#happened")).to_contain_text("催报")
    await expect(page.locator("#hour")).to_have_text("09:30")
    units = await page.evaluate(
        """async () => {
          const scene = await (await fetch('/api/scene')).json();
          const calls = [...document.querySelectorAll('#happened li')].filter((each) => each.textContent.includes('催报'));
          const names = calls.flatMap((each) => [...each.querySelectorAll('button')]).map((each) => each.textContent);
          return scene.people.filter((each) => names.includes(each.name)).map((each) => each.unit);
        }"""
    )
    assert units
    assert set(units) == set(missing)
    await page.locator("#happened li", has_text="催报").locator("button").first.click()
    await expect(page.locator("#chatname")).to_have_text("三色助手")
    await expect(page.locator(f"{BUBBLES}.bot").last).to_contain_text("11:30截止")
    await expect(page.locator(f"{BUBBLES}.bot").last.locator(".tag")).to_have_text("催报")


async def test_whoever_was_asked_sees_it_as_unread(open_page) -> None:
    page = await open_page()
    await page.click("[data-move=friday]")
    await expect(page.locator("#happened")).to_contain_text("催报")
    await page.select_option("#me", await page.locator("#me option", has_text="新私聊").first.get_attribute("value"))
    await expect(page.locator("#chats .badge")).to_have_text("1")
    await page.locator("#chats button").nth(1).click()
    await expect(page.locator("#chats .badge")).to_have_count(0)


async def test_the_board_is_published_and_can_be_enlarged(open_page) -> None:
    page = await open_page()
    pictures = await page.locator("#log .bubble.picture").count()
    await page.click("#guide li:nth-child(4) button")
    await expect(page.locator("#log .bubble.picture")).to_have_count(pictures + 1, timeout=20_000)
    await page.locator("#log .bubble.picture button").last.click()
    await expect(page.locator("#viewer")).to_be_visible()
    assert await page.locator("#picture img").first.evaluate(WIDTH) > 600
    await page.keyboard.press("Escape")
    await expect(page.locator("#viewer")).to_be_hidden()
    await expect(page.locator("#guide li.done")).to_have_count(2)


async def test_a_second_window_sees_what_is_said_in_the_first(open_page) -> None:
    first, second = await open_page(), await open_page()
    await first.fill("#text", "谁还没报")
    await first.press("#text", "Enter")
    await expect(second.locator(BUBBLES, has_text="谁还没报").last).to_be_visible()


async def test_a_message_can_be_quoted(open_page) -> None:
    page = await open_page()
    await page.locator(f"{BUBBLES}.bot .bubble").last.click()
    await expect(page.locator("#quote")).to_be_visible()
    await page.fill("#text", "依据呢")
    await page.press("#text", "Enter")
    await expect(page.locator(f"{BUBBLES}.mine .quoted").last).to_be_visible()


async def test_earlier_messages_can_be_looked_up(open_page) -> None:
    page = await open_page()
    await page.evaluate("document.querySelector('#log').scrollTop = 0")
    older = page.locator(".older")
    if await older.count():
        before = await page.locator(BUBBLES).count()
        await older.click()
        await expect(page.locator(BUBBLES).nth(before)).to_be_attached()


async def test_messages_look_as_in_a_chat(site: str, open_page) -> None:
    group = await Chat.get(platform="browser", kind="group")
    moment = await kept_clock()
    markdown = "## 本周小结\n> 引用的话\n- **滨溪大道** 已取得\n普通一行 <b>不是标记</b>"
    await Outbox.put("m", Reply(markdown, LetterKind.MARKDOWN, Why.OFFICE), moment, chat=group)
    await Outbox.put(
        "f", Reply("请查收", LetterKind.FILE, name="台账.xlsx", body=b"PK", mentions=("jiangtao",)), moment, chat=group
    )
    await Outbox.filter(key__in=["m", "f"]).update(delivered_at=utc(moment))
    page = await open_page()
    last = page.locator(f"{BUBBLES}.bot .bubble")
    await expect(last.nth(-2).locator(".md-heading")).to_have_text("本周小结")
    await expect(last.nth(-2).locator(".md-quote")).to_have_text("引用的话")
    await expect(last.nth(-2).locator("b")).to_have_text("滨溪大道")
    await expect(last.nth(-2)).to_contain_text("<b>不是标记</b>")
    await expect(last.last.locator(".at")).to_have_text("@江涛")
    async with page.expect_download() as saved:
        await last.last.locator("a", has_text="台账.xlsx").click()
    assert (await saved.value).suggested_filename == "台账.xlsx"


async def test_the_board_can_be_seen_as_a_picture_at_any_time(open_page) -> None:
    page = await open_page()
    await page.click("#seepicture")
    assert await page.locator("#picture img").first.evaluate(WIDTH) > 600


async def test_an_empty_office_is_told_where_to_begin(browser, tmp_path) -> None:
    config = build_config(
        {"store": {"url": f"sqlite://{tmp_path}/own.sqlite3"}, "server": {"port": 0}, "browser": {"sample": False}}
    )
    async with open_site(config) as address:
        page = await (await browser.new_context()).new_page()
        await page.goto(address)
        await expect(page.locator("#empty")).to_be_visible()
        await page.goto(f"{address}/plan")
        await page.set_input_files("#file", STORY.with_name("district.json"))
        await page.click("button.primary")
        await page.click("button.primary")
        await page.goto(address)
        await expect(page.locator("#me option")).to_have_count(21)
        await page.fill("#text", "你能做什么")
        await page.press("#text", "Enter")
        await expect(page.locator(f"{BUBBLES}.bot").last).to_contain_text("我可以")
