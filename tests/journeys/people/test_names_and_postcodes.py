"""A ward is found by its name, whole, and by a postcode as people type it. W6, S4."""

import pytest
from company import Neighbourhood, Person

FARNHAM = "Farnham Common and Burnham Beeches"


async def test_part_of_a_name_moves_nobody_without_a_yes(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    assert await amina.types("Burnham") == f"Did you mean {FARNHAM}?"
    assert amina.labels == ["Yes", "No"]
    assert "Where do you live or usually stay now?" in await amina.types("no")
    assert "Your ward is Booker" in await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("burnham")
    assert f"Your ward is now {FARNHAM}" in await amina.types("yes")


async def test_part_of_a_name_joins_and_follows_nobody_without_a_yes(
    hood: Neighbourhood,
) -> None:
    sam = await hood.resident("Sam", "micklef")
    assert sam.sees == "Did you mean Ryemead and Micklefield?"
    assert "You're in Ryemead and Micklefield" in await sam.types("Yes!")
    await sam.types("/ward")
    await sam.taps("Follow another ward")
    await sam.types("Burnham")
    assert f"News of {FARNHAM} comes here too" in await sam.taps("Yes")


async def test_another_language_says_yes_in_its_own_word(hood: Neighbourhood) -> None:
    sam = await hood.resident("Sam", "Chesham")
    await sam.types("/language")
    await sam.types("polski")
    await sam.types("/ward")
    await sam.taps(hood.stage.words.plain("button-change-ward", "pl"))
    await sam.types("Burnham")
    assert FARNHAM in await sam.types("tak")


@pytest.mark.parametrize(
    "typed", ["Abbey ward", "the Abbey Ward", "ward Abbey", "okręg Abbey", "abbey."]
)
async def test_x_ward_is_x(hood: Neighbourhood, typed: str) -> None:
    assert "You're in Abbey" in (await hood.resident("Sam", typed)).sees


async def test_part_of_a_name_ticks_no_ward_for_a_broadcast(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await officer.types("/send")
    assert f"Did you mean {FARNHAM}?" in await officer.types("Burnham")
    assert "1 ward chosen" not in officer.question
    assert "1 ward chosen" in await officer.types(FARNHAM)


@pytest.mark.parametrize(
    "typed",
    [
        "HP12 3 HP",
        "HP 12 3HP",
        "H P12 3HP",
        "HPl2 3HP",
        "HPI2 3HP",
        "HP123HP",
        "hp12-3hp",
        "HP12 3H P",
    ],
)
async def test_a_postcode_nearly_right_is_understood(hood: Neighbourhood, typed: str) -> None:
    assert "You're in Booker" in (await hood.resident("Sam", typed)).sees


@pytest.mark.parametrize("typed", ["SW1A 1AA", "LS1 1 AA", "OXl 1AA", "M1 1AE"])
async def test_a_postcode_of_another_council_is_called_outside(
    hood: Neighbourhood, typed: str
) -> None:
    sam = await hood.resident("Sam", typed)
    assert sam.sees.startswith("That is outside Buckinghamshire.")
    assert "Pick from a list" in sam.labels


async def test_a_postcode_missing_from_a_district_of_ours_may_be_new(hood: Neighbourhood) -> None:
    sam = await hood.resident("Sam", "HP12 9ZZ")
    assert "If your home is new" in sam.sees
