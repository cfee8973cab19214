"""An edit changes nothing, its message is gone, or a tap is too old: the person still sees where
they are, once, and what they answered stands.

Fails without "not modified" counting as done, and without the message that stands in for an edit.
"""

import pytest
from company import Neighbourhood, Person

from emulator import Status

NOT_FOUND = "Bad Request: message to edit not found"
CANNOT = "Bad Request: message can't be edited"


async def at_the_first_question(hood: Neighbourhood) -> Person:
    amina = await hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    return amina


async def test_fault_23_not_modified_means_that_it_stands(hood: Neighbourhood) -> None:
    amina = await at_the_first_question(hood)
    before = len(amina.from_bot)
    stands = Status(400, "Bad Request: message is not modified", done=True)
    hood.stage.emulator.faults.next("editMessageText", stands, 1)
    assert (await amina.taps("3")).startswith("2 of 4.")
    assert len(amina.from_bot) == before


@pytest.mark.parametrize("words", [NOT_FOUND, CANNOT])
async def test_fault_23_what_cannot_be_edited_is_said_anew(hood: Neighbourhood, words: str) -> None:
    amina = await at_the_first_question(hood)
    before = len(amina.from_bot)
    hood.stage.emulator.faults.next("editMessageText", Status(400, words), 1)
    assert (await amina.taps("3")).startswith("2 of 4.")
    assert len(amina.from_bot) == before + 1


async def test_fault_23_a_tap_too_old_to_be_answered_counts(hood: Neighbourhood) -> None:
    amina = await at_the_first_question(hood)
    late = Status(400, "Bad Request: query is too old and response timeout expired")
    hood.stage.emulator.faults.next("answerCallbackQuery", late, 1)
    assert (await amina.taps("3")).startswith("2 of 4.")


async def test_fault_23_a_refusal_whose_tap_is_too_old_is_said_in_the_chat(
    hood: Neighbourhood,
) -> None:
    amina = await at_the_first_question(hood)
    late = Status(400, "Bad Request: query is too old and response timeout expired")
    hood.stage.emulator.faults.next("answerCallbackQuery", late, 1)
    amina.phone.forge("nonsense")
    assert "button" in (await amina.settles()).lower()
