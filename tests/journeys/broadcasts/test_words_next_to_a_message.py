"""Words written just before Send, below the preview, or after the command: none of them is lost."""

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

HALL = "The hall is open."
TORCH = "Bring a torch."
TIMES = "The times are on our page."
LINK = {"type": "text_link", "offset": 17, "length": 8, "url": "https://example.org/times"}


async def at_preview(hood: Neighbourhood) -> Person:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types(HALL)
    return member


async def test_words_written_just_before_send_stop_it(hood: Neighbourhood, amina: Person) -> None:
    """It went without them, and "Add it to the message" led nowhere. W3."""
    member = await at_preview(hood)
    shown = member.phone.keyboard_message
    assert shown is not None
    send = next(b.data or "" for row in shown.buttons for b in row if b.text.startswith("Send to"))
    member.phone.type(TORCH)
    member.phone.tap_data(shown.message_id, send)
    await member.settles()
    assert "You have gone on since then, so nothing was done." in member.toast
    assert amina.said_by_bot(HALL) == 0
    assert member.said_by_bot("This is what people will get") == 2
    assert TORCH in await member.taps("Add it to the message")
    await member.taps("Send to")
    assert amina.said_by_bot(f"{HALL}\n{TORCH}") == 1


async def test_a_link_in_words_below_the_preview_keeps_its_address(
    hood: Neighbourhood, amina: Person
) -> None:
    """T8: it was lost, and nothing said so."""
    member = await at_preview(hood)
    bold = {"type": "bold", "offset": 0, "length": 3}
    member.phone.type_styled(TIMES, [LINK, bold])
    await member.settles()
    preview = await member.taps("Add it to the message")
    assert "our page (https://example.org/times)." in preview
    assert "Bold letters and the like are left out" in preview
    await member.taps("Send to")
    assert amina.said_by_bot("our page (https://example.org/times).") == 1


@pytest.mark.parametrize("between", [" ", "\n"])
async def test_words_after_the_command_are_the_text(
    hood: Neighbourhood, amina: Person, between: str
) -> None:
    """They were dropped without a word."""
    member = await hood.board_member(BOOKER, ABBEY)
    assert f"Your text: {HALL}" in await member.types(f"/send{between}{HALL}")
    await member.taps("All 2")
    preview = await member.taps("Something else")
    assert HALL in preview
    assert "/send\n" not in preview
    await member.taps("Send to")
    assert amina.said_by_bot(HALL) == 1


async def test_back_from_the_subject_keeps_words_written_after_the_command(
    hood: Neighbourhood,
) -> None:
    member = await hood.board_member(BOOKER, ABBEY)
    await member.types(f"/send {HALL}")
    await member.taps("All 2")
    assert "2 wards chosen" in await member.taps("Back")
    await member.taps("Done")
    assert HALL in await member.taps("Public Realm")


@pytest.mark.parametrize("sent", [False, True])
async def test_an_edit_with_words_of_danger_says_that_it_changes_nothing(
    hood: Neighbourhood, amina: Person, *, sent: bool
) -> None:
    """Only whom to call was said, and the old number went out."""
    member = await at_preview(hood)
    if sent:
        await member.taps("Send to")
    mine = next(m for m in reversed(member.phone.messages) if m.text == HALL and not m.from_bot)
    before = len(member.from_bot)
    member.phone.edit_text(mine.message_id, f"{HALL} If you are being hurt at home, ring 999.")
    await member.settles()
    said = "\n".join(m.text for m in member.from_bot[before:])
    assert "In danger now?" in said
    assert "You changed a message you sent before. That changes nothing here." in said
    wanted = "What has been sent to people stays as it was" if sent else "tap Change under it"
    assert wanted in said
    assert said.index("In danger now?") < said.index("You changed a message")
