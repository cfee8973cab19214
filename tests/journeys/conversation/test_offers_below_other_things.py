"""Words on offer below something newer than their question: a number is for neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from company import Neighbourhood, Person
from crossing import at_the_crossing

COMMENT = "Shall we keep that as your comment"
BUSES = "more buses please"


async def nothing_is_stored(person: Person, *answers: str) -> None:
    said = await person.types("/mine")
    for answer in answers:
        assert answer not in said


@pytest.mark.parametrize("number", ["1", "one", "2"])
async def test_a_number_at_the_offer_is_no_answer_in_own_words(
    hood: Neighbourhood, amina: Person, number: str
) -> None:
    await amina.taps("Answer now")
    for words in ("1", "skip", "skip"):
        await amina.types(words)
    await amina.types("/ward")
    assert "Shall we add that to your answer" in await amina.types("its more lamps we need")
    said = await amina.types(number)
    assert said.endswith("its more lamps we need")
    assert not amina.said_by_bot("answers are saved")
    assert "answers are saved" in await amina.types("yes")
    assert "its more lamps we need" in await amina.types("/mine")


async def test_a_number_at_the_offer_chooses_nothing(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types("/plan")
    assert COMMENT in await amina.types(BUSES)
    assert (await amina.types("1")).endswith(BUSES)
    assert "kept that as your comment" in await amina.types("yes")
    await nothing_is_stored(amina, "Education")


async def test_nor_does_it_at_another_set_of_questions(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    await at_the_crossing(hood, amina, tmp_path)
    await amina.types("/consultations")
    assert COMMENT in await amina.types(BUSES)
    for number in ("1", "2"):
        assert (await amina.types(number)).endswith(BUSES)
    await nothing_is_stored(amina, "Yes", "No\n")


async def test_a_number_at_an_offer_right_below_the_question_answers_it(amina: Person) -> None:
    await amina.taps("Answer now")
    assert COMMENT in await amina.types(BUSES)
    assert (await amina.types("2")).startswith("2 of 4.")


async def test_a_whole_option_at_the_offer_is_unmistakably_an_answer(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types("/plan")
    await amina.types(BUSES)
    assert "2 of 4." in await amina.types("Streets, parks and public places")


async def test_more_own_words_are_offered_with_the_first(amina: Person) -> None:
    await amina.taps("Answer now")
    for words in ("1", "skip", "skip"):
        await amina.types(words)
    await amina.types("/ward")
    await amina.types("its more lamps we need")
    assert (await amina.types("and benches")).endswith("its more lamps we need and benches")
    assert not amina.said_by_bot("answers are saved")


async def test_the_label_of_a_button_above_keeps_no_words_on_offer(amina: Person) -> None:
    """ "Go on" is what people say for yes, and kept words about bins as a comment on news."""
    await amina.taps("Answer now")
    await amina.types("2")
    await amina.types("/consultations")
    assert "Go on" in amina.labels
    assert COMMENT in await amina.types("do you know when the bins are collected")
    assert "2 of 4." in await amina.types("Go on")
    await nothing_is_stored(amina, "when the bins are collected")


async def test_the_same_label_moves_nobody(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types("2")
    await amina.types("/consultations")
    assert "Has your home changed?" in await amina.types("HP12 4AB")
    assert "2 of 4." in await amina.types("Go on")
    assert "Booker" in await amina.types("/ward")
