"""A chat on the page stays at its newest message, and its phone within the window (S1)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from browser_side import SIDES, Onlooker, needs_chromium, onlooker, playwright
from page_story import Story, sends_photo, told

pytestmark = needs_chromium
expect = playwright.expect

LINES = "\n".join(f"Line {n} of a message that is longer than three lines" for n in range(1, 9))
FROM_THE_END = "e => e.scrollHeight - e.scrollTop - e.clientHeight"
CLIPPED = """e => { e.scrollIntoView({ block: "nearest", behavior: "instant" });
    const { top, right, bottom, left } = e.getBoundingClientRect();
    return top < -1 || left < -1 || bottom > innerHeight + 1 || right > innerWidth + 1; }"""


@pytest.fixture
async def story() -> AsyncIterator[Story]:
    async with told() as story:
        yield story


@pytest.fixture
async def visitor(story: Story) -> AsyncIterator[Onlooker]:
    address = f"{story.url}/?resident={story.resident.user_id}"
    async with onlooker(address, width=1024, height=700) as visitor:
        yield visitor
        assert visitor.complaints == []


async def says(story: Story, text: str, **more: object) -> int:
    sent = await story.bot.do("sendMessage", chat_id=story.resident.user_id, text=text, **more)
    found: int = sent["message_id"]
    return found


async def is_at_its_end(visitor: Onlooker) -> bool:
    await visitor.page.wait_for_timeout(150)
    return bool(await visitor.log("resident").evaluate(FROM_THE_END) < 2)


async def test_the_buttons_under_a_long_message_stay_in_sight(
    visitor: Onlooker, story: Story
) -> None:
    """S1: Preview and Send were out of view after a message over three lines."""
    for number in range(6):
        await says(story, f"{LINES}\n{number}")
    rows = {"inline_keyboard": [[{"text": "Send it", "callback_data": "send"}]]}
    last = await says(story, f"{LINES}\nIs this right?", reply_markup=rows)
    await expect(visitor.button("resident", "Send it")).to_be_in_viewport()
    here = {"chat_id": story.resident.user_id, "message_id": last}
    await story.bot.do("editMessageText", **here, text=f"{LINES}\n{LINES}", reply_markup=rows)
    await visitor.sees("resident", LINES[-20:] + "\n" + LINES[:10])
    await expect(visitor.button("resident", "Send it")).to_be_in_viewport()
    assert await is_at_its_end(visitor)


async def test_a_keyboard_a_picture_and_another_window_size_move_nothing_out_of_sight(
    visitor: Onlooker, story: Story
) -> None:
    """S1: the end moves as well when the chat's own size or a picture's changes."""
    await says(story, LINES)
    keys = {"keyboard": [[{"text": "Share where I am", "request_location": True}]] * 3}
    await says(story, f"{LINES}\nWhere?", reply_markup=keys)
    await expect(visitor.button("resident", "Share where I am")).to_be_visible()
    assert await is_at_its_end(visitor)
    await sends_photo(story, story.resident, "A picture of the lamps")
    await visitor.sees("resident", "A picture of the lamps")
    assert await is_at_its_end(visitor)
    await visitor.page.set_viewport_size({"width": 390, "height": 600})
    assert await is_at_its_end(visitor)


async def test_somebody_who_reads_further_up_stays_there_and_is_offered_the_newest(
    visitor: Onlooker, story: Story
) -> None:
    """S1: a button "New messages" leads back; one's own message does too."""
    for number in range(6):
        await says(story, f"{LINES}\n{number}")
    await visitor.sees("resident", f"{LINES[-10:]}\n5")
    log, newer = visitor.log("resident"), visitor.button("resident", "New messages")
    await log.evaluate("e => { e.scrollTop = 40; }")
    await visitor.page.wait_for_timeout(100)
    await says(story, "The newest of all")
    await expect(newer).to_be_visible()
    assert await log.evaluate("e => e.scrollTop") == 40
    await newer.click()
    await expect(newer).to_be_hidden()
    await expect(log).to_be_focused()
    assert await is_at_its_end(visitor)
    await log.evaluate("e => { e.scrollTop = 40; }")
    await visitor.page.wait_for_timeout(100)
    await visitor.seat("resident").get_by_role("textbox", name="Message").fill("Hello")
    await visitor.button("resident", "Send").click()
    await visitor.sees("resident", "Hello")
    assert await is_at_its_end(visitor)


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1440, 900), (390, 844), (320, 640)])
async def test_a_phone_fits_into_the_window(story: Story, width: int, height: int) -> None:
    address = f"{story.url}/?resident={story.resident.user_id}"
    async with onlooker(address, width=width, height=height) as visitor:
        for side in SIDES:
            phone = visitor.seat(side).locator(".phone")
            assert not await phone.evaluate(CLIPPED)
            name = phone.locator(".about .bot")
            assert await name.evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("width", [390, 1280])
async def test_the_map_has_names_where_there_is_room_and_the_table_always(
    story: Story, width: int
) -> None:
    async with onlooker(story.url, width=width) as visitor:
        drawing = visitor.page.locator("#crowd svg")
        names = drawing.locator(".name")
        assert await names.count() == 8
        await expect(names.first).to_be_visible(visible=width == 1280)
        await expect(visitor.page.locator(".credit")).to_contain_text("Contains OS data")
        assert await drawing.locator(".ward path").count() == 1
        assert await drawing.locator(".around").count() == 1
        assert await visitor.page.locator("#crowd tbody tr").count() == 8
