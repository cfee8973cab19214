"""/celebrate after somebody's wards have changed: an older screen leads to those they have."""

from __future__ import annotations

import pytest
from company import ABBEY, BOOKER, CHESHAM, Neighbourhood, Person
from council_changes import delivers

from engagement.staff.rights import Role

GONE = "That ward is not one of yours any more."


@pytest.fixture
async def follower(amina: Person) -> Person:
    """Amina of Booker, who follows Abbey."""
    await amina.types("/ward")
    await amina.taps("Follow another")
    await amina.types("Abbey")
    return amina


async def moves(person: Person, ward: str) -> None:
    await person.types("/ward")
    await person.taps("Change my ward")
    await person.types(ward)


async def test_an_old_list_shows_the_wards_of_today(follower: Person) -> None:
    """ "That is outside your wards. You can send to your own wards only." """
    await follower.types("/celebrate")
    old = follower.phone.keyboard_message
    assert follower.labels == ["1 Booker, Cressex and Castlefield", "2 Abbey"]
    await moves(follower, "Chesham")
    follower.phone.tap("1 Booker", old)
    await follower.settles()
    (shown,) = [m for m in follower.from_bot if GONE in m.text]
    assert [b.text for row in shown.buttons for b in row] == ["1 Chesham", "2 Abbey"]
    assert not any("You can send to your own wards" in t.text for t in follower.phone.toasts)


async def test_an_old_picture_is_not_made(hood: Neighbourhood, amina: Person) -> None:
    delivers(hood, "launch-conference")
    await amina.types("/celebrate")
    old = amina.phone.keyboard_message
    await moves(amina, "Abbey")
    amina.phone.tap("Make a picture", old)
    await amina.settles()
    (shown,) = [m for m in amina.from_bot if GONE in m.text]
    assert "What has changed in Abbey" in shown.text
    assert not any(m.photo for m in amina.from_bot)


async def test_staff_with_a_new_role_get_its_wards(hood: Neighbourhood) -> None:
    board = await hood.board_member(BOOKER, ABBEY)
    await board.types("/celebrate")
    await board.start(await hood.stage.invite(Role.BOARD_MEMBER, "Again", (CHESHAM, ABBEY)))
    await board.taps("Yes, change my role")
    await board.types("Booker, Cressex and Castlefield")
    assert GONE in board.sees
    assert board.labels == ["1 Abbey", "2 Chesham"]
