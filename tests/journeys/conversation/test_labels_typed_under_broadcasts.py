"""The buttons under a broadcast that asks for something can be typed, as those of any screen."""

import shutil
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from council_changes import moves_on

from content.library import council_directory

NEW_HOME = "Your ward is now Booker & Cressex."


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    """Amina has got the question which ward is home now, and an open question above it."""
    await amina.taps("Answer now")
    folder = tmp_path / "edited"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    officer = await hood.officer()
    await moves_on(hood, folder)
    await officer.types("/send")
    await officer.taps("People whose ward has changed")
    await officer.taps("Send to")
    assert "Which one is home now?" in amina.sees
    return amina


@pytest.mark.parametrize("words", ["Booker & Cressex", "booker & cressex", "booker"])
async def test_the_question_about_new_boundaries_is_answered_by_typing(
    asked: Person, words: str
) -> None:
    assert NEW_HOME in await asked.types(words)


async def test_typing_its_other_buttons_works_too(asked: Person) -> None:
    seen = await asked.types("Type my postcode")
    assert asked.stage.words.html("ward-ask-moving", "en") in seen
    assert "Castlefield & Oakridge" in await asked.types("HP12 3HP")


async def test_a_postcode_of_a_home_that_has_not_changed_needs_no_untrue_answer(
    asked: Person,
) -> None:
    """ "Has your home changed?" had to be answered with yes, though it had not."""
    seen = await asked.types("HP12 3HP")
    assert "Is that your home? That postcode is in Castlefield & Oakridge." in seen
    assert "Your ward is now Castlefield & Oakridge." in await asked.types("yes")


async def test_who_has_answered_is_not_asked_any_more(asked: Person) -> None:
    await asked.types("Booker & Cressex")
    assert "Your ward is now" not in await asked.types("Castlefield & Oakridge")


async def invited(hood: Neighbourhood, amina: Person) -> Person:
    """Amina joined before the questions opened, and has got the invitation to them."""
    board = await hood.board_member()
    await board.types("/send")
    await board.taps("The questions")
    await board.types("Please tell us.")
    await board.taps("Send to")
    assert "Please tell us." in amina.sees
    return amina


@pytest.mark.parametrize("words", ["Answer now", "answer now", "yes", "answer", "1", "1."])
async def test_an_invitation_is_accepted_by_typing(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    await amina.types("/help")
    person = await invited(hood, amina)
    assert "1 of 4" in await person.types(words)


@pytest.mark.parametrize("words", ["2", "0", "1 2"])
async def test_a_number_of_no_button_accepts_no_invitation(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    person = await invited(hood, amina)
    assert "1 of 4" not in await person.types(words)


async def test_an_invitation_is_accepted_in_a_reply(hood: Neighbourhood, amina: Person) -> None:
    person = await invited(hood, amina)
    last = person.from_bot[-1]
    original = {"message_id": last.message_id, "date": 1_662_400_000, "text": last.text}
    original["chat"] = {"id": person.phone.user_id, "type": "private", "first_name": "Amina"}
    person.phone.say(person.phone.chat, "Answer now", {"reply_to_message": original})
    assert "1 of 4" in await person.settles()


async def test_an_invitation_is_accepted_in_polish(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/language polski")
    person = await invited(hood, amina)
    label = hood.stage.words.plain("button-answer-now", "pl")
    assert "1 z 4" in await person.types(label)


async def test_a_closed_invitation_is_not_accepted_any_more(
    hood: Neighbourhood, amina: Person
) -> None:
    person = await invited(hood, amina)
    await hood.closes()
    assert "1 of 4" not in await person.types("Answer now")
