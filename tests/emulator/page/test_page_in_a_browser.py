"""The page with three phones and the crowd, in a real Chromium, with the hand and with the keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from browser_side import SIDES, Onlooker, needs_chromium, onlooker, playwright
from made_pictures import png
from page_story import ABOUT, QUESTION, URDU, Story, told

from emulator import recording

pytestmark = needs_chromium
expect = playwright.expect

TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
        || (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
            && !e.matches(".hidden, .hidden *, select, svg *")))
    .map((e) => `${e.tagName}.${e.className}`)"""
GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(238, 241, 236)", "rgb(15, 21, 19)"


@pytest.fixture
async def story() -> AsyncIterator[Story]:
    async with told() as story:
        yield story


@pytest.fixture
async def visitor(story: Story) -> AsyncIterator[Onlooker]:
    """Looks at Amina's phone, Sue's and Tom's; leaves with nothing to complain of."""
    async with onlooker(f"{story.url}/?resident={story.resident.user_id}") as visitor:
        yield visitor
        assert visitor.complaints == []


async def test_three_phones_show_three_people_and_a_tap_reaches_the_bot(
    visitor: Onlooker, story: Story
) -> None:
    await visitor.sees("resident", "How safe do you feel")
    await visitor.sees("board", "This is what people will get:")
    await visitor.sees("officer", "All responses.")
    await visitor.button("board", "Send to 143 people").click()
    await visitor.seat("officer").get_by_role("textbox", name="Message").fill("/results")
    await visitor.button("officer", "Send").click()
    await visitor.sees("officer", "/results")
    await asyncio.wait_for(_tapped(story, "send to 143 people"), 5)
    sent = story.member.last
    assert sent is not None
    here = {"chat_id": story.member.user_id, "message_id": sent.message_id}
    await story.bot.do("editMessageText", **here, text="Sent.")
    await visitor.sees("board", "Sent.")


async def test_a_newcomer_with_a_language_reads_about_the_bot_and_starts_it_by_keys_alone(
    visitor: Onlooker, story: Story
) -> None:
    keys, seat = visitor.page.keyboard, visitor.seat("resident")
    await seat.locator(".add").focus()
    await keys.press("Enter")
    await keys.type("Zofia")
    await keys.press("Tab")
    await keys.type("Polski")
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(visitor.log("resident")).to_contain_text("O planach w Twojej okolicy.")
    await expect(seat.locator(".person option:checked")).to_have_text("Zofia")
    await expect(seat.locator(".language")).to_have_value("pl")
    zofia = next(p for p in story.telegram.phones.values() if p.user.label == "Zofia")
    for _ in range(12):
        await keys.press("Tab")
        if await visitor.page.evaluate("document.activeElement.matches('.start')"):
            break
    assert await visitor.page.evaluate("document.activeElement.matches(':focus-visible')")
    await keys.press("Enter")
    await visitor.sees("resident", "/start")
    hello = {"inline_keyboard": [[{"text": "Tak", "callback_data": "yes"}]]}
    await story.bot.do("sendMessage", chat_id=zofia.user_id, text="Masz 13?", reply_markup=hello)
    await visitor.sees("resident", "Masz 13?")
    await visitor.log("resident").focus()
    await keys.press("Tab")
    await keys.press("Enter")
    await asyncio.wait_for(_tapped(story, "yes"), 5)


async def _tapped(story: Story, data: str) -> None:
    while True:
        for update in await story.bot.updates(timeout=2):
            if update.get("callback_query", {}).get("data") == data:
                return


async def test_the_menu_has_the_chats_own_commands_in_the_phones_language(
    visitor: Onlooker, story: Story
) -> None:
    keys, seat = visitor.page.keyboard, visitor.seat("board")
    await seat.locator(".offer").focus()
    await keys.press("ArrowDown")
    items = seat.get_by_role("menuitem")
    assert await items.count() == 3
    await expect(items.first).to_be_focused()
    await keys.press("End")
    await expect(items.last).to_contain_text("Write to your wards")
    await keys.press("Escape")
    await expect(seat.locator(".offer")).to_be_focused()
    await expect(seat.locator(".commands")).to_be_hidden()
    await visitor.seat("officer").locator(".language").select_option("pl")
    await visitor.seat("officer").locator(".offer").click()
    mine = visitor.seat("officer").get_by_role("menuitem", name="/mine Moje odpowiedzi")
    await mine.click()
    await visitor.sees("officer", "/mine")
    assert story.officer.language_code == "pl"


async def test_text_runs_its_own_way_and_the_profile_can_be_read(visitor: Onlooker) -> None:
    bubble = visitor.log("resident").locator(".bubble", has_text=URDU[:12])
    assert await bubble.evaluate("e => getComputedStyle(e).direction") == "rtl"
    english = visitor.log("resident").locator(".bubble", has_text="How safe")
    assert await english.evaluate("e => getComputedStyle(e).direction") == "ltr"
    button = visitor.button("resident", "جی ہاں")
    assert await button.evaluate("e => getComputedStyle(e).direction") == "rtl"
    await visitor.seat("resident").locator(".about").click()
    await expect(visitor.seat("resident").locator(".profile")).to_contain_text(ABOUT[-30:])


async def test_a_photo_and_a_document_open(visitor: Onlooker, story: Story) -> None:
    image = visitor.log("officer").get_by_role("img", name="Abbey: what 41 people said")
    assert await image.evaluate("e => [e.naturalWidth, e.naturalHeight]") == [640, 360]
    async with visitor.page.expect_popup() as opened:
        await image.click()
    shown = await (await opened.value).request.get((await opened.value).url)
    assert await shown.body() == png(640, 360)
    async with visitor.page.expect_download() as saved:
        await visitor.log("officer").get_by_role("link", name="responses.csv").click()
    assert (await saved.value).suggested_filename == "responses.csv"


async def test_a_place_is_shared_by_the_key_that_asks_for_it(
    visitor: Onlooker, story: Story
) -> None:
    where = {"keyboard": [[{"text": "Share where I am", "request_location": True}]]}
    await story.bot.do(
        "sendMessage", chat_id=story.resident.user_id, text="Where?", reply_markup=where
    )
    seat = visitor.seat("resident")
    await visitor.button("resident", "Share where I am").click()
    await seat.locator(".where select").select_option("Chesham")
    await visitor.button("resident", "Share this place").click()
    await visitor.sees("resident", "51.70600, -0.61200")
    await seat.locator(".attach").click()
    await seat.locator(".where select").select_option("Another point")
    await seat.get_by_label("Latitude").fill("51.5")
    await seat.get_by_label("Longitude").fill("-0.25")
    await visitor.button("resident", "Share this place").click()
    await visitor.sees("resident", "51.50000, -0.25000")
    points = [m.extra["location"] for m in story.resident.messages if "location" in m.extra]
    assert points[-1] == {"latitude": 51.5, "longitude": -0.25}


async def test_the_crowd_is_paused_hurried_and_counted(visitor: Onlooker, story: Story) -> None:
    panel = visitor.page.locator("#crowd")
    await panel.get_by_role("button", name="Pause the crowd").click()
    await expect(panel.get_by_role("status")).to_have_text("The crowd is paused.")
    assert story.crowd.paused
    await panel.get_by_role("radio", name="Fast").check()
    await panel.get_by_role("button", name="Resume the crowd").click()
    await expect(panel.get_by_role("status")).to_be_empty()
    assert (story.crowd.paused, story.crowd.speed) == (False, 4.0)
    story.crowd.speed = 20_000
    await expect(panel.locator("[data-count=begun]")).to_have_text("40")
    story.telegram.note_place("Iver", 7)
    await expect(panel.get_by_role("row", name="Iver 7")).to_be_visible()
    await expect(panel.locator("svg")).to_contain_text("Iver: 7")


async def test_before_there_is_a_phone_nothing_can_be_pressed(story: Story) -> None:
    story.member.user.side = None
    async with onlooker(story.url, waits_for=("resident", "officer")) as visitor:
        await expect(visitor.seat("board").locator(".nobody")).to_be_visible()
        await cannot_be_pressed(visitor, "board")
        await visitor.page.route("**/control/phones/*", lambda route: None)
        officer = visitor.seat("officer").locator(".person")
        await officer.evaluate("e => { e.dispatchEvent(new Event('change')); }")
        await cannot_be_pressed(visitor, "officer")
        await visitor.page.route("**/control/state", lambda route: None)
        await visitor.page.reload()
        await cannot_be_pressed(visitor, "resident")


async def cannot_be_pressed(visitor: Onlooker, side: str) -> None:
    for control in (".write input", ".write [type=submit]", ".start", ".language", ".block"):
        await expect(visitor.seat(side).locator(control)).to_be_disabled()


async def test_an_answer_overtaken_on_its_way_shows_no_older_phone(
    visitor: Onlooker, story: Story
) -> None:
    async with asyncio.timeout(8):
        await visitor.page.evaluate(
            """() => { const real = window.fetch;
                window.fetch = async (...given) => {
                    const answer = await real(...given);
                    const held = new Promise((go) => { window.letGo = go; });
                    if (given[0].endsWith("/type")) await held;
                    return answer;
                }; }"""
        )
        await visitor.seat("resident").get_by_role("textbox", name="Message").fill("Hello")
        await visitor.button("resident", "Send").click()
        await visitor.page.wait_for_function("() => window.letGo")
        await story.bot.do("sendMessage", chat_id=story.resident.user_id, text="Newest of all")
        await visitor.sees("resident", "Newest of all")
        await visitor.page.evaluate("window.letGo()")
        await visitor.page.wait_for_timeout(100)
        await visitor.sees("resident", "Newest of all")


async def test_the_chosen_colours_are_remembered(story: Story) -> None:
    async with onlooker(story.url, colours="dark") as visitor:
        page = visitor.page
        assert await page.evaluate(GROUND) == DARK
        await page.get_by_label("Colours").select_option("Light")
        assert await page.evaluate(GROUND) == LIGHT
        await page.reload()
        assert await page.evaluate(GROUND) == LIGHT
        await page.get_by_label("Colours").select_option("Same as this computer")
        assert await page.evaluate(GROUND) == DARK


@pytest.mark.parametrize(
    ("width", "height"), [(320, 640), (390, 844), (1024, 700), (1280, 780), (1920, 1080)]
)
@pytest.mark.parametrize("text", ["100%", "200%"])
async def test_nothing_is_wider_than_the_screen(
    story: Story, width: int, height: int, text: str
) -> None:
    address = f"{story.url}/?resident={story.resident.user_id}"
    async with onlooker(address, width=width, height=height) as visitor:
        await visitor.page.evaluate(f"document.documentElement.style.fontSize = '{text}'")
        await visitor.sees("board", "everybody who lives behind the old paper mill")
        await expect(visitor.page.locator("#crowd")).to_be_visible()
        assert await visitor.page.evaluate(TOO_WIDE) == []
        for side in SIDES:
            await visitor.seat(side).locator(".add").click()
            assert await visitor.page.evaluate(TOO_WIDE) == []


LINES_OF_HEADINGS = """[...document.querySelectorAll('#crowd thead th')].map(th => {
  const words = document.createRange();
  words.selectNodeContents(th);
  return new Set([...words.getClientRects()].map(line => line.top)).size;
})"""


@pytest.mark.parametrize("width", [320, 1024, 1280, 1920])
async def test_the_headings_of_the_crowd_s_table_are_whole_words(story: Story, width: int) -> None:
    async with onlooker(f"{story.url}/", width=width, height=800) as visitor:
        await expect(visitor.page.locator("#crowd tbody tr").first).to_be_visible()
        assert await visitor.page.evaluate(LINES_OF_HEADINGS) == [1, 1]


@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_axe_finds_nothing_wrong(story: Story, colours: str) -> None:
    story.telegram.cast(story.telegram.phone(first_name="Late"), "Late", "resident")
    address = f"{story.url}/?resident={story.resident.user_id}"
    async with onlooker(address, colours=colours) as visitor:
        await visitor.sees("resident", QUESTION[-20:])
        await finds_nothing(visitor)
        openings = [("board", ".offer"), ("resident", ".attach"), ("officer", ".about")]
        for side, button in [*openings, ("resident", ".add")]:
            await visitor.seat(side).locator(button).click()
            await finds_nothing(visitor)
        await visitor.pick("resident", "Late")
        await visitor.sees("resident", "It's free")
        await finds_nothing(visitor)
        story.crowd.pause()
        await expect(visitor.page.locator(".standing")).not_to_be_empty()
        await finds_nothing(visitor)


async def finds_nothing(visitor: Onlooker) -> None:
    found = await Axe().run(visitor.page)
    assert found.violations_count == 0, [
        (v["id"], [(n["html"], n["failureSummary"]) for n in v["nodes"]])
        for v in found.response["violations"]
    ]


async def test_a_sound_file_is_sent_as_a_voice_note_by_keys_alone(
    visitor: Onlooker, story: Story, tmp_path: Path
) -> None:
    file = tmp_path / "note.oga"
    file.write_bytes(recording(3))
    seat, keys = visitor.seat("resident"), visitor.page.keyboard
    await seat.get_by_role("button", name="Attach").focus()
    await keys.press("Enter")
    for _ in range(5):
        await keys.press("Tab")
        if await visitor.page.evaluate("document.activeElement.type === 'file'"):
            break
    chooser = seat.get_by_label("Send a sound file as a voice note")
    await expect(chooser).to_be_focused()
    await chooser.set_input_files(file)
    await visitor.sees("resident", "Voice message")
    sent = story.resident.messages[-1]
    assert sent.voice is not None
    assert sent.voice.content == recording(3)
    assert await seat.locator("audio").get_attribute("aria-label") == "Voice message"
