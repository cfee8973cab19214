"""An address in words of danger: the named people need it, and nothing else is done with it."""

import pytest
from company import Neighbourhood, Person
from on_duty import named, reference

from engagement.staff.rights import Role

WHERE = "12 Desborough Road HP12 3HP"
HURT = f"My husband hits me, I am at {WHERE}"


@pytest.fixture
async def ruth(hood: Neighbourhood) -> Person:
    return await named(hood, Role.OFFICER, "Ruth, duty social worker")


@pytest.mark.parametrize("where", [WHERE, "4 High Street SW1A 1AA", "4 High Street HP12 3ZZ"])
async def test_the_named_people_read_the_postcode_as_it_was_written(
    amina: Person, ruth: Person, where: str
) -> None:
    await amina.types(f"My husband hits me, I am at {where}")
    assert f"My husband hits me, I am at {where}" in await ruth.taps("Read the words")


async def test_it_is_so_while_a_ward_is_asked_for_and_the_ward_is_still_found(
    amina: Person, ruth: Person
) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("HP20 1UG. My husband hits me at 12 Desborough Road, HP12 3HP")
    await ruth.types(f"/open {reference(ruth)}")
    assert "HP20 1UG. My husband hits me at 12 Desborough Road, HP12 3HP" in ruth.sees


async def test_of_somebody_who_has_not_joined_nothing_is_kept(
    hood: Neighbourhood, ruth: Person
) -> None:
    stranger = hood.stranger()
    await stranger.types(HURT)
    await ruth.types(f"/open {reference(ruth)}")
    assert ruth.said_by_bot("HP12 3HP") == 0
