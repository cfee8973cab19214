"""An edit changes nothing, its message is gone, or a tap is too old: the person still sees where
they are, once, and their answer counts.

Fails if "not modified" does not count as done, and without the message sent in place of an edit.
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


async def test_fault_23_not_modified_counts_as_done(hood: Neighbourhood) -> None:
    amina = await at_the_first_question(hood)
    before = len(amina.from_bot)
    not_modified = Status(400, "Bad Request: message is not modified", done=True)
    hood.stage.emulator.faults.next("editMessageText", not_modified, 1)
    assert (await amina.taps("3")).startswith("2 of 4.")
    assert len(amina.from_bot) == before


@pytest.mark.parametrize("words", [NOT_FOUND, CANNOT])
async def test_fault_23_a_message_that_cannot_be_edited_is_sent_again(
    hood: Neighbourhood, words: str
) -> None:
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


async def test_fault_23_a_refusal_whose_tap_is_too_old_is_sent_in_the_chat(
    hood: Neighbourhood,
) -> None:
    amina = await at_the_first_question(hood)
    late = Status(400, "Bad Request: query is too old and response timeout expired")
    hood.stage.emulator.faults.next("answerCallbackQuery", late, 1)
    amina.phone.forge("nonsense")
    assert "button" in (await amina.settles()).lower()
