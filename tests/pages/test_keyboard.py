"""Without a mouse, and for those who listen to the page: focus, names, contrast."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.pages.conftest import DESK, OFFICE, PHONE

ORDER = ["a.skip", "a.brand", "#next", "#me", "#chats li:first-child button", "#log", "#text", "#send", "#tab-colors"]
NAMELESS = """() => [...document.querySelectorAll('button, a[href], input, select, textarea, img, [role=img]')]
  .filter((each) => each.checkVisibility())
  .filter((each) => !(each.getAttribute('aria-label') || each.textContent.trim() || each.alt || each.labels?.length
      || (each.tagName === 'IMG' && each.getAttribute('alt') === '') || each.type === 'hidden'))
  .map((each) => each.outerHTML)"""
FAINT = """() => {
  const parse = (words) => { const n = words.match(/[\\d.]+/g).map(Number); return [n[0], n[1], n[2], n[3] ?? 1]; };
  const light = ([r, g, b]) => { const c = [r, g, b].map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * c[0] + .7152 * c[1] + .0722 * c[2]; };
  const over = (top, under) => [0, 1, 2].map((k) => top[k] * top[3] + under[k] * (1 - top[3]));
  const ground = (node) => {
    const layers = [];
    for (let each = node; each; each = each.parentElement) { const c = parse(getComputedStyle(each).backgroundColor); layers.push(c); if (c[3] === 1) break; }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !node.checkVisibility() || node.closest('script, style, noscript, .sr, .skip, option, optgroup, :disabled')) continue;
    const style = getComputedStyle(node), under = ground(node), ink = over(parse(style.color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${node.className || node.tagName} ${walker.currentNode.textContent.trim().slice(0, 20)}`);
  }
  return [...new Set(found)];
}"""


async def focus_order(page: Page, most: int = 80) -> list[str]:
    """The places that Tab reaches, by the selectors that we know."""
    met: list[str] = []
    for _ in range(most):
        await page.keyboard.press("Tab")
        for selector in ORDER:
            if selector not in met and await page.evaluate("(s) => document.activeElement.matches(s)", selector):
                met.append(selector)
    return met


async def test_tab_walks_the_page_in_reading_order(open_page) -> None:
    page = await open_page()
    assert await focus_order(page) == ORDER


async def test_a_whole_conversation_without_a_mouse(open_page) -> None:
    page = await open_page()
    await page.focus("#me")
    await page.keyboard.press("End")
    await expect(page.locator("#me")).to_have_value("hezhigang")
    await expect(page.locator("#text")).to_have_attribute("placeholder", re.compile("何志刚"))
    await page.focus("#text")
    await page.keyboard.type("第一行")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("第二行")
    assert await page.locator("#text").input_value() == "第一行\n第二行"
    await page.fill("#text", "现在有几个红灯")
    await page.keyboard.press("Enter")
    await expect(page.locator("#log .message.mine").last).to_contain_text("现在有几个红灯")
    await expect(page.locator("#log .message.bot").last).to_contain_text("严重滞后")
    await expect(page.locator("#send")).to_be_enabled()
    await expect(page.locator("#text")).to_be_focused()
    await page.focus("#log")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowUp")
    await expect(page.locator("#log .message.mine").last).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.locator("#quote")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#quote")).to_be_hidden()
    await page.focus("#next")
    await page.keyboard.press("Enter")
    await expect(page.locator("#happened")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#happened")).to_be_hidden()


async def test_enter_that_chooses_a_chinese_word_does_not_send(open_page) -> None:
    page = await open_page()
    before = await page.locator("#log .message").count()
    await page.fill("#text", "北")
    await page.evaluate(
        "document.getElementById('text').dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    await page.wait_for_timeout(200)
    assert await page.locator("#text").input_value() == "北"
    assert await page.locator("#log .message").count() == before


async def test_arrows_change_the_panel(open_page) -> None:
    page = await open_page()
    await page.focus("#tab-colors")
    await page.keyboard.press("ArrowRight")
    await expect(page.locator("#panel-problems")).to_be_visible()
    await expect(page.locator("#tab-problems")).to_be_focused()
    await expect(page.locator("#panel-colors")).to_be_hidden()
    await page.keyboard.press("ArrowRight")
    await expect(page.locator("#panel-week")).to_contain_text("已反馈")


async def test_new_messages_are_announced(open_page) -> None:
    page = await open_page()
    log = page.locator("#log")
    assert (await log.get_attribute("role"), await log.get_attribute("aria-live")) == ("log", "polite")
    kept = await page.evaluate("document.querySelector('#log .message').dataset.kept = 'yes'")
    await page.fill("#text", "谁还没报")
    await page.press("#text", "Enter")
    await expect(page.locator("#log .message.mine").last).to_contain_text("谁还没报")
    assert await page.evaluate("document.querySelector('#log .message').dataset.kept") == kept, "nothing is drawn anew"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
async def test_everything_has_a_name_and_can_be_read(open_page, site: str, size: dict) -> None:
    page = await open_page("/", size)
    for view in ("chats", "side", "chat"):
        if size is PHONE:
            await page.click(f".bottom [data-view={view}]")
        await _is_plain(page)
    for path in OFFICE:
        await page.goto(site + path)
        await _is_plain(page)


async def _is_plain(page: Page) -> None:
    assert await page.evaluate(NAMELESS) == [], page.url
    assert await page.evaluate(FAINT) == [], page.url
    assert await page.evaluate("document.documentElement.lang") == "zh-CN"
    assert await page.locator("h1").count() == 1


async def test_faint_type_would_be_noticed(open_page) -> None:
    page = await open_page("/status")
    await page.evaluate("document.querySelector('h1').style.color = '#aaa'")
    assert len(await page.evaluate(FAINT)) == 1
    await page.evaluate("document.body.append(document.createElement('button'))")
    assert len(await page.evaluate(NAMELESS)) == 1
