"""How many messages a week: typed instead of tapped, wherever it is asked."""

import pytest
from company import Neighbourhood, Person, answers_all


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1", "one message a week"), ("one please", "one message a week"),
        ("once a week", "one message a week"), ("3", "three messages a week"),
        ("three", "three messages a week"), ("only questions", "only questions"),
        ("no news", "only questions"), ("Up to three a week", "three messages a week"),
    ],
)  # fmt: skip
async def test_below_the_receipt_a_number_chooses(amina: Person, typed: str, said: str) -> None:
    assert "How many messages a week do you want" in await answers_all(amina)
    assert said in await amina.types(typed)
    assert "Shall we add that" not in amina.sees


@pytest.mark.parametrize("typed", ["1", "once a week"])
async def test_where_nothing_is_open_it_is_asked_at_joining(
    hood: Neighbourhood, typed: str
) -> None:
    reader = await hood.resident("Rita", "LU7 0QR")
    assert "one message a week" in await reader.types(typed)


@pytest.mark.parametrize(("language", "typed"), [("pl", "raz w tygodniu"), ("ur", "ایک")])
async def test_in_other_languages_too(hood: Neighbourhood, language: str, typed: str) -> None:
    reader = await hood.resident("Rita", "LU7 0QR")
    await reader.types(f"/language {language}")
    await reader.types("/news")
    before = reader.sees
    assert await reader.types(typed) != before
    assert "/help" not in reader.sees


async def test_at_a_question_one_is_still_its_answer(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/news")
    await amina.types("/consultations")
    await amina.taps("Answer now")
    assert (await amina.types("1")).startswith("2 of 4.")


@pytest.mark.parametrize("typed", ["none", "0", "never", "no"])
async def test_whoever_wants_none_reads_how_to_stop_them(amina: Person, typed: str) -> None:
    """It was not understood, and messages went on."""
    await answers_all(amina)
    assert await amina.types(typed) == "No messages at all? Send /stop. Or get only questions:"
    assert "only questions" in await amina.taps("Only questions")


@pytest.mark.parametrize("typed", ["2", "two", "fewer"])
async def test_another_number_brings_what_can_be_chosen(amina: Person, typed: str) -> None:
    await answers_all(amina)
    said = await amina.types(typed)
    assert "One a week" in said
    assert "Change my answers" not in said
