"""Choosing a ward by typing: numbers that are not on the list, and a name that is edited."""

import pytest
from company import CHESHAM, Neighbourhood, Person


async def asked_for_a_ward(hood: Neighbourhood) -> Person:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    await sam.taps("Yes")
    return sam


async def test_a_number_that_is_not_among_a_few_wards_is_said_and_they_stay(
    hood: Neighbourhood,
) -> None:
    """It was called a postcode, and the list lost its buttons."""
    sam = await asked_for_a_ward(hood)
    await sam.types("Aylesbury")
    offered = sam.labels
    said = await sam.types("14")
    assert "The list has the numbers 4 to 9." in said
    assert "postcode" not in said
    assert sam.labels == offered
    number = offered[0].partition(" ")[0]
    assert f"You're in {offered[0].partition(' ')[2]}" in await sam.types(number)


async def test_a_number_that_is_not_near_a_shared_place_is_said_and_they_stay(
    hood: Neighbourhood,
) -> None:
    sam = await asked_for_a_ward(hood)
    await sam.taps("Use my location")
    sam.phone.send_location(51.6455, -0.7995)
    await sam.settles()
    offered = sam.labels
    assert "The list has the numbers 1 to 3" in await sam.types("14")
    assert sam.labels == offered


async def test_a_number_beyond_the_council_s_list_is_said_and_the_list_stays(
    hood: Neighbourhood,
) -> None:
    sam = await asked_for_a_ward(hood)
    await sam.taps("Pick from a list")
    offered = sam.labels
    assert "The list has the numbers 1 to 49" in await sam.types("99")
    assert sam.labels == offered
    assert "You're in Buckingham West" in await sam.types("14")


async def test_moving_house_says_it_too(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("Aylesbury")
    offered = amina.labels
    assert "The list has" in await amina.types("1")
    assert amina.labels == offered
    assert "Your ward is now Aylesbury" in await amina.types(offered[1].partition(" ")[0])


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [("Chesam", "Chesham", "Chesham"), ("HP12 3H", "HP12 3HP", "Booker")],
)
async def test_a_ward_spelt_wrong_and_edited_is_the_ward(
    hood: Neighbourhood, first: str, then: str, found: str
) -> None:
    """The reply was that the edit changes nothing, while the ward was still asked for."""
    sam = await asked_for_a_ward(hood)
    said = sam.phone.type(first)
    await sam.settles()
    sam.phone.edit_text(said.message_id, then)
    assert f"You're in {found}" in await sam.settles()


async def test_moving_house_takes_an_edit_too(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    said = amina.phone.type("Chesam")
    await amina.settles()
    amina.phone.edit_text(said.message_id, "Chesham")
    assert "Your ward is now Chesham" in await amina.settles()


async def test_an_edit_after_the_ward_was_found_moves_nobody_and_says_how(
    hood: Neighbourhood,
) -> None:
    sam = await asked_for_a_ward(hood)
    said = sam.phone.type("Abbey")
    await sam.settles()
    sam.phone.edit_text(said.message_id, "Chesham")
    edited = await sam.settles()
    assert "That changes nothing here" in edited
    assert "To change your ward: /ward" in edited
    assert "Your ward is Abbey" in await sam.types("/ward")


async def test_an_edited_yes_confirms_no_poster(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start(await hood.stage.poster(CHESHAM, "library"))
    await sam.taps("Start")
    said = sam.phone.type("yess")
    await sam.settles()
    await sam.types("yes")
    sam.phone.edit_text(said.message_id, "yes")
    assert "That changes nothing here" in await sam.settles()
