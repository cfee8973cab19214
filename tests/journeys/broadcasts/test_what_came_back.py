"""A message that came back to its author is kept, with the reason and with what was changed since,
wherever they take it up."""

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from test_drafts_keep_their_words import BENCHES, LAMPS, waits, written

from engagement.staff.rights import Role

AGAIN = "Change it and send it again"
WHY = "It is Friday, not Saturday."


async def changes_role(hood: Neighbourhood, person: Person, *wards: str) -> None:
    payload = await hood.stage.invite(Role.BOARD_MEMBER, "Author", wards)
    await person.start(payload)
    await person.taps("Yes, change my role")


async def test_the_reason_stays_in_the_chat_when_the_message_is_taken_up(
    hood: Neighbourhood,
) -> None:
    """It was gone just when it was needed. S6."""
    author, second = await waits(hood)
    await second.taps("No, don't send")
    await second.types(WHY)
    preview = await author.taps(AGAIN)
    assert LAMPS in preview
    assert author.said_by_bot(f"Why: {WHY}") == 1


async def test_send_offers_what_came_back(hood: Neighbourhood) -> None:
    """The only way to it was a button far above."""
    author, second = await waits(hood)
    await second.taps("No, don't send")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=1))
    await author.types("/send")
    assert LAMPS in await author.taps("Go on with the message that came back")


async def test_looking_at_what_came_back_and_cancelling_loses_nothing(
    hood: Neighbourhood,
) -> None:
    """It was the last of it."""
    author, second = await waits(hood)
    await second.taps("No, don't send")
    await author.taps(AGAIN)
    said = await author.taps("Cancel")
    assert "It is kept as it came back to you. To go on with it: /send" in said
    await author.types("/send")
    assert LAMPS in await author.taps("Go on with the message that came back")


async def test_what_is_taken_up_and_left_is_offered_once(hood: Neighbourhood) -> None:
    author, second = await waits(hood)
    await second.taps("No, don't send")
    await author.taps(AGAIN)
    await author.taps("Later")
    await author.types("/send")
    assert sum(label.startswith("Go on") for label in author.labels) == 1
    assert LAMPS in await author.taps("Go on with the message you began")


async def test_a_reason_that_comes_late_does_not_bring_the_former_text_back(
    hood: Neighbourhood,
) -> None:
    """Its button showed the first text, and what had been changed lay beneath it."""
    author, second = await waits(hood)
    await second.taps("No, don't send")
    await author.taps(AGAIN)
    await author.taps("Change")
    await author.types("The lamps are on. Bring a torch.")
    await second.types(WHY)
    assert f"Why: {WHY}" in author.sees
    assert "Bring a torch." in await author.taps(AGAIN)
    assert "We've asked: Second" in await author.taps("Send to")
    assert "Bring a torch." in second.question


async def test_after_it_was_sent_changed_the_former_button_shows_what_became_of_it(
    hood: Neighbourhood,
) -> None:
    author, second = await waits(hood)
    await second.taps("No, don't send")
    report = author.phone.last
    await author.taps(AGAIN)
    await author.taps("Change")
    await author.types(BENCHES)
    await author.taps("Send to")
    data = report.buttons[0][0].data or ""
    author.phone.tap_data(report.message_id, data)
    shown = await author.settles()
    assert BENCHES in shown
    assert "We've asked: Second" in shown
    await second.taps("No, don't send")
    author.phone.tap_data(report.message_id, data)
    preview = await author.settles()
    assert "This is what people will get" in preview
    assert BENCHES in preview
    assert LAMPS not in preview


@pytest.mark.parametrize("before", [True, False])
async def test_after_a_change_of_role_what_came_back_is_taken_up_for_the_wards_that_are_left(
    hood: Neighbourhood, before: bool
) -> None:
    """The button was too old, or outside their wards."""
    author, second = await waits(hood)
    if before:
        await second.taps("No, don't send")
    await changes_role(hood, author, ABBEY)
    if not before:
        await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
        assert author.said_by_bot("Cancelled. Nothing was sent. Your message is kept.") == 1
    await author.types("/send")
    preview = await author.taps("Go on with the message that came back")
    assert "Public Realm · Abbey\n" in preview
    assert LAMPS in preview
    assert "Some of its wards are not yours any more. They are left out." in preview
    assert "Booker" not in preview


async def test_wards_that_are_lost_while_a_message_is_written_are_left_out_and_said(
    hood: Neighbourhood,
) -> None:
    """The text was refused and not kept, and "2 wards chosen" showed one."""
    await hood.residents(3, "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY)
    await written(author)
    await changes_role(hood, author, ABBEY)
    await author.taps("Send to")
    assert author.said_by_bot("Sent.") == 0
    assert author.said_by_bot("Some of its wards are not yours any more") == 1
    await author.taps("Change")
    preview = await author.types(BENCHES)
    assert BENCHES in preview
    assert "Public Realm · Abbey\n" in preview
    await author.taps("Change")
    assert "1 ward chosen" in await author.taps("Change the wards")
    assert BENCHES in await author.taps("Done")


async def test_a_text_is_kept_where_none_of_its_wards_is_left(hood: Neighbourhood) -> None:
    author = await hood.board_member(BOOKER)
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(LAMPS)
    await author.taps("Change")
    await changes_role(hood, author, ABBEY)
    assert "Is this your message to residents?" in await author.types(BENCHES)
    shown = await author.taps("Yes")
    assert "Some of its wards are not yours any more" in shown
    await author.taps("1 Abbey")
    preview = await author.taps("Done")
    assert BENCHES in preview
    assert "are left out" not in preview
