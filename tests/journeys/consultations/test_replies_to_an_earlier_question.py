"""A reply to an earlier question is for it, whatever it is sent in and however far up that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from company import Neighbourhood, Person
from dark_corners import CORNER, at_dark_corners
from replying import replies, replies_aloud, replies_with_a_place
from test_voice_notes import NOTE, PLACE, SOUND, at_own_words, notes, sounds

from emulator import Voice, recording


async def test_a_reply_reaches_a_question_whose_offer_has_moved_on(amina: Person) -> None:
    """Its message kept its buttons, and what replied to it became a comment on another question."""
    await amina.taps("Answer now")
    first = amina.phone.keyboard_message
    assert first is not None
    await amina.types("dog poo everywhere")
    await amina.taps("Yes, keep it")
    assert "we've kept that as your comment" in amina.sees
    for button in ("Streets", "Messages", "Done"):
        await amina.taps(button)
    assert first.buttons == []
    assert "We've changed your answer." in await replies(amina, first, "Jobs and careers")
    assert "Jobs and careers" in await amina.types("/mine")
    assert "Shall we keep" not in amina.sees


@pytest.mark.parametrize("below", ["", "/plan"])
async def test_a_voice_note_that_replies_to_the_question_is_its_answer(
    hood: Neighbourhood, below: str
) -> None:
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    question = amina.phone.keyboard_message
    assert question is not None
    await amina.types("more lamps")
    if below:
        await amina.types(below)
    assert "We have your voice note" in await replies_aloud(amina, question, NOTE)
    assert await sounds(hood) == [SOUND]
    other = recording(9)
    await replies_aloud(amina, question, Voice(other, 9))
    assert await sounds(hood) == [other]


async def test_a_voice_note_that_replies_to_the_open_question_below_other_things_is_its_answer(
    hood: Neighbourhood,
) -> None:
    amina = await hood.resident("Amina", PLACE)
    await at_own_words(amina)
    question = amina.phone.keyboard_message
    assert question is not None
    await amina.types("/plan")
    assert "We have your voice note" in await replies_aloud(amina, question, NOTE)


async def test_a_voice_note_that_replies_to_a_choice_is_refused(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", PLACE)
    await amina.taps("Answer now")
    question = amina.phone.keyboard_message
    assert question is not None
    assert "can't use a voice note here" in await replies_aloud(amina, question, NOTE)
    assert await notes(hood) == []


async def test_a_location_that_replies_to_the_question_for_a_place_is_its_answer(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    await at_dark_corners(hood, amina, tmp_path)
    question = amina.phone.keyboard_message
    assert question is not None
    await amina.types("HP12 3HP")
    await amina.types("/plan")
    said = await replies_with_a_place(amina, question, *CORNER)
    assert 'Your answer to "Where is it too dark?" is now a place at' in said
