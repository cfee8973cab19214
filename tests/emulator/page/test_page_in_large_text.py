"""With text at 200% on a small screen everything on the page can be read and pressed (S1)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from browser_side import SIDES, Onlooker, needs_chromium, onlooker, playwright
from page_story import URDU, Story, told

pytestmark = needs_chromium
expect = playwright.expect

LINES = "\n".join(f"{URDU} Line {n} of a long message" for n in range(1, 9))
CUT = """() => [...document.querySelectorAll(
        "h1, .who *, .bar, .bar > *, .about > *, .newer, .keys button, .row > *, .start, .foot")]
    .filter((e) => e.offsetParent && !e.matches("select, select *, .hidden, .panel, .panel *")
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
        && getComputedStyle(e).display !== "inline" && !e.querySelector(".panel:not([hidden])"))
    .map((e) => `${e.tagName}.${e.className} ${e.textContent.slice(0, 30)}`)"""
BROKEN_WORD = """e => { const text = document.createRange(); const node = e.firstChild;
    return [...node.data.matchAll(/\\S+/g)].some((word) => {
        text.setStart(node, word.index); text.setEnd(node, word.index + word[0].length);
        return text.getClientRects().length > 1; }); }"""


@pytest.fixture
async def story() -> AsyncIterator[Story]:
    async with told() as story:
        yield story


async def in_large_text(visitor: Onlooker, story: Story) -> None:
    """A long chat, read further up, with new messages and a keyboard below it."""
    await visitor.page.evaluate("document.documentElement.style.fontSize = '200%'")
    here = {"chat_id": story.resident.user_id}
    for number in range(3):
        await story.bot.do("sendMessage", **here, text=f"{LINES}\n{number}")
    await visitor.sees("resident", f"{LINES[-10:]}\n2")
    await visitor.log("resident").evaluate("e => { e.scrollTop = 40; }")
    await visitor.page.wait_for_timeout(100)
    place = [{"text": "Share where I am", "request_location": True}]
    keys = {"keyboard": [place, [{"text": "جی ہاں"}, {"text": "نہیں"}]]}
    await story.bot.do("sendMessage", **here, text="The newest of all", reply_markup=keys)
    await expect(visitor.button("resident", "New messages")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (1024, 700)])
async def test_no_title_and_no_button_is_cut(story: Story, width: int, height: int) -> None:
    address = f"{story.url}/?resident={story.resident.user_id}"
    async with onlooker(address, width=width, height=height) as visitor:
        await in_large_text(visitor, story)
        assert await visitor.page.evaluate(CUT) == []
        for name in [visitor.page.locator("h1"), visitor.seat("board").locator(".about .bot")]:
            assert not await name.evaluate(BROKEN_WORD)
        for side in SIDES:
            send = visitor.button(side, "Send")
            await send.scroll_into_view_if_needed()
            await expect(send).to_be_in_viewport(ratio=1)
        await visitor.button("resident", "New messages").click()
        await expect(visitor.log("resident").get_by_text("The newest of all")).to_be_in_viewport()


@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_axe_finds_nothing_wrong_in_large_text_with_a_menu_open(
    story: Story, colours: str
) -> None:
    address = f"{story.url}/?resident={story.resident.user_id}"
    async with onlooker(address, width=390, height=844, colours=colours) as visitor:
        await in_large_text(visitor, story)
        for side, button in [("resident", ".offer"), ("board", ".attach"), ("officer", ".about")]:
            await visitor.seat(side).locator(button).click()
            found = await Axe().run(visitor.page)
            assert found.violations_count == 0, found.generate_report()
