"""Making a quick poll: each step by taps or words, back again, changed, kept, refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking import ANSWERS, QUESTION, composed
from company import ABBEY, BOOKER, Neighbourhood, Person

HEAD = "A quick question. It won't decide anything by itself."


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Maria")


@pytest.fixture
async def nick(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Nick")


async def test_each_step_can_be_gone_back_to_and_nothing_is_lost(maria: Person) -> None:
    await maria.types(f"/ask {QUESTION}")
    await maria.types("Saturday\nSunday")
    assert "Until when" in maria.sees
    assert "1 Saturday" in await maria.taps("Back")
    assert QUESTION in await maria.taps("Back")
    assert "Until when" in await maria.taps("Keep it")
    assert "2 Sunday" in await maria.taps("Back")
    assert "Until when" in await maria.taps("Done")
    assert HEAD in await maria.taps("3 days")
    await maria.taps("Change")
    assert "You ask: " + QUESTION in maria.question
    assert "Until when" in await maria.taps("Change the last day")
    assert HEAD in await maria.taps("Back")
    await maria.taps("Change")
    await maria.taps("Change the answers")
    await maria.types("Neither")
    seen = await maria.taps("Done")
    assert HEAD in seen
    assert "(Below it a button: Neither)" in seen


async def test_answers_come_one_by_one_and_are_taken_off_by_a_tap_or_by_words(
    maria: Person,
) -> None:
    await maria.types("/ask")
    await maria.types(QUESTION)
    await maria.types("Saturday")
    await maria.types("Sunday")
    assert "3 Monday" in await maria.types("Monday")
    assert "Monday" not in await maria.types("remove 3")
    assert "Saturday" not in await maria.taps("Take off: Saturday")
    assert "Done" not in maria.labels
    await maria.types("Saturday")
    assert "Until when" in await maria.types("done")


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("1\n2\n3\n4\n5\n6\n7", "At most 6 answers fit"),
        ("Yes\n" + "n" * 101, "A button holds up to 100"),
        ("Yes\nyes", "is there twice"),
        ("Yes\nStop", "means something else"),
        ("Yes\nhelp", "means something else"),
        ("2\n1", "means something else"),
        ("Yes\nHP12 3HP", "looks like a postcode"),
        ("Yes\nhttps://example.org", "leave out the link"),
    ],
)
async def test_answers_that_are_refused_change_nothing(
    maria: Person, typed: str, refused: str
) -> None:
    await maria.types("/ask")
    await maria.types(QUESTION)
    assert refused in await maria.types(typed)
    assert "Until when" in await maria.types("Saturday\nSunday")


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("a" * 201, "one short line, up to 200"),
        ("???", "There are no words in that"),
        ("Shall we ring 01296 382343?", "looks like a postcode, a phone number"),
        ("Do you read www.example.org?", "leave out the link"),
    ],
)
async def test_questions_that_are_refused(maria: Person, typed: str, refused: str) -> None:
    await maria.types("/ask")
    assert refused in await maria.types(typed)
    assert "What can people choose from?" in await maria.types(QUESTION)


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("10", "Thursday 15 September, end of the day"),
        ("12 September 2022", "Monday 12 September, end of the day"),
        ("12 September 2022 17:00", "Monday 12 September, 5pm"),
        ("14 September", "Wednesday 14 September, end of the day"),
        ("Friday", "Friday 9 September, end of the day"),
        ("jutro", "Tuesday 6 September, end of the day"),
        ("Thursday 8 September, end of the day", "Thursday 8 September, end of the day"),
        ("12 September 2022 5pm", "Monday 12 September, 5pm"),
        ("14 September at 17:00", "Wednesday 14 September, 5pm"),
        ("3 days", "Thursday 8 September, end of the day"),
        ("a week", "Monday 12 September, end of the day"),
        ("two weeks", "Monday 19 September, end of the day"),
        ("2 tygodnie", "Monday 19 September, end of the day"),
        ("ایک ہفتہ", "Monday 12 September, end of the day"),
    ],
)
async def test_the_end_can_be_typed(maria: Person, typed: str, ends: str) -> None:
    assert ends in await composed(maria, days=typed)


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("4 September 2022", "Please choose a time that is still to come"),
        ("5 September 2022 08:00", "Please choose a time that is still to come"),
        ("4 October 2022", "Please choose a time that is still to come"),
        ("30 days", "on a day from Monday 5 September to Monday 3 October"),
        ("29", "on a day from Monday 5 September to Monday 3 October"),
        ("3 May 2027", "on a day from Monday 5 September to Monday 3 October"),
        ("whenever", "a day from Monday 5 September to Monday 3 October, such as Wednesday 14"),
    ],
)
async def test_an_end_that_has_passed_or_is_too_far_away(
    maria: Person, typed: str, refused: str
) -> None:
    assert refused in await composed(maria, days=typed)
    assert HEAD in await maria.types("7")


async def test_the_question_until_when_has_an_example_that_is_taken(maria: Person) -> None:
    """It was "3 May 2027", which no poll could last until."""
    await maria.types(f"/ask {QUESTION}")
    assert "such as Wednesday 14 September" in await maria.types("Yes\nNo")
    assert HEAD in await maria.types("Wednesday 14 September")


async def test_done_goes_on_however_quickly_it_was_typed(
    hood: Neighbourhood, maria: Person
) -> None:
    """It became the third answer: the button was not there yet."""
    for typed in ("/ask", QUESTION, "Saturday", "Sunday", "done"):
        maria.phone.type(typed)
    await hood.stage.settle()
    assert "Until when" in maria.sees
    assert "(Below it a button: Sunday)" in await maria.types("7")
    assert "button: done" not in maria.sees


async def test_done_at_the_end_of_a_list_is_no_answer(maria: Person) -> None:
    await maria.types(f"/ask {QUESTION}")
    await maria.types("Saturday\nSunday\ndone")
    assert "button: done" not in (await maria.types("7")).lower()


async def test_back_and_cancel_typed_quickly_are_no_answers(
    hood: Neighbourhood, maria: Person
) -> None:
    for typed in ("/ask", QUESTION, "Saturday", "cancel", "back"):
        maria.phone.type(typed)
    await hood.stage.settle()
    assert f"You ask: {QUESTION}" in maria.sees
    assert "cancel" not in (await maria.taps("Keep it")).lower()


async def test_a_list_with_numbers_becomes_answers_without(maria: Person) -> None:
    """Once one was taken off, the others kept numbers that were no longer their own."""
    await maria.types(f"/ask {QUESTION}")
    await maria.types("1) Park\n2) Road\n3. Field")
    assert "(Below it a button: Road)" in await maria.types("7")


async def test_who_has_several_wards_chooses_some_of_their_own(hood: Neighbourhood) -> None:
    two = await hood.board_member(BOOKER, ABBEY, label="Two")
    await two.types("/ask")
    await two.types(QUESTION)
    assert "Who is it for?" in await two.types("Yes\nNo")
    assert "outside your wards" in await two.types("Chess Valley")
    await two.types("1")
    assert "Until when" in await two.types("done")
    assert "Abbey" in await two.taps("7 days")


async def test_who_does_not_send_may_not_ask(hood: Neighbourhood, amina: Person) -> None:
    assert "That is for council staff" in await amina.types("/ask")


async def test_cancel_drops_it_and_later_keeps_it(maria: Person) -> None:
    await composed(maria)
    assert "Cancelled. Nothing was sent." in await maria.types("/cancel")
    await composed(maria)
    await maria.taps("Later")
    await maria.types("/ask")
    assert HEAD in await maria.taps("Go on with the message")


async def test_a_message_begun_before_is_kept_beside_it(maria: Person) -> None:
    await maria.types("/send")
    await maria.taps("Something else")
    await maria.types("The lamps are on.")
    await composed(maria)
    await maria.taps("Cancel")
    assert "Your other message is kept. To go on with it: /send" in maria.sees


async def test_words_under_the_preview_send_nothing_and_are_no_new_question(
    maria: Person,
) -> None:
    await composed(maria)
    assert "Nothing is sent yet" in await maria.types("yes")
    assert "Nothing is sent yet" in await maria.types("Is this all right?")
    assert QUESTION in maria.sees


@pytest.mark.parametrize(
    "typed", ["Sorry, please add: bring gloves", "10am, not 9", "Or Friday", "Can you come at 10?"]
)
async def test_words_that_are_in_nothing_are_shown_with_the_way_to_change_the_question(
    maria: Person, typed: str
) -> None:
    """It said only how to send it."""
    await composed(maria)
    seen = await maria.types(typed)
    assert f"this isn't in the question: {typed}" in seen
    assert "To change the question, tap Change." in seen
    assert "To send it, tap" not in seen
    assert "Add it to the message" not in maria.labels
    assert f"this isn't in the question: {typed}" in await maria.types("send")
    await maria.taps("Change")
    assert "Change the answers" in maria.labels
    await maria.types("Which day suits you, please?")
    assert "isn't in the question" not in maria.sees


async def test_words_written_just_before_send_stop_a_quick_poll(
    maria: Person, nick: Person
) -> None:
    await composed(maria)
    shown = maria.phone.keyboard_message
    assert shown is not None
    send = next(b.data or "" for row in shown.buttons for b in row if b.text.startswith("Send to"))
    maria.phone.type("10am, not 9")
    maria.phone.tap_data(shown.message_id, send)
    await maria.settles()
    assert "You have gone on since then, so nothing was done." in maria.toast
    assert nick.said_by_bot(QUESTION) == 0


async def test_a_tap_on_the_copy_for_the_author_counts_nothing(maria: Person) -> None:
    await composed(maria)
    await maria.taps("Send it to me first")
    await maria.taps("Saturday")
    assert "This is a copy" in maria.toast


async def test_an_edit_voids_the_yes_and_what_was_declined_comes_back_whole(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await composed(maria)
    await maria.taps("Send to")
    await nick.taps("No, don't send")
    await nick.types("The second day is wrong.")
    assert "The second day is wrong." in maria.sees
    seen = await maria.taps("Change it and send it again")
    assert all(f"(Below it a button: {answer})" in seen for answer in ANSWERS)
    await maria.taps("Change")
    await maria.taps("Change the answers")
    await maria.types("remove 2")
    await maria.types("Monday")
    await maria.taps("Done")
    await maria.taps("Send to")
    assert amina.said_by_bot(QUESTION) == 0
    await nick.taps("Yes, send")
    assert amina.labels == ["Saturday", "Neither", "Monday"]


async def test_one_whose_last_day_is_over_before_the_second_yes_goes_to_nobody(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await composed(maria, days="1")
    await maria.taps("Send to")
    await hood.leap(hood.stage.clock.now() + timedelta(days=3))
    await nick.taps("Yes, send")
    assert amina.said_by_bot(QUESTION) == 0
    assert "Nothing was sent. Your message is kept." in maria.sees
    await maria.taps("Change it and send it again")
    await maria.taps("Send to")
    assert "The last day of this question is over" in maria.toast


async def test_the_question_after_the_command_is_looked_at_as_it_was_written(
    maria: Person,
) -> None:
    """A postcode in it became the code of a ward, and the question was taken."""
    typed = "Shall we meet at HP12 3HP?"
    await maria.types("/ask")
    await maria.types(typed)
    refused = maria.toast or maria.sees
    assert "Please leave it out." in refused
    await maria.types("/cancel")
    await maria.types(f"/ask {typed}")
    assert maria.said_by_bot("E05013131") == 0
    assert maria.said_by_bot(refused) == 2


async def test_until_when_to_approve_is_said_as_the_end_of_the_poll_is(
    hood: Neighbourhood, maria: Person
) -> None:
    """Midnight of Friday is the end of Thursday for whoever approves, too."""
    nick = await hood.board_member(label="Nick")
    await composed(maria, days="3 days")
    await maria.taps("Send to")
    for screen in (nick.sees, maria.sees):
        assert "by Thursday 8 September, end of the day" in screen
        assert "00:00" not in screen
