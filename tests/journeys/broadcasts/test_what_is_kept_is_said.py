"""A message kept with "Later" is there, and no reply says that there is nothing."""

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

from engagement.staff.rights import Role

LAMPS = "The lamps behind the shops are on."
BENCHES = "Two benches are coming."
KEPT = "To go on with it: /send"


@pytest.fixture
async def author(hood: Neighbourhood) -> Person:
    """An author who kept one message for later, and is about to send another."""
    await hood.resident("Amina", "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY)
    for text in (LAMPS, BENCHES):
        await author.types("/send")
        await author.taps("All 2")
        await author.taps("Public Realm")
        await author.types(text)
        if text == LAMPS:
            await author.taps("Later")
    return author


@pytest.mark.parametrize("ends", ["Cancel", "Send to"])
async def test_a_late_tap_says_that_the_other_message_is_kept(author: Person, ends: str) -> None:
    """It said "There is nothing waiting to be sent"."""
    preview = author.phone.keyboard_message
    assert preview is not None
    await author.taps(ends)
    author.phone.tap_data(preview.message_id, "sc")
    await author.settles()
    assert author.toast == f"You aren't writing a message just now. Another is kept. {KEPT}"


async def test_cancelling_one_message_says_that_the_other_is_kept(author: Person) -> None:
    assert await author.taps("Cancel") == (
        f"Cancelled. Nothing was sent.\nYour other message is kept. {KEPT}"
    )


async def test_cancel_with_nothing_in_hand_says_what_is_kept(author: Person) -> None:
    await author.taps("Cancel")
    assert await author.types("/cancel") == (
        "There is nothing to cancel just now. Nothing has changed. To stop messages: /stop\n"
        f"Your message is kept. {KEPT}"
    )


async def test_without_anything_kept_nothing_is_said_to_be(hood: Neighbourhood) -> None:
    author = await hood.board_member(BOOKER, ABBEY)
    await author.types("/send")
    assert await author.taps("Cancel") == "Cancelled. Nothing was sent."
    assert "kept" not in await author.types("/cancel")


@pytest.mark.parametrize(
    ("command", "button", "then"),
    [
        ("/complaints", "Record what came of it", "Open complaints"),
        ("/requests", "Mark a request", "No request is open"),
    ],
)
async def test_cancel_ends_what_an_officer_was_just_asked_for(
    hood: Neighbourhood, amina: Person, command: str, button: str, then: str
) -> None:
    """It said that there was nothing to cancel, and the next words were taken for it."""
    officer = await hood.staff(Role.OFFICER)
    await amina.types("/complain The page is slow")
    await officer.types(command)
    if command == "/complaints":
        await officer.taps("C-")
    await officer.taps(button)
    assert then in await officer.types("/cancel")
    assert "understand" in await officer.types("Lorem ipsum")
