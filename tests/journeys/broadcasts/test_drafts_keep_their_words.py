"""Nothing of a message that is being written is lost: not by Change, Back, Later or a No."""

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

LAMPS = "The lamps behind the shops are on."
BENCHES = "Two benches are coming."


async def written(person: Person, *, subject: str = "Public Realm", text: str = LAMPS) -> str:
    """A message to Booker and Abbey, ready to send; its preview."""
    await person.types("/send")
    await person.taps("All 2")
    await person.taps(subject)
    return await person.types(text)


async def waits(hood: Neighbourhood) -> tuple[Person, Person]:
    """An author, and a second person who is asked to approve a message to over fifty people."""
    await hood.residents(52, "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY, label="Author")
    second = await hood.board_member(BOOKER, ABBEY, label="Second")
    await written(author)
    assert "A second person has to approve it" in await author.taps("Send to")
    return author, second


async def test_a_declined_message_comes_back_whole_with_the_reason(hood: Neighbourhood) -> None:
    """S6."""
    author, second = await waits(hood)
    asked = await second.taps("No, don't send")
    assert "Why? Type it here in the next five minutes" in asked
    assert "Second declined it. Nothing was sent. Your message is kept." in author.sees
    assert "The author sees your reason: “Say which shops.”" in await second.types(
        "Say which shops."
    )
    assert "Why: Say which shops." in author.sees
    preview = await author.taps("Change it and send it again")
    assert "Public Realm · Abbey and Booker, Cressex and Castlefield" in preview
    assert LAMPS in preview
    await author.taps("Change")
    assert "Castlefield shops" in await author.types("The lamps at Castlefield shops are on.")
    assert "A second person has to approve it" in await author.taps("Send to")
    assert "Castlefield shops" in second.question


async def test_a_reason_need_not_be_given(hood: Neighbourhood) -> None:
    author, second = await waits(hood)
    await second.taps("No, don't send")
    assert "Nothing was sent" in await second.taps("Give no reason")
    assert "Why:" not in author.sees
    assert "We didn't understand that" in await second.types("Say which shops.")


async def test_a_reason_is_a_few_words(hood: Neighbourhood) -> None:
    author, second = await waits(hood)
    await second.taps("No, don't send")
    assert "The most we can take is 500" in await second.types("x" * 501)
    await second.types("x" * 500)
    assert f"Why: {'x' * 500}" in author.sees


async def test_only_the_author_takes_a_declined_message_up(hood: Neighbourhood) -> None:
    author, second = await waits(hood)
    await second.taps("No, don't send")
    shown = author.phone.keyboard_message
    assert shown is not None
    data = shown.buttons[0][0].data or ""
    second.phone.forge(data)
    await second.settles()
    assert "too old" in second.toast


async def test_change_keeps_the_text_in_sight_and_changes_wards_and_subject(
    hood: Neighbourhood,
) -> None:
    """S7."""
    await hood.resident("Amina", "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY)
    await written(author)
    shown = await author.taps("Change")
    assert LAMPS in shown
    await author.taps("Change the wards")
    await author.taps("✓ Chosen: 1 Abbey")
    preview = await author.taps("Done")
    assert "Public Realm · Booker, Cressex and Castlefield\n" in preview
    assert LAMPS in preview
    await author.taps("Change")
    await author.taps("Change the subject")
    preview = await author.taps("Jobs")
    assert "Jobs · Booker, Cressex and Castlefield\n" in preview
    assert LAMPS in preview
    await author.taps("Change")
    preview = await author.types(BENCHES)
    assert BENCHES in preview
    assert LAMPS not in preview


async def test_back_goes_back_without_losing_anything(hood: Neighbourhood) -> None:
    """S3, S7."""
    author = await hood.board_member(BOOKER, ABBEY)
    wards = await author.types("/send")
    await author.taps("1 Abbey")
    subject = await author.taps("Done")
    await author.taps("Public Realm")
    assert await author.taps("Back") == subject
    assert "1 ward chosen" in await author.taps("Back")
    assert wards in author.sees
    await author.taps("Done")
    await author.taps("Public Realm")
    preview = await author.types(LAMPS)
    for way in ("Change the wards", "Change the subject"):
        await author.taps("Change")
        await author.taps(way)
        assert await author.taps("Back") == preview
    await author.taps("Change")
    assert await author.taps("Back") == preview


async def test_a_subject_that_does_not_fit_the_new_wards_is_asked_for_again(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await officer.types("/send")
    await officer.types("Booker, Cressex and Castlefield")
    await officer.taps("Done")
    await officer.taps("The questions")
    await officer.types(LAMPS)
    await officer.taps("Change")
    await officer.taps("Change the wards")
    await officer.types("Beaconsfield")
    assert "What is it about?" in await officer.taps("Done")
    assert LAMPS in await officer.taps("Something else")


@pytest.mark.parametrize("end", ["Send to", "Cancel"])
async def test_a_second_message_does_not_replace_the_first(hood: Neighbourhood, end: str) -> None:
    """W3, S7."""
    await hood.resident("Amina", "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY)
    first = await written(author)
    assert "Your message is kept for a week" in await author.taps("Later")
    await author.types("/send")
    assert await author.taps("Go on with the message you began") == first
    await written(author, text=BENCHES)
    await author.taps(end)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1))
    await author.types("/send")
    assert await author.taps("Go on with the message you began") == first


@pytest.mark.parametrize("end", ["sy", "sx"])
async def test_a_second_tap_on_send_or_cancel_does_nothing_to_the_message_kept_for_later(
    hood: Neighbourhood, end: str
) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY)
    first = await written(author)
    await author.taps("Later")
    await author.types("/send")
    await written(author, text=BENCHES)
    preview = author.phone.last
    author.phone.tap_data(preview.message_id, end)
    author.phone.tap_data(preview.message_id, end)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1))
    await author.types("What about the benches?")
    assert amina.said_by_bot(LAMPS) == 0
    assert amina.said_by_bot(BENCHES) == (end == "sy")
    await author.types("/send")
    assert await author.taps("Go on with the message you began") == first


async def test_an_outcome_that_was_sent_is_marked_in_the_list(hood: Neighbourhood) -> None:
    """S10."""
    await hood.resident("Amina", "HP12 3HP")
    board = await hood.board_member()
    await hood.leap(hood.library.consultations["local-priorities"].closes_at + timedelta(hours=1))
    await board.types("/send")
    outcome = 'What happened after "What should come first in your area?"'
    assert outcome in board.labels
    await board.taps(outcome)
    await board.types(LAMPS)
    await board.taps("Send to")
    await board.types("/send")
    assert f"{outcome} (sent already)" in board.labels
    assert outcome not in board.labels


@pytest.mark.parametrize("word", ["later", "Later"])
async def test_later_at_the_text_is_no_text(hood: Neighbourhood, word: str) -> None:
    """It became the message."""
    author = await hood.board_member(BOOKER, ABBEY)
    await author.types("/send")
    await author.taps("All 2")
    asked = await author.taps("Public Realm")
    assert "Your message is kept for a week" in await author.types(word)
    await author.types("/complain")
    await author.types("The page is slow")
    await author.types("/send")
    assert await author.taps("Go on with the message you began") == asked


async def test_what_a_colleague_decided_comes_to_the_author_as_a_new_message(
    hood: Neighbourhood,
) -> None:
    """An old message far above was edited, without a sound."""
    author, second = await waits(hood)
    await written(author, text=BENCHES)
    newest = author.phone.last.message_id
    await second.taps("No, don't send")
    assert "Second declined it. Nothing was sent." in author.sees
    assert author.phone.last.message_id > newest
    newest = author.phone.last.message_id
    await second.types("Say which shops.")
    assert "Why: Say which shops." in author.sees
    assert author.phone.last.message_id > newest
    assert author.said_by_bot("We've asked") == 1


async def test_words_written_long_after_a_no_are_not_its_reason(hood: Neighbourhood) -> None:
    """Three days later they went to the author."""
    author, second = await waits(hood)
    await second.taps("No, don't send")
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=31))
    assert "understand" in await second.types("I can't come on Tuesday")
    assert "Why:" not in author.sees


async def test_no_reason_comes_only_from_who_said_no(hood: Neighbourhood) -> None:
    author, second = await waits(hood)
    third = await hood.board_member(BOOKER, ABBEY, label="Third")
    await second.taps("No, don't send")
    shown = second.phone.keyboard_message
    assert shown is not None
    data = shown.buttons[0][0].data or ""
    assert data.startswith("yn:")
    for other in (author, third):
        other.phone.forge(data)
        await other.settles()
        assert "too old" in other.toast


@pytest.mark.parametrize("word", ["Cancel", "/cancel"])
async def test_cancel_asks_which_of_two_messages_that_wait(hood: Neighbourhood, word: str) -> None:
    """It cancelled one of them."""
    await hood.residents(52, "HP12 3HP")
    author = await hood.board_member(BOOKER, ABBEY, label="Author")
    await hood.board_member(BOOKER, ABBEY, label="Second")
    for text in (LAMPS, BENCHES):
        await written(author, text=text)
        await author.taps("Send to")
    assert "More than one of your messages is waiting" in await author.types(word)
    assert author.said_by_bot("Cancelled. Nothing was sent.") == 0
    await author.taps("Cancel")
    assert author.said_by_bot("Cancelled. Nothing was sent.") == 1
    said = await author.types(word)
    # Typed below other things, either asks first.
    assert ("To cancel it, tap the button under it" in said) == (word == "/cancel")
    assert ("Nothing is taken back yet" in said) == (word == "Cancel")
    assert author.said_by_bot("Cancelled. Nothing was sent.") == 1


async def test_back_from_the_wards_sends_to_nobody_as_little_as_done(hood: Neighbourhood) -> None:
    """It said "Send to fewer than 0 people", and that was sent."""
    author = await hood.board_member(BOOKER, ABBEY)
    await written(author)
    await author.taps("Change")
    await author.taps("Change the wards")
    await author.types("remove 1")
    await author.types("remove 2")
    await author.taps("Back")
    assert "Choose at least one ward first" in author.toast
    await author.types("2")
    assert f"Booker, Cressex and Castlefield\n{LAMPS}" in await author.taps("Back")


async def test_words_of_danger_are_no_reason_for_a_colleague(hood: Neighbourhood) -> None:
    """The author read them, though the bot had said that they are not kept."""
    author, second = await waits(hood)
    await second.taps("No, don't send")
    await second.types("I want to kill myself, my husband hits me every night")
    assert second.said_by_bot("999") == 1
    assert second.said_by_bot("The author sees your reason") == 0
    assert author.said_by_bot("Why:") == 0
    assert author.said_by_bot("kill myself") == 0


async def test_a_message_left_at_a_list_shows_its_text_again(hood: Neighbourhood) -> None:
    """It asked what the message was about, so that its words looked lost."""
    author = await hood.board_member(BOOKER, ABBEY)
    preview = await written(author)
    await author.taps("Change")
    await author.taps("Change the subject")
    await author.types("/send")
    assert await author.taps("Go on with the message you began") == preview
