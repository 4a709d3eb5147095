"""On a phone's width: one column at a time, nothing cut off, everything within reach of a thumb."""

from playwright.async_api import expect

from tests.pages.conftest import OFFICE, PHONE, WIDTH

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


async def test_each_view_fits_and_can_be_reached(open_page) -> None:
    page = await open_page(size=PHONE, has_touch=True)
    for name, region in (("chats", ".chats"), ("side", ".side"), ("chat", ".chat")):
        await page.tap(f".bottom [data-view={name}]")
        await expect(page.locator(region)).to_be_visible()
        assert await page.locator(".columns > :visible").count() == 1
        assert await page.evaluate(OVERFLOW) <= 0
        assert await page.evaluate("document.body.scrollHeight <= innerHeight"), "the page itself does not scroll"


async def test_a_report_is_made_with_the_thumb(open_page) -> None:
    page = await open_page(size=PHONE, has_touch=True)
    await page.tap("#whoami")
    await page.select_option("#me", label="顾明晖 · 区政府办公室")
    await page.tap("#chats li:first-child button")
    await expect(page.locator("#whoami")).to_contain_text("顾明晖")
    await page.fill("#text", "谁还没报")
    await page.tap("#send")
    await expect(page.locator("#log .message.mine").last).to_contain_text("谁还没报")
    await expect(page.locator("#log .message.bot").last).to_be_in_viewport()


async def test_a_picture_fills_the_width(open_page) -> None:
    page = await open_page(size=PHONE, has_touch=True)
    await page.locator("#log .bubble.picture button").last.tap()
    assert await page.locator("#picture img").first.evaluate(WIDTH) > 600
    box = await page.locator("#picture img").bounding_box()
    assert box is not None
    assert box["width"] > 340
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


async def test_what_is_pressed_is_big_enough(open_page) -> None:
    page = await open_page(size=PHONE, has_touch=True)
    for selector in ("#next", "#send", "#whoami", ".bottom button", ".suggestions button", "#text"):
        box = await page.locator(selector).first.bounding_box()
        assert box is not None
        assert box["height"] >= 24, selector
        assert box["width"] >= 24, selector


async def test_the_offices_pages_fit(open_page, site: str) -> None:
    page = await open_page("/overview", PHONE)
    for path in OFFICE:
        await page.goto(site + path)
        assert await page.evaluate(OVERFLOW) <= 0, path
        await expect(page.locator("h1")).to_be_visible()
