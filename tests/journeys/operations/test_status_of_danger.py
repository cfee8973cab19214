"""/status says plainly when words of danger are unread, or nobody is there to read them."""

import pytest
from company import Neighbourhood, Person
from on_duty import HURT, named, reference

from engagement.staff.rights import Role


@pytest.fixture
async def admin(hood: Neighbourhood) -> Person:
    return await hood.staff(Role.ADMINISTRATOR, label="Admin")


async def test_with_nobody_named_all_is_not_well(admin: Person) -> None:
    """It said "All is well" above the line about words of danger."""
    said = await admin.types("/status")
    assert "All is well" not in said
    assert "Nobody reads words of danger: nobody is named who can be reached." in said
    assert "Name two people now: wardmote safeguarding name" in said


async def test_with_one_named_all_is_not_well(hood: Neighbourhood, admin: Person) -> None:
    await named(hood, Role.OFFICER, "Ruth")
    said = await admin.types("/status")
    assert "All is well" not in said
    assert "Fewer than two people named to read words of danger can be reached." in said


async def test_while_words_of_danger_are_unread_all_is_not_well(
    hood: Neighbourhood, admin: Person, amina: Person
) -> None:
    """It said "All is well"."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await named(hood, Role.OPERATOR, "Dev")
    assert "All is well" in await admin.types("/status")
    await amina.types(HURT)
    said = await admin.types("/status")
    assert "All is well" not in said
    assert "Words of danger have not been read since Monday 5 September" in said
    assert "Ask the people named to send /open." in said
    assert "husband" not in said
    await ruth.types(f"/open {reference(ruth)}")
    assert "All is well" in await admin.types("/status")


async def test_without_an_administrator_all_is_not_well(hood: Neighbourhood) -> None:
    operator = await hood.staff(Role.OPERATOR, label="Ops")
    for label in ("Ruth", "Dev"):
        await named(hood, Role.OFFICER, label)
    said = await operator.types("/status")
    assert "All is well" not in said
    assert "There is no administrator. Invite one: wardmote invite --role administrator" in said
