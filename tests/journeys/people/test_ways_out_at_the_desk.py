"""Officers who began to mark a request, or to write what came of a complaint, and think again."""

import pytest
from company import Neighbourhood, Person

from usecases.conversation.current_screen import here
from usecases.operations.complaints import OutcomePreview
from usecases.operations.requests import KindQuestion
from usecases.people.identify import recognise


async def complains(person: Person) -> str:
    await person.types("/complain")
    receipt = await person.types("Nobody came")
    return receipt.split("Your reference: ")[1].split(".")[0]


@pytest.mark.parametrize("word", ["Cancel", "back", "no", "anuluj", "پیچھے"])
async def test_marking_ends_with_a_word(hood: Neighbourhood, word: str) -> None:
    officer = await hood.officer()
    await officer.types("/requests")
    await officer.taps("Mark a request")
    assert "No request is open" in await officer.types(word)
    assert "What does this ask for" not in await officer.types("Send me the minutes")


@pytest.mark.parametrize("word", ["Cancel", "back", "nie"])
async def test_an_outcome_ends_with_a_word(hood: Neighbourhood, amina: Person, word: str) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/complaints {reference}")
    await officer.taps("Record what came of it")
    assert "Open complaints" in await officer.types(word)
    assert "This goes to the author" not in await officer.types("We came")


async def test_a_button_ends_either(hood: Neighbourhood, amina: Person) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/complaints {reference}")
    await officer.taps("Record what came of it")
    await officer.types("We came")
    assert "Open complaints" in await officer.taps("Cancel")
    await officer.types(f"/requests {reference}")
    assert "No request is open" in await officer.taps("Cancel")


async def test_a_request_marked_by_mistake_is_taken_back(
    hood: Neighbourhood, amina: Person
) -> None:
    reference = await complains(amina)
    officer = await hood.officer()
    await officer.types(f"/requests {reference}")
    await officer.taps("Information")
    await officer.taps("It was no request")
    assert "is no request any more" in await officer.taps("Yes, it was no request")
    assert "No request is open" in await officer.types("/requests")


async def test_after_a_kill_an_officer_sees_again_what_they_were_writing(
    hood: Neighbourhood, amina: Person
) -> None:
    reference = await complains(amina)
    officer, world = await hood.officer(), hood.stage.service.world
    await officer.types(f"/complaints {reference}")
    await officer.taps("Record what came of it")
    await officer.types("We came")
    async with hood.stage.service.database.read() as tx:
        person = await recognise(tx, world, officer.phone.user_id)
        shown = await here(tx, world, person)
    assert isinstance(shown, OutcomePreview)
    assert shown.text == "We came"
    await officer.types(f"/requests {reference}")
    async with hood.stage.service.database.read() as tx:
        person = await recognise(tx, world, officer.phone.user_id)
        assert isinstance(await here(tx, world, person), KindQuestion)
