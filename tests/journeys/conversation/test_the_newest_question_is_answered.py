"""Words typed at a screen with a few buttons are for that screen, whatever else waits."""

import pytest
from company import Neighbourhood, Person

HINT = "We've done nothing"


async def at_question_two(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.types("/forget")


async def saved(hood: Neighbourhood) -> list[dict[str, str]]:
    return await hood.exported(await hood.officer())


@pytest.mark.parametrize("words", ["1", "yes", "ponds", "forget the ponds", "HP12 3HP"])
async def test_words_at_forget_that_fit_no_button_decide_nothing(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    await at_question_two(amina)
    before = amina.said_by_bot("2 of 4.")
    said = await amina.types(words)
    assert HINT in said
    assert "“Now: take my answers back”" in said
    assert amina.said_by_bot("2 of 4.") == before
    (row,) = await saved(hood)
    assert "ponds" not in str(row)


@pytest.mark.parametrize(
    ("words", "reply"),
    [("now", "We've forgotten"), ("when it", "We will forget you"), ("no", "Nothing has changed")],
)
async def test_the_beginning_of_a_button_of_forget_presses_it(
    amina: Person, words: str, reply: str
) -> None:
    await at_question_two(amina)
    await amina.types(words)
    assert reply in amina.sees


async def test_yes_at_forget_beats_a_ward_that_was_asked_for_before(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("/forget")
    assert amina.said_by_bot("Shall we forget you?")
    said = await amina.types("Yes, forget me")
    assert "We can't find" not in said
    assert "forgotten" in said


async def test_yes_at_forget_beats_a_complaint_just_made(amina: Person) -> None:
    await amina.types("/complain")
    await amina.types("The page would not open")
    await amina.types("/forget")
    assert "forgotten" in await amina.types("yes")


async def test_an_answer_above_forget_makes_the_question_wait_again(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    question = amina.phone.keyboard_message
    assert question is not None
    await amina.types("/forget")
    amina.phone.tap("Streets", message=question)
    await amina.settles()
    await amina.types("1")
    (row,) = await saved(hood)
    assert HINT not in amina.sees
    assert "1" in list(row.values())


@pytest.mark.parametrize("words", ["cancel", "never mind", "anuluj", "منسوخ"])
async def test_cancel_leaves_the_question_of_the_ward(amina: Person, words: str) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    assert "Booker" in await amina.types(words)
    assert "We can't find" not in await amina.types("hello there")


async def test_a_ward_that_was_asked_for_no_longer_waits_under_a_newer_screen(
    amina: Person,
) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("/language")
    assert "We can't find" not in await amina.types("good morning")
    assert "polsku" in await amina.types("polski")


async def test_a_ward_that_was_asked_for_above_a_newer_screen_still_waits(amina: Person) -> None:
    await amina.types("/ward")
    asked = amina.phone.keyboard_message
    await amina.types("/themes")
    assert asked is not None
    await amina.settles()
    amina.phone.tap("Change my ward", message=asked)
    await amina.settles()
    await amina.types("Abbey")
    assert "Abbey" in await amina.types("/ward")


async def test_yes_at_the_introduction_of_a_consultation_begins_it(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/consultations")
    assert "1 of 4." in await amina.types("yes")
