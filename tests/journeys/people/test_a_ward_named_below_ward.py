"""A ward's name typed below /ward asks whether the home has changed, as a postcode does."""

from __future__ import annotations

import pytest
from company import Person


@pytest.mark.parametrize(
    "words", ["Abbey", "abbey ward", "I moved to Abbey", "i live in abbey now"]
)
async def test_a_ward_named_below_ward_asks_if_the_home_has_changed(
    amina: Person, words: str
) -> None:
    """It was not understood: who types more than they tap could not move."""
    await amina.types("/ward")
    said = await amina.types(words)
    assert "Has your home changed? Is it in Abbey now?" in said
    assert "Your ward is now Abbey" in await amina.types("yes")


async def test_part_of_a_name_that_several_wards_have_shows_those(amina: Person) -> None:
    await amina.types("/ward")
    await amina.types("West")
    assert len([label for label in amina.labels if "West" in label]) > 1


async def test_their_own_ward_changes_nothing(amina: Person) -> None:
    await amina.types("/ward")
    said = await amina.types("Booker, Cressex and Castlefield")
    assert "is your ward already" in said


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("The lamp at HP12 4AB is out", False),
        ("Autobus na HP12 4AB zawsze się spóźnia", False),
        ("HP12 4AB", True),
        ("I moved to HP12 4AB", True),
        ("I live at HP12 4AB now", True),
        ("my new postcode is HP12 4AB", True),
        ("Przeprowadziłam się do HP12 4AB", True),
    ],
)
async def test_below_ward_a_sentence_with_a_postcode_in_it_may_be_the_answer(
    amina: Person, words: str, asked: bool
) -> None:
    """Each was asked as a move of home, and was gone after a no."""
    await amina.taps("Answer now")
    for typed in ("2", "skip", "1", "/ward"):
        await amina.types(typed)
    said = await amina.types(words)
    assert ("Has your home changed?" in said) is asked
    assert ("Shall we add that to your answer" in said) is not asked


async def test_after_a_no_to_a_move_the_question_comes_back(amina: Person) -> None:
    await amina.taps("Answer now")
    for typed in ("2", "skip", "1"):
        await amina.types(typed)
    assert "Has your home changed?" in await amina.types("HP12 4AB")
    assert "4 of 4." in await amina.types("no")
    assert "Has your home changed?" in await amina.types("HP12 4AB")
    assert "4 of 4." in await amina.taps("No")
    await amina.types("the lamp at HP12 4AB is out")
    assert "the lamp at HP12 4AB is out" in await amina.types("/mine")


async def test_with_no_question_open_it_is_asked_as_before(amina: Person) -> None:
    await amina.types("/ward")
    assert "Has your home changed?" in await amina.types("It is HP12 4AB these days")


async def test_elsewhere_a_ward_is_no_answer(amina: Person) -> None:
    await amina.types("/themes")
    assert "Has your home changed?" not in await amina.types("Abbey")
    await amina.types("/ward")
    assert "Has your home changed?" not in await amina.types("what is this for")
