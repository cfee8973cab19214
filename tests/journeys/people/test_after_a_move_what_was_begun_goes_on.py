"""A move to a ward without the questions: what was begun or answered there is not lost."""

from company import Neighbourhood, Person, answers_all


async def moves(person: Person) -> str:
    await person.types("/ward")
    await person.taps("Change my ward")
    return await person.types("LU7 0QR")


async def test_somebody_who_has_begun_goes_on(hood: Neighbourhood, amina: Person) -> None:
    """They read "No questions are open for your ward just now", and gave up at 1 of 4."""
    await amina.taps("Answer now")
    await amina.taps("2")
    assert "No questions are open" not in await moves(amina)
    for command in ("/start", "/consultations"):
        assert "No questions are open" not in await amina.types(command)
        assert "What should come first in your area?" in amina.question
    await amina.taps("Go on")
    assert "2 of 4" in amina.question


async def test_somebody_who_has_finished_can_still_change_it(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    said = await moves(amina)
    assert "No questions are open" not in said
    assert "/mine" in said
    assert "/mine" in await amina.types("/start")
    assert "What should come first in your area?" in await amina.types("/consultations")


async def test_who_has_not_begun_there_has_nothing_to_answer(
    hood: Neighbourhood, amina: Person
) -> None:
    assert "No questions are open" in await moves(amina)
    assert "No questions are open" in await amina.types("/start")
    assert "What should come first" not in await amina.types("/consultations")
