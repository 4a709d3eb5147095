"""The first minute of somebody who has just opened the simulated group."""

from playwright.async_api import Page, expect

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
          const names = [...document.querySelectorAll('#happened li button')].map((each) => each.textContent);
          return scene.people.filter((each) => names.includes(each.name)).map((each) => each.unit);
        }"""
    )
    assert units
    assert set(units) == set(missing)
    await page.locator("#happened li button").first.click()
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
    await page.wait_for_function("document.getElementById('picture').naturalWidth > 600")
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
        await page.wait_for_function(f"document.querySelectorAll('{BUBBLES}').length > {before}")
