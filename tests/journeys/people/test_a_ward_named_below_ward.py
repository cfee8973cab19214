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


async def test_elsewhere_a_ward_is_no_answer(amina: Person) -> None:
    await amina.types("/themes")
    assert "Has your home changed?" not in await amina.types("Abbey")
    await amina.types("/ward")
    assert "Has your home changed?" not in await amina.types("what is this for")
