"""The owner of the phone has it again, and the newest screen is person 2's: nobody knows who reads
it, so what is typed below it is asked about, and is nobody's until then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import Neighbourhood, Person
from one_phone import BACK, household, rows, second_answers, second_joins
from replying import replies

from emulator import Status, Voice, recording

WORDS = (
    "SELECT mode, value FROM answers JOIN responses USING (resident_id, consultation)"
    " WHERE question = 'own_words' ORDER BY mode"
)
FIRST = (
    "SELECT mode, option FROM chosen JOIN responses USING (resident_id)"
    " WHERE question = 'first_theme' ORDER BY mode"
)
HERS = ("chat", '"More lamps, please"')
WHO, OWNERS = "We don't know who has the phone now", "Only the owner of this phone"
GOES_ON, OWNER_HAS_IT = "Person 2 goes on", "The owner of the phone"
CHOSEN = [("chat", "public_realm"), ("shared phone", "jobs")]


async def second_edits(hood: Neighbourhood) -> Person:
    """Person 2 has handed the phone back, and then edits words of theirs."""
    amina = await household(hood)
    await second_answers(amina, words="A cinema")
    await amina.taps(BACK)
    theirs = next(m for m in amina.phone.messages if m.text == "A cinema")
    amina.phone.edit_text(theirs.message_id, "A cinema and a pool")
    said = await amina.settles()
    assert "We've changed your answer" in said
    assert "For person 2:" in said
    assert "Person 2 is answering" not in said
    return amina


async def second_hears_of_a_lost_note(hood: Neighbourhood) -> Person:
    """Person 2 answers in a voice note and hands the phone back. Its owner is at their own last
    question when it is said, hours later, that the note is lost."""
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    broken = Status(400, "Bad Request: wrong file_id")
    hood.stage.emulator.faults.next("getFile", broken, times=99)
    amina.phone.send_voice(Voice(recording(7), 7))
    await amina.settles()
    await amina.taps(BACK)
    await amina.types("/mine")
    await amina.taps(next(label for label in amina.labels if label.startswith("Change: ")))
    for label in ("Next", "Done", "Next"):
        await amina.taps(label)
    assert "Your answer: More lamps, please" in amina.sees
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=20))
    assert "We couldn't get your voice note" in amina.sees
    return amina


@pytest.mark.parametrize("typed", ["change my answers", "Jobs and careers", "A pond", "yes"])
async def test_below_person_2s_edit_it_is_asked_who_has_the_phone(
    hood: Neighbourhood, typed: str
) -> None:
    amina = await second_edits(hood)
    said = await amina.types(typed)
    assert WHO in said
    assert "Streets" not in said
    assert WHO in await amina.types("Jobs and careers")
    assert await rows(hood, FIRST) == CHOSEN
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '"A cinema and a pool"')]


async def test_below_it_person_2_goes_on_with_their_own_answers(hood: Neighbourhood) -> None:
    amina = await second_edits(hood)
    await amina.types("change my answers")
    await amina.taps(GOES_ON)
    said = await amina.types("change my answers")
    assert "Person 2 is answering" in said
    await amina.types("Health and wellbeing")
    assert await rows(hood, FIRST) == [CHOSEN[0], ("shared phone", "health_and_wellbeing")]


async def test_below_it_the_owner_goes_on_once_they_have_said_so(hood: Neighbourhood) -> None:
    amina = await second_edits(hood)
    assert OWNERS in await amina.types("/plan")
    assert "The owner has the phone again" in await amina.types(OWNER_HAS_IT)
    assert WHO not in await amina.types("/mine")
    assert OWNERS not in amina.sees
    assert "More lamps, please" in amina.sees


async def test_below_it_mine_is_asked_about(hood: Neighbourhood) -> None:
    amina = await second_edits(hood)
    said = await amina.types("/mine")
    assert "Who has the phone?" in said
    assert "More lamps" not in said


async def test_a_question_of_the_owners_further_up_takes_no_words_below_it(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_answers(amina, words="A cinema")
    await amina.taps(BACK)
    await amina.types("/mine")
    await amina.taps(next(label for label in amina.labels if label.startswith("Change: ")))
    theirs = next(m for m in amina.phone.messages if m.text == "A cinema")
    amina.phone.edit_text(theirs.message_id, "A cinema and a pool")
    await amina.settles()
    assert WHO in await amina.types("Jobs and careers")
    assert await rows(hood, FIRST) == CHOSEN


async def test_who_taps_a_button_of_the_owners_below_it_goes_on(hood: Neighbourhood) -> None:
    """As person 2 does with a button of theirs below what came for the owner."""
    amina = await household(hood)
    await second_answers(amina, words="A cinema")
    await amina.taps(BACK)
    await amina.types("/mine")
    await amina.taps(next(label for label in amina.labels if label.startswith("Change: ")))
    hers = amina.phone.keyboard_message
    theirs = next(m for m in amina.phone.messages if m.text == "A cinema")
    amina.phone.edit_text(theirs.message_id, "A cinema and a pool")
    await amina.settles()
    amina.phone.tap("Next", hers)
    assert WHO not in await amina.settles()
    assert WHO not in await amina.types("1")


async def test_a_reply_to_what_the_owner_was_asked_is_theirs(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina, words="A cinema")
    await amina.taps(BACK)
    await amina.types("/mine")
    await amina.taps(next(label for label in amina.labels if label.startswith("Change: ")))
    asked = amina.phone.keyboard_message
    assert asked is not None
    theirs = next(m for m in amina.phone.messages if m.text == "A cinema")
    amina.phone.edit_text(theirs.message_id, "A cinema and a pool")
    await amina.settles()
    assert WHO not in await replies(amina, asked, "Jobs and careers")
    assert await rows(hood, FIRST) == [("chat", "jobs"), CHOSEN[1]]


async def test_words_below_the_notice_of_person_2s_lost_note_are_not_the_owners(
    hood: Neighbourhood,
) -> None:
    amina = await second_hears_of_a_lost_note(hood)
    assert "Person 2 is answering" not in amina.sees
    assert "For person 2:" in amina.sees
    assert WHO in await amina.types("A youth club with a warm room")
    assert (await rows(hood, WORDS))[0] == HERS


async def test_below_that_notice_person_2_gives_their_answer_again(hood: Neighbourhood) -> None:
    amina = await second_hears_of_a_lost_note(hood)
    await amina.types("A youth club with a warm room")
    assert "Person 2 is answering" in await amina.taps(GOES_ON)
    await amina.taps("Change my answers")
    for label in ("Skip", "Skip", "Skip"):
        await amina.taps(label)
    await amina.types("A youth club with a warm room")
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '"A youth club with a warm room"')]


@pytest.mark.parametrize("typed", ["hand the phone back", "give it back"])
async def test_below_it_the_phone_can_be_handed_back_in_words(
    hood: Neighbourhood, typed: str
) -> None:
    amina = await second_edits(hood)
    assert WHO not in await amina.types(typed)
    assert WHO not in await amina.types("/mine")
    assert "More lamps, please" in amina.sees
