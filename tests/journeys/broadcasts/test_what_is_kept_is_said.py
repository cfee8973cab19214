"""A message kept with "Later" is there, and no reply says that there is nothing."""

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

from engagement.staff.rights import Role

LAMPS = "The lamps behind the shops are on."
BENCHES = "Two benches are coming."
BOOKER_NAME = "2 Booker, Cressex and Castlefield"
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
    assert author.toast == f"You aren't writing a message just now. One is kept. {KEPT}"


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


async def test_words_after_later_are_no_part_of_the_message(hood: Neighbourhood) -> None:
    """At the question for a new text they replaced the old one for good."""
    amina = await hood.resident("Amina", "HP12 3HP")
    author = await hood.board_member(BOOKER)
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(LAMPS)
    await author.taps("Change")
    await author.taps("Later")
    assert "understand" in await author.types("What about nine o'clock?")
    await author.types("/send")
    assert LAMPS in await author.taps("Go on with the message you began")
    await author.taps("Back")
    await author.taps("Send to")
    assert amina.said_by_bot(LAMPS) == 1
    assert amina.said_by_bot("nine o'clock") == 0


async def test_words_beside_the_message_stay_when_it_is_changed(hood: Neighbourhood) -> None:
    """They were gone after "Change"."""
    author = await hood.board_member(BOOKER)
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(LAMPS)
    await author.types("It opens at nine.")
    await author.taps("Change")
    beside = "You also wrote this. It isn't in the message: It opens at nine."
    assert beside in await author.taps("Back")
    await author.taps("Change")
    assert beside in await author.types("The lamps are on at last.")
    await author.taps("Change")
    preview = await author.types("The lamps are on. It opens at nine.")
    assert "You also wrote this" not in preview


async def test_a_button_under_another_message_sends_nothing(hood: Neighbourhood) -> None:
    """It sent the message in hand, to other wards than those above the button."""
    amina = await hood.resident("Amina", "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY)
    for ward, text in ((BOOKER_NAME, LAMPS), ("1 Abbey", BENCHES)):
        await author.types("/send")
        await author.taps(ward)
        await author.taps("Done")
        await author.taps("Public Realm")
        await author.types(text)
        if text == LAMPS:
            old = author.phone.keyboard_message
            assert old is not None
            sends = next(
                b.data or "" for row in old.buttons for b in row if b.text.startswith("Send to")
            )
            others = [b.data or "" for row in old.buttons for b in row if b.data != sends]
    for data in (sends, *others):
        author.phone.tap_data(old.message_id, data)
        await author.settles()
        assert "You have gone on since then, so nothing was done." in author.toast
    assert amina.said_by_bot(BENCHES) == 0
    assert author.said_by_bot("Sent.") == 0
    assert BENCHES in author.question


async def test_cancel_with_nothing_in_hand_does_not_take_a_message_from_its_approvers(
    hood: Neighbourhood,
) -> None:
    """It cancelled the message, and nobody had asked for that."""
    await hood.residents(52, "HP12 3HP")
    author = await hood.board_member(label="Author")
    await hood.board_member(label="Second")
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(LAMPS)
    await author.taps("Send to")
    said = await author.types("/cancel")
    assert "One of your messages waits for approval. To cancel it, tap the button under it." in said
    assert f"“{LAMPS}” (Booker, Cressex and Castlefield)" in said
    assert author.said_by_bot("Cancelled") == 0
